"""A calendar of the four years: each thing becomes due, and is done in time, or late, or never."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from due_days import PLAN, Told, at_once, due_of, logbook_of
from given import (
    AKADEMI,
    baseline,
    contacted,
    evenings,
    held,
    recruited,
    resident,
    season,
    started,
    youth,
)
from stories import Story, log_of, replayed
from strategies import days_about, stories
from vaerebro_events import (
    Draft,
    EvaluationHeld,
    Logbook,
    MeetingHeld,
    MilestoneReached,
    MilestoneSet,
    PlanRevised,
    Replay,
    RevisionUploaded,
    SurveyAnswered,
)
from vaerebro_events.projections.due import Due, DueKind, DueState, due
from vaerebro_events.projections.history import effective, last_known

END = date(2023, 12, 31)


def day(text: str) -> date:
    """A day of the programme: `21-09-04`."""
    return date.fromisoformat(f"20{text}")


@frozen
class Way:
    """What somebody does, on a day or never, and how the thing stands by that on the days asked."""

    done_on: str | None
    states: Mapping[str, str]


@frozen
class Thing:
    """A thing that falls due: what it follows from, what does it, and the ways it may go."""

    kind: str
    subject: str
    begins: Sequence[Told]
    does: Callable[[date], Draft]
    never: Mapping[str, str]
    in_time: Way
    late: Way
    of: str | None = None
    about: str | None = field(default=None)

    def told(self, done_on: date | None) -> list[Told]:
        return [*self.begins, *([] if done_on is None else [(done_on, self.does(done_on))])]

    def found(self, items: Sequence[Due]) -> list[Due]:
        """The one that is meant, of several."""
        return [
            item
            for item in items
            if (item.kind, item.subject, item.of) == (self.kind, self.subject, self.of)
            and (self.about is None or item.about == (day(f"{self.about}-01-01"), day(f"{self.about}-12-31")))
        ]


_SPRING = season(first=date(2021, 1, 7), meetings=3)  # the last on 21 January
_REVISED = PlanRevised("r-1", "delaftale", date(2021, 4, 1), PLAN)

CALENDAR = (
    Thing(
        "six-months",
        "j-1",
        at_once(youth("y-1"), started("y-1", "j-1", day("21-03-04"))),
        lambda done: held("y-1", "j-1", day("21-09-04"), checked_on=done),
        {
            "21-03-04": "not-yet", "21-09-03": "not-yet", "21-09-04": "due", "21-10-04": "due",
            "21-10-05": "overdue", "23-12-31": "overdue",
        },
        Way("21-10-04", {"21-09-03": "not-yet", "21-10-03": "due", "21-10-04": "done", "23-12-31": "done"}),
        Way("21-10-05", {"21-10-04": "due", "21-10-05": "done-late", "23-12-31": "done-late"}),
        of="lommepengejob",
    ),
    Thing(
        "baseline",
        "volunteers",
        (),
        lambda _: baseline("volunteers", 23),
        {
            "20-01-01": "not-yet", "20-12-30": "not-yet", "20-12-31": "due", "21-03-01": "due",
            "21-03-02": "overdue", "23-12-31": "overdue",
        },
        Way("21-03-01", {"20-12-30": "not-yet", "21-02-28": "due", "21-03-01": "done", "23-12-31": "done"}),
        Way("21-03-02", {"21-03-01": "due", "21-03-02": "done-late", "23-12-31": "done-late"}),
    ),
    Thing(
        "volunteer-contact",
        "r-1",
        at_once(resident("r-1"), recruited("r-1", day("21-02-01"))),
        lambda done: contacted("r-1", done),
        {
            "21-02-01": "not-yet", "22-01-31": "not-yet", "22-02-01": "due", "22-03-03": "due",
            "22-03-04": "overdue", "23-12-31": "overdue",
        },
        Way("22-03-03", {"22-01-31": "not-yet", "22-03-02": "due", "22-03-03": "done", "23-12-31": "done"}),
        Way("22-03-04", {"22-03-03": "due", "22-03-04": "done-late", "23-12-31": "done-late"}),
        of="frivillige",
    ),
    Thing(
        "figure",
        "insight",
        (),
        lambda _: Draft(SurveyAnswered("insight", 20, 18, 15), day("21-11-30")),
        {
            "21-01-01": "not-yet", "21-12-30": "not-yet", "21-12-31": "due", "22-03-01": "due",
            "22-03-02": "overdue", "23-12-31": "overdue",
        },
        Way("22-03-01", {"21-12-30": "not-yet", "22-02-28": "due", "22-03-01": "done", "23-12-31": "done"}),
        Way("22-03-02", {"22-03-01": "due", "22-03-02": "done-late", "23-12-31": "done-late"}),
        about="21",
    ),
    Thing(
        "milestone",
        "m-1",
        at_once(Draft(MilestoneSet("m-1", day("21-06-30")), day("20-09-01"))),
        lambda done: Draft(MilestoneReached("m-1"), done),
        {
            "20-09-01": "not-yet", "21-06-29": "not-yet", "21-06-30": "due", "21-07-01": "overdue",
            "23-12-31": "overdue",
        },
        Way("21-06-30", {"21-06-29": "not-yet", "21-06-30": "done", "23-12-31": "done"}),
        Way("21-07-01", {"21-06-30": "due", "21-07-01": "done-late", "23-12-31": "done-late"}),
    ),
    Thing(
        "duty",
        "evaluation",
        (),
        lambda done: Draft(EvaluationHeld("yearly", done), day("21-12-31")),
        {
            "20-01-01": "not-yet", "21-12-30": "not-yet", "21-12-31": "due", "22-02-28": "due",
            "22-03-01": "overdue", "23-12-31": "overdue",
        },
        Way("22-02-28", {"21-12-30": "not-yet", "22-02-27": "due", "22-02-28": "done", "23-12-31": "done"}),
        Way("22-03-01", {"22-02-28": "due", "22-03-01": "done-late", "23-12-31": "done-late"}),
        about="21",
    ),
    Thing(
        "meetings",
        "2021-forår",
        at_once(_SPRING, *evenings([1, 2])),
        lambda _: Draft(MeetingHeld(AKADEMI, "2021-forår", 3), day("21-01-21")),
        {
            "21-01-04": "not-yet", "21-01-20": "not-yet", "21-01-21": "due", "21-02-04": "due",
            "21-02-05": "overdue", "23-12-31": "overdue",
        },
        Way("21-02-04", {"21-01-20": "not-yet", "21-02-03": "due", "21-02-04": "done", "23-12-31": "done"}),
        Way("21-02-05", {"21-02-04": "due", "21-02-05": "done-late", "23-12-31": "done-late"}),
        of="familieakademi",
    ),
    # A revision is known from its approval on, so that it is due at once.
    Thing(
        "upload",
        "r-1",
        at_once(Draft(_REVISED, day("21-03-10"))),
        lambda done: Draft(RevisionUploaded("r-1"), done),
        {"21-03-10": "due", "21-03-20": "due", "21-03-21": "overdue", "23-12-31": "overdue"},
        Way("21-03-20", {"21-03-10": "due", "21-03-19": "due", "21-03-20": "done", "23-12-31": "done"}),
        Way("21-03-21", {"21-03-20": "due", "21-03-21": "done-late", "23-12-31": "done-late"}),
    ),
)  # fmt: skip
WAYS = [
    pytest.param(thing, way, id=f"{thing.kind}-{name}")
    for thing in CALENDAR
    for name, way in (
        ("never", Way(None, thing.never)),
        ("in-time", thing.in_time),
        ("late", thing.late),
    )
]


def as_lived(thing: Thing, logbook: Logbook, asked: date) -> str:
    """How a thing stands on a day, as known on that day; who has been seen is to be seen again, later."""
    item, *_ = thing.found(due_of(logbook, thing.kind, asked, known=asked))
    return item.state.value


def test_the_calendar_has_every_kind() -> None:
    assert set(DueKind) == {thing.kind for thing in CALENDAR}


@pytest.mark.parametrize(("thing", "way"), WAYS)
def test_each_thing_becomes_due_and_is_done_in_time_or_late_or_never(thing: Thing, way: Way) -> None:
    done_on = None if way.done_on is None else day(way.done_on)
    with logbook_of(*thing.told(done_on)) as logbook:
        assert way.states == {asked: as_lived(thing, logbook, day(asked)) for asked in way.states}


@pytest.mark.parametrize("thing", CALENDAR, ids=lambda thing: thing.kind)
def test_it_is_said_when_and_by_which_entry_it_was_done(thing: Thing) -> None:
    assert thing.late.done_on is not None
    with logbook_of(*thing.told(day(thing.late.done_on))) as logbook:
        item, *_ = thing.found(due_of(logbook, thing.kind, END, known=END))

        assert (day(thing.late.done_on), len(logbook.entries())) == (item.done_on, item.done_by)


# Laws.

SETTLED = (DueState.DONE, DueState.DONE_LATE)
ORDER = {DueState.NOT_YET: 0, DueState.DUE: 1, DueState.OVERDUE: 2, DueState.DONE: 3, DueState.DONE_LATE: 3}


Named = tuple[DueKind, str, str | None, int | None, tuple[date, date] | None, date, date]


def named(replay: Replay) -> dict[Named, Due]:
    """What is due, each by what makes it that thing; the days on which it falls due are part of it."""
    items = due(replay)
    found: dict[Named, Due] = {
        (item.kind, item.subject, item.of, item.entry, item.about, item.first, item.last): item
        for item in items
    }
    assert len(items) == len(found)
    return found


def never_goes_back(before: Replay, after: Replay) -> None:
    """Nothing goes back from one day to a later one, and what had fallen due and was done stays listed."""
    earlier, later = named(before), named(after)
    for key, item in earlier.items():
        if key in later:
            assert ORDER[item.state] <= ORDER[later[key].state]
    done = {key for key, item in earlier.items() if item.state in SETTLED and item.first <= before.on}
    assert not {key[:5] for key in done} - {key[:5] for key in later}


@st.composite
def lives(draw: st.DrawFn) -> list[Told]:
    """Everything of the calendar, each done on any day from the beginning of the thing on, or never."""
    told: list[Told] = []
    for thing in CALENDAR:
        first = day(thing.late.done_on or "")
        offset = draw(st.integers(-40, 400) | st.none())
        done_on = None
        if offset is not None:
            done_on = first.fromordinal(first.toordinal() + offset)
            earliest = max([*(begun for begun, _ in thing.begins), thing.does(done_on).on or done_on])
            done_on = max(done_on, earliest)
            if thing.kind == "six-months":
                done_on = max(done_on, day("21-09-04"))
        told.extend(thing.told(done_on))
    return told


@given(lives(), st.dates(date(2020, 1, 1), date(2024, 6, 30)), st.dates(date(2020, 1, 1), date(2024, 6, 30)))
def test_from_day_to_day_nothing_goes_back_in_the_calendar(told: list[Told], one: date, other: date) -> None:
    with logbook_of(*told) as logbook:
        never_goes_back(logbook.replay(min(one, other)), logbook.replay(max(one, other)))


@given(stories(), st.data())
def test_from_day_to_day_nothing_goes_back_in_any_story(story: Story, data: st.DataObject) -> None:
    log = log_of(story)
    one, other = (data.draw(days_about(log), name) for name in ("D1", "D2"))

    never_goes_back(replayed(log, min(one, other)), replayed(log, max(one, other)))


@given(stories(), st.data())
def test_what_is_due_as_known_is_what_is_due_by_the_log_cut_there(story: Story, data: st.DataObject) -> None:
    log = log_of(story)
    on = data.draw(days_about(log), "D")
    position = last_known(log, data.draw(st.integers(0, len(log)), "K"))

    assert due(replayed(log[:position], on)) == due(replayed(log, on).at(on, position))


@given(stories(), st.data())
def test_a_thing_is_done_exactly_when_a_known_entry_did_it_by_the_day(
    story: Story, data: st.DataObject
) -> None:
    log = log_of(story)
    on = data.draw(days_about(log), "D")
    position = last_known(log, data.draw(st.integers(0, len(log)), "K"))
    known = effective(log[:position])

    for item in due(replayed(log[:position], on)):
        assert (item.done_by is not None) == (item.done_on is not None)
        assert (item.done_on is not None and item.done_on <= on) == (item.state in SETTLED)
        assert item.done_by is None or item.done_by in known
        assert item.entry is None or item.entry in known
        assert item.first <= item.last
        if item.done_on is not None and item.state in SETTLED:
            assert (item.state is DueState.DONE) == (item.done_on <= item.last)
