"""The laws where the agreement changes: revisions and choices recorded at any time, and taken back."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from figures import figures, figures_of, oddities, renumbered, said
from plain import cut, effective, history
from plain_asks import stands
from plain_states import periods
from small_agreements import (
    AgreedStory,
    agreed_stories,
    readings_chosen,
    revised_plans,
    revisions_made,
    told_with,
)
from stories import replayed
from strategies import days_about, knowns
from vaerebro_events import (
    VOCABULARY,
    Criterion,
    Entry,
    Logbook,
    Period,
    Plan,
    PlanAdopted,
    PlanRevised,
    ReadingChosen,
    Refusal,
    Status,
    difference,
)
from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.domain.folding import misfits
from vaerebro_events.domain.plan import Reading
from vaerebro_events.domain.plan_problems import plan_problems
from vaerebro_events.projections.agreement import choices, revisions


@given(st.data())
def test_the_plans_of_these_stories_could_be_adopted(data: st.DataObject) -> None:
    assert () == plan_problems(data.draw(revised_plans()), VOCABULARY.facts)


# Laws 1 to 4.


@given(agreed_stories(), st.data())
def test_a_replay_is_that_of_the_log_cut_at_k(story: AgreedStory, data: st.DataObject) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        for _ in range(3):
            on, known = data.draw(days_about(log), "D"), data.draw(knowns(log), "K")

            replay = logbook.replay(on, known)

            expected = replayed(cut(log, known), on)
            assert expected.agreements == replay.agreements
            assert expected.statuses == replay.statuses
            assert expected.findings == replay.findings
            assert revisions(expected) == revisions(replay)
            assert choices(expected) == choices(replay)


@given(agreed_stories(), st.data())
def test_every_cut_folds_and_can_be_asked(story: AgreedStory, data: st.DataObject) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        on = data.draw(days_about(log), "D")

        assert [] == list(misfits(log))
        for known in sorted({0, *(entry.batch_end for entry in log)}):
            held = history(cut(log, known))
            assert stands(held)
            assert stands([entry for entry in held if entry.occurred_on <= on])
            assert (known > 0) == bool(logbook.replay(on, known).statuses)


@given(agreed_stories(), st.data())
def test_a_decision_recorded_and_retracted_was_never_made(story: AgreedStory, data: st.DataObject) -> None:
    with told_with(story) as logbook:
        decision = data.draw(revisions_made() | readings_chosen(), "decided")
        log = logbook.entries()
        before = logbook.replay(date(2029, 1, 1))
        try:
            [entry] = logbook.record(decision, on=data.draw(days_about(log), "decided on"))
        except Refusal:
            return
        logbook.retract(entry.position, reason="slip")

        assert before.agreements == logbook.replay(date(2029, 1, 1)).agreements
        for _ in range(2):
            on = data.draw(days_about(log), "D")
            never, now = logbook.replay(on, len(log)), logbook.replay(on)
            assert never.statuses == now.statuses
            assert revisions(never) == revisions(now)
            assert choices(never) == choices(now)


def _decisions(logbook: Logbook) -> list[Entry]:
    return [entry for entry in logbook.entries() if isinstance(entry.fact, PlanRevised | ReadingChosen)]


@given(agreed_stories(), st.data())
def test_an_earlier_decision_retracted_was_never_made(story: AgreedStory, data: st.DataObject) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        for chosen in _decisions(logbook)[:2]:
            try:
                logbook.retract(chosen.position, reason="slip")
            except Refusal:
                continue  # what was said of the revision stands in the way
            gone = {entry.position for entry in logbook.entries() if entry.position > len(log)}
            left = [each for each in logbook.entries() if not _about(each, chosen.position)]
            assert gone

            on = data.draw(days_about(log), "D")

            assert figures_of(renumbered(left), on) == figures(logbook.replay(on))


def _about(entry: Entry, position: int) -> bool:
    told = entry.fact.amends if isinstance(entry.fact, Amendment) else entry.position
    return told == position


@given(agreed_stories(), st.data())
def test_corrected_is_decided_right_in_the_first_place(story: AgreedStory, data: st.DataObject) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        for _ in range(3):
            on, known = data.draw(days_about(log), "D"), data.draw(knowns(log), "K")
            right = renumbered(effective(cut(log, known)))

            replay = logbook.replay(on, known)

            assert figures_of(right, on) == figures(replay)
            assert oddities(replayed(right, on)) == oddities(replay)


# Which version judges, by plain loops.


@frozen
class Held:
    """A version of the plan: from when it holds, and its entry."""

    holds_from: date
    position: int
    plan: Plan


def _versions(log: Sequence[Entry]) -> list[Held]:
    found: list[Held] = []
    for entry in effective(log):
        if isinstance(entry.fact, PlanAdopted):
            found.append(Held(entry.fact.plan.first_day, entry.position, entry.fact.plan))
        if isinstance(entry.fact, PlanRevised):
            found.append(Held(entry.fact.holds_from, entry.position, entry.fact.plan))
    return found


def _holds(versions: Sequence[Held], day: date) -> Held:
    """The one that holds on a day; before the first does, that one."""
    first = min(version.holds_from for version in versions)
    best: Held | None = None
    for version in versions:
        begun = version.holds_from <= max(day, first)
        later = best is None or (version.holds_from, version.position) > (best.holds_from, best.position)
        if begun and later:
            best = version
    assert best is not None
    return best


def _chosen(log: Sequence[Entry]) -> dict[str, tuple[str, int]]:
    """The reading chosen of each criterion, and by which entry: the newest by its day, then its place."""
    made = [entry for entry in effective(log) if isinstance(entry.fact, ReadingChosen)]
    newest: dict[str, Entry] = {}
    for entry in made:
        assert isinstance(entry.fact, ReadingChosen)
        other = newest.get(entry.fact.criterion)
        if other is None or (entry.occurred_on, entry.position) > (other.occurred_on, other.position):
            newest[entry.fact.criterion] = entry
    return {
        key: (entry.fact.reading, entry.position)
        for key, entry in newest.items()
        if isinstance(entry.fact, ReadingChosen)
    }


def _read(criterion: Criterion, chosen: dict[str, tuple[str, int]]) -> list[Reading]:
    reading = chosen.get(criterion.key, ("", 0))[0]
    alone = [each for each in criterion.readings if each.key == reading]
    return alone or list(criterion.readings)


Key = tuple[str, str, str]


def _offered(version: Held, log: Sequence[Entry], on: date) -> dict[Key, Period]:
    """The rows that a version has, and for which days each is."""
    held, chosen = history(log, on), _chosen(log)
    return {
        (criterion.key, reading.key, period.key): period
        for criterion in version.plan.criteria
        for reading in _read(criterion, chosen)
        for period in periods(version.plan, criterion, reading, held)
    }


def _expected(log: Sequence[Entry], on: date) -> dict[Key, tuple[int, Period]]:
    """Each row's version and days: the latest of those that hold on its last day or D.

    Else that in force, where the version that holds then has the row, too, and ends it later.
    """
    versions = _versions(log)
    in_force = _holds(versions, on)
    begun = [
        each
        for each in versions
        if (each.holds_from <= on or each is in_force) and _holds(versions, each.holds_from) is each
    ]
    rows: dict[Key, tuple[int, Period]] = {}
    for version in sorted(begun, key=lambda each: each.holds_from):
        for key, period in _offered(version, log, on).items():
            if _holds(versions, min(period.last, on)) is version:
                rows[key] = (version.position, period)
    for key, period in _agreed_then(in_force, log, on).items():
        rows.setdefault(key, (in_force.position, period))
    return rows


def _agreed_then(in_force: Held, log: Sequence[Entry], on: date) -> dict[Key, Period]:
    """The rows of the version in force that were agreed already when their periods ended."""
    versions = _versions(log)
    return {
        key: period
        for key, period in _offered(in_force, log, on).items()
        if key in _offered(_holds(versions, min(period.last, on)), log, on)
    }


@given(agreed_stories(), st.data())
def test_each_row_is_judged_by_the_version_that_holds_when_its_period_ends_or_on_the_day(
    story: AgreedStory, data: st.DataObject
) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        for _ in range(3):
            on, known = data.draw(days_about(log), "D"), data.draw(knowns(log), "K")
            seen = cut(log, known)
            if not seen:
                continue

            replay = logbook.replay(on, known)

            assert _expected(seen, on) == {row.key: (row.version, row.period) for row in replay.statuses}
            assert len(replay.statuses) == len({row.key for row in replay.statuses})
            chosen = _chosen(seen)
            for row in replay.statuses:
                reading, position = chosen.get(row.criterion, ("", 0))
                assert row.chosen == (position if row.reading == reading else None)
                assert replay.plan_of(row) == _plan_at(seen, row.version)


def _plan_at(log: Sequence[Entry], position: int) -> Plan:
    return next(version.plan for version in _versions(log) if version.position == position)


@given(agreed_stories(), st.data())
def test_all_that_the_version_in_force_asks_has_its_row(story: AgreedStory, data: st.DataObject) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        on = data.draw(days_about(log), "D")

        replay = logbook.replay(on)

        in_force = _holds(_versions(log), on)
        assert in_force.plan == replay.plan
        assert _agreed_then(in_force, log, on).keys() <= {row.key for row in replay.statuses}
        shown = [row.criterion for row in replay.statuses]
        keys = [criterion.key for criterion in in_force.plan.criteria if criterion.key in shown]
        assert keys == list(dict.fromkeys(shown))[: len(keys)]


@given(agreed_stories(), st.data())
def test_the_agreement_says_which_version_is_in_force_and_what_is_chosen(
    story: AgreedStory, data: st.DataObject
) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        on, known = data.draw(days_about(log), "D"), data.draw(knowns(log), "K")
        seen = cut(log, known)

        replay = logbook.replay(on, known)

        found = revisions(replay)
        versions = sorted(_versions(seen), key=lambda each: (each.holds_from, each.position))
        assert [each.position for each in versions] == [each.position for each in found]
        assert [version.position for version in versions if version is _holds(versions, on)] == [
            each.position for each in found if each.in_force
        ]
        assert {key: position for key, (_, position) in _chosen(seen).items()} == {
            each.criterion: each.position for each in choices(replay)
        }


# The difference of two replays.


def _shown(status: Status | None) -> object:
    return status and (status.state, status.period, said(status.judgement))


@given(agreed_stories(), st.data())
def test_what_changed_has_its_causes_unless_days_passed_and_is_the_same_backwards(
    story: AgreedStory, data: st.DataObject
) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        dates = [(data.draw(days_about(log), "D"), data.draw(knowns(log), "K")) for _ in range(2)]
        before, after = (logbook.replay(*two_dates) for two_dates in dates)
        old = {row.key: row for row in before.statuses}
        new = {row.key: row for row in after.statuses}

        forth, back = difference(before, after), difference(after, before)

        other = {key for key in {*old, *new} if _shown(old.get(key)) != _shown(new.get(key))}
        assert other == {each.key for each in forth.changed} == {each.key for each in back.changed}
        for change in forth.changed:
            assert change.caused_by or before.on != after.on
        assert {at for each in forth.changed for at in each.caused_by} == {e.position for e in forth.entries}


@given(agreed_stories(), st.data())
def test_what_changed_by_knowing_more_names_what_was_recorded_in_between(
    story: AgreedStory, data: st.DataObject
) -> None:
    with told_with(story) as logbook:
        log = logbook.entries()
        on = data.draw(days_about(log), "D")
        steps = [logbook.replay(on, known) for known in sorted({0, *(entry.batch_end for entry in log)})]

        for before, after in pairwise(steps):
            for change in difference(before, after).changed:
                assert change.caused_by
                assert all(before.position < at <= after.position for at in change.caused_by)
