"""Laws 3, 4 and 5: retracted is never recorded, corrected is recorded right, and order does not matter."""

from collections import defaultdict
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from figures import Figures, Key, figures, figures_of, oddities, renumbered
from plain import cut, effective, history, ordered
from plain_agreed import agreed
from plain_asks import fits, places_said, stands
from stories import AFTERWARDS, WORKER, Story, log_of, opened, replayed, told
from strategies import days_about, knowns, stories
from vaerebro_events import (
    Decision,
    Draft,
    Entry,
    FamilyAttended,
    GuidanceGiven,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    Period,
    PlanAdopted,
    Retracted,
    Rule,
    SeriesPlanned,
    Status,
)
from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.errors import IdTaken
from vaerebro_events.projections.rules import AllOf, AnyOf, Assessed, CompleteSeries, Distinct

NEWCOMER = ParticipantRegistered("family", "p-9")


def _without(log: Sequence[Entry], position: int) -> list[Entry]:
    return [
        entry
        for entry in log
        if entry.position != position
        and not (isinstance(entry.fact, Amendment) and entry.fact.amends == position)
    ]


def _retractable(log: Sequence[Entry], data: st.DataObject) -> Entry:
    """An entry on which nothing builds, retracted or not; one that nobody has amended is among them."""
    may_be = [entry for entry in log if entry.fact.amendable and not isinstance(entry.fact, Amendment)]
    start = data.draw(st.integers(0, len(may_be) - 1), "the first retractable from")
    in_turn = (*may_be[start:], *may_be[:start])
    return next(entry for entry in in_turn if stands(history(_without(log, entry.position))))


@given(stories(), st.data())
def test_record_then_retract_equals_never_recorded(story: Story, data: st.DataObject) -> None:
    with told(story) as logbook:
        logbook.record(NEWCOMER, on=date(2021, 6, 1))
        log = logbook.entries()
        chosen = _retractable(log, data)

        retraction = logbook.retract(chosen.position, reason="did-not-happen")

        never = renumbered(_without(log, chosen.position))
        for _ in range(3):
            on = data.draw(days_about(log), "D")
            replay = logbook.replay(on)
            assert figures_of(never, on) == figures(replay)
            assert oddities(replayed(never, on)) == oddities(replay)
            assert replayed(log, on).statuses == logbook.replay(on, known=len(log)).statuses
        assert [*log, retraction] == list(logbook.entries())


@given(stories(), st.data())
def test_the_id_of_a_retracted_entry_stays_spent(story: Story, data: st.DataObject) -> None:
    with told(story) as logbook:
        logbook.record(NEWCOMER, on=date(2021, 6, 1))
        chosen = _retractable(logbook.entries(), data)
        logbook.retract(chosen.position, reason="duplicate")
        log = logbook.entries()

        with pytest.raises(IdTaken):
            logbook.record(
                Draft(GuidanceGiven("lommepengejob", "p-1", "getting"), date(2021, 6, 1), chosen.id)
            )
        with pytest.raises(IdTaken):
            logbook.record(Draft(chosen.fact, date(2018, 1, 1), chosen.id, chosen.evidence))

        assert (chosen,) == logbook.record(Draft(chosen.fact, chosen.occurred_on, chosen.id, chosen.evidence))
        assert log == logbook.entries()


@given(stories(), st.data())
def test_correct_equals_having_recorded_it_right(story: Story, data: st.DataObject) -> None:
    with told(story) as logbook:
        log = logbook.entries()
        for _ in range(3):
            on, known = data.draw(days_about(log), "D"), data.draw(knowns(log), "K")
            right = renumbered(effective(cut(log, known)))

            replay = logbook.replay(on, known)

            assert figures_of(right, on) == figures(replay)
            assert oddities(replayed(right, on)) == oddities(replay)


