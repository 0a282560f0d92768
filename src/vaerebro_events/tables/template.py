"""An empty workbook to fill in: a guide, attendance lists, a sheet for each kind of fact, and lists.

`vaerebro import` reads it. A new kind of fact has its sheet by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, count
from math import ceil
from typing import Any

from attrs import frozen

from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Plan
from vaerebro_events.forms.fields import fillable
from vaerebro_events.forms.titles import keys_of, written_keys
from vaerebro_events.forms.words import fact_name
from vaerebro_events.projections.references import references
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables import template_words as words
from vaerebro_events.tables.fact_rows import goes_in_rows
from vaerebro_events.tables.sheets_of_facts import GUIDE
from vaerebro_events.tables.template_attendance import AttendanceSheet, Roll, rolls
from vaerebro_events.tables.template_book import Book, Options
from vaerebro_events.tables.template_facts import FactSheet, required_of
from vaerebro_events.tables.written import Place, Written
from vaerebro_events.text import Language, Text

LINE, HEIGHT = 100, 15  # characters, and points
NUMBERED = 26  # characters of a sheet's name that leave room for a number


@frozen(eq=False)
class Template:
    """What a template is made for: a plan, a language, and maybe a logbook as it stands.

    `kinds` are the kinds of facts that have a sheet, `attendance` whether there is an attendance list.
    With a `replay`, people choose among its references, and each season that runs has a list of its own.

    >>> from vaerebro_events import VOCABULARY, read_plan
    >>> from vaerebro_events.tables.template import Template
    >>> template = Template(read_plan(), "da", (VOCABULARY.fact("heads-counted"),))
    >>> template.sheets
    ('Fremmødeliste', 'Fremmødte talt')
    """

    plan: Plan
    language: Language
    kinds: Sequence[type[Fact]] = tuple(VOCABULARY.facts.values())
    attendance: bool = True
    replay: Replay | None = None

    @cached_property
    def rolls(self) -> Mapping[str, Roll]:
        """The attendance lists by the names of their sheets, each once."""
        found: dict[str, Roll] = {}
        running = () if self.replay is None else rolls(self.replay, self._written["ActivityKey"])
        for roll in (*running, Roll()) if self.attendance else ():
            found[_free(roll.name(self.language), found)] = roll
        return found

    @cached_property
    def _with_sheets(self) -> Sequence[type[Fact]]:
        return tuple(kind for kind in self.kinds if goes_in_rows(kind))

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets to fill in, in their order."""
        return (*self.rolls, *(fact_name(kind).in_(self.language) for kind in self._with_sheets))

    @property
    def left_out(self) -> tuple[type[Fact], ...]:
        """The kinds of facts that hold more than a sheet can."""
        return tuple(kind for kind in self.kinds if fillable(kind) and not goes_in_rows(kind))

    @cached_property
    def _written(self) -> Mapping[str, Mapping[str, str]]:
        return written_keys(self.plan, self.language)

    @cached_property
    def _options(self) -> Options:
        """What may be chosen: the plan's keys as people write them, and the references in use."""
        options: dict[str, Sequence[str]] = dict(keys_of(self.plan))
        options.update((kind, tuple(written.values())) for kind, written in self._written.items())
        if self.replay is not None:
            for each in references(self.replay):
                kind = f"{each.kind.capitalize()}Ref"
                options[kind] = (*options.get(kind, ()), each.reference)
        return options

    def workbook(self, file: str = "FIL.xlsx") -> bytes:
        """The whole workbook; its guide names the file it will be."""
        book = Book(self.language)
        guide = book.sheet(GUIDE.in_(self.language))
        for name, roll in self.rolls.items():
            AttendanceSheet(book, roll, self._options).write(name)
        for kind in self._with_sheets:
            FactSheet(book, kind, self._options).write()
        _Guide(book, guide, self).write(file)
        return book.done()

    def write(self, place: Place) -> Written:
        """Writes the workbook in its place.

        Raises: `FileInTheWay`, `NotWritten`.
        """
        place.check()
        made = self.workbook(place.path.name)
        return place.write(0, lambda path: path.write_bytes(made))


def plain_template(template: Template, written: Written) -> dict[str, Any]:
    """What was made, as plain data; its schema is `docs/schemas/template.schema.json`."""
    return {
        "path": written.path.as_posix(),
        "bytes": written.bytes,
        "sha256": written.sha256,
        "plan": template.plan.name,
        "sheets": list(template.sheets),
        "left_out": [kind.tag for kind in template.left_out],
    }


def _free(name: str, taken: Iterable[str]) -> str:
    """The name, or with a number where a sheet has it; to Excel, small letters and large are the same."""
    there = {each.casefold() for each in taken}
    numbered = (f"{name[:NUMBERED]} ({number})" for number in count(2))
    return next(each for each in chain([name], numbered) if each.casefold() not in there)


class _Guide:
    """The first sheet: what the others are for, and how to write in them."""

    def __init__(self, book: Book, sheet: Any, template: Template) -> None:
        self._book, self._sheet, self._template, self._row = book, sheet, template, 0

    def _say(self, text: Text, **told: str) -> str:
        return text.in_(self._book.language).format(**told)

    def write(self, file: str) -> None:
        """Writes it from top to bottom."""
        plan = self._template.plan
        self._sheet.set_column(0, 0, 34)
        self._sheet.set_column(1, 1, 92)
        self._line(self._say(words.TITLE), "", "title")
        self._line(words.PLAN.format(name=plan.name), self._say(plan.title))
        self._heading(words.HOW)
        for what, how in words.STEPS:
            self._line(self._say(what), self._say(how, file=file))
        self._heading(words.WRITING)
        for what, how in words.HOW_TO_WRITE:
            self._line(self._say(what), self._say(how))
        self._heading(words.NOT_HERE)
        self._line("", self._say(words.NO_NAMES))
        self._heading(words.SHEETS)
        self._sheets()
        if self._template.left_out:
            self._heading(words.LEFT_OUT)
        for kind in self._template.left_out:
            name = fact_name(kind).in_(self._book.language)
            self._line(name, self._say(words.WITHOUT_A_SHEET, tag=kind.tag))

    def _sheets(self) -> None:
        """A line for each sheet: its name leads to it, and what is asked for stands beside."""
        template, language = self._template, self._book.language
        told = {name: self._of_a_list(roll) for name, roll in template.rolls.items()}
        for kind in template.kinds:
            names = required_of(kind, language)
            told[fact_name(kind).in_(language)] = self._say(words.TO_FILL_IN, names=names)
        for name in template.sheets:
            row = self._row
            self._line(name, told[name])
            self._sheet.write_url(row, 0, f"internal:'{name}'!A1", self._book.format("link"), name)

    def _of_a_list(self, roll: Roll) -> str:
        of = f"{roll.activity}, {roll.series}" if roll.series else self._say(words.A_SEASON)
        return self._say(words.FOR_A_SEASON, season=of)

    def _heading(self, text: Text) -> None:
        self._row += 1
        self._line(self._say(text), "", "heading")
        self._sheet.write_blank(self._row - 1, 1, None, self._book.format("heading"))

    def _line(self, first: str, second: str, look: str = "label") -> None:
        self._sheet.write_string(self._row, 0, first, self._book.format(look))
        if second:
            self._sheet.set_row(self._row, HEIGHT * ceil(len(second) / LINE))
            self._sheet.write_string(self._row, 1, second, self._book.format("text"))
        self._row += 1
