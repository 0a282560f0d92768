"""What merely looks odd is recorded all the same, and reported. A new finding: one case here."""

from datetime import date, timedelta

import pytest

from clocks import SettableClock
from given import (
    AKADEMI,
    COURSES,
    JOBS,
    SPRING,
    WORKER,
    a_spring,
    baseline,
    course,
    ended,
    evening,
    family,
    held,
    meeting_day,
    new_logbook,
    noon,
    plan_with,
    resident,
    season,
    session,
    started,
    youth,
)
from odd import Odd, Story, written
from vaerebro_events import (
    AliasAttended,
    Draft,
    EventHeld,
    Finding,
    HeadsCounted,
    Logbook,
    ResidentAttended,
    SeriesCompleted,
)
from vaerebro_events.projections.findings import CHECKS, FindingKind
from vaerebro_events.projections.rules import KeptSixMonths


def behind(logbook: Logbook, clock: SettableClock) -> None:
    logbook.record(family("f-1", date(2019, 12, 31)))
    clock.move(timedelta(minutes=-6))
    logbook.record(family("f-2", date(2020, 1, 1)), allow_clock_behind=True)


CAFE = EventHeld("netvaerk", "tirsdagscafe", 1, "beboerhuset", "volunteers")


def at_the_cafe(heads: int) -> list[Draft]:
    """A resident and an alias come, and so many heads are counted."""
    place = (CAFE.activity, CAFE.series, CAFE.meeting)
    came = (ResidentAttended(*place, "r-1"), AliasAttended(*place, "a-1"))
    return [Draft(fact, meeting_day(1)) for fact in (CAFE, *came, HeadsCounted(*place, heads))]


def completed(on: date) -> Draft:
    """The course has run to its end."""
    return Draft(SeriesCompleted(COURSES, "k-1"), on)


a_course = course("k-1", "mothers", date(2021, 3, 1))

