"""What the command line shows: statuses, findings, one criterion and why, the plan."""

import re
from datetime import date
from pathlib import Path

import pytest

from at_the_desk import SUMMER, five_evenings, vaerebro
from given import WORKER, came, the_plan
from vaerebro_events import Logbook
from vaerebro_events.sample import make_sample

NEW_YEARS_EVE = "2021-12-31"
TIMES = "\N{MULTIPLICATION SIGN}"
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
    ("known", "said_as", "regulars"),
    [
        ("2021-02-11", "as known 2021-02-11 (up to entry 18)", 1),
        ("2021-02-12", "as known 2021-02-12 (up to entry 20)", 2),
        ("2021-02-12T12:59+01:00", "as known 2021-02-12 12:59 (Danish time) (up to entry 18)", 1),
        ("2021-02-12T12:00Z", "as known 2021-02-12 13:00 (Danish time) (up to entry 20)", 2),
        ("18", "as known at entry 18", 1),
        ("17", "as known at entry 17 (up to entry 14)", 1),
        ("19", "as known at entry 19", 2),
    ],
)
def test_status_is_as_known_on_a_day_at_a_time_or_at_a_position(
    path: Path, known: str, said_as: str, regulars: int
) -> None:
    said = vaerebro("status", path, *SUMMER, "--readings", "--known", known, columns=120).stdout

    assert f"Status for 2021-06-30, {said_as}\n" in said
    assert re.search(rf"each season +2021-forår +not met +{regulars} \(≥ 10\)", said)


@pytest.mark.parametrize(
    ("known", "said_as"),
    [
        ("2021-02-11", "ud fra det, der var registreret pr. 11. februar 2021 (til og med post 18)"),
        (
            "2021-02-12T12:59+01:00",
            "ud fra det, der var registreret pr. 12. februar 2021 kl. 12.59 (til og med post 18)",
        ),
        ("18", "ud fra det, der var registreret til og med post 18"),
        ("0", "før der var registreret noget"),
    ],
)
def test_the_known_time_is_said_in_danish(path: Path, known: str, said_as: str) -> None:
    said = vaerebro("status", path, *SUMMER, "--known", known, "--lang", "da", columns=120).stdout

    assert f"Status pr. 30. juni 2021, {said_as}\n" in said


def test_status_keeps_within_the_width(sample: Path) -> None:
    for columns in (80, 120):
        said = vaerebro("status", sample, "--on", NEW_YEARS_EVE, "--all", columns=columns)
        assert columns >= max(map(len, said.stdout.splitlines()))
        assert "█…" not in said.stdout


def test_status_marks_readings_that_disagree(sample: Path) -> None:
    said = vaerebro("status", sample, "--on", NEW_YEARS_EVE, "--readings")

    assert re.search(r"^ ≠  16 meetings .+2021 +met ", said.stdout, re.MULTILINE)
    assert "≠ the readings of the criterion disagree" in said.stdout


def test_a_marked_row_says_which_rows_say_otherwise(sample: Path) -> None:
    said = vaerebro("status", sample, "--on", NEW_YEARS_EVE, "--readings").stdout

    # The season of spring is not shown, as autumn is nearer; so its row would be missed.
    assert re.search(r" ≠  each year +2021 .+\n +≠ each season, 2021-forår: not met\n", said)
    assert re.search(
        r" ≠  over the four years .+\n +≠ each year, 2020: not met\n"
        r" +≠ each season, 2020-forår: not met, and 2 more\n",
        said,
    )


def test_pages_leave_no_blanks_at_the_ends_of_lines(sample: Path) -> None:
    for words in (
        "status",
        "status --readings",
        "status --criterion familieakademi.regulars",
        "plan",
        "entries",
        "check",
        "check --all",
        "follow-up",
        "due --all",
        "agreement",
    ):
        command, *more = words.split()
        said = vaerebro(command, sample, *more).stdout
        assert [] == [line for line in said.splitlines() if line != line.rstrip()]


def test_a_long_title_is_split_where_its_lines_are_even(sample: Path) -> None:
    said = vaerebro("status", sample, "--on", NEW_YEARS_EVE, "--readings").stdout

    assert re.search(r"two seasons of +2021 .+\n +16 meetings each +2021-forår: 16", said)


