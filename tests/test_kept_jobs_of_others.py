"""Six months in a fritidsjob, beside jobs of other activities and of other youths."""

from datetime import date

from attrs import evolve

from clocks import SettableClock
from given import AFTERWARDS, JOBS, YEAR, new_logbook, noon, reasons, started, status_of, youth
from given import ended as ends
from given import held as kept
from vaerebro_events import Draft, Logbook
from vaerebro_events.domain.jobs import FritidsjobFact
from vaerebro_events.projections.rules import KeptSixMonths

RULE = KeptSixMonths(JOBS, target=1, of_them=0)
JANUARY, JULY = date(2021, 1, 4), date(2021, 7, 4)


def logbook_with(*drafts: Draft) -> Logbook:
    logbook = new_logbook(SettableClock(noon(AFTERWARDS)))
    logbook.record(youth("y-1"), youth("y-2"), *drafts)
    return logbook


def elsewhere(draft: Draft) -> Draft:
    """The same of a job in another activity."""
    assert isinstance(draft.fact, FritidsjobFact)
    return evolve(draft, fact=evolve(draft.fact, activity="brobygning"))


def test_a_job_kept_in_another_activity_does_not_count_here() -> None:
    there = [elsewhere(started("y-1", "j-1", JANUARY)), elsewhere(kept("y-1", "j-1", JULY))]

    status = status_of(RULE, logbook_with(*there).replay())

    assert (0, ()) == (status.value, status.counted)


def test_the_end_of_a_job_of_the_same_name_elsewhere_is_not_the_end_here() -> None:
    here = [started("y-1", "j-1", JANUARY), kept("y-1", "j-1", JULY)]
    there = [elsewhere(started("y-2", "j-1", JANUARY)), elsewhere(ends("y-2", "j-1", date(2021, 3, 1)))]

    status = status_of(RULE, logbook_with(*here, *there).replay())

    assert 1 == status.value


def test_after_one_that_does_not_count_the_next_one_does() -> None:
    not_ordinary = started("y-1", "j-1", JANUARY, ordinary=False)
    drafts = [
        not_ordinary,
        started("y-2", "j-2", JANUARY),
        kept("y-1", "j-1", JULY),
        kept("y-2", "j-2", JULY),
    ]

    status = status_of(RULE, logbook_with(*drafts).replay(), YEAR)

    assert (1, [(6, "not-ordinary", (4,))]) == (status.value, reasons(status))
