"""A clock that tests hand to a logbook and set themselves."""

from datetime import datetime, timedelta


class SettableClock:
    """Gives the time that it was set to, every time it is asked."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, now: datetime) -> None:
        self.now = now

    def move(self, step: timedelta) -> None:
        self.now += step