ODD = [
    Odd(
        FindingKind.LATE_ENTRY,
        written(family("f-1", date(2021, 1, 1)), late=91),
        "Registreret 91 dage efter at det skete.",
        "Recorded 91 days after its day.",
    ),
    Odd(
        FindingKind.OUTSIDE_PROGRAMME,
        written(family("f-1", date(2019, 12, 31))),
        "Dagen ligger uden for aftaleperioden.",
        "Its day lies outside the programme.",
    ),
    Odd(
        FindingKind.OUTSIDE_PROGRAMME,
        written(family("f-1", date(2024, 1, 1))),
        "Dagen ligger uden for aftaleperioden.",
        "Its day lies outside the programme.",
    ),
    Odd(
        FindingKind.CLOSED_DAY,
        written(season(first=date(2021, 12, 24)), *evening(1, on=date(2021, 12, 24))),
        "Mødet eller arrangementet ligger på en lukkedag.",
        "A meeting or an event on a day that is usually closed.",
    ),
    Odd(
        FindingKind.CLOSED_DAY,
        written(Draft(CAFE, date(2021, 12, 26))),
        "Mødet eller arrangementet ligger på en lukkedag.",
        "A meeting or an event on a day that is usually closed.",
    ),
    Odd(
        FindingKind.OUTSIDE_SEASON,
        written(season(), *evening(1, on=date(2021, 1, 6))),
        "Mødet ligger uden for den planlagte periode.",
        "The meeting lies outside the days of its season.",
    ),
    Odd(
        FindingKind.OUTSIDE_SEASON,
        written(season(meetings=2), *evening(1, on=date(2021, 1, 15))),
        "Mødet ligger uden for den planlagte periode.",
        "The meeting lies outside the days of its season.",
    ),
    Odd(
        FindingKind.MORE_THAN_PLANNED,
        written(season(meetings=2), *evening(3, on=meeting_day(2))),
        "Møde nummer 3, men der er kun planlagt 2.",
        "Meeting 3 of a season planned with 2.",
    ),
    Odd(
        FindingKind.FEWER_HEADS_THAN_CAME,
        written(
            *a_spring("f-1", "f-2"),
            *evening(1, "f-1", "f-2"),
            Draft(HeadsCounted(AKADEMI, SPRING, 1, 1), meeting_day(1)),
        ),
        "Der blev talt 1, men der er registreret 2.",
        "1 counted, but 2 recorded as having come.",
    ),
    # Whoever came: a resident, and a visitor whom nobody registers.
    Odd(
        FindingKind.FEWER_HEADS_THAN_CAME,
        written(resident("r-1"), *at_the_cafe(heads=1)),
        "Der blev talt 1, men der er registreret 2.",
        "1 counted, but 2 recorded as having come.",
    ),
    Odd(
        FindingKind.SIX_MONTHS_EARLY,
        written(youth("y-1"), started("y-1", "j-1", date(2021, 3, 1)), held("y-1", "j-1", date(2021, 8, 31))),
        "De seks måneder er først gået 1.9.2021.",
        "Six months are not reached until 2021-09-01.",
    ),
    Odd(
        FindingKind.SIX_MONTHS_LATE,
        written(youth("y-1"), started("y-1", "j-1", date(2021, 3, 1)), held("y-1", "j-1", date(2021, 9, 2))),
        "De seks måneder var allerede gået 1.9.2021.",
        "Six months were reached on 2021-09-01 already.",
    ),
    Odd(
        FindingKind.COMPLETED_WITHOUT_MEETINGS,
        written(a_course, completed(date(2021, 5, 3))),
        "Forløbet er gennemført, men der er ikke registreret noget møde.",
        "The course is completed, but no meeting of it is recorded.",
    ),
    # A meeting of another course is none of this one.
    Odd(
        FindingKind.COMPLETED_WITHOUT_MEETINGS,
        written(
            a_course,
            course("k-2", "fathers", date(2021, 3, 1)),
            *session("k-2", 1, date(2021, 3, 1)),
            completed(date(2021, 5, 3)),
        ),
        "Forløbet er gennemført, men der er ikke registreret noget møde.",
        "The course is completed, but no meeting of it is recorded.",
    ),
    Odd(
        FindingKind.BASELINE_ZERO,
        written(baseline("neighbour-activities", 0)),
        "Basistallet er nul, så en vækst i procent kan ikke beregnes.",
        "The baseline is zero, so growth in per cent cannot be computed.",
    ),
]

NOT_ODD = [
    written(family("f-1", date(2021, 1, 1)), late=90),
    written(family("f-1", date(2020, 1, 1))),
    written(family("f-1", date(2023, 12, 31))),
    written(season(meetings=2), *evening(1), *evening(2)),
    written(season(first=date(2021, 12, 23)), *evening(1, on=date(2021, 12, 23))),
    written(
        *a_spring("f-1", "f-2"),
        *evening(1, "f-1", "f-2"),
        Draft(HeadsCounted(AKADEMI, SPRING, 1, 2), meeting_day(1)),
    ),
    written(season(), *evening(1), Draft(HeadsCounted(AKADEMI, SPRING, 1, 0), meeting_day(1))),
    written(
        youth("y-1"),
        started("y-1", "j-1", date(2021, 3, 1)),
        held("y-1", "j-1", date(2021, 9, 1)),
        ended("y-1", "j-1", date(2021, 10, 1)),
    ),
    written(a_course, *session("k-1", 1, date(2021, 3, 1)), completed(date(2021, 5, 3))),
    written(baseline("neighbour-activities", 1)),
    # A baseline may be of the time before the programme.
    written(baseline("neighbour-activities", 1, date(2019, 12, 31))),
    # Of what is measured, none is a figure like others.
    written(baseline("parent-meetings", 0)),
    written(Draft(CAFE, date(2021, 12, 27))),
    written(resident("r-1"), *at_the_cafe(heads=2)),
]


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(noon(date(2020, 1, 1)))


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_what_looks_odd_is_recorded_and_reported(odd: Odd, logbook: Logbook, clock: SettableClock) -> None:
    odd.story(logbook, clock)

    found = [finding for finding in logbook.replay().findings if finding.kind is odd.kind]

    assert [odd.danish] == [finding.says.da for finding in found]
    assert [odd.english] == [finding.says.en for finding in found]
    assert odd.kind in {finding.kind for finding in logbook.replay().findings}


