"""How a figure is shown, never rounded onto a target that is not reached; and words for all there is."""

from fractions import Fraction

import pytest

from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.projections.status import State, Why
from vaerebro_events.reports.terminal import words
from vaerebro_events.reports.terminal.shown import figure, of_target

HALF = Fraction(1, 2)
THREE_QUARTERS = Fraction(3, 4)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (8, "8"),
        (Fraction(0), "0 %"),
        (THREE_QUARTERS, "75 %"),
        (Fraction(1), "100 %"),
        (Fraction(9, 16), "56.3 %"),  # 56.25: half up
        (Fraction(2, 3), "66.7 %"),
        (Fraction(1, 3), "33.3 %"),
        (Fraction(5, 1000), "0.5 %"),
        (Fraction(7496, 10000), "75.0 %"),
    ],
)
def test_a_share_has_one_decimal_where_it_is_not_whole(value: int | Fraction, shown: str) -> None:
    assert shown == figure(value, "en")
    assert shown.replace(".", ",") == figure(value, "da")


@pytest.mark.parametrize(
    ("value", "target", "shown"),
    [
        (21, 20, "21 (≥ 20)"),
        (Fraction(2, 3), HALF, "66.7 % (≥ 50 %)"),
        (THREE_QUARTERS, THREE_QUARTERS, "75 % (≥ 75 %)"),
        (Fraction(7496, 10000), THREE_QUARTERS, "74.96 % (≥ 75 %)"),
        (Fraction(7504, 10000), THREE_QUARTERS, "75.04 % (≥ 75 %)"),
        (Fraction(749999, 1000000), THREE_QUARTERS, "74.9999 % (≥ 75 %)"),
        (Fraction(7496, 10000), HALF, "75.0 % (≥ 50 %)"),
        (Fraction(333, 1000), Fraction(1, 3), "33.30 % (≥ 33.33 %)"),
        (Fraction(1, 3), Fraction(1, 3), "33.3 % (≥ 33.3 %)"),
    ],
)
def test_a_share_beside_its_target_is_never_rounded_onto_it(
    value: int | Fraction, target: int | Fraction, shown: str
) -> None:
    assert shown == of_target(value, target, "en")


def test_there_are_words_for_every_state_reason_and_finding() -> None:
    assert set(State) == set(words.STATES)
    assert set(Why) == set(words.WHYS)
    assert set(FindingKind) == set(words.FINDINGS)
