"""The empty workbook made of a logbook as it stands, and the command that makes one."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import validate

from at_the_desk import a_logbook, refused, vaerebro
from given import AKADEMI, SPRING, came, course, evening, family, season, the_plan
from templates import cells_of, lists_of
from vaerebro_events import VOCABULARY, Draft, Logbook, SeriesCompleted
from vaerebro_events.tables.attendance_list import attendance_lines
from vaerebro_events.tables.files import read_sheets
from vaerebro_events.tables.line import Line, Problem
from vaerebro_events.tables.sheet import Row, Sheet
from vaerebro_events.tables.template import Template
from vaerebro_events.tables.written import Place

# Of a logbook.

SUMMER = date(2021, 3, 1)


def of_a_logbook(tmp_path: Path, *drafts: Draft, on: date = SUMMER) -> Template:
    path = a_logbook(tmp_path, the_plan(), *drafts)
    with Logbook.open(path) as logbook:
        return Template(the_plan(), "da", (VOCABULARY.fact("family-attended"),), replay=logbook.replay(on=on))


def made(tmp_path: Path, template: Template) -> Path:
    path = tmp_path / "skabelon.xlsx"
    template.write(Place(path))
    return path


def test_a_season_that_runs_has_its_list_with_those_who_came(tmp_path: Path) -> None:
    people = [family(who) for who in ("f-10", "f-2", "f-3")]
    template = of_a_logbook(tmp_path, season(meetings=10), *people, *evening(1, "f-10", "f-2"))

    rows = cells_of(made(tmp_path, template))["Fremmøde 2021-forår"]

    assert ["FamilieAkademi", SPRING, "familier"] == [row[1] for row in rows[1:4]]
    assert ("Møde nr.", *range(1, 11)) == rows[5]
    assert ("Dag", date(2021, 1, 7)) == rows[6]
    assert ["f-2", "f-10"] == [row[0] for row in rows[7:9]]


def test_a_list_that_is_filled_in_is_read_as_meetings_and_who_came(tmp_path: Path) -> None:
    template = of_a_logbook(tmp_path, season(), family("f-2"), *evening(1, "f-2"))
    rows = cells_of(made(tmp_path, template))["Fremmøde 2021-forår"]
    marks = {"Dag": "14.1.2021", "f-2": "x", "Fremmødte": 31}

    filled = [
        Row(number, (cells[0], None, marks[str(cells[0])]) if cells[0] in marks else cells)
        for number, cells in enumerate(rows, 1)
    ]
    read = attendance_lines(Sheet("Fremmøde 2021-forår", filled))

    assert read is not None
    assert ["meeting-held", "family-attended", "heads-counted"] == [
        line.tag for line in read if isinstance(line, Line)
    ]
    assert not [each for each in read if isinstance(each, Problem)]


def test_an_empty_list_tells_nothing(tmp_path: Path) -> None:
    path = made(tmp_path, of_a_logbook(tmp_path, season(), family("f-2"), *evening(1, "f-2")))

    told = {
        sheet.name: attendance_lines(sheet) for sheet in read_sheets(path) if sheet.name.startswith("Frem")
    }

    assert {"Fremmøde 2021-forår": (), "Fremmødeliste": ()} == told


def test_before_anybody_came_it_has_those_who_came_to_the_activity(tmp_path: Path) -> None:
    autumn = season("2021-efterår", date(2021, 8, 12))
    given = [season(meetings=5), family("f-1"), *evening(1, "f-1"), autumn]

    rows = cells_of(made(tmp_path, of_a_logbook(tmp_path, *given, on=date(2021, 9, 1))))

    assert "f-1" == rows["Fremmøde 2021-efterår"][7][0]


def test_a_season_that_nobody_has_come_to_has_an_empty_list(tmp_path: Path) -> None:
    rows = cells_of(made(tmp_path, of_a_logbook(tmp_path, season())))["Fremmøde 2021-forår"]

    assert "Fremmødte" == rows[7][0]


def test_a_season_that_is_completed_or_over_has_no_list(tmp_path: Path) -> None:
    completed = Draft(SeriesCompleted(AKADEMI, SPRING), date(2021, 2, 1))

    template = of_a_logbook(tmp_path, season(), *evening(1), completed)

    assert ("Fremmødeliste", "Familie deltog") == template.sheets


def test_seasons_of_one_name_have_lists_of_names_of_their_own(tmp_path: Path) -> None:
    first = date(2021, 2, 4)
    name = "forår:2021-i-alle-blokke-og-i-beboerhuset"
    seasons = [course(name, None, first, activity=activity) for activity in (AKADEMI, "legestue")]

    names = of_a_logbook(tmp_path, *seasons).sheets[:2]

    assert ("Fremmøde forår-2021-i-alle-blok", "Fremmøde forår-2021-i-alle (2)") == tuple(names)


def test_references_of_the_logbook_can_be_chosen(tmp_path: Path) -> None:
    template = of_a_logbook(tmp_path, season(), family("f-10"), family("f-2"), *evening(1), came("f-2", 1))

    columns = lists_of(made(tmp_path, template))["Familie deltog"]

    assert [SPRING] == columns[2]
    assert ["f-2", "f-10"] == columns[4]


# The command.


def test_the_command_makes_the_workbook_and_says_what_to_do_next(tmp_path: Path) -> None:
    file = tmp_path / "skabelon.xlsx"

    said = vaerebro("template", file, "--lang", "da", "--only", "familie deltog", "--only", "heads-counted")

    assert (0, "") == (said.exit_code, said.stderr)
    assert [
        f"{file} er klar: 2 ark at udfylde, efter planen vaerebro-2020-2023.",
        f"Bagefter: vaerebro import LOGBOG {file} --dry-run",
    ] == said.stdout.splitlines()
    assert ["Vejledning", "Fremmødte talt", "Familie deltog", "Lister"] == [*cells_of(file)]


def test_the_attendance_list_alone(tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"

    said = vaerebro("template", file, "--only", "Attendance list")

    assert (
        f"{file} is ready: one sheet to fill in, by the plan vaerebro-2020-2023."
        == said.stdout.splitlines()[0]
    )
    assert ["Guide", "Attendance list", "Lists"] == [*cells_of(file)]


def test_of_a_logbook_the_command_takes_its_plan_and_its_seasons(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, the_plan(), season(), family("f-1"), *evening(1, "f-1"))
    file = tmp_path / "list.xlsx"

    said = vaerebro("template", file, "--logbook", path, "--on", "1.3.2021", "--only", "fremmødeliste")

    assert (0, f"Afterwards: vaerebro import {path} {file} --dry-run") == (
        said.exit_code,
        said.stdout.splitlines()[1],
    )
    assert ["Guide", "Attendance 2021-forår", "Attendance list", "Lists"] == [*cells_of(file)]
    assert 0 == vaerebro("template", tmp_path / "today.xlsx", "--logbook", path).exit_code


def test_for_other_programs_it_says_what_was_made(tmp_path: Path) -> None:
    file = tmp_path / "skabelon.xlsx"

    said = json.loads(vaerebro("template", file, "--lang", "da", "--json").stdout)

    shape = Path(__file__).parent.parent / "docs" / "schemas" / "template.schema.json"
    validate(said, json.loads(shape.read_text(encoding="utf-8")))
    assert sha256(file.read_bytes()).hexdigest() == said["sha256"]
    assert [*cells_of(file)][1:-1] == said["sheets"]
    assert ["plan-revised"] == said["left_out"]


def test_a_plan_of_ones_own(tmp_path: Path) -> None:
    own = Path(__file__).with_name("small_plan.toml")

    vaerebro("template", tmp_path / "own.xlsx", "--plan", own, "--only", "meeting-held")

    assert "Plan: small" in [row[0] for row in cells_of(tmp_path / "own.xlsx")["Guide"]]


def test_a_file_that_is_there_is_replaced_only_where_that_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "mine.xlsx"
    file.write_bytes(b"udfyldt")
    asked = ("template", file, "--only", "meeting-held")

    refused(
        f"There is a file at {file} already: give another name, or ask to replace it (--replace).",
        vaerebro(*asked),
    )

    assert b"udfyldt" == file.read_bytes()
    assert 0 == vaerebro(*asked, "--replace").exit_code
    assert "Meeting held" in cells_of(file)


def test_where_there_is_no_folder_it_says_so(tmp_path: Path) -> None:
    said = vaerebro("template", tmp_path / "no" / "folder.xlsx", "--only", "meeting-held")

    assert (1, "") == (said.exit_code, said.stdout)
    assert "cannot be written" in said.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("a.csv",), "Give a name that ends in .xlsx."),
        (("a.xlsx", "--plan", "x", "--logbook", "y"), "Give either a plan (--plan) or a logbook (--logbook)"),
        (("a.xlsx", "--only", "katte"), "There is no sheet for «katte»"),
        (("a.xlsx", "--only", "plan-revised"), "There is no sheet for «plan-revised»"),
    ],
)
def test_wrong_use_is_said_and_makes_nothing(words: Sequence[str], sentence: str) -> None:
    said = vaerebro("template", *words)

    assert 2 == said.exit_code
    assert sentence in said.stderr
    assert not Path(words[0]).exists()
