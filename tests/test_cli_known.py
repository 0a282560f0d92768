"""The references in use on the command line: how many, whom to tick off, who has not been seen."""

import json
from datetime import date
from pathlib import Path

import pytest

from at_the_desk import a_logbook, vaerebro
from given import (
    AKADEMI,
    evening,
    evenings,
    family,
    network,
    network_ended,
    recruited,
    resident,
    season,
    the_plan,
)
from vaerebro_events import Draft, Logbook, MilestoneSet
from vaerebro_events.projections.references import references
from vaerebro_events.reports.terminal.references import KINDS, kind_asked

JANUARY, JUNE = date(2021, 1, 4), date(2021, 6, 30)
LAST = ("--on", "2021-12-31")
TITLE = "Værebros Park 2020-2023"
STATUS = "Status for 2021-12-31, with everything known (up to entry 18)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """f-2 came twice, f-10 once, f-11 never; a volunteer, and a network that ended."""
    return a_logbook(
        tmp_path,
        the_plan(),
        season(),
        *(family(who) for who in ("f-10", "f-2", "f-11")),
        *evenings([1, 2], "f-2"),
        *evening(3, "f-10"),
        resident("r-1", JANUARY),
        recruited("r-1", JANUARY),
        network("madklubben", JANUARY, "netvaerk"),
        network("nabohjælp", JANUARY, "naboskab"),
        network_ended("nabohjælp", JUNE, "naboskab"),
        Draft(MilestoneSet("m-1", JUNE), JANUARY),
    )


def page(*words: str | Path) -> list[str]:
    said = vaerebro("known", *words)
    assert (0, "") == (said.exit_code, said.stderr)
    lines = said.stdout.splitlines()
    assert all(len(line) <= 80 for line in lines)
    return lines


def found(*words: str | Path) -> list[str]:
    """The references on a page of one kind."""
    return [line.split()[0] for line in page(*words)[5:]]


def test_without_a_kind_each_has_a_line_with_how_many_there_are(path: Path) -> None:
    assert [
        "",
        "What        Number  Ended  Last seen",
        "families         3         2021-01-21",
        "residents        1         2021-01-04",
        "volunteers       1         2021-01-04",
        "seasons          1         2021-01-21",
        "networks         2      1  2021-06-30",
        "milestones       1         2021-01-04",
        "",
        "One kind at a time: write it after the logbook, such as «families».",
    ] == page(path, *LAST)[2:]


def test_the_same_in_danish(path: Path) -> None:
    shown = page(path, *LAST, "--lang", "da")

    assert "Hvad        Antal  Afsluttet  Sidst set" in shown
    assert "familier        3             21.1.2021" in shown
    assert "En slags ad gangen: skriv den efter logbogen, såsom »familier«." == shown[-1]


def test_of_one_kind_each_has_a_line_and_numbers_their_order(path: Path) -> None:
    shown = page(path, "families", *LAST)

    assert [
        "3 families",
        "Reference  Activity                         Days  First seen  Last seen",
        "f-2        FamilieAkademi                      2  2021-01-07  2021-01-14",
        "f-10       FamilieAkademi                      1  2021-01-21  2021-01-21",
        "f-11       not seen, registered 2021-01-04",
    ] == shown[3:]


def test_what_is_the_same_for_all_is_said_once(path: Path) -> None:
    shown = page(path, "familier", "--activity", AKADEMI, *LAST, "--lang", "da")

    assert [
        "2 familier, FamilieAkademi",
        "Reference  Dage  Først set  Sidst set",
        "f-2           2  7.1.2021   14.1.2021",
        "f-10          1  21.1.2021  21.1.2021",
    ] == shown[-4:]


def test_what_has_ended_says_when(path: Path) -> None:
    shown = page(path, "netværk", *LAST)

    assert [False, True] == [line.endswith("2021-06-30") for line in shown if line.startswith(("n", "m"))]
    assert "Ended" in shown[4]


def test_what_belongs_to_the_whole_programme_says_so(path: Path) -> None:
    assert "1 milestone, the whole programme" == page(path, "milestones", *LAST)[3]


def test_who_has_not_been_seen_since(path: Path) -> None:
    assert ["f-2", "f-11"] == found(path, "families", "--not-since", "15.1.2021", *LAST)
    assert ["f-10"] == found(path, "families", "--since", "2021-01-15", *LAST)
    assert ["f-2"] == found(path, "families", "--since", "14.1.2021", "--not-since", "15.1.2021", *LAST)


def test_who_came_to_a_season_or_an_activity_by_its_title(path: Path) -> None:
    assert ["f-2", "f-10"] == found(path, "families", "--series", "2021-forår", *LAST)
    assert ["f-2", "f-10"] == found(path, "families", "--activity", "familieakademi", *LAST)
    assert ["f-2", "f-10"] == found(path, "families", "--activity", "FamilieAkademi", *LAST)


def test_where_there_are_none_it_says_so(path: Path) -> None:
    assert "No references." == page(path, "bydelsmødre", *LAST)[-1]
    assert "Ingen referencer." == page(path, "unge", *LAST, "--lang", "da")[-1]


def test_long_references_and_titles_fit_on_a_page(tmp_path: Path) -> None:
    long = "madklubben-for-naboer-i-alle-blokke-der-holder-af-at-spise-samme"
    networks = [network(long, JANUARY, "netvaerk"), network(long, JANUARY, "brobygning")]
    path = a_logbook(tmp_path, the_plan(), *networks, network_ended(long, JUNE, "netvaerk"))

    shown = page(path, "networks", *LAST)

    folded = "".join(line.split("  ")[0] for line in shown[5:] if not line.startswith(" "))
    assert long == folded


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_kind_that_there_is_not_is_wrong_use(path: Path, lang: str) -> None:
    said = vaerebro("known", path, "katte", "--lang", lang)

    assert 2 == said.exit_code
    expected = {
        "da": "»katte« er ikke en slags reference; der er familier, unge,",
        "en": "no kind of reference",
    }
    assert expected[lang] in said.stderr


def test_an_activity_that_there_is_not_is_refused(path: Path) -> None:
    said = vaerebro("known", path, "--activity", "skak")

    assert (1, "") == (said.exit_code, said.stdout)
    assert "has no activity «skak»" in said.stderr


def test_before_the_plan_there_is_no_activity(path: Path) -> None:
    said = vaerebro("known", path, "--activity", "skak", "--known", "0")

    assert (1, "") == (said.exit_code, said.stdout)


def test_a_day_that_is_none_is_refused_with_what_to_write(path: Path) -> None:
    said = vaerebro("known", path, "--since", "30.2.2021")

    assert 1 == said.exit_code
    assert "the calendar has no such day" in said.stderr


def test_as_it_was_known(path: Path) -> None:
    assert ["f-10"] == found(path, "families", "--known", "3", *LAST)


def test_json_has_the_references_of_a_kind_with_all_they_were_seen_in(path: Path) -> None:
    said = json.loads(vaerebro("known", path, "networks", *LAST, "--json").stdout)

    assert {
        "kind": "network",
        "reference": "nabohjælp",
        "registered_on": None,
        "first": "2021-01-04",
        "last": "2021-06-30",
        "ended_on": "2021-06-30",
        "seen": [
            {
                "activity": "naboskab",
                "first": "2021-01-04",
                "last": "2021-06-30",
                "days": 2,
                "ended_on": "2021-06-30",
            }
        ],
    } == said["references"][1]
    with Logbook.open(path) as logbook:
        kinds = [each.kind for each in references(logbook.replay(on=date(2021, 12, 31)))]
    everything = json.loads(vaerebro("known", path, *LAST, "--json").stdout)
    assert kinds == [each["kind"] for each in everything["references"]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_meant_by_all_its_names(kind: str) -> None:
    names = [kind, KINDS[kind].da, KINDS[kind].en.upper(), f" {KINDS[kind].da.capitalize()} "]

    assert {kind} == {kind_asked(name) for name in names}
    assert kind == kind_asked(KINDS[kind].da.replace("æ", "ae").replace("ø", "oe"))


def test_an_applications_own_kind_is_meant_by_its_name() -> None:
    assert ("toy", None) == (kind_asked("Toy", ["toy"]), kind_asked("toy"))
