"""The rows that an import leaves out: where they go, what is kept of them, and why each is left out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson
import pytest

from at_the_desk import vaerebro
from given import WORKER, a_spring, came, evening, family
from sheets_to_import import a_book
from vaerebro_events import VOCABULARY, Codec, Logbook
from vaerebro_events.tables.files import read_sheets
from vaerebro_events.tables.importing import Asked, imported, looked_at
from vaerebro_events.tables.rejected import Rest
from vaerebro_events.tables.sheet import Row, Sheet

Cells = list[Any]
WHO = ("--role", "family-worker", "--user", "u-3")
ATTENDED: Cells = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Familie"]
FIFTH: Cells = ["4.2.2021", "FamilieAkademi", "2021-forår", 5]
GOOD, BAD = [*FIFTH, "f-2"], ["30.2.2021", *FIFTH[1:], "f-2"]
ONLY_GOOD = ("import", "logbog.db", "ark.xlsx", *WHO, "--only-good")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a logbook of a spring: two families, and the fifth evening, to which one came."""
    monkeypatch.chdir(tmp_path)
    with Logbook.create("logbog.db", actor=WORKER) as logbook:
        logbook.record(*a_spring("f-1", "f-2"), *evening(5, "f-1"))
    return tmp_path


def position() -> int:
    with Logbook.open("logbog.db") as logbook:
        return logbook.position


def a_file(*rows: Cells, sheet: str = "Familie deltog") -> Path:
    return a_book(Path("ark.xlsx"), {sheet: rows})


def cells(path: str) -> Mapping[str, Sequence[tuple[object, ...]]]:
    return {sheet.name: [row.cells for row in sheet.rows] for sheet in read_sheets(path)}


@pytest.mark.parametrize("place", ["ingen/resten.xlsx", "logbog.db/resten.xlsx"])
def test_a_place_that_cannot_be_written_is_told_before_anything_is_recorded(place: str) -> None:
    a_file(ATTENDED, GOOD, BAD)

    result = vaerebro(*ONLY_GOOD, "--rejected", place)

    assert f"{place} cannot be written" in result.stderr
    assert (1, 6) == (result.exit_code, position())


def test_what_was_recorded_is_told_where_the_place_is_lost_since(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    a_file(ATTENDED, GOOD, BAD)
    monkeypatch.setattr("vaerebro_events.tables.rejected.put", no_room)

    result = vaerebro(*ONLY_GOOD)

    assert "The good rows are recorded: import the file again" in " ".join(result.stderr.split())
    assert "Recorded: entry 7." in result.stdout
    assert (3, 7) == (result.exit_code, position())
    assert ["ark.xlsx"] == [path.name for path in Path().iterdir() if "xlsx" in path.name]


def test_rows_that_are_bad_only_since_are_written_as_well(desk: Path) -> None:
    asked = Asked(a_file(ATTENDED, GOOD, [*FIFTH, "f-3"]), only_good=True)
    rest = Rest(asked.path, Codec.of(VOCABULARY), "en")
    with Logbook.open("logbog.db") as logbook:
        look = looked_at(logbook, asked, WORKER)
        logbook.record(family("f-3"), came("f-3", 5), came("f-2", 5), actor=WORKER)
        with rest.begun(look) as begun:
            Path("ark-rejected.xlsx").touch()
            done = imported(logbook, look, WORKER)
            place = begun.finish(done)

    assert [] == list(done.problems)
    assert desk / "ark-rejected-2.xlsx" == desk / place


@pytest.mark.parametrize(
    ("file", "place", "ending"), [("ark.xlsx", "resten.csv", ".xlsx"), ("nye.jsonl", "resten.xlsx", ".jsonl")]
)
def test_the_name_of_the_rest_tells_what_it_is(file: str, place: str, ending: str) -> None:
    result = vaerebro("import", "logbog.db", file, *WHO, "--only-good", "--rejected", place)

    assert f"{place}: give --rejected a name that ends in {ending}." in " ".join(result.stderr.split())
    assert 2 == result.exit_code


def test_what_no_cell_can_hold_is_written_as_a_text() -> None:
    lines = "Dag;Slags;Hvem;Andet\n30.2.2021;familie;f-3;" + "a" * 40_000 + "\n"
    Path("liste.csv").write_text(lines, encoding="utf-8")
    words = ("--only-good", "--tag", "participant-registered")

    assert 3 == vaerebro("import", "logbog.db", "liste.csv", *WHO, *words).exit_code
    text = str(cells("liste-rejected.xlsx")["Participant registered"][1][3])
    assert (32_767, "a…") == (len(text), text[-2:])


@pytest.mark.parametrize("number", [float("inf"), float("nan"), 10**400])
def test_numbers_that_a_workbook_has_not_are_texts(number: float, monkeypatch: pytest.MonkeyPatch) -> None:
    a_file(ATTENDED)
    rows = [ATTENDED, GOOD, [*BAD[:3], number, "f-2"]]
    strange = [Sheet("Familie deltog", [Row(at, tuple(cells)) for at, cells in enumerate(rows, 1)])]

    def read_strange(_: Path) -> list[Sheet]:
        return strange

    with monkeypatch.context() as patch:
        for module in ("rejected", "taking_in"):
            patch.setattr(f"vaerebro_events.tables.{module}.read_sheets", read_strange)
        assert 3 == vaerebro(*ONLY_GOOD).exit_code

    assert str(number) == str(cells("ark-rejected.xlsx")["Family attended"][1][3])


def test_what_looks_like_a_cpr_number_is_not_copied() -> None:
    a_file([*ATTENDED, "Note"], [*FIFTH, "010190-1234", "ring 010190-1234"], [*FIFTH, 1301901234, "hej"])

    vaerebro(*ONLY_GOOD)

    assert [(*FIFTH, "…", "…"), (*FIFTH, "…", "hej")] == [
        row[:6] for row in cells("ark-rejected.xlsx")["Family attended"][1:]
    ]


def test_lines_are_written_without_cpr_numbers() -> None:
    fact = {"kind": "family", "who": "010190-1234", "more": [1]}
    line = {"tag": "participant-registered", "occurred_on": "2021-02-04", "fact": fact}
    Path("nye.jsonl").write_bytes(orjson.dumps(line) + b"\n{010190-1234\n{\n")

    vaerebro("import", "logbog.db", "nye.jsonl", *WHO, "--only-good")

    hidden, broken, other = Path("nye-rejected.jsonl").read_bytes().splitlines()
    assert {**line, "fact": {**fact, "who": "…"}} == orjson.loads(hidden)
    assert ("…", b"{") == (orjson.loads(broken), other)


def test_a_file_of_which_no_sheet_is_understood_is_refused() -> None:
    a_book(Path("ark.xlsx"), {"Noter": [["husk kaffe"]], "Ark2": [], "Guide": [["Hej"]]})

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO)
    danish = vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--lang", "da")

    assert "since no sheet is understood" in " ".join(result.output.split())
    assert "sig med --tag, hvad rækkerne i en CSV-fil handler om" in " ".join(danish.output.split())
    assert (1, 1) == (result.exit_code, danish.exit_code)


