"""The agreement, follow-up, what is due, and closings as plain data, for JSON.

Each shape has its schema in `docs/schemas`. A new shape: one function here, and its schema.
"""

from collections.abc import Iterable, Sequence

from vaerebro_events.domain.closing import PeriodClosed, ReportedStatus
from vaerebro_events.domain.commitments import Money
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.plan import Plan
from vaerebro_events.projections.agreement import choices, revisions
from vaerebro_events.projections.closing import Restated, SinceClosing
from vaerebro_events.projections.cofinancing import cofinancing
from vaerebro_events.projections.due import Due, DueKind
from vaerebro_events.projections.finding import Finding
from vaerebro_events.projections.follow_up import Register
from vaerebro_events.projections.milestones import Milestone
from vaerebro_events.projections.plan_check import plan_check
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.between import Between
from vaerebro_events.reports.plain import Data, plain_asked, plain_value


def plain_follow_up(replay: Replay, known: str | None, register: Register) -> Data:
    """The follow-up register."""
    return {**plain_asked(replay, known), **plain_value(register)}


def plain_due(
    replay: Replay, known: str | None, found: Sequence[Due], milestones: Sequence[Milestone]
) -> Data:
    """All that falls or fell due, and the milestones against their plan."""
    return {
        **plain_asked(replay, known),
        "due": [{**plain_value(each), "source": _source(replay, each)} for each in found],
        "milestones": plain_value(tuple(milestones)),
    }


def _source(replay: Replay, due: Due) -> Data | None:
    """Where a duty comes from, in the newest version of the plan that has it."""
    if due.kind is not DueKind.DUTY:
        return None
    duty = replay.agreements.newest(lambda plan: plan.duty(due.subject))
    return None if duty is None else plain_value(duty.source)


def _money(money: Money | None) -> Data | None:
    return None if money is None else {"lbf": money.lbf, "local": money.local, "total": money.total}


def _all_money(plan: Plan | None) -> Data:
    areas = () if plan is None else plan.areas
    return {
        "programme": None if plan is None else _money(plan.money),
        "areas": [{"area": area.key, "money": _money(area.money)} for area in areas],
    }


def plain_agreement(replay: Replay, known: str | None, between: Between | None) -> Data:
    """The versions of the agreement, its money, the choices, the hours; what differs between two versions."""
    return {
        **plain_asked(replay, known),
        "versions": plain_value(revisions(replay)),
        "between": plain_value(between),
        "money": _all_money(replay.plan),
        "choices": plain_value(choices(replay)),
        "hours": plain_value(cofinancing(replay)),
    }


def plain_check(replay: Replay, known: str | None) -> Data:
    """What does not add up in the plan, and what looks odd in the log."""
    remarks, findings = plain_value(plan_check(replay)), plain_findings(replay.findings)
    return {**plain_asked(replay, known), "remarks": remarks, "findings": findings}


def plain_findings(findings: Iterable[Finding]) -> list[Data]:
    """What looks odd: its kind, the entry, and how it is said."""
    return [
        {"kind": each.kind.value, "position": each.position, "says": plain_value(each.says)}
        for each in findings
    ]


def _figure(text: str | None) -> int | str | None:
    """A figure of a closing as a status has it: a whole number as a number."""
    return text if text is None or "/" in text else int(text)


def _reported(status: ReportedStatus) -> Data:
    figures = {"value": _figure(status.value), "target": _figure(status.target)}
    return {"state": status.state, **figures}


def _row(status: ReportedStatus) -> Data:
    key = {"criterion": status.criterion, "reading": status.reading, "period": status.period}
    return {**key, **_reported(status)}


def _closing(entry: Entry) -> Data:
    closing = entry.fact
    assert isinstance(closing, PeriodClosed)
    return {
        "entry": entry.position,
        "period": closing.period,
        "on": entry.occurred_on.isoformat(),
        "recorded_at": entry.recorded_at.isoformat(),
        "as_known": closing.as_known,
        "library": closing.library,
        "plan_entry": closing.plan_entry,
    }


def plain_closing(entry: Entry) -> Data:
    """A period as it was closed, with every row as reported."""
    closing = entry.fact
    assert isinstance(closing, PeriodClosed)
    return {**_closing(entry), "statuses": [_row(status) for status in closing.statuses]}


def _restated(row: Restated) -> Data:
    criterion, reading, period = row.key
    return {
        "criterion": criterion,
        "reading": reading,
        "period": period,
        "reported": None if row.reported is None else _reported(row.reported),
        "now": None if row.now is None else _reported(row.now),
        "causes": list(row.causes),
        "caused_by": list(row.caused_by),
    }


def plain_since(replay: Replay, known: str | None, since: SinceClosing) -> Data:
    """A closing, how many rows are as reported, and which would be reported otherwise now, and why."""
    return {
        **plain_asked(replay, known),
        "closing": _closing(since.closing),
        "unchanged": since.unchanged,
        "restated": [_restated(row) for row in since.restated],
    }
