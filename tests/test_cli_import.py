"""`vaerebro import`: its pages, how it ends, the file of rejected rows, and what it asks."""

from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft202012Validator

from at_a_terminal import at_a_terminal
from at_the_desk import MAIN, as_a_program, refused, vaerebro
from given import WORKER, a_spring, came, evening, family
from sheets_to_import import a_book
from vaerebro_events import Logbook
from vaerebro_events.cli.import_page import PROBLEMS_SHOWN
from vaerebro_events.tables.files import read_sheets

Cells = list[Any]
WHO = ("--role", "family-worker", "--user", "u-3")
ATTENDED: Cells = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Familie"]
HEADS: Cells = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Fremmødte"]
FIFTH: Cells = ["4.2.2021", "FamilieAkademi", "2021-forår", 5]
BAD: Cells = ["30.2.2021", *FIFTH[1:], "f-2"]
SCHEMA = Path(__file__).parent.parent / "docs" / "schemas" / "import.schema.json"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a logbook of a spring: two families, and the fifth evening, to which one came."""
    monkeypatch.chdir(tmp_path)
    with Logbook.create("logbog.db", actor=WORKER) as logbook:
        logbook.record(*a_spring("f-1", "f-2"), *evening(5, "f-1"))
    return tmp_path


def position() -> int:
    with Logbook.open("logbog.db") as logbook:
        return logbook.position


def a_file(rows: Sequence[Sequence[object]], sheet: str = "Familie deltog") -> Path:
    return a_book(Path("ark.xlsx"), {sheet: rows})


def cells(path: str) -> dict[str, list[tuple[object, ...]]]:
    return {sheet.name: [row.cells for row in sheet.rows] for sheet in read_sheets(path)}


@pytest.mark.usefixtures("desk")
def test_a_page_says_what_is_new_and_what_was_recorded() -> None:
    a_file([ATTENDED, [*FIFTH, "f-1"], [*FIFTH, "f-2"]])

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO)

    assert (
        "ark.xlsx\n\n"
        "New                    1\n"
        "  Family attended      1\n\n"
        "There already          1\n\n"
        "Recorded: entry 7.\n"
    ) == result.output
    assert 0 == result.exit_code
    assert 7 == position()


@pytest.mark.usefixtures("desk")
def test_a_page_in_danish_says_all_that_is_wrong() -> None:
    a_file([[*ATTENDED, "Note"], BAD, [*FIFTH, "f-77"]])

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--lang", "da")

    assert (
        "ark.xlsx\n\n"
        "Kan ikke registreres: 2\n"
        "  »Familie deltog«\n"
        "  A2        Dag kan ikke være »30.2.2021«: den dag findes ikke i kalenderen.\n"
        "  E3        Familien f-77 er ikke registreret pr. 4.2.2021: registrér den, gerne\n"
        "            sammen med dette, eller ret dagen for registreringen.\n\n"
        "Bemærk\n"
        "  »Familie deltog«: Kolonne F (»Note«) hører ikke til og er ikke læst.\n\n"
        "Intet er registreret: ret rækkerne, og hent filen ind igen, eller registrér\n"
        "resten med --only-good.\n"
    ) == result.output
    assert 1 == result.exit_code
    assert 6 == position()


@pytest.mark.usefixtures("desk")
def test_only_good_rows_are_recorded_and_the_rest_can_be_mended() -> None:
    a_file([["Skrevet af"], [*ATTENDED, "Hvorfor"], BAD, [*FIFTH, "f-2"]])

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--only-good", "--lang", "da")

    assert 3 == result.exit_code
    assert 7 == position()
    assert result.output.endswith(
        "Registreret: post 7.\nRækkerne, der mangler, står i ark-afvist.xlsx: ret dem dér, og hent den fil "
        "ind.\n"
    )
    why = "A: Dag kan ikke være »30.2.2021«: den dag findes ikke i kalenderen."
    assert [(*ATTENDED, "Hvorfor"), (*BAD, why)] == cells("ark-afvist.xlsx")["Familie deltog"]
    assert ["Familie deltog", "Hvorfor"] == list(cells("ark-afvist.xlsx"))


@pytest.mark.usefixtures("desk")
def test_a_file_that_is_there_is_never_written_over() -> None:
    a_file([ATTENDED, BAD])

    for _ in range(2):
        vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--only-good")
    vaerebro("import", "logbog.db", "ark-rejected.xlsx", *WHO, "--only-good")
    vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--only-good", "--rejected", "ark.xlsx")

    found = sorted(path.name for path in Path().glob("*.xlsx"))
    assert [
        "ark-2.xlsx",
        "ark-rejected-2.xlsx",
        "ark-rejected-3.xlsx",
        "ark-rejected.xlsx",
        "ark.xlsx",
    ] == found


@pytest.mark.usefixtures("desk")
def test_a_rejected_attendance_list_is_whole_with_remarks() -> None:
    rows: list[Cells] = [
        ["Aktivitet", "FamilieAkademi"],
        ["Sæson", "2021-forår"],
        ["Møde nr.", 5],
        ["Dag", date(2021, 2, 4)],
        ["f-1", "x"],
        ["f-2", "?"],
    ]
    a_file(rows, "Hold 1")

    vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--only-good", "--rejected", "resten.xlsx")

    assert [tuple(row) for row in rows] == cells("resten.xlsx")["Hold 1"]
    assert ("Hold 1", 6, "B") == cells("resten.xlsx")["Why"][1][:3]
    assert 3 == vaerebro("import", "logbog.db", "resten.xlsx", *WHO, "--only-good").exit_code


@pytest.mark.usefixtures("desk")
def test_rejected_lines_are_lines_with_their_reasons() -> None:
    good = {
        "tag": "participant-registered",
        "occurred_on": "2021-02-04",
        "fact": {"kind": "family", "who": "f-3"},
    }
    again = {
        **good,
        "id": "00000000-0000-0000-0000-00000000002a",
        "evidence": [{"document": "d", "sha256": "7" * 64}],
    }
    Path("nye.jsonl").write_bytes(b"\n".join([orjson.dumps(good), b"{", orjson.dumps(again)]))

    result = vaerebro("import", "logbog.db", "nye.jsonl", *WHO, "--only-good")

    broken, rejected = Path("nye-rejected.jsonl").read_bytes().splitlines()
    assert (3, 7) == (result.exit_code, position())
    assert b"{" == broken
    assert again == {key: value for key, value in orjson.loads(rejected).items() if key != "why"}
    assert "registered already" in orjson.loads(rejected)["why"]["en"]


@pytest.mark.usefixtures("desk")
def test_changes_are_shown_before_and_after() -> None:
    a_file([HEADS, [*FIFTH, 31]], "Fremmødte talt")
    vaerebro("import", "logbog.db", "ark.xlsx", *WHO)
    a_file([HEADS, ["5.2.2021", *FIFTH[1:], 32]], "Fremmødte talt")

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--lang", "da")

    assert (
        "ark.xlsx\n\n"
        "Ændret i forhold til logbogen: 1\n"
        "  post 7, række 2 (»Fremmødte talt«): Fremmødte talt\n"
        "    Fremmødte: 31 → 32\n"
        "    Dag: 4. februar 2021 → 5. februar 2021\n\n"
        "Intet nyt: intet er registreret.\n\n"
        "Ændringerne er kun foreslået: registrér dem med --amend.\n"
    ) == result.output
    assert 0 == result.exit_code


@pytest.mark.usefixtures("desk")
def test_a_dry_run_records_and_writes_nothing() -> None:
    a_file([ATTENDED, [*FIFTH, "f-2"], BAD])

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--only-good", "--dry-run")

    assert result.output.endswith("\nNothing is recorded: this was a trial.\n")
    assert (3, 6) == (result.exit_code, position())
    assert [Path("ark.xlsx")] == list(Path().glob("*.xlsx"))


@pytest.mark.usefixtures("desk")
def test_json_has_the_shape_that_is_promised() -> None:
    shape = orjson.loads(SCHEMA.read_bytes())
    a_file([HEADS, [*FIFTH, 31]], "Fremmødte talt")
    vaerebro("import", "logbog.db", "ark.xlsx", *WHO)
    vaerebro("retract", "logbog.db", "6", "--reason", "slip", *WHO, "--yes")
    sheets: dict[str, list[Cells]] = {
        "Familie deltog": [ATTENDED, [*FIFTH, "f-1"], [*FIFTH, "f-2"], [*FIFTH, "f-2"], BAD],
        "Fremmødte talt": [HEADS, [*FIFTH, 32]],
        "Møde afholdt": [ATTENDED[:4], FIFTH],
        "Noter": [["hej"]],
    }
    a_book(Path("ark.xlsx"), sheets)

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--only-good", "--json")

    said = orjson.loads(result.output)
    Draft202012Validator(shape).validate(said)  # pyright: ignore[reportUnknownMemberType] its stubs are partial
    assert [] == [name for name, told in said.items() if told == []]
    assert "ark-rejected.xlsx" == said["rejected"]


@pytest.mark.usefixtures("desk")
def test_a_csv_says_by_its_name_or_an_option_what_its_rows_are() -> None:
    rows = "Dag;Slags;Hvem\n4.2.2021;familie;f-3\n4.2.2021;kat;f-4\n"
    Path("liste.csv").write_text(rows, encoding="utf-8")

    without = vaerebro("import", "logbog.db", "liste.csv", *WHO)
    result = vaerebro(
        "import", "logbog.db", "liste.csv", *WHO, "--only-good", "--tag", "Deltager registreret"
    )

    assert "«liste»: The sheet is neither a kind of fact nor an attendance list" in without.output
    assert (3, 7) == (result.exit_code, position())
    assert ["Participant registered", "Why"] == list(cells("liste-rejected.xlsx"))


@pytest.mark.usefixtures("desk")
def test_a_workbook_of_another_plan_is_refused() -> None:
    a_file([["Plan: kanalbyen-2024-2026"]], "Vejledning")

    refused(
        "ark.xlsx was made for the plan kanalbyen-2024-2026, and the logbook follows vaerebro-2020-2023: "
        "import it into that plan's logbook, or make a new workbook with «vaerebro template».",
        vaerebro("import", "logbog.db", "ark.xlsx", *WHO),
    )


@pytest.mark.usefixtures("desk")
def test_a_file_with_nothing_in_it_says_so() -> None:
    a_file([["Plan: vaerebro-2020-2023"]], "Guide")

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO)

    assert "ark.xlsx\n\nThe file holds nothing to record.\n" == result.output


@pytest.mark.usefixtures("desk")
def test_long_lists_are_cut_and_counted() -> None:
    a_file([ATTENDED, *([f"{day}.13.2021", *FIFTH[1:], "f-2"] for day in range(1, PROBLEMS_SHOWN + 3))])

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO)

    assert f"Cannot be recorded: {PROBLEMS_SHOWN + 2}\n" in result.output
    assert "  … and 2 more\n" in result.output


@pytest.mark.usefixtures("desk")
def test_a_person_is_asked_first() -> None:
    a_file([ATTENDED, [*FIFTH, "f-2"]])

    no = at_a_terminal("import", "logbog.db", "ark.xlsx", *WHO, answer="n\n")

    assert "Record this (1)? [y/N]: Nothing is recorded.\n" in no.text
    assert (1, 6) == (no.code, position())


def an_import(folder: Path) -> int:
    """One who imports."""
    words = ("import", folder / "logbog.db", folder / "ark.xlsx", *WHO)
    return as_a_program(MAIN, *words).returncode


def test_two_who_import_one_file_at_once_record_it_once(desk: Path) -> None:
    rows: list[Cells] = [[*FIFTH, f"n-{number}"] for number in range(200)]
    newcomers: list[Cells] = [["4.2.2021", "familie", f"n-{number}"] for number in range(200)]
    sheets: dict[str, list[Cells]] = {
        "Familie deltog": [ATTENDED, *rows],
        "Deltager registreret": [["Dag", "Slags", "Hvem"], *newcomers],
    }
    a_book(desk / "ark.xlsx", sheets)

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        running: list[Future[int]] = [pool.submit(an_import, desk) for _ in range(2)]
        assert [0, 0] == [future.result() for future in running]

    assert 406 == position()


@pytest.mark.usefixtures("desk")
def test_what_was_put_right_since_is_said() -> None:
    a_file([ATTENDED, [*FIFTH, "f-1"], [*FIFTH, "f-2"]])
    vaerebro("import", "logbog.db", "ark.xlsx", *WHO)
    with Logbook.open("logbog.db", actor=WORKER) as logbook:
        logbook.retract(6, reason="slip")
        logbook.record(family("f-3"))
        logbook.correct(7, came("f-3", 5).fact, reason="wrong-person")

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--lang", "da")

    assert (
        "ark.xlsx\n\n"
        "Rettet i logbogen siden: 2\n"
        "  række 2 (»Familie deltog«): post 6 er annulleret\n"
        "    Familie deltog. Aktivitet: FamilieAkademi; Sæson: 2021-forår; Møde nr.: 5;\n"
        "    Familie: f-1; Dag: 4. februar 2021.\n"
        "  række 3 (»Familie deltog«): post 7 sagde det, men er rettet\n"
        "    Familie deltog. Aktivitet: FamilieAkademi; Sæson: 2021-forår; Møde nr.: 5;\n"
        "    Familie: f-2; Dag: 4. februar 2021.\n"
        "  De er ikke registreret: gælder de alligevel, så ret posterne med »vaerebro\n"
        "  correct«.\n\n"
        "Intet nyt: intet er registreret.\n"
    ) == result.output


@pytest.mark.usefixtures("desk")
def test_a_place_for_rejected_rows_goes_with_only_good() -> None:
    a_file([ATTENDED])

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--rejected", "resten.xlsx")

    assert 2 == result.exit_code
    assert "Error: --rejected goes with --only-good.\n" in result.stderr
