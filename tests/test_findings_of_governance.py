"""What looks odd in the agreement and in how it is followed is recorded all the same, and reported."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from clocks import SettableClock
from given import family, new_logbook, noon
from given_governance import (
    AGREED,
    ESTATE,
    FIRST,
    LAST,
    SCHOOL,
    agreed,
    hours,
    replay_of,
    revised,
)
from odd import Odd, Story, written
from odd_following import NOT_ODD as NOT_ODD_IN_FOLLOWING
from odd_following import ODD as ODD_IN_FOLLOWING
from odd_following import YEAR_END, sent
from odd_governance import (
    APPROVED,
    INVOLVED,
    MOVED,
    NEW_YEAR,
    NOT_ODD,
    ODD,
    WITH_REPORT,
    notified,
    raised,
    taken_up,
)
from test_findings import ODD as ODD_DAYS
from vaerebro_events import (
    Draft,
    Logbook,
    ReportSent,
    Text,
)
from vaerebro_events.domain.plan import Party
from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.projections.findings_of_governance import CHECKS, CHECKS_OF_CHOICES, CHECKS_OF_REVISIONS


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(noon(date(2019, 6, 1)))


@pytest.fixture
def logbook(clock: SettableClock) -> Iterator[Logbook]:
    with new_logbook(clock, plan=WITH_REPORT) as fresh:
        yield fresh


@pytest.mark.parametrize("odd", [*ODD, *ODD_IN_FOLLOWING], ids=str)
def test_what_looks_odd_is_recorded_and_reported(odd: Odd, logbook: Logbook, clock: SettableClock) -> None:
    odd.story(logbook, clock)

    found = [finding for finding in logbook.replay().findings if finding.kind is odd.kind]

    assert [odd.danish] == [finding.says.da for finding in found]
    assert [odd.english] == [finding.says.en for finding in found]


@pytest.mark.parametrize("story", [*NOT_ODD, *NOT_ODD_IN_FOLLOWING])
def test_what_is_just_right_is_not_reported(story: Story, logbook: Logbook, clock: SettableClock) -> None:
    story(logbook, clock)

    assert () == logbook.replay().findings


def test_every_kind_of_finding_has_a_case() -> None:
    of_days = {odd.kind for odd in ODD_DAYS} | {FindingKind.CLOCK_BEHIND}
    of_governance = {odd.kind for odd in (*ODD, *ODD_IN_FOLLOWING)}

    assert set(FindingKind) == of_days | of_governance
    assert len(CHECKS) + len(CHECKS_OF_REVISIONS) + len(CHECKS_OF_CHOICES) == len(of_governance)


def test_a_report_sent_long_ago_is_late() -> None:
    sent = Draft(ReportSent("status", date(2021, 6, 30)), date(2020, 12, 31))
    late = date(2021, 6, 30) + timedelta(days=91)
    clock = SettableClock(noon(late))
    with new_logbook(clock, plan=WITH_REPORT) as logbook:
        logbook.record(sent)

        [finding] = logbook.replay().findings

    assert (FindingKind.LATE_ENTRY, (("days", 91),)) == (finding.kind, finding.facts)


def test_a_decision_is_odd_as_it_is_known_whatever_the_day() -> None:
    drafts = [revised(agreed(posts=()), date(2022, 1, 2), NEW_YEAR)]

    known, not_known = (replay_of(drafts, on=FIRST, known=position) for position in (2, 1))

    assert [(FindingKind.REVISED_AFTER_EFFECT, 2)] == [(each.kind, each.position) for each in known.findings]
    assert () == not_known.findings


def test_a_revision_that_is_retracted_is_odd_no_longer(logbook: Logbook, clock: SettableClock) -> None:
    written(revised(AGREED, date(2022, 1, 2), NEW_YEAR))(logbook, clock)

    logbook.retract(2, reason="slip")

    assert () == logbook.replay().findings
    assert 1 == len(logbook.replay(known=2).findings)


def test_hours_a_day_later_are_not_odd_yet() -> None:
    drafts = [hours(SCHOOL, "5", date(2020, 1, 1), date(2020, 1, 31))]

    def kinds(on: date) -> set[FindingKind]:
        return {finding.kind for finding in replay_of(drafts, on=on).findings}

    assert FindingKind.HOURS_NOT_AGREED not in kinds(date(2020, 1, 30))
    assert FindingKind.HOURS_NOT_AGREED in kinds(date(2020, 1, 31))


def test_an_entry_of_two_closed_periods_is_told_of_for_each(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(noon(date(2024, 1, 5)))
    for period in ("2023", "programme"):
        logbook.close_period(period)
    logbook.record(family("f-1", LAST))

    assert [(("period", "2023"),), (("period", "programme"),)] == [
        finding.facts for finding in logbook.replay().findings
    ]


def test_findings_come_in_the_order_of_the_log(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(noon(date(2024, 1, 5)))
    logbook.record(hours(SCHOOL, "5", FIRST, FIRST), family("f-1", date(2019, 12, 31)))
    logbook.record(revised(AGREED, date(2022, 1, 2), NEW_YEAR), notified())

    positions = [finding.position for finding in logbook.replay().findings]

    assert sorted(positions) == positions
    assert {2, 3, 4, 5} == set(positions)


def test_a_short_time_does_not_hide_a_long_one() -> None:
    year, march, may = (
        hours(ESTATE, "5", date(2021, first, 1), date(2021, last, 28))
        for first, last in ((1, 12), (3, 3), (5, 5))
    )

    found = replay_of([year, march, may], on=LAST).findings

    assert [(3, (("other", 2),)), (4, (("other", 2),))] == [
        (each.position, each.facts) for each in found if each.kind is FindingKind.HOURS_OVERLAP
    ]


def test_what_only_a_retracted_revision_had_is_in_the_plan_no_longer(
    logbook: Logbook, clock: SettableClock
) -> None:
    clock.set(noon(date(2022, 3, 1)))
    club = Party("klubben", Text("klubben", "the club"))
    more = evolve(WITH_REPORT, parties=(*WITH_REPORT.parties, club))
    logbook.record(revised(more, APPROVED, NEW_YEAR), notified("klubben", on=date(2022, 2, 1)))

    kinds_before = [finding.kind for finding in logbook.replay().findings]
    logbook.retract(2, reason="slip")

    assert [] == kinds_before
    assert [(FindingKind.NOT_IN_PLAN, 3)] == [
        (each.kind, each.position) for each in logbook.replay().findings
    ]


TIMES = st.lists(
    st.tuples(st.sampled_from([ESTATE, SCHOOL]), st.integers(0, 40), st.integers(0, 40)), max_size=8
)


@given(TIMES)
def test_hours_overlap_where_two_have_a_day_in_common(times: list[tuple[str, int, int]]) -> None:
    spans = [
        (party, FIRST + timedelta(days=start), FIRST + timedelta(days=start + length))
        for party, start, length in times
    ]

    replay = replay_of([hours(party, "1", first, last) for party, first, last in spans], on=LAST)

    told = {
        (dict(finding.facts)["other"], finding.position)
        for finding in replay.findings
        if finding.kind is FindingKind.HOURS_OVERLAP
    }
    have_a_day_in_common = {
        (one + 2, other + 2)
        for one, other in combinations(range(len(spans)), 2)
        if spans[one][0] == spans[other][0]
        and spans[one][1] <= spans[other][2]
        and spans[other][1] <= spans[one][2]
    }
    assert told <= have_a_day_in_common
    assert {at for pair in told for at in pair} == {at for pair in have_a_day_in_common for at in pair}


LEVELS = ["those-involved", "nearest-managers", "board"]


@given(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=6))
def test_no_level_is_skipped_where_each_was_tried_before_the_one_above(levels: list[str]) -> None:
    drafts = [raised(levels[0]), *(taken_up(level, day) for day, level in enumerate(levels[1:], 2))]

    found = [
        finding
        for finding in replay_of(drafts, on=LAST).findings
        if finding.kind is FindingKind.LEVEL_SKIPPED
    ]

    tried = [set(levels[:number]) for number in range(len(levels))]
    skipped = any(
        level != LEVELS[0] and LEVELS[LEVELS.index(level) - 1] not in before
        for level, before in zip(levels[1:], tried[1:], strict=True)
    )
    assert skipped is bool(found)


def test_a_report_sent_again_is_odd_by_the_order_of_the_log(logbook: Logbook, clock: SettableClock) -> None:
    written(sent(NEW_YEAR), sent(date(2022, 1, 3)), sent(date(2022, 1, 2)), late=45)(logbook, clock)

    told = [(each.kind, each.position, each.facts) for each in logbook.replay().findings]

    assert [(FindingKind.TOLD_TWICE, at, (("other", 2),)) for at in (3, 4)] == told


def test_a_report_is_told_twice_when_it_is_corrected_to_a_day_that_has_one(
    logbook: Logbook, clock: SettableClock
) -> None:
    written(sent(NEW_YEAR, YEAR_END - timedelta(days=1)), sent(NEW_YEAR), late=45)(logbook, clock)

    logbook.correct(2, sent(NEW_YEAR).fact, reason="slip", on=YEAR_END)

    assert [(FindingKind.TOLD_TWICE, 3)] == [(each.kind, each.position) for each in logbook.replay().findings]


def test_a_revision_changes_something_again_when_the_one_before_it_is_retracted(
    logbook: Logbook, clock: SettableClock
) -> None:
    written(
        revised(MOVED, APPROVED, NEW_YEAR, **INVOLVED),
        revised(MOVED, date(2022, 1, 3), date(2022, 2, 1), revision="r-2", **INVOLVED),
    )(logbook, clock)

    found_before = [(each.kind, each.position) for each in logbook.replay().findings]
    logbook.retract(2, reason="slip")

    assert [(FindingKind.REVISED_NOTHING, 3)] == found_before
    assert () == logbook.replay().findings
