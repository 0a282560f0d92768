"""The root of all errors: an error carries its facts and says its sentence, in Danish and in English."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar, cast

from attrs import asdict, define

from vaerebro_events.text import Language, Text, Wording, day_in


@define
class VaerebroError(Exception):
    """The root of all errors of this library: `str()` gives one sentence for a person, in English.

    >>> from vaerebro_events.errors import UnknownActivity, VaerebroError
    >>> error: VaerebroError = UnknownActivity(activity="skak", plan="vaerebro-2020-2023")
    >>> print(error)
    The plan vaerebro-2020-2023 has no activity «skak». «vaerebro plan» lists its activities.
    """

    says: ClassVar[Wording] = Text(da="Noget gik galt.", en="Something went wrong.")

    @property
    def sentence(self) -> str:
        """What is wrong, and what to do, in one sentence of English."""
        return self.in_("en")

    def in_(self, language: Language) -> str:
        """What is wrong, and what to do, in one sentence of that language."""
        own = type(self).sentence
        if own is not VaerebroError.sentence:  # an application's error may say its sentence alone
            return self.sentence
        return Text.of(self.says).in_(language).format(**self.told(language))

    def told(self, language: Language) -> Mapping[str, object]:
        """What the sentence tells, by the names that stand in it: the facts that the error carries."""
        return {name: _in(value, language) for name, value in asdict(self, recurse=False).items()}

    def __str__(self) -> str:
        return self.sentence


def _in(value: object, language: Language) -> object:
    match value:
        case Text() | VaerebroError():
            return value.in_(language)
        case tuple():
            return ", ".join(f"{_in(each, language)}" for each in cast(tuple[object, ...], value))
        case datetime():  # its own sentence says how
            return value
        case date():
            return day_in(value, language)
        case _:
            return value
