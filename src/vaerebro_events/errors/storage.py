"""Errors of the file or the database that holds a logbook."""

from attrs import define

from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.text import Text, Wording


@define
class StorageError(VaerebroError):
    """The root of all errors of the file or database that holds a logbook."""

    path: str
    says = Text(
        da="Logbogen {path} kan ikke bruges.",
        en="The logbook {path} cannot be used.",
    )


@define
class LogbookMissing(StorageError):
    """Raised when a logbook is opened that is not there."""

    says = Text(
        da="Logbogen {path} findes ikke; opret en med »vaerebro init«.",
        en="There is no logbook at {path}; make one with «vaerebro init».",
    )


@define
class LogbookClosed(StorageError):
    """Raised when a logbook is used after it was closed."""

    says = Text(
        da="Logbogen {path} er lukket: åbn den igen.",
        en="The logbook {path} is closed: open it again.",
    )


@define
class LogbookReplaced(StorageError):
    """Raised when the entries in the file are not those that were read from it before."""

    says = Text(
        da="Filen {path} er ikke længere den logbog, der blev åbnet: intet blev registreret; åbn den igen.",
        en="What stands at {path} is not the logbook that was opened: nothing was recorded; open it again.",
    )


@define
class LogbookExists(StorageError):
    """Raised when a logbook is made where a file is already."""

    says = Text(
        da="Filen {path} findes allerede: åbn den, eller vælg et andet navn.",
        en="There is a file at {path} already: open it, or give another name.",
    )


@define
class FileNotMade(StorageError):
    """Raised when a new logbook's file cannot be made, for want of its folder, say."""

    why: Wording
    says = Text(
        da="Filen {path} kan ikke oprettes ({why}): vælg et andet sted, eller opret mappen først.",
        en="No file can be made at {path} ({why}): give another place, or make its folder first.",
    )


@define
class NotOpened(StorageError):
    """Raised when a file is there, perhaps, and cannot be opened."""

    why: Wording
    says = Text(
        da="{path} kan ikke åbnes ({why}): se efter navnet, og om du må læse filen og skrive i dens mappe.",
        en=(
            "{path} cannot be opened ({why}): check the name, and that you may read the file and write "
            "in its folder."
        ),
    )


@define
class NotALogbook(StorageError):
    """Raised when a file is something else than a logbook."""

    says = Text(
        da="{path} er ikke en logbog: angiv en fil, som »vaerebro init« har oprettet.",
        en="{path} is not a logbook: give a file that «vaerebro init» has made.",
    )


@define
class NewerLogbook(StorageError):
    """Raised when a logbook was written by a later version of this library."""

    version: int
    says = Text(
        da="{path} har format {version}, som er nyere end dette program: installér en nyere vaerebro-events.",
        en="{path} has format {version}, which is newer than this library: install a newer vaerebro-events.",
    )


@define
class LogbookBusy(StorageError):
    """Raised when others held the logbook for as long as we were willing to wait."""

    seconds: float
    says = Text(
        da=(
            "{path} er i brug af andre og blev ikke ledig på {seconds:g} sekunder: intet blev "
            "registreret; prøv igen."
        ),
        en=(
            "{path} is in use by others and did not come free in {seconds:g} seconds: nothing was "
            "recorded; try again."
        ),
    )


@define
class DiskFull(StorageError):
    """Raised when there is no room for the entries."""

    says = Text(
        da="Der er ikke mere plads på disken med {path}: intet blev registreret; gør plads, og prøv igen.",
        en="There is no room left on the disk of {path}: nothing was recorded; make room and try again.",
    )


@define
class ReadOnly(StorageError):
    """Raised when the file may be read but not written."""

    says = Text(
        da="Der må ikke skrives i {path}: intet blev registreret; bed om lov til at skrive i den.",
        en="{path} may not be written: nothing was recorded; ask for the right to write to it.",
    )


@define
class StorageFailed(StorageError):
    """Raised when the database fails in a way that has no sentence of its own."""

    why: Wording
    says = Text(
        da="Databasen i {path} svigtede ({why}): se efter, om filen er hel og disken i orden, og prøv igen.",
        en=(
            "The database of {path} failed ({why}): see that the file is whole and its disk well, and "
            "try again."
        ),
    )


@define
class UnknownFactStored(StorageError):
    """Raised when the log holds a kind of fact that this library does not know."""

    position: int
    tag: str
    says = Text(
        da=(
            "Post {position} i {path} er en »{tag}«, som ikke kendes her: åbn logbogen med "
            "hændelserne fra det program, der skrev den, eller installér en nyere vaerebro-events."
        ),
        en=(
            "Entry {position} of {path} is a «{tag}», which is not known here: open the logbook with the "
            "facts of the application that wrote it, or install a newer vaerebro-events."
        ),
    )


@define
class Damaged(StorageError):
    """Raised when a stored entry is not what was recorded; nothing is skipped."""

    position: int
    why: str | Text
    says = Text(
        da="{path} er beskadiget ved post {position}: {why}. Gendan den fra en sikkerhedskopi.",
        en="{path} is damaged at entry {position}: {why}. Restore it from a backup.",
    )
