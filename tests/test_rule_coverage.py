"""Blocks in which every stairwell (opgang) is in a local organisation, each counted once."""

from datetime import date

import pytest

from given import (
    NEIGHBOURS,
    NEXT_YEAR,
    PROGRAMME,
    YEAR,
    organisation_ended,
    organised,
    reasons,
    status_of,
    values,
)
from vaerebro_events import Draft, Logbook, Part, State
from vaerebro_events.projections.rules import Coverage

# A block of the plan has the stairwells 1 to 5; there are eight blocks.
ONE = Coverage(NEIGHBOURS, 1)
TWO = Coverage(NEIGHBOURS, 2)
MARCH, APRIL, MAY = date(2021, 3, 1), date(2021, 4, 1), date(2021, 5, 1)
LAST_DAY = date(2021, 12, 31)
NEW_YEAR = date(2022, 1, 1)


@pytest.mark.parametrize(
    ("what", "value", "covered"),
    [
        ([organised("o-1", "12345", MARCH)], 1, 5),
        ([organised("o-1", "1234", MARCH)], 0, 4),
        ([organised("o-1", "12", MARCH), organised("o-2", "345", APRIL)], 1, 5),
        ([organised("o-1", "123", MARCH), organised("o-2", "345", APRIL)], 1, 5),
        ([organised("o-1", "123", MARCH), organised("o-2", "34", APRIL)], 0, 4),
        # The stairwells must be in on one day; an organisation's last day is still one of it.
        (
            [organised("o-1", "12", MARCH), organisation_ended("o-1", APRIL), organised("o-2", "345", APRIL)],
            1,
            5,
        ),
        (
            [organised("o-1", "12", MARCH), organisation_ended("o-1", APRIL), organised("o-2", "345", MAY)],
            0,
            3,
        ),
        # An organisation that began again.
        (
            [
                organised("o-1", "12", MARCH),
                organisation_ended("o-1", date(2021, 3, 31)),
                organised("o-1", "12", APRIL),
                organised("o-2", "345", MAY),
            ],
            1,
            5,
        ),
        # What was complete once has counted, with all its stairwells, whatever becomes of it.
        ([organised("o-1", "12345", MARCH), organisation_ended("o-1", APRIL)], 1, 5),
        ([organised("o-1", "123", MARCH), organisation_ended("o-1", APRIL)], 0, 0),
    ],
)
def test_a_block_counts_once_every_stairwell_is_in(
    logbook: Logbook, what: list[Draft], value: int, covered: int
) -> None:
    logbook.record(*what)

    status = status_of(ONE, logbook.replay(on=LAST_DAY))

    assert (value, (Part("block-1", covered, of=5),)) == (status.value, status.parts)
    assert (State.MET if value else State.NOT_MET) is status.state


def test_stairwells_of_several_blocks_are_not_one_block(logbook: Logbook) -> None:
    logbook.record(organised("o-1", "12", MARCH), organised("o-2", "345", MARCH, block="block-2"))

    status = status_of(ONE, logbook.replay(on=LAST_DAY))

    assert (0, (Part("block-1", 2, of=5), Part("block-2", 3, of=5))) == (status.value, status.parts)
    assert [(2, "not-every-stairwell", ()), (3, "not-every-stairwell", ())] == reasons(status)


@pytest.mark.parametrize(
    ("last_in", "of_years"),
    [
        (date(2020, 12, 31), [0, 0]),
        (date(2021, 1, 1), [1, 0]),
        (LAST_DAY, [1, 0]),
        (NEW_YEAR, [0, 1]),
    ],
)
def test_a_block_counts_in_the_period_of_its_last_stairwell(
    logbook: Logbook, last_in: date, of_years: list[int]
) -> None:
    logbook.record(organised("o-1", "12", date(2020, 3, 1)), organised("o-2", "345", last_in))

    replay = logbook.replay(on=date(2022, 12, 31))

    assert [*of_years, 1] == values(ONE, replay, YEAR, NEXT_YEAR, PROGRAMME)


