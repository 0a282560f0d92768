"""What is due by the plan and its agreement: figures, milestones, duties, meetings, uploads."""

from datetime import date

from attrs import evolve

from due_days import PLAN, Told, at_once, days, due_of, logbook_of, revised, said
from given import (
    AKADEMI,
    VOLUNTEERS,
    evenings,
    measured,
    season,
)
from vaerebro_events import (
    ActivityStarted,
    AssessmentMade,
    Draft,
    EvaluationHeld,
    EventHeld,
    MeetingCancelled,
    MeetingHeld,
    MilestoneDropped,
    MilestoneMoved,
    MilestoneReached,
    MilestoneSet,
    ReadingChosen,
    RevisionUploaded,
    SurveyAnswered,
    Text,
)
from vaerebro_events.domain.plan import Party
from vaerebro_events.projections.due import Due

END = date(2023, 12, 31)
SPRING_2021 = "2021-forår"


# Figures.


def answers(day: date, recorded_on: date | None = None) -> Told:
    return (recorded_on or day, Draft(SurveyAnswered("insight", 20, 18, 15), day))


def test_a_figure_that_several_criteria_ask_for_is_due_once_for_each_time() -> None:
    with logbook_of() as logbook:
        items = due_of(logbook, "figure", date(2021, 1, 1), subject="insight")

        # Two criteria ask for each year, one for the programme; 2022 has not begun.
        assert [
            (date(2020, 1, 1), date(2020, 12, 31)),
            (date(2021, 1, 1), date(2021, 12, 31)),
            (date(2020, 1, 1), date(2023, 12, 31)),
        ] == said(items, "about")
        assert ["overdue", "not-yet", "not-yet"] == [
            item.state.value for item in due_of(logbook, "figure", date(2021, 3, 2), subject="insight")
        ]


def test_a_figure_about_another_year_does_not_do() -> None:
    with logbook_of(answers(date(2020, 12, 31)), answers(date(2022, 1, 1))) as logbook:
        items = due_of(logbook, "figure", date(2022, 12, 31), subject="insight")

        assert {
            (date(2020, 1, 1), date(2020, 12, 31)): "done",
            (date(2021, 1, 1), date(2021, 12, 31)): "overdue",
            (date(2022, 1, 1), date(2022, 12, 31)): "done",
            (date(2020, 1, 1), date(2023, 12, 31)): "done",
        } == {item.about: item.state for item in items}


def test_of_several_figures_the_one_recorded_first_did_it() -> None:
    late = answers(date(2021, 6, 1), recorded_on=date(2023, 1, 9))
    with logbook_of(answers(date(2021, 11, 1)), late) as logbook:
        of_2021 = due_of(logbook, "figure", END, subject="insight")[1]

        assert ("done", date(2021, 11, 1), 2) == (of_2021.state, of_2021.done_on, of_2021.done_by)


def test_each_party_has_its_own_assessment_to_make() -> None:
    yes = Draft(AssessmentMade("cleaner", "cafe", positive=True), date(2021, 12, 1))
    with logbook_of(*at_once(yes)) as logbook:
        assert [("cafe", "done"), ("estate", "overdue")] == said(
            due_of(logbook, "figure", END, subject="cleaner"), "of", "state"
        )


def test_a_measurement_is_due_inside_a_combination_and_in_a_window_once_it_has_started() -> None:
    start = Draft(ActivityStarted(VOLUNTEERS), date(2022, 1, 10))
    with logbook_of(*at_once(measured("safety", "77", date(2021, 12, 31), "80"), start)) as logbook:
        assert [("2021-12-31", "2022-03-01")] == days(
            due_of(logbook, "figure", date(2022, 1, 9), subject="safety")
        )
        assert [("2021-12-31", "done"), ("2022-07-09", "not-yet")] == [
            (item.first.isoformat(), item.state.value)
            for item in due_of(logbook, "figure", date(2022, 1, 10), subject="safety")
        ]


def test_a_reading_that_the_board_has_not_chosen_needs_no_figures() -> None:
    with logbook_of(*at_once(Draft(ReadingChosen("insight", "all"), date(2020, 2, 1)))) as logbook:
        # The years are asked for by the other criterion still.
        assert 5 == len(due_of(logbook, "figure", END, subject="insight"))
        choose = Draft(ReadingChosen("outdoors", "window"), date(2020, 2, 1))
    with logbook_of(*at_once(choose)) as logbook:
        assert [] == due_of(logbook, "figure", END, subject="cleaner")


