"""A rule, a reading or a finding looks at its own: not at another indicator's, activity's or batch's."""

from datetime import date

import pytest
from attrs import evolve

from clocks import SettableClock
from given import (
    AFTERWARDS,
    AKADEMI,
    SPRING,
    a_spring,
    came,
    evening,
    family,
    new_logbook,
    noon,
    season,
    the_plan,
)
from vaerebro_events import (
    VOCABULARY,
    AssessmentMade,
    BydelsmorBegan,
    BydelsmorStopped,
    Draft,
    HeadsCounted,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    ResidentAttended,
    Rule,
    SeriesPlanned,
    Text,
    Words,
)
from vaerebro_events.domain.folding import misfits
from vaerebro_events.errors import InvalidValue
from vaerebro_events.projections.rules import Distinct

GROWTH = "lommepengejob-growth-seen"
JUNE = date(2021, 6, 30)
FAMILIES = Text(da="familier", en="families")


@pytest.fixture
def logbook() -> Logbook:
    return new_logbook(SettableClock(noon(AFTERWARDS)))


def test_what_the_same_parties_say_of_something_else_is_not_counted() -> None:
    plan = the_plan()
    seen = plan.indicator(GROWTH)
    assert seen is not None
    both = evolve(plan, indicators=(*plan.indicators, evolve(seen, key="another")))
    logbook = new_logbook(SettableClock(noon(AFTERWARDS)), plan=both)
    of_another = [AssessmentMade("another", party.key, positive=True) for party in seen.parties]
    logbook.record(*of_another, on=JUNE)

    status = logbook.replay(on=date(2021, 12, 31)).status("lommepengejob.growth-seen", period="2021")

    assert ("awaiting_assessment", 0, ()) == (status.state, status.value, status.counted)


def test_a_reading_by_season_is_of_the_seasons_of_its_activity(logbook: Logbook) -> None:
    other = SeriesPlanned("legestue", "2021-leg", 8, date(2021, 2, 1), date(2021, 4, 1))
    logbook.record(season(), Draft(other, date(2021, 1, 4)))

    statuses = logbook.replay(on=JUNE).statuses

    by_season = {
        s.period.key for s in statuses if (s.criterion, s.reading) == ("familieakademi.regulars", "season")
    }
    assert {SPRING} == by_season


def test_who_acts_in_another_activity_does_not_act_here(logbook: Logbook) -> None:
    day, course = date(2021, 2, 2), ("moedre-faedre", "mothers-2021")
    planned = SeriesPlanned(*course, 8, day, date(2021, 5, 1), "mothers")
    logbook.record(
        ParticipantRegistered("resident", "r-1"),
        planned,
        MeetingHeld(*course, 1),
        ResidentAttended(*course, 1, "r-1"),
        BydelsmorBegan("frivillige", "r-1"),
        on=day,
    )

    [part] = logbook.replay(on=JUNE).status("moedre-faedre.women").parts

    assert 0 == part.value


def test_who_stopped_in_another_activity_acts_here_still(logbook: Logbook) -> None:
    day, course = date(2021, 2, 2), ("moedre-faedre", "mothers-2021")
    earlier = date(2021, 1, 5)
    logbook.record(
        Draft(ParticipantRegistered("resident", "r-1"), earlier),
        Draft(BydelsmorBegan("moedre-faedre", "r-1"), earlier),
        Draft(BydelsmorBegan("frivillige", "r-1"), earlier),
        Draft(BydelsmorStopped("frivillige", "r-1"), date(2021, 1, 12)),
        Draft(SeriesPlanned(*course, 8, day, date(2021, 5, 1), "mothers"), day),
        Draft(MeetingHeld(*course, 1), day),
        Draft(ResidentAttended(*course, 1, "r-1"), day),
    )

    [part] = logbook.replay(on=JUNE).status("moedre-faedre.women").parts

    assert 1 == part.value


def test_a_status_asked_on_the_first_day_of_a_period_is_of_that_period(logbook: Logbook) -> None:
    logbook.record(season(), season("2021-sommer", first=date(2021, 6, 30)))

    status = logbook.replay(on=JUNE).status("familieakademi.regulars", "season")

    assert "2021-sommer" == status.period.key


def test_a_batch_that_does_not_fit_is_told_by_its_first_entry(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1"), *evening(1, "f-1"))
    logbook.record(
        family("f-2"),
        came("f-2", 1),
        came("f-1", 1).__class__(HeadsCounted(AKADEMI, SPRING, 1, 9), came("f-1", 1).on),
    )
    log = logbook.entries()
    without_the_meeting = [entry for entry in log if not isinstance(entry.fact, MeetingHeld)]

    assert [2, 6] == [position for position, _ in misfits(without_the_meeting)]


def test_the_figures_of_a_finding_are_numbers(logbook: Logbook) -> None:
    logbook.record(*a_spring("f-1", "f-2"), *evening(1, "f-1", "f-2"))
    heads = HeadsCounted(AKADEMI, SPRING, 1, heads=1)
    logbook.record(heads, on=date(2021, 1, 7))

    found = {name: fact for finding in logbook.replay(on=JUNE).findings for name, fact in finding.facts}

    assert (1, 2) == (found["heads"], found["came"])


@pytest.mark.parametrize(("times", "said"), [(1, ""), (2, " at least 2 times"), (3, " at least 3 times")])
def test_how_often_each_must_come_is_said_from_twice_on(times: int, said: str) -> None:
    rule = Distinct("family-attended", "family", 4, FAMILIES, {"activity": AKADEMI}, at_least=times)

    sentence = rule.sentence(Words("en", the_plan(), VOCABULARY.facts))

    assert f"Families that took part{said}: at least 4 different ones." == sentence


def test_a_kind_that_looks_like_a_cpr_number_is_not_shown() -> None:
    with pytest.raises(InvalidValue) as raised:
        ParticipantRegistered("010190-1234", "f-1")

    assert "kind cannot be '…': it must be one of family, youth, resident." == str(raised.value)


def test_a_rule_that_is_no_value_is_called_a_rule() -> None:
    with pytest.raises(InvalidValue) as raised:
        VOCABULARY.with_rules(Rule)  # type: ignore[type-abstract]  # what is no value cannot be one

    assert "rule cannot be 'Rule': it must be a frozen attrs class." == str(raised.value)
