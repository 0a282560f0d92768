"""The log: entries appended, never changed. What the engine raises leaves here as an error of ours."""

import gc
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from eventsourcing.persistence import PersistenceError, StoredEvent
from eventsourcing.sqlite import SQLiteCursor

from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Corrected
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.governance import PlanAdopted
from vaerebro_events.domain.vocabulary import FACTS, Vocabulary
from vaerebro_events.errors import (
    Damaged,
    DiskFull,
    FileNotMade,
    InvalidValue,
    LogbookBusy,
    LogbookExists,
    LogbookMissing,
    LogbookReplaced,
    NewerLogbook,
    NotALogbook,
    NotOpened,
    ReadOnly,
    StorageError,
    StorageFailed,
    UnknownFactStored,
    UnknownTag,
    VaerebroError,
)
from vaerebro_events.errors.said import Unfit, why_of
from vaerebro_events.storage.application import LogApplication
from vaerebro_events.storage.checking import MISSING, REST_MISSING, breach
from vaerebro_events.storage.origin import Origin, keep_origin, kept_origin
from vaerebro_events.storage.sqlite import APPLICATION_ID, FORMAT, MEMORY, read_marks
from vaerebro_events.text import Text

WAIT_SECONDS = 30
# A correction and a plan may hold an application's own facts and rules.
_GUARDED = frozenset(FACTS) - {Corrected, PlanAdopted}

UNREADABLE_DA = "indholdet kan ikke læses som en post"
UNWRITABLE_DA = "indholdet kan ikke skrives som data"
CANNOT_BE_STORED = Text(da="den kan ikke gemmes", en="it cannot be stored")
COMES_BACK_OTHERWISE = Text(
    da="den kommer ikke tilbage, som den blev skrevet", en="it does not come back as it was written"
)

_AT_A_TIME = 1_000
_UNREADABLE = (VaerebroError, ValueError, TypeError, KeyError, AttributeError)

Make = Callable[[Sequence[Entry]], Sequence[Entry]]


