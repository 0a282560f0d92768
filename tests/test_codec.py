"""Facts and entries as plain data and canonical bytes: read strictly, and lifted where they are older."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from attrs import evolve

from given import AKADEMI, JOBS, SPRING, WORKER, the_plan
from vaerebro_events import (
    VOCABULARY,
    Codec,
    Corrected,
    Entry,
    Evidence,
    FamilyAttended,
    NeighbourActivityHeld,
    ParticipantRegistered,
    PlanAdopted,
    PlanRevised,
    ReportedStatus,
    SeriesPlanned,
    VaerebroError,
)
from vaerebro_events.errors import InvalidValue, UnknownTag, WrongFields

CODEC = Codec(VOCABULARY)
ENTRY = Entry(
    5,
    6,
    UUID("00000000-0000-4000-8000-000000000005"),
    datetime(2021, 1, 7, 18, 30, tzinfo=UTC),
    date(2021, 1, 7),
    WORKER,
    FamilyAttended(AKADEMI, SPRING, 1, "f-1"),
    (Evidence("letter-7", "0" * 64),),
    datetime(2021, 1, 7, 18, 20, tzinfo=UTC),
)
CORRECTION = evolve(ENTRY, fact=Corrected(4, "slip", ENTRY.fact), clock=None, evidence=())
Change = Callable[[dict[str, Any]], object]


def read(data: bytes, *changes: Change) -> Entry:
    """The entry of bytes that are changed first."""
    plain = json.loads(data)
    for change in changes:
        change(plain)
    return CODEC.decode(json.dumps(plain).encode())


@pytest.mark.parametrize("entry", [ENTRY, CORRECTION])
def test_an_entry_comes_back_as_it_was_written(entry: Entry) -> None:
    assert entry == CODEC.decode(CODEC.encode(entry))


def test_bytes_are_sorted_and_without_spaces() -> None:
    data = CODEC.encode(ENTRY)

    assert (
        json.dumps(json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        == data
    )


def test_the_same_person_is_read_once() -> None:
    codec = Codec(VOCABULARY)

    assert codec.decode(codec.encode(ENTRY)).actor is codec.decode(codec.encode(CORRECTION)).actor


NO_ENTRIES: list[Change] = [
    lambda plain: plain.pop("clock"),
    lambda plain: plain.update(mood="good"),
    lambda plain: plain.update(position="5"),
    lambda plain: plain.update(position=True),
    lambda plain: plain.update(position=0),
    lambda plain: plain.update(batch_end=5.0),
    lambda plain: plain.update(id="f-1"),
    lambda plain: plain.update(recorded_at="2021-01-07T18:30:00"),
    lambda plain: plain.update(recorded_at="2021-01-07T18:30:00+01:00"),
    lambda plain: plain.update(recorded_at=5),
    lambda plain: plain.update(occurred_on="20210107"),
    lambda plain: plain.update(occurred_on="2021-02-30"),
    lambda plain: plain.update(occurred_on="2021-01-07T00:00:00"),
    lambda plain: plain.update(occurred_on=20210107),
    lambda plain: plain.update(clock="soon"),
    lambda plain: plain["actor"].update(name="x"),
    lambda plain: plain["actor"].pop("role"),
    lambda plain: plain["actor"].update(user="u 3"),
    lambda plain: plain["evidence"][0].update(sha256="0"),
    lambda plain: plain["evidence"][0].update(page=1),
    lambda plain: plain.update(tag="chess-played"),
    lambda plain: plain.update(tag=None),
    lambda plain: plain.update(tag=["family-attended"]),
    lambda plain: plain.update(version=2),
    lambda plain: plain.update(version=0),
    lambda plain: plain["fact"].update(mood="good"),
    lambda plain: plain["fact"].pop("family"),
    lambda plain: plain["fact"].update(meeting="1"),
    lambda plain: plain["fact"].update(meeting=True),
    lambda plain: plain["fact"].update(meeting=0),
    lambda plain: plain["fact"].update(family=1),
    lambda plain: plain["fact"].update(family="010190-1234"),
    lambda plain: plain.update(fact=[]),
]
NO_CORRECTIONS: list[Change] = [
    lambda plain: plain["fact"]["fact"].update(tag="chess-played"),
    lambda plain: plain["fact"]["fact"].update(mood="good"),
    lambda plain: plain["fact"]["fact"].pop("version"),
    lambda plain: plain["fact"]["fact"]["fact"].pop("family"),
    lambda plain: plain["fact"].update(fact=None),
    lambda plain: plain["fact"].update(amends="4"),
    lambda plain: plain["fact"].update(reason="because"),
]


@pytest.mark.parametrize("change", NO_ENTRIES)
def test_what_is_no_entry_is_not_read(change: Change) -> None:
    with pytest.raises((VaerebroError, ValueError, TypeError, KeyError, AttributeError)):
        read(CODEC.encode(ENTRY), change)


@pytest.mark.parametrize("change", NO_CORRECTIONS)
def test_what_is_no_correction_is_not_read(change: Change) -> None:
    with pytest.raises((VaerebroError, ValueError, TypeError, KeyError)):
        read(CODEC.encode(CORRECTION), change)


def test_a_fact_is_made_from_plain_data() -> None:
    made = CODEC.fact(
        "family-attended", {"activity": AKADEMI, "series": SPRING, "meeting": 1, "family": "f-1"}
    )

    assert ENTRY.fact == made


def test_a_fact_within_a_correction_is_plain_data_too() -> None:
    made = CODEC.fact("corrected", {"amends": 4, "reason": "slip", "fact": CODEC.plain_fact(ENTRY.fact)})

    assert CORRECTION.fact == made


@pytest.mark.parametrize(
    ("tag", "fields", "says"),
    [
        (
            "heads-counted",
            {"activity": AKADEMI, "series": SPRING, "meeting": "3", "heads": 1},
            "«heads-counted» does not take these fields: meeting: '3' is not a whole number.",
        ),
        (
            "heads-counted",
            {"activity": AKADEMI, "series": SPRING, "meeting": 3, "heads": True},
            "«heads-counted» does not take these fields: heads: True is not a whole number.",
        ),
        (
            "assessment-made",
            {"indicator": "lommepengejob-growth-seen", "party": "cafe", "positive": 1},
            "«assessment-made» does not take these fields: positive: 1 is not true or false.",
        ),
        (
            "series-planned",
            {
                "activity": AKADEMI,
                "series": SPRING,
                "meetings": 16,
                "first_day": datetime(2021, 1, 7, tzinfo=UTC),
                "last_day": "2021-5-6",
            },
            (
                "«series-planned» does not take these fields: first_day: datetime.datetime(2021, 1, 7, 0, 0, "
                "tzinfo=datetime.timezone.utc) is not a day; last_day: Invalid isoformat string: '2021-5-6'."
            ),
        ),
        (
            "series-planned",
            {"activity": AKADEMI, "series": "s", "meetings": 1, "first_day": "20210107", "last_day": ""},
            (
                "«series-planned» does not take these fields: first_day: '20210107' is not a day as "
                "2021-03-04; last_day: Invalid isoformat string: ''."
            ),
        ),
        (
            "fritidsjob-ended",
            {"activity": JOBS, "youth": "y-1", "job": "j-1", "why": "moved"},
            "«fritidsjob-ended» does not take these fields: it does not know why.",
        ),
    ],
)
def test_fields_that_do_not_fit_are_all_told(tag: str, fields: dict[str, object], says: str) -> None:
    with pytest.raises(WrongFields) as raised:
        CODEC.fact(tag, fields)

    assert says == str(raised.value)


def test_a_value_that_cannot_be_says_so_itself() -> None:
    with pytest.raises(InvalidValue) as raised:
        CODEC.fact("participant-registered", {"kind": "cat", "who": "f-1"})

    assert "kind cannot be 'cat': it must be one of family, youth, resident." == str(raised.value)


@pytest.mark.parametrize("tag", ["chess-played", "", None])
def test_a_tag_that_is_not_in_the_vocabulary_is_refused(tag: str) -> None:
    with pytest.raises(UnknownTag):
        CODEC.fact(tag, {})


def older(plain: dict[str, Any]) -> None:
    """An entry as it was written when a family was called a household."""
    plain["version"] = -1
    plain["fact"]["household"] = plain["fact"].pop("family")


def to_version_0(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "household"} | {
        "who": fields["household"]
    }


def to_version_1(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "who"} | {"family": fields["who"]}


def test_an_older_shape_is_lifted_step_by_step() -> None:
    vocabulary = VOCABULARY.with_lift("family-attended", -1, to_version_0).with_lift(
        "family-attended", 0, to_version_1
    )
    plain = json.loads(CODEC.encode(ENTRY))
    older(plain)

    entry = Codec(vocabulary).decode(json.dumps(plain).encode())

    assert ENTRY == entry
    assert CODEC.encode(ENTRY) == CODEC.encode(entry)


def test_an_older_shape_that_nobody_lifts_is_not_read() -> None:
    with pytest.raises(ValueError, match="version -1 of «family-attended» is not known"):
        read(CODEC.encode(ENTRY), older)


def test_a_fact_within_a_correction_is_lifted_too() -> None:
    codec = Codec(VOCABULARY.with_lift("family-attended", 0, to_version_1))
    plain = json.loads(CODEC.encode(CORRECTION))
    nested = plain["fact"]["fact"]
    nested["version"] = 0
    nested["fact"]["who"] = nested["fact"].pop("family")

    assert CORRECTION == codec.decode(json.dumps(plain).encode())


def test_a_season_within_a_correction_is_lifted_from_before_there_were_groups() -> None:
    planned = SeriesPlanned(AKADEMI, SPRING, 16, date(2021, 1, 7), date(2021, 5, 6))
    correction = evolve(CORRECTION, fact=Corrected(4, "slip", planned))
    plain = json.loads(CODEC.encode(correction))
    nested = plain["fact"]["fact"]
    nested["version"] = 1
    del nested["fact"]["group"]

    assert correction == CODEC.decode(json.dumps(plain).encode())


def test_a_plan_of_version_2_promises_nothing_beside_its_criteria() -> None:
    plain = json.loads(CODEC.encode(evolve(ENTRY, fact=PlanAdopted(the_plan()))))
    plan = plain["fact"]["plan"]
    plain["version"] = 2
    for name in ("money", "parties", "posts", "cofinancing", "duties"):
        del plan[name]
    for area in plan["areas"]:
        del area["money"]
    for indicator in plan["indicators"]:
        if indicator["baseline"] is not None:
            del indicator["baseline"]["due"]
    plan["settings"] = {name: plan["settings"][name] for name in ("late_after_days", "closed_days")}

    lifted = CODEC.decode(json.dumps(plain).encode()).fact

    assert isinstance(lifted, PlanAdopted)
    bare = evolve(the_plan(), money=None, parties=(), posts=(), cofinancing=(), duties=())
    assert evolve(bare, areas=lifted.plan.areas, indicators=lifted.plan.indicators) == lifted.plan
    assert {None} == {area.money for area in lifted.plan.areas}
    assert {None} == {each.baseline.due for each in lifted.plan.indicators if each.baseline is not None}


def test_a_revision_within_a_correction_comes_back_with_its_plan() -> None:
    revised = PlanRevised("d-1", "delaftale", date(2022, 1, 1), the_plan())
    correction = evolve(CORRECTION, fact=Corrected(4, "slip", revised))

    assert correction == CODEC.decode(CODEC.encode(correction))


REPORTED = {"criterion": "c", "reading": "r", "period": "2020", "state": "met"}


@pytest.mark.parametrize("value", ["0", "-3", "225/4", "110190/1234", "1101901234"])
def test_a_figure_that_was_reported_is_a_figure_whatever_its_digits(value: str) -> None:
    """Some digits could be those of a CPR number; a closing holds them as the log gave them."""
    assert value == ReportedStatus(**REPORTED, value=value).value


@pytest.mark.parametrize("value", ["0.5", "1/", "/2", "1/-2", "", " 1", "1\n", "one", 1, "9" * 31])
def test_what_is_no_figure_was_not_reported(value: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        ReportedStatus(**REPORTED, value=value)

    assert str(raised.value).endswith(": it must be a whole number, or a fraction such as 3/4.")


def test_what_is_no_figure_and_looks_like_a_cpr_number_is_not_shown() -> None:
    with pytest.raises(InvalidValue) as raised:
        ReportedStatus(**REPORTED, target="case 110190-1234")

    assert "1234" not in str(raised.value)


@pytest.mark.parametrize("percent", ["80", "80.0", 80, Decimal("80.00")])
def test_a_number_has_one_form_however_it_was_given(percent: object) -> None:
    made = CODEC.fact("indicator-measured", {"indicator": "safety", "percent": percent})

    assert {"indicator": "safety", "percent": "80", "benchmark": None} == CODEC.plain_fact(made)["fact"]


@pytest.mark.parametrize("percent", [80.5, None, True, [], "eighty"])
def test_a_number_that_is_not_exact_is_refused(percent: object) -> None:
    with pytest.raises(InvalidValue):
        CODEC.fact("indicator-measured", {"indicator": "safety", "percent": percent})


def test_stairwells_may_come_in_any_order() -> None:
    made = CODEC.fact(
        "neighbour-activity-held", {"activity": "naboskab", "block": "block-1", "stairwells": ["3", "1"]}
    )

    assert NeighbourActivityHeld("naboskab", "block-1", ("1", "3")) == made


def test_a_plain_fact_names_its_tag_and_version() -> None:
    plain = CODEC.plain_fact(ParticipantRegistered("family", "f-1"))

    assert {"tag": "participant-registered", "version": 1, "fact": {"kind": "family", "who": "f-1"}} == plain


def test_a_vocabulary_has_one_codec() -> None:
    assert Codec.of(VOCABULARY) is Codec.of(VOCABULARY)
    assert VOCABULARY is Codec.of(VOCABULARY).vocabulary
