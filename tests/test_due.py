"""What is due of people: six months in a job, baselines, contacts; when, and what does it."""

from datetime import date

import pytest
from attrs import evolve

from due_days import PLAN, at_once, days, due_of, logbook_of, revised, said
from given import (
    AKADEMI,
    contacted,
    ended,
    held,
    recruited,
    resident,
    season,
    started,
    stopped,
    youth,
)
from vaerebro_events import (
    VOCABULARY,
    BydelsmorBegan,
    Draft,
    Logbook,
    MeetingHeld,
    Plan,
    ReadingChosen,
    Replay,
    ResidentAttended,
    Rule,
)
from vaerebro_events.projections.due import Due, due
from vaerebro_events.projections.due_things import rules_in
from vaerebro_events.projections.rules import InContact

END = date(2023, 12, 31)


def with_rule(key: str, rule: Rule) -> Plan:
    """The plan with another rule in the one reading of a criterion."""
    criteria = [
        evolve(
            criterion,
            readings=(evolve(criterion.readings[0], rule=rule),),
            default_reading=criterion.readings[0].key,
        )
        if criterion.key == key
        else criterion
        for criterion in PLAN.criteria
    ]
    return evolve(PLAN, criteria=tuple(criteria))


def test_before_a_plan_is_adopted_nothing_is_due() -> None:
    assert () == due(Replay(END, 0, (), VOCABULARY.facts))


def test_what_is_due_stands_by_the_last_day_to_do_it() -> None:
    with logbook_of(*at_once(season(meetings=3))) as logbook:
        items = due(logbook.replay(END))

        assert sorted(said(list(items), "last")) == said(list(items), "last")


# Six months in a fritidsjob.

MARCH = date(2021, 3, 4)


def six_months(*drafts: Draft, on: date = END) -> list[Due]:
    with logbook_of(*at_once(youth("y-1"), *drafts)) as logbook:
        return due_of(logbook, "six-months", on)


def test_a_job_that_is_not_ordinary_is_not_checked() -> None:
    assert [] == six_months(started("y-1", "j-1", MARCH, ordinary=False))


@pytest.mark.parametrize(
    ("last_day", "due_then"), [((9, 3), []), ((9, 4), ["overdue"]), ((11, 1), ["overdue"])]
)
def test_a_job_that_ended_before_its_six_months_is_not_checked(
    last_day: tuple[int, int], due_then: list[str]
) -> None:
    job = [started("y-1", "j-1", MARCH), ended("y-1", "j-1", date(2021, *last_day))]

    assert due_then == said(six_months(*job), "state")


def test_a_check_was_done_on_the_day_it_says_and_not_when_it_was_recorded() -> None:
    with logbook_of(
        *at_once(youth("y-1"), started("y-1", "j-1", MARCH)),
        (date(2022, 3, 1), held("y-1", "j-1", date(2021, 9, 4), checked_on=date(2021, 9, 20))),
    ) as logbook:
        assert [(date(2021, 9, 20), "done")] == said(due_of(logbook, "six-months", END), "done_on", "state")


def test_where_readings_reckon_six_months_another_way_the_last_of_their_days_counts() -> None:
    moved_on = [
        started("y-1", "j-1", date(2021, 1, 4), "e-1"),
        ended("y-1", "j-1", date(2021, 3, 3)),
        started("y-1", "j-2", MARCH, "e-2"),
    ]

    # With any employer they are reached on 4 July, with the same one on 4 September.
    assert [("2021-09-04", "2021-10-04")] == days(six_months(*moved_on))


def test_the_reading_that_the_board_has_chosen_alone_says_when_six_months_are_reached() -> None:
    moved_on = [
        started("y-1", "j-1", date(2021, 1, 4), "e-1"),
        ended("y-1", "j-1", date(2021, 3, 3)),
        started("y-1", "j-2", MARCH, "e-2"),
        Draft(ReadingChosen("kept", "any"), date(2021, 6, 1)),
    ]

    assert [("2021-07-04", "2021-08-03")] == days(six_months(*moved_on))


def test_six_months_that_were_reached_in_the_job_before_are_not_checked_again() -> None:
    one_after_the_other = [
        started("y-1", "j-1", MARCH),
        ended("y-1", "j-1", date(2021, 10, 1)),
        started("y-1", "j-2", date(2021, 10, 2)),
    ]

    assert ["j-1"] == said(six_months(*one_after_the_other), "subject")


def test_six_months_that_end_after_the_programme_are_not_checked() -> None:
    assert [] == six_months(started("y-1", "j-1", date(2023, 7, 1)))
    assert ["j-1"] == said(six_months(started("y-1", "j-1", date(2023, 6, 30))), "subject")


def test_jobs_are_checked_also_where_no_criterion_asks_for_it() -> None:
    with logbook_of(
        *at_once(revised(evolve(PLAN, criteria=()), date(2020, 2, 1))),
        *at_once(youth("y-1"), started("y-1", "j-1", MARCH)),
    ) as logbook:
        assert [("2021-09-04", "2021-10-04")] == days(due_of(logbook, "six-months", END))


def test_a_check_that_was_made_stays_done_whatever_became_of_the_job() -> None:
    left_early = [held("y-1", "j-1", date(2021, 8, 1)), ended("y-1", "j-1", date(2021, 8, 15))]

    assert ["done"] == said(six_months(started("y-1", "j-1", MARCH), *left_early), "state")


# Baselines.


