"""Which version of the plan judges a period, which readings are judged, and what cannot be decided."""

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve

from agreed import APPROVED, activities, asked, asked_in, by, chosen, revised, with_activity
from clocks import SettableClock
from given import new_logbook, noon
from vaerebro_events import (
    ActivityStarted,
    Draft,
    Logbook,
    PeriodKind,
    Plan,
    PlanRevised,
    ReadingChosen,
    Replay,
    RevisionUploaded,
    difference,
)
from vaerebro_events.domain.agreements import Agreements, Choice, Version
from vaerebro_events.errors import (
    AnotherPlan,
    InvalidPlan,
    RevisionOutside,
    StandsInTheWay,
    UnknownActivity,
    UnknownCriterion,
    UnknownReading,
)

TODAY = date(2024, 6, 1)
NEW_YEAR = date(2022, 1, 1)
LAST_DAY = date(2022, 12, 31)
IN_2021 = date(2021, 5, 1)
IN_2022 = date(2022, 5, 1)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(noon(TODAY))


@pytest.fixture
def logbook(clock: SettableClock) -> Iterator[Logbook]:
    with new_logbook(clock, plan=asked(2)) as fresh:
        yield fresh


@pytest.fixture
def open_logbook(clock: SettableClock) -> Iterator[Logbook]:
    """A logbook whose plan can be read in two ways."""
    with new_logbook(clock, plan=asked_in(1, 3)) as fresh:
        yield fresh


def judged_by(replay: Replay) -> dict[str, int]:
    """Of each period, the entry with the version that judges it."""
    return {status.period.key: status.version for status in replay.statuses}


def readings(replay: Replay, period: str = "2022") -> dict[str, bool]:
    """The readings judged, and whether each is the one shown first."""
    return {row.reading: row.default for row in replay.statuses if row.period.key == period}


# Versions.


def test_a_year_that_ended_before_the_revision_is_judged_by_the_plan_that_held(logbook: Logbook) -> None:
    activities(logbook, IN_2021, date(2021, 6, 1))
    [entry] = logbook.record(revised(asked(5), NEW_YEAR))

    replay = logbook.replay(on=LAST_DAY)

    assert {"2020": 1, "2021": 1, "2022": entry.position, "2023": entry.position} == judged_by(replay)
    assert "met" == replay.status("asked", period="2021").state
    assert 2 == replay.status("asked", period="2021").target


def test_a_year_that_runs_is_judged_by_the_version_of_the_day(logbook: Logbook) -> None:
    [entry] = logbook.record(revised(asked(5), date(2022, 7, 1)))

    before = logbook.replay(on=date(2022, 6, 30)).status("asked", period="2022")
    after = logbook.replay(on=date(2022, 7, 1)).status("asked", period="2022")

    assert (1, 2) == (before.version, before.target)
    assert (entry.position, 5) == (after.version, after.target)


def test_a_raised_target_makes_of_met_not_met_only_where_it_holds(logbook: Logbook) -> None:
    activities(logbook, IN_2021, date(2021, 6, 1), IN_2022, date(2022, 6, 1))
    logbook.record(revised(asked(3), NEW_YEAR))

    replay = logbook.replay(on=LAST_DAY)

    assert ["met", "not_met"] == [replay.status("asked", period=year).state for year in ("2021", "2022")]


def test_a_criterion_that_goes_keeps_the_years_that_were_over(logbook: Logbook) -> None:
    other = evolve(asked(2).criteria[0], key="other")
    logbook.record(revised(evolve(asked(2), criteria=(other,)), NEW_YEAR))

    replay = logbook.replay(on=LAST_DAY)

    assert ["2020", "2021"] == [row.period.key for row in replay.statuses if row.criterion == "asked"]
    # Those in force come first, and then those that are no more.
    assert ["other", "asked"] == list(dict.fromkeys(row.criterion for row in replay.statuses))


