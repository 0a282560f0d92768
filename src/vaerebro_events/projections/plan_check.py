"""What does not add up in the plan itself. A new kind of remark: one function here, one line in `CHECKS`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol

from attrs import frozen

from vaerebro_events.domain.agreements import Agreements
from vaerebro_events.domain.plan import Criterion, Plan, Rule
from vaerebro_events.projections.plan_words import thousands
from vaerebro_events.projections.replay import Replay
from vaerebro_events.text import Language, Text, day_in

FULL_TIME = 100  # per cent


class RemarkKind(StrEnum):
    """What is unclear in the plan, or does not add up."""

    MONEY = "money"
    POST = "post"
    BASELINE = "baseline"
    COFINANCING = "cofinancing"
    OPEN_QUESTION = "open-question"
    READING_NOT_CHOSEN = "reading-not-chosen"
    READING_GONE = "reading-gone"
    RESTATED = "restated"


@frozen
class Remark:
    """Something that does not add up: its kind, the key of what it is about, and a sentence."""

    kind: RemarkKind
    subject: str
    says: Text


Value = int | date | Text
Check = Callable[[Plan, Agreements], Iterator[Remark]]

_MONEY_OUTSIDE = Text(
    da="{money}: {difference} af {whole} t.kr. ligger uden for indsatsområderne.",
    en="{money}: {difference} of {whole} thousand DKK lie outside the areas.",
)
_MONEY_OVER = Text(
    da="{money}: Indsatsområderne har {areas} t.kr., {difference} t.kr. mere, end der er i alt.",
    en="{money}: the areas have {areas} thousand DKK, {difference} more than there are in all.",
)
_LBF = Text(da="Fra Landsbyggefonden", en="From Landsbyggefonden")
_LOCAL = Text(da="Lokal medfinansiering", en="Local share")
_POST_OVER = Text(
    da="Delaftalerne fordeler {percent} % på »{title}«: {difference} procentpoint over fuld tid.",
    en="The shares of «{title}» add up to {percent} %: {difference} percentage points over full time.",
)
_POST_UNDER = Text(
    da="Delaftalerne fordeler kun {percent} % af fuld tid på »{title}«. Er det meningen?",
    en="The shares of «{title}» add up to only {percent} % of full time. Is that intended?",
)
_BASELINE_LATER = Text(
    da="»{title}«: Basistallet gøres først op {due}; indsatsen begyndte {first}.",
    en="«{title}»: the baseline is not due until {due}; the programme began on {first}.",
)
_NO_BASELINE = Text(
    da="»{title}«: Aftalen giver hverken et basistal eller en dag, det skal være opgjort.",
    en="«{title}»: the agreement gives neither a baseline nor a day by which there is one.",
)
_NO_HOURS = Text(
    da="»{title}«, {party}, {activity}: Aftalen siger ikke, hvor mange timer parten lægger.",
    en="«{title}», {party}, {activity}: the agreement does not say how many hours the party gives.",
)
_NOT_CHOSEN = Text(
    da="»{title}« kan opgøres på {count} måder, og bestyrelsen har ikke valgt mellem dem.",
    en="«{title}» can be read in {count} ways, and the board has not chosen between them.",
)
_READING_GONE = Text(
    da="»{title}«: Bestyrelsen har valgt opgørelsen »{reading}«, men den aftale, der gælder, har den ikke.",
    en="«{title}»: the board has chosen the reading «{reading}», but the agreement in force does not have "
    "it.",
)
_RESTATED = Text(
    da="»{title}« gentager »{other}«, men opgøres efter en anden regel.",
    en="«{title}» restates «{other}», but is judged by another rule.",
)


# Small numbers stand in words.
_IN_WORDS: Mapping[int, Text] = {
    2: Text(da="to", en="two"),
    3: Text(da="tre", en="three"),
    4: Text(da="fire", en="four"),
    5: Text(da="fem", en="five"),
    6: Text(da="seks", en="six"),
    7: Text(da="syv", en="seven"),
    8: Text(da="otte", en="eight"),
    9: Text(da="ni", en="nine"),
    10: Text(da="ti", en="ten"),
}


def _said(value: Value, language: Language) -> str:
    if isinstance(value, Text):
        return value.in_(language)
    if isinstance(value, int):
        return thousands(value, language)
    return day_in(value, language)


def _remark(kind: RemarkKind, subject: str, says: Text, **facts: Value) -> Remark:
    danish = {name: _said(fact, "da") for name, fact in facts.items()}
    english = {name: _said(fact, "en") for name, fact in facts.items()}
    return Remark(kind, subject, Text(da=says.da.format(**danish), en=says.en.format(**english)))


def _money(plan: Plan, _: Agreements) -> Iterator[Remark]:
    if plan.money is None:
        return
    areas = [area.money for area in plan.areas if area.money is not None]
    sums = {
        "lbf": (_LBF, sum(money.lbf for money in areas), plan.money.lbf),
        "local": (_LOCAL, sum(money.local for money in areas), plan.money.local),
    }
    for subject, (money, together, whole) in sums.items():
        if together != whole:
            says = _MONEY_OUTSIDE if together < whole else _MONEY_OVER
            facts: dict[str, Value] = {"money": money, "areas": together, "whole": whole}
            yield _remark(RemarkKind.MONEY, subject, says, **facts, difference=abs(whole - together))


def _posts(plan: Plan, _: Agreements) -> Iterator[Remark]:
    for post in plan.posts:
        over = post.percent - FULL_TIME
        if over:
            says, facts = (_POST_OVER, {"difference": over}) if over > 0 else (_POST_UNDER, {})
            yield _remark(RemarkKind.POST, post.key, says, title=post.title, percent=post.percent, **facts)


def _baselines(plan: Plan, _: Agreements) -> Iterator[Remark]:
    for indicator in plan.indicators:
        key, title, baseline = indicator.key, indicator.title, indicator.baseline
        if baseline is None or baseline.figure is not None:
            continue
        if baseline.due is None:
            yield _remark(RemarkKind.BASELINE, key, _NO_BASELINE, title=title)
        elif baseline.due > plan.first_day:
            days = {"due": baseline.due, "first": plan.first_day}
            yield _remark(RemarkKind.BASELINE, key, _BASELINE_LATER, title=title, **days)


def _cofinancing(plan: Plan, _: Agreements) -> Iterator[Remark]:
    for each in plan.cofinancing:
        if each.hours_a_week is None:
            subject = f"{each.party} {each.activity}"
            facts: dict[str, Value] = {"party": _title(plan.parties, each.party)}
            facts["activity"] = _title(plan.activities, each.activity)
            yield _remark(RemarkKind.COFINANCING, subject, _NO_HOURS, title=each.title, **facts)


class _Titled(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def title(self) -> Text: ...


def _title(rows: Iterable[_Titled], key: str) -> Text:
    """The title of a row of the plan."""
    return next(row.title for row in rows if row.key == key)


def _open_questions(plan: Plan, _: Agreements) -> Iterator[Remark]:
    for criterion in plan.criteria:
        for question in criterion.open_questions:
            yield Remark(RemarkKind.OPEN_QUESTION, criterion.key, question)


def _not_chosen(plan: Plan, agreements: Agreements) -> Iterator[Remark]:
    for criterion in plan.criteria:
        count = len(criterion.readings)
        if count > 1 and agreements.chosen(criterion) is None:
            facts: dict[str, Value] = {"title": criterion.title, "count": _IN_WORDS.get(count, count)}
            yield _remark(RemarkKind.READING_NOT_CHOSEN, criterion.key, _NOT_CHOSEN, **facts)


def _gone(plan: Plan, agreements: Agreements) -> Iterator[Remark]:
    for key, choice in agreements.choices.items():
        criterion = plan.criterion(key)
        if criterion is None or agreements.chosen(criterion) is None:
            versions = (version.plan.criterion(key) for version in reversed(agreements.versions))
            known = [each for each in versions if each is not None]
            readings = (reading for each in known for reading in each.readings)
            facts: dict[str, Value] = {"title": known[0].title, "reading": _title(readings, choice.reading)}
            yield _remark(RemarkKind.READING_GONE, key, _READING_GONE, **facts)


def _rule(criterion: Criterion) -> Rule:
    """The rule of a criterion's default reading."""
    return next(reading.rule for reading in criterion.readings if reading.key == criterion.default_reading)


