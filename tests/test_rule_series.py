"""Seasons with enough meetings, each counted in the period of the last of these."""

from datetime import date

import pytest
from attrs import evolve

from given import (
    AKADEMI,
    AUTUMN,
    NEXT_YEAR,
    PROGRAMME,
    SPRING,
    YEAR,
    a_spring,
    evening,
    evenings,
    left_out,
    position_of,
    reasons,
    season,
    status_of,
    values,
)
from vaerebro_events import Logbook, MeetingCancelled, MeetingHeld, Part, State, Text
from vaerebro_events.projections.rules import CompleteSeries
from vaerebro_events.projections.rules.series import Participants

TWO_OF_THREE = CompleteSeries(AKADEMI, 2, 3)
PAIRS = Participants("family-attended", "family", 2, Text(da="par", en="pairs"))
WITH_PAIRS = CompleteSeries(AKADEMI, 1, 3, PAIRS, Text(da="forløb", en="courses"))
WITH_PAIRS_AT_EVERY = evolve(WITH_PAIRS, participants=evolve(PAIRS, at_every_meeting=True))
IN_SPRING = f"{SPRING}/family"
LAST_DAY = date(2021, 12, 31)
NEXT_LAST_DAY = date(2022, 12, 31)
SEPTEMBER = (date(2021, 9, 2), date(2021, 9, 9), date(2021, 9, 16))


def autumn(logbook: Logbook, *days: date) -> None:
    logbook.record(season(AUTUMN, SEPTEMBER[0]))
    for meeting, day in enumerate(days, start=1):
        logbook.record(*evening(meeting, series=AUTUMN, on=day))


@pytest.mark.parametrize(
    ("in_spring", "in_autumn", "value", "state"),
    [
        (3, 3, 2, State.MET),
        (4, 3, 2, State.MET),
        (3, 2, 1, State.NOT_MET),
        (2, 2, 0, State.NOT_MET),
        (0, 0, 0, State.NOT_MET),
    ],
)
def test_a_season_counts_when_it_has_all_its_meetings(
    logbook: Logbook, in_spring: int, in_autumn: int, value: int, state: State
) -> None:
    logbook.record(*a_spring(), *evenings(range(1, in_spring + 1)))
    autumn(logbook, *SEPTEMBER[:in_autumn])

    status = status_of(TWO_OF_THREE, logbook.replay(on=LAST_DAY))

    assert (value, state) == (status.value, status.state)


def test_the_meetings_of_a_short_season_are_too_few(logbook: Logbook) -> None:
    logbook.record(*a_spring(), *evenings((1, 2)))

    status = status_of(TWO_OF_THREE, logbook.replay(on=LAST_DAY))

    assert (Part(SPRING, 2),) == status.parts
    assert ["too-few", "too-few"] == [item.why for item in left_out(logbook, status)]


def test_a_cancelled_meeting_is_none(logbook: Logbook) -> None:
    logbook.record(*a_spring(), *evenings((1, 2)))

    logbook.record(MeetingCancelled(AKADEMI, SPRING, 3), on=date(2021, 1, 21))

    assert 0 == status_of(TWO_OF_THREE, logbook.replay(on=LAST_DAY)).value


def test_retracting_a_meeting_makes_a_season_short(logbook: Logbook) -> None:
    logbook.record(*a_spring(), *evenings((1, 2, 3)))
    known_then = logbook.position

    logbook.retract(position_of(logbook, MeetingHeld(AKADEMI, SPRING, 2)), reason="did-not-happen")

    assert 1 == status_of(TWO_OF_THREE, logbook.replay(on=LAST_DAY, known=known_then)).value
    assert 0 == status_of(TWO_OF_THREE, logbook.replay(on=LAST_DAY)).value


@pytest.mark.parametrize(("third", "this_year", "next_year"), [(LAST_DAY, 1, 0), (date(2022, 1, 1), 0, 1)])
def test_a_season_counts_in_the_year_of_its_last_needed_meeting(
    logbook: Logbook, third: date, this_year: int, next_year: int
) -> None:
    autumn(logbook, SEPTEMBER[0], SEPTEMBER[1], third)

    replay = logbook.replay(on=NEXT_LAST_DAY)

    assert this_year == status_of(TWO_OF_THREE, replay).value
    assert next_year == status_of(TWO_OF_THREE, replay, NEXT_YEAR).value
    assert 1 == status_of(TWO_OF_THREE, replay, PROGRAMME).value


