"""Correct a slip, and see what was known before and after: nothing is lost, and the difference has causes."""

from datetime import date

from vaerebro_events import (
    Actor,
    FamilyAttended,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    Refusal,
    SeriesPlanned,
    difference,
)

EVENING = date(2021, 1, 7)
SEASON = ("familieakademi", "2021-forår")


def main() -> None:
    """Records an attendance of the wrong family, corrects it, and compares the two replays."""
    with Logbook.create(":memory:", actor=Actor("family-worker", "u-3")) as logbook:
        logbook.record(
            SeriesPlanned(*SEASON, meetings=16, first_day=EVENING, last_day=date(2021, 5, 6)),
            MeetingHeld(*SEASON, meeting=1),
            ParticipantRegistered("family", "f-001"),
            ParticipantRegistered("family", "f-002"),
            FamilyAttended(*SEASON, meeting=1, family="f-001"),
            on=EVENING,
        )
        slip = logbook.position
        logbook.correct(slip, FamilyAttended(*SEASON, meeting=1, family="f-002"), reason="wrong-person")

        # What the correction leaves without a ground is refused, with what stands in the way.
        try:
            logbook.retract(3, reason="did-not-happen")
        except Refusal as refusal:
            print(f"refused: {refusal}")

        before = logbook.replay(on=EVENING, known=slip)
        after = logbook.replay(on=EVENING)
        for name, replay in (("before", before), ("after", after)):
            families = [entry.fact for entry in replay.history if isinstance(entry.fact, FamilyAttended)]
            print(f"{name}: {', '.join(fact.family for fact in families)}")

        # The figures are the same: one new family either way. A retraction changes them.
        print(f"statuses changed by the correction: {len(difference(before, after).changed)}")
        retraction = logbook.retract(slip, reason="did-not-happen")
        for change in difference(after, logbook.replay(on=EVENING)).changed:
            print(f"{' '.join(change.key)}: caused by entries {list(change.caused_by)}")
        print(f"the retraction is entry {retraction.position}; the log still has all {logbook.position}")


if __name__ == "__main__":
    main()
