"""Chance from a seed number, the same on every machine and every version of Python."""

from collections.abc import Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")
_WORD = 1 << 32


class Dice:
    """Draws from a seed. Only `Random.random` is asked: its numbers are promised never to change."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 a sample hides nothing

    @classmethod
    def of(cls, seed: int, story: str) -> "Dice":
        """Dice of a story's own: what is drawn in one story changes nothing in another."""
        return cls(int.from_bytes(sha256(f"{story} {seed}".encode()).digest()[:4], "big"))

    def whole(self, least: int, most: int) -> int:
        """A whole number, both ends in it."""
        return least + int(self._random.random() * (most - least + 1))

    def chance(self, percent: int) -> bool:
        """Whether something happens that happens so many times in a hundred."""
        return self.whole(1, 100) <= percent

    def one(self, of: Sequence[T]) -> T:
        """One of them."""
        return of[self.whole(0, len(of) - 1)]

    def some(self, of: Sequence[T], number: int) -> list[T]:
        """So many different ones of them, or all where there are fewer."""
        left = list(of)
        return [left.pop(self.whole(0, len(left) - 1)) for _ in range(min(number, len(left)))]

    def new_id(self) -> UUID:
        """An id for an entry."""
        words = (self.whole(0, _WORD - 1) for _ in range(4))
        return UUID(bytes=b"".join(word.to_bytes(4, "big") for word in words), version=4)
