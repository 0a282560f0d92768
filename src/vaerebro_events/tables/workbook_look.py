"""A workbook looked through before it is read: what it unpacks to, how far its sheets reach, what is wrong.

An `.xlsx` is a zip of XML. Calamine, which reads it, lays a sheet out whole and takes cells that are errors
for empty ones: so a few kilobytes could ask for all memory, and a `#REF!` would pass unseen.
"""

import posixpath
import struct
import zlib
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from attrs import frozen

from vaerebro_events.errors import DamagedTable, NotATable, TableTooLarge, TooManyCells
from vaerebro_events.tables.cells_look import Reach, elements, reach_of, text_lengths
from vaerebro_events.tables.sheet import MOST_CELLS

MOST_MEGABYTES = 300
MOST_TIMES = 200  # that a large part may be packed
_LARGE = 10 << 20  # bytes, unpacked
# What a damaged zip, or what is damaged in it, comes to.
_DAMAGE = (
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,  # of a place in the zip that no file has
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


@frozen
class Part:
    """A sheet of a workbook: its name, whether it is hidden, and the member of the zip that holds it."""

    name: str
    hidden: bool
    member: str


@frozen
class _Related:
    """What a member of the zip refers to: the last word of its type, and its member."""

    kind: str
    member: str


def hidden_in(path: Path) -> tuple[str, ...]:
    """The names of the hidden sheets of a workbook.

    Raises: `OSError`, `NotATable`, `DamagedTable`, `TableTooLarge`.
    """
    with _opened(path) as file:
        return tuple(part.name for part in _parts(file, _workbook(path, file)) if part.hidden)


def look_through(path: Path) -> Mapping[str, Reach]:
    """The sheets of a workbook that are to be read, in its order, and how far they reach.

    Raises: `OSError`, `NotATable`, `DamagedTable`, `TableTooLarge`, `TooManyCells`.
    """
    reaches: dict[str, Reach] = {}
    with _opened(path) as file:
        workbook = _workbook(path, file)
        lengths = _text_lengths(file, workbook)
        for part in _parts(file, workbook):
            if part.hidden:
                continue
            with file.open(part.member) as stream:
                reaches[part.name] = reach_of(stream, lengths)
            cells = sum(reach.cells for reach in reaches.values())
            if cells > MOST_CELLS:
                raise TooManyCells(str(path), part.name, cells, MOST_CELLS)
            _hold_within(path, sum(reach.characters for reach in reaches.values()))
    return reaches


@contextmanager
def _opened(path: Path) -> Generator[ZipFile]:
    """The zip, if what it unpacks to can be; damage that is found within becomes `DamagedTable`."""
    with path.open("rb") as stream:
        if stream.read(2) != b"PK":
            raise NotATable(str(path))
        try:
            with ZipFile(stream) as file:
                members = file.infolist()
                _hold_within(path, sum(member.file_size for member in members))
                for member in members:
                    if member.file_size > max(_LARGE, MOST_TIMES * member.compress_size):
                        raise TableTooLarge(str(path), member.file_size >> 20, _LARGE >> 20)
                yield file
        except _DAMAGE:
            raise DamagedTable(str(path)) from None


def _hold_within(path: Path, size: int) -> None:
    if size >> 20 > MOST_MEGABYTES:
        raise TableTooLarge(str(path), size >> 20, MOST_MEGABYTES)


def _workbook(path: Path, file: ZipFile) -> str:
    """The member that is the workbook itself; a zip of another kind has none."""
    members = set(file.namelist())
    if "_rels/.rels" in members:
        for related in _related(file, "").values():
            if related.kind == "officeDocument" and related.member.startswith("xl/"):
                return related.member
    raise NotATable(str(path))


def _parts(file: ZipFile, workbook: str) -> Sequence[Part]:
    related = _related(file, workbook)
    found: list[Part] = []
    with file.open(workbook) as stream:
        for sheet in elements(stream, "sheet"):
            part = related[next((value for name, value in sheet.items() if name.endswith(":id")), "")]
            if part.kind == "worksheet":
                hidden = sheet.get("state", "visible") != "visible"
                found.append(Part(sheet["name"], hidden, part.member))
    return found


def _text_lengths(file: ZipFile, workbook: str) -> Sequence[int]:
    """How long the texts are that the cells of all sheets refer to by number."""
    for related in _related(file, workbook).values():
        if related.kind == "sharedStrings":
            with file.open(related.member) as stream:
                return text_lengths(stream)
    return ()


def _related(file: ZipFile, member: str) -> Mapping[str, _Related]:
    folder, name = posixpath.split(member)
    with file.open(posixpath.join(folder, "_rels", f"{name}.rels")) as stream:
        return {
            each["Id"]: _Related(
                each["Type"].rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, each["Target"])).lstrip("/"),
            )
            for each in elements(stream, "Relationship")
        }
