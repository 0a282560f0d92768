"""What looks odd in the agreement and in how it is followed, and what is not. A new finding: a case here."""

from datetime import date, timedelta
from typing import Any, get_args

from attrs import evolve

from clocks import SettableClock
from given import AKADEMI, evening, family, noon, season, the_plan
from given_governance import (
    AGREED,
    ESTATE,
    FIRST,
    LAST,
    SCHOOL,
    SEASONS,
    agreed,
    areas_of,
    gives,
    hours,
    revised,
    saw,
)
from odd import Odd, Story, written
from vaerebro_events import (
    Criterion,
    DisagreementRaised,
    DisagreementSettled,
    DisagreementTakenUp,
    Draft,
    EvaluationHeld,
    Logbook,
    PartiesNotified,
    ReadingChosen,
    ReportSent,
    RevisionUploaded,
)
from vaerebro_events.domain.commitments import Duty, Every, Money
from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.text import Language

NEW_YEAR, APPROVED = date(2022, 1, 1), date(2021, 12, 2)
MOVED = agreed(areas=areas_of(Money(400, 100), Money(400, 50), Money(200, 50)))
RAISED_ALIKE = agreed(areas=areas_of(Money(1000, 200), Money(600, 100), Money(400, 100)))


def disagreement(
    kind: type[DisagreementRaised | DisagreementTakenUp | DisagreementSettled], level: str, day: int
) -> Draft:
    return Draft(kind("d-1", level), date(2021, 3, day))  # pyright: ignore[reportArgumentType] it is converted


def raised(level: str, day: int = 1) -> Draft:
    return disagreement(DisagreementRaised, level, day)


def taken_up(level: str, day: int = 2) -> Draft:
    return disagreement(DisagreementTakenUp, level, day)


def settled(level: str, day: int = 3) -> Draft:
    return disagreement(DisagreementSettled, level, day)


def evaluated(
    kind: str, residents: int, on: date = date(2021, 12, 31), presented_on: date = NEW_YEAR
) -> Draft:
    return Draft(EvaluationHeld(kind, presented_on, residents), on)  # pyright: ignore[reportArgumentType] it is converted


def notified(*parties: str, on: date = date(2021, 3, 1)) -> Draft:
    return Draft(PartiesNotified(SCHOOL, parties, "staff"), on)  # pyright: ignore[reportArgumentType] it is converted


def closed(*drafts: Draft, period: str = "2020", on: date = date(2021, 2, 1)) -> Story:
    """A period is closed on a day, and this is recorded a day later."""

    def story(logbook: Logbook, clock: SettableClock) -> None:
        clock.set(noon(on))
        logbook.close_period(period)
        clock.set(noon(on + timedelta(days=1)))
        for draft in drafts:
            logbook.record(draft)

    return story


def seen_after(days: int) -> Story:
    """The board sees the log as it is, and the last of it was recorded so many days after its meeting."""

    def story(logbook: Logbook, clock: SettableClock) -> None:
        meeting = date(2020, 5, 4)
        clock.set(noon(meeting + timedelta(days=days)))
        [entry] = logbook.record(family("f-1", meeting))
        logbook.record(saw(meeting, SEASONS, as_known=entry.position))

    return story


_MOVED = AGREED.areas[:2]
AREAS, AREAS_IN_ENGLISH = (
    ", ".join(area.title.in_(language) for area in _MOVED) for language in get_args(Language)
)
WITHOUT = "Landsbyggefonden blev inddraget før godkendelsen."
NOT_INVOLVED = "Landsbyggefonden was not involved before approval."
WEIGHT = (
    f"Vægten mellem indsatsområderne er flyttet ({AREAS}), uden at {WITHOUT}",
    f"Weight moved between the areas ({AREAS_IN_ENGLISH}), and {NOT_INVOLVED}",
)
STRATEGIC = (
    "Den strategiske aftale gælder fra 1.1.2022, uden at Landsbyggefonden havde godkendt den.",
    "The strategic agreement holds from 2022-01-01, and Landsbyggefonden had not approved it.",
)
MORE_THAN_A_DELAFTALE = (
    "Revisionen er af en delaftale, men ændrer perioden, indsatsområderne eller det samlede beløb.",
    "The revision is of a delaftale, but changes the programme's days, its areas or the total amount.",
)
OVERLAP = (
    "Timerne dækker nogle af de samme dage som post 2.",
    "The hours are of some of the same days as entry 2.",
)
NOT_AGREED = (
    "Aftalen har ingen medfinansiering i timer fra den part til den aktivitet.",
    "The agreement has no hours of that party for that activity.",
)
TO_THE_BOARD = (
    "Uenigheden er løftet til bestyrelsen uden først at være forsøgt løst hos de nærmeste ledere.",
    "The disagreement came to the board before the nearest managers had tried.",
)
NOTHING_REVISED = (
    "Revisionen ændrer intet i den aftale, den afløser.",
    "The revision changes nothing in the agreement it takes the place of.",
)
NOTHING_TO_CHOOSE = (
    "Kriteriet kan kun opgøres på den ene måde, så der var intet at vælge.",
    "The criterion has that one reading only, so there was nothing to choose.",
)

