"""The command line as a program: the demo, making a logbook, and how it behaves among other programs."""

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path
from runpy import run_module

import pytest
from click.testing import CliRunner, Result

from at_the_desk import MAIN, SUMMER, as_a_program, five_evenings, refused, vaerebro
from given import the_plan
from vaerebro_events import Logbook, difference
from vaerebro_events import cli as commands
from vaerebro_events.cli import asking, making

NEW_YEARS_EVE = date(2021, 12, 31)
END_OF_FEBRUARY = date(2022, 2, 28)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A sample logbook, and what `vaerebro demo` says when it makes it."""
    path = tmp_path_factory.mktemp("a desk") / "demo" / "logbog.db"
    return path, vaerebro("demo", path)


# The demo.


@pytest.fixture(scope="module")
def again(demo: tuple[Path, Result]) -> tuple[str, Result, str]:
    """The demo once more, in Danish, over the sample of the first; and its entries before and after."""
    path, _ = demo
    before = vaerebro("entries", path).stdout
    return before, vaerebro("demo", path, "--lang", "da"), vaerebro("entries", path).stdout


def test_the_demo_shows_the_overview_as_known_later_then_what_changed(demo: tuple[Path, Result]) -> None:
    _, said = demo

    overview, _, changes = said.stdout.partition("What differs")

    assert 0 == said.exit_code
    assert "Status for 2021-12-31, as known 2021-12-31 (up to entry " in overview
    assert "Overview: as known 2022-02-28\n" in overview
    assert re.search(r"Youths who complete a +2021 +met +\d+  ≥ 20 +######|█{6}\n", overview)
    assert re.search(r"each year, 2021: \d+ \(≥ 20\) not met → \d+ \(≥ 20\) met\n", changes)
    assert 80 >= max(map(len, said.stdout.partition("Try next:")[0].splitlines()))


def test_the_demo_has_every_criterion_in_its_overview(demo: tuple[Path, Result]) -> None:
    _, said = demo

    assert re.search(rf"^{len(the_plan().criteria)} criteria  ", said.stdout, re.MULTILINE)


def _positions(listed: str) -> set[int]:
    """The positions in the first column of the list of entries, spans such as `3-5` opened."""
    starts = re.findall(r"^[\d-]+(?:, [\d-]+)*", listed, re.MULTILINE)
    ends = [span.split("-") for start in starts for span in start.split(", ")]
    return {position for end in ends for position in range(int(end[0]), int(end[-1]) + 1)}


def test_the_demo_names_every_entry_that_made_the_difference(demo: tuple[Path, Result]) -> None:
    path, said = demo
    with Logbook.open(path) as logbook:
        known = (NEW_YEARS_EVE, END_OF_FEBRUARY)
        before, after = (logbook.replay(on=NEW_YEARS_EVE, known=when) for when in known)

    _, _, listed = said.stdout.partition("Which entries made the difference")

    assert {entry.position for entry in difference(before, after).entries} == _positions(listed)


def test_the_demo_ends_with_commands_that_work(demo: tuple[Path, Result]) -> None:
    _, said = demo

    tried = re.findall(r"^  [^ ]*vaerebro (.+)$", said.stdout.partition("Try next:\n")[2], re.MULTILINE)

    assert ["status", "due", "follow-up", "diff"] == [line.split()[0] for line in tried]
    assert [] == [line for line in tried if vaerebro(*shlex.split(line)).exit_code]


@pytest.mark.parametrize(
    ("program", "called"),
    [
        (".venv/bin/vaerebro", ".venv/bin/vaerebro"),
        ("/usr/bin/vaerebro", "vaerebro"),
        ("vaerebro", "vaerebro"),
    ],
)
def test_the_demo_calls_the_program_as_it_was_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, called: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [program])

    def a_small_sample(path: Path, *_: object) -> Logbook:
        return Logbook.open(five_evenings(path.parent))

    monkeypatch.setattr(making, "make_sample", a_small_sample)

    said = vaerebro("demo", "logbog.db")

    assert f"Try next:\n  {called} status logbog.db --on 2021-12-31 " in said.stdout
    assert said.stdout.endswith(f"\n  {called} diff logbog.db 2021\n")


def test_the_demo_speaks_danish(again: tuple[str, Result, str]) -> None:
    _, danish, _ = again

    assert "Oversigt ud fra det, der var registreret pr. 28. februar 2022\n" in danish.stdout
    assert re.search(r"hvert år, 2021: \d+ \(≥ 10\) ikke opfyldt → \d+ \(≥ 10\) opfyldt\n", danish.stdout)
    assert "\nPrøv nu:\n" in danish.stdout


def test_the_demo_replaces_an_earlier_sample(again: tuple[str, Result, str]) -> None:
    before, danish, after = again

    assert 0 == danish.exit_code
    assert before == after


def test_the_demo_never_removes_what_is_no_sample(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear board")
    before = path.read_bytes()

    for file in (path, letter, tmp_path):
        result = vaerebro("demo", file)
        why = "is no sample logbook, so it is not replaced: give another name."
        refused(f"{file} {why}", result)

    assert before == path.read_bytes()
    assert "Dear board" == letter.read_text()


def test_the_demo_says_so_where_no_folder_can_be_made(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear board")

    refused(f"{letter}: File exists.", vaerebro("demo", letter / "logbog.db"))


# Making a logbook.


def test_init_adopts_the_plan_as_entry_1(tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"

    said = vaerebro("init", path, "--role", "leader", "--user", "u-1")

    assert [
        f"Made {path}: entry 1 adopts vaerebro-2020-2023, with 57 criteria.",
        "Now say once who is recording: vaerebro me. Then record a meeting: vaerebro meeting --help.",
    ] == said.stdout.splitlines()
    with Logbook.open(path) as logbook:
        assert ["plan-adopted"] == [entry.fact.tag for entry in logbook.entries()]


def test_init_takes_a_plan_of_ones_own(tmp_path: Path) -> None:
    plan = Path(__file__).parent / "small_plan.toml"

    said = vaerebro("init", tmp_path / "a.db", "--plan", plan, "--role", "leader", "--user", "u-1")

    assert 0 == said.exit_code


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--plan", "nope"),
            "There is no plan «nope»: give a TOML file, or the one that comes with this, vaerebro-2020-2023.",
        ),
        (
            ("--user", "010203-1234"),
            "user cannot be '…': it looks like a CPR number, and the log holds none.",
        ),
        (
            ("--role", "a b"),
            "role cannot be 'a b': it must be 1 to 64 letters, digits or . - _ : without spaces.",
        ),
    ],
)
def test_init_makes_nothing_when_it_is_refused(tmp_path: Path, words: tuple[str, str], sentence: str) -> None:
    path = tmp_path / "logbog.db"

    refused(sentence, vaerebro("init", path, "--role", "leader", "--user", "u-1", *words))

    assert not path.exists()


def test_init_lists_all_that_is_wrong_in_a_plan_in_one_line(tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text('name = "x"\nfirst_day = 2020-01-01\n')

    said = vaerebro("init", tmp_path / "logbog.db", "--plan", plan, "--role", "leader", "--user", "u-1")

    assert said.stderr.startswith(f"Error: The plan {plan} cannot be used: ")
    assert 1 == said.stderr.count("\n")


def test_init_leaves_a_file_that_is_there(path: Path) -> None:
    result = vaerebro("init", path, "--role", "leader", "--user", "u-1")

    refused(f"There is a file at {path} already: open it, or give another name.", result)


def test_a_logbook_on_the_command_line_is_a_file() -> None:
    result = vaerebro("init", ":memory:", "--role", "leader", "--user", "u-1")

    refused("LOGBOOK cannot be ':memory:': the command line needs a file.", result)


# The program as a whole.


def test_the_program_says_its_status_without_colour_where_it_is_no_terminal(path: Path) -> None:
    said = as_a_program(MAIN, "status", path, *SUMMER)

    assert vaerebro("status", path, *SUMMER).stdout == said.stdout
    assert "\x1b" not in said.stdout
    assert ("", 0) == (said.stderr, said.returncode)


def test_the_program_tells_an_error_without_a_traceback(tmp_path: Path) -> None:
    said = as_a_program(MAIN, "status", tmp_path / "logbog.db")

    assert ("", 1) == (said.stdout, said.returncode)
    assert re.fullmatch(r"Error: There is no logbook at .+\n", said.stderr)


def test_the_program_leaves_usage_to_click(path: Path) -> None:
    said = as_a_program(MAIN, "entries", path, "--after", "noon")

    assert said.stderr.endswith("Error: Invalid value for '--after': 'noon' is not a valid integer.\n")
    assert 2 == said.returncode


def test_a_reader_who_has_seen_enough_is_no_error(demo: tuple[Path, Result]) -> None:
    path, _ = demo
    command = [sys.executable, "-c", MAIN, "entries", str(path), "--json"]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert b"" == program.stderr.read()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("words", [["entries", "LOGBOOK"], ["status", "LOGBOOK", "--json"], ["--help"]])
def test_a_full_disk_under_the_output_is_one_sentence(path: Path, words: list[str], buffered: str) -> None:
    typed = [str(path) if word == "LOGBOOK" else word for word in words]
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(
            [sys.executable, "-c", MAIN, *typed],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": buffered},
        )

    assert ("Error: The output: No space left on device.\n", 1) == (said.stderr, said.returncode)


def test_where_a_terminal_has_no_danish_letters_it_shows_question_marks(path: Path) -> None:
    said = as_a_program(
        f"import sys; sys.stdout.reconfigure(encoding='ascii'); {MAIN}", "status", path, *SUMMER, "--readings"
    )

    assert re.search(r"each season +2021-for\?r +not met +2 \(>=10\) +#\.\.\.\.\.", said.stdout)
    assert 0 == said.returncode


def test_python_runs_the_program_by_the_name_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["vaerebro", "--version"])

    with pytest.raises(SystemExit) as stopped:
        run_module("vaerebro_events", run_name="__main__")

    assert 0 == stopped.value.code


def test_main_is_the_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["vaerebro", "--version"])

    with pytest.raises(SystemExit):
        commands.main()

    assert re.fullmatch(r"vaerebro \d+\.\d+\.\d+\n", capsys.readouterr().out)


INSTALL = "The command line needs more than the core: install «vaerebro-events[cli]»."


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extras_it_says_what_to_install(path: Path, missing: str) -> None:
    said = as_a_program(f"import sys; sys.modules['{missing}'] = None; {MAIN}", "status", path)

    assert f"Error: {INSTALL}\n" == said.stderr
    assert 1 == said.returncode


@pytest.mark.parametrize("own", ["cli.listed", "reports.terminal.overview"])
def test_a_fault_of_its_own_is_not_taken_for_missing_extras(path: Path, own: str) -> None:
    said = as_a_program(f"import sys; sys.modules['vaerebro_events.{own}'] = None; {MAIN}", "status", path)

    assert "ModuleNotFoundError" in said.stderr


@pytest.mark.parametrize(("answer", "made"), [("n\n", False), ("y\n", True)])
def test_init_asks_whoever_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str, *, made: bool
) -> None:
    monkeypatch.setattr(asking, "somebody_is_there", lambda: True)
    path = tmp_path / "logbog.db"
    words = ["init", str(path), "--role", "leader", "--user", "u-1"]

    said = CliRunner().invoke(commands.vaerebro, words, input=answer)

    assert f"Make {path}, with the plan vaerebro-2020-2023 as entry 1?" in said.stderr
    assert made == path.exists()


def test_where_there_is_no_room_danish_says_why(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear board")

    said = vaerebro("demo", letter / "logbog.db", "--lang", "da")

    assert f"Fejl: Filen {letter} findes allerede.\n" == said.stderr
