"""What the command line shows: statuses, one criterion and why, the plan, the log."""

import re
from pathlib import Path

import pytest

from at_the_desk import SUMMER, five_evenings, vaerebro
from given import WORKER
from vaerebro_events import Logbook
from vaerebro_events.sample import make_sample

NEW_YEARS_EVE = "2021-12-31"
REGULARS = "familieakademi.regulars"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "logbog.db"
    make_sample(path).close()
    return path


# Status.


@pytest.mark.parametrize(
    ("known", "regulars"),
    [
        ("2021-02-11", "1 of 10"),
        ("2021-02-12", "2 of 10"),
        ("2021-02-12T12:59+01:00", "1 of 10"),
        ("2021-02-12T12:00Z", "2 of 10"),
        ("18", "1 of 10"),
        ("19", "2 of 10"),
    ],
)
def test_status_is_as_known_on_a_day_at_a_time_or_at_a_position(
    path: Path, known: str, regulars: str
) -> None:
    said = vaerebro("status", path, *SUMMER, "--known", known)

    assert f"Status for 2021-06-30, as known {known} (up to entry " in said.stdout
    assert re.search(rf"each season +2021-forår +not met +{regulars}", said.stdout)


def test_status_keeps_within_the_width(sample: Path) -> None:
    for columns in (80, 120):
        said = vaerebro("status", sample, "--on", NEW_YEARS_EVE, "--all", columns=columns)
        assert columns >= max(map(len, said.stdout.splitlines()))
        assert "…" not in said.stdout


def test_status_marks_readings_that_disagree(sample: Path) -> None:
    said = vaerebro("status", sample, "--on", NEW_YEARS_EVE)

    assert re.search(r"^ ≠  16 meetings over two seasons +2021 +met ", said.stdout, re.MULTILINE)
    assert "≠ the readings of the criterion disagree" in said.stdout


def test_status_shows_every_period_when_asked(path: Path) -> None:
    near, every = (vaerebro("status", path, *SUMMER, *more).stdout for more in ((), ("--all",)))

    assert 0 == near.count(" 2022 ")
    assert 9 == every.count(" 2022 ")


def test_status_of_one_criterion_shows_why(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--criterion", REGULARS, "--known", "2021-02-11").stdout

    assert "each year, 2021 (default)\n" in said
    assert "Rule: At least 10 different families came to a meeting, each at least 5 times.\n" in said
    assert "Counted: 5 entries: 6, 8, 10, 12, 14" in said
    assert "Left out: 4 entries, too few: 15-18" in said
    assert "No period is given: three readings." in said
    assert "Kept by: family worker" in said


def test_status_of_one_criterion_shows_what_stands_in_the_way(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--criterion", "familieakademi.new-families").stdout

    assert "not the first: 8, 10, 12, 14 (see 6); 16-19 (see 15)" in " ".join(said.split())


def test_status_of_one_criterion_says_what_restates_it(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--criterion", "lommepengejob.fritidsjob-held").stdout

    assert "Counted: nothing" in said
    assert "Same as: uddannelse.fritidsjob-held" in said


def test_status_speaks_danish(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--criterion", REGULARS, "--lang", "da").stdout

    assert "Familier der kom mindst fem gange" in said
    assert "Regel: Mindst 10 forskellige familier kom til et møde, hver mindst 5 gange." in said
    assert re.search(r"hver sæson +2021-forår +ikke nået +2 af 10", said)


def test_before_the_plan_there_is_no_status(path: Path) -> None:
    said = vaerebro("status", path, "--known", "0")

    assert 0 == said.exit_code
    assert said.stdout.endswith("No plan was adopted at that time.\n")


# The plan and the log.


def test_the_plan_says_its_rules_in_words(path: Path) -> None:
    said = vaerebro("plan", path, columns=120).stdout

    assert "Education and employment: Lommepengejob and help towards a fritidsjob\n" in said
    assert re.search(r"two seasons of 16 meetings each \(default\) +\n +At least 2 seasons reached 16", said)


def test_entries_are_listed_as_recorded_with_amendments_marked(path: Path) -> None:
    said = vaerebro("entries", path, "--after", "2", columns=140).stdout.splitlines()

    assert 19 == len(said)
    assert (
        "     3   2021-02-05 13:00  2021-01-04  participant-registered: family, f-1 (amended by 20), "
        "by family-worker u-3"
    ) == said[1]
    assert (
        "    20 ~ 2021-02-12 13:00  2021-01-02  corrected: entry 3 (wrong-day) to participant-registered: "
        "family, f-1, by family-worker u-3"
    ) == said[-1]


def test_entries_tell_the_plan_by_its_name_and_a_retraction_by_its_reason(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.retract(19, reason="did-not-happen")

    said = vaerebro("entries", path, columns=140).stdout.splitlines()

    assert said[1].endswith("  plan-adopted: vaerebro-2020-2023, 9 criteria, by family-worker u-3")
    assert said[-1].endswith("  retracted: entry 19 (did-not-happen), by family-worker u-3")


def test_entries_of_one_kind(path: Path) -> None:
    assert 5 == vaerebro("entries", path, "--tag", "meeting-held", columns=120).stdout.count("\n") - 1
