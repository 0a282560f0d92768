"""Values as plain data, for JSON; statuses have the shape of `docs/schemas/status.schema.json`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from attrs import fields, has

from vaerebro_events.projections.judgement import Figure, Judgement, LeftOut, Part, exact_text
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status

Data = dict[str, Any]


def plain_figure(figure: Figure | None) -> int | str | None:
    """A figure, exact: a whole number as it is, a share as text.

    >>> from fractions import Fraction
    >>> from vaerebro_events.reports.plain import plain_figure
    >>> plain_figure(8), plain_figure(Fraction(3, 4)), plain_figure(Fraction(1))
    (8, '3/4', '1/1')
    """
    if figure is None or isinstance(figure, int):
        return figure
    return exact_text(figure)


def plain_value(value: Any) -> Any:
    """A value and all that is in it by the names of its fields; days, numbers and figures as text, exact.

    >>> from datetime import date
    >>> from vaerebro_events.projections.follow_up import Gap
    >>> from vaerebro_events.reports.plain import plain_value
    >>> plain_value((Gap(date(2021, 1, 1), date(2021, 9, 30), 272),))
    [{'first': '2021-01-01', 'last': '2021-09-30', 'days': 272}]
    """
    names = _names(value)
    if names:
        return {name: plain_value(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [plain_value(item) for item in cast(Iterable[Any], value)]
    say: Callable[[Any], Any] = next((_AS_TEXT[kind] for kind in _AS_TEXT if isinstance(value, kind)), _same)
    return say(value)


def _same(value: Any) -> Any:
    return value


_AS_TEXT: Mapping[type[Any], Callable[[Any], Any]] = {
    Fraction: plain_figure,
    Decimal: lambda number: f"{number:f}",
    date: date.isoformat,
}


def _names(value: Any) -> Sequence[str]:
    """The names of the fields that a value is made of; none where it is one thing."""
    kind = cast(Any, type)(value)
    if not has(kind):
        return getattr(kind, "_fields", ())
    return tuple(each.name for each in fields(kind))


def plain_asked(replay: Replay, known: str | None) -> Data:
    """What is asked: the plan, the two dates as asked, and the position they mean."""
    return {
        "plan": None if replay.plan is None else replay.plan.name,
        "on": replay.on.isoformat(),
        "known": known,
        "position": replay.position,
    }


def _part(part: Part) -> Data:
    return {"key": part.key, "value": part.value, "target": part.target, "of": part.of}


def _member(member: Judgement) -> Data:
    """One judgement of a combination: its figures, and its own members where it combines others."""
    return {
        "value": plain_figure(member.value),
        "target": plain_figure(member.target),
        "aim": member.aim.value,
        "baseline": plain_figure(member.baseline),
        "benchmark": plain_figure(member.benchmark),
        "lacks": None if member.lacks is None else member.lacks.value,
        "parts": [_part(part) for part in member.parts],
        "needs": member.needs.value,
        "members": [_member(own) for own in member.members],
    }


def _left_out(left: LeftOut) -> Data:
    return {"position": left.position, "why": left.why.value, "because": list(left.because)}


def plain_status(replay: Replay, status: Status) -> Data:
    """One row: what a reading of a criterion says of a period."""
    return {
        "criterion": status.criterion,
        "reading": status.reading,
        "default": status.default,
        "disagree": status.disagree,
        "period": status.period.key,
        "from": status.period.first.isoformat(),
        "to": status.period.last.isoformat(),
        "period_entry": status.period.planned,
        "version": status.version,
        "chosen": status.chosen,
        "state": status.state.value,
        "value": plain_figure(status.value),
        "target": plain_figure(status.target),
        "aim": status.aim.value,
        "baseline": plain_figure(status.baseline),
        "benchmark": plain_figure(status.benchmark),
        "parts": [_part(part) for part in status.parts],
        "needs": status.judgement.needs.value,
        "members": [_member(member) for member in status.judgement.members],
        "counted": list(status.counted),
        "left_out": [_left_out(left) for left in status.left_out],
        "rule": {"da": replay.sentence(status, "da"), "en": replay.sentence(status, "en")},
    }


def plain_statuses(replay: Replay, known: str | None, statuses: Iterable[Status]) -> Data:
    """What a replay says: what is asked, and these statuses."""
    criteria = [plain_status(replay, status) for status in statuses]
    return {**plain_asked(replay, known), "criteria": criteria}