def test_only_a_baseline_that_the_plan_wants_by_a_day_falls_due() -> None:
    with logbook_of() as logbook:
        assert [("volunteers", "overdue")] == said(due_of(logbook, "baseline", END), "subject", "state")


def test_a_baseline_that_a_revision_agrees_on_need_not_be_counted() -> None:
    agreed = [
        evolve(indicator, baseline=evolve(indicator.baseline, figure=23, due=None))
        if indicator.key == "volunteers" and indicator.baseline is not None
        else indicator
        for indicator in PLAN.indicators
    ]
    with logbook_of(*at_once(revised(evolve(PLAN, indicators=tuple(agreed)), date(2021, 5, 1)))) as logbook:
        assert ["overdue"] == said(due_of(logbook, "baseline", date(2021, 4, 30)), "state")
        assert [("done-late", date(2021, 5, 1), 2)] == said(
            due_of(logbook, "baseline", date(2021, 5, 1)), "state", "done_on", "done_by"
        )


# Volunteers.

FEBRUARY = date(2021, 2, 1)


def contacts(*drafts: Draft, on: date = END) -> list[Due]:
    with logbook_of(*at_once(resident("r-1"), recruited("r-1", FEBRUARY), *drafts)) as logbook:
        return due_of(logbook, "volunteer-contact", on)


def test_a_volunteer_who_was_seen_in_time_is_to_be_seen_again() -> None:
    assert [("2022-11-30", "2022-12-30")] == days(contacts(contacted("r-1", date(2021, 11, 30))))


def test_a_volunteer_seen_on_the_day_a_year_after_was_due_that_day() -> None:
    seen = contacts(contacted("r-1", date(2022, 2, 1)))

    assert [("2022-02-01", "done"), ("2023-02-01", "overdue")] == [
        (item.first.isoformat(), item.state.value) for item in seen
    ]


def test_nobody_has_to_see_a_volunteer_who_has_stopped() -> None:
    assert [] == contacts(stopped("r-1", date(2021, 6, 1)))
    assert ["done-late"] == said(contacts(stopped("r-1", date(2022, 6, 1))), "state")


def test_a_volunteer_who_begins_again_is_to_be_seen_again() -> None:
    again = [stopped("r-1", date(2021, 6, 1)), recruited("r-1", date(2022, 6, 1))]

    assert [("2023-06-01", "2023-07-01")] == days(contacts(*again))


def test_a_volunteer_need_not_be_seen_after_the_programme() -> None:
    assert [] == contacts(contacted("r-1", date(2022, 1, 31)), contacted("r-1", date(2023, 1, 1)))
    assert [("2023-12-31", "2024-01-30")] == days(
        contacts(contacted("r-1", date(2022, 1, 31)), contacted("r-1", date(2022, 12, 31)))
    )


def test_where_criteria_ask_for_contact_more_and_less_often_the_more_often_counts() -> None:
    half_a_year = _in_contact(months=6)
    plan = with_rule("insight-again", half_a_year)
    with logbook_of(
        *at_once(revised(plan, date(2020, 1, 1)), resident("r-1"), recruited("r-1", FEBRUARY))
    ) as logbook:
        assert [("2021-08-01", "2021-08-31")] == days(due_of(logbook, "volunteer-contact", END))


def _in_contact(months: int) -> InContact:
    rules = (rule for each in PLAN.criteria for rule in rules_in(each.readings[0].rule))
    return evolve(next(rule for rule in rules if isinstance(rule, InContact)), months=months)


def test_who_has_been_out_of_sight_too_long_by_a_revision_alone_is_due_at_once() -> None:
    told = at_once(
        resident("r-1"),
        recruited("r-1", FEBRUARY),
        revised(with_rule("volunteers", _in_contact(months=3)), date(2021, 7, 1)),
    )
    with logbook_of(*told) as logbook:
        assert [("2022-02-01", "not-yet")] == _stands(logbook, date(2021, 6, 30))
        assert [("2021-05-01", "overdue")] == _stands(logbook, date(2021, 7, 1))


def _stands(logbook: Logbook, on: date) -> list[tuple[str, str]]:
    items = due_of(logbook, "volunteer-contact", on)
    return [(item.first.isoformat(), item.state.value) for item in items]


def test_who_came_before_she_began_was_not_seen_as_one_who_is_there() -> None:
    acting = evolve(
        _in_contact(months=12),
        began="bydelsmor-began",
        sign="resident-attended",
        ended="bydelsmor-stopped",
        of="resident",
        where={"activity": AKADEMI},
    )
    told = at_once(
        revised(with_rule("volunteers", acting), date(2020, 1, 1)),
        resident("r-1"),
        *evenings_of("r-1", date(2020, 2, 6), date(2021, 3, 11)),
        Draft(BydelsmorBegan(AKADEMI, "r-1"), date(2021, 3, 11)),
    )
    with logbook_of(*told) as logbook:
        # She began on the day of the second meeting, and was seen at it (entry 8), not at the first.
        assert [("2022-03-11", 8)] == [
            (item.first.isoformat(), item.entry) for item in due_of(logbook, "volunteer-contact", END)
        ]


def evenings_of(who: str, *evenings: date) -> list[Draft]:
    """A season of two meetings, to which a resident comes."""
    came = [
        draft
        for meeting, day in enumerate(evenings, 1)
        for draft in (
            Draft(MeetingHeld(AKADEMI, "2021-forår", meeting), day),
            Draft(ResidentAttended(AKADEMI, "2021-forår", meeting, who), day),
        )
    ]
    return [season(first=evenings[0], meetings=2), *came]
