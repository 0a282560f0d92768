"""What people see: every command at a terminal of 80 columns, in both languages, as it was kept."""

from pathlib import Path

import pytest

from kept_screens import KEPT, LANGUAGES, SCREENS, kept, make_sample, screen
from vaerebro_events.cli.listed import COMMANDS


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder)
    return folder


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_as_it_was_kept(name: str, lang: str, sample: Path) -> None:
    shown = screen(name, lang, sample)

    assert kept(name, lang).read_text(encoding="utf-8") == shown, "look at it, then «make screens»"


def test_no_screen_is_kept_that_nobody_makes() -> None:
    made = {kept(name, lang) for lang in LANGUAGES for name in SCREENS}

    assert made == set(KEPT.rglob("*.txt"))


def test_what_asks_the_logbook_has_its_screen() -> None:
    shown = {typed.words[0] for typed in SCREENS.values()}

    assert {"status", "entries", "known", "due", "follow-up", "diff", "plan", "agreement", "check"} <= shown
    assert shown - {"--help", "stauts"} <= set(COMMANDS)