def test_a_party_that_a_revision_adds_has_nothing_to_assess_of_the_time_before() -> None:
    school = Party("school", Text(da="skolen", en="the school"))
    more = [
        evolve(each, parties=(*each.parties, school)) if each.key == "cleaner" else each
        for each in PLAN.indicators
    ]
    with logbook_of(*at_once(revised(evolve(PLAN, indicators=tuple(more)), date(2022, 1, 1)))) as logbook:
        assert ["cafe", "estate"] == said(due_of(logbook, "figure", END, subject="cleaner"), "of")
    with logbook_of(*at_once(revised(evolve(PLAN, indicators=tuple(more)), date(2021, 12, 31)))) as logbook:
        assert ["cafe", "estate", "school"] == said(due_of(logbook, "figure", END, subject="cleaner"), "of")


# Milestones.

SET = Draft(MilestoneSet("m-1", date(2021, 6, 30), AKADEMI), date(2020, 9, 1))


def milestones(*drafts: Draft, on: date = END) -> list[Due]:
    with logbook_of(*at_once(SET, *drafts)) as logbook:
        return due_of(logbook, "milestone", on)


def test_a_milestone_is_due_on_the_newest_day_set_for_it() -> None:
    moved = Draft(MilestoneMoved("m-1", date(2022, 1, 31)), date(2021, 7, 15))

    assert [("overdue", AKADEMI, 2)] == said(milestones(moved, on=date(2021, 7, 14)), "state", "of", "entry")
    assert [("not-yet", AKADEMI, 3)] == said(milestones(moved, on=date(2021, 7, 15)), "state", "of", "entry")


def test_a_milestone_that_is_reached_by_the_day_it_was_moved_to_is_in_time() -> None:
    moved = Draft(MilestoneMoved("m-1", date(2022, 1, 31)), date(2021, 7, 15))
    reached = Draft(MilestoneReached("m-1"), date(2022, 1, 31))

    assert [("done", date(2022, 1, 31), 4)] == said(milestones(moved, reached), "state", "done_on", "done_by")


def test_a_milestone_that_was_given_up_is_not_due() -> None:
    assert [] == milestones(Draft(MilestoneDropped("m-1"), date(2021, 5, 1)))


def test_a_milestone_that_is_set_again_is_due_again() -> None:
    reached = Draft(MilestoneReached("m-1"), date(2021, 5, 1))
    again = Draft(MilestoneSet("m-1", date(2023, 6, 30)), date(2022, 1, 1))

    assert ["done", "overdue"] == said(milestones(reached, again), "state")


# Duties.


def evaluated(kind: str, about: date, presented_on: date | None = None) -> Told:
    told_on = presented_on or about
    return (told_on, Draft(EvaluationHeld(kind, told_on), about))


def test_each_year_has_its_own_evaluation() -> None:
    told = [evaluated("yearly", date(year, 12, 31), date(year + 1, 2, 1)) for year in (2020, 2022)]
    with logbook_of(*told) as logbook:
        assert [
            ("2021-02-28", "done"),
            ("2022-02-28", "overdue"),
            ("2023-02-28", "done"),
            ("2024-02-29", "due"),
        ] == [
            (item.last.isoformat(), item.state.value)
            for item in due_of(logbook, "duty", END, subject="evaluation")
        ]


def test_a_duty_without_months_of_its_own_is_to_be_done_in_its_time() -> None:
    with logbook_of(evaluated("midterm", date(2022, 3, 31), date(2022, 7, 1))) as logbook:
        before, after = (due_of(logbook, "duty", on, subject="midterm") for on in (date(2020, 1, 1), END))

        assert [("2020-01-01", "2022-06-30")] == days(before)
        assert [("due", "done-late")] == [(before[0].state, after[0].state)]


def test_an_evaluation_of_another_kind_does_not_do() -> None:
    with logbook_of(evaluated("yearly", date(2022, 6, 1))) as logbook:
        assert ["overdue"] == said(due_of(logbook, "duty", END, subject="midterm"), "state")


