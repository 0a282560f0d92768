"""Sheets from a file that a person made. A new kind of file: one line in `READERS`."""

import mmap
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from vaerebro_events.errors import EmptyTable, LockedWorkbook, NotATable, OldWorkbook, TableNotOpened
from vaerebro_events.errors.said import why_of
from vaerebro_events.tables.csv_file import read_csv
from vaerebro_events.tables.sheet import Sheet
from vaerebro_events.tables.workbook import read_workbook
from vaerebro_events.tables.workbook_look import hidden_in
from vaerebro_events.text import Text

WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".tsv", ".txt")
READERS: Mapping[str, Callable[[Path], Iterator[Sheet]]] = {
    **dict.fromkeys(WORKBOOKS, read_workbook),
    **dict.fromkeys(TEXTS, read_csv),
}
# How Excel begins a file of before 2007; and around a workbook with a password.
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
NO_FILE = Text(da="det er ikke en almindelig fil", en="it is no ordinary file")

FilePath = str | os.PathLike[str]


def read_sheets(path: FilePath) -> Iterator[Sheet]:
    r"""The sheets of a workbook in its order, or the one table of a CSV file under the file's name.

    Merged cells have their value all over, as far as the sheet has cells; a formula has the value that was
    stored with it; an error is a `BadCell`. Hidden sheets are left out: `hidden_sheets` names them. A file is
    looked through before anything is given; the rows of a sheet are read as they are taken, once.

    Raises: `TableNotOpened`, `EmptyTable`, `NotATable`, `OldWorkbook`, `LockedWorkbook`, `DamagedTable`,
    `NotText`, `RowNotRead`, `TableTooLarge`, `TooManyCells`.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from vaerebro_events.tables.files import read_sheets
    >>> path = Path(tempfile.mkdtemp()) / "Familie deltog.csv"
    >>> _ = path.write_text("Dag;Familie\n4.3.2021;f-017\n", encoding="utf-8")
    >>> [(sheet.name, [row.cells for row in sheet.rows]) for sheet in read_sheets(path)]
    [('Familie deltog', [('Dag', 'Familie'), ('4.3.2021', 'f-017')])]
    """
    path = Path(path)
    try:
        return _reader(path)(path)
    except (OSError, ValueError) as error:
        raise TableNotOpened(str(path), why_of(error)) from None


def hidden_sheets(path: FilePath) -> tuple[str, ...]:
    """The names of the sheets that `read_sheets` leaves out, since whoever made the workbook hid them.

    Raises: as `read_sheets`.
    """
    path = Path(path)
    try:
        return hidden_in(path) if _reader(path) is read_workbook else ()
    except (OSError, ValueError) as error:
        raise TableNotOpened(str(path), why_of(error)) from None


def _reader(path: Path) -> Callable[[Path], Iterator[Sheet]]:
    """What reads the file, by its first bytes and its name."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise TableNotOpened(str(path), NO_FILE)
    with path.open("rb") as file:
        beginning = file.read(len(_OLE))
        if not beginning:
            raise EmptyTable(str(path))
        if beginning == _OLE:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                locked = content.find(_LOCKED) >= 0
            raise LockedWorkbook(str(path)) if locked else OldWorkbook(str(path))
    reader = READERS.get(path.suffix.casefold())
    if reader is None:
        raise NotATable(str(path))
    return reader
