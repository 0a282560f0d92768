"""The sheets of facts of a template: a column for each field, and beside each cell what to write."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from vaerebro_events.domain.fact import Fact
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.tables import template_words as words
from vaerebro_events.tables.sheets_of_facts import DAY, ROW_ID_NAME
from vaerebro_events.tables.template_book import Book, Options, beside, sentence
from vaerebro_events.text import Language

ROWS = 1000  # that are made ready to be filled in
NARROWEST, WIDEST = 12, 44
_LOOKS: Mapping[FieldKind, str] = {FieldKind.DAY: "day", FieldKind.WHOLE: "mark", FieldKind.EXACT: "mark"}


def columns_of(kind: type[Fact]) -> tuple[Field, ...]:
    """The columns of its sheet: its day, its fields."""
    return (Field(DAY, FieldKind.DAY, required=True), *fields_of(kind))


def required_of(kind: type[Fact], language: Language) -> str:
    """The columns that must be filled in, by their names."""
    return ", ".join(field_name(each.name, kind).in_(language) for each in columns_of(kind) if each.required)


@frozen(eq=False)
class FactSheet:
    """The sheet of one kind of fact in a workbook."""

    book: Book
    kind: type[Fact]
    options: Options

    def write(self) -> None:
        """Writes the header, and makes the rows under it ready."""
        columns = columns_of(self.kind)
        sheet = self.book.sheet(self._name)
        sheet.set_row(0, 22)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        for at, column in enumerate(columns):
            self._column(sheet, at, column)
        last, language = len(columns), self.book.language
        sheet.write_string(0, last, ROW_ID_NAME.in_(language), self.book.format("optional"))
        sheet.set_column(last, last, NARROWEST, self.book.format("field"))
        hint = beside(words.OPTIONAL.in_(language), sentence(words.ROW_ID.in_(language)))
        sheet.data_validation(1, last, ROWS, last, {"validate": "any", **hint})

    @property
    def _name(self) -> str:
        return fact_name(self.kind).in_(self.book.language)

    def _column(self, sheet: Any, at: int, column: Field) -> None:
        language = self.book.language
        label = field_name(column.name, self.kind).in_(language)
        named = f"{label} *" if column.required else label
        sheet.write_string(0, at, named, self.book.format("required" if column.required else "optional"))
        options = self._options(column)
        width = max(NARROWEST, len(named) + 2, *(len(each) + 2 for each in options))
        sheet.set_column(at, at, min(WIDEST, width), self.book.format(_LOOKS.get(column.kind, "field")))
        must = words.REQUIRED if column.required else words.OPTIONAL
        hint = beside(must.in_(language), sentence(self._hint(column)))
        sheet.data_validation(1, at, ROWS, at, {**self._validated(column, label, options), **hint})

    def _options(self, column: Field) -> Sequence[str]:
        language = self.book.language
        match column.kind:
            case FieldKind.CHOICE:
                return [choice_name(choice).in_(language) for choice in column.choices]
            case FieldKind.YES_NO:
                return [each.in_(language) for each in words.YES_NO]
            case _:
                return self.options.get(column.of, ())

    def _validated(self, column: Field, label: str, options: Sequence[str]) -> dict[str, Any]:
        """What a cell takes: one of a list, where there is one; a reference may be a new one."""
        if not options:
            return {"validate": "any"}
        chosen = self.book.choice(label, options)
        if column.several:
            return {"validate": "any"}
        own = column.kind is not FieldKind.REFERENCE
        refused = words.NOT_ON_THE_LIST.in_(self.book.language)
        return {**chosen, "show_error": own, "error_title": label, "error_message": f"{refused}."}

    def _hint(self, column: Field) -> str:
        hint = words.SEVERAL if column.several else words.HINTS[column.kind]
        example = next(iter(self.options.get(column.of, ())), words.EXAMPLES.get(column.of, words.EXAMPLE))
        return hint.in_(self.book.language).format(example=example)
