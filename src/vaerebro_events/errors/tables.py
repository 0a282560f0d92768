"""Errors of files with tables that are read in: workbooks and CSV files."""

from attrs import define

from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.text import Text


@define
class TableNotOpened(VaerebroError):
    """Raised when a file with a table is not there, or may not be read, or is a folder."""

    path: str
    why: Text
    says = Text(
        da="{path} kan ikke læses ({why}): se efter navnet, og om du må læse filen.",
        en="{path} cannot be read ({why}): check the name, and that you may read the file.",
    )


@define
class EmptyTable(VaerebroError):
    """Raised when a file with a table has nothing in it at all."""

    path: str
    says = Text(
        da="{path} er tom: gem filen igen fra det program, den er lavet i.",
        en="{path} is empty: save the file again from the program that it was made in.",
    )


@define
class NotATable(VaerebroError):
    """Raised when a file is of another kind than those that tables are read from, whatever its name says."""

    path: str
    says = Text(
        da="{path} er hverken et regneark (.xlsx) eller en CSV-fil: åbn den i det program, den er lavet i, "
        "og gem den som en af dem.",
        en="{path} is neither a workbook (.xlsx) nor a CSV file: open it in the program that made it, and "
        "save it as one of them.",
    )


@define
class OldWorkbook(VaerebroError):
    """Raised when a workbook has the format that Excel had before 2007."""

    path: str
    says = Text(
        da="{path} er et regneark i det gamle format (.xls): åbn det, og gem det som .xlsx.",
        en="{path} is a workbook in the old format (.xls): open it, and save it as .xlsx.",
    )


@define
class LockedWorkbook(VaerebroError):
    """Raised when a workbook can only be opened with a password."""

    path: str
    says = Text(
        da="{path} er låst med en adgangskode: gem en kopi uden adgangskode, og slet den bagefter.",
        en="{path} is locked with a password: save a copy without one, and delete it afterwards.",
    )


@define
class DamagedTable(VaerebroError):
    """Raised when a workbook or a CSV file is cut short, or damaged in another way."""

    path: str
    says = Text(
        da="{path} er beskadiget eller ikke hentet helt: hent filen igen, eller åbn den i Excel, og gem den "
        "på ny.",
        en="{path} is damaged or cut short: fetch the file again, or open it in Excel and save it anew.",
    )


@define
class RowNotRead(VaerebroError):
    """Raised when a row of a CSV file has quotation marks that do not fit together."""

    path: str
    line: int
    says = Text(
        da="Rækken fra linje {line} i {path} kan ikke læses: et anførselstegn mangler sin mage, eller filen "
        "er ikke hentet helt; sæt tegnet, eller fjern det.",
        en="The row from line {line} of {path} cannot be read: a quotation mark has no counterpart, or the "
        "file is cut short; add the mark, or remove it.",
    )


@define
class NotText(VaerebroError):
    """Raised when a file is named as CSV, and what is in it is no text."""

    path: str
    says = Text(
        da="{path} er ikke tekst, som en CSV-fil er: gem den igen som »CSV UTF-8«.",
        en="{path} is not text, as a CSV file is: save it again as «CSV UTF-8».",
    )


@define
class TableTooLarge(VaerebroError):
    """Raised when a file is so large, or would unpack to so much, that it is hardly what it seems."""

    path: str
    megabytes: int
    most: int
    says = Text(
        da="{path} fylder {megabytes} MB pakket ud, og der læses højst {most} MB: fjern billeder og ark, "
        "der ikke skal læses, eller del filen.",
        en="{path} unpacks to {megabytes} MB, and at most {most} MB are read: remove pictures and sheets "
        "that need not be read, or divide the file.",
    )


@define
class TooManyCells(VaerebroError):
    """Raised when a sheet reaches over more cells than are read: one far down or far out is enough."""

    path: str
    sheet: str
    cells: int
    most: int
    says = Text(
        da="Arket {sheet} i {path} strækker sig over {cells} celler, og der læses højst {most}: slet, hvad "
        "der står langt nede eller langt ude, eller del filen.",
        en="The sheet {sheet} of {path} reaches over {cells} cells, and at most {most} are read: delete what "
        "stands far down or far out, or divide the file.",
    )
