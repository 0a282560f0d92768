"""The XML within a workbook looked through without keeping it: how far a sheet reaches, and its errors."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import IO
from xml.parsers import expat

from attrs import define, field

_DIGITS = "0123456789"
_FAR = 1 << 30

Cell = tuple[int, int]
Begins = Callable[[str, dict[str, str]], None]
Ends = Callable[[str], None]


def _none_bad() -> dict[int, dict[int, str | None]]:
    return {}


@define
class Reach:
    """How far the cells of a sheet reach, from nought, and what one would not see of them.

    `bad` are errors by row and column, and nothing for a formula without a value; `characters` is the length
    of all texts; of what is hidden those rows and columns are given that hold something.
    """

    top: int = _FAR
    left: int = _FAR
    bottom: int = -1
    right: int = -1
    characters: int = 0
    bad: dict[int, dict[int, str | None]] = field(factory=_none_bad)
    hidden_rows: set[int] = field(factory=set[int])
    hidden_columns: set[int] = field(factory=set[int])

    @property
    def cells(self) -> int:
        """The cells of the area that the sheet is laid out over, empty ones among them."""
        return 0 if self.bottom < 0 else (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def take(self, row: int, column: int) -> None:
        """Reaches to one more cell."""
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, column), max(self.right, column)


def reach_of(stream: IO[bytes], lengths: Sequence[int]) -> Reach:
    """How far a sheet's cells with values reach; `lengths` are those of the texts that they refer to.

    Raises: `ValueError` where the XML is no sheet.
    """
    cells = _Cells(lengths)
    _parse(stream, cells.begins, cells.ends, cells.said)
    return cells.reach


def text_lengths(stream: IO[bytes]) -> Sequence[int]:
    """How many characters the texts have that stand apart, by their numbers.

    Raises: `ValueError` where the XML has none.
    """
    lengths: list[int] = []

    def begins(tag: str, _: dict[str, str]) -> None:
        if _local(tag) == "si":
            lengths.append(0)

    def said(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    _parse(stream, begins, _nothing, said)
    return lengths


def elements(stream: IO[bytes], name: str) -> Sequence[dict[str, str]]:
    """What is given of all the elements of that name, in their order.

    Raises: `ValueError` where it is no XML.
    """
    found: list[dict[str, str]] = []

    def begins(tag: str, given: dict[str, str]) -> None:
        if _local(tag) == name:
            found.append(given)

    _parse(stream, begins, _nothing, _nothing)
    return found


@define
class _Cells:
    """Where the parser is in a sheet, and what it has seen."""

    lengths: Sequence[int]
    reach: Reach = field(factory=Reach)
    at: Cell = (-1, -1)
    kind: str = ""
    within: bool = False
    value: str = ""
    formula: bool = False
    told: bool = False
    hidden: bool = False
    columns: list[range] = field(factory=list[range])

    def begins(self, tag: str, given: dict[str, str]) -> None:
        match _local(tag):
            case "row":
                self.at = (int(given["r"]) - 1 if "r" in given else self.at[0] + 1, -1)
                self.hidden = _is_hidden(given)
            case "col" if _is_hidden(given):
                self.columns.append(range(int(given["min"]) - 1, int(given["max"])))
            case "c":
                self.at = _place(given["r"]) if "r" in given else (self.at[0], self.at[1] + 1)
                self.kind, self.formula, self.told = given.get("t", "n"), False, False
            case "f":
                self.formula = True
            case "v" | "is":
                self.within, self.value = True, ""
            case _:
                pass

    def said(self, text: str) -> None:
        if self.within:
            self.value += text

    def ends(self, tag: str) -> None:
        name = _local(tag)
        if self.within and name in ("v", "is"):
            self.within = False
            # A formula that came to an empty text says that it is a text.
            self.told = bool(self.value) or not self.formula or self.kind == "str"
            if self.told:
                self._take()
        elif name == "c" and self.formula and not self.told:
            self.kind = "f"
            self._take()

    def _take(self) -> None:
        row, column = self.at
        self.reach.take(row, column)
        if self.hidden:
            self.reach.hidden_rows.add(row)
        if any(column in each for each in self.columns):
            self.reach.hidden_columns.add(column)
        if self.kind == "s":
            self.reach.characters += self.lengths[int(self.value)]
        elif self.kind in ("e", "f"):
            self.reach.bad.setdefault(row, {})[column] = self.value if self.kind == "e" else None


def _parse(stream: IO[bytes], begins: Begins, ends: Ends, said: Ends) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begins
    parser.EndElementHandler = ends
    parser.CharacterDataHandler = said
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.ParseFile(stream)
    except (expat.ExpatError, IndexError) as error:
        raise ValueError(str(error)) from None


def _nothing(_: str) -> None:
    """Whatever it is, it is not what is looked for."""


def _no_doctype(*_: object) -> None:
    """Workbooks have none, and those of others could grow without end."""
    raise ValueError


def _is_hidden(given: dict[str, str]) -> bool:
    return given.get("hidden") in ("1", "true")


def _place(reference: str) -> Cell:
    letters = reference.rstrip(_DIGITS)
    return int(reference[len(letters) :]) - 1, _column(letters)


@lru_cache(maxsize=1 << 14)
def _column(letters: str) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _local(tag: str) -> str:
    return tag[tag.find(":") + 1 :]
