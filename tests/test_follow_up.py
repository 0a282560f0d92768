"""When the board saw each criterion, and how long it did not."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from given import AFTERWARDS, the_plan
from given_governance import AGREED, FIRST, INSIGHT, LAST, SEASONS, replay_of, revised, saw
from vaerebro_events import Draft, Plan
from vaerebro_events.domain.follow_up import Decided, FollowUpBody
from vaerebro_events.domain.plan import Settings
from vaerebro_events.errors import InvalidValue
from vaerebro_events.projections.follow_up import (
    Followed,
    Gap,
    Meeting,
    Register,
    Seen,
    SocialData,
    follow_up,
)

ONE_DAY = timedelta(days=1)


def row_of(register: Register, year: int, criterion: str = SEASONS) -> Followed:
    [row] = [row for row in register.rows if (row.criterion, row.year) == (criterion, year)]
    return row


def gap(first: date, last: date) -> Gap:
    return Gap(first, last, (last - first).days)


def test_each_criterion_has_a_row_for_each_year_that_has_begun() -> None:
    register = follow_up(replay_of([], on=date(2021, 1, 1)))

    assert [(year, key) for year in (2020, 2021) for key in (SEASONS, INSIGHT)] == [
        (row.year, row.criterion) for row in register.rows
    ]
    assert [2020, 2021] == [each.year for each in register.social_data]


def test_a_follow_up_is_seen_in_its_year_and_is_the_last_until_another() -> None:
    drafts = [saw(date(2020, 5, 4), SEASONS, INSIGHT), saw(date(2021, 12, 31), SEASONS, as_known=2)]

    register = follow_up(replay_of(drafts, on=LAST))

    first = Seen(date(2020, 5, 4), 2, date(2020, 5, 4), 1)
    second = Seen(date(2021, 12, 31), 3, date(2021, 12, 31), 2)
    assert [(first,), (second,), (), ()] == [row_of(register, year).seen for year in range(2020, 2024)]
    assert [first, second, second, second] == [row_of(register, year).last for year in range(2020, 2024)]
    assert [first] * 4 == [row_of(register, year, INSIGHT).last for year in range(2020, 2024)]


def test_what_another_body_saw_the_board_has_not() -> None:
    drafts = [saw(date(2020, 5, 4), SEASONS, body=body) for body in ("partnership", "follow-up-group")]

    row = row_of(follow_up(replay_of(drafts, on=date(2020, 12, 31))), 2020)

    assert (None, ()) == (row.last, row.seen)


def test_a_meeting_after_the_day_asked_about_is_not_seen() -> None:
    drafts = [saw(date(2020, 5, 4), SEASONS, social_data_of=date(2019, 12, 31))]

    before, on_the_day = (follow_up(replay_of(drafts, on=date(2020, 5, day))) for day in (3, 4))

    assert () == row_of(before, 2020).seen
    assert 1 == len(row_of(on_the_day, 2020).seen)
    assert [0, 1] == [len(register.social_data[0].seen) for register in (before, on_the_day)]


def test_the_last_of_a_year_is_not_one_of_the_next() -> None:
    row = row_of(follow_up(replay_of([saw(date(2021, 1, 1), SEASONS)], on=LAST)), 2020)

    assert (None, ()) == (row.last, row.seen)


@pytest.mark.parametrize(("day", "gaps"), [(date(2020, 7, 3), 0), (date(2020, 7, 4), 1)])
def test_a_gap_is_longer_than_the_plan_allows(day: date, gaps: int) -> None:
    # 184 days after the programme began, and one more.
    row = row_of(follow_up(replay_of([saw(day, SEASONS)], on=day)), 2020)

    assert [gap(FIRST, day)] * gaps == list(row.gaps)


def test_how_long_is_too_long_can_be_asked_for_or_stands_in_the_plan() -> None:
    drafts = [saw(date(2020, 2, 1), SEASONS)]
    replay = replay_of(drafts, on=date(2020, 2, 1), plan=evolve(AGREED, settings=Settings(follow_up_days=30)))

    assert (30, (gap(FIRST, date(2020, 2, 1)),)) == (
        follow_up(replay).days,
        row_of(follow_up(replay), 2020).gaps,
    )
    assert (31, ()) == (follow_up(replay, 31).days, row_of(follow_up(replay, 31), 2020).gaps)


@pytest.mark.parametrize("days", [0, -1, True, 1.5])
def test_no_days_are_no_setting(days: int) -> None:
    with pytest.raises(InvalidValue, match="whole number from 1 to 36500"):
        follow_up(replay_of([], on=FIRST), days)


def test_a_gap_over_new_year_is_of_both_years() -> None:
    drafts = [saw(date(2020, 6, 1), SEASONS), saw(date(2021, 2, 1), SEASONS)]

    register = follow_up(replay_of(drafts, on=date(2021, 6, 1)))

    over = (gap(date(2020, 6, 1), date(2021, 2, 1)),)
    assert [over, over] == [row_of(register, year).gaps for year in (2020, 2021)]


def test_a_gap_is_not_of_the_year_on_whose_edge_the_board_met() -> None:
    drafts = [saw(date(2020, 12, 31), SEASONS), saw(date(2022, 1, 1), SEASONS)]

    register = follow_up(replay_of(drafts, on=date(2022, 1, 1)))

    whole_year = gap(date(2020, 12, 31), date(2022, 1, 1))
    assert [(gap(FIRST, date(2020, 12, 31)),), (whole_year,), ()] == [
        row_of(register, year).gaps for year in (2020, 2021, 2022)
    ]


def test_a_gap_ends_with_the_programme() -> None:
    row = row_of(follow_up(replay_of([saw(date(2023, 1, 2), SEASONS)], on=AFTERWARDS)), 2023)

    assert gap(date(2023, 1, 2), LAST) == row.gaps[-1]


def test_boligsociale_data_are_told_by_the_year_of_the_meeting() -> None:
    data = date(2020, 12, 31)
    drafts = [saw(date(2021, 3, 1), SEASONS, social_data_of=data), saw(date(2021, 9, 1), SEASONS)]

    register = follow_up(replay_of(drafts, on=date(2021, 12, 31)))

    seen = Seen(date(2021, 3, 1), 2, data, 1)
    assert (SocialData(2020, (), None), SocialData(2021, (seen,), seen)) == register.social_data


def test_boligsociale_data_seen_the_year_before_were_seen_last_then() -> None:
    drafts = [saw(date(2021, 11, 18), SEASONS, social_data_of=date(2020, 12, 31))]

    register = follow_up(replay_of(drafts, on=date(2022, 3, 1)))

    seen = Seen(date(2021, 11, 18), 2, date(2020, 12, 31), 1)
    assert SocialData(2022, (), seen) == register.social_data[-1]


def test_each_meeting_of_any_body_says_what_was_seen_and_what_not() -> None:
    data = date(2019, 12, 31)
    drafts = [
        saw(date(2020, 5, 4), SEASONS, body="follow-up-group", decided=["act"]),
        saw(date(2020, 5, 2), INSIGHT, SEASONS, social_data_of=data),
        saw(date(2020, 5, 6), SEASONS),
    ]

    register = follow_up(replay_of(drafts, on=date(2020, 5, 5)))

    day, other = date(2020, 5, 2), date(2020, 5, 4)
    board, group = FollowUpBody.BOARD, FollowUpBody.FOLLOW_UP_GROUP
    assert (
        Meeting(3, day, board, day, 1, data, (), (INSIGHT, SEASONS), ()),
        Meeting(2, other, group, other, 1, None, (Decided.ACT,), (SEASONS,), (INSIGHT,)),
    ) == register.meetings


def test_a_meeting_had_the_criteria_to_see_that_are_in_force_on_its_day() -> None:
    brings = revised(AGREED, date(2021, 12, 1), holds_from=date(2022, 1, 1))
    drafts = [brings, saw(date(2021, 12, 31), INSIGHT), saw(date(2022, 1, 1), INSIGHT)]

    register = follow_up(replay_of(drafts, on=LAST, plan=other_than(SEASONS)))

    assert [(), (SEASONS,)] == [met.not_seen for met in register.meetings]


def other_than(key: str) -> Plan:
    """The agreement without one of its criteria."""
    return evolve(AGREED, criteria=tuple(each for each in AGREED.criteria if each.key != key))


def test_a_criterion_that_a_revision_brings_is_followed_from_then_on() -> None:
    brings = revised(AGREED, date(2021, 12, 1), holds_from=date(2022, 1, 1))

    register = follow_up(replay_of([brings], on=LAST, plan=other_than(SEASONS)))

    assert [2020, 2021] == [
        year for year in range(2020, 2024) if not [row for row in register.rows if row.year == year][1:]
    ]
    assert (gap(date(2022, 1, 1), LAST),) == row_of(register, 2022).gaps


def test_a_criterion_that_a_revision_drops_is_followed_until_then() -> None:
    drops = revised(other_than(SEASONS), date(2021, 12, 1), holds_from=date(2022, 1, 1))

    register = follow_up(replay_of([drops], on=LAST))

    assert [2020, 2021] == [row.year for row in register.rows if row.criterion == SEASONS]
    assert (gap(FIRST, date(2021, 12, 31)),) == row_of(register, 2021).gaps


def test_a_criterion_that_a_revision_keeps_is_followed_from_the_beginning() -> None:
    keeps = revised(AGREED, date(2021, 12, 1), holds_from=date(2022, 1, 1))

    register = follow_up(replay_of([keeps], on=LAST))

    assert (gap(FIRST, LAST),) == row_of(register, 2020).gaps


def test_before_the_adoption_is_known_nothing_is_followed() -> None:
    register = follow_up(replay_of([saw(date(2020, 5, 4), SEASONS)], on=LAST, known=0))

    assert Register(184, (), (), ()) == register
    assert 7 == follow_up(replay_of([], on=LAST, known=0), 7).days


def test_the_plan_of_the_library_is_followed_whole() -> None:
    register = follow_up(replay_of([], on=LAST, plan=the_plan()))

    assert 4 * len(the_plan().criteria) == len(register.rows)


DAYS = st.one_of(
    st.dates(date(2019, 12, 20), date(2024, 1, 20)),
    st.sampled_from(
        [date(year, *day) for year in range(2020, 2024) for day in ((1, 1), (1, 2), (12, 30), (12, 31))]
    ),
)
MEETINGS = st.lists(st.tuples(DAYS, st.sampled_from(["board", "board", "board", "partnership"])), max_size=12)


def unseen_times(seen: set[date], end: date) -> Iterator[list[date]]:
    """Day by day: each time without follow-up, as all its days."""
    time: list[date] = []
    for number in range((end - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        if day not in seen:
            time.append(day)
        elif time:
            yield time
            time = []
    if time:
        yield time


def plain_gaps(seen: set[date], year: int, on: date, limit: int) -> list[Gap]:
    found: list[Gap] = []
    for time in unseen_times(seen, min(on, LAST)):
        first = time[0] - ONE_DAY if time[0] - ONE_DAY in seen and time[0] != FIRST else time[0]
        last = time[-1] + ONE_DAY if time[-1] != min(on, LAST) else time[-1]
        if (last - first).days > limit and any(day.year == year for day in time):
            found.append(gap(first, last))
    return found


@given(MEETINGS, DAYS, st.integers(1, 400))
def test_the_gaps_are_those_found_day_by_day(meetings: list[tuple[date, str]], on: date, limit: int) -> None:
    drafts: list[Draft] = [saw(day, SEASONS, body=body) for day, body in meetings]

    register = follow_up(replay_of(drafts, on=on), limit)

    seen = {day for day, body in meetings if body == "board" and day <= on}
    for year in range(2020, min(on.year, 2023) + 1):
        row = row_of(register, year)
        assert plain_gaps(seen, year, on, limit) == list(row.gaps)
        assert sorted(
            day for day, body in meetings if body == "board" and day.year == year and day <= on
        ) == [each.day for each in row.seen]
        assert max((day for day in seen if day.year <= year), default=None) == (row.last and row.last.day)
        assert all(one.last <= other.first for one, other in pairwise(row.gaps))