def test_a_duty_that_a_revision_brings_is_none_of_the_years_before() -> None:
    fresh = evolve(PLAN.duties[0], key="survey", fact="survey-answered", where={})
    plan = evolve(PLAN, duties=(*PLAN.duties, fresh))
    with logbook_of(*at_once(revised(plan, date(2021, 7, 1)))) as logbook:
        assert [] == due_of(logbook, "duty", date(2021, 6, 30), subject="survey")
        assert [(year, "not-yet") for year in (2021, 2022, 2023)] == [
            (item.first.year, item.state)
            for item in due_of(logbook, "duty", date(2021, 7, 1), subject="survey")
        ]


def test_a_duty_that_a_revision_takes_away_stays_for_the_years_before() -> None:
    plan = evolve(PLAN, duties=())
    with logbook_of(*at_once(revised(plan, date(2021, 7, 1)))) as logbook:
        assert [2020] == [item.first.year for item in due_of(logbook, "duty", END)]


# Meetings.


def meetings(*told: Told, on: date = END) -> list[Due]:
    with logbook_of(*at_once(season(meetings=3), *evenings([1])), *told) as logbook:
        return due_of(logbook, "meetings", on)


def test_it_is_said_how_many_meetings_are_neither_held_nor_cancelled() -> None:
    assert [(SPRING_2021, AKADEMI, 2)] == said(meetings(), "subject", "of", "missing")


def test_a_meeting_that_is_cancelled_is_told_and_one_beyond_the_plan_is_no_other() -> None:
    cancelled = at_once(Draft(MeetingCancelled(AKADEMI, SPRING_2021, 2), date(2021, 1, 14)))
    beyond = at_once(*evenings([4]))

    assert [("overdue", 1)] == said(meetings(*cancelled, *beyond), "state", "missing")


def test_meetings_are_told_when_the_last_of_them_is_told_of_first() -> None:
    third = (date(2021, 1, 21), Draft(MeetingHeld(AKADEMI, SPRING_2021, 3), date(2021, 1, 21)))
    cancelled = (date(2021, 2, 4), Draft(MeetingCancelled(AKADEMI, SPRING_2021, 2), date(2021, 1, 14)))
    held_after_all = (date(2021, 2, 11), Draft(MeetingHeld(AKADEMI, SPRING_2021, 2), date(2021, 2, 11)))

    assert [("done", 0, date(2021, 2, 4), 5)] == said(
        meetings(third, cancelled, held_after_all), "state", "missing", "done_on", "done_by"
    )


def test_an_event_that_stands_in_the_place_of_a_meeting_tells_of_it() -> None:
    event = EventHeld(AKADEMI, SPRING_2021, 2, "house", "staff")

    assert [1] == said(meetings(*at_once(Draft(event, date(2021, 1, 14)))), "missing")


# Revisions.


def test_a_revision_that_is_known_is_not_due_before_the_board_has_approved_it() -> None:
    with logbook_of(*at_once(revised(PLAN, date(2021, 4, 1)))) as logbook:
        assert [("not-yet", 2)] == said(due_of(logbook, "upload", date(2021, 3, 31)), "state", "entry")
        assert [] == due_of(logbook, "upload", date(2021, 3, 31), known=date(2021, 3, 31))


def test_each_revision_has_its_own_upload_and_one_retracted_has_none() -> None:
    told = at_once(
        revised(PLAN, date(2021, 4, 1)),
        revised(PLAN, date(2022, 4, 1), "r-2"),
        Draft(RevisionUploaded("r-2"), date(2022, 4, 2)),
    )
    with logbook_of(*told) as logbook:
        assert [("r-1", "overdue"), ("r-2", "done")] == said(
            due_of(logbook, "upload", END), "subject", "state"
        )
        logbook.retract(2, reason="did-not-happen")
        assert ["r-2"] == said(due_of(logbook, "upload", END), "subject")


def test_what_has_fallen_due_stays_as_it_fell_due_when_the_agreement_is_revised() -> None:
    patient = evolve(PLAN, settings=evolve(PLAN.settings, meetings_within_days=90))
    told = at_once(
        season(meetings=3), season("2021-efterår", date(2021, 9, 2), 3), revised(patient, date(2021, 6, 1))
    )
    with logbook_of(*told) as logbook:
        assert [("2021-01-21", "2021-02-04"), ("2021-09-16", "2021-12-15")] == days(
            due_of(logbook, "meetings", END)
        )
