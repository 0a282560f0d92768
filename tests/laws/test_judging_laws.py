"""Law 7, and that the rules say what their words say: held against counting by hand."""

from datetime import date

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import Figures, Key, figures
from plain import history
from plain_rules import found, kept_six_months, periods, state
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
    SeriesPlanned,
    State,
    Status,
    View,
)
from vaerebro_events.projections.rules import KeptSixMonths


def _judged(status: Status, replay: Replay, positions: set[int]) -> Judgement:
    """What a status' rule finds where the history holds only these entries."""
    rule = status.rule
    assert isinstance(rule, JudgingRule)
    entries = [entry for entry in replay.history if entry.position in positions]
    return rule.judge(View(replay.on, SMALL_PLAN, entries), status.period)


def _agreed(judgement: Judgement) -> tuple[object, ...]:
    """The figures that have a target."""
    required = frozenset(part for part in judgement.parts if part.target is not None)
    return (judgement.value, judgement.target, required)


@given(stories(), st.data())
def test_judging_only_what_counted_gives_the_same_value(story: Story, data: st.DataObject) -> None:
    with told(story) as logbook:
        replay = logbook.replay(data.draw(days_about(logbook.entries()), "D"))

        for status in replay.statuses:
            judged = _judged(status, replay, set(status.counted))

            assert _agreed(status.judgement) == _agreed(judged)


@given(stories(), st.data())
def test_adding_what_was_left_out_with_what_stood_in_its_way_does_not_change_the_value(
    story: Story, data: st.DataObject
) -> None:
    """An entry left out is added together with the entries that kept it out, its `because`.

    Alone it may well count: an attendance of 2021 is left out of the new families of 2021 because the
    family came in 2020 already. Where 2021's entries are all there is, it is the family's first.
    """
    with told(story) as logbook:
        replay = logbook.replay(data.draw(days_about(logbook.entries()), "D"))

        for status in replay.statuses:
            for left in status.left_out:
                added = {*status.counted, left.position, *left.because}

                assert _agreed(status.judgement) == _agreed(_judged(status, replay, added))


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
        assert 1 == _judged(status, replay, {left.position}).value
        assert 0 == _judged(status, replay, {left.position, *left.because}).value


Rows = dict[Key, tuple[Period, Figures]]
YEAR = Period("2021", date(2021, 1, 1), date(2021, 12, 31))
GOES_WELL, GOES_BADLY = {State.MET, State.ON_TRACK}, {State.NOT_MET, State.BEHIND}


def _rows(replay: Replay) -> Rows:
    """Every status counted by hand from the plain log."""
    rows: Rows = {}
    held = history(replay.log, replay.on)
    for criterion in SMALL_PLAN.criteria:
        for reading in criterion.readings:
            for period in periods(SMALL_PLAN, criterion, reading, held):
                result = found(SMALL_PLAN, reading, held, period)
                said = State(state(reading.rule, result, period, replay.on))
                parts = frozenset(Part(name, *figures) for name, figures in result.parts.items())
                row = Figures(said, result.value, result.target, parts, disagree=False)
                rows[criterion.key, reading.key, period.key] = (period, row)
    return rows


def _disagree(rows: Rows, one: Key, other: Key) -> bool:
    (period, row), (its_period, its_row) = rows[one], rows[other]
    overlap = period.first <= its_period.last and its_period.first <= period.last
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

            rows = _rows(replay) if replay.plan else {}
            expected = {
                key: evolve(row, disagree=any(_disagree(rows, key, other) for other in rows))
                for key, (_, row) in rows.items()
            }
            assert expected == figures(replay)


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