def test_a_criterion_that_comes_is_judged_for_the_years_that_end_under_it(
    logbook: Logbook,
) -> None:
    new = evolve(asked(1).criteria[0], key="new")
    logbook.record(revised(evolve(asked(2), criteria=(*asked(2).criteria, new)), NEW_YEAR))

    before, after = (logbook.replay(on=day) for day in (date(2021, 12, 31), NEW_YEAR))

    assert [] == [row for row in before.statuses if row.criterion == "new"]
    rows = {row.period.key: row.version for row in after.statuses if row.criterion == "new"}
    assert {"2022": 2, "2023": 2} == rows


def test_a_moved_deadline_is_another_period_and_the_old_one_is_judged_no_more(clock: SettableClock) -> None:
    with new_logbook(clock, plan=by(LAST_DAY)) as logbook:
        logbook.record(revised(by(date(2023, 6, 30)), date(2022, 7, 1)))

        before, after = (logbook.replay(on=day) for day in (date(2022, 6, 30), date(2022, 7, 1)))

        assert {"by-2022-12-31": 1} == judged_by(before)
        assert {"by-2023-06-30": 2} == judged_by(after)


def test_a_deadline_that_had_passed_stays_beside_the_new_one(clock: SettableClock) -> None:
    with new_logbook(clock, plan=by(date(2021, 12, 31))) as logbook:
        logbook.record(revised(by(LAST_DAY), NEW_YEAR))

        assert {"by-2021-12-31": 1, "by-2022-12-31": 2} == judged_by(logbook.replay(on=LAST_DAY))


@pytest.mark.parametrize(("end", "years"), [(date(2024, 12, 31), 5), (date(2022, 12, 31), 3)])
def test_a_longer_or_shorter_programme_has_more_or_fewer_years(
    logbook: Logbook, end: date, years: int
) -> None:
    logbook.record(revised(evolve(asked(2), last_day=end), NEW_YEAR))

    assert years == len(logbook.replay(on=date(2022, 6, 1)).statuses)
    assert 4 == len(logbook.replay(on=date(2021, 6, 1)).statuses)


@pytest.mark.parametrize(
    ("end", "version"), [(date(2024, 12, 31), 2), (date(2022, 12, 31), 2), (date(2023, 12, 31), 2)]
)
def test_the_whole_programme_is_judged_to_the_end_that_is_in_force(
    clock: SettableClock, end: date, version: int
) -> None:
    with new_logbook(clock, plan=asked(2, PeriodKind.PROGRAMME)) as logbook:
        logbook.record(revised(evolve(asked(3, PeriodKind.PROGRAMME), last_day=end), NEW_YEAR))

        [before] = logbook.replay(on=date(2021, 12, 31)).statuses
        [after] = logbook.replay(on=date(2023, 12, 31)).statuses

        assert (date(2023, 12, 31), 1) == (before.period.last, before.version)
        assert (end, version) == (after.period.last, after.version)


def test_a_programme_cut_short_in_hindsight_is_judged_by_the_version_that_cut_it(
    clock: SettableClock,
) -> None:
    with new_logbook(clock, plan=asked(2, PeriodKind.PROGRAMME)) as logbook:
        shorter = evolve(asked(2, PeriodKind.PROGRAMME), last_day=date(2022, 12, 31))
        logbook.record(revised(shorter, date(2022, 12, 31)))

        [status] = logbook.replay(on=date(2023, 6, 1)).statuses

        assert (date(2022, 12, 31), 2) == (status.period.last, status.version)


def test_a_revision_corrected_to_hold_from_another_day(logbook: Logbook) -> None:
    [entry] = logbook.record(revised(asked(5), NEW_YEAR))
    logbook.correct(
        entry.position, PlanRevised("r-1", "delaftale", date(2023, 1, 1), asked(5)), reason="wrong-day"
    )

    assert 2 == logbook.replay(on=LAST_DAY).status("asked", period="2022").target
    assert 5 == logbook.replay(on=LAST_DAY, known=2).status("asked", period="2022").target
    assert 5 == logbook.replay(on=date(2023, 12, 31)).status("asked", period="2023").target


def test_a_revision_retracted_was_never_agreed(logbook: Logbook) -> None:
    before = logbook.replay(on=LAST_DAY)
    [entry] = logbook.record(revised(asked(5), NEW_YEAR))
    logbook.retract(entry.position, reason="did-not-happen")

    assert before.statuses == logbook.replay(on=LAST_DAY).statuses
    assert 5 == logbook.replay(on=LAST_DAY, known=2).status("asked", period="2022").target


