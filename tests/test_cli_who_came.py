"""Who is named in the lists of a meeting: by reference or alias, known or new, or as a number of new ones."""

from pathlib import Path

import pytest

from at_the_desk import five_evenings, refused, vaerebro
from given import AKADEMI, SPRING
from vaerebro_events import AliasAttended, Fact, Logbook
from vaerebro_events.cli.newcomers import Named

ME = ("--role", "family-worker", "--user", "u-3")
SO_MANY = "a plus and a number are so many newcomers, from 1 to 99"
BLANKS = "a reference has no spaces; write commas between several"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


def recorded(path: Path) -> list[Fact]:
    with Logbook.open(path) as logbook:
        return [entry.fact for entry in logbook.entries(20)]


def test_lists_are_read_with_commas_and_semicolons() -> None:
    assert Named(("f-1", "f-2"), ("f-3",), 3) == Named.of([" f-1, f-2 ;+f-3,+1", "+02,f-3,f-1,"])


def test_a_visitor_by_alias_may_be_called_new(path: Path) -> None:
    said = vaerebro("meeting", path, AKADEMI, SPRING, "6", "--on", "2021-02-11",
                    "--aliases", "ræv,+ugle,+ræv", *ME)  # fmt: skip

    assert "Meeting 6 of FamilieAkademi, 2021-forår, 2021-02-11: 2 visitors by alias." in said.stdout
    assert [AliasAttended(AKADEMI, SPRING, 6, alias) for alias in ("ugle", "ræv")] == [
        fact for fact in recorded(path) if isinstance(fact, AliasAttended)
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--aliases", "ræv,+2"], "'+2': a visitor by alias has a name that you choose"),
        (["--aliases", "mor til ræv,ugle"], f"'mor til ræv': {BLANKS}"),
        (["--families", "f-1 f-2"], f"'f-1 f-2': {BLANKS}"),
        (["--families", "+f 1"], f"'+f 1': {BLANKS}"),
        (["--families", "010190 1234"], f"'…': {BLANKS}"),
        (["--families", "+1000"], f"'+1000': {SO_MANY}"),
        (["--families", "+100"], f"'+100': {SO_MANY}"),
        (["--families", "+0"], f"'+0': {SO_MANY}"),
        (["--families", f"+{'9' * 5000}"], f"'+{'9' * 5000}': {SO_MANY}"),
    ],
    ids=str,
)
def test_who_cannot_be_meant_is_refused(path: Path, words: list[str], sentence: str) -> None:
    said = vaerebro("meeting", path, AKADEMI, SPRING, "6", "--on", "2021-02-11", *words, *ME)

    refused(f"Who came cannot be {sentence}.", said)
    assert [] == recorded(path)


def test_it_is_said_in_danish(path: Path) -> None:
    said = vaerebro("meeting", path, AKADEMI, SPRING, "6", "--aliases", "mor til ræv", *ME, "--lang", "da")

    assert said.stderr.startswith("Fejl: Hvem der kom kan ikke være »mor til ræv«: der er ingen mellemrum")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("", SPRING, "6"), "Activity"),
        ((AKADEMI, " ", "6"), "Season"),
        ((AKADEMI, SPRING, ""), "Meeting no."),
    ],
)
def test_which_meeting_it_is_must_be_said(path: Path, words: tuple[str, ...], name: str) -> None:
    refused(f"{name} cannot be '': it must be given.", vaerebro("meeting", path, *words, *ME))
