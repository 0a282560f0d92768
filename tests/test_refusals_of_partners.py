"""What cannot be, with partners, bodies and pieces sent out. A new refusal about them: one case here."""

from datetime import date
from pathlib import Path

import pytest

from given import ENTERPRISES, cooperation
from provoked import Case, allow, recording, says_not_there
from vaerebro_events import (
    ActivityStarted,
    BodyDissolved,
    BodyEstablished,
    CooperationBegun,
    CooperationEnded,
    Draft,
    Fact,
    JointInitiativeHeld,
    PieceSentOut,
)
from vaerebro_events.errors import AlreadyThere, EndedAlready, InvalidValue, NotThere, UnknownActivity

BRIDGES, EDITORS, SCHOOL = "brobygning", "redaktion", "skole"
MARCH, APRIL, MAY = (date(2021, month, 1) for month in (3, 4, 5))
PARTNER_KINDS = "enterprise, club, school, day-care, library, authority, other"

begun = cooperation("p-1", MARCH)
cooperation_over = Draft(CooperationEnded(ENTERPRISES, "p-1"), APRIL)
established = Draft(BodyEstablished(EDITORS, "b-1", "group"), MARCH)
dissolved = Draft(BodyDissolved(EDITORS, "b-1"), APRIL)
started = Draft(ActivityStarted(BRIDGES), MARCH)
piece = Draft(PieceSentOut(EDITORS, "s-1"), MARCH)


def already_there(kind: str, name: str, draft: Draft) -> Case:
    """It begins a second time."""
    says = f"The {kind} {name} is there already, in entry 2; correct that one."
    return Case(AlreadyThere, says, [draft], recording(Draft(draft.fact, APRIL)))


def has_ended(kind: str, name: str, begins: Draft, ends: Draft) -> Case:
    """It ends a second time."""
    says = f"The {kind} {name} has ended already, in entry 3."
    return Case(EndedAlready, says, [begins, ends], recording(Draft(ends.fact, MAY)))


def unknown_activity(fact: Fact) -> Case:
    says = "The plan vaerebro-2020-2023 has no activity «skak». «vaerebro plan» lists its activities."
    return Case(UnknownActivity, says, (), recording(Draft(fact, MARCH)))


CASES = [
    already_there("cooperation", "p-1", begun),
    already_there("body", "b-1", established),
    already_there("activity", BRIDGES, started),
    already_there("piece", "s-1", piece),
    has_ended("cooperation", "p-1", begun, cooperation_over),
    has_ended("body", "b-1", established, dissolved),
    Case(
        NotThere,
        says_not_there("cooperation", "p-2", APRIL),
        [begun],
        recording(Draft(CooperationEnded(ENTERPRISES, "p-2"), APRIL)),
    ),
    Case(
        NotThere,
        says_not_there("cooperation", "p-1", date(2021, 2, 28)),
        [begun],
        recording(Draft(cooperation_over.fact, date(2021, 2, 28))),
    ),
    Case(
        NotThere,
        says_not_there("body", "b-1", MARCH),
        [Draft(BodyEstablished(ENTERPRISES, "b-1", "working-group"), MARCH)],
        recording(Draft(dissolved.fact, MARCH)),
    ),
    unknown_activity(ActivityStarted("skak")),
    unknown_activity(JointInitiativeHeld("skak", "i-1", "school")),
    unknown_activity(PieceSentOut("skak", "s-1")),
    Case(
        InvalidValue,
        f"kind cannot be 'chess': it must be one of {PARTNER_KINDS}.",
        (),
        lambda _: CooperationBegun(ENTERPRISES, "p-1", "chess"),
    ),
    Case(
        InvalidValue,
        f"together_with cannot be 'chess': it must be one of {PARTNER_KINDS}.",
        (),
        lambda _: JointInitiativeHeld(SCHOOL, "i-1", "chess"),
    ),
    Case(
        InvalidValue,
        "kind cannot be 'chess': it must be one of group, channel, working-group, committee.",
        (),
        lambda _: BodyEstablished(EDITORS, "b-1", "chess"),
    ),
    Case(
        InvalidValue,
        "partner cannot be 'the chess club': it must be 1 to 64 letters, digits or . - _ : without spaces.",
        (),
        lambda _: CooperationBegun(BRIDGES, "the chess club", "club"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_with_partners_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([begun, cooperation_over, cooperation("p-1", MAY)], id="a cooperation begun anew"),
        pytest.param([begun, Draft(CooperationBegun(BRIDGES, "p-1", "club"), MARCH)], id="in two activities"),
        pytest.param([established, dissolved, Draft(established.fact, MAY)], id="a body set up anew"),
        pytest.param(
            [
                Draft(JointInitiativeHeld(SCHOOL, "i-1", "school"), MARCH),
                Draft(JointInitiativeHeld(SCHOOL, "i-1", "day-care"), MARCH),
            ],
            id="one initiative with several",
        ),
    ],
)
def test_what_may_be_with_partners_is_recorded(given: list[Draft]) -> None:
    allow(given)