def _other_title(criterion: Criterion, other: Criterion) -> Text:
    """What another criterion is called beside one: by its key, where both have one title."""
    return other.title if other.title != criterion.title else Text(da=other.key, en=other.key)


def _restated(plan: Plan, _: Agreements) -> Iterator[Remark]:
    told: set[frozenset[str]] = set()
    for criterion in plan.criteria:
        other = None if criterion.same_as is None else plan.criterion(criterion.same_as)
        if other is None:
            continue
        pair = frozenset((criterion.key, other.key))
        if pair not in told and _rule(criterion) != _rule(other):
            facts: dict[str, Value] = {"title": criterion.title, "other": _other_title(criterion, other)}
            yield _remark(RemarkKind.RESTATED, criterion.key, _RESTATED, **facts)
        told.add(pair)


CHECKS: tuple[Check, ...] = (
    _money,
    _posts,
    _baselines,
    _cofinancing,
    _open_questions,
    _not_chosen,
    _gone,
    _restated,
)


def plan_check(replay: Replay) -> tuple[Remark, ...]:
    """What does not add up in the version of the plan in force on the day, and what nobody has decided.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.projections.plan_check import plan_check
    >>> with Logbook.create(":memory:", actor=Actor("leader", "u-1")) as logbook:
    ...     remarks = plan_check(logbook.replay(on=date(2020, 1, 1)))
    >>> "reading-not-chosen" in {remark.kind for remark in remarks}
    True
    """
    plan, agreements = replay.plan, replay.agreements
    if plan is None:
        return ()
    return tuple(remark for check in CHECKS for remark in check(plan, agreements))
