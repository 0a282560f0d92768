"""What is stored today is read for good: a file for every tag and version, never edited, only added."""

from pathlib import Path

import pytest

from golden_entries import ENTRIES, RULES
from vaerebro_events import VOCABULARY, Codec

FOLDER = Path(__file__).parent / "golden"
CODEC = Codec(VOCABULARY)
HOW_TO_ADD = (
    "there is no {name}: spell an entry of it in golden_entries.py, write Codec(VOCABULARY).encode(entry) "
    "into that file once, look at it, and never change it again; a changed shape gets a new version, a lift "
    "and a file of its own"
)


def stored(tag: str) -> bytes:
    """The bytes of the newest golden file of a tag."""
    path = FOLDER / f"{tag}.v{VOCABULARY.fact(tag).version}.json"
    assert path.is_file(), HOW_TO_ADD.format(name=f"tests/golden/{path.name}")
    return path.read_bytes()


@pytest.mark.parametrize("tag", sorted(VOCABULARY.facts))
def test_what_was_stored_is_read_as_it_was_meant(tag: str) -> None:
    data = stored(tag)

    assert tag in ENTRIES, HOW_TO_ADD.format(name=tag)
    assert ENTRIES[tag] == CODEC.decode(data)


@pytest.mark.parametrize("tag", sorted(VOCABULARY.facts))
def test_it_is_written_again_as_the_same_bytes(tag: str) -> None:
    data = stored(tag)

    assert data == CODEC.encode(CODEC.decode(data))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_every_golden_file_of_every_version_is_read(path: Path) -> None:
    entry = CODEC.decode(path.read_bytes())

    assert path.name.split(".", maxsplit=1)[0] == entry.fact.tag


def test_the_golden_plan_has_a_rule_of_every_kind() -> None:
    assert set(VOCABULARY.rules) == {rule.kind for rule in RULES}
