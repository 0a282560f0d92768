"""Writing a logbook out: lines, CSV, workbooks and data packages, as people and programs read them."""

import csv
import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from at_the_desk import SUMMER, a_logbook, five_evenings, refused, vaerebro
from clocks import SettableClock
from given import (
    AFTERWARDS,
    AKADEMI,
    SPRING,
    WORKER,
    evening,
    family,
    measured,
    neighbours,
    new_logbook,
    noon,
    promised_plan,
    the_plan,
)
from vaerebro_events import (
    Codec,
    Draft,
    Evidence,
    FollowUpMade,
    Logbook,
    NeighbourActivityHeld,
    ParticipantRegistered,
    PartiesNotified,
)
from vaerebro_events.errors import FileInTheWay, TooManyRows
from vaerebro_events.forms.words import fact_name
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables import exporting
from vaerebro_events.tables.exporting import What, export
from vaerebro_events.tables.importing import Asked, imported, looked_at

SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"
FORMULA = Evidence("=HYPERLINK(1)", "0" * 64)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


def cells(file: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=delimiter))


def workbook(file: Path) -> CalamineWorkbook:
    return CalamineWorkbook.from_path(file)  # pyright: ignore[reportUnknownMemberType] its types are partial


def sheet(file: Path, name: str) -> list[list[Any]]:
    return workbook(file).get_sheet_by_name(name).to_python()


def wrote(*words: str | Path) -> str:
    """What is said when all went well."""
    said = vaerebro("export", *words)
    assert (0, "") == (said.exit_code, said.stderr)
    return said.stdout


# The log.


