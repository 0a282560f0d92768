"""How the values of a plan are said in words: the titles of its fields, and what stands in them.

A new field of a plan's value: one line in `TITLES`. Where a field means something else in one class than
in another, the line names both, as `Duty.months`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from attrs import Attribute, fields, has

from vaerebro_events.domain.plan import Plan, Rule, Words
from vaerebro_events.text import Language, Text, day_in, quoted

TITLES: Mapping[str, Text] = {
    "name": Text(da="navn", en="name"),
    "title": Text(da="titel", en="title"),
    "first_day": Text(da="første dag", en="first day"),
    "last_day": Text(da="sidste dag", en="last day"),
    "money": Text(da="beløb", en="money"),
    "lbf": Text(da="fra Landsbyggefonden (t.kr.)", en="from Landsbyggefonden (thousand DKK)"),
    "local": Text(da="lokal medfinansiering (t.kr.)", en="local share (thousand DKK)"),
    "area": Text(da="indsatsområde", en="area"),
    "activity": Text(da="aktivitet", en="activity"),
    "cfbu_type": Text(da="CFBU's aktivitetstype", en="CFBU's type of activity"),
    "stairwells": Text(da="opgange", en="stairwells"),
    "shares": Text(da="fordeling", en="shares"),
    "percent": Text(da="procent af fuld tid", en="per cent of full time"),
    "party": Text(da="part", en="party"),
    "hours_a_week": Text(da="timer om ugen", en="hours a week"),
    "every": Text(da="hvor tit", en="how often"),
    "fact": Text(da="posttype", en="kind of entry"),
    "where": Text(da="betingelse", en="where"),
    "source": Text(da="måles ved", en="measured by"),
    "Duty.source": Text(da="kilde", en="source"),
    "Duty.months": Text(da="frist i måneder efter perioden", en="months to do it in afterwards"),
    "Indicator.parties": Text(da="parter", en="parties"),
    "baseline": Text(da="basistal", en="baseline"),
    "of": Text(da="opgjort for", en="of"),
    "figure": Text(da="tal", en="figure"),
    "due": Text(da="skal være opgjort senest", en="due"),
    "benchmark": Text(da="sammenlignes med", en="compared with"),
    "Baseline.benchmark": Text(da="tal for dem, der sammenlignes med", en="figure of those compared with"),
    "level": Text(da="niveau", en="level"),
    "place": Text(da="sted i aftalen", en="place in the agreement"),
    "data_source": Text(da="data fra", en="data from"),
    "kept_by": Text(da="indsamling", en="kept by"),
    "default_reading": Text(da="standardopgørelse", en="default reading"),
    "same_as": Text(da="samme som", en="same as"),
    "open_questions": Text(da="åbne spørgsmål", en="open questions"),
    "period": Text(da="opgøres for", en="judged for"),
    "rule": Text(da="regel", en="rule"),
    "starts": Text(da="begynder med", en="starts with"),
    "months": Text(da="måneder", en="months"),
    "late_after_days": Text(
        da="antal dage, før en post er registreret sent", en="days after which an entry is late"
    ),
    "closed_days": Text(da="lukkedage", en="closed days"),
    "follow_up_days": Text(
        da="antal dage mellem bestyrelsens opfølgninger, højst", en="days between follow-ups, at most"
    ),
    "figures_within_days": Text(da="dage til at registrere tal", en="days to record figures"),
    "checks_within_days": Text(da="dage til at tjekke job og frivillige", en="days to make checks"),
    "meetings_within_days": Text(da="dage til at registrere møder", en="days to record meetings"),
    "upload_within_days": Text(da="dage til at uploade en revision", en="days to upload a revision"),
    "weeks_a_year": Text(da="uger om året", en="weeks a year"),
    # Tables.
    "areas": Text(da="indsatsområder", en="areas"),
    "activities": Text(da="aktiviteter", en="activities"),
    "groups": Text(da="målgrupper", en="target groups"),
    "places": Text(da="steder", en="places"),
    "blocks": Text(da="blokke", en="blocks"),
    "parties": Text(da="parter", en="parties"),
    "posts": Text(da="stillinger", en="posts"),
    "cofinancing": Text(da="medfinansiering i timer", en="co-financed hours"),
    "duties": Text(da="forpligtelser", en="duties"),
    "indicators": Text(da="indikatorer", en="indicators"),
    "criteria": Text(da="kriterier", en="criteria"),
    "readings": Text(da="opgørelser", en="readings"),
    "settings": Text(da="indstillinger", en="settings"),
}
VALUES: Mapping[str, Text] = {
    "PeriodKind.programme": Text(da="hele aftaleperioden", en="the whole programme"),
    "PeriodKind.year": Text(da="hvert kalenderår", en="each calendar year"),
    "PeriodKind.season": Text(da="hver sæson", en="each season"),
    "PeriodKind.deadline": Text(da="tiden indtil en frist", en="the time up to a deadline"),
    "PeriodKind.window": Text(da="månederne efter en hændelse", en="the months after an event"),
    "IndicatorSource.survey": Text(da="spørgeskema", en="survey"),
    "IndicatorSource.assessment": Text(da="vurdering", en="assessment"),
    "IndicatorSource.measurement": Text(da="måling", en="measurement"),
    "IndicatorSource.count": Text(da="optælling", en="count"),
    "Every.once": Text(da="én gang", en="once"),
    "Every.year": Text(da="hvert år", en="each year"),
    "Every.half-year": Text(da="hvert halve år", en="each half-year"),
}
NONE = Text(da="intet", en="nothing")
_ANSWERS = {True: Text(da="ja", en="yes"), False: Text(da="nej", en="no")}


def is_value(value: object) -> bool:
    """Whether something is a value with fields of its own."""
    return has(value.__class__)


def field_names(value: object) -> tuple[str, ...]:
    """The fields of a value, in order."""
    kind: Any = value.__class__
    own: Sequence[Attribute[Any]] = fields(kind)
    return tuple(each.name for each in own)


def title_of(value: object, name: str) -> Text:
    """What a field of a plan's value is called; one without a title by its name in the plan's file."""
    return TITLES.get(f"{value.__class__.__name__}.{name}") or TITLES.get(name) or Text(da=name, en=name)


def _title_in(plan: Plan, field: str, key: str) -> Text | None:
    """The title of the area or activity that a field names."""
    titles = {
        "area": {area.key: area.title for area in plan.areas},
        "activity": {activity.key: activity.title for activity in plan.activities},
    }
    return titles.get(field, {}).get(key)


def thousands(number: int, language: Language) -> str:
    """A whole number with its thousands apart.

    >>> from vaerebro_events.projections.plan_words import thousands
    >>> thousands(13633, "da"), thousands(13633, "en")
    ('13.633', '13,633')
    """
    return f"{number:,}".replace(",", "." if language == "da" else ",")


def _choice(value: Enum, words: Words) -> str:
    found = VALUES.get(f"{type(value).__name__}.{value.value}")
    return str(value.value) if found is None else words.of(found)


def _mapping(value: Mapping[str, Any], words: Words) -> str:
    return ", ".join(f"{name} = {said(each, words)}" for name, each in value.items())


def _several(value: tuple[Any, ...], words: Words) -> str:
    return ", ".join(said(each, words) for each in value)


# The first kind that a value is of says it; an enumeration is a text, too, and a bool a whole number.
_SAID: tuple[tuple[type, Callable[[Any, Words], str]], ...] = (
    (Text, lambda value, words: quoted(words.of(value), words.language)),
    (Rule, lambda value, words: value.sentence(words)),
    (Enum, _choice),
    (bool, lambda value, words: words.of(_ANSWERS[value])),
    (Decimal, lambda value, words: words.number(value)),
    (int, lambda value, words: thousands(value, words.language)),
    (date, lambda value, words: day_in(value, words.language)),
    (Mapping, _mapping),
    (tuple, _several),
)


def said(value: Any, words: Words, field: str = "") -> str:
    """A value of a plan in words; `field` is where it stands.

    >>> from vaerebro_events import VOCABULARY, Words, read_plan
    >>> from vaerebro_events.projections.plan_words import said
    >>> plan = read_plan()
    >>> said(plan.last_day, Words("da", plan, VOCABULARY.facts))
    '31.12.2023'
    """
    if _empty(value):
        return words.of(NONE)
    if isinstance(value, str) and (title := _title_in(words.plan, field, value)) is not None:
        return f"{words.of(title)} ({value})"
    for kind, say in _SAID:
        if isinstance(value, kind):
            return say(value, words)
    return "; ".join(listed(value, words, "key")) if is_value(value) else str(value)


def listed(value: object, words: Words, *without: str) -> Iterator[str]:
    """The fields of a value that say something, each with its title."""
    for name in field_names(value):
        found = getattr(value, name)
        if name not in without and not _empty(found):
            yield f"{words.of(title_of(value, name))}: {said(found, words, name)}"


def _empty(value: object) -> bool:
    return value is None or value in ("", (), {})
