"""Where the log is kept: the only part that knows `eventsourcing` and SQLite. A new engine: a module here."""

from vaerebro_events.storage.lines import Lines
from vaerebro_events.storage.log import WAIT_SECONDS, Log
from vaerebro_events.storage.origin import Origin
from vaerebro_events.storage.sqlite import MEMORY

__all__ = ["MEMORY", "WAIT_SECONDS", "Lines", "Log", "Origin"]
