"""Words in the two languages of the house."""

from typing import Literal

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

    def in_(self, language: Language) -> str:
        """The words in that language."""
        return self.da if language == "da" else self.en
