"""The statuses of a logbook as a table. A new column: one line here."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import orjson
from attrs import frozen

from vaerebro_events.projections.judgement import Figure, Needs
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.status import Status
from vaerebro_events.reports.plain import Data, plain_status
from vaerebro_events.reports.terminal.columns import reading_title
from vaerebro_events.reports.terminal.shown import SIGNS, period
from vaerebro_events.reports.terminal.words import STATES
from vaerebro_events.tables.columns import Column, Kind, Table
from vaerebro_events.text import Language, Text

NEEDS: Mapping[Needs, Text] = {
    Needs.ALL: Text(da="alle", en="all"),
    Needs.ANY: Text(da="mindst én", en="any"),
}
_PER_CENT = 100
_DECIMALS = 6


@frozen
class _Row:
    """A status on its way to a row: as a value, and as JSON has it."""

    replay: Replay
    status: Status
    plain: Data
    language: Language
    in_words: bool


_Told = Callable[[_Row], Any]


def _title(row: _Row) -> str:
    criterion = row.replay.plan_of(row.status).criterion(row.status.criterion)
    assert criterion is not None
    return criterion.title.in_(row.language)


def _words(name: str, say: Callable[[_Row], str]) -> _Told:
    return lambda row: say(row) if row.in_words else row.plain[name]


def _as_text(name: str) -> _Told:
    return lambda row: None if row.plain[name] is None else str(row.plain[name])


def _as_json(name: str) -> _Told:
    return lambda row: orjson.dumps(row.plain[name]).decode() if row.plain[name] else None


def _number(figure: Figure | None) -> Decimal | None:
    return Decimal(figure) if isinstance(figure, int) else None


def _percent(figure: Figure | None) -> Decimal | None:
    if not isinstance(figure, Fraction):
        return None
    rounded = round(Decimal(figure.numerator * _PER_CENT) / Decimal(figure.denominator), _DECIMALS)
    return Decimal(f"{rounded:f}".rstrip("0").rstrip("."))


def _of(name: str, kind: Kind, da: str, en: str, told: _Told | None = None) -> tuple[Column, _Told]:
    return Column(name, Text(da=da, en=en), kind), told or (lambda row: row.plain[name])


_TEXT, _LONG, _WHOLE, _EXACT, _DAY, _YES_NO = (
    Kind.TEXT, Kind.LONG, Kind.WHOLE, Kind.EXACT, Kind.DAY, Kind.YES_NO,
)  # fmt: skip
_COLUMNS: tuple[tuple[Column, _Told], ...] = (
    _of("criterion", _TEXT, "Kriterium", "Criterion"),
    _of("title", _LONG, "Kriteriets ordlyd", "What it asks", _title),
    _of(
        "reading", _TEXT, "Opgørelse", "Reading",
        _words("reading", lambda row: reading_title(row.replay, row.status, row.language)),
    ),
    _of("default", _YES_NO, "Vises først", "Shown first"),
    _of("disagree", _YES_NO, "Opgørelser uenige", "Readings disagree"),
    _of(
        "period", _TEXT, "Periode", "Period",
        _words("period", lambda row: period(row.status.period, row.language)),
    ),
    _of("from", _DAY, "Fra", "From", lambda row: row.status.period.first),
    _of("to", _DAY, "Til", "To", lambda row: row.status.period.last),
    _of("period_entry", _WHOLE, "Periodens post", "Period's entry"),
    _of("version", _WHOLE, "Planens post", "Plan's entry"),
    _of("chosen", _WHOLE, "Valgt i post", "Chosen in entry"),
    _of("state", _TEXT, "Statuskode", "State's code"),
    _of("state_title", _TEXT, "Status", "State", lambda row: STATES[row.status.state].in_(row.language)),
    _of("value", _TEXT, "Resultat, eksakt", "Value, exact", _as_text("value")),
    _of("number", _EXACT, "Resultat, tal", "Value, number", lambda row: _number(row.status.value)),
    _of("percent", _EXACT, "Resultat, procent", "Value, per cent", lambda row: _percent(row.status.value)),
    _of("target", _TEXT, "Mål, eksakt", "Target, exact", _as_text("target")),
    _of("target_number", _EXACT, "Mål, tal", "Target, number", lambda row: _number(row.status.target)),
    _of("target_percent", _EXACT, "Mål, procent", "Target, pct.", lambda row: _percent(row.status.target)),
    _of("aim", _TEXT, "Målets retning", "Aim", _words("aim", lambda row: SIGNS[row.status.aim])),
    _of("baseline", _TEXT, "Basistal, eksakt", "Baseline, exact", _as_text("baseline")),
    _of("benchmark", _TEXT, "Benchmark, eksakt", "Benchmark, exact", _as_text("benchmark")),
    _of("parts", _LONG, "Deltal", "Parts", _as_json("parts")),
    _of(
        "needs", _TEXT, "Kræver", "Needs",
        _words("needs", lambda row: NEEDS[row.status.judgement.needs].in_(row.language)),
    ),
    _of("members", _LONG, "Sammensat af", "Members", _as_json("members")),
    _of(
        "counted", _LONG, "Poster, der tæller", "Entries counted",
        lambda row: ",".join(map(str, row.status.counted)) or None,
    ),
    _of("left_out", _LONG, "Poster, der ikke tæller", "Entries left out", _as_json("left_out")),
    _of("rule_da", _LONG, "Regel", "Rule in Danish", lambda row: row.plain["rule"]["da"]),
    _of("rule_en", _LONG, "Regel på engelsk", "Rule", lambda row: row.plain["rule"]["en"]),
)  # fmt: skip


def statuses_table(replay: Replay, language: Language, *, in_words: bool = False) -> Table:
    """Every status of a replay, a row each: all criteria, readings and periods.

    Figures are exact, as text; beside them stand whole numbers, and per cent to six decimals, as numbers.
    For people, codes and the plan's keys can be told `in_words`; a criterion's key has its title beside it.

    >>> from datetime import date
    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.tables.status_rows import statuses_table
    >>> logbook = Logbook.create(":memory:", actor=Actor("family-worker", "u-3"))
    >>> table = statuses_table(logbook.replay(on=date(2021, 12, 31)), "en")
    >>> table.columns[0].name, next(iter(table.rows))[0]
    ('criterion', 'tryghed.safety')
    """
    rows = (
        _Row(replay, status, plain_status(replay, status), language, in_words) for status in replay.statuses
    )
    return Table(
        "statuses",
        Text(da="Statusser", en="Statuses"),
        tuple(column for column, _ in _COLUMNS),
        len(replay.statuses),
        (tuple(told(row) for _, told in _COLUMNS) for row in rows),
    )
