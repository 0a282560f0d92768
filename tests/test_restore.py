"""Making a logbook again from its exported lines: the same entries, elsewhere."""

import json
import os
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import frozen
from jsonschema import Draft202012Validator

from at_the_desk import SUMMER, five_evenings, refused, vaerebro
from clocks import SettableClock
from given import AFTERWARDS, WORKER, evening, family, new_logbook, noon, season, the_plan
from golden_entries import EARLIER
from vaerebro_events import ActivityFact, Corrected, Entry, Logbook, Rank, SeriesPlanned, Text
from vaerebro_events.errors import LogbookExists, LogbookMissing, UnknownFactInLine
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables.log_lines import log_lines

SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"
LATER = SettableClock(noon(AFTERWARDS))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


@pytest.fixture
def lines(path: Path, tmp_path: Path) -> Path:
    file = tmp_path / "log.jsonl"
    assert 0 == vaerebro("export", path, file).exit_code
    return file


def entries_of(path: Path) -> tuple[Entry, ...]:
    with Logbook.open(path) as logbook:
        return tuple(logbook.entries())


def test_the_same_logbook_stands_elsewhere(path: Path, lines: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"

    said = vaerebro("restore", copy, lines)

    digest = sha256(lines.read_bytes()).hexdigest()
    assert f"Restored {copy} from log.jsonl: 20 entries, each as it was.\nSHA-256 {digest}\n" == said.stdout
    assert entries_of(path) == entries_of(copy)
    asked = [vaerebro("status", file, *SUMMER, "--json").stdout for file in (path, copy)]
    assert asked[0] == asked[1]


def test_it_is_written_out_again_to_the_byte(lines: Path, tmp_path: Path) -> None:
    vaerebro("restore", tmp_path / "copy.db", lines)

    vaerebro("export", tmp_path / "copy.db", tmp_path / "again.jsonl")

    assert lines.read_bytes() == (tmp_path / "again.jsonl").read_bytes()


def test_it_knows_where_its_entries_come_from(lines: Path, tmp_path: Path) -> None:
    with (
        lines.open("rb") as opened,
        Logbook.restore(tmp_path / "copy.db", opened, source=str(lines), clock=LATER) as logbook,
    ):
        first = logbook.origin

    assert first is not None
    assert ("log.jsonl", sha256(lines.read_bytes()).hexdigest(), 20, LATER()) == (
        first.source,
        first.sha256,
        first.entries,
        first.restored_at,
    )
    with Logbook.open(tmp_path / "copy.db") as logbook:
        assert first == logbook.origin


def test_a_logbook_that_was_not_restored_comes_from_nowhere(path: Path) -> None:
    with Logbook.open(path) as logbook:
        assert None is logbook.origin


def test_it_can_be_written_on(lines: Path, tmp_path: Path) -> None:
    with lines.open("rb") as opened, Logbook.restore(tmp_path / "copy.db", opened, actor=WORKER) as logbook:
        assert (21, 22) == tuple(entry.position for entry in logbook.record(*evening(6, "f-1")))

    assert 22 == len(entries_of(tmp_path / "copy.db"))


def test_a_logbook_that_is_there_is_never_touched(path: Path, lines: Path) -> None:
    before = path.read_bytes()

    sentence = f"There is a file at {path} already: open it, or give another name."
    refused(sentence, vaerebro("restore", path, lines))

    with pytest.raises(LogbookExists):
        Logbook.restore(path, [])
    assert before == path.read_bytes()


def test_what_a_lost_logbook_left_behind_is_not_taken_for_the_new_ones(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db-wal").write_bytes(b"left")

    refused(
        f"There is a file at {tmp_path}/copy.db-wal already: open it, or give another name.",
        vaerebro("restore", tmp_path / "copy.db", lines),
    )


def test_who_was_quicker_keeps_the_place(lines: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    given = lines.read_bytes().splitlines(keepends=True)

    def while_another_comes() -> object:
        yield from given
        copy.write_bytes(b"another's")

    with pytest.raises(LogbookExists):
        Logbook.restore(copy, while_another_comes())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    assert b"another's" == copy.read_bytes()


@pytest.mark.parametrize("taken", [False, True])
def test_a_disk_without_links_will_do(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, taken: bool
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    copy = tmp_path / "copy.db"
    given = lines.read_bytes().splitlines(keepends=True)
    if not taken:
        Logbook.restore(copy, given).close()
        assert 20 == len(entries_of(copy))
        return

    def while_another_comes() -> object:
        yield from given
        copy.write_bytes(b"another's")

    with pytest.raises(LogbookExists):
        Logbook.restore(copy, while_another_comes())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_lines_of_another_system_and_without_a_last_end_are_read(lines: Path, tmp_path: Path) -> None:
    given = [line + b"\r\n" for line in lines.read_bytes().splitlines()]
    given[-1] = given[-1].rstrip()

    Logbook.restore(tmp_path / "copy.db", given).close()

    assert 20 == len(entries_of(tmp_path / "copy.db"))


def test_the_sha_256_that_was_told_when_it_was_written_is_asked_for(lines: Path, tmp_path: Path) -> None:
    digest = sha256(lines.read_bytes()).hexdigest()

    assert 0 == vaerebro("restore", tmp_path / "copy.db", lines, "--sha256", digest.upper()).exit_code
    assert 1 == vaerebro("restore", tmp_path / "b.db", lines, "--sha256", "0" * 64).exit_code
    assert not (tmp_path / "b.db").exists()


def test_a_file_cut_anywhere_restores_nothing_or_all(lines: Path, tmp_path: Path) -> None:
    whole = lines.read_bytes()
    ends = [len(whole) - 1, len(whole) - 2, len(whole) - 400, len(whole) // 2, 10, 0]

    for end in ends:
        lines.write_bytes(whole[:end])
        said = vaerebro("restore", tmp_path / f"{end}.db", lines)
        assert (end == len(whole) - 1) == (said.exit_code == 0)
        assert (said.exit_code == 0) == (tmp_path / f"{end}.db").exists()


def test_it_is_refused_in_danish(lines: Path, tmp_path: Path) -> None:
    given = lines.read_bytes().splitlines(keepends=True)
    lines.write_bytes(b"".join([*given[:4], *given[5:]]))

    said = vaerebro("restore", tmp_path / "copy.db", lines, "--lang", "da")

    assert (
        f"Fejl: Linje 5 i {lines} kan ikke bruges: her mangler poster, eller de står på andre pladser. Intet "
        "er genskabt; hent filen igen, hvor den blev skrevet.\n"
    ) == said.stderr
    assert [] == [each for each in tmp_path.iterdir() if each.name.startswith((".copy", "copy"))]


def test_in_memory_too(lines: Path) -> None:
    with lines.open("rb") as opened, Logbook.restore(":memory:", opened, source="log.jsonl") as logbook:
        assert 20 == logbook.position
        assert logbook.origin is not None


def test_a_folder_that_is_not_there_is_named(lines: Path, tmp_path: Path) -> None:
    said = vaerebro("restore", tmp_path / "none" / "copy.db", lines)

    assert f"No file can be made at {tmp_path}/none/copy.db (No such file or directory)" in said.stderr


def test_what_was_restored_is_told_as_json(lines: Path, tmp_path: Path) -> None:
    said = vaerebro("restore", tmp_path / "copy.db", lines, "--json")

    told = json.loads(said.stdout)
    shape = json.loads((SCHEMAS / "restore.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(shape).validate(told)  # pyright: ignore[reportUnknownMemberType] its stubs are partial
    assert (str(tmp_path / "copy.db"), "log.jsonl", 20) == (told["logbook"], told["source"], told["entries"])


@frozen
class ToysLent(ActivityFact):
    """Toys are lent to families."""

    tag = "toys-lent"
    rank = Rank.HELD
    says = Text(da="blev lånt ud", en="were lent")

    toys: int


def test_an_applications_own_facts_come_along_where_they_are_known(tmp_path: Path) -> None:
    own = VOCABULARY.with_facts(ToysLent)
    with new_logbook(LATER, vocabulary=own) as logbook:
        logbook.record(ToysLent("legestue", 3), on=AFTERWARDS)
        written = list(log_lines(logbook.replay()))

    with Logbook.restore(":memory:", written, vocabulary=own) as again:
        assert ToysLent("legestue", 3) == again.entries()[1].fact
    with pytest.raises(UnknownFactInLine):
        Logbook.restore(tmp_path / "copy.db", written)
    with pytest.raises(LogbookMissing):
        Logbook.open(tmp_path / "copy.db")


def older(line: bytes) -> bytes:
    """A line as it was written before seasons had a target group."""
    said = json.loads(line)
    fact = said["fact"] if said["tag"] == "series-planned" else said["fact"]["fact"]["fact"]
    del fact["group"]
    (said if said["tag"] == "series-planned" else said["fact"]["fact"])["version"] = 1
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_lines_of_an_earlier_version_are_read_as_they_are_meant() -> None:
    season = EARLIER["series-planned", 1].fact
    assert isinstance(season, SeriesPlanned)
    with new_logbook(LATER, plan=the_plan()) as logbook:
        logbook.record(season, on=AFTERWARDS)
        logbook.correct(2, season, reason="slip", on=noon(AFTERWARDS).date())
        plan, planned, corrected = log_lines(logbook.replay())
        assert isinstance(logbook.entries()[2].fact, Corrected)

        with Logbook.restore(":memory:", [plan, older(planned), older(corrected)]) as again:
            assert logbook.entries() == again.entries()


def test_a_log_that_ends_with_an_earlier_version_is_read_on_and_written_on(tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with new_logbook(LATER, path) as logbook:
        logbook.record(season())
        _, planned = log_lines(logbook.replay())
    connection = sqlite3.connect(path)
    with connection:
        statement = "UPDATE stored_events SET state = ? WHERE originator_version = 2"
        connection.execute(statement, (older(planned),))
    connection.close()

    with Logbook.open(path, actor=WORKER, clock=LATER) as logbook:
        assert 2 == len(logbook.entries())
        assert [3] == [entry.position for entry in logbook.record(family("f-1"))]
