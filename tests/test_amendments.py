"""How entries are put right, and what each day and each knowledge then says."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from clocks import SettableClock
from given import AKADEMI, SPRING, a_spring, came, evening, evenings, family, meeting_day, noon, position_of
from vaerebro_events import (
    Corrected,
    Draft,
    Entry,
    Evidence,
    FamilyAttended,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    PlanAdopted,
    Reason,
    Retracted,
)
from vaerebro_events.errors import AlreadyAttended, InvalidValue, NotRegistered

LETTER = Evidence("letter-7", "0" * 64)


def attendance(who: str, meeting: int = 1) -> FamilyAttended:
    return FamilyAttended(AKADEMI, SPRING, meeting, who)


def as_it_holds(logbook: Logbook, position: int, known: int | date | None = None) -> list[Entry]:
    """The entry at a position in the history, if it holds."""
    return [entry for entry in logbook.replay(known=known).history if entry.position == position]


@pytest.fixture
def evening_recorded(logbook: Logbook) -> Logbook:
    logbook.record(*a_spring("f-1", "f-2"), *evening(1, "f-1"), *evening(2, "f-2"))
    return logbook


def test_a_corrected_day_holds_from_then_on(logbook: Logbook) -> None:
    [entry] = logbook.record(family("f-1", date(2021, 1, 4)))

    amendment = logbook.correct(entry.position, entry.fact, on=date(2021, 1, 5), reason="wrong-day")

    [corrected] = as_it_holds(logbook, entry.position)
    [before] = as_it_holds(logbook, entry.position, known=entry.position)
    assert (date(2021, 1, 5), amendment.position) == (corrected.occurred_on, corrected.amended_by)
    assert (date(2021, 1, 4), None) == (before.occurred_on, before.amended_by)


def test_a_corrected_fact_keeps_its_day_id_and_position(evening_recorded: Logbook) -> None:
    first = evening_recorded.entries()[position_of(evening_recorded, attendance("f-1")) - 1]

    evening_recorded.correct(first.position, attendance("f-2"), reason="wrong-person")

    [corrected] = as_it_holds(evening_recorded, first.position)
    assert attendance("f-2") == corrected.fact
    assert (first.occurred_on, first.id, first.position) == (
        corrected.occurred_on,
        corrected.id,
        corrected.position,
    )
    assert (first.recorded_at, first.actor) == (corrected.recorded_at, corrected.actor)


def test_an_amended_entry_keeps_its_evidence_and_what_the_clock_said(
    logbook: Logbook, clock: SettableClock
) -> None:
    behind = clock() - timedelta(hours=1)
    clock.set(behind)
    draft = Draft(family("f-9").fact, date(2021, 1, 4), evidence=LETTER)
    [told] = logbook.record(draft, allow_clock_behind=True)

    logbook.correct(told.position, family("f-8").fact, reason="wrong-person", allow_clock_behind=True)

    [held] = as_it_holds(logbook, told.position)
    assert ((LETTER,), behind) == (held.evidence, held.clock)


def test_an_entry_is_corrected_into_another_kind_of_fact(evening_recorded: Logbook) -> None:
    position = position_of(evening_recorded, attendance("f-1"))

    evening_recorded.correct(position, ParticipantRegistered("family", "f-3"), reason="slip")

    [corrected] = as_it_holds(evening_recorded, position)
    assert ParticipantRegistered("family", "f-3") == corrected.fact


def test_the_log_keeps_what_was_said_first(evening_recorded: Logbook) -> None:
    before = evening_recorded.entries()

    evening_recorded.correct(before[-1].position, attendance("f-1", 2), reason="wrong-person")

    assert before == evening_recorded.entries()[:-1]
    assert (
        Corrected(before[-1].position, "wrong-person", attendance("f-1", 2))
        == evening_recorded.entries()[-1].fact
    )


def test_two_attendances_are_swapped_in_one_batch(evening_recorded: Logbook) -> None:
    one = position_of(evening_recorded, attendance("f-1", 1))
    other = position_of(evening_recorded, attendance("f-2", 2))

    evening_recorded.record(
        Draft(Corrected(one, "wrong-person", attendance("f-2", 1))),
        Draft(Corrected(other, "wrong-person", attendance("f-1", 2))),
    )

    assert attendance("f-2", 1) == as_it_holds(evening_recorded, one)[0].fact
    assert attendance("f-1", 2) == as_it_holds(evening_recorded, other)[0].fact


def test_a_meeting_is_moved_together_with_who_came(evening_recorded: Logbook) -> None:
    held, present = MeetingHeld(AKADEMI, SPRING, 1), attendance("f-1")
    positions = [position_of(evening_recorded, fact) for fact in (held, present)]
    friday = date(2021, 1, 8)

    evening_recorded.record(
        *(
            Draft(Corrected(at, "wrong-day", fact), friday)
            for at, fact in zip(positions, (held, present), strict=True)
        )
    )

    assert [friday, friday] == [as_it_holds(evening_recorded, at)[0].occurred_on for at in positions]


def test_what_is_retracted_does_not_hold_and_can_be_brought_back(evening_recorded: Logbook) -> None:
    position = position_of(evening_recorded, attendance("f-1"))

    gone = evening_recorded.retract(position, reason="did-not-happen")
    back = evening_recorded.correct(position, attendance("f-1"), reason="wrongly-amended")

    held = [
        bool(as_it_holds(evening_recorded, position, known=at)) for at in (gone.position - 1, gone.position)
    ]
    assert [True, False] == held
    assert back.position == as_it_holds(evening_recorded, position)[0].amended_by
    assert meeting_day(1) == as_it_holds(evening_recorded, position)[0].occurred_on


def test_what_is_retracted_frees_its_place(evening_recorded: Logbook) -> None:
    position = position_of(evening_recorded, attendance("f-1"))
    evening_recorded.retract(position, reason="duplicate")

    [again] = evening_recorded.record(came("f-1", 1))

    with pytest.raises(AlreadyAttended, match=f"in entry {again.position}"):
        evening_recorded.correct(position, attendance("f-1"), reason="wrongly-amended")


def test_an_entry_is_retracted_twice_without_harm(evening_recorded: Logbook) -> None:
    position = position_of(evening_recorded, attendance("f-1"))

    evening_recorded.retract(position, reason="slip")
    evening_recorded.retract(position, reason="did-not-happen")

    assert [] == as_it_holds(evening_recorded, position)


def test_everything_about_a_family_is_retracted_in_one_batch(evening_recorded: Logbook) -> None:
    positions = [position_of(evening_recorded, fact) for fact in (family("f-1").fact, attendance("f-1"))]

    evening_recorded.record(*(Draft(Retracted(at, "wrong-person")) for at in positions))

    assert [[], []] == [as_it_holds(evening_recorded, at) for at in positions]
    with pytest.raises(NotRegistered):
        evening_recorded.record(came("f-1", 2))


def test_what_is_recorded_can_be_amended_in_the_same_batch(logbook: Logbook) -> None:
    logbook.record(family("f-1"), Draft(Retracted(2, "slip"), date(2021, 1, 4)))

    assert [] == as_it_holds(logbook, 2)


def test_a_correction_that_was_wrong_is_mended_by_correcting_again(
    logbook: Logbook, clock: SettableClock
) -> None:
    [entry] = logbook.record(family("f-1", date(2021, 1, 4)))
    for day, recorded in ((date(2021, 1, 14), 1), (date(2021, 1, 5), 2)):
        clock.set(noon(date(2024, 2, recorded)))
        logbook.correct(entry.position, entry.fact, on=day, reason="wrongly-amended")

    evenings_known = (date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 2))
    days = [as_it_holds(logbook, entry.position, known)[0].occurred_on for known in evenings_known]

    assert [date(2021, 1, 4), date(2021, 1, 14), date(2021, 1, 5)] == days


def test_a_corrected_entry_leaves_the_days_it_is_no_longer_about(logbook: Logbook) -> None:
    [entry] = logbook.record(family("f-1", date(2021, 1, 4)))

    logbook.correct(entry.position, entry.fact, on=date(2021, 3, 1), reason="wrong-day")

    def holds(on: date, known: int) -> bool:
        replay = logbook.replay(on=on, known=known)
        return entry.position in {each.position for each in replay.history}

    february = date(2021, 2, 1)
    assert [True, False, True] == [holds(february, 2), holds(february, 3), holds(date(2021, 3, 1), 3)]


def test_amendments_are_known_whatever_the_day_they_are_about(logbook: Logbook) -> None:
    [entry] = logbook.record(family("f-1", date(2021, 1, 4)))
    logbook.correct(entry.position, entry.fact, on=date(2022, 6, 1), reason="wrong-day")
    logbook.correct(entry.position, entry.fact, on=date(2021, 1, 5), reason="wrongly-amended")

    # The first correction is about a day after this one, and holds nothing back.
    assert 1 == len([e for e in logbook.replay(on=date(2021, 1, 5)).history if e.position == entry.position])


def test_an_amended_entry_keeps_its_own_place_within_the_day(evening_recorded: Logbook) -> None:
    order = [entry.position for entry in evening_recorded.replay().history]

    evening_recorded.correct(
        position_of(evening_recorded, family("f-1").fact), family("f-1").fact, reason="slip"
    )

    assert order == [entry.position for entry in evening_recorded.replay().history]


def test_the_newest_known_amendment_of_each_entry_is_told(evening_recorded: Logbook) -> None:
    position = position_of(evening_recorded, attendance("f-1"))
    evening_recorded.retract(position, reason="slip")
    back = evening_recorded.correct(position, attendance("f-1"), reason="wrongly-amended")

    assert {position: back.position} == evening_recorded.replay().amendments
    assert {position: back.position - 1} == evening_recorded.replay(known=back.position - 1).amendments


def test_an_amendment_brings_its_reason_and_its_evidence(evening_recorded: Logbook) -> None:
    position = position_of(evening_recorded, attendance("f-1"))

    entry = evening_recorded.retract(position, reason="late-information", evidence=(LETTER,))

    assert Retracted(position, "late-information") == entry.fact
    assert Reason.LATE_INFORMATION is getattr(entry.fact, "reason", None)
    assert (LETTER,) == entry.evidence


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        (Retracted(2, "slip"), "fact cannot be 'retracted': an entry cannot be corrected into it."),
        (None, "fact is missing: it must be a fact, such as FamilyAttended(...)."),
    ],
)
def test_an_entry_is_corrected_into_a_fact_only(fact: Retracted | None, why: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        Corrected(2, "slip", fact)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused

    assert why == str(raised.value)


def test_an_entry_is_not_corrected_into_a_plan(logbook: Logbook) -> None:
    plan = logbook.plan
    assert plan is not None

    with pytest.raises(InvalidValue, match="plan-adopted"):
        Corrected(2, "slip", PlanAdopted(evolve(plan)))


def test_a_reason_is_a_code() -> None:
    with pytest.raises(InvalidValue) as raised:
        Retracted(2, "the family moved")

    assert (
        "reason cannot be 'the family moved': it must be one of slip, late-information, duplicate, "
        "wrong-person, wrong-day, wrong-figure, did-not-happen, wrongly-amended."
    ) == str(raised.value)


def test_a_season_with_all_its_meetings_moves_in_one_batch(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evenings((1, 2), "f-1"))
    moved = [entry for entry in logbook.entries() if entry.occurred_on >= meeting_day(1)]
    moved = [entry for entry in moved if isinstance(entry.fact, MeetingHeld | FamilyAttended)]

    logbook.record(
        *(
            Draft(Corrected(e.position, "wrong-day", e.fact), date(2021, 6, getattr(e.fact, "meeting", 0)))
            for e in moved
        )
    )

    days = {
        entry.occurred_on
        for entry in logbook.replay().history
        if entry.position in {e.position for e in moved}
    }
    assert {date(2021, 6, 1), date(2021, 6, 2)} == days
