"""Closing a period: what is reported then stays, and what comes later about it is marked."""

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve

from clocks import SettableClock
from given import (
    AFTERWARDS,
    AKADEMI,
    SPRING,
    WORKER,
    came,
    chosen,
    evening,
    family,
    new_logbook,
    noon,
    revised,
    the_plan,
)
from given_closed import (
    LAST_DAY,
    NEXT_YEAR,
    REGULARS,
    closed,
    four_evenings,
    with_target,
)
from vaerebro_events import (
    FamilyAttended,
    Logbook,
    PeriodClosed,
    after_closing,
    closings,
    since_closing,
)
from vaerebro_events import logbook as front_door
from vaerebro_events.errors import ClosingDiffers, UnknownPeriod
from vaerebro_events.projections.closing import closing_of, reported


@pytest.fixture
def logbook(clock: SettableClock) -> Iterator[Logbook]:
    clock.set(noon(AFTERWARDS))
    with new_logbook(clock) as fresh:
        four_evenings(fresh)
        yield fresh


def marked(logbook: Logbook) -> dict[int, tuple[str, ...]]:
    return dict(after_closing(logbook.replay()))


def at(logbook: Logbook, fact: FamilyAttended) -> int:
    return next(entry.position for entry in logbook.entries() if entry.fact == fact)


# Closing.


def test_a_closing_holds_what_was_reported_and_what_it_rests_on(logbook: Logbook) -> None:
    known = logbook.position
    entry = logbook.close_period("2021")

    fact = entry.fact
    assert isinstance(fact, PeriodClosed)
    assert LAST_DAY == entry.occurred_on
    assert ("2021", known, front_door.LIBRARY, 1) == (
        fact.period,
        fact.as_known,
        fact.library,
        fact.plan_entry,
    )
    assert reported(logbook.replay(on=LAST_DAY, known=known)) == fact.statuses
    assert entry == closings(logbook.replay())["2021"]


def test_a_trial_of_a_closing_records_nothing(logbook: Logbook) -> None:
    before = logbook.position

    tried = logbook.close_period("2021", dry_run=True)

    assert before == logbook.position
    assert tried.fact == logbook.close_period("2021").fact


def test_the_programme_is_closed_when_it_is_over(logbook: Logbook) -> None:
    assert date(2023, 12, 31) == logbook.close_period("programme").occurred_on


def test_a_period_may_be_closed_as_known_earlier(logbook: Logbook) -> None:
    fact = closed(logbook, known=5)

    assert 5 < logbook.position
    assert 5 == fact.as_known
    assert reported(logbook.replay(on=LAST_DAY, known=5)) == fact.statuses


def test_as_known_within_a_batch_is_as_known_before_it(logbook: Logbook) -> None:
    assert 1 == closed(logbook, known=4).as_known


def test_as_known_on_a_day_is_as_known_at_its_last_position(logbook: Logbook, clock: SettableClock) -> None:
    known = logbook.position
    clock.set(noon(date(2024, 3, 1)))
    logbook.record(family("f-4"))

    fact = logbook.close_period("2021", known=AFTERWARDS).fact

    assert isinstance(fact, PeriodClosed)
    assert known == fact.as_known


def test_a_closing_is_not_there_before_its_last_day_nor_before_it_was_made(logbook: Logbook) -> None:
    entry = logbook.close_period("2021")

    assert {} == closings(logbook.replay(on=date(2021, 12, 30)))
    assert {} == closings(logbook.replay(known=entry.position - 1))


def test_a_mistaken_closing_is_retracted_and_the_period_closed_anew(logbook: Logbook) -> None:
    first = logbook.close_period("2021")
    logbook.record(*evening(5, "f-1", "f-2", "f-3"))

    logbook.retract(first.position, reason="slip")
    second = logbook.close_period("2021")

    assert {"2021": second} == closings(logbook.replay())
    assert () == since_closing(logbook.replay(), "2021").restated
    assert {} == marked(logbook)


def test_a_closing_may_be_corrected_into_one_that_says_what_the_log_says(logbook: Logbook) -> None:
    first = logbook.close_period("2021", known=1)
    known = logbook.position - 1
    closing = closing_of(logbook.replay(on=LAST_DAY, known=known), "2021", front_door.LIBRARY)

    logbook.correct(first.position, closing, reason="slip")

    [(_, entry)] = closings(logbook.replay()).items()
    assert (first.position, closing) == (entry.position, entry.fact)


def test_each_year_is_closed_by_the_version_that_held(logbook: Logbook) -> None:
    [revision] = logbook.record(revised("2022-1", date(2022, 1, 1), with_target(1)))

    assert [1, revision.position] == [closed(logbook, year).plan_entry for year in ("2021", "2022")]


# What comes later.


def test_what_is_recorded_later_about_a_closed_period_is_marked(logbook: Logbook) -> None:
    logbook.close_period("2021")

    late = logbook.record(*evening(5, "f-1", "f-2"))
    logbook.record(family("f-4", NEXT_YEAR))

    assert {entry.position: ("2021",) for entry in late} == marked(logbook)


