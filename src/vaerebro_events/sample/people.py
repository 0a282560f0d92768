"""Who takes part in the sample: references by kind, each handed out once and met again elsewhere."""

from collections.abc import Collection, Iterable, Iterator

from attrs import define, field

from vaerebro_events.sample.dice import Dice


@define
class References:
    """The references of one kind. Taken as an iterator, it hands out new ones without end."""

    letter: str
    met: list[str] = field(factory=list[str])
    _number: int = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self._number += 1
        reference = f"{self.letter}-{self._number:03}"
        self.met.append(reference)
        return reference

    def new(self, number: int) -> list[str]:
        """So many whom no story has met before."""
        return [next(self) for _ in range(number)]

    def again(self, dice: Dice, number: int, but: Collection[str] = ()) -> list[str]:
        """So many whom another story has met already."""
        return dice.some([one for one in self.met if one not in but], number)

    def mixed(self, dice: Dice, again: int, new: int, but: Collection[str] = ()) -> list[str]:
        """Some met before, and some new."""
        return [*self.again(dice, again, but), *self.new(new)]


@define
class People:
    """Everybody in the sample."""

    families: References = field(factory=lambda: References("f"))
    youths: References = field(factory=lambda: References("y"))
    residents: References = field(factory=lambda: References("r"))


def numbered(letter: str) -> Iterator[str]:
    """References without end."""
    return References(letter)


def without(people: Iterable[str], gone: Collection[str]) -> list[str]:
    """Those who are left."""
    return [one for one in people if one not in gone]
