"""The follow-up register: for each year and criterion, when the board saw it, and how long it did not."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from vaerebro_events.domain.calendar import ONE_DAY
from vaerebro_events.domain.commitments import Span
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.follow_up import Decided, FollowUpBody, FollowUpMade
from vaerebro_events.domain.plan import Plan, Settings
from vaerebro_events.domain.values import a_whole_number
from vaerebro_events.errors import InvalidValue
from vaerebro_events.projections.in_force import in_force
from vaerebro_events.projections.replay import Replay

MOST_DAYS = 36_500


@frozen
class Seen:
    """One time the board saw something: the day, the entry, and as of when and how far the log went.

    Of Boligsociale Data, `as_of` is the last day of the data.
    """

    day: date
    position: int
    as_of: date
    as_known: int


@frozen
class Gap:
    """A time without follow-up: from the day last seen to the next, or to the day asked about.

    It starts with the programme, or with the criterion where a revision brought it, when the board had
    not seen it before; it ends with them, too.
    """

    first: date
    last: date
    days: int


@frozen
class Followed:
    """How one criterion was followed in a year: the times it was seen, the last by its end, and the gaps.

    A gap is of every year in which it has a day without follow-up; it may begin before and end after.
    """

    criterion: str
    year: int
    seen: tuple[Seen, ...]
    last: Seen | None
    gaps: tuple[Gap, ...]


@frozen
class SocialData:
    """The times in a year that the board saw the central Boligsociale Data, and the last by its end."""

    year: int
    seen: tuple[Seen, ...]
    last: Seen | None


@frozen
class Meeting:
    """One follow-up of any body: what it saw, as of when and how far the log went, and what it decided.

    `not_seen` are the criteria of the agreement in force on its day that it did not see.
    """

    position: int
    day: date
    body: FollowUpBody
    as_of: date
    as_known: int
    social_data_of: date | None
    decided: tuple[Decided, ...]
    seen: tuple[str, ...]
    not_seen: tuple[str, ...]


@frozen
class Register:
    """The follow-up register, with the days after which the board should have seen a criterion again.

    Rows and gaps are of the board's follow-ups alone, `meetings` of all bodies.
    """

    days: int
    rows: tuple[Followed, ...]
    social_data: tuple[SocialData, ...]
    meetings: tuple[Meeting, ...]


def follow_up(replay: Replay, days: int | None = None) -> Register:
    """The follow-ups of the board, by year and by criterion of the agreement at the year's end.

    A year that runs is told as far as it has come. `days` is how long a criterion may go unseen before it
    is a gap; where none are given, as many as the plan says.

    Raises: `InvalidValue`, when the days are no whole number from 1 to 36,500.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, FollowUpMade, Logbook
    >>> from vaerebro_events.projections.follow_up import follow_up
    >>> seen = FollowUpMade("board", ["lommepengejob.completed"], as_of=date(2020, 9, 30), as_known=1)
    >>> with Logbook.create(":memory:", actor=Actor("leader", "u-1")) as logbook:
    ...     entries = logbook.record(seen, on=date(2020, 10, 7))
    ...     register = follow_up(logbook.replay(on=date(2020, 12, 31)))
    >>> [row] = [row for row in register.rows if row.seen]
    >>> row.year, row.last.day.isoformat(), [gap.days for gap in row.gaps]
    (2020, '2020-10-07', [280])
    """
    plan = replay.plan
    if days is None:
        days = (Settings() if plan is None else plan.settings).follow_up_days
    if type(days) is not int or not 1 <= days <= MOST_DAYS:
        raise InvalidValue("days", days, a_whole_number(1, MOST_DAYS))
    if plan is None:
        return Register(days, (), (), ())
    board = [entry for entry in replay.history if _of_the_board(entry)]
    years = [(year, Span(first, min(last, replay.on))) for year, first, last in plan.years()]
    begun = [(year, span) for year, span in years if span.first <= replay.on]
    social_data = _social_data(board)
    return Register(
        days,
        tuple(_rows(replay, _by_criterion(board), begun, days)),
        tuple(
            SocialData(year, _within(social_data, span), _last(social_data, span.last))
            for year, span in begun
        ),
        tuple(_meetings(replay)),
    )


def _meetings(replay: Replay) -> Iterator[Meeting]:
    for entry in replay.history:
        fact, version = entry.fact, replay.agreements.on(entry.occurred_on)
        if not isinstance(fact, FollowUpMade) or version is None:
            continue
        keys = (criterion.key for criterion in version.plan.criteria)
        yield Meeting(
            entry.position,
            entry.occurred_on,
            fact.body,
            fact.as_of,
            fact.as_known,
            fact.social_data_of,
            fact.decided,
            fact.criteria,
            tuple(key for key in keys if key not in fact.criteria),
        )


def _of_the_board(entry: Entry) -> bool:
    return isinstance(entry.fact, FollowUpMade) and entry.fact.body is FollowUpBody.BOARD


def _by_criterion(board: Sequence[Entry]) -> Mapping[str, list[Seen]]:
    found: dict[str, list[Seen]] = {}
    for entry in board:
        fact = entry.fact
        assert isinstance(fact, FollowUpMade)
        for key in fact.criteria:
            seen = Seen(entry.occurred_on, entry.position, fact.as_of, fact.as_known)
            found.setdefault(key, []).append(seen)
    return found


def _social_data(board: Sequence[Entry]) -> list[Seen]:
    return [
        Seen(entry.occurred_on, entry.position, entry.fact.social_data_of, entry.fact.as_known)
        for entry in board
        if isinstance(entry.fact, FollowUpMade) and entry.fact.social_data_of is not None
    ]


def _within(seen: Sequence[Seen], span: Span) -> tuple[Seen, ...]:
    return tuple(each for each in seen if span.first <= each.day <= span.last)


def _last(seen: Sequence[Seen], day: date) -> Seen | None:
    """The last that was seen up to a day."""
    return next((each for each in reversed(seen) if each.day <= day), None)


def _rows(
    replay: Replay, seen: Mapping[str, list[Seen]], begun: Sequence[tuple[int, Span]], days: int
) -> Iterator[Followed]:
    agreed = _agreed(in_force(replay.agreements))
    gaps: dict[str, list[tuple[Gap, Span]]] = {}
    for year, span in begun:
        version = replay.agreements.on(span.last)
        assert version is not None
        for criterion in version.plan.criteria:
            key = criterion.key
            own = seen.get(key, [])
            if key not in gaps:
                gaps[key] = list(_gaps(own, agreed.get(key, span), replay.on, days))
            touching = tuple(gap for gap, unseen in gaps[key] if _overlap(unseen, span))
            yield Followed(key, year, _within(own, span), _last(own, span.last), touching)


def _agreed(versions: Iterator[tuple[Plan, Span]]) -> Mapping[str, Span]:
    """The first and the last day on which each criterion is agreed."""
    found: dict[str, Span] = {}
    for plan, span in versions:
        for criterion in plan.criteria:
            first = found.get(criterion.key, span).first
            found[criterion.key] = Span(first, span.last)
    return found


def _gaps(seen: Sequence[Seen], agreed: Span, on: date, days: int) -> Iterator[tuple[Gap, Span]]:
    """The gaps of more than so many days, each with its first and last day without follow-up."""
    end = min(agreed.last, on)
    days_seen = [each.day for each in seen if agreed.first <= each.day <= end]
    before = agreed.first
    for day in (*days_seen, end):
        gap = Gap(before, day, (day - before).days)
        if gap.days > days:
            first = before + ONE_DAY if before in days_seen else before
            yield gap, Span(first, day - ONE_DAY if day in days_seen else day)
        before = day


def _overlap(one: Span, other: Span) -> bool:
    return one.first <= other.last and other.first <= one.last
