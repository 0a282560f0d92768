"""Danish and English on the command line: help, click's own words, pages, and what decides between them."""

import gettext
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from at_the_desk import five_evenings, vaerebro
from vaerebro_events import VOCABULARY
from vaerebro_events.cli import speaking
from vaerebro_events.cli.listed import COMMANDS
from vaerebro_events.forms.words import CHOICES, fact_name
from vaerebro_events.sample import make_sample

CATALOGUE = speaking.CATALOGUES / "da" / "LC_MESSAGES" / speaking.CLICK
ENGLISH_OF_CLICK = (
    *("Usage", "Options", "OPTIONS", "Commands", "COMMAND", "ARGS", "Show this message", "and exit"),
    *("default:", "required", "TEXT", "INTEGER", "PATH", "Try '", "Error", "Missing", "Invalid", "No such"),
)
NEW_YEARS_EVE = ("--on", "2021-12-31")


# Help.


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_room_on_a_narrow_terminal(command: str, lang: str) -> None:
    said = vaerebro(*command.split(), "--help", "--lang", lang)

    assert 0 == said.exit_code
    assert [] == [line for line in said.stdout.splitlines() if len(line) > 80]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_danish_help_has_none_of_the_english_words_of_click(command: str) -> None:
    said = vaerebro(*command.split(), "--help", "--lang", "da").stdout

    assert said.startswith("Brug: vaerebro ")
    assert "Vis denne hjælp, og stop." in said
    assert [] == [word for word in ENGLISH_OF_CLICK if word in said]


def test_help_is_in_the_language_asked_for_each_time() -> None:
    danish, english = (vaerebro("status", "--help", "--lang", lang).stdout for lang in ("da", "en"))

    assert danish.startswith(
        "Brug: vaerebro status [VALG] LOGBOG\n\n  Vis, hvordan det går med hvert kriterium.\n"
    )
    assert english.startswith(
        "Usage: vaerebro status [OPTIONS] LOGBOOK\n\n  Show where the criteria stand.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("status", "Argumentet LOGBOG mangler."),
        ("skak", "Kommandoen »skak« findes ikke."),
        ("statu", "Kommandoen »statu« findes ikke. Mente du »status«?"),
        ("status x --critrion y", "Valgmuligheden »--critrion« findes ikke. Mente du »--criterion«?"),
        ("status x --on", "Valgmuligheden »--on« skal have en værdi."),
        ("status x y z", "Der er argumenter for meget (y z)"),
        ("entries x --after y", "Ugyldig værdi for »--after«: »y« er ikke et tal, der kan bruges her."),
        ("status x --json=1", "Valgmuligheden »--json« skal ikke have en værdi."),
        ("", None),
    ],
)
def test_what_click_refuses_is_said_in_danish(words: str, sentence: str | None) -> None:
    said = vaerebro("--lang", "da", *words.split()).stderr

    assert sentence is None or f"Fejl: {sentence}\n" in said
    assert [] == [word for word in ENGLISH_OF_CLICK if word in said]


def test_an_unknown_language_is_one_sentence(tmp_path: Path) -> None:
    said = vaerebro("status", tmp_path / "logbog.db", "--lang", "sv")

    assert 2 == said.exit_code
    assert said.stderr.endswith("\nError: Invalid value for '--lang': 'sv' is not one of 'da', 'en'.\n")


def test_gettext_is_left_as_it_was() -> None:
    before = gettext.textdomain(), os.environ.get("LANGUAGE")

    vaerebro("--help", "--lang", "da")

    assert before == (gettext.textdomain(), os.environ.get("LANGUAGE"))


@pytest.mark.parametrize("wanted", ["sv:da", None])
def test_the_language_of_others_is_given_back(monkeypatch: pytest.MonkeyPatch, wanted: str | None) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    if wanted is not None:
        monkeypatch.setenv("LANGUAGE", wanted)
    speaking.speak("da")

    with speaking.click_speaks():
        assert "Fejl: {message}" == gettext.gettext("Error: {message}")

    assert wanted == os.environ.get("LANGUAGE")


# What decides which language is spoken.


