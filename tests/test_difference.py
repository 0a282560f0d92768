"""The difference of two replays: which statuses changed, and which entries made the difference."""

from datetime import date

import pytest

from clocks import SettableClock
from given import (
    AKADEMI,
    SPRING,
    a_spring,
    came,
    evening,
    evenings,
    family,
    new_logbook,
    noon,
    plan_with,
    position_of,
    season,
)
from vaerebro_events import (
    Difference,
    FamilyAttended,
    Logbook,
    MeetingHeld,
    Part,
    Replay,
    SeriesPlanned,
    State,
    StatusChange,
    Text,
    difference,
)
from vaerebro_events.domain.plan import PeriodKind
from vaerebro_events.projections.rules import Count, Distinct

LAST_DAY = date(2021, 12, 31)
NEW = "familieakademi.new-families"
FAMILIES = Text(da="familier", en="families")


def change(found: Difference, criterion: str, period: str = "2021") -> StatusChange:
    return next(each for each in found.changed if each.key[0] == criterion and each.key[2] == period)


def facts(found: Difference) -> list[str]:
    return [entry.fact.tag for entry in found.entries]


def test_between_a_replay_and_itself_nothing_differs(logbook: Logbook) -> None:
    replay = logbook.replay()

    assert Difference((), ()) == difference(replay, logbook.replay())
    assert difference(replay, replay) == difference(replay, replay)


def test_a_new_entry_made_the_difference(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(1))
    before = logbook.replay(on=LAST_DAY)
    [entry] = logbook.record(came("f-1", 1))

    found = difference(before, logbook.replay(on=LAST_DAY))

    changed = change(found, NEW)
    assert changed.before is not None
    assert changed.after is not None
    assert (0, 1) == (changed.before.value, changed.after.value)
    assert (entry.position,) == changed.caused_by
    assert ["family-attended"] == facts(found)


def test_it_is_told_in_either_order(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(1))
    before = logbook.replay(on=LAST_DAY)
    logbook.record(came("f-1", 1))
    after = logbook.replay(on=LAST_DAY)

    forth, back = difference(before, after), difference(after, before)

    assert forth.entries == back.entries
    assert [(each.after, each.before) for each in forth.changed] == [
        (each.before, each.after) for each in back.changed
    ]


def test_a_retraction_made_the_difference(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(1, "f-1"))
    before = logbook.replay(on=LAST_DAY)
    gone = logbook.retract(logbook.position, reason="did-not-happen")

    found = difference(before, logbook.replay(on=LAST_DAY))

    assert (gone.position,) == change(found, NEW).caused_by
    assert ["retracted"] == facts(found)


