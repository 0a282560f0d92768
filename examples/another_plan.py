"""Another programme is another TOML file: a made-up plan with other activities, years, blocks and duties."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from vaerebro_events import (
    Actor,
    BaselineCounted,
    BlockOrganised,
    Draft,
    EventHeld,
    FollowUpMade,
    HoursCofinanced,
    IndicatorMeasured,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    ReportSent,
    SeriesPlanned,
    SurveyAnswered,
    VolunteerContacted,
    VolunteerRecruited,
    YouthAttended,
    read_plan,
)
from vaerebro_events.projections.cofinancing import cofinancing
from vaerebro_events.projections.due import DueKind, due

PLAN = Path(__file__).with_name("kanalbyen-2024-2026.toml")
CAFE = ("lektiecafe", "2025")
TUESDAYS = (date(2025, 2, 4), date(2025, 2, 11), date(2025, 2, 18))
VOLUNTEERS = ("r-1", "r-2", "r-3")


def homework_cafe(logbook: Logbook) -> None:
    """Three Tuesdays for grades 5 to 9: one youth comes every time, two come twice."""
    youths = [ParticipantRegistered("youth", who) for who in ("y-1", "y-2", "y-3")]
    plan = SeriesPlanned(*CAFE, meetings=3, first_day=TUESDAYS[0], last_day=TUESDAYS[-1], group="grades-5-9")
    logbook.record(plan, *youths, on=date(2025, 1, 31))
    who_came = (("y-1", "y-2"), ("y-1", "y-2", "y-3"), ("y-1", "y-3"))
    for number, (tuesday, came) in enumerate(zip(TUESDAYS, who_came, strict=True), 1):
        evening = [YouthAttended(*CAFE, meeting=number, youth=who) for who in came]
        logbook.record(MeetingHeld(*CAFE, meeting=number), *evening, on=tuesday)
    logbook.record(SurveyAnswered("help-helps", asked=3, answered=3, positive=3), on=date(2025, 6, 20))


def gardens(logbook: Logbook) -> None:
    """Two blocks share gardens in every stairwell; in the third, one stairwell of three is in."""
    for block, stairwells, day in (
        ("nord", ("a", "b"), date(2024, 5, 2)),
        ("syd", ("b",), date(2025, 4, 1)),
        ("vest", ("a",), date(2026, 5, 5)),
    ):
        garden = BlockOrganised("faelleshaver", f"have-{block}", block, "other", stairwells)
        logbook.record(garden, on=day)


def kitchen(logbook: Logbook) -> None:
    """Three evenings in 2025, and volunteers who are counted as a baseline, and are more a year later."""
    for number, day in enumerate((date(2025, 3, 7), date(2025, 6, 6), date(2025, 10, 3)), 1):
        logbook.record(EventHeld("folkekoekken", "fredag", number, "kanalhuset", "volunteers"), on=day)
    logbook.record(BaselineCounted("kitchen-volunteers", 2), on=date(2024, 12, 31))
    for who in VOLUNTEERS:
        recruited = Draft(VolunteerRecruited("folkekoekken", who), on=date(2024, 9, 1))
        logbook.record(Draft(ParticipantRegistered("resident", who), on=date(2024, 9, 1)), recruited)
        logbook.record(VolunteerContacted("folkekoekken", who, about="sparring"), on=date(2025, 11, 14))


def board(logbook: Logbook) -> None:
    """The board follows up twice, a report is sent too late, and the evening school gives its hours."""
    for day in (date(2024, 4, 16), date(2025, 9, 23)):
        seen = FollowUpMade("board", ["lektiecafe.regulars"], as_of=day, as_known=logbook.position)
        logbook.record(seen, on=day)
    logbook.record(ReportSent("yearly-report", sent_on=date(2025, 3, 12)), on=date(2024, 12, 31))
    hours = HoursCofinanced("lektiecafe", "evening-school", hours=Decimal("97.5"), first_day=date(2025, 1, 1))
    logbook.record(hours, on=date(2025, 12, 31))


def main() -> None:
    """Keeps a short logbook of the made-up plan, and asks for every criterion at the end of 2025.

    Then it asks what the plan promises beside its criteria: duties, and co-financed hours.
    """
    with Logbook.create(":memory:", read_plan(PLAN), actor=Actor("leader", "u-1")) as logbook:
        homework_cafe(logbook)
        gardens(logbook)
        kitchen(logbook)
        board(logbook)
        logbook.record(IndicatorMeasured("knows-neighbours", percent="64.2"), on=date(2025, 10, 31))
        replay = logbook.replay(on=date(2025, 12, 31))
        for key in dict.fromkeys(status.criterion for status in replay.statuses):
            status = replay.status(key)
            print(f"{key} {status.period.key}: {status.value} of {status.target}, {status.state}")
        for duty in due(replay):
            if duty.kind is DueKind.DUTY:
                print(f"{duty.subject}, due by {duty.last}: {duty.state}")
        for given in cofinancing(replay):
            print(f"{given.party} {given.year}: {given.hours} of {given.agreed} hours")


if __name__ == "__main__":
    main()