INVOLVED_TOO_LATE: dict[str, Any] = {"lbf_involved_on": APPROVED + timedelta(days=1)}
INVOLVED: dict[str, Any] = {"lbf_involved_on": APPROVED}


def strategic(approved_by_lbf: date | None) -> Draft:
    return revised(AGREED, APPROVED, NEW_YEAR, "strategic", lbf_approved_on=approved_by_lbf)


def without(key: str) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion in AGREED.criteria if criterion.key != key)


MORE_WAYS = agreed(
    criteria=tuple(
        criterion if own.key == SEASONS else own
        for own in AGREED.criteria
        for criterion in the_plan().criteria
        if criterion.key == own.key
    )
)


def chosen(on: date) -> Draft:
    """The board chose a reading on a day."""
    return Draft(ReadingChosen(SEASONS, AGREED.criteria[0].default_reading), on)


def later(draft: Draft) -> Story:
    """Recorded a week afterwards, when other days that it tells of have come."""
    return written(draft, late=45)


ODD = [
    Odd(
        FindingKind.REVISED_AFTER_EFFECT,
        written(revised(AGREED, date(2022, 1, 2), NEW_YEAR)),
        "Revisionen gælder fra 1.1.2022, men blev først godkendt 2.1.2022.",
        "The revision holds from 2022-01-01, but was not approved until 2022-01-02.",
    ),
    Odd(FindingKind.WEIGHT_MOVED_WITHOUT_LBF, written(revised(MOVED, APPROVED, NEW_YEAR)), *WEIGHT),
    Odd(
        FindingKind.WEIGHT_MOVED_WITHOUT_LBF,
        later(revised(MOVED, APPROVED, NEW_YEAR, **INVOLVED_TOO_LATE)),
        *WEIGHT,
    ),
    Odd(FindingKind.STRATEGIC_WITHOUT_LBF, written(strategic(None)), *STRATEGIC),
    Odd(FindingKind.STRATEGIC_WITHOUT_LBF, later(strategic(date(2022, 1, 2))), *STRATEGIC),
    *[
        Odd(
            FindingKind.DELAFTALE_CHANGES_STRATEGIC,
            written(revised(plan, APPROVED, NEW_YEAR)),
            *MORE_THAN_A_DELAFTALE,
        )
        for plan in (
            agreed(money=Money(1001, 200)),
            agreed(last_day=date(2024, 6, 30)),
            agreed(areas=(*AGREED.areas, evolve(AGREED.areas[0], key="nyt", money=None))),
        )
    ],
    Odd(
        FindingKind.AFTER_CLOSING,
        closed(family("f-1", date(2020, 12, 31))),
        "Vedrører 2020, som er lukket uden denne post.",
        "Is about 2020, which was closed without it.",
    ),
    Odd(
        FindingKind.AFTER_CLOSING,
        closed(family("f-1", LAST), period="programme", on=date(2024, 1, 5)),
        "Vedrører hele aftaleperioden, som er lukket uden denne post.",
        "Is about the whole programme, which was closed without it.",
    ),
    Odd(FindingKind.LEVEL_SKIPPED, written(raised("those-involved"), taken_up("board")), *TO_THE_BOARD),
    # What was passed over is told of once.
    Odd(
        FindingKind.LEVEL_SKIPPED,
        written(raised("those-involved"), taken_up("board"), settled("board")),
        *TO_THE_BOARD,
    ),
    Odd(FindingKind.LEVEL_SKIPPED, written(raised("board"), settled("board")), *TO_THE_BOARD),
    Odd(
        FindingKind.LEVEL_SKIPPED,
        written(raised("nearest-managers"), settled("nearest-managers")),
        "Uenigheden er løftet til de nærmeste ledere uden først at være forsøgt løst hos de involverede.",
        "The disagreement came to the nearest managers before those involved had tried.",
    ),
    # It is another disagreement when it comes up again.
    Odd(
        FindingKind.LEVEL_SKIPPED,
        written(
            *(raised("those-involved"), taken_up("nearest-managers"), settled("nearest-managers")),
            *(raised("those-involved", 4), taken_up("board", 5)),
        ),
        *TO_THE_BOARD,
    ),
    Odd(
        FindingKind.HOURS_OVERLAP,
        written(
            hours(ESTATE, "5", date(2021, 1, 1), date(2021, 1, 31)),
            hours(ESTATE, "5", date(2021, 1, 31), date(2021, 2, 28)),
        ),
        *OVERLAP,
    ),
    # Beside a long time that holds both, it is the longest that is named.
    Odd(
        FindingKind.HOURS_OVERLAP,
        written(
            hours(ESTATE, "5", date(2021, 1, 1), date(2021, 12, 31)),
            hours(ESTATE, "5", date(2021, 3, 1), date(2021, 3, 31)),
            late=400,
        ),
        *OVERLAP,
    ),
    Odd(
        FindingKind.HOURS_OVER_TWO_YEARS,
        written(hours(ESTATE, "5", date(2020, 12, 31), date(2021, 1, 31))),
        "Timerne går tilbage til 31.12.2020, men tælles alle med i 2021.",
        "The hours go back to 2020-12-31, but all count in 2021.",
    ),
    Odd(
        FindingKind.HOURS_NOT_AGREED,
        written(hours(SCHOOL, "5", date(2021, 1, 1), date(2021, 1, 31))),
        *NOT_AGREED,
    ),
    Odd(
        FindingKind.HOURS_NOT_AGREED,
        written(hours(ESTATE, "5", date(2021, 1, 1), date(2021, 1, 31), AKADEMI)),
        *NOT_AGREED,
    ),
    # Agreed until the day before.
    Odd(
        FindingKind.HOURS_NOT_AGREED,
        written(
            revised(agreed(cofinancing=(gives(SCHOOL, "5"),)), date(2021, 1, 1), date(2021, 2, 1)),
            hours(ESTATE, "5", date(2021, 1, 1), date(2021, 1, 31)),
            hours(ESTATE, "5", date(2021, 2, 1), date(2021, 2, 28)),
        ),
        *NOT_AGREED,
    ),
    Odd(
        FindingKind.SEEN_BEFORE_RECORDED,
        seen_after(days=1),
        "Der blev set på logbogen til og med post 2, men den blev først registreret 5.5.2020.",
        "The log was seen up to entry 2, but that was not recorded until 2020-05-05.",
    ),
    Odd(
        FindingKind.MIDTERM_WITHOUT_RESIDENTS,
        later(evaluated("midterm", residents=0)),
        "Midtvejsevalueringen er holdt uden beboere.",
        "The midterm evaluation was held without residents.",
    ),
    Odd(
        FindingKind.NOTIFIED_NOBODY,
        written(notified()),
        "Der er ikke registreret nogen, som blev underrettet.",
        "Nobody is recorded as having been notified.",
    ),
    Odd(
        FindingKind.NOT_IN_PLAN,
        written(
            saw(date(2021, 5, 3), SEASONS, as_known=1),
            revised(agreed(criteria=without(SEASONS)), date(2021, 6, 1), date(2021, 5, 3)),
        ),
        "Passer ikke med den aftale, der gælder på dagen (post 3).",
        "Does not fit the agreement that holds on its day (entry 3).",
    ),
    Odd(
        FindingKind.REVISED_NOTHING,
        written(
            revised(MOVED, APPROVED, NEW_YEAR, **INVOLVED),
            revised(MOVED, date(2022, 1, 3), date(2022, 2, 1), revision="r-2"),
        ),
        *NOTHING_REVISED,
    ),
    # It takes the place of one that holds from the same day.
    Odd(
        FindingKind.REVISED_NOTHING,
        written(
            revised(MOVED, APPROVED, NEW_YEAR, **INVOLVED),
            revised(MOVED, APPROVED, NEW_YEAR, revision="r-2"),
        ),
        *NOTHING_REVISED,
    ),
    Odd(FindingKind.CHOSEN_THE_ONLY_READING, written(chosen(date(2021, 5, 3))), *NOTHING_TO_CHOOSE),
    # There were others to choose from the day after only.
    Odd(
        FindingKind.CHOSEN_THE_ONLY_READING,
        written(revised(MORE_WAYS, date(2021, 5, 3), date(2021, 5, 4)), chosen(date(2021, 5, 3))),
        *NOTHING_TO_CHOOSE,
    ),
]

