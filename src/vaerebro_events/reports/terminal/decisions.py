"""How a page names a decision about the plan: the version that judges, the reading that the board chose."""

from vaerebro_events.domain.agreements import Version
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.governance import PlanAdopted
from vaerebro_events.projections.history import effective
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.terminal import words, written
from vaerebro_events.reports.terminal import words_of_governance as governance
from vaerebro_events.text import Language


def decision(replay: Replay, position: int) -> Entry:
    """The entry of a decision as amended. A decision is known or not, whatever the day asked about."""
    return effective(replay.log)[position]


def chosen_mark(replay: Replay, position: int, language: Language) -> str:
    """What says that the board chose a reading: by which entry, and when."""
    day = written.day(decision(replay, position).occurred_on, language)
    return governance.CHOSEN_BY_BOARD.in_(language).format(day=day, position=position)


def default_mark(replay: Replay, status: Status, language: Language) -> str:
    """What says that the reading of a status is the one shown first, where it is."""
    if status.chosen is not None:
        return chosen_mark(replay, status.chosen, language)
    return words.DEFAULT.in_(language) if status.default else ""


def version_of(replay: Replay, status: Status) -> Version | None:
    """The revision that judges a status; nothing where the plan as adopted does."""
    versions = replay.agreements.versions
    version = next(version for version in versions if version.position == status.version)
    adopted = isinstance(replay.log[version.position - 1].fact, PlanAdopted)
    return None if adopted else version


def version_line(version: Version, language: Language) -> str:
    """A revision by its entry, and from when it holds."""
    day = written.day(version.holds_from, language)
    return governance.VERSION.in_(language).format(position=version.position, day=day)
