"""An application's own figures: a fold for any two dates, and a view that follows the log."""

from collections import Counter
from datetime import date

from vaerebro_events import (
    Actor,
    Entry,
    HeadsCounted,
    Logbook,
    MeetingHeld,
    SeriesPlanned,
)

SEASON = ("familieakademi", "2021-forår")
EVENINGS = (date(2021, 1, 7), date(2021, 1, 14), date(2021, 2, 4))


def visits_by_month(visits: Counter[str], entry: Entry) -> Counter[str]:
    """One step of the fold: the heads counted at a meeting are visits in its month."""
    if isinstance(entry.fact, HeadsCounted):
        return visits + Counter({f"{entry.occurred_on:%Y-%m}": entry.fact.heads})
    return visits


class LatestEntries:
    """A view of the application's own, which remembers how far in the log it has come."""

    def __init__(self) -> None:
        """Starts at the beginning of the log."""
        self.position = 0
        self.by_tag: Counter[str] = Counter()

    def follow(self, logbook: Logbook) -> None:
        """Takes in what was recorded since the last time."""
        for entry in logbook.entries(after=self.position):
            self.by_tag[entry.fact.tag] += 1
            self.position = entry.position


def main() -> None:
    """Records three evenings, asks the fold for two dates, and follows the log."""
    with Logbook.create(":memory:", actor=Actor("family-worker", "u-3")) as logbook:
        view = LatestEntries()
        plan = SeriesPlanned(*SEASON, meetings=16, first_day=EVENINGS[0], last_day=date(2021, 5, 6))
        logbook.record(plan, on=date(2021, 1, 4))
        for number, (evening, heads) in enumerate(zip(EVENINGS, (21, 18, 25), strict=True), 1):
            logbook.record(
                MeetingHeld(*SEASON, meeting=number),
                HeadsCounted(*SEASON, meeting=number, heads=heads),
                on=evening,
            )
        view.follow(logbook)
        print(f"followed to entry {view.position}: {view.by_tag['heads-counted']} head counts")

        known = logbook.position
        logbook.correct(4, HeadsCounted(*SEASON, meeting=1, heads=12), reason="wrong-figure")
        for on, at in ((date(2021, 1, 31), known), (date(2021, 12, 31), known), (date(2021, 12, 31), None)):
            visits = logbook.replay(on=on, known=at).fold(Counter[str](), visits_by_month)
            print(f"for {on}, known at {at or 'the end'}: {dict(visits)}")

        view.follow(logbook)
        print(f"followed to entry {view.position}: {view.by_tag['corrected']} correction")


if __name__ == "__main__":
    main()
