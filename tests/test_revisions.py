"""The agreement for two dates: the versions known, the one in force, what is new in each, what is chosen."""

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve

from agreed import APPROVED, asked, asked_in, chosen, revised
from clocks import SettableClock
from given import new_logbook, noon
from vaerebro_events import Logbook, PlanRevised, Replay, RevisionUploaded
from vaerebro_events.projections.agreement import Chosen, Revision, choices, revisions

NEW_YEAR = date(2022, 1, 1)
LAST_DAY = date(2022, 12, 31)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(noon(date(2024, 6, 1)))


@pytest.fixture
def logbook(clock: SettableClock) -> Iterator[Logbook]:
    with new_logbook(clock, plan=asked_in(1, 3)) as fresh:
        yield fresh


def in_force(replay: Replay) -> list[int]:
    return [each.position for each in revisions(replay) if each.in_force]


def told(revision: Revision) -> list[tuple[str, str]]:
    return [(change.table, change.subject) for change in revision.changes]


def test_before_the_adoption_is_known_there_is_nothing(logbook: Logbook) -> None:
    assert () == revisions(logbook.replay(known=0))
    assert () == choices(logbook.replay(known=0))


def test_the_plan_as_adopted_holds_from_its_first_day(logbook: Logbook) -> None:
    [adopted] = revisions(logbook.replay(on=LAST_DAY))

    assert (1, date(2020, 1, 1), True) == (adopted.position, adopted.holds_from, adopted.in_force)
    nothing = (adopted.revision, adopted.kind, adopted.approved_on, adopted.uploaded_on)
    assert (None, None, None, None) == nothing
    assert () == adopted.changes


def test_a_revision_says_who_was_asked_and_when(logbook: Logbook) -> None:
    involved, approved = date(2022, 2, 1), date(2022, 4, 1)
    fact = PlanRevised("r-1", "strategic", NEW_YEAR, asked_in(1, 3), involved, approved)
    logbook.record(fact, on=APPROVED)

    _, found = revisions(logbook.replay(on=LAST_DAY))

    assert Revision(2, "r-1", found.kind, APPROVED, NEW_YEAR, None, involved, approved, True, ()) == found  # noqa: FBT003 a field
    assert "strategic" == found.kind


def test_of_a_corrected_revision_the_day_and_all_else_are_the_corrected_ones(logbook: Logbook) -> None:
    [entry] = logbook.record(revised(asked_in(1, 3), NEW_YEAR))
    other = PlanRevised("r-1", "strategic", date(2022, 7, 1), asked_in(1, 3))
    logbook.correct(entry.position, other, reason="slip", on=date(2022, 3, 2))

    _, found = revisions(logbook.replay(on=LAST_DAY))

    assert (2, date(2022, 3, 2), date(2022, 7, 1)) == (found.position, found.approved_on, found.holds_from)
    assert "strategic" == found.kind


def test_one_is_in_force_by_the_day_as_far_as_is_known(logbook: Logbook) -> None:
    logbook.record(revised(asked_in(1, 4), NEW_YEAR))
    logbook.record(revised(asked_in(1, 5), date(2023, 1, 1), "r-2"))

    days = (date(2019, 6, 1), date(2021, 12, 31), NEW_YEAR, date(2023, 1, 1))

    assert [[1], [1], [2], [3]] == [in_force(logbook.replay(on=day)) for day in days]
    assert [[1], [1], [2], [2]] == [in_force(logbook.replay(on=day, known=2)) for day in days]
    assert 3 == len(revisions(logbook.replay(on=date(2020, 6, 1))))


