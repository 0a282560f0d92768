"""What cannot be, with networks. A new refusal about them: one case here."""

from datetime import date
from pathlib import Path

import pytest

from given import NETWORKS, family, network, network_ended, network_event, resident
from provoked import Case, allow, recording, says_not_registered, says_not_there
from vaerebro_events import (
    Draft,
    Fact,
    FamilyJoined,
    NetworkEnded,
    NetworkFormed,
    NetworkFoundSustainable,
    ResidentJoined,
)
from vaerebro_events.errors import (
    AlreadyThere,
    EndedAlready,
    InvalidValue,
    NotRegistered,
    NotThere,
    StandsInTheWay,
    UnknownActivity,
)

MARCH, APRIL, MAY = (date(2021, month, 1) for month in (3, 4, 5))

people = [family("f-1"), resident("r-1")]
formed = network("n-1", MARCH)
a_network = [*people, formed]
ended = network_ended("n-1", APRIL)
family_joined = FamilyJoined(NETWORKS, "n-1", "f-1")
resident_joined = ResidentJoined(NETWORKS, "n-1", "r-1")
sustainable = NetworkFoundSustainable(NETWORKS, "n-1")


def not_there(fact: Fact) -> Case:
    return Case(NotThere, says_not_there("network", "n-1", MARCH), people, recording(Draft(fact, MARCH)))


def has_ended(fact: Fact) -> Case:
    says = "The network n-1 has ended already, in entry 5."
    return Case(EndedAlready, says, [*a_network, ended], recording(Draft(fact, MAY)))


SAID_OF_IT = [
    family_joined,
    resident_joined,
    sustainable,
    ended.fact,
    network_event("n-1", 1, MARCH).fact,
]
CASES = [
    *map(not_there, SAID_OF_IT),
    *map(has_ended, SAID_OF_IT),
    Case(
        NotThere,
        says_not_there("network", "n-1", date(2021, 2, 28)),
        a_network,
        recording(Draft(family_joined, date(2021, 2, 28))),
    ),
    Case(
        NotThere,
        says_not_there("network", "n-1", APRIL),
        a_network,
        recording(Draft(FamilyJoined("netvaerk", "n-1", "f-1"), APRIL)),
    ),
    Case(
        AlreadyThere,
        "The network n-1 is there already, in entry 4; correct that one.",
        a_network,
        recording(network("n-1", APRIL)),
    ),
    Case(
        NotRegistered,
        says_not_registered("family", "f-9", APRIL),
        a_network,
        recording(Draft(FamilyJoined(NETWORKS, "n-1", "f-9"), APRIL)),
    ),
    Case(
        NotRegistered,
        says_not_registered("resident", "f-1", APRIL),
        a_network,
        recording(Draft(ResidentJoined(NETWORKS, "n-1", "f-1"), APRIL)),
    ),
    Case(
        StandsInTheWay,
        "Entry 5 (family-joined, 2021-05-01) stands in the way: The network n-1 has ended already, in "
        "entry 6.",
        [*a_network, Draft(family_joined, MAY)],
        recording(ended),
    ),
    Case(
        StandsInTheWay,
        f"Entry 5 (event-held, 2021-04-01) stands in the way: {says_not_there('network', 'n-1', APRIL)}",
        [*a_network, network_event("n-1", 1, APRIL)],
        lambda desk: desk.logbook.retract(4, reason="did-not-happen"),
    ),
    Case(
        UnknownActivity,
        "The plan vaerebro-2020-2023 has no activity «skak». «vaerebro plan» lists its activities.",
        (),
        recording(Draft(NetworkEnded("skak", "n-1"), MARCH)),
    ),
    Case(
        InvalidValue,
        "inclusive cannot be 1: it must be true or false.",
        (),
        lambda _: NetworkFormed(NETWORKS, "n-1", inclusive=1),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] the point
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_with_networks_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([*a_network, ended, network("n-1", MAY), Draft(sustainable, MAY)], id="formed anew"),
        pytest.param([*a_network, Draft(family_joined, APRIL), ended], id="joined on its last day"),
        pytest.param([*a_network, Draft(family_joined, APRIL), Draft(family_joined, MAY)], id="joined twice"),
        pytest.param([formed, network("n-1", MARCH, "netvaerk")], id="the same name elsewhere"),
    ],
)
def test_what_may_be_with_networks_is_recorded(given: list[Draft]) -> None:
    allow(given)
