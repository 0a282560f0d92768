"""The import of a workbook of 10,000 rows by the command line, as a whole process: seconds and memory."""

import subprocess
import sys
from collections import defaultdict
from itertools import chain, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it brings no types
from measuring import PEAK
from workload import evenings, new_logbook

from vaerebro_events import Fact
from vaerebro_events.forms.fields import fields_of
from vaerebro_events.forms.words import fact_name, field_name

ROWS = 10_000
TIMES = 3
MEBIBYTE = 1024
_RUN = f"""
from vaerebro_events.cli import main
try:
    main()
finally:
    exec({PEAK!r})
"""


def a_workbook(path: Path, rows: int = ROWS) -> None:
    """Evenings as somebody keeps them: a sheet for each kind of fact, with Danish days."""
    sheets: dict[type[Fact], list[list[object]]] = defaultdict(list)
    for draft in islice(chain.from_iterable(evenings()), rows):
        assert draft.on is not None
        values = [getattr(draft.fact, field.name) for field in fields_of(type(draft.fact))]
        sheets[type(draft.fact)].append([f"{draft.on:%d.%m.%Y}", *map(_cell, values)])
    with xlsxwriter.Workbook(str(path)) as opened:
        book: Any = opened
        for kind, lines in sheets.items():
            sheet = book.add_worksheet(fact_name(kind).da)
            names = ("occurred_on", *(field.name for field in fields_of(kind)))
            sheet.write_row(0, 0, [field_name(name).da for name in names])
            for at, line in enumerate(lines, 1):
                sheet.write_row(at, 0, line)


def _cell(value: object) -> object:
    return value if isinstance(value, int) or value is None else str(value)


def importing(folder: Path) -> None:
    """Prints how long the import takes, and its peak memory."""
    workbook = folder / "rows.xlsx"
    a_workbook(workbook)
    taken: list[float] = []
    peaks: list[int] = []
    for time in range(TIMES):
        logbook = folder / f"import-{time}.db"
        new_logbook(logbook).close()
        words = ("import", logbook, workbook, "--role", "family-worker", "--user", "u-1")
        began = perf_counter()
        done = subprocess.run(  # noqa: S603 our own words
            [sys.executable, "-c", _RUN, *map(str, words)], check=True, capture_output=True, text=True
        )
        taken.append(perf_counter() - began)
        peaks.append(int(done.stderr.split()[-1]))
    memory = max(peaks) / MEBIBYTE
    print(f"Import of {ROWS:,} rows from a workbook: {median(taken):.1f} s (aim: under 15 s), ", end="")
    print(f"{memory:.0f} MiB (aim: under 300 MB)")