# Findings.


def test_status_counts_what_looks_odd(sample: Path) -> None:
    said, danish = (
        vaerebro("status", sample, "--on", NEW_YEARS_EVE, "--lang", lang, columns=120).stdout
        for lang in ("en", "da")
    )

    assert "4 entries outside the season, " in said
    assert " ".join(said.split()).endswith("(«check» lists them)")
    assert "4 poster uden for den planlagte periode, " in danish


def test_findings_are_listed_with_their_entries(sample: Path) -> None:
    said = vaerebro("check", sample, "--on", NEW_YEARS_EVE, "--all").stdout

    alike = r"^ +\d+, \d+, \d+, \d+ +Meeting held: The meeting lies outside the days of its$"
    assert 1 == len(re.findall(alike, said, re.MULTILINE))


def test_where_nothing_looks_odd_nothing_is_said(path: Path) -> None:
    assert "Findings" not in vaerebro("status", path, *SUMMER).stdout
    assert vaerebro("check", path, *SUMMER).stdout.endswith("\nNo findings.\n")


# Every period, and one criterion.


def test_status_shows_every_period_when_asked(path: Path) -> None:
    near, every = (vaerebro("status", path, *SUMMER, more).stdout for more in ("--readings", "--all"))
    readings = [reading for criterion in the_plan().criteria for reading in criterion.readings]
    last_year_alone = date(2023, 1, 1)
    yearly = [each for each in readings if each.period == "year" and each.first_day != last_year_alone]

    assert 0 == near.count(" 2022 ")
    assert len([each for each in yearly if each.last_day is None]) == every.count(" 2022 ")


