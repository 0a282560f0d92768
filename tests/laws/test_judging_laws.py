"""Law 7, and that the rules say what their words say: held against counting by hand."""

from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from figures import Figures, Key, Said, figures
from plain import history
from plain_agreed import Row, agreed, rows
from plain_jobs import kept_six_months
from plain_picks import Found
from plain_states import lacking
from stories import AFTERWARDS, SMALL_PLAN, Story, opened, told
from strategies import days_about, job_histories, knowns, stories
from vaerebro_events import (
    Entry,
    FamilyAttended,
    Judgement,
    JudgingRule,
    MeetingHeld,
    Part,
    ParticipantRegistered,
    Period,
    Replay,
    Rule,
    SeriesPlanned,
    State,
    Status,
    View,
)
from vaerebro_events.projections.judgement import Aim
from vaerebro_events.projections.rules import AllOf, AnyOf, KeptSixMonths


def _judged(rule: JudgingRule, status: Status, replay: Replay, positions: set[int]) -> Judgement:
    """What a rule finds where the history holds only these entries."""
    entries = [entry for entry in replay.history if entry.position in positions]
    return rule.judge(View(replay.on, replay.plan_of(status), entries), status.period)


def _agreed(judgement: Judgement) -> tuple[object, ...]:
    """The figures that have a target."""
    required = frozenset(part for part in judgement.parts if part.target is not None)
    return (judgement.value, judgement.target, required)


def _single(rule: Rule, judgement: Judgement) -> Iterator[tuple[JudgingRule, Judgement]]:
    """The rule with what it found; of a combination, each of its rules: each has its own evidence."""
    if isinstance(rule, AllOf | AnyOf):
        for member, found in zip(rule.rules, judgement.members, strict=True):
            yield from _single(member, found)
    else:
        assert isinstance(rule, JudgingRule)
        yield rule, judgement


@given(stories(), st.data())
def test_what_counted_is_enough_for_the_value_and_what_was_left_out_does_not_change_it(
    story: Story, data: st.DataObject
) -> None:
    """Law 7, and that a status names as its evidence all that its rules rest on.

    An entry left out is added together with the entries that kept it out, its `because`. Alone it may
    well count: an attendance of 2021 is left out of the new families of 2021 because the family came in
    2020 already. Where 2021's entries are all there is, it is the family's first.
    """
    with told(story) as logbook:
        replay = logbook.replay(data.draw(days_about(logbook.entries()), "D"))

        for status in replay.statuses:
            for rule, found in _single(status.rule, status.judgement):
                counted = set(found.counted)
                stood_in_the_way = [{left.position, *left.because} for left in found.left_out]
                looked_at = counted.union(*stood_in_the_way)

                assert len(counted) == len(found.counted)
                assert counted.isdisjoint(left.position for left in found.left_out)
                assert looked_at <= status.evidence
                for positions in (counted, looked_at, *(counted | beside for beside in stood_in_the_way)):
                    assert _agreed(found) == _agreed(_judged(rule, status, replay, positions))


def test_what_was_left_out_may_count_where_what_stood_in_its_way_is_not_there() -> None:
    with opened(AFTERWARDS) as (logbook, _):
        logbook.record(ParticipantRegistered("family", "p-1"), on=date(2020, 1, 1))
        season = SeriesPlanned("familieakademi", "s-1", 2, date(2020, 12, 1), date(2021, 2, 1))
        logbook.record(season, on=date(2020, 12, 1))
        for meeting, day in ((1, date(2020, 12, 8)), (2, date(2021, 1, 5))):
            held = MeetingHeld("familieakademi", "s-1", meeting)
            logbook.record(held, FamilyAttended("familieakademi", "s-1", meeting, "p-1"), on=day)
        replay = logbook.replay(date(2021, 12, 31))
        status = replay.status("families.new", "year", "2021")
        left = status.left_out[0]

        assert 0 == status.value
        rule = status.rule
        assert isinstance(rule, JudgingRule)
        assert 1 == _judged(rule, status, replay, {left.position}).value
        assert 0 == _judged(rule, status, replay, {left.position, *left.because}).value


YEAR = Period("2021", date(2021, 1, 1), date(2021, 12, 31))
GOES_WELL, GOES_BADLY = {"met", "on_track"}, {"not_met", "behind"}


def _said(found: Found) -> Said:
    lack = lacking(found)
    return Said(
        found.value,
        found.target,
        frozenset(Part(name, *figures) for name, figures in found.parts.items()),
        None if lack is None else State(lack),
        Aim(found.aim),
        found.baseline,
        found.benchmark,
        tuple(_said(member) for member in found.members),
    )


def _rows(replay: Replay) -> dict[Key, Row]:
    """Every status counted by hand from the plain log."""
    held = history(replay.log, replay.on)
    return rows(agreed(history(replay.log)), held, replay.on)


def _disagree(found: dict[Key, Row], one: Key, other: Key) -> bool:
    row, its_row = found[one], found[other]
    overlap = row.period.first <= its_row.period.last and its_row.period.first <= row.period.last
    opposite = {row.state in GOES_WELL, its_row.state in GOES_WELL} == {True, False}
    decided = {row.state, its_row.state} <= GOES_WELL | GOES_BADLY
    return one[0] == other[0] and one[1] != other[1] and overlap and opposite and decided


@given(stories(), st.data())
def test_every_status_is_what_counting_by_hand_finds(story: Story, data: st.DataObject) -> None:
    with told(story) as logbook:
        log = logbook.entries()
        dates = [(data.draw(days_about(log), "D"), data.draw(knowns(log), "K")) for _ in range(2)]
        for on, known in (*dates, (date(2024, 12, 31), None)):
            replay = logbook.replay(on, known)

            by_hand = _rows(replay) if replay.plan else {}
            expected = {
                key: Figures(
                    State(row.state),
                    _said(row.found),
                    disagree=any(_disagree(by_hand, key, other) for other in by_hand),
                )
                for key, row in by_hand.items()
            }
            assert expected == figures(replay)
            assert {key: (row.period, row.version.position) for key, row in by_hand.items()} == {
                status.key: (status.period, status.version) for status in replay.statuses
            }
            if replay.plan and len(agreed(history(replay.log)).until(on)) == 1:
                assert list(by_hand) == [status.key for status in replay.statuses]


RULES = st.builds(
    KeptSixMonths,
    activity=st.just("lommepengejob"),
    target=st.just(1),
    of_them=st.just(1),
    new_employer_breaks=st.booleans(),
    longest_gap_days=st.sampled_from([0, 1, 30]),
    completed=st.booleans(),
)


@settings(max_examples=200)
@given(job_histories(), RULES, st.data())
def test_jobs_kept_are_what_going_through_the_engagements_finds(
    entries: list[Entry], rule: KeptSixMonths, data: st.DataObject
) -> None:
    for on in (data.draw(days_about(entries), "D"), date(2024, 12, 31)):
        held = history(entries, on)
        for period in (Period("programme", date(2020, 1, 1), date(2023, 12, 31)), YEAR):
            expected = kept_six_months(rule, held, period)

            judged = rule.judge(View(on, SMALL_PLAN, held), period)

            assert expected.value == judged.value
            assert {Part(name, *figures) for name, figures in expected.parts.items()} == set(judged.parts)