def test_of_two_revisions_from_one_day_the_one_recorded_later_holds(logbook: Logbook) -> None:
    logbook.record(revised(asked(5), NEW_YEAR), revised(asked(6), NEW_YEAR, "r-2"))

    replay = logbook.replay(on=LAST_DAY)

    assert (3, 6) == (replay.status("asked").version, replay.status("asked").target)
    assert 2 not in judged_by(replay).values()


def test_a_revision_recorded_later_may_hold_from_earlier(logbook: Logbook) -> None:
    logbook.record(revised(asked(5), NEW_YEAR))
    logbook.record(revised(asked(4), date(2021, 1, 1), "r-2"))

    assert {"2020": 1, "2021": 3, "2022": 2, "2023": 2} == judged_by(logbook.replay(on=LAST_DAY))


def test_a_revision_that_holds_from_the_first_day_leaves_nothing_to_the_plan_adopted(
    logbook: Logbook,
) -> None:
    logbook.record(revised(asked(5), date(2020, 1, 1)))

    assert {2} == set(judged_by(logbook.replay(on=LAST_DAY)).values())
    assert {2} == set(judged_by(logbook.replay(on=date(2019, 6, 1))).values())


def test_a_revision_is_in_force_from_its_day_and_known_from_its_entry(logbook: Logbook) -> None:
    logbook.record(revised(asked(5), NEW_YEAR))

    assert asked(2) == logbook.replay(on=date(2021, 12, 31)).plan
    assert asked(5) == logbook.replay(on=NEW_YEAR).plan
    assert asked(2) == logbook.replay(on=NEW_YEAR, known=1).plan
    assert logbook.replay(on=NEW_YEAR, known=0).plan is None


def test_the_day_of_approval_does_not_say_when_it_holds(logbook: Logbook) -> None:
    logbook.record(revised(asked(5), NEW_YEAR, on=APPROVED))

    assert 5 == logbook.replay(on=NEW_YEAR).status("asked", period="2022").target


# Choices.


def test_before_a_choice_all_readings_are_judged_and_after_it_one(open_logbook: Logbook) -> None:
    [entry] = open_logbook.record(chosen("at-least-3"))

    before, after = (open_logbook.replay(on=LAST_DAY, known=known) for known in (1, 2))

    assert {"at-least-1": True, "at-least-3": False} == readings(before)
    assert {"at-least-3": True} == readings(after)
    assert [None, entry.position] == [replay.statuses[-1].chosen for replay in (before, after)]


def test_a_choice_does_not_wait_for_its_day(open_logbook: Logbook) -> None:
    open_logbook.record(chosen("at-least-3", on=date(2023, 6, 1)))

    assert {"at-least-3": True} == readings(open_logbook.replay(on=date(2022, 6, 1)))


@pytest.mark.parametrize("later_first", [True, False])
def test_the_choice_of_the_later_board_meeting_holds(open_logbook: Logbook, later_first: bool) -> None:  # noqa: FBT001 a case
    decisions = [chosen("at-least-1", on=APPROVED), chosen("at-least-3", on=date(2022, 9, 1))]
    for decision in decisions[::-1] if later_first else decisions:
        open_logbook.record(decision)

    assert {"at-least-3": True} == readings(open_logbook.replay(on=LAST_DAY))


def test_of_two_choices_of_one_day_the_one_recorded_later_holds(open_logbook: Logbook) -> None:
    open_logbook.record(chosen("at-least-1"), chosen("at-least-3"))

    assert {"at-least-3": True} == readings(open_logbook.replay(on=LAST_DAY))


def test_a_retracted_choice_brings_the_one_before_it_back(open_logbook: Logbook) -> None:
    open_logbook.record(chosen("at-least-1"), chosen("at-least-3"))
    open_logbook.retract(3, reason="slip")

    assert {"at-least-1": True} == readings(open_logbook.replay(on=LAST_DAY))

    open_logbook.retract(2, reason="slip")
    assert 2 == len(readings(open_logbook.replay(on=LAST_DAY)))


