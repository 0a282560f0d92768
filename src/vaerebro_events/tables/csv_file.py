"""Tables in CSV files, as Excel and others write them: their encoding and their delimiter are found out."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from vaerebro_events.errors import DamagedTable, NotText, RowNotRead, TableTooLarge, TooManyCells
from vaerebro_events.tables.sheet import MOST_CELLS, Row, Sheet, whole_row

MOST_MEGABYTES = 100
# The likeliest first, for lines that have several of them: a Danish Excel writes decimals with a comma.
DELIMITERS = ";\t,"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_LOOKED_AT = 1 << 16  # characters
_LINES = 20
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SAYS_ITSELF = re.compile(r"sep=([;,\t])\r?\n")  # a first line that only Excel knows
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MADE_SAFE = re.compile(r"\A'(?=[=+\-@])")


def read_csv(path: Path) -> Iterator[Sheet]:
    """The table of a CSV file; its rows are numbered by the lines in which they begin.

    UTF-8, UTF-16 with a mark, else Windows-1252; semicolons, tabs or commas. The apostrophe that makes a cell
    safe in front of `=`, `+`, `-` or `@` is taken away.

    Raises: `OSError`, `TableTooLarge`, `NotText`, `DamagedTable`, and as rows are taken `RowNotRead` and
    `TooManyCells`.
    """
    megabytes = path.stat().st_size >> 20
    if megabytes > MOST_MEGABYTES:
        raise TableTooLarge(str(path), megabytes, MOST_MEGABYTES)
    text = _decoded(path)
    if _NO_TEXT.search(text):
        raise NotText(str(path))
    return iter((Sheet(path.stem, _rows(path, text)),))


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    encoding = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    try:
        return content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        # Cut within a letter; Windows-1252 would hardly look like UTF-8 up to there.
        cut = error.end == len(content) and not content[: error.start].isascii()
        if encoding is not None or cut:
            raise DamagedTable(str(path)) from None
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise NotText(str(path)) from None


def _delimiter(text: str) -> str:
    """The delimiter: that which stands in most of the first lines, outside quotation marks."""
    lines = [line for line in _QUOTED.sub("", text[:_LOOKED_AT]).splitlines() if line.strip()]
    return max(DELIMITERS, key=lambda delimiter: sum(delimiter in line for line in lines[:_LINES]))


def _rows(path: Path, text: str) -> Iterator[Row]:
    itself = _SAYS_ITSELF.match(text)
    delimiter = _delimiter(text) if itself is None else itself[1]
    taken = 0
    for line, given in _by_line(path, text, delimiter):
        taken += len(given)
        if taken > MOST_CELLS:
            raise TooManyCells(str(path), path.stem, taken, MOST_CELLS)
        cells = whole_row(_MADE_SAFE.sub("", cell.rstrip(), count=1) or None for cell in given)
        if cells and not (itself and line == 1):
            yield Row(line, cells)


def _by_line(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line in which it begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise RowNotRead(str(path), line) from None