def test_meetings_before_new_year_count_with_the_season_that_ends_after_it(logbook: Logbook) -> None:
    autumn(logbook, SEPTEMBER[0], SEPTEMBER[1], date(2022, 1, 1))
    replay = logbook.replay(on=NEXT_LAST_DAY)

    before, after = status_of(TWO_OF_THREE, replay), status_of(TWO_OF_THREE, replay, NEXT_YEAR)

    assert ["too-few", "too-few"] == [item.why for item in left_out(logbook, before)]
    assert (3, ()) == (len(after.counted), after.left_out)


def test_meetings_of_a_season_that_was_complete_last_year_are_counted_earlier(logbook: Logbook) -> None:
    autumn(logbook, *SEPTEMBER, date(2022, 1, 1))

    status = status_of(TWO_OF_THREE, logbook.replay(on=NEXT_LAST_DAY), NEXT_YEAR)

    assert 0 == status.value
    assert ["counted-earlier"] == [item.why for item in left_out(logbook, status)]
    needed = tuple(position_of(logbook, MeetingHeld(AKADEMI, AUTUMN, n)) for n in (1, 2, 3))
    assert needed == status.left_out[0].because


def test_the_season_of_another_year_is_not_looked_at(logbook: Logbook) -> None:
    logbook.record(*a_spring(), *evenings((1, 2, 3)))

    status = status_of(TWO_OF_THREE, logbook.replay(on=NEXT_LAST_DAY), NEXT_YEAR)

    assert (0, (), ()) == (status.value, status.parts, status.left_out)


def test_before_a_meeting_is_known_there_is_no_season(logbook: Logbook) -> None:
    logbook.record(*a_spring(), *evenings((1, 2, 3)))

    status = status_of(TWO_OF_THREE, logbook.replay(on=LAST_DAY, known=1))

    assert (0, ()) == (status.value, status.parts)


@pytest.mark.parametrize(
    ("who_came", "in_the_course", "at_every"),
    [
        (("", "", ""), 0, 0),
        (("ab", "ab", "ab"), 1, 1),
        # Two in all, and not two each time.
        (("a", "b", ""), 1, 0),
        (("ab", "ab", "a"), 1, 0),
        # Others each time.
        (("ab", "cd", "ef"), 1, 1),
        # One alone, however often.
        (("a", "a", "a"), 0, 0),
        # The second came only after the meetings that are required.
        (("a", "a", "a", "b"), 0, 0),
        (("ab", "ab", "ab", ""), 1, 1),
        # The meetings themselves are too few.
        (("ab", "ab"), 0, 0),
    ],
)
def test_a_course_needs_so_many_pairs(
    logbook: Logbook, who_came: tuple[str, ...], in_the_course: int, at_every: int
) -> None:
    logbook.record(*a_spring(*"abcdef"))
    for meeting, families in enumerate(who_came, start=1):
        logbook.record(*evening(meeting, *families))
    replay = logbook.replay(on=LAST_DAY)

    assert in_the_course == status_of(WITH_PAIRS, replay).value
    assert at_every == status_of(WITH_PAIRS_AT_EVERY, replay).value


def test_who_came_is_shown_with_the_meetings_that_counted(logbook: Logbook) -> None:
    logbook.record(*a_spring("a", "b"))
    for meeting, families in enumerate(("a", "b", "", "ab"), start=1):
        logbook.record(*evening(meeting, *families))
    replay = logbook.replay(on=LAST_DAY)

    counted, left = status_of(WITH_PAIRS, replay), status_of(WITH_PAIRS_AT_EVERY, replay)

    # Meetings 1, 2, 3 stand at 5, 7, 9; who came at 6 and 8.
    assert ((5, 6, 7, 8, 9), (Part(SPRING, 4), Part(IN_SPRING, 2, of=2))) == (counted.counted, counted.parts)
    assert (Part(SPRING, 4), Part(IN_SPRING, 0, of=2)) == left.parts
    assert ((), [(at, "too-few-participants", ()) for at in (5, 7, 9)]) == (left.counted, reasons(left))


