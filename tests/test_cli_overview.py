"""The overview: a line for each criterion, how many there are of each state, and where readings disagree."""

import re
from datetime import date
from pathlib import Path

import pytest

from at_the_desk import SUMMER, five_evenings, vaerebro
from given import (
    BEGINNING,
    WORKER,
    baseline,
    bydelsmor,
    course,
    evening,
    measured,
    neighbours,
    organised,
    resident,
    season,
    session,
    the_plan,
)
from vaerebro_events import ActivityStarted, BodyEstablished, Draft, Logbook

NEW_YEARS_EVE = ("--on", "2021-12-31")
FEBRUARY = date(2021, 2, 1)
AREA = "uddannelse-og-beskaeftigelse"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


def overview(tmp_path: Path, *drafts: Draft, lang: str = "en", columns: int = 120) -> str:
    """The overview for New Year's Eve of 2021, of a logbook that holds these."""
    path = tmp_path / "logbog.db"
    with Logbook.create(path, the_plan(), actor=WORKER) as logbook:
        if drafts:
            logbook.record(*drafts)
    return vaerebro("status", path, *NEW_YEARS_EVE, "--lang", lang, columns=columns).stdout


# What is shown.


def test_each_criterion_has_one_line_by_area_and_activity(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--lang", "da", columns=160).stdout

    titles = sorted(criterion.title.da for criterion in the_plan().criteria)
    assert titles == sorted(re.findall(r"^[≠ ]  (\S.*?) {2,}(?:20|senest|ikke begyndt )", said, re.MULTILINE))
    area, activity, criterion = (
        said.index(f"\n{line}")
        for line in ("Forebyggelse og forældreansvar\n", "FamilieAkademi\n", "   Nye familier ")
    )
    assert area < activity < criterion


def test_a_line_says_period_state_value_target_and_how_far_it_has_come(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--lang", "da", columns=120).stdout

    assert re.search(r"^   kriterium +periode +status +resultat +mål$", said, re.MULTILINE)
    assert re.search(r"^   Nye familier +2021 +bagud +2 +≥ 8 +█░░░░░$", said, re.MULTILINE)


def test_the_criteria_are_counted_by_state(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, columns=120).stdout

    strip, legend = re.findall(r"^57 criteria  (\S+)\n(.+(?:\n.+)?)\n\n", said, re.MULTILINE)[0]
    counted = re.findall(r"(\S) (\d+) [a-z]", legend)
    assert 57 == len(strip)
    assert strip == "".join(glyph * int(many) for glyph, many in counted)
    assert sum(int(many) for _, many in counted) == len(the_plan().criteria)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("columns", [80, 100, 120, 200])
def test_the_overview_keeps_within_the_width(path: Path, lang: str, columns: int) -> None:
    said = vaerebro("status", path, *SUMMER, "--lang", lang, columns=columns).stdout

    assert columns >= max(map(len, said.splitlines()))


def test_a_title_takes_two_lines_at_the_most(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--lang", "da", columns=80).stdout

    table = said.partition("  kriterium ")[2].splitlines()[1:]
    without_figures = [bool(line.strip()) and not re.search(r"\d|[≥>≤<]|░", line[26:]) for line in table]
    words = [
        line for line, bare in zip(table, without_figures, strict=True) if bare and line.startswith("  ")
    ]
    assert words
    assert not re.search(r"(?:\n  [^\n]{1,28}){3}\n", "\n".join(line.rstrip() for line in table))


def test_before_the_plan_there_is_nothing_to_look_over(path: Path) -> None:
    said = vaerebro("status", path, "--known", "0").stdout

    assert said.endswith("No plan was adopted at that time.\n")


# Targets.


def test_a_target_shows_which_side_of_it_is_right(tmp_path: Path) -> None:
    said = overview(
        tmp_path,
        measured("safety", "79", FEBRUARY, "88"),
        measured("youth-charged", "1.6", FEBRUARY, "1.0"),
        measured("basic-school-only", "25.1", FEBRUARY, "15"),
        lang="da",
    )

    assert re.search(
        r"Beboere, der grundlæggende er trygge +2020-2023 +bagud +79 % +≥ 80 % \+ +████░░\n", said
    )
    assert re.search(
        r"10-17-årige sigtet mindst én gang +2020-2023 +på vej +1,6 % +< 2,1 % \+ +██████\n", said
    )
    assert re.search(r"25,1 % +≤ 24,8 % \+ +█████░\n", said)


def test_a_combination_shows_the_member_that_decides(tmp_path: Path) -> None:
    """Safety has risen enough, and yet is not closer to the country, which has risen more."""
    said = overview(tmp_path, measured("safety", "81", FEBRUARY, "95"), lang="da")

    assert re.search(r"Beboere, der grundlæggende er trygge +2020-2023 +bagud +81 % +> 83 % \+ ", said)
    assert "\n+ kriteriet kræver mere end dette tal\n" in said


def test_where_a_figure_is_enough_and_what_is_asked_within_it_is_not_that_is_said(tmp_path: Path) -> None:
    women = [f"r-{number}" for number in range(1, 11)]
    said = overview(
        tmp_path,
        *(resident(who, BEGINNING) for who in women),
        course("2021-forår", "mothers", FEBRUARY),
        *session("2021-forår", 1, FEBRUARY, *women),
        bydelsmor("r-1", date(2021, 6, 1)),
        lang="da",
    )

    row = r"Kvinder på forløb og aktive bydelsmødre +2021 +ikke opfyldt +10 +≥ 10 \+ +█████░\n"
    assert re.search(rf"{row} +\+ aktive bydelsmødre: 1 \(≥ 5\)\n", said)


def test_a_growth_shows_what_its_baseline_asks_for(tmp_path: Path) -> None:
    said = overview(tmp_path, baseline("neighbour-activities", 12), neighbours(FEBRUARY), lang="da")

    assert re.search(r"Flere naboskabsaktiviteter +2021 +ikke opfyldt +1 +≥ 15 ", said)


def test_what_is_there_or_not_says_yes_or_no(tmp_path: Path) -> None:
    said = overview(tmp_path, Draft(BodyEstablished("redaktion", "g-1", "group"), FEBRUARY), lang="da")

    assert re.search(r"\n   Beboerredaktion etableret +2020-2023 +opfyldt +ja +██████\n", said)
    assert re.search(r"\n   Intern kommunikationskanal +2020-2023 +i gang +nej +░░░░░░\n", said)


def test_what_an_area_asks_for_stands_under_the_area_though_it_names_an_activity(tmp_path: Path) -> None:
    said = overview(tmp_path, lang="da").splitlines()

    area, activity = (
        said.index("Uddannelse og beskæftigelse"),
        said.index("Lommepengejob og fritidsjobformidling"),
    )
    own = [row.key for row in the_plan().criteria if row.area == AREA and row.level == "area"]
    assert any(row.activity for row in the_plan().criteria if row.key in own)
    assert len(own) == len(
        [line for line in said[area + 1 : activity] if re.match(r"[≠ ]  \S.* 20\d\d-20", line)]
    )


def test_what_is_asked_of_those_counted_is_told_by_its_unit(tmp_path: Path) -> None:
    mothers = course("2021-forår", "mothers", FEBRUARY)
    overview(tmp_path, resident("r-1"), mothers, *session("2021-forår", 1, FEBRUARY, "r-1"))

    said = vaerebro("status", tmp_path / "logbog.db", *NEW_YEARS_EVE, "--readings", columns=120).stdout

    assert re.search(r"\n +acting as bydelsmødre: 0 \(≥ 5\)\n", said)


# Periods.


def test_deadlines_and_windows_are_shown_by_their_days(tmp_path: Path) -> None:
    said = overview(tmp_path, Draft(ActivityStarted("brobygning"), date(2020, 9, 1)), lang="da")

    assert re.search(r"Arbejdsgruppe om iværksætteri +senest 31\.12\.2020 +ikke opfyldt", said)
    assert re.search(r"Familier i det første halve år +1\.9\.2020 - 28\.2\.2021 +ikke opfyldt", said)


def test_a_window_that_nothing_has_started_has_not_begun(tmp_path: Path) -> None:
    said = overview(tmp_path)

    row = next(
        line for line in said.splitlines() if "first half year" in line or "Families that take" in line
    )
    assert re.search(r" not begun +not started +0 +≥ 10$", row)


# Readings that disagree.


def two_blocks_in_2020() -> list[Draft]:
    """Two blocks are organised in 2020, none in 2021: enough for the four years, not for the year."""
    day = date(2020, 5, 4)
    return [organised("o-1", "12345", day), organised("o-2", "12345", day, "block-2")]


def test_a_criterion_whose_readings_disagree_is_marked_and_shows_the_others(tmp_path: Path) -> None:
    said = overview(tmp_path, *two_blocks_in_2020(), lang="da")

    assert re.search(
        r"\n≠  Blokke, hvor alle opgange er organiseret +2021 +ikke opfyldt +0 +≥ 2 +░░░░░░\n"
        r"     over de fire år +2020-2023 +opfyldt +2 +≥ 2\n",
        said,
    )
    assert "\n≠ opgørelserne giver forskellige svar\n" in said


def test_another_reading_is_shown_for_the_period_that_says_otherwise(tmp_path: Path) -> None:
    """Sixteen evenings in spring and one in autumn: not two whole seasons, and yet 16 over two."""
    autumn = date(2021, 9, 2)
    said = overview(
        tmp_path,
        season(),
        season("2021-efterår", autumn),
        *(draft for meeting in range(1, 17) for draft in evening(meeting)),
        *evening(1, series="2021-efterår", on=autumn),
        lang="da",
    )

    assert re.search(
        r"\n≠  To sæsoner à 16 møder +2021 +ikke opfyldt +1 +≥ 2 .+\n"
        r"     16 møder fordelt på to sæsoner +2021 +opfyldt +17 +≥ 16 \+\n",
        said,
    )


def test_where_readings_agree_only_one_is_shown(tmp_path: Path) -> None:
    said = overview(tmp_path, lang="da")

    assert "hver sæson" not in said
    assert "\n≠" not in said


# What else there is to ask.


def test_readings_show_every_reading_with_what_is_within_its_figure(path: Path) -> None:
    said = vaerebro("status", path, *SUMMER, "--readings").stdout

    shown = re.findall(r"^ [ ≠]  \S", said, re.MULTILINE)
    assert sum(len(criterion.readings) for criterion in the_plan().criteria) <= len(shown)
    assert "57 criteria" not in said


def test_the_overview_says_how_to_look_further(path: Path) -> None:
    english, danish = (vaerebro("status", path, *SUMMER, "--lang", lang).stdout for lang in ("en", "da"))

    assert "\nAll readings: --readings. One criterion, and why: --criterion KEY.\n" in english
    assert "\nAlle opgørelser: --readings. Ét kriterium, og hvorfor: --criterion NØGLE.\n" in danish
