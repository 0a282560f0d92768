"""What of a file the log would take: tried in order, again after what it builds on, and at last together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from attrs import define, field, frozen

from vaerebro_events.domain.entry import Actor, Draft, Entry
from vaerebro_events.domain.fact import Thread
from vaerebro_events.errors import VaerebroError
from vaerebro_events.logbook import Logbook
from vaerebro_events.tables.blaming import Failed, due_to, is_mark, refused
from vaerebro_events.tables.columns import Watch, unwatched
from vaerebro_events.tables.line import Problem
from vaerebro_events.tables.matching import Change, Gone, New
from vaerebro_events.tables.reading_lines import Ready
from vaerebro_events.tables.sheets_of_facts import filled
from vaerebro_events.text import Text

IS_ROW = Text(
    da=" (post {position} ville være række {row} i »{sheet}«)",
    en=" (entry {position} would be row {row} of «{sheet}»)",
)

DUE_TO = Text(
    da=" (måske fordi række {row} i »{sheet}« heller ikke kan registreres)",
    en=" (perhaps since row {row} of «{sheet}» cannot be recorded either)",
)


@frozen
class Offered:
    """What a row would record."""

    match: New | Change | Gone
    id: UUID
    draft: Draft


@frozen
class Tried:
    """What the log would take, in an order in which it does, and what it would refuse."""

    taken: Sequence[Offered]
    refused: Sequence[Problem]


About = Callable[[Offered], Iterable[Thread]]


def _widely(offered: Offered) -> Iterator[Thread]:
    """All that it is about, also as it was."""
    yield from offered.match.ready.fact.threads()
    if not isinstance(offered.match, New):
        yield from offered.match.was.fact.threads()


def _narrowly(offered: Offered) -> Iterator[Thread]:
    """What it is about most closely: a meeting, rather than its season or the family that came."""
    threads = list(_widely(offered))
    most = max((len(thread.of) for thread in threads), default=0)
    return (thread for thread in threads if len(thread.of) == most)


def _corrected(offered: Offered) -> Iterator[Thread]:
    """The same, for amendments alone."""
    return iter(()) if isinstance(offered.match, New) else _narrowly(offered)


@define(eq=False)
class _Trial:
    """A trial of the log: what it has taken so far, and why it refused the rest when last asked."""

    logbook: Logbook
    actor: Actor
    taken: list[Offered] = field(factory=list[Offered])
    why: dict[UUID, VaerebroError] = field(factory=dict[UUID, VaerebroError])
    _asked: list[Sequence[Draft]] = field(factory=list[Sequence[Draft]])
    _outcomes: Iterator[Entry | VaerebroError] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._outcomes = self.logbook.attempt(iter(self._next, None), actor=self.actor)

    def _next(self) -> Sequence[Draft] | None:
        return self._asked.pop() if self._asked else None

    def takes(self, *together: Offered) -> bool:
        """Whether the log takes these, on top of what it has taken."""
        self._asked.append([each.draft for each in together])
        come = next(self._outcomes)
        if not isinstance(come, VaerebroError):
            self.taken.extend(together)
            return True
        if len(together) == 1:
            self.why[together[0].id] = come
        return False

    def one_by_one(self, waiting: Iterable[Offered]) -> Sequence[Offered]:
        """Offers each; gives what is refused."""
        return [each for each in waiting if not self.takes(each)]

    def in_groups(self, waiting: Sequence[Offered], about: About) -> Sequence[Offered]:
        """Offers together what is about the same things; gives what is refused."""
        return [each for group in _groups(waiting, about) if not self.takes(*group) for each in group]


def tried(
    logbook: Logbook,
    actor: Actor,
    offered: Iterable[Offered],
    failed: Sequence[Failed] = (),
    watch: Watch = unwatched,
) -> Tried:
    """What the log would take of what is offered, in the file's order; `failed` are rows that are not.

    What is refused is offered again after the rest, since it may build on it, and at last together: a
    meeting can be moved to another day only with those who came to it.
    """
    before, trial = logbook.position, _Trial(logbook, actor)
    waiting: Sequence[Offered] = sorted(offered, key=_order)
    while waiting:
        left = trial.one_by_one(waiting if trial.taken else watch(waiting, len(waiting)))
        for about in (_corrected, _narrowly, _widely):
            if len(left) == len(waiting):
                left = trial.in_groups(left, about)
        if len(left) == len(waiting):
            break
        waiting = left
    told = [(each.match.ready, trial.why[each.id]) for each in waiting]
    failed = [*failed, *(Failed.of(ready, type(ready.fact)) for ready, _ in told)]
    return Tried(trial.taken, list(once(_refused(told, failed, before, trial.taken))))


def _refused(
    told: Iterable[tuple[Ready, VaerebroError]],
    failed: Sequence[Failed],
    before: int,
    taken: Sequence[Offered],
) -> Iterator[Problem]:
    """What is wrong with rows; marks of a list are not told, where the list's meeting or season is."""
    for ready, error in told:
        due = due_to(ready, error, failed)
        if due is None:
            yield refused(ready, error, _row_of(error, before, taken))
        elif not (is_mark(ready) and due.sheet == ready.sheet):
            yield refused(ready, error, filled(DUE_TO, row=str(due.row), sheet=due.sheet))


def once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems without those that say the same of the same place: a season above many marks, say."""
    told: set[tuple[object, ...]] = set()
    for each in problems:
        says = (each.sheet, each.row, each.column, each.why.in_("en"))
        if says not in told:
            told.add(says)
            yield each


def _order(offered: Offered) -> tuple[date, int]:
    ready = offered.match.ready
    return ready.on, ready.fact.rank


def _groups(waiting: Sequence[Offered], about: About) -> Iterator[Sequence[Offered]]:
    """Those that belong together, since they are about the same things."""
    by_thread: dict[Thread, list[int]] = defaultdict(list)
    for at, each in enumerate(waiting):
        for thread in about(each):
            by_thread[thread].append(at)
    seen: set[int] = set()
    for at in range(len(waiting)):
        group: list[int] = []
        ahead = [at]
        while ahead:
            near = ahead.pop()
            if near not in seen:
                seen.add(near)
                group.append(near)
                ahead.extend(other for thread in about(waiting[near]) for other in by_thread.pop(thread, ()))
        if group:
            yield [waiting[each] for each in sorted(group)]


def _row_of(error: VaerebroError, before: int, taken: Sequence[Offered]) -> Text | None:
    """Which row the entry would be that an error tells of, where it is not in the log yet."""
    position = getattr(error, "position", 0)
    if not before < position <= before + len(taken):
        return None
    ready = taken[position - before - 1].match.ready
    return filled(IS_ROW, position=str(position), row=str(ready.row), sheet=ready.sheet)
