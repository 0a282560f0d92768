"""Every error is said in Danish too: one sentence with the same facts, and no English left in it."""

from datetime import date
from pathlib import Path

import pytest
from cattrs import StructureHandlerNotFoundError

from clocks import SettableClock
from given import AFTERWARDS, new_logbook, noon
from in_danish import check_danish, english_in
from provoked import Case, Desk
from test_every_error import CASES, every_error
from vaerebro_events import Fact, FamilyAttended, Text, VaerebroError, errors
from vaerebro_events.codec.telling import say
from vaerebro_events.errors.said import Unfit, the, there_are, why_of


def provoked(case: Case, folder: Path) -> VaerebroError:
    clock = SettableClock(noon(AFTERWARDS))
    with new_logbook(clock, plan=case.plan) as logbook:
        if case.given:
            logbook.record(*case.given)
        with pytest.raises(case.error) as raised:
            case.when(Desk(logbook, clock, folder))
    return raised.value


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_error_is_said_in_danish(case: Case, tmp_path: Path) -> None:
    check_danish(provoked(case, tmp_path))


def test_every_error_of_the_library_has_words_in_both_languages() -> None:
    assert [] == [kind for kind in every_error() if not isinstance(kind.says, Text)]


@pytest.mark.parametrize(
    ("error", "danish"),
    [
        (
            errors.NotRegistered("family", "f-017", date(2021, 3, 4)),
            (
                "Familien f-017 er ikke registreret pr. 4.3.2021: registrér den, gerne sammen med dette, "
                "eller ret dagen for registreringen."
            ),
        ),
        (
            errors.AlreadyAttended("youth", "y-001", "2021-forår", 5, 12),
            "Den unge y-001 deltager allerede i møde 5 i 2021-forår, i post 12.",
        ),
        (
            errors.StandsInTheWay(
                7,
                "family-attended",
                FamilyAttended.named(),
                date(2021, 3, 4),
                errors.MeetingNotHeld("2021-forår", 5, date(2021, 3, 4)),
            ),
            (
                "Post 7 (»Familie deltog«, 4.3.2021) står i vejen: Møde 5 i 2021-forår er ikke registreret "
                "som holdt den 4.3.2021 eller før: registrér mødet eller arrangementet først, og sæsonens "
                "plan, hvis sæsonen er ny."
            ),
        ),
        (
            errors.UnknownGroup("fathers", "moedre-faedre", ("mothers", "parents")),
            "Aktiviteten moedre-faedre har ikke målgruppen »fathers«; der er mothers, parents.",
        ),
        (
            errors.UnknownPlace("haven", ()),
            "Planen har ikke stedet »haven«; der er ingen.",
        ),
        (
            errors.EndedAlready("volunteer", "r-001", 9),
            "Den frivillige r-001 er allerede stoppet, i post 9.",
        ),
        (
            errors.EndedAlready("network", "n-001", 9),
            "Netværket n-001 er allerede afsluttet, i post 9.",
        ),
        (
            errors.InvalidValue(
                "heads", -1, Text(da="det skal være 0 eller mere", en="it must be 0 or more")
            ),
            "»heads« kan ikke være -1: det skal være 0 eller mere.",
        ),
        (
            errors.InvalidValue("--on", "i går", Text(da="skriv en dag", en="write a day")),
            "--on kan ikke være »i går«: skriv en dag.",
        ),
        (
            errors.InvalidValue("due", date(2021, 3, 4), Text(da="det er for sent", en="it is too late")),
            "»due« kan ikke være 4.3.2021: det er for sent.",
        ),
        (
            errors.InvalidValue(Text(da="Netværk", en="Network"), None, Text(da="angiv det", en="give it")),
            "Netværk mangler: angiv det.",
        ),
        (
            errors.UnknownActivity("familieakdemi", "min-plan", (Text(da="FamilieAkademi", en="Family"),)),
            (
                "Planen min-plan har ikke aktiviteten »familieakdemi«. Mente du »FamilieAkademi«? "
                "»vaerebro plan« viser aktiviteterne."
            ),
        ),
        (
            errors.PeriodNotOver("programme", date(2023, 12, 31)),
            "Hele aftaleperioden er ikke slut: den kan lukkes efter 31.12.2023.",
        ),
        (
            errors.UnknownPeriod("2031", ("2021", "programme")),
            "Der er ingen periode »2031« at lukke; der er 2021, hele aftaleperioden.",
        ),
        (
            errors.InvalidPlan(
                "min.toml",
                (
                    errors.PlanProblem("areas", Text(da="det mangler", en="it is missing")),
                    errors.PlanProblem("criteria «x»", "no board"),
                ),
            ),
            "Planen min.toml kan ikke bruges: areas: det mangler; criteria «x»: no board.",
        ),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, VaerebroError) else "",
)
def test_the_danish_is_danish(error: VaerebroError, danish: str) -> None:
    assert danish == error.in_("da")


def test_a_kind_of_an_application_is_said_as_it_is() -> None:
    assert "skakklub" == the("skakklub")


def test_an_application_may_say_its_error_in_one_language() -> None:
    class NoBoard(VaerebroError):
        says = "There is no board."

    assert "There is no board." == NoBoard().in_("da") == NoBoard().in_("en")


def test_a_fact_without_a_title_goes_by_its_tag() -> None:
    class GamePlayed(Fact):
        tag = "game-played"

    assert Text.of("game-played") == GamePlayed.named()


def test_what_there_is_is_listed_in_the_language() -> None:
    assert "it has a, b" == there_are(("a", "b"), "en")
    assert "der er a, b" == there_are(("a", "b"), "da")
    assert "it has none" == there_are((), "en")


@pytest.mark.parametrize(
    ("error", "danish"),
    [
        (FileNotFoundError(2, "No such file or directory"), "filen eller mappen findes ikke"),
        (OSError(74, "Bad message"), "Bad message"),
        (OSError("a reason of its own."), "a reason of its own"),
        (ValueError("disk I/O error"), "disken svarer ikke, som den skal"),
        (Unfit(Text(da="det mangler", en="it is missing")), "det mangler"),
        (errors.NothingToRecord(), "Der er intet at registrere: intet er angivet"),
    ],
    ids=repr,
)
def test_what_others_say_is_told_within_a_sentence(error: Exception, danish: str) -> None:
    assert danish == why_of(error).da
    assert str(error).removeprefix("[Errno 2] ").removeprefix("[Errno 74] ").rstrip(".") == why_of(error).en


def test_english_is_found_where_it_is() -> None:
    assert {"the", "must"} == english_in("Mødet må ikke holdes: the meeting must wait.")
    assert set() == english_in("Planen har ikke stedet »the hall«; der er ingen.")


def test_what_the_reader_of_plain_data_says_is_told_in_danish_where_it_is_known() -> None:
    unknown = StructureHandlerNotFoundError("Unsupported type: <class 'complex'>", type_=complex)

    assert "<class 'complex'> er af en type, som ikke kendes her" == say(unknown).da
    assert Text.of("not on a board") == say(ValueError("not on a board"))