def test_what_was_there_but_not_known_to_the_closing_is_marked(logbook: Logbook) -> None:
    [late] = logbook.record(*[came("f-3", 4)])
    closed(logbook, known=late.position - 1)

    assert {late.position: ("2021",)} == marked(logbook)


def test_an_amendment_of_an_entry_about_a_closed_period_is_marked(logbook: Logbook) -> None:
    logbook.close_period("2021")

    correction = logbook.correct(
        at(logbook, FamilyAttended(AKADEMI, SPRING, 1, "f-1")),
        FamilyAttended(AKADEMI, SPRING, 1, "f-3"),
        reason="wrong-person",
    )
    retraction = logbook.retract(logbook.position - 3, reason="did-not-happen")

    assert {correction.position: ("2021",), retraction.position: ("2021",)} == marked(logbook)


@pytest.mark.parametrize(
    ("recorded_on", "corrected_to", "of"),
    [
        pytest.param(date(2021, 3, 1), NEXT_YEAR, ("2021",), id="moved out of it"),
        pytest.param(NEXT_YEAR, date(2021, 3, 1), ("2021",), id="moved into it"),
        pytest.param(date(2020, 3, 1), date(2021, 3, 1), ("2020", "2021"), id="moved from one to another"),
        pytest.param(NEXT_YEAR, date(2022, 4, 1), None, id="moved elsewhere"),
    ],
)
def test_an_entry_that_is_moved_is_about_both_days(
    logbook: Logbook, recorded_on: date, corrected_to: date, of: tuple[str, ...] | None
) -> None:
    [entry] = logbook.record(family("f-7", recorded_on))
    logbook.close_period("2020")
    logbook.close_period("2021")

    moved = logbook.correct(entry.position, entry.fact, reason="wrong-day", on=corrected_to)

    assert ({} if of is None else {moved.position: of}) == marked(logbook)


def test_an_entry_brought_back_is_about_the_day_that_it_had_before_it_was_retracted(logbook: Logbook) -> None:
    [entry] = logbook.record(family("f-7", date(2021, 3, 1)))
    logbook.retract(entry.position, reason="slip")
    logbook.close_period("2021")

    back = logbook.correct(entry.position, entry.fact, reason="wrongly-amended", on=NEXT_YEAR)

    assert {back.position: ("2021",)} == marked(logbook)


def test_the_programme_closed_marks_what_is_about_any_of_its_days(logbook: Logbook) -> None:
    logbook.close_period("2021")
    logbook.close_period("programme")

    [in_2021, in_2022, before] = [
        logbook.record(family(f"f-{day}", day))[0] for day in (date(2021, 5, 1), NEXT_YEAR, date(2019, 5, 1))
    ]

    assert {in_2021.position: ("2021", "programme"), in_2022.position: ("programme",)} == marked(logbook)
    assert before.position not in marked(logbook)


def test_a_decision_is_marked_with_the_closed_periods_it_decides_about_and_a_closing_never(
    logbook: Logbook,
) -> None:
    logbook.close_period("2021")
    logbook.close_period("2020")
    [choice] = logbook.record(chosen(REGULARS[0], "year", LAST_DAY))
    [revision] = logbook.record(revised("2021-1", LAST_DAY, the_plan()))

    assert {choice.position: ("2021", "2020"), revision.position: ("2021",)} == {
        at: tuple(sorted(periods, reverse=True)) for at, periods in marked(logbook).items()
    }


def test_known_before_the_closing_nothing_is_marked(logbook: Logbook) -> None:
    logbook.close_period("2021")
    logbook.record(*evening(5, "f-1"))

    assert {} == after_closing(logbook.replay(known=logbook.position - 2))
    assert {} == after_closing(logbook.replay(on=date(2021, 6, 1)))


def test_a_year_that_a_revision_cut_short_is_closed_on_its_last_day_also_after_the_programme_was_extended(
    logbook: Logbook,
) -> None:
    short = evolve(the_plan(), criteria=(), duties=(), last_day=date(2022, 8, 31))
    logbook.record(revised("r-1", date(2022, 6, 1), short))
    logbook.record(revised("r-2", date(2023, 2, 1), the_plan()))

    assert date(2022, 8, 31) == logbook.close_period("2022").occurred_on


def test_a_year_that_the_programme_had_no_more_when_it_ended_cannot_be_closed(logbook: Logbook) -> None:
    short = evolve(the_plan(), criteria=(), duties=(), last_day=date(2021, 12, 31))
    logbook.record(revised("r-1", date(2021, 6, 1), short))

    with pytest.raises(UnknownPeriod, match="There is no period «2022» to close"):
        logbook.close_period("2022")


def test_a_closing_knows_the_adoption_of_the_plan_whole(clock: SettableClock) -> None:
    clock.set(noon(AFTERWARDS))
    with Logbook.create(":memory:", the_plan(), actor=WORKER, sample_seed=1, clock=clock) as logbook:
        closing = closing_of(logbook.replay(on=LAST_DAY), "2021", front_door.LIBRARY)

        # The adoption is recorded together with the mark, so that neither is known alone.
        with pytest.raises(ClosingDiffers, match="no plan was adopted"):
            logbook.record(evolve(closing, as_known=1), on=LAST_DAY)