class Log:
    """An append-only log of entries, in one SQLite file or in memory (`:memory:`)."""

    def __init__(self, path: str, vocabulary: Vocabulary, wait_seconds: int = WAIT_SECONDS) -> None:
        self.path = path
        self._wait_seconds = wait_seconds
        self.codec = Codec.of(vocabulary)
        self._file = _file(path)
        with self._own_errors():
            self._application = LogApplication(path, self.codec, wait_seconds)
        self._recorder = self._application.recorder
        self._mapper = self._application.mapper

    @classmethod
    def create(cls, path: str, vocabulary: Vocabulary, wait_seconds: int = WAIT_SECONDS) -> "Log":
        """A new log without entries.

        Raises: `LogbookExists`, or another `StorageError`.
        """
        if path != MEMORY:
            _claim(path)
        log = cls(path, vocabulary, wait_seconds)
        try:
            with log._own_errors():
                log._recorder.create_table()
        except BaseException:
            log.close()
            log.remove()
            raise
        return log

    @classmethod
    def open(cls, path: str, vocabulary: Vocabulary, wait_seconds: int = WAIT_SECONDS) -> "Log":
        """The log in a file.

        Raises: `LogbookMissing`, `NotALogbook`, `NewerLogbook`, or another `StorageError`.
        """
        try:
            if not Path(path).is_file():
                raise NotALogbook(path) if Path(path).exists() else LogbookMissing(path)
            application, version = read_marks(path)
        except sqlite3.DatabaseError as error:
            raise _translated(path, wait_seconds, error) from None
        except (OSError, ValueError) as error:
            raise NotOpened(path, why_of(error)) from None
        if application != APPLICATION_ID:
            raise NotALogbook(path)
        if version > FORMAT:
            raise NewerLogbook(path, version)
        return cls(path, vocabulary, wait_seconds)

    def entries(self, last: Entry | None = None) -> list[Entry]:
        """The entries recorded after the last one read, in order.

        Raises: `Damaged` or `UnknownFactStored`, when a stored entry cannot be read; nothing is skipped.
        """
        with (
            _collector_at_rest(),
            self._own_errors(),
            self._recorder.datastore.transaction(commit=False) as cursor,
        ):
            return self._others(cursor, last)

    def append(self, last: Entry | None, make: Make) -> None:
        """Adds what `make` makes of the entries recorded by others after the last one read.

        The log is locked from before `make` sees these entries until what it makes is stored, so it
        decides on the log as it is. What it raises leaves the log as it was.
        """
        with self._own_errors(), self._recorder.datastore.transaction(commit=True) as cursor:
            made = make(self._others(cursor, last))
            self._recorder.add(cursor, [self._stored(entry) for entry in made])

    def fill(self, entries: Iterable[Entry], origin: Callable[[], Origin]) -> None:
        """Fills an empty log with entries made elsewhere, all or none, and keeps where they come from."""
        with (
            _collector_at_rest(),
            self._own_errors(),
            self._recorder.datastore.transaction(commit=True) as cursor,
        ):
            rest = iter(entries)
            while some := list(islice(rest, _AT_A_TIME)):
                self._recorder.add(cursor, [self._stored(entry) for entry in some])
            keep_origin(cursor, origin())

    def origin(self) -> Origin | None:
        """Where the first entries come from, if the log was filled with entries made elsewhere."""
        with self._own_errors(), self._recorder.datastore.transaction(commit=False) as cursor:
            return kept_origin(cursor)

    def _others(self, cursor: SQLiteCursor, last: Entry | None) -> list[Entry]:
        """What was recorded after the last entry read; that one must stand in the file still."""
        self._check_file()
        if last is None:
            return list(self._read(self._recorder.stored_after(cursor, 0), 0))
        before = last.position - 1
        stored = self._recorder.stored_after(cursor, before)
        again = next(stored, None)
        if again is None or not self._is(last, again):
            raise LogbookReplaced(self.path)
        return list(self._read(stored, last.position))

    def _is(self, entry: Entry, stored: StoredEvent) -> bool:
        """Whether an entry is stored so: to the byte, or in an older shape."""
        return stored.state == self.codec.encode(entry) or self._decoded(entry.position, stored) == entry

    def _stored(self, entry: Entry) -> StoredEvent:
        try:
            return self._checked(entry, self._mapper.to_stored_event(entry))
        except _UNREADABLE as error:
            why = why_of(error, UNWRITABLE_DA).at(CANNOT_BE_STORED)
            raise InvalidValue("fact", entry.fact.tag, why) from None

    def _checked(self, entry: Entry, stored: StoredEvent) -> StoredEvent:
        # What cannot be read back is not written. The library's own plain facts are spared the check:
        # their fields are guarded, and law 8 of the tests holds them to it.
        if type(entry.fact) not in _GUARDED and self._mapper.to_domain_event(stored) != entry:
            raise Unfit(COMES_BACK_OTHERWISE)
        return stored

    def _read(self, events: Iterable[StoredEvent], after: int) -> Iterator[Entry]:
        last: Entry | None = None
        for position, stored in enumerate(events, after + 1):
            entry = self._decoded(position, stored)
            why = _damage(position, stored, entry, last)
            if why is not None:
                raise Damaged(self.path, position, why)
            yield entry
            last = entry
        if last is not None and last.batch_end != last.position:
            raise Damaged(self.path, last.position, REST_MISSING)

    def _decoded(self, position: int, stored: StoredEvent) -> Entry:
        try:
            return self._mapper.to_domain_event(stored)
        except UnknownTag as error:
            raise UnknownFactStored(self.path, position, error.tag) from None
        except _UNREADABLE as error:
            raise Damaged(self.path, position, why_of(error, UNREADABLE_DA)) from None

    def close(self) -> None:
        """Closes the file."""
        self._application.close()

    def remove(self) -> None:
        """Removes the file of a log that could not be begun."""
        if self.path != MEMORY:
            for path in (self.path, f"{self.path}-wal", f"{self.path}-shm"):
                Path(path).unlink(missing_ok=True)

    def _check_file(self) -> None:
        if _file(self.path) != self._file:
            raise LogbookReplaced(self.path)

    @contextmanager
    def _own_errors(self) -> Generator[None]:
        try:
            yield
        except (PersistenceError, sqlite3.Error) as error:
            # Another file in its place makes the engine fail in ways of its own.
            self._check_file()
            raise _translated(self.path, self._wait_seconds, error) from None


def _damage(position: int, stored: StoredEvent, entry: Entry, last: Entry | None) -> Text | None:
    """What shows that an entry is not as it was recorded, or does not follow the one before."""
    if stored.originator_version != position:
        return MISSING
    if stored.topic != entry.fact.tag:
        return Text(
            da=f"den er arkiveret som »{stored.topic}« og siger »{entry.fact.tag}«",
            en=f"it is filed as «{stored.topic}» and says «{entry.fact.tag}»",
        )
    return breach(position, entry, last)


@contextmanager
def _collector_at_rest() -> Generator[None]:
    """Reading makes many objects and no cycles; the collector would look through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _claim(path: str) -> None:
    """Makes an empty file, or refuses where something stands in its place already."""
    try:
        with Path(path).open("xb"):
            pass
    except FileExistsError:
        raise LogbookExists(path) from None
    except (OSError, ValueError) as error:
        raise FileNotMade(path, why_of(error)) from None


def _file(path: str) -> tuple[int, int] | None:
    """Which file a path leads to: another one may have been put in the place of the one opened."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _translated(path: str, wait_seconds: int, error: Exception) -> StorageError:
    says = str(error).lower()
    sentences: tuple[tuple[str, StorageError], ...] = (
        ("locked", LogbookBusy(path, wait_seconds)),
        ("timed out", LogbookBusy(path, wait_seconds)),
        ("full", DiskFull(path)),
        ("readonly", ReadOnly(path)),
        ("unable to open", NotOpened(path, why_of(error))),
        ("not a database", NotALogbook(path)),
        ("no such table", NotALogbook(path)),
        ("no such column", NotALogbook(path)),
    )
    for word, sentence in sentences:
        if word in says:
            return sentence
    return StorageFailed(path, why_of(error))