def test_the_log_is_written_as_the_bytes_of_its_entries(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"

    said = wrote(path, file)

    with Logbook.open(path) as logbook:
        codec = Codec.of(VOCABULARY)
        assert [codec.encode(entry) for entry in logbook.entries()] == file.read_bytes().splitlines()
    assert said.startswith(f"Wrote {file}: 20 entries, ")


def test_the_log_as_known_ends_with_a_whole_batch(path: Path, tmp_path: Path) -> None:
    # Given the first evenings were recorded together, as entries 2 to 14
    wrote(path, tmp_path / "log.jsonl", "--known", "10")

    assert 1 == len((tmp_path / "log.jsonl").read_bytes().splitlines())


def test_no_file_is_overwritten_unless_that_is_asked(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"
    file.write_text("mine", encoding="utf-8")

    sentence = f"There is a file at {file} already: give another name, or ask to replace it (--replace)."
    refused(sentence, vaerebro("export", path, file))
    assert "mine" == file.read_text(encoding="utf-8")

    wrote(path, file, "--replace")
    assert 20 == len(file.read_bytes().splitlines())


def test_the_file_of_somebody_who_was_quicker_stays(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"

    def quicker(things: Any, _: int) -> Any:
        file.write_text("theirs", encoding="utf-8")
        return things

    with Logbook.open(path) as logbook, pytest.raises(FileInTheWay):
        export(logbook.replay(), file, watch=quicker)

    assert "theirs" == file.read_text(encoding="utf-8")
    assert {path, file} == set(tmp_path.iterdir()) - set(tmp_path.glob("*.db-*"))


def test_what_breaks_off_leaves_nothing(path: Path, tmp_path: Path) -> None:
    def breaks_off(things: Any, _: int) -> Any:
        yield from list(things)[:1]
        raise KeyboardInterrupt

    for name in ("log.jsonl", "entries.csv", "both.xlsx"):
        with Logbook.open(path) as logbook, pytest.raises(KeyboardInterrupt):
            export(logbook.replay(), tmp_path / name, watch=breaks_off)

    assert {path} == set(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "what", "endings"),
    [
        ("log.txt", (), ".jsonl, .csv, .xlsx or /"),
        ("log.csv", ("--what", "facts"), ".xlsx"),
        ("log.xlsx", ("--what", "log"), ".jsonl"),
        ("folder/", ("--what", "statuses"), ".csv or .xlsx"),
    ],
)
def test_the_name_must_tell_a_form_that_fits(
    path: Path, tmp_path: Path, name: str, what: Sequence[str], endings: str
) -> None:
    said = vaerebro("export", path, f"{tmp_path}/{name}", *what)

    refused(f"That cannot be written to {tmp_path}/{name}: give a name that ends in {endings}.", said)


def test_it_is_said_in_danish(path: Path, tmp_path: Path) -> None:
    said = vaerebro("export", path, tmp_path / "log.txt", "--lang", "da")
    written = wrote(path, tmp_path / "facts.xlsx", "--what", "facts", "--lang", "da")

    assert f"Fejl: Det kan ikke skrives til {tmp_path}/log.txt: giv et navn, der ender på .jsonl, .csv, " in (
        said.stderr
    )
    assert written.startswith(f"{tmp_path}/facts.xlsx er skrevet: 18 rækker, ")
    assert written.endswith("Udeladt, fordi de ikke kan stå i rækker: Plan vedtaget.\n")


# Tables.


def test_an_entry_a_row_as_it_was_recorded(path: Path, tmp_path: Path) -> None:
    wrote(path, tmp_path / "entries.csv")

    rows = cells(tmp_path / "entries.csv")
    registered, correction = rows[2], rows[-1]
    assert 20 == len(rows)
    assert ("3", "participant-registered", "Participant registered", "family", "f-1") == tuple(
        registered[name] for name in ("position", "tag", "title", "kind", "who")
    )
    assert ("2021-01-04", "family-worker", "u-3") == tuple(
        registered[name] for name in ("occurred_on", "role", "user")
    )
    assert ("20", "yes", "") == tuple(registered[name] for name in ("amended_by", "in_force", "amends"))
    assert ("3", "wrong-day", "yes") == tuple(correction[name] for name in ("amends", "reason", "in_force"))
    assert {"kind": "family", "who": "f-1"} == json.loads(correction["fact"])["fact"]


def test_what_was_retracted_and_what_is_outdated_is_not_in_force(path: Path, tmp_path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.retract(19, reason="did-not-happen")
        logbook.correct(3, ParticipantRegistered("family", "f-1"), reason="slip", on=date(2021, 1, 3))

    wrote(path, tmp_path / "entries.csv")

    outdated = [row["position"] for row in cells(tmp_path / "entries.csv") if row["in_force"] == "no"]
    assert ["19", "20"] == outdated


def test_a_danish_csv_has_semicolons_commas_and_danish_words(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, the_plan(), measured("safety", "77.97", date(2021, 1, 1)))

    wrote(path, tmp_path / "poster.csv", "--lang", "da")

    assert (tmp_path / "poster.csv").read_bytes().startswith(b"\xef\xbb\xbfposition;")
    _, figure = cells(tmp_path / "poster.csv", ";")
    assert ("77,97", "ja", "Indikator målt") == (figure["percent"], figure["in_force"], figure["title"])


def test_statuses_have_exact_figures_and_numbers_to_add_up(path: Path, tmp_path: Path) -> None:
    wrote(path, tmp_path / "statuses.csv", "--what", "statuses", *SUMMER)

    rows = cells(tmp_path / "statuses.csv")
    (regulars,) = [
        row
        for row in rows
        if row["criterion"] == f"{AKADEMI}.regulars" and row["period"] == "2021" and row["default"] == "yes"
    ]
    shares = {row["target"]: row["target_percent"] for row in rows if "/" in row["target"]}
    assert (regulars["value"], regulars["number"], regulars["percent"]) == ("2", "2", "")
    assert "80" == shares["4/5"]
    with Logbook.open(path) as logbook:
        assert len(logbook.replay(on=date(2021, 6, 30)).statuses) == len(rows)


def test_what_looks_like_a_formula_comes_out_as_text(tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with Logbook.create(path, the_plan(), actor=WORKER, clock=SettableClock(noon(AFTERWARDS))) as logbook:
        logbook.record(Draft(family("f-1").fact, date(2021, 1, 4), evidence=(FORMULA,)))

    wrote(path, tmp_path / "entries.csv")
    wrote(path, tmp_path / "entries.xlsx")

    shown = f"=HYPERLINK(1) {'0' * 64}"
    assert f"'{shown}" == cells(tmp_path / "entries.csv")[1]["evidence"]
    assert shown in sheet(tmp_path / "entries.xlsx", "Entries")[2]


# Workbooks.


def test_a_workbook_has_statuses_and_entries_with_real_days_and_numbers(path: Path, tmp_path: Path) -> None:
    wrote(path, tmp_path / "begge.xlsx", "--lang", "da")

    book = workbook(tmp_path / "begge.xlsx")
    head, *rows = sheet(tmp_path / "begge.xlsx", "Poster")
    registered = dict(zip(head, rows[2], strict=True))
    assert ["Statusser", "Poster"] == book.sheet_names
    assert (3.0, date(2021, 1, 4), "ja") == (registered["Post"], registered["Dag"], registered["Gælder"])
    assert datetime(2021, 2, 5, 13) == registered["Registreret (dansk tid)"]  # noqa: DTZ001 workbooks know no zones


def test_the_facts_as_they_hold_now_a_sheet_for_each_kind(path: Path, tmp_path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.retract(19, reason="did-not-happen")

    wrote(path, tmp_path / "facts.xlsx", "--what", "facts")

    registered = sheet(tmp_path / "facts.xlsx", "Participant registered")
    came = sheet(tmp_path / "facts.xlsx", "Family attended")
    assert [
        ["Day", "Kind", "Who"],
        [date(2021, 1, 2), "family", "f-1"],
        [date(2021, 1, 4), "family", "f-2"],
    ] == registered
    assert [date(2021, 1, 7), "FamilieAkademi", SPRING, 1.0, "f-1"] == came[1]
    assert 1 + 5 + 4 == len(came)


def test_what_happened_twice_on_a_day_happens_twice_again(tmp_path: Path) -> None:
    # Given two activities of one block on one day, which nothing but their entries tells apart
    twice = [neighbours(date(2021, 5, 1)), neighbours(date(2021, 5, 1)), neighbours(date(2021, 5, 2))]
    path = a_logbook(tmp_path, the_plan(), *twice)

    wrote(path, tmp_path / "facts.xlsx", "--what", "facts", "--lang", "da")

    head, first, second, third = sheet(tmp_path / "facts.xlsx", fact_name(NeighbourActivityHeld).da)
    assert ["Dag", "Nr."] == [head[0], head[-1]]
    assert first[:-1] == second[:-1]
    assert first[-1] != second[-1]
    assert "" == third[-1]
    with new_logbook(SettableClock(noon(AFTERWARDS))) as empty:
        imported(empty, looked_at(empty, Asked(tmp_path / "facts.xlsx"), WORKER), WORKER)
        assert [draft.fact for draft in twice] == [entry.fact for entry in empty.entries()[1:]]


def test_several_codes_stand_in_one_cell_in_words(tmp_path: Path) -> None:
    criteria = tuple(criterion.key for criterion in the_plan().criteria[:2])
    made = FollowUpMade("board", criteria, date(2021, 2, 28), 1, None, ("see-again", "act"))
    path = a_logbook(tmp_path, the_plan(), Draft(made, date(2021, 3, 1)))

    wrote(path, tmp_path / "facts.xlsx", "--what", "facts", "--lang", "da")

    head, row = sheet(tmp_path / "facts.xlsx", "Opfølgning foretaget")
    told = dict(zip(head, row, strict=True))
    assert ", ".join(sorted(criteria)) == told["Kriterier"]
    assert 2 == len(told["Besluttet"].split(", "))


def test_a_fact_that_an_empty_cell_cannot_tell_is_left_out_and_said(tmp_path: Path) -> None:
    notified = ((), ("municipality",))
    told = [Draft(PartiesNotified("owner", whom, "staff"), date(2021, 3, 1)) for whom in notified]
    path = a_logbook(tmp_path, promised_plan(), *told)

    said = wrote(path, tmp_path / "facts.xlsx", "--what", "facts")

    assert said.endswith("Left out, since rows cannot hold them: Plan adopted, Parties notified.\n")
    assert 2 == len(sheet(tmp_path / "facts.xlsx", "Parties notified"))


def test_days_before_1900_and_long_texts_come_out_as_far_as_excel_knows_them(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, the_plan(), family("f-1", on=date(1899, 12, 31)))

    wrote(path, tmp_path / "entries.xlsx", "--what", "entries")

    head, plan, registered = sheet(tmp_path / "entries.xlsx", "Entries")
    assert "1899-12-31" == registered[head.index("Day")]
    assert (32_767, "…") == (len(plan[head.index("Plan")]), plan[head.index("Plan")][-1])


def test_a_sheet_that_would_be_too_long_is_refused(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_ROWS", 19)

    with Logbook.open(path) as logbook, pytest.raises(TooManyRows, match="holds at most 19 rows"):
        export(logbook.replay(), tmp_path / "entries.xlsx", What.ENTRIES)

    assert not (tmp_path / "entries.xlsx").exists()


def test_one_state_gives_one_workbook_to_the_byte(path: Path, tmp_path: Path) -> None:
    with Logbook.open(path) as logbook:
        replay = logbook.replay(on=date(2021, 6, 30))
    first, second = (
        export(replay, tmp_path / name, What.STATUSES).files[0].sha256 for name in ("a.xlsx", "b.xlsx")
    )

    assert first == second


# A folder.


def test_a_folder_is_a_data_package_that_says_what_is_in_it(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pakke"

    wrote(path, f"{folder}/", "--lang", "da", *SUMMER)

    said = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert "https://datapackage.org/profiles/2.0/datapackage.json" == said["$schema"]
    assert ["statuses", "entries", "log"] == [each["name"] for each in said["resources"]]
    assert {"on": "2021-06-30", "position": 20, "schemas": "schemas"} == said["vaerebro"]
    for each in said["resources"]:
        assert each["bytes"] == (folder / each["path"]).stat().st_size
    for each in said["resources"][:2]:
        head = next(iter(cells(folder / each["path"])))
        assert list(head) == [field["name"] for field in each["schema"]["fields"]]
    assert len(VOCABULARY.facts) == len(list((folder / "schemas").glob("*.schema.json")))


def test_a_package_never_takes_the_place_of_another_file(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pakke"
    folder.mkdir()
    (folder / "entries.csv").write_text("mine", encoding="utf-8")

    refused(
        f"There is a file at {folder}/entries.csv already: give another name, or ask to replace it "
        "(--replace).",
        vaerebro("export", path, folder),
    )
    assert [folder / "entries.csv"] == list(folder.iterdir())

    wrote(path, folder, "--replace")
    assert 20 == len(cells(folder / "entries.csv"))


def test_a_package_needs_a_folder_that_can_be_made(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    for name in ("file", "file/pakke"):
        said = vaerebro("export", path, f"{tmp_path}/{name}/", "--lang", "da")
        assert f"Fejl: {tmp_path}/{name} kan ikke skrives (noget på vejen er ikke en mappe): " in said.stderr


def test_a_logbook_as_known_before_its_plan_can_be_written(path: Path, tmp_path: Path) -> None:
    wrote(path, f"{tmp_path}/pakke/", "--known", "0")
    wrote(path, tmp_path / "tom.xlsx", "--known", "0")

    assert [] == cells(tmp_path / "pakke" / "statuses.csv")


# For programs.


def test_what_was_written_is_told_as_json(path: Path, tmp_path: Path) -> None:
    said = vaerebro("export", path, tmp_path / "facts.xlsx", "--what", "facts", *SUMMER, "--json")

    told = json.loads(said.stdout)
    shape = json.loads((SCHEMAS / "export.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(shape).validate(told)  # pyright: ignore[reportUnknownMemberType] its stubs are partial
    assert ("facts", "2021-06-30", 20, ["plan-adopted"]) == tuple(
        told[name] for name in ("what", "on", "position", "left_out")
    )
    assert [18] == [file["rows"] for file in told["files"]]


def test_an_evening_more_is_an_entry_more(path: Path, tmp_path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.record(*evening(6, "f-1"))

    assert "22 rows" in wrote(path, tmp_path / "entries.csv")
