"""An application's own facts, lifecycles and rules, from recording to a status and back from the file."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, field, frozen

from clocks import SettableClock
from given import JOBS, PROGRAMME, WORKER, new_logbook, plan_with, youth
from vaerebro_events import (
    VOCABULARY,
    ActivityFact,
    Draft,
    Entry,
    Fact,
    Growth,
    Judgement,
    JudgingRule,
    Lifecycle,
    Logbook,
    Period,
    Plan,
    Rank,
    Refusal,
    State,
    Text,
    Thread,
    View,
    Vocabulary,
)
from vaerebro_events.domain.plan import PeriodKind, Words
from vaerebro_events.domain.references import reference
from vaerebro_events.domain.values import whole
from vaerebro_events.errors import InvalidValue, UnknownFactStored, UnknownTag
from vaerebro_events.projections.rules import Count, Established


def board_ref(value: str) -> str:
    return reference("board", value)


class BoardTaken(Refusal):
    """Raised when a chessboard is put up twice."""


def put_up_once(so_far: int, _: Entry) -> int:
    if so_far:
        raise BoardTaken
    return so_far + 1


def nothing(_: str) -> int:
    return 0


BOARD = Lifecycle("board", nothing, put_up_once)


@frozen
class ChessPlayed(ActivityFact):
    """So many games of chess were played in the café, on a board that is put up once."""

    tag = "chess-played"
    rank = Rank.HELD
    says = Text(da="blev spillet", en="were played")

    board: str = field(converter=board_ref)
    games: int = field(validator=whole(1))

    def threads(self) -> tuple[Thread, ...]:
        return (Thread(BOARD, (self.board,)),)


@frozen
class Games(JudgingRule):
    """All games of chess, added up."""

    kind = "games"

    target: int

    def judge(self, view: View, period: Period) -> Judgement:
        entries = view.within(period, ChessPlayed.tag)
        games = sum(getattr(entry.fact, "games", 0) for entry in entries)
        return Judgement(Growth.COUNT, self.target, games, counted=tuple(e.position for e in entries))

    def sentence(self, words: Words) -> str:
        return f"{self.target} {words.says(ChessPlayed.tag)}"

    def problems(self, plan: Plan, facts: Mapping[str, type[Fact]]) -> Iterator[str]:
        if self.target > 100:
            yield "nobody plays so much"


OWN = VOCABULARY.with_facts(ChessPlayed).with_rules(Games)
PLAN = plan_with(Games(5), PeriodKind.PROGRAMME)
CHESS = ChessPlayed(JOBS, "b-1", 5)
DAY = date(2021, 3, 4)


def own_logbook(clock: SettableClock, path: str | Path = ":memory:") -> Logbook:
    return new_logbook(clock, path, PLAN, OWN)


def test_an_own_fact_is_judged_by_an_own_rule(clock: SettableClock) -> None:
    with own_logbook(clock) as logbook:
        logbook.record(CHESS, on=DAY)

        status = logbook.replay().status("asked")

        assert (5, State.MET, (2,)) == (status.value, status.state, status.counted)
        assert "5 were played" == logbook.replay().sentence(status, "en")


def test_an_own_lifecycle_refuses(clock: SettableClock) -> None:
    with own_logbook(clock) as logbook:
        logbook.record(CHESS, on=DAY)

        with pytest.raises(BoardTaken):
            logbook.record(evolve(CHESS, games=1), on=date(2021, 3, 5))

        assert 2 == logbook.position


def test_own_facts_come_back_from_the_file(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with own_logbook(clock, path) as logbook:
        logbook.record(CHESS, on=DAY)

    with Logbook.open(path, actor=WORKER, clock=clock, vocabulary=OWN) as again:
        assert CHESS == again.entries()[-1].fact
        assert PLAN == again.plan
        assert CHESS == again.fact("chess-played", activity=JOBS, board="b-1", games=5)


def test_without_the_applications_facts_the_logbook_is_not_read(clock: SettableClock, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with new_logbook(clock, path, vocabulary=OWN) as logbook:
        logbook.record(CHESS, on=DAY)

    with Logbook.open(path, actor=WORKER, clock=clock) as again, pytest.raises(UnknownFactStored) as raised:
        again.entries()

    assert (2, "chess-played") == (raised.value.position, raised.value.tag)


@pytest.mark.parametrize("tag", ["chess-played", "corrected"])
def test_a_tag_that_is_taken_keeps_its_meaning(tag: str) -> None:
    @frozen
    class Other(ChessPlayed):
        pass

    Other.tag = tag

    with pytest.raises(InvalidValue) as raised:
        OWN.with_facts(Other)

    assert f"tag cannot be '{tag}': it is taken, and a tag keeps its meaning for good." == str(raised.value)


def test_a_rule_of_a_kind_that_is_taken_is_refused() -> None:
    with pytest.raises(InvalidValue, match="it is taken"):
        OWN.with_rules(Games)


def test_the_librarys_vocabulary_stays_as_it_is() -> None:
    assert ChessPlayed is OWN.fact("chess-played")
    assert Games is OWN.rule("games")
    assert "chess-played" not in VOCABULARY.facts
    assert "games" not in VOCABULARY.rules


@pytest.mark.parametrize("kind", ["chess", None, []])
def test_a_rule_of_an_unknown_kind_is_refused(kind: Any) -> None:
    with pytest.raises(UnknownTag) as raised:
        VOCABULARY.rule(kind)

    assert tuple(sorted(VOCABULARY.rules)) == raised.value.known


def test_a_vocabulary_may_be_of_a_few_facts_only() -> None:
    small = Vocabulary.of((ChessPlayed,), (Games,))

    assert ["chess-played"] == list(small.facts)
    assert ["games"] == list(small.rules)


@frozen
class Lossy(Fact):
    """A fact whose field does not come back as it was written."""

    tag = "lossy"
    rank = Rank.HELD
    says = Text(da="forsvandt", en="vanished")

    what: Any


@pytest.mark.parametrize("what", [(1, 2), {1: 2}])
def test_what_would_not_come_back_is_not_written(clock: SettableClock, what: object) -> None:
    with new_logbook(clock, vocabulary=VOCABULARY.with_facts(Lossy)) as logbook:
        with pytest.raises(InvalidValue):
            logbook.record(Lossy(what), on=DAY)

        assert 1 == logbook.position
        logbook.record(Lossy("what"), on=DAY)
        assert Lossy("what") == logbook.entries()[-1].fact


def test_the_librarys_rules_count_own_facts(clock: SettableClock) -> None:
    games = Count("chess-played", 1, Text(da="partier", en="games"), {"games": 5})
    with new_logbook(clock, plan=plan_with(games, PeriodKind.PROGRAMME), vocabulary=OWN) as logbook:
        logbook.record(CHESS, ChessPlayed(JOBS, "b-2", 6), on=DAY)

        assert 1 == logbook.replay().status("asked").value
        assert "Games that were played: at least 1." == logbook.replay().sentence(
            logbook.replay().status("asked"), "en"
        )


def test_a_library_fact_and_an_own_one_share_a_batch(clock: SettableClock) -> None:
    with own_logbook(clock) as logbook:
        logbook.record(youth("y-1"), Draft(CHESS, DAY))
        shown = Established("chess-played", Text(da="partier", en="games"))

        view = View(logbook.replay().on, PLAN, logbook.replay().history)

        assert (3,) == shown.judge(view, PROGRAMME).counted


def unfrozen() -> type[Fact]:
    class Unfrozen(Fact):
        tag = "unfrozen"
        rank = Rank.HELD
        says = Text(da="skete", en="happened")

    return Unfrozen


def without_rank() -> type[Fact]:
    @frozen
    class WithoutRank(Fact):
        tag = "without-rank"
        says = Text(da="skete", en="happened")

    return WithoutRank


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (unfrozen(), "fact cannot be 'Unfrozen': it must be a frozen attrs class."),
        (without_rank(), "fact cannot be 'WithoutRank': it needs a `rank`, of kind Rank."),
    ],
)
def test_a_fact_that_could_not_be_replayed_is_not_taken_up(fact: type[Fact], sentence: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        VOCABULARY.with_facts(fact)

    assert sentence == str(raised.value)


class Anything:
    """What no codec knows."""


@frozen
class Opaque(Fact):
    """A fact with a field of a kind that cannot be stored."""

    tag = "opaque"
    rank = Rank.HELD
    says = Text(da="skete", en="happened")

    what: Anything


def test_a_field_of_an_unknown_kind_is_not_stored(clock: SettableClock) -> None:
    with new_logbook(clock, vocabulary=VOCABULARY.with_facts(Opaque)) as logbook:
        with pytest.raises(InvalidValue) as raised:
            logbook.record(Opaque(Anything()), on=DAY)

        assert "it has a field of a kind that is not known" in str(raised.value)
        assert 1 == logbook.position