def test_an_entry_and_its_amendment_unknown_before_are_both_told(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1", "f-2"), *evening(1))
    before = logbook.replay(on=LAST_DAY)
    [entry] = logbook.record(came("f-1", 1))
    amendment = logbook.correct(
        entry.position, FamilyAttended(AKADEMI, SPRING, 1, "f-2"), reason="wrong-person"
    )

    found = difference(before, logbook.replay(on=LAST_DAY))

    assert (entry.position, amendment.position) == change(found, NEW).caused_by


def test_an_entry_that_only_one_day_reaches_made_the_difference(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(1, "f-1"))

    found = difference(logbook.replay(on=date(2021, 1, 6)), logbook.replay(on=date(2021, 1, 7)))

    assert (position_of(logbook, came("f-1", 1).fact),) == change(found, NEW).caused_by


def test_where_no_entry_did_days_have_passed(logbook: Logbook) -> None:
    found = difference(logbook.replay(on=date(2020, 12, 31)), logbook.replay(on=date(2021, 12, 31)))

    changed = change(found, NEW)
    assert changed.before is not None
    assert changed.after is not None
    assert (State.NOT_STARTED, State.NOT_MET) == (changed.before.state, changed.after.state)
    assert () == changed.caused_by
    assert () == found.entries


def test_the_adoption_of_the_plan_brings_all_statuses(logbook: Logbook) -> None:
    found = difference(logbook.replay(known=0), logbook.replay())

    assert ["plan-adopted"] == facts(found)
    assert {None} == {each.before for each in found.changed}
    assert len(logbook.replay().statuses) == len(found.changed)
    assert {(1,)} == {each.caused_by for each in found.changed}


def test_a_season_planned_brings_its_statuses(logbook: Logbook) -> None:
    before = logbook.replay(on=LAST_DAY)
    logbook.record(season())

    found = difference(before, logbook.replay(on=LAST_DAY))

    changed = change(found, "familieakademi.regulars", SPRING)
    assert (None, (2,)) == (changed.before, changed.caused_by)
    assert ("familieakademi.regulars", "season", SPRING) == changed.key


def test_a_season_taken_back_takes_its_statuses_along(logbook: Logbook) -> None:
    logbook.record(season())
    before = logbook.replay(on=LAST_DAY)
    gone = logbook.retract(2, reason="did-not-happen")

    changed = change(difference(before, logbook.replay(on=LAST_DAY)), "familieakademi.regulars", SPRING)

    assert (None, (gone.position,)) == (changed.after, changed.caused_by)
    assert ("familieakademi.regulars", "season", SPRING) == changed.key


def test_a_season_moved_to_other_days_changed_its_statuses(logbook: Logbook) -> None:
    logbook.record(season())
    before = logbook.replay(on=LAST_DAY)
    moved = season(meetings=8)
    amendment = logbook.correct(2, moved.fact, reason="wrong-figure")

    changed = change(difference(before, logbook.replay(on=LAST_DAY)), "familieakademi.regulars", SPRING)

    assert (amendment.position,) == changed.caused_by


def test_an_earlier_first_time_explains_why_a_family_is_new_no_longer(clock: SettableClock) -> None:
    rule = Distinct("family-attended", "family", 1, FAMILIES, {"activity": AKADEMI}, first_ever=True)
    with new_logbook(clock, plan=plan_with(rule)) as logbook:
        logbook.record(*a_spring("f-1"), *evening(2, "f-1", on=date(2022, 1, 6)))
        before = logbook.replay(on=date(2022, 12, 31))
        late = logbook.record(*evening(1, "f-1"))[-1]

        found = difference(before, logbook.replay(on=date(2022, 12, 31)))

        assert [(late.position,), (late.position,)] == [each.caused_by for each in found.changed]
        assert ["2021", "2022"] == [each.key[2] for each in found.changed]


@pytest.mark.parametrize("meetings", [(1,), (1, 2), (1, 2, 3)])
def test_every_entry_that_counts_now_is_a_cause(clock: SettableClock, meetings: tuple[int, ...]) -> None:
    rule = Count("meeting-held", 9, Text(da="møder", en="meetings"))
    with new_logbook(clock, plan=plan_with(rule, PeriodKind.PROGRAMME)) as logbook:
        logbook.record(season())
        before = logbook.replay(known=2)
        logbook.record(*evenings(meetings))

        found = difference(before, logbook.replay())

        assert list(range(3, 3 + len(meetings))) == [entry.position for entry in found.entries]


def test_what_counts_for_nothing_makes_no_difference(logbook: Logbook) -> None:
    before = logbook.replay()
    logbook.record(family("f-1"))

    assert Difference((), ()) == difference(before, logbook.replay())


def test_as_known_two_months_later(logbook: Logbook, clock: SettableClock) -> None:
    clock.set(noon(date(2024, 2, 1)))
    logbook.record(*a_spring("f-1"), *evening(1))
    clock.set(noon(date(2024, 4, 1)))
    logbook.record(came("f-1", 1))

    def known(day: date) -> Replay:
        return logbook.replay(on=LAST_DAY, known=day)

    assert ["family-attended"] == facts(difference(known(date(2024, 2, 1)), known(date(2024, 4, 1))))


def test_a_meeting_of_the_year_before_made_a_seasons_number(logbook: Logbook) -> None:
    """A season over New Year: a law found that its earlier meetings were not named."""
    winter = ("familieakademi", "vinter")
    plan = SeriesPlanned(*winter, meetings=16, first_day=date(2020, 12, 3), last_day=date(2021, 3, 25))
    logbook.record(plan, MeetingHeld(*winter, meeting=1), on=date(2020, 12, 3))
    logbook.record(MeetingHeld(*winter, meeting=3), on=date(2021, 1, 7))
    before = logbook.replay(on=LAST_DAY)
    [late] = logbook.record(MeetingHeld(*winter, meeting=2), on=date(2020, 12, 10))

    found = difference(before, logbook.replay(on=LAST_DAY))

    changed = change(found, "familieakademi.seasons")
    assert changed.after is not None
    assert (Part("vinter", 3),) == changed.after.parts
    assert (late.position,) == changed.caused_by


def test_two_retractions_made_a_family_new_and_both_are_named(logbook: Logbook) -> None:
    autumn = "2020-efterår"
    first = date(2020, 9, 3)
    logbook.record(*a_spring(), family("f-9", first), *evening(1, "f-9"), season(autumn, first))
    early = [
        logbook.record(*evening(meeting, "f-9", series=autumn, on=date(2020, 9, day)))[-1]
        for meeting, day in ((1, 3), (2, 10))
    ]
    before = logbook.replay(on=LAST_DAY)
    gone = [logbook.retract(entry.position, reason="did-not-happen") for entry in early]

    found = difference(before, logbook.replay(on=LAST_DAY))

    assert tuple(entry.position for entry in gone) == change(found, NEW).caused_by


def test_where_only_days_passed_no_entry_is_named(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(1, "f-1"))
    logbook.correct(logbook.position, FamilyAttended(AKADEMI, SPRING, 1, "f-1"), reason="slip")

    found = difference(logbook.replay(on=date(2021, 1, 7), known=5), logbook.replay(on=LAST_DAY))

    assert () == change(found, NEW).caused_by


def test_where_sifting_asks_for_too_much_work_all_that_come_into_question_are_named(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook.record(*a_spring("f-1"), *evening(1))
    before = logbook.replay(on=LAST_DAY)
    first, second = (logbook.record(came("f-1", 1))[0], logbook.record(*evening(2, "f-1"))[1])
    after = logbook.replay(on=LAST_DAY)

    assert (first.position,) == change(difference(before, after), NEW).caused_by

    monkeypatch.setattr("vaerebro_events.projections.difference.MOST_WORK", 0)
    assert (first.position, second.position) == change(difference(before, after), NEW).caused_by
