"""Laws 3, 4 and 5: retracted is never recorded, corrected is recorded right, and order does not matter."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from figures import Figures, Key, figures, figures_of, oddities, renumbered
from plain import cut, effective, history, ordered, stands
from stories import AFTERWARDS, WORKER, Story, log_of, opened, replayed, told
from strategies import days_about, knowns, stories
from vaerebro_events import (
    Draft,
    Entry,
    GuidanceGiven,
    Logbook,
    ParticipantRegistered,
    PlanAdopted,
    Retracted,
    Status,
)
from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.errors import IdTaken
from vaerebro_events.projections.rules import Assessed, Distinct

NEWCOMER = ParticipantRegistered("family", "p-9")


def _without(log: Sequence[Entry], position: int) -> list[Entry]:
    return [
        entry
        for entry in log
        if entry.position != position
        and not (isinstance(entry.fact, Amendment) and entry.fact.amends == position)
    ]


def _retractable(log: Sequence[Entry]) -> list[Entry]:
    """The entries on which nothing builds, retracted or not; one that nobody has amended is among them."""
    return [
        entry
        for entry in log
        if entry.fact.amendable
        and not isinstance(entry.fact, Amendment)
        and stands(history(_without(log, entry.position)))
    ]


@given(stories(), st.data())
def test_record_then_retract_equals_never_recorded(story: Story, data: st.DataObject) -> None:
    with told(story) as logbook:
        logbook.record(NEWCOMER, on=date(2021, 6, 1))
        log = logbook.entries()
        chosen = data.draw(st.sampled_from(_retractable(log)), "retracted")

        retraction = logbook.retract(chosen.position, reason="did-not-happen")

        never = renumbered(_without(log, chosen.position))
        for _ in range(3):
            on = data.draw(days_about(log), "D")
            replay = logbook.replay(on)
            assert figures_of(never, on) == figures(replay)
            assert oddities(replayed(never, on)) == oddities(replay)
            assert replayed(log, on).statuses == logbook.replay(on, known=len(log)).statuses
        assert [*log, retraction] == list(logbook.entries())


@given(stories(), st.data())
def test_the_id_of_a_retracted_entry_stays_spent(story: Story, data: st.DataObject) -> None:
    with told(story) as logbook:
        logbook.record(NEWCOMER, on=date(2021, 6, 1))
        chosen = data.draw(st.sampled_from(_retractable(logbook.entries())), "retracted")
        logbook.retract(chosen.position, reason="duplicate")
        log = logbook.entries()

        with pytest.raises(IdTaken):
            logbook.record(
                Draft(GuidanceGiven("lommepengejob", "p-1", "getting"), date(2021, 6, 1), chosen.id)
            )
        with pytest.raises(IdTaken):
            logbook.record(Draft(chosen.fact, date(2018, 1, 1), chosen.id, chosen.evidence))

        assert (chosen,) == logbook.record(Draft(chosen.fact, chosen.occurred_on, chosen.id, chosen.evidence))
        assert log == logbook.entries()


@given(stories(), st.data())
def test_correct_equals_having_recorded_it_right(story: Story, data: st.DataObject) -> None:
    with told(story) as logbook:
        log = logbook.entries()
        for _ in range(3):
            on, known = data.draw(days_about(log), "D"), data.draw(knowns(log), "K")
            right = renumbered(effective(cut(log, known)))

            replay = logbook.replay(on, known)

            assert figures_of(right, on) == figures(replay)
            assert oddities(replayed(right, on)) == oddities(replay)


def _recorded(logbook: Logbook, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return logbook.record(
        *[Draft(entry.fact, entry.occurred_on, entry.id, entry.evidence) for entry in entries], actor=WORKER
    )


def _without_the_plan(log: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in effective(log) if not isinstance(entry.fact, PlanAdopted)]


@given(stories(), st.data())
def test_what_holds_recorded_anew_one_by_one_in_order_of_its_days_gives_the_same_figures(
    story: Story, data: st.DataObject
) -> None:
    log = log_of(story)
    with opened(AFTERWARDS) as (anew, _):
        for entry in ordered(_without_the_plan(log)):
            _recorded(anew, [entry])

        on = data.draw(days_about(log), "D")
        assert figures_of(log, on) == figures(anew.replay(on))


def _ties_in_order(entries: Sequence[Entry]) -> list[Entry]:
    """The entries in their order, but those of one day and rank among themselves as they first were."""
    tied: dict[tuple[date, int], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.position, reverse=True):
        tied[entry.occurred_on, entry.fact.rank].append(entry)
    return [tied[entry.occurred_on, entry.fact.rank].pop() for entry in entries]


@given(stories(), st.data())
def test_recorded_in_another_order_gives_the_same_figures(story: Story, data: st.DataObject) -> None:
    log = log_of(story)
    held = _without_the_plan(log)
    other_order = _ties_in_order(data.draw(st.permutations(held), "in the order"))
    with opened(AFTERWARDS) as (anew, _):
        if held:
            _recorded(anew, other_order)

        on = data.draw(days_about(log), "D")
        assert figures_of(log, on) == figures(anew.replay(on))


def _asks_for_the_order(status: Status) -> bool:
    """Which of one party's assessments of one day is newest; which season a family's first day was in."""
    first = isinstance(status.rule, Distinct) and status.rule.first_ever and status.period.series is not None
    return first or isinstance(status.rule, Assessed)


def _whatever_the_order(statuses: Sequence[Status], found: dict[Key, Figures]) -> dict[Key, Figures]:
    asking = {status.key for status in statuses if _asks_for_the_order(status)}
    # Whether readings disagree hangs on all readings of a criterion, also on one that asks for the order.
    return {key: evolve(figure, disagree=False) for key, figure in found.items() if key not in asking}


@given(stories(), st.data())
def test_even_the_order_within_a_day_matters_only_to_rules_that_ask_for_it(
    story: Story, data: st.DataObject
) -> None:
    log = log_of(story)
    held = _without_the_plan(log)
    other_order = data.draw(st.permutations(held), "in the order")
    with opened(AFTERWARDS) as (anew, _):
        if held:
            _recorded(anew, other_order)

        on = data.draw(days_about(log), "D")
        before, after = replayed(log, on), anew.replay(on)
        assert _whatever_the_order(before.statuses, figures(before)) == _whatever_the_order(
            after.statuses, figures(after)
        )


def test_a_retraction_is_itself_an_entry_of_the_trail() -> None:
    with opened(AFTERWARDS) as (logbook, _):
        entry = logbook.record(NEWCOMER, on=date(2021, 6, 1))[0]

        retraction = logbook.retract(entry.position, reason="slip")

        assert Retracted(entry.position, "slip") == retraction.fact
        assert (entry, retraction) == tuple(logbook.entries(after=1))
