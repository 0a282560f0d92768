"""What cannot be, in blocks and their stairwells. A new refusal about them: one case here."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from clocks import SettableClock
from given import NEIGHBOURS, neighbours, new_logbook, organisation_ended, organised, the_plan
from provoked import Case, allow, recording, says_not_there
from vaerebro_events import BlockOrganised, Draft, NeighbourActivityHeld
from vaerebro_events.errors import (
    AlreadyThere,
    EndedAlready,
    InvalidValue,
    NotThere,
    UnknownActivity,
    UnknownBlock,
    UnknownStairwell,
)

MARCH, APRIL, MAY = (date(2021, month, 1) for month in (3, 4, 5))
BLOCKS = ", ".join(f"block-{number}" for number in range(1, 9))
NO_BLOCK = f"The plan has no block «block-9»; it has {BLOCKS}."
NO_STAIRWELL = "The block block-1 has no stairwell «9»; it has 1, 2, 3, 4, 5."

council = organised("o-1", "12", MARCH)

CASES = [
    Case(UnknownBlock, NO_BLOCK, (), recording(neighbours(MARCH, "block-9"))),
    Case(UnknownBlock, NO_BLOCK, (), recording(organised("o-1", "1", MARCH, "block-9"))),
    Case(
        UnknownStairwell,
        NO_STAIRWELL,
        (),
        recording(Draft(NeighbourActivityHeld(NEIGHBOURS, "block-1", ("1", "9")), MARCH)),
    ),
    Case(UnknownStairwell, NO_STAIRWELL, (), recording(organised("o-1", "19", MARCH))),
    Case(
        AlreadyThere,
        "The organisation o-1 is there already, in entry 2; correct that one.",
        [council],
        recording(organised("o-1", "3", APRIL)),
    ),
    Case(
        NotThere,
        says_not_there("organisation", "o-1", date(2021, 2, 28)),
        [council],
        recording(organisation_ended("o-1", date(2021, 2, 28))),
    ),
    Case(
        EndedAlready,
        "The organisation o-1 has ended already, in entry 3.",
        [council, organisation_ended("o-1", APRIL)],
        recording(organisation_ended("o-1", MAY)),
    ),
    Case(
        UnknownActivity,
        "The plan vaerebro-2020-2023 has no activity «skak». «vaerebro plan» lists its activities.",
        (),
        recording(Draft(NeighbourActivityHeld("skak", "block-9"), MARCH)),
    ),
    Case(
        InvalidValue,
        "stairwells cannot be '': an organisation covers at least one stairwell.",
        (),
        lambda _: organised("o-1", "", MARCH),
    ),
    Case(
        InvalidValue,
        "stairwells cannot be '1, 1': a stairwell stands there twice.",
        (),
        lambda _: organised("o-1", "11", MARCH),
    ),
    Case(
        InvalidValue,
        "stairwells cannot be '12': it must be a list of stairwells.",
        (),
        lambda _: NeighbourActivityHeld(NEIGHBOURS, "block-1", "12"),
    ),
    Case(
        InvalidValue,
        "form cannot be 'club': it must be one of block-council, stairwell-representatives, other.",
        (),
        lambda _: BlockOrganised(NEIGHBOURS, "o-1", "block-1", "club", ("1",)),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_cannot_be_in_a_block_is_refused(case: Case, tmp_path: Path) -> None:
    case.check(tmp_path)


def test_where_a_plan_names_none_that_is_said(clock: SettableClock) -> None:
    first, *others = the_plan().blocks
    without = evolve(the_plan(), blocks=(), criteria=())
    bare = evolve(the_plan(), blocks=(evolve(first, stairwells=()), *others), criteria=())

    with new_logbook(clock, plan=without) as logbook, pytest.raises(UnknownBlock, match="it has none"):
        logbook.record(neighbours(MARCH))
    with new_logbook(clock, plan=bare) as logbook, pytest.raises(UnknownStairwell, match="names none of it"):
        logbook.record(council)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([council, organisation_ended("o-1", APRIL), organised("o-1", "1", MAY)], id="anew"),
        pytest.param([council, organised("o-2", "12", APRIL)], id="two in the same stairwells"),
        pytest.param([neighbours(MARCH), neighbours(MARCH)], id="two activities in a day"),
        pytest.param([organised("o-1", "1", MARCH, "block-2")], id="the same stairwell of another block"),
    ],
)
def test_what_may_be_in_a_block_is_recorded(given: list[Draft]) -> None:
    allow(given)


def test_stairwells_are_kept_in_order() -> None:
    assert ("1", "2", "3") == NeighbourActivityHeld(NEIGHBOURS, "block-1", ["3", "1", "2"]).stairwells
