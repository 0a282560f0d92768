"""The plan in force is written out as JSON, edited, and read again: for those who revise it."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from click.testing import CliRunner

from given import WORKER
from given_governance import AGREED, ESTATE, gives
from vaerebro_events import VOCABULARY, Codec, Logbook, Plan, PlanRevised, read_plan
from vaerebro_events.cli import vaerebro
from vaerebro_events.errors import InvalidPlan, UnknownPlan


def written_out(logbook: Path, to: Path) -> Path:
    """What `vaerebro plan LOGBOOK --json` prints, in a file."""
    done = CliRunner().invoke(vaerebro, ["plan", str(logbook), "--json"])
    assert 0 == done.exit_code
    to.write_text(done.stdout, encoding="utf-8")
    return to


@pytest.fixture
def json_file(tmp_path: Path) -> Callable[[str], Path]:
    def made(text: str) -> Path:
        path = tmp_path / "plan.json"
        path.write_text(text, encoding="utf-8")
        return path

    return made


@pytest.mark.parametrize(
    "plan",
    [
        read_plan(),
        read_plan("examples/kanalbyen-2024-2026.toml"),
        evolve(AGREED, cofinancing=(gives(ESTATE, "12.345678"),)),
    ],
    ids=lambda plan: plan.name,
)
def test_the_plan_in_force_is_the_same_when_written_out_and_read(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with Logbook.create(path, plan, actor=WORKER) as logbook:
        in_force = logbook.plan

    assert in_force == read_plan(written_out(path, tmp_path / "plan.json"))


def test_an_edited_plan_is_recorded_as_a_revision(tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"
    with Logbook.create(path, actor=WORKER) as logbook:
        file = written_out(path, tmp_path / "PLAN.JSON")
        edited = json.loads(file.read_text(encoding="utf-8"))
        edited["settings"]["follow_up_days"] = 90
        file.write_text(json.dumps(edited), encoding="utf-8")
        revision = PlanRevised("delaftale-2022", "delaftale", date(2022, 1, 1), read_plan(str(file)))
        logbook.record(revision, on=date(2021, 12, 2))

        changed = logbook.replay(on=date(2022, 1, 1)).plan

    assert changed is not None
    assert 90 == changed.settings.follow_up_days


@pytest.mark.parametrize("figure", ["77.97", '"77.97"', "77.970"])
def test_a_number_is_exactly_what_is_written(figure: str, json_file: Callable[[str], Path]) -> None:
    text = plain(evolve(AGREED, cofinancing=(gives(ESTATE, "10"),)))

    plan = read_plan(json_file(text.replace('"hours_a_week": "10"', f'"hours_a_week": {figure}')))

    assert Decimal("77.97") == plan.cofinancing[0].hours_a_week


def plain(plan: Plan) -> str:
    """A plan as JSON."""
    return json.dumps(Codec.of(VOCABULARY).plain_plan(plan))


TABLE = "the file: it is no JSON: it is no table"
TWICE = "the file: it is no JSON: the key «name» is used 2 times in one table"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[]", TABLE),
        ('"plan"', TABLE),
        ('{"name": NaN}', "the file: it is no JSON: NaN is no number"),
        ('{"name": "a", "name": "b"}', TWICE),
        ('{"title": {"name": "a", "name": "b"}}', TWICE),
        ("{", "the file: it is no JSON: Expecting property name enclosed in double quotes"),
        ('{"name": "\\ud800"}', "the file: it is no JSON: 'utf-8' codec can't encode character"),
        ("[" * 100_000, "the file: it is no JSON: maximum recursion depth exceeded"),
        ("name = 'small'", "the file: it is no JSON: Expecting value"),
        ('{"name": 1.5}', "name: 1.5 is not text"),
    ],
)
def test_what_is_wrong_in_the_file_is_told(text: str, says: str, json_file: Callable[[str], Path]) -> None:
    path = json_file(text)

    with pytest.raises(InvalidPlan) as raised:
        read_plan(path)

    assert str(path) == raised.value.plan
    assert str(raised.value.problems[0]).startswith(says)


def test_what_is_wrong_in_a_table_is_told_with_its_place(json_file: Callable[[str], Path]) -> None:
    def edited(change: Callable[[dict[str, Any]], object]) -> Path:
        data = json.loads(plain(AGREED))
        change(data)
        return json_file(json.dumps(data))

    with pytest.raises(InvalidPlan) as raised:
        read_plan(edited(lambda data: data["activities"][0].update(area="moon")))

    assert [f"activities «{AGREED.activities[0].key}»: there is no area «moon»"] == [
        str(problem) for problem in raised.value.problems
    ]


def test_a_file_that_is_not_there_is_no_plan() -> None:
    with pytest.raises(UnknownPlan):
        read_plan("nope.json")
