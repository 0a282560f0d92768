"""What rules may choose facts by: the fields there are, the values they can have, the keys of the plan."""

import pytest
from attrs import frozen

from given import AKADEMI, COURSES, JOBS, plan_with
from vaerebro_events import VOCABULARY, Fact, Plan, Rank, Rule, Text
from vaerebro_events.domain.fact import Where
from vaerebro_events.domain.partners import PartnerKind
from vaerebro_events.domain.picking import alternatives
from vaerebro_events.domain.plan import PeriodKind
from vaerebro_events.domain.plan_problems import plan_problems
from vaerebro_events.projections.rules import Count, Established

UNIT = Text(da="møder", en="meetings")


def problems(plan: Plan) -> list[str]:
    return [str(problem) for problem in plan_problems(plan, VOCABULARY.facts)]


def counting(fact: str, where: Where, period: PeriodKind = PeriodKind.YEAR) -> list[str]:
    """What is wrong with a rule that counts, said after its place."""
    plan = plan_with(Count(fact, 1, UNIT, where), period)
    return [problem.partition("reading «only»")[2].lstrip(", ") for problem in problems(plan)]


@pytest.mark.parametrize(
    ("fact", "where", "wrong"),
    [
        ("corrected", {}, "rule: a «corrected» is about the log, and no rule sees it"),
        ("fritidsjob-started", {"ordinary": "yes"}, "rule: where.ordinary must be true or false"),
        ("fritidsjob-started", {"ordinary": 1}, "rule: where.ordinary must be true or false"),
        ("fritidsjob-started", {"job": 3}, "rule: where.job must be text"),
        ("meeting-held", {"meeting": "1"}, "rule: where.meeting must be a whole number"),
        ("guidance-given", {"about": "chess"}, "rule: where.about must be one of getting, keeping"),
        (
            "event-held",
            {"led_by": "chess"},
            "rule: where.led_by must be one of staff, volunteers, residents, youths, network",
        ),
        ("network-formed", {"inclusive": "yes"}, "rule: where.inclusive must be true or false"),
        (
            "meeting-held",
            {"colour": "red"},
            "rule: the fact «meeting-held» has no field «colour»; it has activity, meeting, series",
        ),
    ],
)
def test_a_rule_chooses_by_values_that_a_field_can_have(fact: str, where: Where, wrong: str) -> None:
    assert [wrong] == counting(fact, where)


@pytest.mark.parametrize(
    ("fact", "where", "wrong"),
    [
        (
            "series-completed",
            {"activity": COURSES, "series.group": "grandparents"},
            "there is no group «grandparents»",
        ),
        (
            "series-completed",
            {"activity": AKADEMI, "series.group": "mothers"},
            "there is no group «mothers»",
        ),
        (
            "series-completed",
            {"series.colour": "red"},
            (
                "a «series-planned» has no field «colour»; it has activity, first_day, group, last_day, "
                "meetings, series"
            ),
        ),
        (
            "family-joined",
            {"network.colour": "red"},
            "a «network-formed» has no field «colour»; it has activity, inclusive, network, outside_course",
        ),
        ("family-joined", {"network.inclusive": "yes"}, "where.network.inclusive must be true or false"),
        ("series-completed", {"series.meetings": "8"}, "where.series.meetings must be a whole number"),
        (
            "family-attended",
            {"meeting.led_by": "chess"},
            "where.meeting.led_by must be one of staff, volunteers, residents, youths, network",
        ),
        (
            "family-attended",
            {"meeting.colour": "red"},
            (
                "a «event-held» has no field «colour»; it has activity, led_by, meeting, network, place, "
                "series"
            ),
        ),
        (
            "series-planned",
            {"meeting.led_by": "staff"},
            (
                "the fact «series-planned» has no field «meeting»; it has activity, first_day, group, "
                "last_day, meetings, series"
            ),
        ),
        (
            "event-held",
            {"place.title": "house"},
            "«place.title» cannot be followed; what can: series, network, meeting",
        ),
        (
            "family-joined",
            {"series.group": "mothers"},
            "the fact «family-joined» has no field «series»; it has activity, family, network",
        ),
    ],
)
def test_a_rule_follows_what_a_fact_refers_to(fact: str, where: Where, wrong: str) -> None:
    assert [f"rule: {wrong}"] == counting(fact, where)


