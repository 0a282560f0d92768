"""What each body saw, meeting by meeting: as of when, how far the log went, what it decided."""

from collections.abc import Iterator, Sequence

from attrs import frozen
from rich.console import RenderableType
from rich.text import Text as Rich

from vaerebro_events.forms.words import choice_name
from vaerebro_events.projections.follow_up import Meeting
from vaerebro_events.reports.terminal import shown, written
from vaerebro_events.reports.terminal import words as names
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.reports.terminal.columns import widest
from vaerebro_events.reports.terminal.outline import indented
from vaerebro_events.reports.terminal.tables import plain_table
from vaerebro_events.text import Language, Text

MARGINS = 8  # before and between the columns
LINES_OF_KEYS = 3


@frozen(eq=False)
class Meetings:
    """The follow-ups of all bodies as a table, by day."""

    found: Sequence[Meeting]
    language: Language
    width: int

    def table(self) -> Iterator[RenderableType]:
        """A row for each meeting; nothing where there was none."""
        if self.found:
            yield Rich(f"\n{words.SEEN_AT.in_(self.language)}", "bold underline")
            columns = [words.MET_ON, names.ENTRY, words.MET, words.SAW]
            rows: list[list[RenderableType]] = [
                [self._day(met), str(met.position), self._body(met), self._what(met)] for met in self.found
            ]
            table = plain_table([name.in_(self.language) for name in columns], rows, numbers=(1,))
            yield indented(table)

    def _say(self, text: Text, **values: object) -> str:
        return text.in_(self.language).format(**values)

    def _day(self, met: Meeting) -> str:
        return written.short_day(met.day, self.language)

    def _body(self, met: Meeting) -> str:
        return choice_name(met.body).in_(self.language)

    def _what(self, met: Meeting) -> Rich:
        as_of = self._say(
            words.SEEN_AS_OF, day=written.short_day(met.as_of, self.language), position=met.as_known
        )
        said = Rich(self._seen(met)).append(f"\n{as_of}", "dim")
        # Who looks at one area is not told of all the others.
        if 0 < len(met.not_seen) <= len(met.seen):
            said.append(f"\n{self._not_seen(met)}")
        if met.decided:
            what = ", ".join(choice_name(each).in_(self.language) for each in met.decided)
            said.append(f"\n{self._say(words.DECIDED, what=what)}")
        return said

    def _seen(self, met: Meeting) -> str:
        there = len(met.seen) + len(met.not_seen)
        seen = self._say(
            words.SEEN_SOME if met.not_seen else words.ALL_CRITERIA, count=len(met.seen), all=there
        )
        if met.social_data_of is None:
            return seen
        day = written.short_day(met.social_data_of, self.language)
        return f"{seen}\n{self._say(words.SEEN_DATA, day=day)}"

    def _not_seen(self, met: Meeting) -> str:
        pieces = [(key, 1) for key in met.not_seen]
        room = LINES_OF_KEYS * self._room - len(words.NOT_SEEN_KEYS.in_(self.language))
        return self._say(words.NOT_SEEN_KEYS, keys=shown.clipped(pieces, room, names.MORE.in_(self.language)))

    @property
    def _room(self) -> int:
        """The width that is left for what was seen."""
        others = [
            widest(map(self._day, self.found)),
            widest(str(met.position) for met in self.found),
            widest(map(self._body, self.found)),
        ]
        return self.width - sum(others) - MARGINS
