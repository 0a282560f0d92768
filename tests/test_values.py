"""The small values: references, documents, numbers, days, words, and never a CPR number."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from vaerebro_events import (
    Draft,
    Evidence,
    IndicatorMeasured,
    MarkedAsSample,
    ParticipantRegistered,
    Text,
)
from vaerebro_events.domain import references
from vaerebro_events.domain.references import reference, stairwell_keys
from vaerebro_events.domain.values import MOST, exact, looks_like_cpr
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
        (b"f-17", "it must be text"),
    ],
)
def test_what_is_no_reference_is_refused(value: str, why: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        reference("family", value)

    assert f"family cannot be {value!r}: {why}." == str(raised.value)


def test_no_reference_at_all_is_missing() -> None:
    with pytest.raises(InvalidValue, match="family is missing: it must be text"):
        reference("family", None)  # type: ignore[arg-type]


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

    assert ONE_LINE == Text.of(raised.value.why).en


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


NAMES: list[tuple[str, Callable[[str], str]]] = [
    ("activity", references.activity_key),
    ("indicator", references.indicator_key),
    ("party", references.party_key),
    ("role", references.role_key),
    ("user", references.user_ref),
    ("participant", references.participant_ref),
    ("family", references.family_ref),
    ("youth", references.youth_ref),
    ("series", references.series_ref),
    ("job", references.job_ref),
    ("employer", references.employer_ref),
    ("resident", references.resident_ref),
    ("alias", references.alias_ref),
    ("network", references.network_ref),
    ("organisation", references.organisation_ref),
    ("partner", references.partner_ref),
    ("initiative", references.initiative_ref),
    ("body", references.body_ref),
    ("piece", references.piece_ref),
    ("group", references.group_key),
    ("place", references.place_key),
    ("block", references.block_key),
]


@pytest.mark.parametrize(("what", "refers"), NAMES, ids=[what for what, _ in NAMES])
def test_a_reference_of_every_kind_is_checked_and_says_which(what: str, refers: Callable[[str], str]) -> None:
    assert "æ-017" == refers("æ-017")
    with pytest.raises(InvalidValue) as raised:
        refers("æ 17")

    assert f"{what} cannot be 'æ 17': {FORM}." == str(raised.value)


# Numbers that are not whole.


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("77.97", "77.97"),
        ("77.970", "77.97"),
        ("75.0", "75"),
        ("100", "100"),
        ("12.5000000000", "12.5"),
        ("-0.5", "-0.5"),
        ("-0", "0"),
        ("0.000001", "0.000001"),
        (80, "80"),
        (-MOST, "-1000000"),
        (Decimal("15.60"), "15.6"),
    ],
)
def test_a_number_is_exact_and_has_one_form(value: Decimal | str | int, written: str) -> None:
    number = exact(value)

    assert written == str(number)
    assert written == str(exact(number))


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (77.97, "number cannot be 77.97: it must be exact: give it as text, such as '77.97'."),
        (True, "number cannot be True: it must be exact: give it as text, such as '77.97'."),
        (None, "number is missing: it must be exact: give it as text, such as '77.97'."),
        ("many", "number cannot be 'many': it must be a number such as '77.97', with at most 6 decimals."),
        ("77,97", "number cannot be '77,97': it must be a number such as '77.97', with at most 6 decimals."),
        ("", "number cannot be '': it must be a number such as '77.97', with at most 6 decimals."),
        (
            "0.0000001",
            "number cannot be '0.0000001': it must be a number such as '77.97', with at most 6 decimals.",
        ),
        ("1000001", "number cannot be '1000001': it must be at most 1000000."),
        ("010190-1234", f"number cannot be '…': {CPR}."),
        ("1e2", "number cannot be '1e2': it must be a number such as '77.97', with at most 6 decimals."),
        ("sNaN", "number cannot be 'sNaN': it must be a number such as '77.97', with at most 6 decimals."),
        (
            f"74.{'9' * 30}",
            (
                f"number cannot be '74.{'9' * 30}': it must be a number such as '77.97', with at most 6 "
                "decimals."
            ),
        ),
        ("NaN", "number cannot be 'NaN': it must be a number such as '77.97', with at most 6 decimals."),
        (
            "-Infinity",
            "number cannot be '-Infinity': it must be a number such as '77.97', with at most 6 decimals.",
        ),
    ],
)
def test_what_is_no_exact_number_is_refused(value: str, says: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        exact(value)

    assert says == str(raised.value)


@pytest.mark.parametrize("percent", ["0", "0.9", "100"])
def test_per_cent_goes_from_0_to_100(percent: str) -> None:
    measured = IndicatorMeasured("safety", percent, percent)

    assert (Decimal(percent), Decimal(percent)) == (measured.percent, measured.benchmark)


# Stairwells.


@pytest.mark.parametrize(
    ("given", "kept"),
    [((), ()), (("2", "1"), ("1", "2")), (["b", "a"], ("a", "b")), (("10", "9"), ("10", "9"))],
)
def test_stairwells_are_kept_in_the_order_of_their_names(given: list[str], kept: tuple[str, ...]) -> None:
    assert kept == stairwell_keys(given)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("1", "2", "1"), "stairwells cannot be '1, 2, 1': a stairwell stands there twice."),
        (("1", "no. 2"), f"stairwell cannot be 'no. 2': {FORM}."),
        ((1,), "stairwell cannot be 1: it must be text."),
        ("12", "stairwells cannot be '12': it must be a list of stairwells."),
        (None, "stairwells is missing: it must be a list of stairwells."),
        (("0101901234",), f"stairwell cannot be '…': {CPR}."),
    ],
)
def test_what_is_no_list_of_stairwells_is_refused(given: list[str], says: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        stairwell_keys(given)

    assert says == str(raised.value)


def test_a_million_is_the_most() -> None:
    assert MOST == MarkedAsSample(MOST).seed


def test_evidence_may_come_in_any_order_of_documents() -> None:
    shown = [Evidence("letter-7", HASH), Evidence("letter-8", HASH)]

    assert tuple(shown) == Draft(FACT, evidence=shown).evidence  # pyright: ignore[reportArgumentType] callers may bring a list


@pytest.mark.parametrize(("language", "words"), [("da", "familier"), ("en", "families")])
def test_a_text_is_there_in_both_languages(language: str, words: str) -> None:
    assert words == Text(da="familier", en="families").in_("da" if language == "da" else "en")


@pytest.mark.parametrize(
    "much",
    [Decimal("1e9999999"), Decimal("1e-9999999"), Decimal("Infinity"), pytest.param(10**5000, id="digits")],
)
def test_a_number_that_nobody_can_mean_is_refused_without_counting_its_digits(much: Decimal | int) -> None:
    with pytest.raises(InvalidValue) as raised:
        exact(much)

    assert str(raised.value).endswith("it must be a number such as '77.97', with at most 6 decimals.")


def test_a_number_too_long_to_write_is_refused_in_a_sentence() -> None:
    with pytest.raises(InvalidValue, match="cannot be so long a number: "):
        exact(10**5000)


def test_a_cpr_number_in_full_width_digits_is_one() -> None:
    assert looks_like_cpr("".join(chr(ord(digit) + 0xFEE0) for digit in "0101901234"))
