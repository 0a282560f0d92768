"""What is wrong in a plan's file is told at once, with table and key."""

from pathlib import Path

import pytest

from clocks import SettableClock
from given import WORKER
from in_danish import check_danish
from vaerebro_events import Logbook, read_plan
from vaerebro_events.errors import InvalidPlan, UnknownPlan
from vaerebro_events.plans import names

HEAD = """
name = "small"
title = { da = "lille", en = "small" }
first_day = 2020-01-01
last_day = 2023-12-31

[[areas]]
key = "area"
title = { da = "område", en = "area" }

[[activities]]
key = "club"
area = "area"
title = { da = "klub", en = "club" }
"""
CRITERION = """
[[criteria]]
key = "club.meetings"
level = "activity"
area = "area"
activity = "club"
title = { da = "møder", en = "meetings" }
place = { da = "række 1", en = "row 1" }
data_source = { da = "logbog", en = "logbook" }
kept_by = { da = "medarbejder", en = "worker" }
default_reading = "year"

[[criteria.readings]]
key = "year"
title = { da = "hvert år", en = "each year" }
period = "year"
rule = { kind = "count", fact = "meeting-held", target = 2, unit = { da = "møder", en = "meetings" } }
"""
SMALL = HEAD + CRITERION
PLACE = "criteria «club.meetings»"
RULE = f"{PLACE}, readings «year», rule"
NO_MOOD = "the fact «meeting-held» has no field «mood»; it has activity, meeting, series"
PERIODS = "programme, year, season, deadline, window"
READING = f"{PLACE}, reading «year»"


def problems(folder: Path, text: str) -> list[str]:
    """What is said to be wrong in a plan's file."""
    path = folder / "plan.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidPlan) as raised:
        read_plan(path)
    assert str(path) == raised.value.plan
    check_danish(raised.value)
    return [str(problem) for problem in raised.value.problems]


