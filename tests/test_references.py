"""The references in use: whom and what the history names, where and when, and what has ended."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve, field, frozen

from clocks import SettableClock
from given import (
    AKADEMI,
    AUTUMN,
    JOBS,
    NETWORKS,
    SPRING,
    VOLUNTEERS,
    contacted,
    evening,
    evenings,
    family,
    meeting_day,
    network,
    network_ended,
    new_logbook,
    pocket_money,
    recruited,
    resident,
    season,
    started,
    stopped,
    the_plan,
    youth,
)
from vaerebro_events import (
    VOCABULARY,
    ActivityFact,
    CooperationBegun,
    CooperationEnded,
    Draft,
    EventHeld,
    FamilyJoined,
    Logbook,
    MilestoneReached,
    MilestoneSet,
    Rank,
    SeriesCompleted,
    Text,
)
from vaerebro_events.domain.references import FamilyRef, family_ref, reference
from vaerebro_events.projections.references import Known, Seen, references

END = date(2021, 12, 31)
JANUARY, MARCH, JUNE = date(2021, 1, 4), date(2021, 3, 4), date(2021, 6, 30)


def known(
    logbook: Logbook, kind: str, activity: str | None = None, series: str | None = None, on: date = END
) -> list[Known]:
    found = references(logbook.replay(on=on), activity, series)
    return [each for each in found if each.kind == kind]


def test_a_logbook_that_holds_only_its_plan_names_nobody(logbook: Logbook) -> None:
    assert () == references(logbook.replay(on=END))


def test_a_family_is_seen_on_the_days_it_came_and_not_when_it_is_registered(logbook: Logbook) -> None:
    logbook.record(season(), family("f-1", JANUARY), *evenings([1, 2, 5], "f-1"))

    seen = Seen(AKADEMI, meeting_day(1), meeting_day(5), 3, None)
    assert [Known("family", "f-1", JANUARY, (seen,))] == known(logbook, "family")


def test_a_family_that_never_came_is_known_and_not_seen(logbook: Logbook) -> None:
    logbook.record(family("f-1", JANUARY))

    [never] = known(logbook, "family")

    assert Known("family", "f-1", JANUARY, ()) == never
    assert (None, None, None) == (never.first, never.last, never.ended_on)


def test_first_and_last_are_over_all_activities(logbook: Logbook) -> None:
    joined = Draft(FamilyJoined(NETWORKS, "n-1", "f-1"), JUNE)
    logbook.record(season(), family("f-1"), *evening(1, "f-1"), network("n-1", MARCH), joined)

    [each] = known(logbook, "family")

    assert [AKADEMI, NETWORKS] == sorted(str(seen.activity) for seen in each.seen)
    assert (meeting_day(1), JUNE) == (each.first, each.last)


def test_two_meetings_of_one_day_are_one_day(logbook: Logbook) -> None:
    drafts = [*evening(1, "f-1", on=MARCH), *evening(2, "f-1", on=MARCH)]
    logbook.record(season(), family("f-1"), *drafts)

    assert [1] == [seen.days for each in known(logbook, "family") for seen in each.seen]


def test_numbers_stand_in_the_order_of_their_size(logbook: Logbook) -> None:
    logbook.record(*(family(who) for who in ("f-10", "f-9", "f-1")))

    assert ["f-1", "f-9", "f-10"] == [each.reference for each in known(logbook, "family")]


def test_a_volunteer_is_a_resident_too_and_ends_as_a_volunteer_alone(logbook: Logbook) -> None:
    logbook.record(
        resident("r-1", JANUARY), recruited("r-1", JANUARY), contacted("r-1", MARCH), stopped("r-1", JUNE)
    )

    seen = Seen(VOLUNTEERS, JANUARY, JUNE, 3, JUNE)
    assert [Known("volunteer", "r-1", None, (seen,))] == known(logbook, "volunteer")
    assert [evolve(seen, ended_on=None)] == [*known(logbook, "resident")[0].seen]


def test_a_volunteer_who_began_again_is_there(logbook: Logbook) -> None:
    logbook.record(resident("r-1"), recruited("r-1", JANUARY), stopped("r-1", MARCH), recruited("r-1", JUNE))

    assert [None] == [each.ended_on for each in known(logbook, "volunteer")]
    assert [MARCH] == [each.ended_on for each in known(logbook, "volunteer", on=MARCH)]


def test_a_network_that_ended_in_one_activity_is_there_in_the_other(logbook: Logbook) -> None:
    logbook.record(network("n-1", JANUARY), network("n-1", MARCH, "netvaerk"), network_ended("n-1", JUNE))

    [each] = known(logbook, "network")

    assert {NETWORKS: JUNE, "netvaerk": None} == {seen.activity: seen.ended_on for seen in each.seen}
    assert each.ended_on is None


def test_a_job_ends_when_it_is_completed(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), *pocket_money("y-1", "j-1", JANUARY, MARCH))

    assert [MARCH] == [each.ended_on for each in known(logbook, "job")]


def test_a_reference_of_two_jobs_is_over_when_both_are(logbook: Logbook) -> None:
    logbook.record(youth("y-1"), *pocket_money("y-1", "j-1", JANUARY, MARCH), started("y-1", "j-1", JUNE))

    assert [None] == [each.ended_on for each in known(logbook, "job")]


def test_a_season_ends_when_it_is_completed(logbook: Logbook) -> None:
    logbook.record(season(), *evening(1), Draft(SeriesCompleted(AKADEMI, SPRING), JUNE))

    assert [JUNE] == [each.ended_on for each in known(logbook, "series")]


def test_a_line_of_events_is_a_series_that_does_not_end(logbook: Logbook) -> None:
    logbook.record(EventHeld("netvaerk", "cafe", 1, "beboerhuset", "staff"), on=MARCH)

    assert [Known("series", "cafe", None, (Seen("netvaerk", MARCH, MARCH, 1, None),))] == known(
        logbook, "series"
    )


def test_a_partner_is_there_as_long_as_its_cooperation(logbook: Logbook) -> None:
    with_whom = ("ivaerksaetteri", "p-1")
    logbook.record(
        Draft(CooperationBegun(*with_whom, "club"), JANUARY), Draft(CooperationEnded(*with_whom), JUNE)
    )

    assert [JUNE] == [each.ended_on for each in known(logbook, "partner")]


def test_what_is_told_of_a_milestone_later_is_of_its_activity(logbook: Logbook) -> None:
    logbook.record(
        Draft(MilestoneSet("m-1", JUNE, AKADEMI), JANUARY),
        Draft(MilestoneReached("m-1"), MARCH),
        Draft(MilestoneSet("m-2", JUNE), JANUARY),
    )

    assert [(Seen(AKADEMI, JANUARY, MARCH, 2, MARCH),), (Seen(None, JANUARY, JANUARY, 1, None),)] == [
        each.seen for each in known(logbook, "milestone")
    ]


def test_what_is_retracted_or_comes_later_is_not_seen(logbook: Logbook) -> None:
    entries = logbook.record(season(), family("f-1"), *evenings([1, 2], "f-1"))
    logbook.retract(entries[-1].position, reason="slip")

    assert [meeting_day(1)] == [each.last for each in known(logbook, "family")]
    assert [None] == [each.last for each in known(logbook, "family", on=JANUARY)]


def test_of_an_activity_or_a_season_only_those_who_were_seen_there(logbook: Logbook) -> None:
    autumn = [season(AUTUMN, date(2021, 8, 12)), *evening(1, "f-2", series=AUTUMN, on=date(2021, 8, 12))]
    people = [family("f-1"), family("f-2"), family("f-3"), resident("r-1"), recruited("r-1", MARCH)]
    logbook.record(season(), *people, *evening(1, "f-1", "f-2"), *autumn)

    assert ["f-1", "f-2"] == [each.reference for each in known(logbook, "family", AKADEMI)]
    assert ["f-2"] == [each.reference for each in known(logbook, "family", series=AUTUMN)]
    assert [date(2021, 8, 12)] == [each.first for each in known(logbook, "family", AKADEMI, AUTUMN)]
    assert [] == known(logbook, "family", VOLUNTEERS)
    assert [] == known(logbook, "volunteer", AKADEMI)


def toy_ref(value: str) -> str:
    return reference("toy", value)


def families(value: Iterable[str]) -> tuple[FamilyRef, ...]:
    return tuple(map(family_ref, value))


@frozen
class ToysLent(ActivityFact):
    """A family borrowed toys: an application's own fact, of references of its own."""

    tag = "toys-lent"
    rank = Rank.HELD
    says = Text(da="blev lånt ud", en="were lent")

    families: tuple[FamilyRef, ...] = field(converter=families)
    toy: str = field(converter=toy_ref)


def test_an_applications_own_facts_are_seen_by_the_types_of_their_fields(clock: SettableClock) -> None:
    own = VOCABULARY.with_facts(ToysLent)
    with new_logbook(clock, plan=the_plan(), vocabulary=own) as logbook:
        logbook.record(ToysLent(JOBS, ("f-1", "f-2"), "t-1"), on=MARCH)

        assert ["f-1", "f-2"] == [each.reference for each in known(logbook, "family")]
