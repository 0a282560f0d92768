"""Where the log is kept: the only part that knows `eventsourcing` and SQLite. A new engine: a module here."""

from vaerebro_events.storage.log import WAIT_SECONDS, Log

__all__ = ["WAIT_SECONDS", "Log"]
