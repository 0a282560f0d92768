"""What the plan's keys are called, so that a person may write a title where a fact has a key."""

from collections import defaultdict
from collections.abc import Iterator

from vaerebro_events.domain.commitments import Duty
from vaerebro_events.domain.plan import Plan
from vaerebro_events.forms.reading import Titles
from vaerebro_events.text import Language, Text


def titles_of(plan: Plan) -> Titles:
    """The keys of a plan by their titles in small letters, for each kind of key.

    A title that two keys share names neither: then the key itself must be written.

    >>> from vaerebro_events import read_plan
    >>> from vaerebro_events.forms.titles import titles_of
    >>> titles_of(read_plan())["BlockKey"]["blok 1"]
    'block-1'
    """
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, key, title in _titled(plan):
        for words in (title.da, title.en):
            found[kind][words.casefold()].add(key)
    return {
        kind: {title: min(keys) for title, keys in titles.items() if len(keys) == 1}
        for kind, titles in found.items()
    }


def keys_of(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The keys of a plan, for each kind of key, in the plan's order.

    >>> from vaerebro_events import read_plan
    >>> from vaerebro_events.forms.titles import keys_of
    >>> "familieakademi" in keys_of(read_plan())["ActivityKey"]
    True
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for kind, key, _ in _titled(plan):
        found[kind][key] = None
    for block in plan.blocks:
        found["StairwellKey"].update(dict.fromkeys(block.stairwells))
    return {kind: tuple(keys) for kind, keys in found.items()}


def written_keys(plan: Plan, language: Language) -> dict[str, dict[str, str]]:
    """What a person may write for each key of a plan: its title, or the key where its title names others too.

    >>> from vaerebro_events import read_plan
    >>> from vaerebro_events.forms.titles import written_keys
    >>> written_keys(read_plan(), "da")["BlockKey"]["block-1"]
    'Blok 1'
    """
    titles = titles_of(plan)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, key, title in _titled(plan):
        words = title.in_(language)
        alone = titles[kind].get(words.casefold()) == key
        found[kind].setdefault(key, words if alone else key)
    return dict(found)


def names_of(*plans: Plan) -> dict[str, dict[str, Text]]:
    """All keys of these versions of a plan with their titles, for each kind of key; the last title counts.

    >>> from vaerebro_events import read_plan
    >>> from vaerebro_events.forms.titles import names_of
    >>> names_of(read_plan())["BlockKey"]["block-1"].da
    'Blok 1'
    """
    found: dict[str, dict[str, Text]] = defaultdict(dict)
    for plan in plans:
        for kind, key, title in _titled(plan):
            found[kind][key] = title
        for each in (key for block in plan.blocks for key in block.stairwells):
            found["StairwellKey"][each] = Text(da=each, en=each)
    return dict(found)


def _titled(plan: Plan) -> Iterator[tuple[str, str, Text]]:
    """All that the plan names by a key and a title: the kind of key, the key, the title."""
    yield from (("ActivityKey", each.key, each.title) for each in plan.activities)
    yield from (("GroupKey", each.key, each.title) for own in plan.activities for each in own.groups)
    yield from (("IndicatorKey", each.key, each.title) for each in plan.indicators)
    yield from (("PlaceKey", each.key, each.title) for each in plan.places)
    yield from (("BlockKey", each.key, each.title) for each in plan.blocks)
    yield from (("CriterionKey", each.key, each.title) for each in plan.criteria)
    yield from (("ReadingKey", each.key, each.title) for own in plan.criteria for each in own.readings)
    yield from (("PartyKey", each.key, each.title) for each in plan.parties)
    yield from (("PartyKey", each.key, each.title) for own in plan.indicators for each in own.parties)
    yield from (("ReportKey", str(each.where["report"]), each.title) for each in plan.duties if _report(each))


def _report(duty: Duty) -> bool:
    return "report" in duty.where