def test_a_choice_that_a_later_version_does_not_have_leaves_it_all_its_readings(
    open_logbook: Logbook,
) -> None:
    open_logbook.record(chosen("at-least-3"))
    open_logbook.record(revised(asked_in(2, 4), NEW_YEAR))

    replay = open_logbook.replay(on=LAST_DAY)

    assert {"at-least-3"} == {row.reading for row in replay.statuses if row.version == 1}
    assert {"at-least-2": True, "at-least-4": False} == readings(replay, "2022")


def test_a_reading_that_only_a_revision_has_can_be_chosen(open_logbook: Logbook) -> None:
    open_logbook.record(revised(asked_in(1, 2), NEW_YEAR))
    open_logbook.record(chosen("at-least-2"))

    replay = open_logbook.replay(on=LAST_DAY)

    assert {"at-least-1", "at-least-3"} == {row.reading for row in replay.statuses if row.version == 1}
    assert {"at-least-2": True} == readings(replay, "2022")


# What made the difference.


def test_a_newer_choice_made_the_difference_and_not_the_one_it_followed(open_logbook: Logbook) -> None:
    open_logbook.record(chosen("at-least-1"))
    open_logbook.record(chosen("at-least-3"))

    found = difference(*[open_logbook.replay(on=LAST_DAY, known=known) for known in (2, 3)])

    assert {"at-least-1", "at-least-3"} == {change.key[1] for change in found.changed}
    assert {(3,)} == {change.caused_by for change in found.changed}


def test_a_revision_that_moves_the_end_alone_made_the_difference(clock: SettableClock) -> None:
    with new_logbook(clock, plan=asked(2, PeriodKind.PROGRAMME)) as logbook:
        logbook.record(revised(asked(2, PeriodKind.PROGRAMME), NEW_YEAR))
        shorter = evolve(asked(2, PeriodKind.PROGRAMME), last_day=date(2022, 12, 31))
        logbook.record(revised(shorter, NEW_YEAR, "r-2"))

        [change] = difference(*[logbook.replay(on=IN_2022, known=known) for known in (2, 3)]).changed

        assert (3,) == change.caused_by


def test_a_version_that_only_one_of_the_days_reaches_made_the_difference(logbook: Logbook) -> None:
    activities(logbook, date(2022, 6, 1), date(2022, 6, 1))
    logbook.record(revised(asked(5), date(2022, 7, 1)))

    days = (date(2022, 6, 30), date(2022, 7, 1))
    found = difference(*[logbook.replay(on=day) for day in days])

    assert {"2022": (4,), "2023": (4,)} == {change.key[2]: change.caused_by for change in found.changed}


# Refusals: nothing is recorded.