def test_a_block_covered_anew_has_counted_earlier(logbook: Logbook) -> None:
    logbook.record(organised("o-1", "12", MARCH), organised("o-2", "345", APRIL))
    logbook.record(organisation_ended("o-1", MAY), organised("o-3", "12", NEW_YEAR))

    replay = logbook.replay(on=date(2022, 12, 31))
    anew = status_of(ONE, replay, NEXT_YEAR)

    assert [1, 0, 1] == values(ONE, replay, YEAR, NEXT_YEAR, PROGRAMME)
    assert ((2, 3), ()) == (status_of(ONE, replay).counted, status_of(ONE, replay).left_out)
    assert ((), [(5, "counted-earlier", (2, 3))]) == (anew.counted, reasons(anew))
    assert () == anew.parts


def test_an_organisation_that_ended_is_left_out_with_its_end(logbook: Logbook) -> None:
    logbook.record(organised("o-1", "12", MARCH), organisation_ended("o-1", APRIL))
    logbook.record(organised("o-2", "345", MAY))

    status = status_of(ONE, logbook.replay(on=LAST_DAY))

    assert [(2, "ended", (3,)), (4, "not-every-stairwell", ())] == reasons(status)


def test_what_was_organised_before_the_period_counts_with_it(logbook: Logbook) -> None:
    logbook.record(organised("o-1", "12", MARCH), organised("o-2", "345", NEW_YEAR))

    status = status_of(ONE, logbook.replay(on=date(2022, 12, 31)), NEXT_YEAR)

    assert ((2, 3), ()) == (status.counted, status.left_out)


def test_an_organisation_of_that_name_in_another_block_ends_there_alone(logbook: Logbook) -> None:
    logbook.record(organised("o-1", "12", MARCH), organisation_ended("o-1", APRIL))
    logbook.record(organised("o-1", "34", MAY, block="block-2"), organisation_ended("o-1", LAST_DAY))

    status = status_of(ONE, logbook.replay(on=LAST_DAY))

    assert [(2, "ended", (3,)), (4, "ended", (5,))] == reasons(status)


@pytest.mark.parametrize(
    ("blocks", "on", "state"),
    [
        # Half of the year has gone: of 2 blocks, none is asked for until half a year and a day.
        (0, date(2021, 7, 1), State.ON_TRACK),
        (0, date(2021, 7, 2), State.BEHIND),
        (1, date(2021, 7, 2), State.ON_TRACK),
        (1, LAST_DAY, State.NOT_MET),
        (2, date(2021, 7, 2), State.MET),
    ],
)
def test_two_blocks_a_year_keep_their_pace(logbook: Logbook, blocks: int, on: date, state: State) -> None:
    for number in range(1, blocks + 1):
        logbook.record(organised(f"o-{number}", "12345", MARCH, block=f"block-{number}"))

    assert state is status_of(TWO, logbook.replay(on=on)).state


def test_a_stairwell_taken_back_makes_the_block_incomplete(logbook: Logbook) -> None:
    logbook.record(organised("o-1", "12345", MARCH))

    logbook.correct(2, organised("o-1", "1234", MARCH).fact, reason="wrong-figure")

    assert 1 == status_of(ONE, logbook.replay(on=LAST_DAY, known=2)).value
    assert 0 == status_of(ONE, logbook.replay(on=LAST_DAY)).value


def test_an_end_written_late_undoes_what_was_complete(logbook: Logbook) -> None:
    logbook.record(organised("o-1", "12", MARCH), organised("o-2", "345", MAY))
    known_then = logbook.position
    logbook.record(organisation_ended("o-1", APRIL))

    assert 1 == status_of(ONE, logbook.replay(on=LAST_DAY, known=known_then)).value
    assert 0 == status_of(ONE, logbook.replay(on=LAST_DAY)).value


def test_the_rule_says_itself(logbook: Logbook) -> None:
    replay = logbook.replay()

    status = status_of(TWO, replay)

    assert (
        "Blokke, hvor alle opgange er organiseret: mindst 2 af 8; en blok tæller kun med én gang, nemlig i "
        "den periode, hvor den sidste opgang kom med."
    ) == replay.sentence(status, "da")
    assert (
        "Blocks with every stairwell organised: at least 2 of 8; a block counts only once, in the period in "
        "which its last stairwell came in."
    ) == replay.sentence(status, "en")


def test_the_rule_says_that_all_blocks_are_asked_for(logbook: Logbook) -> None:
    replay = logbook.replay()

    status = status_of(Coverage(NEIGHBOURS, 8), replay)

    assert "Blokke, hvor alle opgange er organiseret: alle 8" == replay.sentence(status, "da").split(";")[0]
    assert "Blocks with every stairwell organised: all 8" == replay.sentence(status, "en").split(";")[0]
