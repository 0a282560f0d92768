"""What two ways of recording must agree on: the figures, whatever the positions that show them."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve, frozen

from stories import replayed
from vaerebro_events import Entry, Fact, Judgement, Part, Replay, State
from vaerebro_events.domain.amendments import Amendment
from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.projections.judgement import Aim, Figure

Key = tuple[str, str, str]


@frozen
class Said:
    """What a rule found, without its evidence; of a combination, also what each of its rules found."""

    value: Figure | None
    target: Figure | None
    parts: frozenset[Part]
    lacks: State | None
    aim: Aim
    baseline: Figure | None
    benchmark: Figure | None
    members: tuple["Said", ...]


@frozen
class Figures:
    """One status without its evidence."""

    state: State
    said: Said
    disagree: bool


def said(judgement: Judgement) -> Said:
    return Said(
        judgement.value,
        judgement.target,
        frozenset(judgement.parts),
        judgement.lacks,
        judgement.aim,
        judgement.baseline,
        judgement.benchmark,
        tuple(said(member) for member in judgement.members),
    )


def figures(replay: Replay) -> dict[Key, Figures]:
    return {
        status.key: Figures(status.state, said(status.judgement), status.disagree)
        for status in replay.statuses
    }


def figures_of(entries: Sequence[Entry], on: date) -> dict[Key, Figures]:
    return figures(replayed(entries, on))


def renumbered(entries: Sequence[Entry]) -> list[Entry]:
    """The entries as the only ones of a log: positions from 1, amendments following what they amend."""
    places = {entry.position: place for place, entry in enumerate(entries, 1)}

    def moved(fact: Fact) -> Fact:
        return evolve(fact, amends=places[fact.amends]) if isinstance(fact, Amendment) else fact

    return [
        evolve(entry, position=place, batch_end=place, fact=moved(entry.fact))
        for place, entry in enumerate(entries, 1)
    ]


# What came after a closing, and what was known when something was seen: a retracted entry came, too.
OF_THE_LOG = {FindingKind.AFTER_CLOSING, FindingKind.SEEN_BEFORE_RECORDED}
# The figures of a finding that are places in the log.
PLACES = {"other", "version"}


def oddities(replay: Replay) -> list[tuple[str, list[tuple[str, str]]]]:
    """What looks odd in what is said, whatever the positions; not how the log came to say it."""
    odd = (finding for finding in replay.findings if finding.kind not in OF_THE_LOG)
    return sorted(
        (finding.kind.value, [(name, str(fact)) for name, fact in finding.facts if name not in PLACES])
        for finding in odd
    )
