"""Record an evening of FamilieAkademi, with a walk-in, and ask what it says of the criteria."""

from datetime import date

from vaerebro_events import (
    Actor,
    FamilyAttended,
    HeadsCounted,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    SeriesPlanned,
)

FIRST_EVENING = date(2021, 1, 7)
SEASON = ("familieakademi", "2021-forår")


def main() -> None:
    """Makes a logbook in memory, records one evening, and prints two statuses."""
    with Logbook.create(":memory:", actor=Actor("family-worker", "u-3")) as logbook:
        season = SeriesPlanned(*SEASON, meetings=16, first_day=FIRST_EVENING, last_day=date(2021, 5, 6))
        logbook.record(season, ParticipantRegistered("family", "f-001"), on=date(2021, 1, 4))

        # One evening is one batch: it is recorded whole, or not at all. The second family is new.
        logbook.record(
            MeetingHeld(*SEASON, meeting=1),
            FamilyAttended(*SEASON, meeting=1, family="f-001"),
            ParticipantRegistered("family", "f-002"),
            FamilyAttended(*SEASON, meeting=1, family="f-002"),
            HeadsCounted(*SEASON, meeting=1, heads=5),
            on=FIRST_EVENING,
        )

        replay = logbook.replay(on=date(2021, 12, 31))
        for criterion in ("familieakademi.new-families", "familieakademi.seasons"):
            status = replay.status(criterion)
            print(f"{criterion}: {status.value} of {status.target}, {status.state}")
            print(f"  {replay.sentence(status, 'en')}")
            print(f"  counted entries: {list(status.counted)}")


if __name__ == "__main__":
    main()
