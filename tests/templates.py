"""Templates as tests read them: the cells of each sheet, and what can be chosen in them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from vaerebro_events.tables.files import read_sheets

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

Cells = list[tuple[object, ...]]


def cells_of(path: Path) -> dict[str, Cells]:
    """The rows of each sheet; those that are empty are not there."""
    return {sheet.name: [row.cells for row in sheet.rows] for sheet in read_sheets(path)}


def lists_of(path: Path) -> dict[str, dict[int, list[str]]]:
    """What each column of each sheet lets people choose from, as the file has it."""
    sheets = cells_of(path)
    lists = sheets.get("Lister") or sheets["Lists"]
    with ZipFile(path) as file:
        names = [each.attrib["name"] for each in _part(file, "workbook").iter(f"{MAIN}sheet")]
        return {
            name: dict(_chosen(_part(file, f"worksheets/sheet{number}"), lists))
            for number, name in enumerate(names, 1)
        }


def _part(file: ZipFile, name: str) -> Any:
    return ET.fromstring(file.read(f"xl/{name}.xml"))  # noqa: S314 we wrote it


def _chosen(sheet: Any, lists: Cells) -> Iterator[tuple[int, list[str]]]:
    for each in sheet.iter(f"{MAIN}dataValidation"):
        if each.attrib.get("type") == "list":
            place = re.fullmatch(r"'\w+'!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)", each.find(f"{MAIN}formula1").text)
            assert place is not None
            at, last = _number(place[1]), int(place[2])
            column = _number(re.match("[A-Z]+", each.attrib["sqref"])[0])  # type: ignore[index]  # it has letters
            yield column, [str(row[at]) for row in lists[1:last]]


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