def elsewhere() -> Plan:
    return evolve(asked(5), name="elsewhere")


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        pytest.param(revised(asked(5), date(2019, 12, 31)), RevisionOutside, id="before the programme"),
        pytest.param(revised(asked(5), date(2024, 1, 1)), RevisionOutside, id="after the programme"),
        pytest.param(revised(elsewhere(), NEW_YEAR), AnotherPlan, id="the plan of another programme"),
        pytest.param(chosen("only", criterion="nothing"), UnknownCriterion, id="no such criterion"),
        pytest.param(chosen("nothing"), UnknownReading, id="no such reading"),
    ],
)
def test_what_cannot_be_decided(logbook: Logbook, draft: Draft, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        logbook.record(draft)

    assert 1 == logbook.position


def test_a_revision_may_hold_from_the_first_day_and_from_its_own_last(logbook: Logbook) -> None:
    longer = evolve(asked(5), last_day=date(2024, 6, 30))
    logbook.record(revised(asked(5), date(2020, 1, 1)), revised(longer, date(2024, 6, 30), "r-2"))

    assert 3 == logbook.position


def test_a_criterion_without_a_reading_leaves_the_revision_out(logbook: Logbook) -> None:
    ruleless = evolve(asked(2), criteria=(evolve(asked(2).criteria[0], readings=()),))

    with pytest.raises(InvalidPlan):
        logbook.record(revised(ruleless, NEW_YEAR))

    assert 1 == logbook.position


def test_the_refusals_say_what_is_wrong() -> None:
    outside = RevisionOutside("r-1", date(2019, 12, 31), date(2020, 1, 1), date(2023, 12, 31))

    assert (
        "The revision r-1 cannot hold from 2019-12-31: the programme goes from 2020-01-01 to 2023-12-31."
        == str(outside)
    )


def test_a_revision_that_was_uploaded_cannot_be_retracted(logbook: Logbook) -> None:
    [entry] = logbook.record(revised(asked(5), NEW_YEAR))
    logbook.record(RevisionUploaded("r-1"), on=date(2022, 3, 10))

    with pytest.raises(StandsInTheWay):
        logbook.retract(entry.position, reason="slip")

    assert 3 == logbook.position


def test_what_only_the_revision_has_can_be_recorded_from_the_day_it_holds(logbook: Logbook) -> None:
    logbook.record(revised(with_activity(asked(2), "have"), NEW_YEAR))
    started = ActivityStarted("have")

    with pytest.raises(UnknownActivity):
        logbook.record(started, on=date(2021, 12, 31))
    [entry] = logbook.record(started, on=NEW_YEAR)

    assert 3 == entry.position


def test_what_a_revision_dropped_can_be_recorded_up_to_the_day_before(clock: SettableClock) -> None:
    with new_logbook(clock, plan=with_activity(asked(2), "have")) as logbook:
        logbook.record(revised(asked(2), NEW_YEAR))
        started = ActivityStarted("have")

        with pytest.raises(UnknownActivity):
            logbook.record(started, on=NEW_YEAR)
        logbook.record(started, on=date(2021, 12, 31))

        assert 3 == logbook.position


def test_a_choice_of_what_only_a_retracted_revision_had_is_left_without_meaning(
    open_logbook: Logbook,
) -> None:
    [entry] = open_logbook.record(revised(asked_in(1, 2), NEW_YEAR))
    open_logbook.record(ReadingChosen("asked", "at-least-2"), on=APPROVED)
    open_logbook.retract(entry.position, reason="slip")

    assert 2 == len(readings(open_logbook.replay(on=LAST_DAY)))


# The values themselves.


def versions(*days: date) -> Agreements:
    agreements = Agreements()
    for position, day in enumerate(days, 1):
        agreements = agreements.with_version(Version(asked(position), day, position))
    return agreements


def test_without_any_version_none_holds() -> None:
    assert Agreements().on(NEW_YEAR) is None
    assert () == Agreements().held == Agreements().until(NEW_YEAR)


def test_versions_stand_in_the_order_in_which_they_hold() -> None:
    agreements = versions(date(2020, 1, 1), date(2022, 1, 1), date(2021, 1, 1), date(2021, 1, 1))

    assert [1, 3, 4, 2] == [version.position for version in agreements.versions]
    assert [1, 4, 2] == [version.position for version in agreements.held]
    assert [1, 4] == [version.position for version in agreements.until(date(2021, 12, 31))]
    assert [1] == [version.position for version in agreements.until(date(2019, 1, 1))]


@pytest.mark.parametrize(
    ("day", "position"),
    [
        (date(2019, 12, 31), 1),
        (date(2020, 12, 31), 1),
        (date(2021, 1, 1), 2),
        (date(2021, 12, 31), 2),
        (date(2022, 1, 1), 3),
    ],
)
def test_a_version_holds_from_its_day_until_the_next_does(day: date, position: int) -> None:
    version = versions(date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)).on(day)

    assert version is not None
    assert position == version.position


def test_a_choice_is_of_a_reading_that_the_criterion_has() -> None:
    one, other = asked_in(1, 3).criteria[0], asked_in(2, 4).criteria[0]
    agreements = Agreements().with_choice("asked", Choice("at-least-3", 7))

    assert Choice("at-least-3", 7) == agreements.chosen(one)
    assert agreements.chosen(other) is None
    assert ["at-least-3"] == [reading.key for reading in agreements.readings(one)]
    assert ["at-least-2", "at-least-4"] == [reading.key for reading in agreements.readings(other)]
