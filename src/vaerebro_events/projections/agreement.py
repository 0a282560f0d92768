"""The agreement for two dates: its versions with what is new in each, and the readings the board chose."""

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from vaerebro_events.domain.agreements import Agreements, Version
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.governance import AgreementKind, PlanRevised, RevisionUploaded
from vaerebro_events.projections.history import effective, in_order
from vaerebro_events.projections.in_force import held_before
from vaerebro_events.projections.plan_changes import ChangeKind, PlanChange, plan_changes
from vaerebro_events.projections.replay import Replay

__all__ = ["ChangeKind", "Chosen", "PlanChange", "Revision", "choices", "plan_changes", "revisions"]


@frozen
class Revision:
    """A version of the plan as it is known: the adoption, or a revision of a kind.

    The board approved a revision on the day its entry is about; `uploaded_on` is the first day on which
    it was uploaded, by the day asked about. `changes` are those against the version that held the day
    before it does; where it holds from the beginning, against the plan as adopted.
    """

    position: int
    revision: str | None
    kind: AgreementKind | None
    approved_on: date | None
    holds_from: date
    uploaded_on: date | None
    lbf_involved_on: date | None
    lbf_approved_on: date | None
    in_force: bool
    changes: tuple[PlanChange, ...]


@frozen
class Chosen:
    """The reading of a criterion that the board has chosen, and when."""

    criterion: str
    reading: str
    decided_on: date
    position: int


def revisions(replay: Replay) -> tuple[Revision, ...]:
    """The versions of the plan as known, whatever the day: the adoption, and then from when they hold.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.projections.agreement import revisions
    >>> with Logbook.create(":memory:", actor=Actor("leader", "u-1")) as logbook:
    ...     [adopted] = revisions(logbook.replay(on=date(2021, 12, 31)))
    >>> adopted.position, adopted.holds_from.isoformat(), adopted.in_force, adopted.changes
    (1, '2020-01-01', True, ())
    """
    agreements, entries = replay.agreements, effective(replay.log)
    uploads = _uploads(replay)
    holds = agreements.on(replay.on)
    return tuple(
        _revision(version, entries[version.position], agreements, replay, uploads, in_force=version is holds)
        for version in agreements.versions
    )


def _uploads(replay: Replay) -> Mapping[str, date]:
    """The first day on which each revision was uploaded, as known: as the revision, whatever the day."""
    days: dict[str, date] = {}
    for entry in sorted(effective(replay.log).values(), key=in_order):
        if isinstance(entry.fact, RevisionUploaded):
            days.setdefault(entry.fact.revision, entry.occurred_on)
    return days


def _revision(
    version: Version,
    entry: Entry,
    agreements: Agreements,
    replay: Replay,
    uploads: Mapping[str, date],
    *,
    in_force: bool,
) -> Revision:
    fact = entry.fact
    if not isinstance(fact, PlanRevised):
        first = version.holds_from
        return Revision(version.position, None, None, None, first, None, None, None, in_force, ())
    return Revision(
        version.position,
        fact.revision,
        fact.kind,
        entry.occurred_on,
        version.holds_from,
        uploads.get(fact.revision),
        fact.lbf_involved_on,
        fact.lbf_approved_on,
        in_force,
        plan_changes(held_before(agreements, version).plan, version.plan, replay.facts),
    )


def choices(replay: Replay) -> tuple[Chosen, ...]:
    """The readings chosen, as known, whatever the day: the board's newest choice for each criterion.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook, ReadingChosen
    >>> from vaerebro_events.projections.agreement import choices
    >>> with Logbook.create(":memory:", actor=Actor("leader", "u-1")) as logbook:
    ...     criterion = next(each for each in logbook.plan.criteria if len(each.readings) > 1)
    ...     choice = ReadingChosen(criterion.key, criterion.readings[1].key)
    ...     entries = logbook.record(choice, on=date(2021, 3, 4))
    ...     [chosen] = choices(logbook.replay())
    >>> chosen.decided_on.isoformat(), chosen.position
    ('2021-03-04', 2)
    """
    entries = effective(replay.log)
    chosen = replay.agreements.choices
    return tuple(
        Chosen(criterion, choice.reading, entries[choice.position].occurred_on, choice.position)
        for criterion, choice in chosen.items()
    )