def _recorded(logbook: Logbook, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return logbook.record(
        *[Draft(entry.fact, entry.occurred_on, entry.id, entry.evidence) for entry in entries], actor=WORKER
    )


def _recordable(log: Sequence[Entry]) -> list[Entry]:
    """What holds and could be recorded anew, without the adoption, in the order of the log.

    Left out is what names positions, which are those of its own log; and what the plan, as it has been
    revised since, has no place for, with what builds on it.
    """
    decided = agreed(history(log))
    kept: list[Entry] = []
    for entry in ordered(effective(log)):
        fact = entry.fact
        fitting = fits(fact, decided.on(entry.occurred_on).plan) and decided.takes(fact)
        named = isinstance(fact, PlanAdopted) or places_said(fact)
        if fitting and not named and stands([*kept, entry]):
            kept.append(entry)
    return sorted(kept, key=lambda entry: entry.position)


def _ties_in_order(entries: Sequence[Entry]) -> list[Entry]:
    """The entries in their order, but those of one day and rank among themselves as they first were."""
    tied: dict[tuple[date, int], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.position, reverse=True):
        tied[entry.occurred_on, entry.fact.rank].append(entry)
    return [tied[entry.occurred_on, entry.fact.rank].pop() for entry in entries]


def _asks_for_the_order(rule: Rule, period: Period) -> bool:
    """Which of one party's assessments of one day is newest; which season somebody's first day was in;
    which of two meetings of one day was among the required ones, whose participants are counted.
    """
    match rule:
        case AllOf() | AnyOf():
            return any(_asks_for_the_order(member, period) for member in rule.rules)
        case Distinct():
            return rule.first_ever and period.series is not None
        case CompleteSeries():
            return rule.participants is not None
        case _:
            return isinstance(rule, Assessed)


def _whatever_the_order(statuses: Sequence[Status], found: dict[Key, Figures]) -> dict[Key, Figures]:
    asking = {status.key for status in statuses if _asks_for_the_order(status.rule, status.period)}
    # Whether readings disagree hangs on all readings of a criterion, also on one that asks for the order.
    return {key: evolve(figure, disagree=False) for key, figure in found.items() if key not in asking}


@contextmanager
def _decided(decisions: Sequence[Entry]) -> Generator[Logbook]:
    """A new logbook in which these have been decided, one after the other."""
    with opened(AFTERWARDS) as (anew, _):
        for entry in decisions:
            _recorded(anew, [entry])
        yield anew


@given(stories(), st.data())
def test_what_holds_recorded_anew_gives_the_same_figures_in_whatever_order(
    story: Story, data: st.DataObject
) -> None:
    """One by one in order of its days, or together in any order that keeps ties; the order of ties, too,
    matters only to rules that ask for it. What is decided of the plan comes first, in its own order.
    """
    log = log_of(story)
    held = _recordable(log)
    decisions = [entry for entry in held if isinstance(entry.fact, Decision)]
    others = [entry for entry in held if entry not in decisions]
    other_order = data.draw(st.permutations(others), "in the order")
    on = data.draw(days_about(log), "D")
    before = replayed(renumbered([log[0], *held]), on)
    with _decided(decisions) as anew:
        for entry in ordered(others):
            _recorded(anew, [entry])
        assert figures(before) == figures(anew.replay(on))
    if not others:
        return
    with _decided(decisions) as anew:
        _recorded(anew, _ties_in_order(other_order))
        assert figures(before) == figures(anew.replay(on))
    with _decided(decisions) as anew:
        _recorded(anew, other_order)
        after = anew.replay(on)
        assert _whatever_the_order(before.statuses, figures(before)) == _whatever_the_order(
            after.statuses, figures(after)
        )


@pytest.mark.parametrize("first", [1, 2])
def test_who_came_to_the_required_meetings_asks_for_the_order_within_a_day(first: int) -> None:
    with opened(AFTERWARDS) as (logbook, _):
        season = SeriesPlanned("familieakademi", "s-1", 3, date(2021, 3, 1), date(2021, 3, 1))
        logbook.record(ParticipantRegistered("family", "p-1"), season, on=date(2021, 3, 1))
        for meeting in (first, 3, 3 - first):
            logbook.record(MeetingHeld("familieakademi", "s-1", meeting), on=date(2021, 3, 1))
        for meeting in (1, 3):
            logbook.record(FamilyAttended("familieakademi", "s-1", meeting, "p-1"), on=date(2021, 3, 1))

        status = logbook.replay(date(2021, 3, 1)).status("families.courses", "every", "programme")

        # Of three meetings of one day, two are required: those recorded first, and the family was at 1 and 3.
        assert (1 if first == 1 else 0) == status.value


def test_a_retraction_is_itself_an_entry_of_the_trail() -> None:
    with opened(AFTERWARDS) as (logbook, _):
        entry = logbook.record(NEWCOMER, on=date(2021, 6, 1))[0]

        retraction = logbook.retract(entry.position, reason="slip")

        assert Retracted(entry.position, "slip") == retraction.fact
        assert (entry, retraction) == tuple(logbook.entries(after=1))
