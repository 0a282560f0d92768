"""What README and docs tell a person to type runs, and what they link to is there."""

import re
import shlex
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from at_the_desk import vaerebro
from reference_pages import PAGES as MADE
from reference_pages import REFERENCE
from vaerebro_events import VOCABULARY, Codec, PeriodKind, State
from vaerebro_events.cli.program import EXIT_CODES
from vaerebro_events.domain.plan import IndicatorSource
from vaerebro_events.reports.terminal.words import STATES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
WRITTEN = sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "tests" / "README.md", *WRITTEN]
SOURCES = [
    ROOT / "Makefile",
    *(path for part in ("src", "tests", "examples") for path in (ROOT / part).rglob("*.py")),
]
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
RUN_ELSEWHERE = {
    "make demo",
    "make test",
    "make docs",
    "pip install '.[cli]'",
    ". .venv/bin/activate",
}
# A page for those who read Danish, and the same for those who read English.
TWINS = {"medarbejder.md": "worker.md", "leder.md": "leader.md", "revisor.md": "auditor.md"}


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def commands(page: Path) -> list[str]:
    blocks = CONSOLE.findall(page.read_text(encoding="utf-8"))
    lines = [line for block in blocks for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample logbook as `vaerebro demo` makes it, to be copied for each page."""
    path = tmp_path_factory.mktemp("sample") / "logbog.db"
    assert 0 == vaerebro("demo", path).exit_code
    return path


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=name_of)
def test_commands_of_a_page_run_in_their_order(
    page: Path, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = [line for line in commands(page) if line not in RUN_ELSEWHERE]
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "demo").mkdir()
    shutil.copy(sample, tmp_path / "demo")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))

    for line in typed:
        program, *words = shlex.split(line)
        assert "vaerebro" == program
        result = vaerebro(*map(with_the_checksum, words))
        assert (0, "") == (result.exit_code, result.stderr), line


def with_the_checksum(word: str) -> str:
    """What a reader types where a page says SHA256: what the export of the page printed."""
    return sha256(Path("log.jsonl").read_bytes()).hexdigest() if word == "SHA256" else word


def test_make_has_the_targets_that_pages_name() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {
        word for page in PAGES for word in re.findall(r"make (\w+)`?$|`make (\w+)`", page.read_text("utf-8"))
    }

    for target in {one or other for one, other in named}:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def anchors(page: Path) -> set[str]:
    """Where a link may lead within a page: its headings, as forges and the site name them."""
    prose = FENCED.sub("", page.read_text(encoding="utf-8"))
    slugs = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(prose)]
    seen = Counter[str]()
    found: set[str] = set()
    for slug in slugs:
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found


def broken(page: Path) -> Iterator[str]:
    for link in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if "://" not in link and (not target.exists() or (anchor and anchor not in anchors(target))):
            yield link


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    assert [] == list(broken(page))


@pytest.mark.parametrize("said", ["[a](nowhere.md)", "[a](#nowhere)", "[a](page.md#Above)"])
def test_a_broken_link_is_seen(said: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Above\n\n[good](page.md#above) and {said}\n", encoding="utf-8")

    assert 1 == len(list(broken(page)))


def test_every_page_is_reached_from_the_first() -> None:
    reached = {DOCS / "index.md"}
    for page in [*reached]:
        _reach(page, reached)

    assert [] == [name_of(page) for page in WRITTEN if page not in reached and page.name != "changelog.md"]


def _reach(page: Path, reached: set[Path]) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        target = (page.parent / link.partition("#")[0]).resolve()
        if target.suffix == ".md" and target.is_file() and target not in reached:
            reached.add(target)
            _reach(target, reached)


def test_the_pages_that_the_code_names_are_there() -> None:
    named = {
        word.rstrip(".")
        for path in SOURCES
        for word in re.findall(r"docs/[\w./-]+\.(?:md|svg|json)", path.read_text(encoding="utf-8"))
    }

    assert [] == [word for word in sorted(named) if not (ROOT / word).exists()]


@pytest.mark.parametrize("danish", TWINS)
def test_a_page_in_danish_has_the_commands_of_the_one_in_english(danish: str) -> None:
    shapes = [
        [
            [word for word in line.split() if word.startswith("--") or word.isalpha()][:2]
            for line in commands(page)
        ]
        for page in (DOCS / "how-to" / danish, DOCS / "how-to" / TWINS[danish])
    ]

    assert [line for line in shapes[1] if "me" not in line] == [
        line for line in shapes[0] if "me" not in line
    ]


def test_the_terms_stand_once_in_each_language_and_hold_every_state() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \| `", (REFERENCE / "terms.md").read_text("utf-8"), re.MULTILINE
    )
    danish, english = ([row[place] for row in rows] for place in (0, 1))

    assert {(STATES[state].da, STATES[state].en) for state in State} <= set(rows)
    assert [] == [word for word, times in Counter(danish).items() if times > 1]
    assert [] == [word for word, times in Counter(english).items() if times > 1]


@pytest.mark.parametrize("name", MADE)
def test_a_page_that_is_made_from_the_code_is_fresh(name: str) -> None:
    assert MADE[name]() == (REFERENCE / name).read_text(encoding="utf-8"), "make reference writes it anew"


@pytest.mark.parametrize("page", ["command-line.md", "kommandolinjen.md"])
def test_the_page_of_commands_tells_of_every_exit_code(page: str) -> None:
    told = re.findall(r"^\| (\d) \|", (REFERENCE / page).read_text("utf-8"), re.MULTILINE)

    assert re.findall(r"\d", EXIT_CODES.en) == told


def test_the_page_of_plans_names_every_kind_of_rule_period_and_source() -> None:
    said = (REFERENCE / "plans.md").read_text(encoding="utf-8")

    for kind in (*VOCABULARY.rules, *PeriodKind, *IndicatorSource):
        assert f"`{kind}`" in said


def adopted(*criteria: str) -> list[str]:
    """The readings of criteria that a page shows, put into the made-up plan and adopted."""
    example = (ROOT / "examples" / "kanalbyen-2024-2026.toml").read_text(encoding="utf-8")
    plan = tomllib.loads(example, parse_float=Decimal)
    shown = [tomllib.loads(text, parse_float=Decimal)["criteria"][0] for text in criteria]
    whole = [{**plan["criteria"][0], "default_reading": each["readings"][0]["key"], **each} for each in shown]
    made = Codec(VOCABULARY).plan("the page's", {**plan, "criteria": whole})
    return [reading.key for criterion in made.criteria for reading in criterion.readings]


def toml_of(page: Path) -> list[str]:
    return re.findall(r"^```toml\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_readings_that_the_page_of_plans_shows_can_be_adopted() -> None:
    [shown] = toml_of(REFERENCE / "plans.md")

    assert ["by-june", "first-half-year", "programme", "year"] == adopted(f"[[criteria]]\n{shown}")


def test_the_criterion_that_the_how_to_shows_can_be_adopted() -> None:
    assert ["year"] == adopted(*toml_of(DOCS / "how-to" / "add-a-criterion.md"))
