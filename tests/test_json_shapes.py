"""The shapes that other programs read: `status --json`, `plan --json` and `entries --json`."""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from at_the_desk import SUMMER, five_evenings, refused, vaerebro
from vaerebro_events import Codec, Logbook, State, read_plan
from vaerebro_events.projections.status import Why
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.reports.plain import plain_figure
from vaerebro_events.sample import make_sample

SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"
NEW_YEARS_EVE = ("--on", "2021-12-31")
ROW = [
    *("criterion", "reading", "default", "disagree", "period", "from", "to", "state", "value", "target"),
    *("baseline", "benchmark", "parts", "counted", "left_out", "rule"),
]

Data = Any
Place = tuple[str | int, ...]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "logbog.db"
    make_sample(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return five_evenings(tmp_path)


def read(*words: str | Path) -> Data:
    """The one JSON object that a command prints."""
    said = vaerebro(*words, "--json")
    assert 0 == said.exit_code
    return json.loads(said.stdout)


def schema(name: str) -> Data:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


def fits(shape: Data, data: Data) -> bool:
    fit: bool = Draft202012Validator(shape).is_valid(data)  # pyright: ignore[reportUnknownMemberType] its stubs are partial
    return fit


def objects(data: Data, where: Place = ()) -> Iterator[Place]:
    """The place of every object within the data, the first of each list standing for the others."""
    if isinstance(data, dict):
        yield where
    for key, value in within(data):
        yield from objects(value, (*where, key))


def within(data: Data) -> list[tuple[Any, Data]]:
    """What an object holds by its keys, or a list first."""
    if isinstance(data, dict):
        held: dict[str, Data] = data  # pyright: ignore[reportUnknownVariableType] JSON may be anything
        return list(held.items())
    items: list[Data] = data if isinstance(data, list) else []  # pyright: ignore[reportUnknownVariableType] JSON may be anything
    return list(enumerate(items[:1]))


def at(data: Data, place: Place) -> Data:
    for step in place:
        data = data[step]
    return data


# Status.


@pytest.mark.parametrize(
    "dates", [NEW_YEARS_EVE, (*NEW_YEARS_EVE, "--known", "2022-02-28"), ("--known", "0")]
)
def test_status_has_the_shape_of_its_schema(sample: Path, dates: tuple[str, ...]) -> None:
    assert fits(schema("status"), read("status", sample, *dates))


def test_status_has_exactly_its_keys_in_their_order(path: Path) -> None:
    said = read("status", path, *SUMMER)

    assert ["plan", "on", "known", "position", "criteria"] == list(said)
    assert all(ROW == list(row) for row in said["criteria"])


def test_status_says_what_was_asked(path: Path) -> None:
    said = read("status", path, *SUMMER, "--known", "2021-02-11")

    asked = {key: said[key] for key in ("plan", "on", "known", "position")}
    assert {
        "plan": "vaerebro-2020-2023",
        "on": "2021-06-30",
        "known": "2021-02-11",
        "position": 18,
    } == asked


def test_known_is_null_where_everything_known_is_asked_for(path: Path) -> None:
    said = read("status", path, *SUMMER)

    assert (None, 20) == (said["known"], said["position"])


def test_status_has_a_row_for_each_criterion_reading_and_period(path: Path) -> None:
    with Logbook.open(path) as logbook:
        statuses = logbook.replay().statuses

    said = read("status", path, *SUMMER)["criteria"]

    rows = [(row["criterion"], row["reading"], row["period"]) for row in said]
    assert [status.key for status in statuses] == rows


def test_a_row_names_the_entries_that_counted_and_those_left_out(path: Path) -> None:
    said = read("status", path, *SUMMER, "--criterion", "familieakademi.regulars", "--known", "18")

    row = next(row for row in said["criteria"] if row["reading"] == "season")
    assert {
        "criterion": "familieakademi.regulars",
        "reading": "season",
        "default": False,
        "disagree": False,
        "period": "2021-forår",
        "from": "2021-01-07",
        "to": "2021-04-22",
        "state": "not_met",
        "value": 1,
        "target": 10,
        "baseline": None,
        "benchmark": None,
        "parts": [],
        "counted": [6, 8, 10, 12, 14],
        "left_out": [{"position": at, "why": "too-few", "because": []} for at in (15, 16, 17, 18)],
        "rule": {
            "da": "Mindst 10 forskellige familier kom til møder mindst 5 gange hver.",
            "en": "At least 10 different families each came to a meeting at least 5 times.",
        },
    } == row


def test_a_share_is_an_exact_fraction_in_text(sample: Path) -> None:
    said = read("status", sample, "--on", "2023-12-31", "--criterion", "familieakademi.new-insight")

    row = said["criteria"][-1]
    parts = {part["key"]: part["value"] for part in row["parts"]}
    assert "3/4" == row["target"]
    assert Fraction(parts["positive"], parts["answered"]) == Fraction(row["value"])


def test_a_share_stays_a_fraction_where_it_is_whole() -> None:
    assert [8, "3/4", "1/1", None] == [*map(plain_figure, (8, Fraction(3, 4), Fraction(1), None))]


def test_an_unknown_figure_is_null(path: Path) -> None:
    said = read("status", path, *SUMMER, "--criterion", "lommepengejob.meaningful")

    assert [None] == list({row["value"] for row in said["criteria"]})


def test_the_schema_names_every_state_and_every_reason() -> None:
    shapes = schema("status")["$defs"]

    assert [*State] == shapes["row"]["properties"]["state"]["enum"]
    assert [*Why] == shapes["left_out"]["properties"]["why"]["enum"]


# The plan.


def test_the_plan_is_printed_whole_and_nothing_else(path: Path) -> None:
    said = read("plan", path)

    codec = Codec(VOCABULARY)
    assert read_plan() == codec.plan("said", said)
    assert fits(schema("plan"), said)


def test_the_schema_knows_every_rule_with_all_its_fields() -> None:
    shapes = schema("plan")["$defs"]

    named = {
        shape["properties"]["kind"]["const"]
        for shape in shapes.values()
        if "kind" in shape.get("required", ())
    }
    assert set(VOCABULARY.rules) == named


# Both: no key may be missing, and none may be added.


@pytest.mark.parametrize("name", ["status", "plan"])
def test_the_schemas_are_themselves_in_order(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", ["status", "plan"])
def test_no_key_may_be_missing(sample: Path, name: str) -> None:
    whole, shape = read(name, sample), schema(name)

    for place in objects(whole):
        held = at(whole, place)
        for key in () if "where" in place else list(held):
            kept = held.pop(key)
            assert not fits(shape, whole), (place, key)
            held[key] = kept


@pytest.mark.parametrize("name", ["status", "plan"])
def test_no_key_may_be_added(sample: Path, name: str) -> None:
    whole, shape = read(name, sample), schema(name)

    for place in objects(whole):
        at(whole, place)["added"] = None
        assert not fits(shape, whole), place
        del at(whole, place)["added"]


# The log.


def test_entries_are_one_object_a_line(path: Path) -> None:
    said = vaerebro("entries", path, "--json", "--after", "18").stdout.splitlines()

    with Logbook.open(path) as logbook:
        codec = Codec(VOCABULARY)
        assert [codec.plain_entry(entry) for entry in logbook.entries(18)] == [*map(json.loads, said)]


def test_a_refusal_prints_no_json(path: Path) -> None:
    said = vaerebro("status", path, "--json", "--on", "2021-02-30")

    why = "give a day that there is, such as 2021-12-31"
    refused(f"--on cannot be '2021-02-30': {why}.", said)
