"""Words in the two languages of the house."""

from collections.abc import Callable
from datetime import date
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


def day_in(day: date, language: Language) -> str:
    """A day as a sentence says it.

    >>> from datetime import date
    >>> from vaerebro_events.text import day_in
    >>> day_in(date(2020, 12, 31), "da"), day_in(date(2020, 12, 31), "en")
    ('31.12.2020', '2020-12-31')
    """
    return day.isoformat() if language == "en" else f"{day.day}.{day.month}.{day.year}"


def quoted(words: str, language: Language) -> str:
    """Words as a quotation of the language, which Danish points inwards.

    >>> from vaerebro_events.text import quoted
    >>> quoted("Blok 1", "da"), quoted("block 1", "en")
    ('»Blok 1«', '«block 1»')
    """
    return f"»{words}«" if language == "da" else f"«{words}»"


# An application's own code may say its words in one language alone.
Wording = Text | str