@pytest.mark.parametrize("story", NOT_ODD)
def test_what_is_just_right_is_not_reported(story: Story, logbook: Logbook, clock: SettableClock) -> None:
    story(logbook, clock)

    assert () == logbook.replay().findings


@pytest.mark.parametrize(
    ("new_employer_breaks", "checked_on", "found"),
    [
        (False, date(2021, 9, 1), None),
        (False, date(2021, 9, 2), FindingKind.SIX_MONTHS_LATE),
        (True, date(2021, 9, 1), FindingKind.SIX_MONTHS_EARLY),
        (True, date(2021, 12, 1), None),
    ],
)
def test_six_months_are_reckoned_as_the_plan_does(
    clock: SettableClock, *, new_employer_breaks: bool, checked_on: date, found: FindingKind | None
) -> None:
    rule = KeptSixMonths(JOBS, target=1, of_them=0, new_employer_breaks=new_employer_breaks)
    changed_employer = written(
        *(youth("y-1"), started("y-1", "j-1", date(2021, 3, 1)), ended("y-1", "j-1", date(2021, 5, 31))),
        *(started("y-1", "j-2", date(2021, 6, 1), "e-2"), held("y-1", "j-2", checked_on)),
    )

    with new_logbook(clock, plan=plan_with(rule)) as logbook:
        changed_employer(logbook, clock)

        assert ([] if found is None else [found]) == [each.kind for each in logbook.replay().findings]


def test_a_clock_behind_the_log_is_reported(logbook: Logbook, clock: SettableClock) -> None:
    behind(logbook, clock)

    [finding] = [each for each in logbook.replay(known=3).findings if each.kind is FindingKind.CLOCK_BEHIND]

    assert 3 == finding.position
    assert "Uret var bagefter logbogen: det viste 1.1.2020 kl. 12.54." == finding.says.da
    assert (
        "The clock said 2020-01-01 11:54:00+00:00, behind the log, and that was allowed." == finding.says.en
    )


def test_the_logbook_itself_is_nothing_odd(clock: SettableClock) -> None:
    # A plan adopted a year before the programme, in a logbook marked as a sample.
    clock.set(noon(date(2019, 1, 1)))
    with Logbook.create(":memory:", actor=WORKER, clock=clock, sample_seed=7) as logbook:
        assert () == logbook.replay().findings


def test_before_the_plan_is_known_nothing_looks_odd(logbook: Logbook) -> None:
    assert () == logbook.replay(known=0).findings


def test_an_odd_entry_that_is_corrected_is_odd_no_longer(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(noon(date(2021, 1, 7)))
    [entry] = logbook.record(family("f-1", date(2019, 12, 31)))

    logbook.correct(entry.position, entry.fact, on=date(2021, 1, 7), reason="wrong-day")

    assert () == logbook.replay().findings
    assert 2 == len(logbook.replay(known=2).findings)


def test_findings_come_in_the_order_of_the_log(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(noon(date(2021, 1, 7)))
    logbook.record(family("f-2", date(2019, 12, 31)))
    logbook.record(family("f-1", date(2018, 12, 31)), family("f-3", date(2017, 1, 1)))

    positions = [finding.position for finding in logbook.replay().findings]

    assert sorted(positions) == positions
    assert 4 == max(positions)


def test_every_check_has_a_case() -> None:
    assert len(CHECKS) <= len({odd.kind for odd in ODD})


def test_a_finding_is_a_value() -> None:
    one, other = (Finding(FindingKind.LATE_ENTRY, 2, (("days", 91),)) for _ in range(2))

    assert one == other
