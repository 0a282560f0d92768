"""What keeps a rule of a plan from being judged by season. Capitals stand for what `SHORT` says."""

from pathlib import Path

import pytest

from test_plan_rules import told, written

NO_CLUB = "a reading by season needs where.activity to be «club»"


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ('kind = "count", fact = "meeting-held", target = 2, UNIT', [NO_CLUB]),
        ('DISTINCT, of = "series", also = [{ fact = "youth-attended" }]', [NO_CLUB, NO_CLUB]),
        ('DISTINCT, of = "series", IN_CLUB, also = [{ fact = "youth-attended" }]', [NO_CLUB]),
        ('DISTINCT, of = "series", where = { activity = ["club", "club"] }', [NO_CLUB]),
        ('kind = "growth", indicator = "visits", rule = COUNT', [NO_CLUB]),
        ('kind = "any-of", rules = [COUNT, HERE]', [f"rule 1: {NO_CLUB}"]),
        ('kind = "all-of", rules = [HERE, SHARE]', ["rule 2: a «share» cannot be judged by season"]),
        ('kind = "share", indicator = "mood", percent = 50', ["a «share» cannot be judged by season"]),
        ('kind = "assessed", indicator = "better"', ["a «assessed» cannot be judged by season"]),
        (
            'kind = "kept-six-months", activity = "club", target = 5, of_them = 5',
            ["a «kept-six-months» cannot be judged by season"],
        ),
        ("COURSES", ["a «complete-series» cannot be judged by season"]),
        ("BODY", ["a «established» cannot be judged by season"]),
        (
            'kind = "moved", indicator = "safety", direction = "up"',
            ["a «moved» cannot be judged by season"],
        ),
        ('kind = "coverage", activity = "club", target = 1', ["a «coverage» cannot be judged by season"]),
        (
            'CONTACT, IN_CLUB, began = "volunteer-recruited", sign = "volunteer-contacted"',
            ["a «in-contact» cannot be judged by season"],
        ),
        (
            'kind = "count", fact = "body-established", target = 1, UNIT, where = { activity = "club" }',
            ["the fact «body-established» names no season, so it cannot be judged by season"],
        ),
        (
            (
                'kind = "count", fact = "meeting-held", target = 1, UNIT, '
                'where = { activity = "club", series = "2021" }'
            ),
            ["a reading by season chooses the season itself, so where.series has no place"],
        ),
    ],
)
def test_what_cannot_be_judged_by_season_is_told(tmp_path: Path, rule: str, wrong: list[str]) -> None:
    assert wrong == told(tmp_path, written(rule, "season"))


def test_a_reading_by_season_needs_an_activity(tmp_path: Path) -> None:
    text = written('kind = "count", fact = "meeting-held", target = 1, UNIT', "season")
    without = text.replace(
        'level = "activity"\narea = "area"\nactivity = "club"', 'level = "area"\narea = "area"'
    )

    assert ["a reading by season needs an activity"] == told(tmp_path, without)