def test_the_first_upload_of_a_revision_is_told_as_known_whatever_the_day(logbook: Logbook) -> None:
    logbook.record(revised(asked_in(1, 4), NEW_YEAR))
    first, second = date(2022, 3, 10), date(2022, 3, 20)
    logbook.record(RevisionUploaded("r-1"), on=second)
    logbook.record(RevisionUploaded("r-1"), on=first)

    def uploaded(on: date, known: int | None = None) -> date | None:
        return revisions(logbook.replay(on=on, known=known))[1].uploaded_on

    assert first == uploaded(LAST_DAY)
    assert first == uploaded(date(2022, 3, 9))
    assert first == uploaded(first)
    assert second == uploaded(LAST_DAY, known=3)
    assert uploaded(LAST_DAY, known=2) is None


def test_an_upload_is_of_its_own_revision(logbook: Logbook) -> None:
    logbook.record(revised(asked_in(1, 4), NEW_YEAR), revised(asked_in(1, 5), date(2023, 1, 1), "r-2"))
    logbook.record(RevisionUploaded("r-2"), on=date(2022, 4, 1))

    found = revisions(logbook.replay())

    assert [None, None, date(2022, 4, 1)] == [each.uploaded_on for each in found]


def test_what_is_new_is_what_differs_from_the_version_that_held_before(logbook: Logbook) -> None:
    later = evolve(asked_in(1, 4), last_day=date(2024, 6, 30))
    logbook.record(revised(later, date(2023, 1, 1), "r-2"))
    logbook.record(revised(asked_in(1, 4), NEW_YEAR))

    _, first, second = revisions(logbook.replay())

    assert (3, 2) == (first.position, second.position)
    assert [("readings", "asked at-least-3"), ("readings", "asked at-least-4")] == told(first)
    assert [("programme", "vaerebro-2020-2023")] == told(second)
    assert {("programme", "vaerebro-2020-2023"), *told(first)} == set(
        told(revisions(logbook.replay(known=2))[1])
    )


def test_of_two_from_one_day_the_later_differs_from_the_one_whose_place_it_takes(logbook: Logbook) -> None:
    logbook.record(revised(asked_in(1), NEW_YEAR), revised(asked_in(1, 3), NEW_YEAR, "r-2"))

    _, first, second = revisions(logbook.replay(on=LAST_DAY))

    assert [("readings", "asked at-least-3")] == told(first)
    assert [("readings", "asked at-least-3")] == told(second)
    assert [False, True] == [first.in_force, second.in_force]


def test_one_that_holds_from_the_beginning_differs_from_the_plan_as_adopted(logbook: Logbook) -> None:
    logbook.record(revised(asked_in(1), date(2020, 1, 1)))

    adopted, found = revisions(logbook.replay(on=LAST_DAY))

    assert [("readings", "asked at-least-3")] == told(found)
    assert [False, True] == [adopted.in_force, found.in_force]


def test_a_retracted_revision_is_not_told(logbook: Logbook) -> None:
    [entry] = logbook.record(revised(asked_in(1), NEW_YEAR))
    logbook.retract(entry.position, reason="slip")

    assert 1 == len(revisions(logbook.replay()))
    assert 2 == len(revisions(logbook.replay(known=2)))


def test_a_choice_is_told_with_the_day_it_was_made(logbook: Logbook) -> None:
    [entry] = logbook.record(chosen("at-least-3"))

    expected = (Chosen("asked", "at-least-3", APPROVED, entry.position),)
    assert expected == choices(logbook.replay())
    assert expected == choices(logbook.replay(on=date(2020, 6, 1)))
    assert () == choices(logbook.replay(known=1))


def test_the_newest_choice_is_told_with_the_day_it_was_corrected_to(logbook: Logbook) -> None:
    logbook.record(chosen("at-least-1"), chosen("at-least-3", on=date(2022, 9, 1)))
    logbook.correct(2, chosen("at-least-1").fact, reason="wrong-day", on=date(2022, 10, 1))

    assert (Chosen("asked", "at-least-1", date(2022, 10, 1), 2),) == choices(logbook.replay())


def test_without_a_choice_there_is_none_to_tell(clock: SettableClock) -> None:
    with new_logbook(clock, plan=asked(2)) as logbook:
        assert () == choices(logbook.replay())