def test_a_small_plan_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(SMALL, encoding="utf-8")

    plan = read_plan(path)

    assert ("small", 1, 90) == (plan.name, len(plan.criteria), plan.settings.late_after_days)
    assert plan == read_plan(str(path))


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (CRITERION, CRITERION + CRITERION, [f"{PLACE}: the key is used 2 times"]),
        ('area = "area"\nactivity', 'area = "moon"\nactivity', [f"{PLACE}: there is no area «moon»"]),
        ('area = "area"\ntitle', 'area = "moon"\ntitle', ["activities «club»: there is no area «moon»"]),
        ('activity = "club"', 'activity = "chess"', [f"{PLACE}: there is no activity «chess»"]),
        ("last_day = 2023", "last_day = 2019", ["last_day: it is before first_day"]),
        (
            'default_reading = "year"',
            'default_reading = "month"',
            [f"{PLACE}: default_reading «month» is none of its readings"],
        ),
        (
            'period = "year"',
            'period = "month"',
            [f"{PLACE}, readings «year», period: 'month' is none of {PERIODS}"],
        ),
        ('"meeting-held"', '"chess-played"', [f"{READING}, rule: there is no fact «chess-played»"]),
        (
            "target = 2",
            'target = 2, where = { activity = "chess" }',
            [f"{READING}, rule: there is no activity «chess»"],
        ),
        (
            "target = 2",
            'target = 2, where = { mood = "good" }',
            [f"{READING}, rule: {NO_MOOD}"],
        ),
        (
            "target = 2",
            'target = 2, across = { of = "mood", target = 2, unit = { da = "x", en = "x" } }',
            [f"{READING}, rule: {NO_MOOD}"],
        ),
        (
            'kind = "count"',
            'kind = "chess"',
            [
                (
                    f"{RULE}: There is no «chess»; known are all-of, any-of, assessed, closer, "
                    "complete-series, count, coverage, distinct, established, growth, in-contact, "
                    "kept-six-months, level-with, moved, share"
                )
            ],
        ),
        (
            "target = 2",
            "target = 0",
            [f"{RULE}: target cannot be 0: it must be a whole number from 1 to 1000000"],
        ),
        (
            "target = 2",
            'target = "2"',
            [f"{RULE}, target: '2' is not a whole number"],
        ),
        (
            "target = 2",
            "target = true",
            [f"{RULE}, target: True is not a whole number"],
        ),
        ("target = 2", "target = 2, mood = 1", [f"{RULE}: it does not know mood"]),
        ("target = 2", "target = 1.0", [f"{RULE}, target: 1.0 is not a whole number"]),
        (
            'kind = "count"',
            'kind = "distinct", of = "series", also = "resident-joined"',
            [f"{RULE}, also: 'resident-joined' is not a list"],
        ),
        (
            'kind = "count", fact = "meeting-held"',
            'kind = "in-contact", began = "a", sign = "b", ended = "c", of = "d", months = 121',
            [f"{RULE}: months cannot be 121: it must be a whole number from 1 to 120"],
        ),
        (
            CRITERION,
            f'{CRITERION}\n[[blocks]]\nkey = "b"\ntitle = {{ da = "b", en = "b" }}\nstairwells = "abc"\n',
            ["blocks «b», stairwells: 'abc' is not a list"],
        ),
        (
            "target = 2",
            "target = 2, where = { meeting = 1.5 }",
            [f"{RULE}, where['meeting']: 1.5 is no text, whole number or truth value"],
        ),
        ("target = 2, ", "", [f"{RULE}, target: it is missing"]),
        ('name = "small"', "name = 7", ["name: 7 is not text"]),
        ('name = "small"', 'name = "small"\nmood = "good"', ["the file: it does not know mood"]),
        (
            "first_day = 2020-01-01",
            "first_day = 2020-01-01T00:00:00",
            ["first_day: datetime.datetime(2020, 1, 1, 0, 0) is not a day"],
        ),
        (
            'da = "møder", ',
            "",
            [
                f"{PLACE}, title, da: it is missing",
                f"{RULE}, unit, da: it is missing",
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, wrong: list[str]) -> None:
    assert wrong == problems(tmp_path, SMALL.replace(old, new))


NO_WINDOW = "a window needs the event that starts it (starts) and its months"
STARTED = 'starts = { fact = "activity-started" }'


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ('period = "deadline"', ["a deadline needs its last_day"]),
        ('period = "deadline"\nfirst_day = 2021-01-01', ["a deadline needs its last_day"]),
        (
            'period = "deadline"\nlast_day = 2024-01-01',
            ["last_day (2024-01-01) lies outside the programme"],
        ),
        (
            'period = "year"\nfirst_day = 2019-12-31\nlast_day = 2024-01-01',
            [
                "first_day (2019-12-31) lies outside the programme",
                "last_day (2024-01-01) lies outside the programme",
            ],
        ),
        (
            'period = "programme"\nfirst_day = 2022-01-01\nlast_day = 2021-12-31',
            ["last_day (2021-12-31) is before first_day (2022-01-01)"],
        ),
        (
            'period = "season"\nfirst_day = 2021-01-01\nlast_day = 2021-06-30\nmonths = 6',
            [
                "a season has no first_day",
                "a season has no last_day",
                "starts and months belong to a window, not to a season",
                "a reading by season needs where.activity to be «club»",
            ],
        ),
        ('period = "window"', [NO_WINDOW]),
        ('period = "window"\nmonths = 6', [NO_WINDOW]),
        (f'period = "window"\n{STARTED}', [NO_WINDOW]),
        (f'period = "window"\nmonths = 6\nlast_day = 2021-01-01\n{STARTED}', ["a window has no last_day"]),
        ('period = "year"\nmonths = 6', ["starts and months belong to a window, not to a year"]),
        (f'period = "year"\n{STARTED}', ["starts and months belong to a window, not to a year"]),
        (
            'period = "window"\nmonths = 6\nstarts = { fact = "chess-begun" }',
            ["starts: there is no fact «chess-begun»"],
        ),
        (
            'period = "window"\nmonths = 6\nstarts = { fact = "retracted" }',
            ["starts: a «retracted» is about the log, and no rule sees it"],
        ),
        (
            (
                'period = "window"\nmonths = 6\n'
                'starts = { fact = "activity-started", where = { activity = "chess", colour = "red" } }'
            ),
            [
                "starts: the fact «activity-started» has no field «colour»; it has activity",
                "starts: there is no activity «chess»",
            ],
        ),
    ],
)
def test_what_is_wrong_with_the_days_of_a_reading_is_told(
    tmp_path: Path, days: str, wrong: list[str]
) -> None:
    text = SMALL.replace('period = "year"', days)

    assert [f"{READING}: {why}" for why in wrong] == problems(tmp_path, text)


