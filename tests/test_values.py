"""The small values: references, documents, numbers, days, words, and never a CPR number."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from given import AKADEMI, JOBS, SPRING, WORKER
from vaerebro_events import (
    Actor,
    AssessmentMade,
    Draft,
    Entry,
    Evidence,
    FamilyAttended,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    GuidanceGiven,
    HeadsCounted,
    MarkedAsSample,
    ParticipantRegistered,
    SeriesPlanned,
    SurveyAnswered,
    Text,
)
from vaerebro_events.domain.values import MOST, reference
from vaerebro_events.errors import InvalidValue

HASH = "0123456789abcdef" * 4
FORM = "it must be 1 to 64 letters, digits or . - _ : without spaces"
ONE_LINE = "it must be 1 to 200 characters on one line"
CPR = "it looks like a CPR number, and the log holds none"
A_UUID = "12345678-1234-4234-8234-0101901234ab"
FACT = ParticipantRegistered("family", "f-1")


@pytest.mark.parametrize(
    "value",
    ["f-017", "F", "7", "æblegård", "2021-forår", "a.b_c:d-e", "x" * 64, "u-", A_UUID, "f-2021:12"],
)
def test_a_reference_is_kept_as_it_is(value: str) -> None:
    assert value == reference("family", value)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", FORM),
        ("f 17", FORM),
        (" f-17", FORM),
        ("f-17\n", FORM),
        ("-f", FORM),
        ("_f", FORM),
        ("x" * 65, FORM),
        ("f/17", FORM),
        ("f@17", FORM),
        (17, "it must be text"),
        (None, "it must be text"),
        (b"f-17", "it must be text"),
    ],
)
def test_what_is_no_reference_is_refused(value: str, why: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        reference("family", value)

    assert f"family cannot be {value!r}: {why}." == str(raised.value)


@pytest.mark.parametrize(
    "value",
    [
        "0101901234",
        "010190-1234",
        "010190.1234",
        "010190:1234",
        "f-010190-1234",
        "f010190-1234x",
        "0101901234-1",
        "010190--1234",
        "01-01-90-1234",
        "01.01.90.1234",
        "010190_1234",
        "6101901234",
        "0101901234" + 22 * "a",
    ],
)
def test_what_looks_like_a_cpr_number_is_refused_and_not_repeated(value: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        reference("family", value)

    assert f"family cannot be '…': {CPR}." == str(raised.value)
    assert value not in repr(raised.value)


@pytest.mark.parametrize(
    "value",
    ["01019012345", "010190-12345", "1010190-1234", "321390-1234", "2021001234", "2021-0117", "20210304"],
)
def test_other_numbers_are_no_cpr_numbers(value: str) -> None:
    assert value == reference("family", value)


@pytest.mark.parametrize("value", ["letter 010190-1234", "010190 1234", "a/0101901234/b"])
def test_a_document_that_is_named_by_a_cpr_number_is_refused(value: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        Evidence(value, HASH)

    assert f"document cannot be '…': {CPR}." == str(raised.value)


def test_a_uuid_is_no_cpr_number() -> None:
    assert A_UUID == Evidence(A_UUID, HASH).document
    with pytest.raises(InvalidValue):
        Evidence(f"letter {A_UUID}", HASH)


@pytest.mark.parametrize(
    "value", ["x", "x" * 200, "arkiv/2021/17 bilag 2", "https://arkiv.example/?id=17", "#1"]
)
def test_a_document_has_an_identifier_on_one_line(value: str) -> None:
    assert value == Evidence(value, HASH).document


@pytest.mark.parametrize("value", ["", " ", " x", "x ", "x" * 201, "x\ny", "x\x00y", "x\ud800y", "\ud800"])
def test_what_is_no_identifier_is_refused(value: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        Evidence(value, HASH)

    assert ONE_LINE == raised.value.why


def test_an_identifier_is_text() -> None:
    with pytest.raises(InvalidValue, match="document cannot be 7: it must be text"):
        Evidence(7, HASH)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused


@pytest.mark.parametrize("value", ["", HASH[1:], HASH + "0", HASH.upper(), "g" * 64, HASH + "\n", 7, None])
def test_a_sha_256_has_64_digits(value: str) -> None:
    with pytest.raises(InvalidValue, match="it must be 64 hexadecimal digits in small letters"):
        Evidence("letter-7", value)


def test_letters_are_kept_in_their_composed_form() -> None:
    composed, decomposed = "g\u00e5rd", "ga\u030ard"

    assert composed == reference("family", decomposed)
    assert ParticipantRegistered("family", composed) == ParticipantRegistered("family", decomposed)
    assert composed == Evidence(decomposed, HASH).document


Make = Callable[[], object]
LATE = date(2021, 1, 8)
EARLY = date(2021, 1, 7)
AWARE = datetime(2021, 1, 7, tzinfo=UTC)

WRONG: list[tuple[Make, str]] = [
    (lambda: ParticipantRegistered("cat", "f-1"), "kind cannot be 'cat': it must be one of family, youth."),
    (
        lambda: GuidanceGiven(JOBS, "y-1", "both"),
        "about cannot be 'both': it must be one of getting, keeping.",
    ),
    (
        lambda: SeriesPlanned(AKADEMI, SPRING, 16, LATE, EARLY),
        "last_day cannot be '2021-01-07': the season begins on 2021-01-08.",
    ),
    (
        lambda: SeriesPlanned(AKADEMI, SPRING, 0, EARLY, LATE),
        f"meetings cannot be 0: it must be a whole number from 1 to {MOST}.",
    ),
    (
        lambda: FamilyAttended(AKADEMI, SPRING, MOST + 1, "f-1"),
        f"meeting cannot be 1000001: it must be a whole number from 1 to {MOST}.",
    ),
    (
        lambda: HeadsCounted(AKADEMI, SPRING, 1, -1),
        f"heads cannot be -1: it must be a whole number from 0 to {MOST}.",
    ),
    (lambda: HeadsCounted(AKADEMI, SPRING, 1, 3, 4), "vulnerable cannot be 4: only 3 heads were counted."),
    (lambda: SurveyAnswered("mood", 3, 4, 0), "answered cannot be 4: only 3 were asked."),
    (lambda: SurveyAnswered("mood", 4, 3, 4), "positive cannot be 4: only 3 answered."),
    (lambda: MarkedAsSample(seed=True), f"seed cannot be True: it must be a whole number from 0 to {MOST}."),
    (
        lambda: MarkedAsSample(1.0),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        f"seed cannot be 1.0: it must be a whole number from 0 to {MOST}.",
    ),
    (
        lambda: AssessmentMade("mood", "cafe", 1),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "positive cannot be 1: it must be true or false.",
    ),
    (
        lambda: FritidsjobStarted(JOBS, "y-1", "j-1", "e-1", None),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "ordinary cannot be None: it must be true or false.",
    ),
    (
        lambda: FritidsjobHeldSixMonths(JOBS, "y-1", "j-1", AWARE),
        f"checked_on cannot be {AWARE!r}: it must be a day, without a time.",
    ),
    (lambda: Draft(FACT, AWARE), f"on cannot be {AWARE!r}: it must be a day, without a time."),
    (
        lambda: Draft(FACT, EARLY, "1"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "id cannot be '1': it must be a UUID.",
    ),
    (
        lambda: Draft(FACT, EARLY, None, ("letter-7",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "evidence cannot be 'letter-7': it must be Evidence(document, sha256).",
    ),
    (lambda: Actor("family worker", "u-3"), f"role cannot be 'family worker': {FORM}."),
    (lambda: Actor("family-worker", ""), f"user cannot be '': {FORM}."),
    (
        lambda: Entry(1, 1, UUID(int=1), datetime(2021, 1, 7), EARLY, WORKER, FACT),  # noqa: DTZ001 it is what is refused
        "recorded_at cannot be datetime.datetime(2021, 1, 7, 0, 0): it must be an aware time in UTC.",
    ),
]


@pytest.mark.parametrize(("make", "says"), WRONG, ids=[says for _, says in WRONG])
def test_a_value_that_cannot_be_is_refused_in_one_sentence(make: Make, says: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        make()

    assert says == str(raised.value)


def test_a_million_is_the_most() -> None:
    assert MOST == MarkedAsSample(MOST).seed


def test_evidence_may_come_in_any_order_of_documents() -> None:
    shown = [Evidence("letter-7", HASH), Evidence("letter-8", HASH)]

    assert tuple(shown) == Draft(FACT, evidence=shown).evidence  # pyright: ignore[reportArgumentType] callers may bring a list


@pytest.mark.parametrize(("language", "words"), [("da", "familier"), ("en", "families")])
def test_a_text_is_there_in_both_languages(language: str, words: str) -> None:
    assert words == Text(da="familier", en="families").in_("da" if language == "da" else "en")
