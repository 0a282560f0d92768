"""Where every property test gets its material: entries of every kind, and stories of a logbook.

Entries are built from the types of their fields (`from_types`); stories take place in `small_world`.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from from_types import ANYTHING
from plain import PlainLog, day_in_denmark
from small_world import JOBS, RARELY, THEMES, YEAR_END, days_about, knowns, some_of
from stories import AFTERWARDS, SMALL_PLAN, WORKER, Attempt, Story, numbered_ids
from telling import Kinds, Teller
from vaerebro_events import (
    Actor,
    Draft,
    Entry,
    Fact,
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    LommepengejobCompleted,
    LommepengejobStarted,
    ParticipantRegistered,
    SeriesPlanned,
)
from vaerebro_events.domain.calendar import add_months
from vaerebro_events.domain.participants import ParticipantKind

__all__ = ["attempts", "begun", "days_about", "entries_of", "job_histories", "knowns", "openings", "stories"]

BEGINNINGS = some_of(
    *[
        datetime.fromisoformat(f"{at}+00:00").astimezone(UTC)
        for at in ("2022-01-04T23:30", "2020-12-31T22:59", "2025-01-01T00:30")
    ]
)
STEPS = some_of(*[timedelta(minutes=m) for m in (*[0] * 12, 1, 60, -1, -5, 1440, 1440, 30_000, 300_000, -6)])
_ACTOR = some_of(WORKER, WORKER, Actor("leader", "u-2"), Actor("family-worker", "u-3"))
_LENGTH = some_of(*[timedelta(days=days) for days in (0, 30, 120, 400)])
_STUBBORN = some_of(2, 2, 2, 1, 0)
_SIZE = some_of(1, 1, 1, 1, 1, 2, 2, 3, 4)


def entries_of(kind: type[Fact]) -> SearchStrategy[Entry]:
    """Entries of one kind of fact, with everything that an envelope may hold."""
    return ANYTHING.made(kind).flatmap(lambda fact: ANYTHING.made(Entry, {"fact": fact}))


@st.composite
def attempts(draw: DrawFn, log: PlainLog, before: datetime, ids: Iterator[UUID], kinds: Kinds) -> Attempt:
    """What somebody may try next: one to four drafts, mostly each on those before it."""
    now = before + draw(STEPS)
    size = draw(_SIZE)
    tentative = PlainLog(log.plan, list(log.entries))
    teller = Teller(draw, tentative, day_in_denmark(now), ids, kinds)
    drafts: list[Draft] = []
    stubborn = draw(_STUBBORN)
    while len(drafts) < size:
        more = teller.some()
        # What would be refused is mostly thought better of, and now and then tried all the same.
        if tentative.takes(Attempt(tuple(more), now)) or stubborn == 0:
            drafts.extend(more)
        else:
            stubborn -= 1
    if size > 1 and draw(RARELY):
        drafts = draw(st.permutations(drafts))
    return Attempt(tuple(drafts), now, draw(_ACTOR))


_PEOPLE_KNOWN = [ParticipantRegistered(kind, who) for who in ("p-1", "p-2") for kind in ParticipantKind]
_GROUP = some_of("mothers", "fathers", None)
_EARLY = some_of(*[date(2019, 1, 1)] * 4, date(2019, 12, 31), date(2020, 1, 1))


@st.composite
def openings(draw: DrawFn, now: datetime, ids: Iterator[UUID]) -> Attempt:
    """What is known at the beginning: most of the participants and seasons."""
    firsts = [draw(YEAR_END) for _ in ("s-1", "s-2")]
    seasons = [
        SeriesPlanned("familieakademi", f"s-{number}", 3, first, first + draw(_LENGTH), draw(_GROUP))
        for number, first in enumerate(firsts, 1)
    ]
    chosen = [fact for fact in (*_PEOPLE_KNOWN, *seasons) if not draw(RARELY)]
    return Attempt(tuple(Draft(fact, draw(_EARLY), next(ids)) for fact in chosen), now)


def begun(began: datetime) -> PlainLog:
    """The plain log of a logbook that has just been made with the small plan."""
    return PlainLog.begun(SMALL_PLAN, Attempt((), began), numbered_ids()())


@st.composite
def stories(draw: DrawFn, most: int = 30) -> Story:
    """Stories, mostly accepted and never only that."""
    began = draw(BEGINNINGS)
    log, ids = begun(began), (UUID(int=number) for number in count(1))
    kinds = draw(THEMES)
    told: list[Attempt] = []
    for turn in range(max(draw(st.integers(0, most)), draw(st.integers(0, most)))):
        last = log.entries[-1].recorded_at
        attempt = draw(attempts(log, last, ids, kinds) if turn else openings(began, ids))
        log.takes(attempt)
        told.append(attempt)
    return Story(began, tuple(told))


_GAP = some_of(*[timedelta(days=days) for days in (1, 31, 2, 32, 0, -5)])
_LASTS = some_of(*[timedelta(days=days) for days in (100, 30, 0, 184, 200)])
_BESIDE = some_of(*[timedelta(days=days) for days in (0, 0, -1, 1)])


def _course(day: date) -> list[tuple[date, Fact]]:
    course = ("lommepengejob", "p-1", "c-1")
    return [(day, LommepengejobStarted(*course)), (day, LommepengejobCompleted(*course))]


@st.composite
def job_histories(draw: DrawFn) -> list[Entry]:
    """The fritidsjobs of one youth, one close after the other, each with its six months and its end."""
    end = date(2020, 12, 31)
    days = [end]
    told: list[tuple[date, Fact]] = []
    for job in JOBS[: draw(st.integers(1, 4))]:
        this = ("lommepengejob", "p-1", job)
        start, end = end + draw(_GAP), end + draw(_GAP) + draw(_LASTS)
        end = max(start, end)
        days.append(start)
        held = max(start, add_months(draw(st.sampled_from(days)), 6) + draw(_BESIDE))
        employer, ordinary = draw(some_of("shop", "shop", "bakery")), not draw(RARELY)
        told.append((start, FritidsjobStarted(*this, employer, ordinary=ordinary)))
        told += [(held, FritidsjobHeldSixMonths(*this, held))] if draw(st.booleans()) else []
        told += [(end, FritidsjobEnded(*this))] if not draw(RARELY) else []
        told += _course(held + draw(_BESIDE)) if job == JOBS[0] and draw(st.booleans()) else []
    return [
        Entry(at, at, UUID(int=at), AFTERWARDS, day, WORKER, fact)
        for at, (day, fact) in enumerate(draw(st.permutations(told)), 1)
    ]