@pytest.mark.parametrize("months", [0, 121])
def test_the_months_of_a_window_are_one_to_ten_years(tmp_path: Path, months: int) -> None:
    text = SMALL.replace('period = "year"', f'period = "window"\nmonths = {months}\n{STARTED}')
    form = "it must be a whole number from 1 to 120"

    assert [f"{PLACE}, readings «year»: months cannot be {months}: {form}"] == problems(tmp_path, text)


@pytest.mark.parametrize(
    "days",
    [
        'period = "deadline"\nlast_day = 2020-12-31',
        'period = "year"\nfirst_day = 2021-01-01',
        'period = "programme"\nfirst_day = 2020-01-01\nlast_day = 2023-12-31',
        'period = "programme"\nfirst_day = 2021-01-01\nlast_day = 2021-01-01',
        f'period = "window"\nmonths = 6\n{STARTED}',
    ],
)
def test_days_that_fit_are_read(tmp_path: Path, days: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(SMALL.replace('period = "year"', days), encoding="utf-8")

    assert days.partition('"')[2].startswith(read_plan(path).criteria[0].readings[0].period)


def test_several_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace('"meeting-held"', '"chess-played"').replace('area = "area"', 'area = "moon"')

    assert [
        "activities «club»: there is no area «moon»",
        f"{PLACE}: there is no area «moon»",
        f"{READING}, rule: there is no fact «chess-played»",
    ] == problems(tmp_path, text)


def test_tables_are_told_by_number_where_they_have_no_key(tmp_path: Path) -> None:
    text = SMALL.replace('key = "area"\n', "").replace('key = "club"\n', "")

    assert ["areas 1, key: it is missing", "activities 1, key: it is missing"] == problems(tmp_path, text)


def test_a_reading_that_is_there_twice_is_told(tmp_path: Path) -> None:
    reading = CRITERION[CRITERION.index("[[criteria.readings]]") :]

    assert [f"{PLACE}: the reading «year» is there 2 times"] == problems(tmp_path, SMALL + reading)


@pytest.mark.parametrize("text", ["name small", pytest.param(f"name = {'9' * 5000}", id="digits")])
def test_what_is_no_toml_is_told(tmp_path: Path, text: str) -> None:
    [problem] = problems(tmp_path, text)

    assert problem.startswith("the file: it is no TOML: ")


def test_what_is_no_utf_8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(SMALL.encode("latin-1"))

    with pytest.raises(InvalidPlan, match="it is no UTF-8 text"):
        read_plan(path)


@pytest.mark.parametrize("source", ["nothing.toml", ".", "a\0b"])
def test_a_plan_that_is_not_there_is_told(source: str) -> None:
    with pytest.raises(UnknownPlan) as raised:
        read_plan(source)

    assert (source, names()) == (raised.value.plan, raised.value.known)


def test_a_plan_that_cannot_be_used_leaves_no_file_behind(clock: SettableClock, tmp_path: Path) -> None:
    path, plan = tmp_path / "logbog.db", tmp_path / "plan.toml"
    plan.write_text("name = 7", encoding="utf-8")

    with pytest.raises(InvalidPlan):
        Logbook.create(path, plan, actor=WORKER, clock=clock)

    assert [plan] == list(tmp_path.iterdir())


@pytest.mark.parametrize("rule", ['"abc"', "5", "[]", "{ target = 2 }"])
def test_a_rule_is_a_table_with_its_kind(tmp_path: Path, rule: str) -> None:
    before, _, _ = SMALL.partition("rule = ")

    assert [f"{RULE}: a rule is a table with its kind"] == problems(tmp_path, f"{before}rule = {rule}\n")


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ('title = { da = "møder", en = "meetings" }', "title = []", f"{PLACE}, title"),
        ("target = 2,", "target = 2, across = 3,", f"{RULE}, across"),
    ],
)
def test_titles_and_what_is_asked_beside_are_tables(
    tmp_path: Path, right: str, wrong: str, place: str
) -> None:
    assert [f"{place}: it must be a table"] == problems(tmp_path, SMALL.replace(right, wrong))


def test_a_file_that_begins_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(SMALL, encoding="utf-8-sig")

    assert "small" == read_plan(path).name