def test_a_sheet_that_is_not_understood_beside_a_good_one_is_said() -> None:
    a_book(Path("ark.xlsx"), {"Noter": [["husk kaffe"]], "Familie deltog": [ATTENDED, GOOD]})

    result = vaerebro("import", "logbog.db", "ark.xlsx", *WHO)

    assert "Note\n  «Noter»: The sheet is neither a kind of fact nor an attendance list" in result.output
    assert (0, 7) == (result.exit_code, position())


def test_a_row_that_needs_one_that_fails_says_so() -> None:
    newcomer: list[Cells] = [["Dag", "Slags", "Hvem"], ["40.2.2021", "familie", "f-3"]]
    again: list[Cells] = [["Dag", "Slags", "Hvem"], ["4.2.2021", "familie", "f-3"]]
    a_book(
        Path("ark.xlsx"), {"Familie deltog": [ATTENDED, [*FIFTH, "f-3"]], "Deltager registreret": newcomer}
    )

    told = orjson.loads(vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--json").output)

    why = told["problems"][0]["why"]
    assert why["en"].endswith(" (perhaps since row 2 of «Deltager registreret» cannot be recorded either)")
    assert why["da"].endswith(" (måske fordi række 2 i »Deltager registreret« heller ikke kan registreres)")
    a_book(Path("ark.xlsx"), {"Familie deltog": [ATTENDED, [*FIFTH, "f-3"]], "Deltager registreret": again})
    assert 0 == vaerebro("import", "logbog.db", "ark.xlsx", *WHO).exit_code


def test_a_refusal_is_told_at_the_cell_of_what_it_names() -> None:
    heads = ["Dag", "Aktivitet", "Sæson", "Møde nr.", "Fremmødte", "I udsat position"]
    sheets: dict[str, list[Cells]] = {
        "Familie deltog": [ATTENDED, [*FIFTH, "f-9"], [*FIFTH[:3], 7, "f-2"], [*FIFTH[:2], "2019", 5, "f-2"]],
        "Fremmødte talt": [heads, [*FIFTH, 4, 6]],
        "Hold 1": [
            ["Aktivitet", "FamilieAkademi"],
            ["Sæson", "2018"],
            ["Møde nr.", 1],
            ["Dag", "4.2.2021"],
            ["f-1", "x"],
            ["f-2", "x"],
        ],
    }
    a_book(Path("ark.xlsx"), sheets)

    told = orjson.loads(vaerebro("import", "logbog.db", "ark.xlsx", *WHO, "--json").output)["problems"]

    assert [
        ("Familie deltog", 2, "E"),
        ("Familie deltog", 3, "D"),
        ("Familie deltog", 4, "D"),
        ("Fremmødte talt", 2, "F"),
        ("Hold 1", 2, "B"),
    ] == [(each["sheet"], each["row"], each["column"]) for each in told]
    assert told[3]["why"]["da"].startswith("I udsat position kan ikke være 6")


def test_of_two_who_import_at_once_each_says_what_it_recorded() -> None:
    path = a_file(ATTENDED, GOOD)
    with Logbook.open("logbog.db") as logbook, Logbook.open("logbog.db") as other:
        looks = [looked_at(each, Asked(path), WORKER) for each in (logbook, other)]
        first, second = (
            imported(each, look, WORKER) for each, look in zip((logbook, other), looks, strict=True)
        )

    assert ([7], []) == ([each.position for each in first.entries], list(second.entries))
    assert ([], [7]) == (list(second.new), [each.entry.position for each in second.already])