REPORT = Duty(
    "status", AGREED.title, "report-sent", Every.YEAR, AGREED.title, where={"report": "status"}, months=6
)

NOT_ODD = [
    # Revisions: approved in time; the money grows alike everywhere; with Landsbyggefonden.
    written(revised(AGREED, NEW_YEAR, NEW_YEAR)),
    written(revised(RAISED_ALIKE, APPROVED, NEW_YEAR)),
    written(revised(MOVED, APPROVED, NEW_YEAR, **INVOLVED)),
    # Where the agreement gives no money, nothing is known to have moved.
    written(revised(agreed(areas=areas_of(None, None, None)), APPROVED, NEW_YEAR)),
    written(
        revised(agreed(areas=areas_of(None, None, None)), APPROVED, NEW_YEAR),
        revised(MOVED, date(2022, 1, 3), date(2022, 2, 1), revision="r-2"),
    ),
    # What moved before is not moved by the revision after it.
    written(
        revised(MOVED, APPROVED, NEW_YEAR, **INVOLVED),
        revised(agreed(areas=MOVED.areas, posts=()), date(2022, 1, 3), date(2022, 2, 1), revision="r-2"),
    ),
    written(strategic(APPROVED)),
    later(strategic(NEW_YEAR)),
    written(revised(agreed(money=Money(2, 2)), APPROVED, NEW_YEAR, "strategic", lbf_approved_on=APPROVED)),
    # A decision is about no day of the programme; it may be told of late, and before the programme.
    written(revised(AGREED, date(2019, 12, 1), FIRST), Draft(RevisionUploaded("r-1"), date(2019, 12, 6))),
    written(revised(AGREED, APPROVED, NEW_YEAR), late=200),
    written(revised(MORE_WAYS, date(2019, 11, 1), FIRST), chosen(date(2019, 12, 1)), late=200),
    # There was something to choose on that day; or the criterion is gone.
    written(
        revised(MORE_WAYS, APPROVED, NEW_YEAR),
        chosen(date(2022, 1, 31)),
        revised(AGREED, date(2022, 1, 31), date(2022, 2, 1), revision="r-2"),
    ),
    written(
        revised(agreed(criteria=without(SEASONS)), date(2020, 12, 1), date(2021, 1, 1)),
        chosen(date(2021, 5, 3)),
    ),
    # Each changes what the one before it has; to bring back an older one is a change, too.
    written(
        revised(MORE_WAYS, APPROVED, NEW_YEAR),
        revised(AGREED, date(2022, 1, 31), date(2022, 2, 1), revision="r-2"),
        revised(MORE_WAYS, date(2022, 2, 28), date(2022, 3, 1), revision="r-3"),
    ),
    written(revised(AGREED, APPROVED, NEW_YEAR), Draft(RevisionUploaded("r-1"), date(2021, 12, 6))),
    # Closed half a year after its end; what is recorded of the next year; before the closing.
    closed(on=date(2021, 7, 31)),
    closed(family("f-1", date(2021, 1, 1))),
    closed(revised(AGREED, date(2020, 12, 1), date(2021, 3, 1))),
    written(raised("those-involved"), settled("those-involved")),
    written(raised("those-involved"), taken_up("nearest-managers"), taken_up("board"), settled("board", 4)),
    written(raised("nearest-managers"), taken_up("board"), settled("board")),
    written(
        hours(ESTATE, "5", date(2021, 1, 1), date(2021, 1, 31)),
        hours(ESTATE, "5", date(2021, 2, 1), date(2021, 2, 28)),
    ),
    written(hours(ESTATE, "5", date(2020, 1, 1), date(2020, 12, 31))),
    seen_after(days=0),
    later(evaluated("midterm", residents=1)),
    later(evaluated("yearly", residents=0)),
    written(notified(ESTATE)),
    written(season(), *evening(1), revised(AGREED, APPROVED, NEW_YEAR)),
    # The board meets after the programme; an evaluation looks back, and so does a report.
    written(saw(date(2024, 1, 9), SEASONS)),
    written(evaluated("yearly", 3, LAST, date(2024, 6, 1)), late=153),
    written(Draft(ReportSent("status", date(2024, 6, 30)), LAST), late=182),
]

WITH_REPORT = evolve(AGREED, duties=(REPORT,))
