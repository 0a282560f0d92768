"""Of many candidates for a cause: those that are enough together, and none that is not needed."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaerebro_events.projections.difference import needed


def reaching(total: int) -> Callable[[Sequence[int]], bool]:
    """Enough as soon as they sum up to a number."""
    return lambda kept: sum(kept) >= total


@pytest.mark.parametrize(
    ("items", "total", "kept"),
    [
        ([], 0, []),
        ([1], 0, []),
        ([1], 1, [1]),
        ([1, 1, 1, 1, 1], 2, [1, 1]),
        ([1, 5, 1], 5, [5]),
        ([1, 2, 3, 4], 5, [2, 3]),
        ([2, 2, 2, 2], 8, [2, 2, 2, 2]),
    ],
)
def test_what_is_kept_is_enough_and_early(items: list[int], total: int, kept: list[int]) -> None:
    assert kept == needed(items, reaching(total))


@given(st.lists(st.integers(1, 9), max_size=12), st.data())
def test_none_of_those_kept_can_be_left_out(items: list[int], data: st.DataObject) -> None:
    enough = reaching(data.draw(st.integers(0, sum(items))))

    kept = needed(items, enough)

    assert enough(kept)
    assert [] == [at for at in range(len(kept)) if enough([*kept[:at], *kept[at + 1 :]])]


@given(st.lists(st.integers(), unique=True, max_size=10), st.data())
def test_just_what_it_takes_is_found_wherever_it_stands(items: list[int], data: st.DataObject) -> None:
    wanted = set(data.draw(st.lists(st.sampled_from(items), unique=True))) if items else set[int]()
    asked: list[Sequence[int]] = []

    def enough(kept: Sequence[int]) -> bool:
        asked.append(kept)
        return wanted <= set(kept)

    assert [item for item in items if item in wanted] == needed(items, enough)
    assert len(asked) <= 2 * len(items) + 1