def test_status_of_one_criterion_shows_why(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--criterion", REGULARS, "--known", "2021-02-11").stdout

    assert "each year, 2021 (default)\n" in said
    rule = "Rule: Families that took part at least 5 times: at least 10 different ones."
    assert rule in " ".join(said.split())
    assert "Counted: 5 entries: 6, 8, 10, 12, 14" in said
    assert "Left out: 4 entries, too few: 15-18" in said
    assert "No period is given: three readings." in said
    assert "Kept by: family worker" in said


def test_status_of_one_criterion_shows_what_stands_in_the_way(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--criterion", "familieakademi.new-families").stdout

    assert "not the first: 8, 10, 12, 14 (see 6); 16-19 (see 15)" in " ".join(said.split())


def test_status_of_one_criterion_says_which_different_ones_are_behind_it(path: Path, sample: Path) -> None:
    one = vaerebro("status", path, *SUMMER, "--criterion", REGULARS, "--known", "18").stdout
    youths = vaerebro("status", sample, "--criterion", "lommepengejob.fritidsjob-held", columns=200).stdout
    meetings = vaerebro("status", sample, "--criterion", "familieakademi.seasons").stdout

    assert f"Different ones: 1: f-1 {TIMES}5\n" in one
    assert re.search(rf"Different ones: \d+: y-\d+ {TIMES}\d+, y-", youths)
    assert "Different ones" not in meetings


def test_of_several_kinds_of_entries_each_is_counted(path: Path, sample: Path) -> None:
    women = vaerebro("status", sample, "--criterion", "moedre-faedre.women", columns=200).stdout

    kinds = r"\d+ . Resident attended, \d+ . Bydelsmor began, \d+ . Season planned"
    assert re.search(rf"Counted: \d+ entries \({kinds}\): \d+", women)
    assert "entries (" not in vaerebro("status", path, *SUMMER, "--criterion", REGULARS).stdout


def test_entries_that_are_amended_say_so_and_by_which(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.correct(6, came("f-1", 1).fact, reason="slip")
    english, danish = (
        vaerebro("status", path, *SUMMER, "--criterion", REGULARS, "--lang", lang).stdout
        for lang in ("en", "da")
    )

    assert "\n  Of them amended: 1 entry: 6 (see 21)\n" in english
    assert "\n  Heraf rettet eller annulleret: 1 post: 6 (se 21)\n" in danish


def test_where_nothing_is_amended_nothing_is_said_of_it(path: Path) -> None:
    assert "amended" not in vaerebro("status", path, *SUMMER, "--criterion", REGULARS).stdout


def test_a_season_says_which_entry_its_period_follows_from(path: Path) -> None:
    english, danish = (
        vaerebro("status", path, *SUMMER, "--criterion", REGULARS, "--lang", lang).stdout
        for lang in ("en", "da")
    )

    assert ["2"] == re.findall(r"\n  The period follows from: entry (\d+)\n", english)
    assert ["2"] == re.findall(r"\n  Perioden følger af: post (\d+)\n", danish)


def test_long_lists_are_cut_and_say_how_many_more(sample: Path) -> None:
    said = vaerebro(
        "status", sample, "--on", NEW_YEARS_EVE, "--criterion", "familieakademi.new-families"
    ).stdout

    _, *listed = re.split(r"^  (?:Counted|Left out): ", said.partition("Sources")[0], flags=re.MULTILINE)
    for found in listed:
        assert 3 >= len(re.split(r"\n\n|\n  Different", found)[0].splitlines())
    assert re.search(r"Left out: \d+ entries, not the first: [^…]+ … \d+ more; --json\s+lists\s+all", said)


def test_what_a_criterion_restates_is_said(path: Path) -> None:
    again, own = (
        vaerebro("status", path, "--criterion", f"lommepengejob.{key}").stdout
        for key in ("fritidsjob-held", "completed")
    )

    assert "Same as: uddannelse.fritidsjob-held" in again
    assert "Same as" not in own
    assert "Counted: nothing" in own


def test_status_speaks_danish(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--criterion", REGULARS, "--lang", "da").stdout

    assert "Familier, der kom mindst fem gange" in said
    assert "Regel: Familier, der deltog mindst 5 gange: mindst 10 forskellige." in said
    assert re.search(r"hver sæson +2021-forår +ikke opfyldt +2 \(≥ 10\)", said)


def test_before_the_plan_there_is_no_status(path: Path) -> None:
    said = vaerebro("status", path, "--known", "0", "--readings")

    assert 0 == said.exit_code
    assert said.stdout.endswith("No plan was adopted at that time.\n")


# The plan.


def test_the_plan_says_its_rules_in_words(path: Path) -> None:
    said = vaerebro("plan", path, columns=120).stdout

    assert "Education and employment: Lommepengejob and help towards a fritidsjob\n" in said
    assert re.search(r"two seasons of 16 meetings each \(default\)\n +Seasons that reached 16 meetings", said)


def test_readings_of_one_rule_stand_above_it_together(path: Path) -> None:
    said = vaerebro("plan", path, columns=120).stdout

    readings = r"each year \(default\)\n +each season\n +over the four years\n"
    assert re.search(rf"{readings} +Families that took ", said)
    assert 1 == said.count("Families that took part at least 5 times")


def test_the_plan_says_what_nobody_has_decided(path: Path) -> None:
    said = vaerebro("plan", path, "--lang", "da", columns=120).stdout

    assert "\nPeriode: 1. januar 2020 - 31. december 2023\nAftale: Vedtaget, post 1\n" in said
    assert "Åbne spørgsmål:\n      Der er ikke angivet en periode. Derfor er der tre opgørelser.\n" in said


def test_the_plan_says_what_else_is_promised(sample: Path) -> None:
    said = vaerebro("plan", sample, "--on", NEW_YEARS_EVE, "--lang", "da", columns=160).stdout

    assert "\nEksempel: Alt i denne logbog er opdigtet.\n" in said
    titles = "Penge, i t.kr.|Stillinger|Parter|Medfinansiering i timer|Forpligtelser|Indstillinger"
    assert titles.split("|") == re.findall(rf"\n\n({titles})\n", said)
    assert re.search(r"\n  boligsocial leder\n    Tryghed og trivsel \d+ %, ", said)
    assert re.search(r"\n  .+\n    Værebros Bibliotek, .+, 3 timer om ugen\n", said)
    assert "\n  uger om året: 52\n" in said
