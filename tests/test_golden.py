"""What is stored today is read for good: a file for every tag and version, never edited, only added."""

from pathlib import Path

import pytest

from golden_entries import EARLIER, ENTRIES
from golden_plan import PLAN, READINGS
from vaerebro_events import VOCABULARY, Codec, Entry, PeriodKind
from vaerebro_events.domain.commitments import Every
from vaerebro_events.domain.plan import IndicatorSource

FOLDER = Path(__file__).parent / "golden"
CODEC = Codec(VOCABULARY)
HOW_TO_ADD = (
    "there is no {name}: spell an entry of it in golden_entries.py, write Codec(VOCABULARY).encode(entry) "
    "into that file once, look at it, and never change it again; a changed shape gets a new version, a lift "
    "and a file of its own"
)
VERSIONS = [
    (tag, version) for tag, fact in VOCABULARY.facts.items() for version in range(1, fact.version + 1)
]
OLDER = [(tag, version) for tag, version in VERSIONS if version < VOCABULARY.fact(tag).version]


def stored(tag: str, version: int) -> bytes:
    """The bytes of the golden file of a tag and version."""
    path = FOLDER / f"{tag}.v{version}.json"
    assert path.is_file(), HOW_TO_ADD.format(name=f"tests/golden/{path.name}")
    return path.read_bytes()


def meant(tag: str, version: int) -> Entry:
    """What that file means today."""
    entries = {**EARLIER, **{(tag, VOCABULARY.fact(tag).version): entry for tag, entry in ENTRIES.items()}}
    assert (tag, version) in entries, HOW_TO_ADD.format(name=f"entry of {tag} in version {version}")
    return entries[tag, version]


@pytest.mark.parametrize(("tag", "version"), VERSIONS)
def test_what_was_stored_is_read_as_it_was_meant(tag: str, version: int) -> None:
    data = stored(tag, version)

    assert meant(tag, version) == CODEC.decode(data)


@pytest.mark.parametrize("tag", VOCABULARY.facts)
def test_it_is_written_again_as_the_same_bytes(tag: str) -> None:
    data = stored(tag, VOCABULARY.fact(tag).version)

    assert data == CODEC.encode(CODEC.decode(data))


@pytest.mark.parametrize(("tag", "version"), OLDER)
def test_an_older_file_is_written_again_in_the_newest_version_and_means_the_same(
    tag: str, version: int
) -> None:
    entry = CODEC.decode(stored(tag, version))

    again = CODEC.encode(entry)

    assert VOCABULARY.fact(tag).version == CODEC.plain_fact(CODEC.decode(again).fact)["version"]
    assert meant(tag, version) == CODEC.decode(again)


def test_every_golden_file_is_of_a_tag_and_a_version() -> None:
    assert {f"{tag}.v{version}.json" for tag, version in VERSIONS} == {path.name for path in FOLDER.iterdir()}


def test_the_golden_plan_has_a_rule_of_every_kind() -> None:
    assert set(VOCABULARY.rules) == {reading.rule.kind for reading in READINGS}


def test_the_golden_plan_has_every_kind_of_period_source_and_duty() -> None:
    assert set(Every) == {duty.every for duty in PLAN.duties}
    assert set(PeriodKind) == {reading.period for reading in READINGS}
    assert set(IndicatorSource) == {indicator.source for indicator in PLAN.indicators}
