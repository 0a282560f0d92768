"""The references in use by the plainest means: by the names of the fields, and by what begins and ends.

Nothing here asks a fact for its lifecycles or for the types of its fields.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from vaerebro_events import Entry

BY_FIELD = {
    **{name: name for name in ("family", "youth", "resident", "series", "job", "employer", "alias")},
    **{name: name for name in ("network", "organisation", "partner", "initiative", "body", "piece")},
    **{name: name for name in ("revision", "milestone", "barrier", "disagreement")},
    "volunteer": "resident",
}
# The kind, the name of the field, what it is that begins or ends.
_BEGINS = {
    "volunteer-recruited": "volunteer",
    "bydelsmor-began": "bydelsmor",
    "network-formed": "network",
    "block-organised": "organisation",
    "cooperation-begun": "cooperation",
    "body-established": "body",
    "lommepengejob-started": "lommepengejob",
    "fritidsjob-started": "fritidsjob",
    "milestone-set": "milestone",
    "barrier-reported": "barrier",
    "disagreement-raised": "disagreement",
    "series-planned": "season",
    "piece-sent-out": "piece",
    "plan-revised": "revision",
}
_ENDS = {
    "volunteer-stopped": "volunteer",
    "bydelsmor-stopped": "bydelsmor",
    "network-ended": "network",
    "organisation-ended": "organisation",
    "cooperation-ended": "cooperation",
    "body-dissolved": "body",
    "lommepengejob-completed": "lommepengejob",
    "lommepengejob-abandoned": "lommepengejob",
    "fritidsjob-ended": "fritidsjob",
    "milestone-reached": "milestone",
    "milestone-dropped": "milestone",
    "barrier-lifted": "barrier",
    "disagreement-settled": "disagreement",
    "series-completed": "season",
}
_ABOUT = {"cooperation": "partner", "lommepengejob": "job", "fritidsjob": "job", "season": "series"}
ROLES = {"volunteer-": "volunteer", "bydelsmor-": "bydelsmor"}


def _plainly_named(fact: Any) -> Iterator[tuple[str, str]]:
    """What a fact names; a follow-up's body is a code."""
    if fact.tag == "participant-registered":
        yield str(fact.kind), fact.who
    elif fact.tag != "follow-up-made":
        yield from ((kind, getattr(fact, name)) for name, kind in BY_FIELD.items() if _has(fact, name))
    for start, role in ROLES.items():
        if fact.tag.startswith(start):
            yield role, fact.volunteer if role == "volunteer" else fact.resident


def _has(fact: Any, name: str) -> bool:
    return getattr(fact, name, None) is not None


def plainly(held: Sequence[Entry]) -> set[tuple[str, str, date | None]]:
    """The references, and when they were registered."""
    registered = {
        (str(fact.kind), fact.who): entry.occurred_on
        for entry in held
        for fact in [_any(entry)]
        if fact.tag == "participant-registered"
    }
    named = {named for entry in held for named in _plainly_named(entry.fact)}
    return {(*each, registered.get(each)) for each in named}


def _any(entry: Entry) -> Any:
    return entry.fact


def days_of(held: Sequence[Entry]) -> dict[tuple[str, str], dict[str | None, list[date]]]:
    days: dict[tuple[str, str], dict[str | None, list[date]]] = defaultdict(lambda: defaultdict(list))
    last: dict[tuple[str, str], str | None] = {}
    for entry in held:
        for each in _plainly_named(entry.fact):
            if entry.fact.tag != "participant-registered":
                last[each] = getattr(entry.fact, "activity", last.get(each))
                days[each][last[each]].append(entry.occurred_on)
    return days


def over(held: Sequence[Entry], kind: str, name: str, activity: str | None) -> date | None:
    """The last day on which the last of it ended, where none of it runs in the activity."""
    runs: dict[str, date | None] = {}
    where: dict[str, str | None] = {}
    for entry in held:
        what = _BEGINS.get(entry.fact.tag) or _ENDS.get(entry.fact.tag)
        if what is None or (_ABOUT.get(what, what), name) not in set(_plainly_named(entry.fact)):
            continue
        if kind != _ABOUT.get(what, what):
            continue
        where[what] = getattr(entry.fact, "activity", where.get(what))
        if where[what] == activity:
            runs[what] = entry.occurred_on if entry.fact.tag in _ENDS else None
        elif what == "milestone":  # of one activity at a time
            runs.pop(what, None)
    ends = [day for day in runs.values() if day is not None]
    return max(ends) if ends and len(ends) == len(runs) else None
