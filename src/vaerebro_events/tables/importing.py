"""A file taken in: what it holds beside what the log says, and the recording of it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Corrected, Reason, Retracted
from vaerebro_events.domain.entry import Actor, Draft, Entry
from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import Refusal
from vaerebro_events.logbook import Logbook
from vaerebro_events.tables.blaming import Failed
from vaerebro_events.tables.columns import Watch, unwatched
from vaerebro_events.tables.line import Problem
from vaerebro_events.tables.log_lines import codec_of
from vaerebro_events.tables.matching import (
    Already,
    Change,
    Gone,
    Held,
    Match,
    New,
    Repeated,
    Since,
    amendment_id,
    matched,
    retraction_id,
)
from vaerebro_events.tables.reading_lines import Ready
from vaerebro_events.tables.sheets_of_facts import Ignored
from vaerebro_events.tables.taking_in import facts_of_file, not_understood
from vaerebro_events.tables.trying import Offered, tried


@frozen
class Asked:
    """What is asked of an import: the file, and the kind of all its rows where they do not say it.

    With `only_good` a row that is refused does not stop the others; with `amend`, what the log says
    otherwise is put right, for that reason: late information, or of an absence that it did not happen.
    """

    path: Path
    kind: type[Fact] | None = None
    only_good: bool = False
    amend: bool = False
    reason: Reason | None = None


@frozen
class Import:
    """What a file is to a log: what would be recorded, in order, and all that would not, and why.

    `refused` are the facts that could be read and have a problem; `unread` says that no sheet was
    understood; `entries` is what was recorded.
    """

    asked: Asked
    taken: Sequence[Offered]
    problems: Sequence[Problem]
    proposed: Sequence[Change | Gone]
    already: Sequence[Already]
    since: Sequence[Since]
    repeated: Sequence[Repeated]
    ignored: Sequence[Ignored]
    refused: Sequence[Ready]
    unread: bool = False
    entries: Sequence[Entry] = ()

    @property
    def new(self) -> Iterator[New]:
        """The new facts among what would be recorded."""
        return (each.match for each in self.taken if isinstance(each.match, New))

    @property
    def changes(self) -> Sequence[Change | Gone]:
        """What the log says otherwise: proposed, or among what would be recorded."""
        return [*self.proposed, *(each.match for each in self.taken if not isinstance(each.match, New))]

    @property
    def stops(self) -> bool:
        """Whether something is wrong, and the good rows alone are not asked for: nothing is recorded."""
        return bool(self.problems) and not self.asked.only_good


def looked_at(logbook: Logbook, asked: Asked, actor: Actor, watch: Watch = unwatched) -> Import:
    """What a file is to the log as it is now; nothing is recorded.

    Raises: `FileOfAnotherPlan`, or as the reading of the file.
    """
    replay = logbook.replay()
    codec, facts = codec_of(replay), facts_of_file(asked.path, replay, asked.kind)
    held = Held.of(replay.log, codec)
    matches: list[Match | Gone] = [*matched(facts.found, held, codec)]
    matches.extend(filter(None, map(held.gone, facts.absent)))
    offered = [each for each in (_offered(match, asked, codec) for match in matches) if each is not None]
    failed = [Failed.of(line, codec.vocabulary.facts[line.tag]) for line in facts.lost]
    trial = tried(logbook, actor, offered, failed, watch)
    problems = [*(each for each in matches if isinstance(each, Problem)), *trial.refused]
    places = {(each.sheet, each.row) for each in problems}
    return Import(
        asked,
        trial.taken,
        _in_place(problems, facts.sheets),
        [each for each in matches if isinstance(each, Change | Gone) and not asked.amend],
        [each for each in matches if isinstance(each, Already)],
        [each for each in matches if isinstance(each, Since)],
        [each for each in matches if isinstance(each, Repeated)],
        facts.ignored,
        [each for each in facts.found if isinstance(each, Ready) and (each.sheet, each.row) in places],
        not_understood(facts),
    )


def imported(logbook: Logbook, look: Import, actor: Actor) -> Import:
    """Records what was looked at, in one batch; where somebody recorded in between, looks once more.

    Where something is wrong nothing is recorded, unless the good rows alone are asked for.

    Raises: as `Logbook.record`.
    """
    try:
        return _recorded(logbook, look, actor)
    except Refusal:
        return _recorded(logbook, looked_at(logbook, look.asked, actor), actor)


def _recorded(logbook: Logbook, look: Import, actor: Actor) -> Import:
    if look.stops or not look.taken:
        return look
    # Another who imports the file at once records the same.
    recorded = logbook.record(*(each.draft for each in look.taken), actor=actor)
    added = {entry.position for entry in recorded.added}
    pairs = list(zip(look.taken, recorded, strict=True))
    there = [Already(each.match.ready, entry) for each, entry in pairs if entry.position not in added]
    return evolve(
        look,
        taken=[each for each, entry in pairs if entry.position in added],
        already=[*look.already, *there],
        entries=recorded.added,
    )


def _offered(match: Match | Gone, asked: Asked, codec: Codec) -> Offered | None:
    """What a row would record, if anything."""
    if isinstance(match, New):
        return Offered(match, match.id, match.ready.draft(match.id))
    if isinstance(match, Change) and asked.amend:
        ready, id_ = match.ready, amendment_id(match, codec)
        fact = Corrected(match.was.position, asked.reason or Reason.LATE_INFORMATION, ready.fact)
        return Offered(match, id_, Draft(fact, ready.on, id_, ready.evidence))
    if isinstance(match, Gone) and asked.amend:
        id_ = retraction_id(match)
        retracted = Retracted(match.was.position, asked.reason or Reason.DID_NOT_HAPPEN)
        return Offered(match, id_, Draft(retracted, None, id_))
    return None


def _in_place(problems: Iterable[Problem], sheets: Sequence[str]) -> Sequence[Problem]:
    """Problems as they stand in the file: by sheet, row and column."""
    places = {sheet: at for at, sheet in enumerate(sheets)}
    return sorted(
        problems,
        key=lambda each: (places[each.sheet], each.row or 0, len(each.column or ""), each.column or ""),
    )
