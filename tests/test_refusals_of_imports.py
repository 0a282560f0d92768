"""What cannot be imported as a whole, and the sentence that says so. A new such error: one case here."""

from pathlib import Path

import pytest

from given import WORKER
from provoked import Case, Desk
from sheets_to_import import a_book
from vaerebro_events.errors import FileOfAnotherPlan
from vaerebro_events.tables.importing import Asked, looked_at


def a_workbook_of_another_plan(desk: Desk) -> None:
    path = a_book(desk.folder / "ark.xlsx", {"Vejledning": [["Plan: kanalbyen-2024-2026"]]})
    looked_at(desk.logbook, Asked(path), WORKER)


CASES: list[Case] = [
    Case(
        FileOfAnotherPlan,
        "FOLDER/ark.xlsx was made for the plan kanalbyen-2024-2026, and the logbook follows "
        "vaerebro-2020-2023: import it into that plan's logbook, or make a new workbook with "
        "«vaerebro template».",
        (),
        a_workbook_of_another_plan,
    )
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_import_is_refused_as_a_whole(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)
