"""The shapes that other programs read: what each command prints with `--json`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest
from attrs import AttrsInstance, fields
from jsonschema import Draft202012Validator

from at_the_desk import SUMMER, five_evenings, refused, vaerebro
from given import WORKER
from golden_plan import PLAN as EVERYTHING
from vaerebro_events import (
    Aim,
    Codec,
    FollowUpMade,
    IndicatorMeasured,
    Logbook,
    Needs,
    PeriodClosed,
    PeriodKind,
    Rule,
    State,
    Why,
    read_plan,
)
from vaerebro_events.domain.follow_up import Decided, FollowUpBody
from vaerebro_events.domain.governance import AgreementKind
from vaerebro_events.domain.plan import IndicatorSource
from vaerebro_events.projections.agreement import ChangeKind
from vaerebro_events.projections.closing import Cause
from vaerebro_events.projections.due import DueKind, DueState
from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.projections.judgement import LACKS
from vaerebro_events.projections.milestones import MilestoneState
from vaerebro_events.projections.plan_check import RemarkKind
from vaerebro_events.projections.rules.measuring import Direction
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.reports.plain import plain_figure
from vaerebro_events.sample import make_sample

SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"
NEW_YEARS_EVE = ("--on", "2021-12-31")
# What each shape is asked for with, so that there is something of everything in it.
SHAPES: Mapping[str, Sequence[str]] = {
    "status": NEW_YEARS_EVE,
    "plan": NEW_YEARS_EVE,
    "follow-up": (),
    "due": NEW_YEARS_EVE,
    "agreement": (),
    "check": (),
    "known": (),
    "close": ("2023", "--role", "leader", "--user", "u-1"),
    "diff": ("2021",),
}
# What these say of the files they read or write is held to its schema where they are tested.
ELSEWHERE = ("export", "import", "made", "me", "recorded", "restore", "template")
ROW = [
    *("criterion", "reading", "default", "disagree", "period", "from", "to", "period_entry"),
    *("version", "chosen", "state", "value", "target"),
    *("aim", "baseline", "benchmark", "parts", "needs", "members", "counted", "left_out", "rule"),
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
        "period_entry": 2,
        "version": 1,
        "chosen": None,
        "state": "not_met",
        "value": 1,
        "target": 10,
        "aim": "at-least",
        "baseline": None,
        "benchmark": None,
        "parts": [],
        "needs": "all",
        "members": [],
        "counted": [6, 8, 10, 12, 14],
        "left_out": [{"position": at, "why": "too-few", "because": []} for at in (15, 16, 17, 18)],
        "rule": {
            "da": "Familier, der deltog mindst 5 gange: mindst 10 forskellige.",
            "en": "Families that took part at least 5 times: at least 10 different ones.",
        },
    } == row


def test_a_combination_says_the_figures_of_each_of_its_rules(path: Path) -> None:
    with Logbook.open(path, actor=WORKER) as logbook:
        logbook.record(IndicatorMeasured("safety", Decimal(79), Decimal(88)), on=date(2021, 1, 31))

    said = read("status", path, *SUMMER, "--criterion", "tryghed.safety")

    (row,) = said["criteria"]
    first = {"aim": "at-least", "value": "79/100", "target": "4/5", "baseline": "3/4", "benchmark": None}
    closer = {
        "aim": "more-than",
        "value": "79/100",
        "target": "19/25",
        "baseline": "3/4",
        "benchmark": "22/25",
    }
    others: Data = {"lacks": None, "parts": [], "needs": "all", "members": []}
    assert ("all", [first | others, closer | others]) == (row["needs"], row["members"])
    assert ("79/100", "4/5", "3/4", "22/25") == tuple(
        row[name] for name in ("value", "target", "baseline", "benchmark")
    )


def test_a_target_is_null_where_its_baseline_is_not_counted_yet(path: Path) -> None:
    said = read("status", path, *SUMMER, "--criterion", "frivillige.contacts")

    row = next(row for row in said["criteria"] if row["reading"] == "programme")
    assert ("awaiting_baseline", None, None) == (row["state"], row["target"], row["baseline"])


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
    assert [*Aim] == shapes["aim"]["enum"]
    assert [*Needs] == shapes["needs"]["enum"]
    assert [None, *LACKS] == shapes["member"]["properties"]["lacks"]["enum"]


# The plan.


def test_the_plan_is_printed_whole_and_nothing_else(path: Path) -> None:
    said = read("plan", path)

    codec = Codec(VOCABULARY)
    assert read_plan() == codec.plan("said", said)
    assert fits(schema("plan"), said)


def test_a_plan_with_everything_has_the_shape_of_the_schema() -> None:
    assert fits(schema("plan"), Codec(VOCABULARY).plain_plan(EVERYTHING))


def names_of(rule: type[Rule]) -> list[str]:
    return [field.name for field in fields(cast(type[AttrsInstance], rule))]


def test_the_schema_knows_every_rule_with_all_its_fields() -> None:
    shapes = schema("plan")["$defs"]
    rules = [shapes[rule["$ref"].rpartition("/")[2]] for rule in shapes["rule"]["oneOf"]]

    named = {shape["properties"]["kind"]["const"]: list(shape["properties"]) for shape in rules}

    assert {kind: ["kind", *names_of(rule)] for kind, rule in VOCABULARY.rules.items()} == named


def test_the_schema_names_every_period_source_and_direction() -> None:
    shapes = schema("plan")["$defs"]

    assert [*PeriodKind] == shapes["reading"]["properties"]["period"]["enum"]
    assert [*IndicatorSource] == shapes["indicator"]["properties"]["source"]["enum"]
    assert [*Direction] == shapes["direction"]["enum"]


# The agreement, follow-up, what is due, closings.


def test_there_is_a_schema_for_every_shape() -> None:
    there = sorted(path.name.partition(".")[0] for path in SCHEMAS.glob("*.schema.json"))

    assert sorted((*SHAPES, *ELSEWHERE)) == there


@pytest.mark.parametrize("dates", [(), NEW_YEARS_EVE, ("--known", "0")])
@pytest.mark.parametrize("name", ["follow-up", "due", "agreement", "check", "known"])
def test_what_is_followed_has_the_shape_of_its_schema(
    sample: Path, name: str, dates: tuple[str, ...]
) -> None:
    said = read(name, sample, *dates)

    assert fits(schema(name), said)
    assert said["known"] == (dates[1] if "--known" in dates else None)


def test_a_closing_prints_what_it_holds(copy: Path) -> None:
    said = read("close", copy, *SHAPES["close"])

    with Logbook.open(copy) as logbook:
        entry = logbook.entries()[-1]
    assert isinstance(entry.fact, PeriodClosed)
    assert (entry.position, "2023", "2023-12-31") == (said["entry"], said["period"], said["on"])
    assert [status.key for status in entry.fact.statuses] == [
        (row["criterion"], row["reading"], row["period"]) for row in said["statuses"]
    ]
    assert fits(schema("close"), said)


def test_a_whole_figure_of_a_closing_is_a_number_and_a_share_a_fraction(copy: Path) -> None:
    rows = read("close", copy, *SHAPES["close"])["statuses"]

    figures = {type(row["value"]).__name__ for row in rows}
    assert {"int", "str", "NoneType"} == figures
    assert all("/" in row["value"] for row in rows if isinstance(row["value"], str))


def test_what_is_otherwise_since_a_closing_has_the_shape_of_its_schema(sample: Path) -> None:
    said = read("diff", sample, "2021")

    assert fits(schema("diff"), said)
    assert {"entries", "plan"} == {cause for row in said["restated"] for cause in row["causes"]}
    assert all(row["reported"] != row["now"] for row in said["restated"])


def test_the_agreement_tells_the_difference_of_two_versions(sample: Path) -> None:
    versions = [version["position"] for version in read("agreement", sample)["versions"]]
    between = ("--between", str(versions[0]), str(versions[-1]))

    said = read("agreement", sample, *between)["between"]

    assert (versions[0], versions[-1]) == (said["before"], said["after"])
    assert "changed" in {change["what"] for change in said["changes"]}


def test_the_follow_up_of_one_year_has_the_rows_of_that_year(sample: Path) -> None:
    said = read("follow-up", sample, "--year", "2021", "--days", "90")

    assert ({2021}, 90) == ({row["year"] for row in said["rows"]}, said["days"])
    assert [2021] == [each["year"] for each in said["social_data"]]
    assert {"2021"} == {met["day"][:4] for met in said["meetings"]}


def test_a_meeting_prints_who_saw_what_and_what_not(path: Path) -> None:
    keys = sorted(criterion.key for criterion in read_plan().criteria)
    with Logbook.open(path, actor=WORKER) as logbook:
        met = FollowUpMade("board", keys[1:], date(2021, 3, 1), 20, date(2020, 12, 31), ["act"])
        logbook.record(met, on=date(2021, 3, 4))

    assert [
        {
            "position": 21,
            "day": "2021-03-04",
            "body": "board",
            "as_of": "2021-03-01",
            "as_known": 20,
            "social_data_of": "2020-12-31",
            "decided": ["act"],
            "seen": keys[1:],
            "not_seen": keys[:1],
        }
    ] == read("follow-up", path)["meetings"]


def test_a_duty_prints_where_it_stands_and_nothing_else_does(sample: Path) -> None:
    duties = {duty.key: {"da": duty.source.da, "en": duty.source.en} for duty in read_plan().duties}

    for row in read("due", sample)["due"]:
        assert row["source"] == (duties[row["subject"]] if row["kind"] == "duty" else None)


def test_the_schemas_name_every_kind_and_state() -> None:
    due, checked, agreed = (schema(name)["$defs"] for name in ("due", "check", "agreement"))
    of_due, of_milestone = (due[name]["properties"] for name in ("due", "milestone"))
    of_meeting = schema("follow-up")["$defs"]["meeting"]["properties"]

    assert [*DueKind] == of_due["kind"]["enum"]
    assert [*DueState] == of_due["state"]["enum"]
    assert [*MilestoneState] == of_milestone["state"]["enum"]
    assert [*FollowUpBody] == of_meeting["body"]["enum"]
    assert [*Decided] == of_meeting["decided"]["items"]["enum"]
    assert [*RemarkKind] == checked["remark"]["properties"]["kind"]["enum"]
    assert [*FindingKind] == checked["finding"]["properties"]["kind"]["enum"]
    assert [*ChangeKind] == agreed["change"]["properties"]["what"]["enum"]
    assert [None, *AgreementKind] == agreed["version"]["properties"]["kind"]["enum"]


@pytest.mark.parametrize("name", ["close", "diff"])
def test_the_schemas_of_closings_name_every_state_and_cause(name: str) -> None:
    shapes = schema(name)["$defs"]

    assert [*State] == shapes["state"]["enum"]
    if name == "diff":
        assert [*Cause] == shapes["restated"]["properties"]["causes"]["items"]["enum"]


# All: no key may be missing, and none may be added.


@pytest.fixture
def copy(sample: Path, tmp_path: Path) -> Path:
    """The sample, to write in."""
    path = tmp_path / "logbog.db"
    path.write_bytes(sample.read_bytes())
    return path


def asked(name: str, path: Path) -> Data:
    """A shape with something of everything in it."""
    words = SHAPES[name]
    if name == "agreement":
        versions = [str(version["position"]) for version in read(name, path)["versions"]]
        words = ("--between", versions[0], versions[-1])
    return read(name, path, *words)


@pytest.mark.parametrize("name", SHAPES)
def test_the_schemas_are_themselves_in_order(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_asks_for_all_its_keys_and_no_others(name: str) -> None:
    whole = schema(name)
    shapes = [whole, *(shape for shape in whole["$defs"].values() if "properties" in shape)]

    assert all(shape["required"] == list(shape["properties"]) for shape in shapes)
    assert all(shape["additionalProperties"] is False for shape in shapes)


@pytest.mark.parametrize("name", SHAPES)
def test_no_key_may_be_missing(copy: Path, name: str) -> None:
    whole, shape = asked(name, copy), schema(name)

    for place in objects(whole):
        held = at(whole, place)
        for key in () if "where" in place else list(held):
            kept = held.pop(key)
            assert not fits(shape, whole), (place, key)
            held[key] = kept


@pytest.mark.parametrize("name", SHAPES)
def test_no_key_may_be_added(copy: Path, name: str) -> None:
    whole, shape = asked(name, copy), schema(name)

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

    refused("--on cannot be '2021-02-30': the calendar has no such day.", said)
