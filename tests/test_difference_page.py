"""What two dates differ in, as a person reads it: states before and after, and which entries did it."""

from datetime import date, timedelta
from io import StringIO

from rich.console import Console

from clocks import SettableClock
from given import AKADEMI, JOBS, SPRING, a_spring, came, course, evenings, family, pocket_money, season, youth
from vaerebro_events import FamilyAttended, Logbook, LommepengejobAbandoned, LommepengejobCompleted
from vaerebro_events.reports.terminal.difference import Sides, difference_page
from vaerebro_events.reports.terminal.entries import EntriesPage
from vaerebro_events.reports.wanted import Wanted

TWO = "2 \N{MULTIPLICATION SIGN}"
SUMMER = date(2021, 6, 30)
COMPLETED = LommepengejobCompleted(JOBS, "y-1", "l-1")


def page(logbook: Logbook, before: int, on: tuple[date, date] = (SUMMER, SUMMER)) -> str:
    """The page on a wide terminal, its lines joined and spaces made one."""
    first, second = logbook.replay(on=on[0], known=before), logbook.replay(on=on[1])
    console = Console(file=StringIO(), width=160, markup=False, highlight=False)
    console.print(difference_page(Sides(first, second, ("before", "after"), "en", 160)))
    file = console.file
    assert isinstance(file, StringIO)
    return " ".join(file.getvalue().split())


def a_winter(logbook: Logbook) -> int:
    """Five evenings, f-1 at all of them; the last position is given."""
    logbook.record(*a_spring("f-1", "f-2"))
    return logbook.record(*evenings(range(1, 6), "f-1"))[-1].position


def a_course_in_december(logbook: Logbook) -> int:
    """A youth completes a lommepengejob course; the position of that is given."""
    begun = pocket_money("y-1", "l-1", date(2020, 10, 1), date(2020, 12, 18))
    return logbook.record(youth("y-1", date(2020, 10, 1)), *begun)[-1].position


def test_a_late_entry_is_named_with_what_it_says(logbook: Logbook) -> None:
    known = a_winter(logbook)
    late = logbook.record(came("f-2", 5))[0].position

    said = page(logbook, known)

    assert f"each year, 2021: 1 (≥ 8) behind → 2 (≥ 8) behind because of entry {late}" in said
    assert (
        f"{late} 2024-01-15 10:00 2021-02-04 Family attended: FamilieAkademi, 2021-forår, meeting no. 5, f-2 "
        "by family worker u-3"
    ) in said


def test_the_overview_of_the_later_side_stands_first(logbook: Logbook) -> None:
    known = a_winter(logbook)
    logbook.record(came("f-2", 5))

    overview, _, changes = page(logbook, known).partition("What differs")

    assert "Overview: as known after 57 criteria " in overview
    assert "Families that attend for the first time ever 2021 behind 2 ≥ 8" in overview
    assert "each year, 2021: 1 (≥ 8) behind → 2 (≥ 8) behind" in changes


def test_like_entries_are_summed_up_with_their_positions(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1", "f-2", "f-3"))
    known = logbook.record(*evenings([1], "f-1"))[-1].position
    logbook.record(came("f-2", 1), came("f-3", 1))

    said = page(logbook, known)

    span = f"{known + 1}-{known + 2}"
    assert (
        f"{span} 2024-01-15 10:00 2021-01-07 {TWO} Family attended: FamilieAkademi, 2021-forår, meeting no. 1"
        in said
    )


def test_entries_of_one_day_recorded_at_several_times_show_the_day(
    logbook: Logbook, clock: SettableClock
) -> None:
    known = a_winter(logbook)
    logbook.record(family("f-3"), came("f-2", 1))
    clock.move(timedelta(minutes=5))
    logbook.record(came("f-3", 1))

    said = page(logbook, known)

    assert f"{known + 2}-{known + 3} 2024-01-15 2021-01-07 {TWO} Family attended" in said


def test_a_correction_shows_what_it_changed(logbook: Logbook) -> None:
    known = a_winter(logbook)
    logbook.correct(known, FamilyAttended(AKADEMI, SPRING, 5, "f-2"), reason="wrong-person")

    said = page(logbook, known)

    of = "Family attended: FamilieAkademi, 2021-forår, meeting no. 5, f-1"
    assert f"corrects entry {known} (wrong person), {of}; f-1 → f-2 by" in said


def test_a_correction_shows_what_was_not_said_before(logbook: Logbook) -> None:
    known = logbook.record(course("2021-forår", None, date(2021, 2, 1)))[0].position
    planned = course("2021-forår", "mothers", date(2021, 2, 1))
    logbook.correct(known, planned.fact, reason="slip")

    said = " ".join(" ".join(EntriesPage(logbook.replay(), Wanted(), "en", 160).lines()).split())

    assert "none → target group mothers, by" in said


def test_a_correction_of_the_day_shows_both_days(logbook: Logbook) -> None:
    known = a_course_in_december(logbook)
    logbook.correct(known, COMPLETED, reason="wrong-day", on=date(2021, 1, 8))

    said = page(logbook, known)

    assert "l-1; day 2020-12-18 → 2021-01-08 by" in said


def test_a_correction_into_another_fact_shows_that_fact(logbook: Logbook) -> None:
    known = a_course_in_december(logbook)
    logbook.correct(known, LommepengejobAbandoned(JOBS, "y-1", "l-1"), reason="slip")

    said = page(logbook, known)

    activity = "Lommepengejob and help towards a fritidsjob"
    assert f"l-1; now Lommepengejob abandoned: {activity}, y-1, l-1 by" in said


def test_a_retraction_shows_what_is_taken_back(logbook: Logbook) -> None:
    known = a_winter(logbook)
    logbook.retract(known, reason="did-not-happen")

    said = page(logbook, known)

    of = "Family attended: FamilieAkademi, 2021-forår, meeting no. 5, f-1"
    assert f"retracts entry {known} (did not happen), {of} by family worker u-3" in said


def test_a_correction_that_undoes_one_says_so(logbook: Logbook) -> None:
    last = a_winter(logbook)
    known = logbook.retract(last, reason="slip").position
    logbook.correct(last, FamilyAttended(AKADEMI, SPRING, 5, "f-1"), reason="wrongly-amended")

    said = page(logbook, known)

    assert f"corrects entry {last} (wrongly amended)" in said
    assert "; as it was first by family worker u-3" in said


def test_days_that_pass_are_a_reason_too(logbook: Logbook) -> None:
    known = a_winter(logbook)

    said = page(logbook, known, (date(2021, 6, 30), date(2021, 12, 31)))

    assert "each year, 2021: 0 (≥ 20) behind → 0 (≥ 20) not met because days passed" in said


def test_a_season_planned_since_is_nothing_before(logbook: Logbook) -> None:
    known = a_winter(logbook)
    planned = logbook.record(season("2021-efterår", date(2021, 9, 2)))[0].position

    said = page(logbook, known, (date(2021, 12, 31), date(2021, 12, 31)))

    assert f"each season, 2021-efterår: nothing → 0 (≥ 10) not met because of entry {planned}" in said
