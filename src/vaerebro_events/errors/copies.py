"""Errors of what is written out, and of lines that a logbook is made again from."""

from collections.abc import Mapping

from attrs import define

from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.text import Language, Text


@define
class FileInTheWay(VaerebroError):
    """Raised when something is written out where a file stands already."""

    path: str
    says = Text(
        da="Filen {path} findes allerede: vælg et andet navn, eller bed om at erstatte den (--replace).",
        en="There is a file at {path} already: give another name, or ask to replace it (--replace).",
    )


@define
class NotWritten(VaerebroError):
    """Raised when a file cannot be written, for want of its folder, say."""

    path: str
    why: Text
    says = Text(
        da="{path} kan ikke skrives ({why}): giv et andet sted, eller lav mappen først.",
        en="{path} cannot be written ({why}): give another place, or make its folder first.",
    )


@define
class NotInSuchAFile(VaerebroError):
    """Raised when something is to be written out into a file whose name does not tell a form that fits."""

    path: str
    endings: tuple[str, ...]
    says = Text(
        da="Det kan ikke skrives til {path}: giv et navn, der ender på {endings}.",
        en="That cannot be written to {path}: give a name that ends in {endings}.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        last = Text(da=" eller ", en=" or ").in_(language).join
        *others, ending = self.endings
        return {
            **super().told(language),
            "endings": last([", ".join(others), ending] if others else [ending]),
        }


@define
class TooManyRows(VaerebroError):
    """Raised when there are more rows than a workbook's sheet can hold."""

    path: str
    most: int
    says = Text(
        da="Et ark i {path} kan højst have {most} rækker: skriv i stedet en CSV-fil eller JSON-linjer.",
        en="A sheet of {path} holds at most {most} rows: write a CSV file or JSON lines instead.",
    )


@define
class NotLines(VaerebroError):
    """Raised when a logbook is to be made from a file that is no exported log."""

    path: str
    says = Text(
        da="{path} er ikke en eksporteret logbog: giv en fil, som »vaerebro export LOGBOG FIL.jsonl« har "
        "skrevet.",
        en="{path} is not an exported logbook: give a file that «vaerebro export LOGBOOK FILE.jsonl» has "
        "written.",
    )


@define
class LineNotTaken(VaerebroError):
    """Raised when a line of an exported log is not an entry that can stand there; nothing is skipped."""

    path: str
    line: int
    why: Text | VaerebroError
    says = Text(
        da="Linje {line} i {path} kan ikke bruges: {why}. Intet er genskabt; hent filen igen, hvor den "
        "blev skrevet.",
        en="Line {line} of {path} cannot be used: {why}. Nothing was restored; fetch the file again from "
        "where it was written.",
    )

    def told(self, language: Language) -> Mapping[str, object]:
        return {**super().told(language), "why": self.why.in_(language).rstrip(".")}


@define
class UnknownFactInLine(VaerebroError):
    """Raised when a line of an exported log holds a kind of fact that this library does not know."""

    path: str
    line: int
    tag: str
    says = Text(
        da="Linje {line} i {path} er en »{tag}«, som ikke kendes her: genskab logbogen med hændelserne fra "
        "det program, der skrev den, eller installér en nyere vaerebro-events.",
        en="Line {line} of {path} is a «{tag}», which is not known here: restore it with the facts of the "
        "application that wrote it, or install a newer vaerebro-events.",
    )


@define
class LinesDiffer(VaerebroError):
    """Raised when an exported log has not the SHA-256 that it should have."""

    path: str
    sha256: str
    says = Text(
        da="{path} er ikke den fil, der blev skrevet: dens SHA-256 er {sha256}. Hent den igen, hvor den "
        "blev skrevet.",
        en="{path} is not the file that was written: its SHA-256 is {sha256}. Fetch it again from where it "
        "was written.",
    )


@define
class FramesMissing(VaerebroError):
    """Raised when data frames are asked for, and the library that makes them is not installed."""

    library: str
    says = Text(
        da="DataFrames kræver {library}: installér »vaerebro-events[frames]«.",
        en="Data frames need {library}: install «vaerebro-events[frames]».",
    )
