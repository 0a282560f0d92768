"""One way to provoke an error: what is in the log already, what is tried, and the sentence that comes."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from attrs import field, frozen

from clocks import SettableClock
from given import AFTERWARDS, new_logbook, noon
from vaerebro_events import Draft, Logbook, Plan, VaerebroError


@frozen(eq=False)
class Desk:
    """What somebody who tries something has at hand."""

    logbook: Logbook
    clock: SettableClock
    folder: Path


Try = Callable[[Desk], object]


def recording(*drafts: Draft) -> Try:
    """Tries to record these together."""
    return lambda desk: desk.logbook.record(*drafts)


def allow(given: Iterable[Draft], plan: Plan | None = None) -> None:
    """Records these, one after the other: none of them is refused."""
    drafts = tuple(given)
    with new_logbook(SettableClock(noon(AFTERWARDS)), plan=plan) as logbook:
        for draft in drafts:
            logbook.record(draft)
        assert [draft.fact for draft in drafts] == [entry.fact for entry in logbook.entries()[1:]]


def says_not_registered(kind: str, who: str, on: date) -> str:
    """What is said where somebody is named who is not registered."""
    return (
        f"The {kind} {who} is not registered on {on}: register it, in the same batch if you like, or "
        "correct the day of its registration."
    )


def says_not_there(kind: str, name: str, on: date) -> str:
    """What is said where something is named that has not begun."""
    return f"There is no {kind} {name} on {on}: record it first, or correct the day it began."


def _all(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    return tuple(drafts)


@frozen(eq=False)
class Case:
    """An error, its sentence, what is given, and what is tried; by a plan of its own, where it needs one."""

    error: type[VaerebroError]
    says: str
    given: tuple[Draft, ...] = field(converter=_all)
    when: Try
    plan: Plan | None = None

    def __str__(self) -> str:
        return self.error.__name__

    def check(self, folder: Path) -> None:
        """Tries it: the error comes with its sentence, and nothing is recorded."""
        clock = SettableClock(noon(AFTERWARDS))
        with new_logbook(clock, plan=self.plan) as logbook:
            if self.given:
                logbook.record(*self.given)
            before = logbook.entries()
            desk = Desk(logbook, clock, folder)

            with pytest.raises(self.error) as raised:
                self.when(desk)

            assert self.says == str(raised.value).replace(str(folder), "FOLDER")
            assert self.error is type(raised.value)
            assert before == desk.logbook.entries()
            assert len(before) == desk.logbook.position
