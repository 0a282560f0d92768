"""Errors of the file or the database that holds a logbook."""

from attrs import define

from vaerebro_events.errors.root import VaerebroError


@define
class StorageError(VaerebroError):
    """The root of all errors of the file or database that holds a logbook."""

    path: str
    says = "The logbook {path} cannot be used."


@define
class LogbookMissing(StorageError):
    """Raised when a logbook is opened that is not there."""

    says = "There is no logbook at {path}; make one with «vaerebro init» or Logbook.create."


@define
class LogbookClosed(StorageError):
    """Raised when a logbook is used after it was closed."""

    says = "The logbook {path} is closed: open it again."


@define
class LogbookReplaced(StorageError):
    """Raised when the entries in the file are not those that were read from it before."""

    says = "What stands at {path} is not the logbook that was opened: nothing was recorded; open it again."


@define
class LogbookExists(StorageError):
    """Raised when a logbook is made where a file is already."""

    says = "There is a file at {path} already: open it, or give another name."


@define
class FileNotMade(StorageError):
    """Raised when a new logbook's file cannot be made, for want of its folder, say."""

    why: str
    says = "No file can be made at {path} ({why}): give another place, or make its folder first."


@define
class NotOpened(StorageError):
    """Raised when a file is there, perhaps, and cannot be opened."""

    why: str
    says = (
        "{path} cannot be opened ({why}): check the name, and that you may read the file and write "
        "in its folder."
    )


@define
class NotALogbook(StorageError):
    """Raised when a file is something else than a logbook."""

    says = "{path} is not a logbook: give a file that «vaerebro init» or Logbook.create has made."


@define
class NewerLogbook(StorageError):
    """Raised when a logbook was written by a later version of this library."""

    version: int
    says = "{path} has format {version}, which is newer than this library: install a newer vaerebro-events."


@define
class LogbookBusy(StorageError):
    """Raised when others held the logbook for as long as we were willing to wait."""

    seconds: float
    says = (
        "{path} is in use by others and did not come free in {seconds:g} seconds: nothing was "
        "recorded; try again."
    )


@define
class DiskFull(StorageError):
    """Raised when there is no room for the entries."""

    says = "There is no room left on the disk of {path}: nothing was recorded; make room and try again."


@define
class ReadOnly(StorageError):
    """Raised when the file may be read but not written."""

    says = "{path} may not be written: nothing was recorded; ask for the right to write to it."


@define
class StorageFailed(StorageError):
    """Raised when the database fails in a way that has no sentence of its own."""

    why: str
    says = (
        "The database of {path} failed ({why}): see that the file is whole and its disk well, and try again."
    )


@define
class UnknownFactStored(StorageError):
    """Raised when the log holds a kind of fact that this library does not know."""

    position: int
    tag: str
    says = (
        "Entry {position} of {path} is a «{tag}», which is not known here: open the logbook with the "
        "facts of the application that wrote it, or install a newer vaerebro-events."
    )


@define
class Damaged(StorageError):
    """Raised when a stored entry is not what was recorded; nothing is skipped."""

    position: int
    why: str
    says = "{path} is damaged at entry {position}: {why}. Restore it from a backup."