@pytest.mark.parametrize(
    ("who_came", "in_all", "fewest"), [(("ab", "c", "ab"), 3, 1), (("a", "", ""), 1, 0), (("ab",), 2, 2)]
)
def test_of_a_course_so_many_took_part_or_came_to_the_meeting_with_the_fewest(
    logbook: Logbook, who_came: tuple[str, ...], in_all: int, fewest: int
) -> None:
    logbook.record(*a_spring(*"abc"))
    for meeting, families in enumerate(who_came, start=1):
        logbook.record(*evening(meeting, *families))
    replay = logbook.replay(on=LAST_DAY)

    found = [status_of(rule, replay).parts[-1] for rule in (WITH_PAIRS, WITH_PAIRS_AT_EVERY)]

    assert [Part(IN_SPRING, in_all, of=2), Part(IN_SPRING, fewest, of=2)] == found


def test_a_course_with_pairs_counts_in_the_year_of_its_last_needed_meeting(logbook: Logbook) -> None:
    logbook.record(*a_spring("a", "b"))
    for meeting, day in enumerate((SEPTEMBER[0], LAST_DAY, date(2022, 1, 1)), start=1):
        logbook.record(*evening(meeting, "a", "b", on=day))

    replay = logbook.replay(on=NEXT_LAST_DAY)

    assert [0, 1, 1] == values(WITH_PAIRS_AT_EVERY, replay, YEAR, NEXT_YEAR, PROGRAMME)


def test_a_course_with_too_few_pairs_did_not_count_earlier(logbook: Logbook) -> None:
    logbook.record(*a_spring("a"), *evenings((1, 2, 3), "a"), *evening(4, "a", on=date(2022, 1, 6)))

    status = status_of(WITH_PAIRS, logbook.replay(on=NEXT_LAST_DAY), NEXT_YEAR)

    assert (0, [(10, "too-few-participants", ())]) == (status.value, reasons(status))


def test_a_pair_that_did_not_come_after_all_is_one_too_few(logbook: Logbook) -> None:
    logbook.record(*a_spring("a", "b"), *evenings((1, 2, 3), "a", "b"))

    logbook.retract(7, reason="wrong-person")

    assert 1 == status_of(WITH_PAIRS_AT_EVERY, logbook.replay(on=LAST_DAY, known=13)).value
    assert 0 == status_of(WITH_PAIRS_AT_EVERY, logbook.replay(on=LAST_DAY)).value
    assert 1 == status_of(WITH_PAIRS, logbook.replay(on=LAST_DAY)).value


@pytest.mark.parametrize(
    ("rule", "danish", "english"),
    [
        (
            WITH_PAIRS,
            "Forløb, der nåede 3 møder med mindst 2 par på forløbet: mindst 1; ",
            "Courses that reached 3 meetings with at least 2 pairs in the course: at least 1; ",
        ),
        (
            WITH_PAIRS_AT_EVERY,
            "Forløb, der nåede 3 møder med mindst 2 par ved hvert møde: mindst 1; ",
            "Courses that reached 3 meetings with at least 2 pairs at every one of them: at least 1; ",
        ),
    ],
)
def test_the_rule_says_who_must_take_part(
    logbook: Logbook, rule: CompleteSeries, danish: str, english: str
) -> None:
    replay = logbook.replay()

    status = status_of(rule, replay)

    assert replay.sentence(status, "da").startswith(danish)
    assert replay.sentence(status, "en").startswith(english)


def test_the_rule_says_itself(logbook: Logbook) -> None:
    replay = logbook.replay()

    status = status_of(TWO_OF_THREE, replay, YEAR)

    assert (
        "Sæsoner, der nåede 3 møder: mindst 2; de tæller med i den periode, hvor det 3. møde blev holdt."
    ) == replay.sentence(status, "da")
    assert (
        "Seasons that reached 3 meetings: at least 2; they count in the period in which the last of these "
        "3 was held."
    ) == replay.sentence(status, "en")
