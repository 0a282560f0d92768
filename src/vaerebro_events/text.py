"""Words in the two languages of the house."""

from collections.abc import Callable
from typing import Literal, Self

from attrs import frozen

Language = Literal["da", "en"]


@frozen
class Text:
    """The same words in Danish and in English.

    >>> from vaerebro_events.text import Text
    >>> Text(da="familier", en="families").in_("da")
    'familier'
    """

    da: str
    en: str

    @classmethod
    def of(cls, words: "Wording") -> "Text":
        """Words that may be the same in both languages."""
        return cls(words, words) if isinstance(words, str) else words

    @classmethod
    def each(cls, make: "Callable[[Language], str]") -> Self:
        """What is made in each of the languages.

        >>> from vaerebro_events.text import Text
        >>> families = Text(da="familier", en="families")
        >>> Text.each(lambda language: f"31 {families.in_(language)}").da
        '31 familier'
        """
        return cls(da=make("da"), en=make("en"))

    def in_(self, language: Language) -> str:
        """The words in that language."""
        return self.da if language == "da" else self.en

    def at(self, place: "Wording") -> "Text":
        """The words after the place that they are about.

        >>> from vaerebro_events.text import Text
        >>> Text(da="den mangler", en="it is missing").at("activities").en
        'activities: it is missing'
        """
        where = Text.of(place)
        return Text.each(lambda language: f"{where.in_(language)}: {self.in_(language)}")


# An application's own code may say its words in one language alone.
Wording = Text | str