def as_spoken(*words: str, **environment: str) -> str:
    """What a process of its own says, where only these variables say the language."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    environ = {**own, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **environment}
    command = [sys.executable, "-m", "vaerebro_events", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environ, check=True).stdout


@pytest.mark.parametrize(
    ("environment", "words", "begins"),
    [
        ({"LANG": "da_DK.UTF-8"}, "--help", "Brug: vaerebro [VALG] KOMMANDO [ORD]...\n"),
        ({"LANG": "sv_SE.UTF-8"}, "--help", "Usage: vaerebro [OPTIONS] COMMAND [ARGS]...\n"),
        ({"LANG": "da_DK.UTF-8"}, "--lang en --help", "Usage: "),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "--help", "Usage: "),
        ({}, "--lang=da --help", "Brug: "),
    ],
)
def test_the_language_asked_for_beats_that_of_the_environment(
    environment: dict[str, str], words: str, begins: str
) -> None:
    assert as_spoken(*words.split(), **environment).startswith(begins)


def test_a_page_is_in_the_language_of_the_environment(tmp_path: Path) -> None:
    said = as_spoken("entries", str(five_evenings(tmp_path)), "--entry", "3", LANG="da_DK.UTF-8")

    assert "     3   5.2.2021 13.00    4.1.2021    Deltager registreret: familie, f-1" in said


def test_nothing_in_the_environment_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    assert vaerebro("--help").stdout.startswith("Usage: ")


# The catalogue of what click says.


def catalogue() -> Catalog:
    with CATALOGUE.with_suffix(".po").open("rb") as file:
        return read_po(file)


def test_what_is_compiled_is_what_stands_in_the_catalogue() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    for message in catalogue():
        if isinstance(message.id, str):
            assert message.id == "" or message.string == compiled.gettext(message.id)
        else:
            one, many = message.id
            assert message.string == (compiled.ngettext(one, many, 1), compiled.ngettext(one, many, 2))


def test_all_that_click_says_is_in_the_catalogue() -> None:
    sources = str(Path(click.__file__).parent)
    said = extract_from_dir(sources, [("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)})
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue()}

    wanted = {found if isinstance(found, str) else found[0] for _, _, found, _, _ in said}
    assert set() == wanted - known


def test_every_sentence_of_the_catalogue_tells_what_click_gives_it() -> None:
    for message in catalogue():
        given = set(re.findall(r"{\w+", str(message.id)))
        assert set(re.findall(r"{\w+", str(message.string))) <= given, message.id
        assert message.id == "" or all(
            message.string if isinstance(message.string, tuple) else [message.string]
        )


# Pages.


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "logbog.db"
    make_sample(path).close()
    return path


PAGES = [
    ("entries",),
    ("status",),
    ("status", "--readings"),
    ("status", *NEW_YEARS_EVE, "--criterion", "moedre-faedre.women"),
    ("status", *NEW_YEARS_EVE, "--criterion", "lommepengejob.fritidsjob-held"),
    ("due", *NEW_YEARS_EVE, "--all"),
    ("follow-up",),
    ("follow-up", "--year", "2021", "--all"),
    ("diff", "2021"),
    ("plan",),
    ("agreement",),
    ("agreement", "--between", "1", "4324"),
    ("check", "--all"),
]


def words_in(page: str) -> set[str]:
    """The words of a page; what is written with hyphens, dots or strokes, such as a role or a key, is one."""
    return set(re.findall(r"[\w./-]*\w", page))


def codes_that_danish_says_otherwise() -> Iterator[str]:
    for codes in CHOICES.values():
        yield from (
            code for code, said in codes.items() if code not in (said.da, said.en) or said.da != said.en
        )


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_danish_pages_have_no_tags_and_no_english_codes(sample: Path, words: tuple[str, ...]) -> None:
    command, *others = words
    said = vaerebro(command, sample, *others, "--lang", "da", columns=300)
    assert 0 == said.exit_code

    found = words_in(said.stdout)
    tags = {tag for tag, kind in VOCABULARY.facts.items() if tag != fact_name(kind).da.casefold()}
    assert set() == found & tags
    assert set() == found & set(codes_that_danish_says_otherwise())


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_english_pages_say_facts_by_their_titles(sample: Path, words: tuple[str, ...]) -> None:
    command, *others = words
    said = vaerebro(command, sample, *others, columns=300)

    assert set() == words_in(said.stdout) & set(VOCABULARY.facts)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_pages_have_room_on_a_narrow_terminal(sample: Path, words: tuple[str, ...], lang: str) -> None:
    command, *others = words
    said = vaerebro(command, sample, *others, "--lang", lang)

    assert [] == [line for line in said.stdout.splitlines() if len(line) > 80]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("--lang en status --lang da", "da"),
        ("status --lang da --lang=en", "en"),
        ("--lang da status --lang xx", "da"),
        ("status --lang", None),
    ],
)
def test_the_language_that_is_asked_for_last_is_spoken(words: str, language: str | None) -> None:
    assert language == speaking.asked_in(words.split())
