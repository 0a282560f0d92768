"""The references in use as plain data, for JSON; its schema is `docs/schemas/known.schema.json`."""

from collections.abc import Sequence

from vaerebro_events.projections.references import Known
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.plain import Data, plain_asked, plain_value


def plain_references(replay: Replay, known: str | None, found: Sequence[Known]) -> Data:
    """References, each with the days it was registered, first and last seen on, and where it was seen."""
    return {**plain_asked(replay, known), "references": [_plain(each) for each in found]}


def _plain(known: Known) -> Data:
    registered, first, last, ended = (
        plain_value(day) for day in (known.registered_on, known.first, known.last, known.ended_on)
    )
    return {
        "kind": known.kind,
        "reference": known.reference,
        "registered_on": registered,
        "first": first,
        "last": last,
        "ended_on": ended,
        "seen": plain_value(known.seen),
    }
