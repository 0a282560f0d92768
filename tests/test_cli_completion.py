"""The shell completes words: commands, logbooks, facts, codes, the plan's keys and the log's references."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from at_the_desk import five_evenings, vaerebro
from given import WORKER
from vaerebro_events import Logbook
from vaerebro_events import cli as commands


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return five_evenings(tmp_path)


def completed(*words: str) -> list[str]:
    """What the last word may become, after the others."""
    *before, begun = words
    shell = ShellComplete(commands.vaerebro, {}, "vaerebro", "_VAEREBRO_COMPLETE")
    return [item.value for item in shell.get_completions(before, begun)]


def test_commands() -> None:
    assert ["record", "retract", "restore"] == [name for name in completed("re") if name]


@pytest.mark.usefixtures("path")
def test_logbooks() -> None:
    Path("år").mkdir()
    Path("år", "2021.db").touch()
    Path("noter.txt").touch()

    assert ["logbog.db", str(Path("år", "2021.db"))] == completed("record", "")
    assert ["logbog.db"] == completed("status", "lo")
    assert ["n"] == completed("status", "n")  # the shell itself looks on


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("record", "logbog.db", "family-"), ["family-attended", "family-joined"]),
        (("record", "logbog.db", "corr"), []),
        (("record", "logbog.db", "family-attended", "--act"), ["--activity"]),
        (
            ("record", "logbog.db", "family-attended", "--activity", "fam"),
            ["familieakademi", "familienetvaerk"],
        ),
        (("record", "logbog.db", "family-attended", "--family", ""), ["f-1", "f-2"]),
        (("record", "logbog.db", "family-attended", "--series", ""), ["2021-forår"]),
        (("record", "logbog.db", "participant-registered", "--kind", "f"), ["family"]),
        (("record", "logbog.db", "participant-registered", "--who", ""), ["f-1", "f-2"]),
        (("record", "logbog.db", "neighbour-activity-held", "--block", "block-1"), ["block-1"]),
        (("record", "logbog.db", "heads-counted", "--heads", ""), []),
        (("meeting", "logbog.db", "familiea"), ["familieakademi"]),
        (("meeting", "logbog.db", "familieakademi", ""), ["2021-forår"]),
        (("meeting", "logbog.db", "legestue", ""), []),
        (
            ("meeting", "logbog.db", "familieakademi", "2021-forår", "6", "--families", "f-1,"),
            ["f-1,f-1", "f-1,f-2"],
        ),
        (("meeting", "logbog.db", "familieakademi", "2021-forår", "6", "--led-by", "st"), ["staff"]),
        (("correct", "logbog.db", "1"), ["19", "18", "17", "16", "15", "14", "13", "12", "11", "10"]),
        (("correct", "logbog.db", "19", "--fam"), ["--family"]),
        (("correct", "logbog.db", "19", "--family", "f"), ["f-1", "f-2"]),
        (("correct", "logbog.db", "19", "--as", "youth"), ["youth-attended"]),
        (("retract", "logbog.db", "19", "--reason", "d"), ["duplicate", "did-not-happen"]),
        (("known", "logbog.db", "f"), ["families"]),
        (("known", "logbog.db", "families", "--activity", "legestue"), ["legestue"]),
        (("known", "logbog.db", "families", "--series", ""), ["2021-forår"]),
        (("entries", "logbog.db", "--tag", "retr"), ["retracted"]),
        (("entries", "logbog.db", "--about", "famil"), ["family="]),
        (("entries", "logbog.db", "--about", "family="), ["family=f-1", "family=f-2"]),
        (("entries", "logbog.db", "--about", "meeting=5"), ["meeting=5"]),
        (("entries", "logbog.db", "--about", "seen="), []),
        (("status", "logbog.db", "--criterion", "familieakademi.re"), ["familieakademi.regulars"]),
        (("close", "logbog.db", ""), ["2020", "2021", "2022", "2023", "programme"]),
        (("diff", "logbog.db", ""), []),
        (("template", "ark.xlsx", "--only", "family-"), ["family-attended", "family-joined"]),
    ],
)
def test_what_a_word_may_become(words: tuple[str, ...], found: list[str]) -> None:
    assert found == completed(*words)


@pytest.mark.parametrize(
    "words",
    [
        ("record", "nowhere.db", "family-attended", "--family", ""),
        ("record", "noter.txt", "family-attended", "--activity", ""),
        ("record", ":memory:", "family-attended", "--activity", ""),
        ("correct", "nowhere.db", "1"),
        ("meeting", "--families", ""),
        ("status", "nowhere.db", "--criterion", ""),
        ("close", "nowhere.db", ""),
    ],
)
def test_whatever_goes_wrong_nothing_is_suggested(
    path: Path, words: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    path.with_name("noter.txt").write_text("no logbook", encoding="utf-8")

    assert [] == completed(*words)
    assert ("", "") == capfd.readouterr()


def test_periods_that_are_closed(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.close_period("2021")

    assert ["2021"] == completed("diff", path.name, "")


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    "words",
    [
        ("record", "logbog.db", "no-such-fact", "--family", ""),
        ("correct", "logbog.db", "999", "--family", ""),
        ("no-such-command", ""),
    ],
)
def test_what_is_not_known_is_not_complained_of(
    words: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    completed(*words)

    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell(shell: str) -> None:
    said = vaerebro("completion", shell)

    assert f"_VAEREBRO_COMPLETE={shell}_complete" in said.stdout
    assert 0 == said.exit_code


def test_a_shell_that_is_not_known() -> None:
    assert 2 == vaerebro("completion", "tcsh").exit_code


def test_help_says_how_to_have_it() -> None:
    said = vaerebro("completion", "--help", "--lang", "da").stdout

    assert "\n  bash:  vaerebro completion bash >> ~/.bashrc\n  zsh: " in said


@pytest.mark.usefixtures("path")
def test_a_bash_completes_a_word(tmp_path: Path) -> None:
    program = tmp_path / "vaerebro"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vaerebro_events "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(vaerebro completion bash)"; '
        "COMP_WORDS=(vaerebro record logbog.db family-att); COMP_CWORD=3; "
        '_vaerebro_completion vaerebro; echo "${COMPREPLY[@]}"'
    )
    found = subprocess.run(
        ["/bin/bash", "--norc", "-c", script],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
    )

    assert ("family-attended\n", "") == (found.stdout, found.stderr)