@pytest.mark.parametrize(
    ("fact", "where", "wrong"),
    [
        ("meeting-held", {"activity": "chess"}, ["there is no activity «chess»"]),
        ("event-held", {"place": "moon"}, ["there is no place «moon»"]),
        ("block-organised", {"block": "block-9"}, ["there is no block «block-9»"]),
        ("survey-answered", {"indicator": "joy"}, ["there is no indicator «joy»"]),
        ("assessment-made", {"party": "chess"}, ["there is no party «chess»"]),
        (
            "assessment-made",
            {"indicator": "joy", "party": "leader"},
            ["there is no indicator «joy»", "there is no party «leader»"],
        ),
        # Of a list, each value is looked at.
        ("meeting-held", {"activity": (AKADEMI, "chess")}, ["there is no activity «chess»"]),
        (
            "joint-initiative-held",
            {"together_with": ("school", "moon", "sun")},
            [f"where.together_with must be one of {', '.join(PartnerKind)}"] * 2,
        ),
        ("meeting-held", {"meeting": (1, "2")}, ["where.meeting must be a whole number"]),
        ("meeting-held", {"meeting": ()}, ["where.meeting names no value"]),
        # True is not 1.
        ("meeting-held", {"meeting": (1, True)}, ["where.meeting must be a whole number"]),
        ("fritidsjob-started", {"ordinary": (True, 1)}, ["where.ordinary must be true or false"]),
        ("series-planned", {"group": "grandparents"}, ["there is no group «grandparents»"]),
        ("series-planned", {"activity": AKADEMI, "group": "mothers"}, ["there is no group «mothers»"]),
        ("series-completed", {"series.group": "grandparents"}, ["there is no group «grandparents»"]),
        (
            "series-completed",
            {"series.group": 1},
            ["where.series.group must be text", "there is no group «1»"],
        ),
    ],
)
def test_a_rule_chooses_by_what_the_plan_has(fact: str, where: Where, wrong: list[str]) -> None:
    assert [f"rule: {why}" for why in wrong] == counting(fact, where)


@pytest.mark.parametrize(
    ("fact", "name"),
    [
        ("indicator-measured", "percent"),
        ("indicator-measured", "benchmark"),
        ("series-planned", "first_day"),
        ("series-completed", "series.last_day"),
        ("block-organised", "stairwells"),
    ],
)
def test_a_rule_chooses_by_no_decimal_day_or_list(fact: str, name: str) -> None:
    wrong = f"rule: a rule cannot choose by {name}: it is no text, whole number or truth value"

    assert [wrong] == counting(fact, {name: "75"})


def test_one_and_true_are_two_values() -> None:
    picked = [where["meeting"] for where in alternatives({"meeting": (1, True, 1)})]

    assert [(int, 1), (bool, True)] == [(type(value), value) for value in picked]


@pytest.mark.parametrize(
    ("fact", "where"),
    [
        ("series-completed", {"activity": COURSES, "series.group": "mothers", "series.meetings": 8}),
        ("event-held", {"network.outside_course": True, "network": "n-1", "place": "school"}),
        ("family-attended", {"activity": COURSES, "meeting.led_by": "network"}),
        ("family-attended", {"activity": (COURSES, AKADEMI), "meeting.led_by": ("network", "staff")}),
    ],
)
def test_a_rule_may_follow_a_series_a_network_and_a_meeting(fact: str, where: Where) -> None:
    assert [] == counting(fact, where)


@pytest.mark.parametrize("where", [{"ordinary": True, "activity": JOBS}, {"job": "j-1"}])
def test_a_rule_may_choose_by_any_field(where: Where) -> None:
    assert [] == counting("fritidsjob-started", where)


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (
            {"activity": AKADEMI, "series": "2021-forår"},
            "a reading by season chooses the season itself, so where.series has no place",
        ),
        ({}, f"a reading by season needs where.activity to be «{AKADEMI}»"),
    ],
)
def test_a_reading_by_season_chooses_the_season(where: Where, wrong: str) -> None:
    assert [f": {wrong}"] == [
        f": {found.removeprefix(': ')}" for found in counting("meeting-held", where, PeriodKind.SEASON)
    ]


@frozen
class Odd(Fact):
    """A fact of an application, with an annotation that is known there alone."""

    tag = "odd"
    rank = Rank.HELD
    says = Text(da="skete", en="happened")

    what: "Unheard"  # type: ignore[name-defined]  # noqa: F821  # pyright: ignore[reportUndefinedVariable] the point


def of_odd(rule: Rule) -> list[str]:
    return [str(problem) for problem in plan_problems(plan_with(rule), VOCABULARY.with_facts(Odd).facts)]


def test_an_annotation_that_is_not_known_here_is_let_be() -> None:
    assert [] == of_odd(Count("odd", 1, UNIT, {"what": "x"}))


def test_an_annotation_that_is_not_known_here_is_no_number() -> None:
    [told] = of_odd(Established("odd", UNIT, seen="what"))

    assert told.endswith("rule: the fact «odd» has no number «what»")
