"""What cannot be written out or restored, and the sentence that says so. A new such error: one case here."""

import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest
from attrs import evolve

from given import WORKER, evening, family, season
from provoked import Case, Desk, Try
from vaerebro_events import Logbook
from vaerebro_events.errors import (
    FileInTheWay,
    FramesMissing,
    LineNotTaken,
    LinesDiffer,
    NotInSuchAFile,
    NotLines,
    NotWritten,
    TooManyRows,
    UnknownFactInLine,
)
from vaerebro_events.tables import exporting
from vaerebro_events.tables.exporting import export
from vaerebro_events.tables.frames import to_polars
from vaerebro_events.tables.log_lines import log_lines

GIVEN = (family("f-1"), season(), *evening(1, "f-1"))


def into(name: str) -> Try:
    return lambda desk: export(desk.logbook.replay(), desk.folder / name)


def over_another_file(desk: Desk) -> None:
    (desk.folder / "log.jsonl").write_text("mine", encoding="utf-8")
    into("log.jsonl")(desk)


def too_many_rows(desk: Desk) -> None:
    with patch.object(exporting, "MOST_ROWS", 2):
        into("both.xlsx")(desk)


def without_polars(desk: Desk) -> None:
    with patch.dict(sys.modules, {"polars": None}):
        to_polars(desk.logbook)


def restoring(change: Callable[[list[bytes]], list[bytes]]) -> Try:
    """Restores what was written out, after somebody changed its lines."""

    def attempt(desk: Desk) -> None:
        lines = change(list(log_lines(desk.logbook.replay())))
        path = desk.folder / "copy.db"
        try:
            Logbook.restore(path, lines, source="log.jsonl", actor=WORKER)
        finally:
            assert [] == list(desk.folder.iterdir())

    return attempt


def with_another_sum(desk: Desk) -> None:
    lines = list(log_lines(desk.logbook.replay()))
    with pytest.raises(LinesDiffer) as raised:
        Logbook.restore(desk.folder / "copy.db", lines, source="log.jsonl", sha256="0" * 64)
    assert sha256(b"".join(lines)).hexdigest() == raised.value.sha256
    raise evolve(raised.value, sha256="abc")  # ids are made up anew, and so is the sum


def edited(line: int, before: bytes, after: bytes) -> Callable[[list[bytes]], list[bytes]]:
    def change(lines: list[bytes]) -> list[bytes]:
        assert before in lines[line - 1]
        lines[line - 1] = lines[line - 1].replace(before, after)
        return lines

    return change


def not_taken(line: int, why: str) -> str:
    return (
        f"Line {line} of log.jsonl cannot be used: {why}. Nothing was restored; fetch the file again from "
        "where it was written."
    )


NOT_LINES = (
    "log.jsonl is not an exported logbook: give a file that «vaerebro export LOGBOOK FILE.jsonl» has written."
)
CASES = [
    Case(
        FileInTheWay,
        "There is a file at FOLDER/log.jsonl already: give another name, or ask to replace it (--replace).",
        (),
        over_another_file,
    ),
    Case(
        NotInSuchAFile,
        "That cannot be written to FOLDER/log.pdf: give a name that ends in .jsonl, .csv, .xlsx or /.",
        (),
        into("log.pdf"),
    ),
    Case(
        NotWritten,
        "FOLDER/none/log.jsonl cannot be written (No such file or directory): give another place, or make "
        "its folder first.",
        (),
        into("none/log.jsonl"),
    ),
    Case(
        TooManyRows,
        "A sheet of FOLDER/both.xlsx holds at most 2 rows: write a CSV file or JSON lines instead.",
        GIVEN,
        too_many_rows,
    ),
    Case(NotLines, NOT_LINES, GIVEN, restoring(lambda _: [])),
    Case(NotLines, NOT_LINES, GIVEN, restoring(lambda _: [b"PK\x03\x04\n", b"\x00\n"])),
    Case(NotLines, NOT_LINES, GIVEN, restoring(lambda lines: [b"[]\n", *lines])),
    Case(
        LineNotTaken,
        not_taken(
            1,
            "an entry has the fields actor, batch_end, clock, evidence, fact, id, occurred_on, position, "
            "recorded_at, tag, version",
        ),
        GIVEN,
        restoring(lambda lines: [b'{"tag": "plan-adopted"}\n', *lines]),
    ),
    Case(
        LineNotTaken,
        not_taken(5, "it is not a whole entry"),
        GIVEN,
        restoring(lambda lines: [*lines[:-1], lines[-1][:-20]]),
    ),
    Case(
        LineNotTaken,
        not_taken(4, "the rest of what was recorded with it is missing"),
        GIVEN,
        restoring(lambda lines: lines[:-1]),
    ),
    Case(
        LineNotTaken,
        not_taken(3, "entries are missing, or stand at other positions"),
        GIVEN,
        restoring(lambda lines: [*lines[:2], *lines[3:]]),
    ),
    Case(
        LineNotTaken,
        not_taken(3, "it ends before it begins"),
        GIVEN,
        restoring(edited(3, b'"batch_end":5', b'"batch_end":1')),
    ),
    Case(
        LineNotTaken,
        not_taken(3, "what was recorded together does not hold together"),
        GIVEN,
        restoring(edited(3, b'"batch_end":5', b'"batch_end":4')),
    ),
    Case(
        LineNotTaken,
        not_taken(2, "its time is before that of the entry before it"),
        GIVEN,
        restoring(edited(2, b'"recorded_at":"2024', b'"recorded_at":"2023')),
    ),
    Case(
        LineNotTaken,
        not_taken(3, "it is not written as the logbook writes it"),
        GIVEN,
        restoring(edited(3, b'"position":3', b'"position": 3')),
    ),
    Case(
        LineNotTaken,
        not_taken(
            2, "participant cannot be 'f 1': it must be 1 to 64 letters, digits or . - _ : without spaces"
        ),
        GIVEN,
        restoring(edited(2, b'"who":"f-1"', b'"who":"f 1"')),
    ),
    Case(
        LineNotTaken,
        not_taken(
            2,
            "it does not follow from what was recorded before: The family f-1 is not registered on "
            "2021-01-07: register it, in the same batch if you like, or correct the day of its registration",
        ),
        GIVEN,
        restoring(edited(2, b'"who":"f-1"', b'"who":"f-2"')),
    ),
    Case(
        UnknownFactInLine,
        "Line 2 of log.jsonl is a «toys-lent», which is not known here: restore it with the facts of the "
        "application that wrote it, or install a newer vaerebro-events.",
        GIVEN,
        restoring(edited(2, b"participant-registered", b"toys-lent")),
    ),
    Case(
        LinesDiffer,
        "log.jsonl is not the file that was written: its SHA-256 is "
        "abc. Fetch it again from where it was written.",
        GIVEN,
        with_another_sum,
    ),
    Case(FramesMissing, "Data frames need polars: install «vaerebro-events[frames]».", (), without_polars),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_written_or_restored_is_said_in_one_sentence(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)
