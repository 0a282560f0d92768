"""What README and docs tell a person to type runs, and what they link to is there."""

import re
import shlex
import subprocess
import sys
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from facts_page import PAGE, page
from vaerebro_events import VOCABULARY, Codec, PeriodKind
from vaerebro_events.domain.plan import IndicatorSource

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "tests" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
RUN_ELSEWHERE = {"make demo", "make test", "pip install '.[cli]'", ". .venv/bin/activate"}


def commands(page: Path) -> list[str]:
    blocks = CONSOLE.findall(page.read_text(encoding="utf-8"))
    lines = [line for block in blocks for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_of_a_page_run_in_their_order(page: Path, tmp_path: Path) -> None:
    typed = [line for line in commands(page) if line not in RUN_ELSEWHERE]
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    if any("demo/logbog.db" in line for line in typed):
        typed.insert(0, "vaerebro demo demo/logbog.db")

    for line in typed:
        program, *words = shlex.split(line)
        assert "vaerebro" == program
        run = subprocess.run(
            [sys.executable, "-c", "from vaerebro_events.cli import main; main()", *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (0, "") == (run.returncode, run.stderr), line


def test_make_has_the_targets_that_pages_name() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {
        word for page in PAGES for word in re.findall(r"make (\w+)`?$|`make (\w+)`", page.read_text("utf-8"))
    }

    for target in {one or other for one, other in named}:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]

    assert [] == [link for link in links if not (page.parent / link).exists()]


def test_the_page_of_plans_names_every_kind_of_rule_period_and_source() -> None:
    said = (ROOT / "docs" / "plans.md").read_text(encoding="utf-8")

    for kind in (*VOCABULARY.rules, *PeriodKind, *IndicatorSource):
        assert f"`{kind}`" in said


def test_the_readings_that_the_page_of_plans_shows_can_be_adopted() -> None:
    said = (ROOT / "docs" / "plans.md").read_text(encoding="utf-8")
    example = (ROOT / "examples" / "kanalbyen-2024-2026.toml").read_text(encoding="utf-8")
    [shown] = re.findall(r"^```toml\n(.*?)^```", said, re.MULTILINE | re.DOTALL)
    readings = tomllib.loads(f"[[criteria]]\n{shown}", parse_float=Decimal)["criteria"][0]["readings"]
    plan = tomllib.loads(example, parse_float=Decimal)
    plan["criteria"] = [{**plan["criteria"][0], "default_reading": "by-june", "readings": readings}]

    adopted = Codec(VOCABULARY).plan("the page's", plan)

    assert ["by-june", "first-half-year", "programme", "year"] == [
        reading.key for reading in adopted.criteria[0].readings
    ]


def test_the_page_of_facts_is_made_from_the_vocabulary() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "make facts-page writes it anew"
