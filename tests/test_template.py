"""The empty workbook: what stands in it, that import can read what people write there, and making it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it brings no types

from given import the_plan
from golden_entries import FACTS as GOLDEN
from templates import Cells, cells_of, lists_of
from vaerebro_events import VOCABULARY, Codec, Fact
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.reading import read_day, read_value
from vaerebro_events.forms.titles import keys_of, titles_of
from vaerebro_events.forms.words import choice_name, fact_name, field_name
from vaerebro_events.tables.fact_rows import goes_in_rows
from vaerebro_events.tables.sheet import Row
from vaerebro_events.tables.sheets_of_facts import header_of
from vaerebro_events.tables.template import Template
from vaerebro_events.tables.template_facts import columns_of
from vaerebro_events.tables.written import Place
from vaerebro_events.text import Language

LANGUAGES: tuple[Language, ...] = ("da", "en")
KINDS = [kind for kind in VOCABULARY.facts.values() if goes_in_rows(kind)]
CODEC = Codec.of(VOCABULARY)
TITLES = titles_of(the_plan())
ATTENDANCE = {"da": "Fremmødeliste", "en": "Attendance list"}
GUIDE = {"da": "Vejledning", "en": "Guide"}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    asked: Language = request.param
    return asked


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, language: Language) -> Path:
    """The template with everything."""
    path = tmp_path_factory.mktemp("template") / "skabelon.xlsx"
    Template(the_plan(), language).write(Place(path))
    return path


@pytest.fixture(scope="module")
def sheets(path: Path) -> dict[str, Cells]:
    return cells_of(path)


# The guide.


def test_the_guide_comes_first_and_the_lists_last(sheets: Mapping[str, Cells], language: Language) -> None:
    names = list(sheets)

    lists = {"da": "Lister", "en": "Lists"}[language]
    assert [GUIDE[language], ATTENDANCE[language]] == names[:2]
    assert lists == names[-1]
    assert [fact_name(kind).in_(language) for kind in KINDS] == names[2:-1]


def test_the_guide_names_the_plan_as_import_looks_for_it(
    sheets: Mapping[str, Cells], language: Language
) -> None:
    assert "Plan: vaerebro-2020-2023" in [row[0] for row in sheets[GUIDE[language]]]


def test_the_guide_says_what_does_not_belong_there_and_how_to_try(
    sheets: Mapping[str, Cells], language: Language
) -> None:
    said = " ".join(str(cell) for row in sheets[GUIDE[language]] for cell in row)

    assert "skabelon.xlsx --dry-run" in said
    assert {"da": "CPR-numre", "en": "CPR numbers"}[language] in said


def test_the_guide_names_every_sheet_and_what_has_none(
    sheets: Mapping[str, Cells], language: Language
) -> None:
    told = [row[0] for row in sheets[GUIDE[language]]]

    assert {*list(sheets)[1:-1]} <= {*told}
    assert [{"da": "Plan revideret", "en": "Plan revised"}[language]] == told[-1:]


# Sheets of facts.


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_its_column_that_import_knows(
    sheets: Mapping[str, Cells], language: Language, kind: type[Fact]
) -> None:
    [row, *more] = _sheet(sheets, kind, language)

    header = header_of(_rows([row]), kind, VOCABULARY.facts)

    assert header is not None
    names = [name for name in header.fields.values() if name != "row_id"]
    assert ["occurred_on", *(field.name for field in fields_of(kind))] == names
    assert ({}, (), []) == (header.unknown, header.twice, more)


def _sheet(sheets: Mapping[str, Cells], kind: type[Fact], language: Language) -> Cells:
    return sheets[fact_name(kind).in_(language)]


def _rows(cells: Cells) -> Sequence[Any]:
    return [Row(number, row) for number, row in enumerate(cells, 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_must_be_filled_in_has_a_star(
    sheets: Mapping[str, Cells], language: Language, kind: type[Fact]
) -> None:
    starred = {str(name) for name in _sheet(sheets, kind, language)[0] if str(name).endswith(" *")}

    required = [column for column in columns_of(kind) if column.required]
    assert {f"{field_name(column.name, kind).in_(language)} *" for column in required} == starred


def test_every_choice_is_one_that_import_takes_and_all_are_there(path: Path, language: Language) -> None:
    lists = lists_of(path)

    for kind in KINDS:
        own = lists[fact_name(kind).in_(language)]
        for at, column in enumerate(fields_of(kind), 1):
            if at in own:
                assert [*_all_of(column)] == [
                    *dict.fromkeys(read_value(column, each, TITLES) for each in own[at])
                ]
            else:
                assert column.several or not [*_all_of(column)]


def _all_of(column: Field) -> Iterator[object]:
    """What the field can be, in order, where it is one of some."""
    if column.kind is FieldKind.CHOICE:
        yield from (choice.value for choice in column.choices)
    elif column.kind is FieldKind.YES_NO:
        yield from (True, False)
    elif column.kind is FieldKind.KEY:
        yield from keys_of(the_plan()).get(column.of, ())


def as_a_person_writes(column: Field, value: Any, language: Language) -> Any:
    """What somebody puts in a cell."""
    if value is None:
        return ""
    if column.several:
        return ", ".join(
            as_a_person_writes(Field(column.name, column.kind, required=True), each, language)
            for each in value
        )
    match value:
        case bool():
            return {"da": ("nej", "ja"), "en": ("no", "yes")}[language][value]
        case StrEnum():
            return choice_name(value).in_(language)
        case Decimal():
            return str(value).replace(".", "," if language == "da" else ".")
        case _:
            return value


@pytest.mark.parametrize("fact", [fact for fact in GOLDEN if goes_in_rows(type(fact))])
def test_a_row_filled_in_reads_back_to_the_fact(
    tmp_path: Path, sheets: Mapping[str, Cells], language: Language, fact: Fact
) -> None:
    header = _sheet(sheets, type(fact), language)[0]
    written = [as_a_person_writes(each, getattr(fact, each.name), language) for each in fields_of(type(fact))]
    filled = fill(tmp_path / "udfyldt.xlsx", [header, (date(2021, 3, 4), *written)])

    [[_, (day, *cells)]] = cells_of(filled).values()

    cells += [None] * len(written)
    read = {
        each.name: value
        for each, cell in zip(fields_of(type(fact)), cells, strict=False)
        if (value := read_value(each, cell, TITLES)) is not None
    }
    assert date(2021, 3, 4) == read_day(day)
    assert fact == CODEC.fact(fact.tag, read)


def fill(path: Path, rows: Sequence[Sequence[Any]]) -> Path:
    workbook: Any = Workbook(path, {"default_date_format": "d.m.yyyy"})
    sheet: Any = workbook.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    workbook.close()
    return path


# The attendance list.


def test_the_attendance_list_has_the_shape_that_import_knows(
    sheets: Mapping[str, Cells], language: Language
) -> None:
    rows = sheets[ATTENDANCE[language]]

    labels = [row[0] for row in rows]
    assert {
        "da": ["Fremmødeliste", "Aktivitet", "Sæson", "Hvem"],
        "en": ["Attendance list", "Activity", "Season", "Who"],
    }[language] == labels[:4]
    assert {"da": "familier", "en": "families"}[language] == rows[3][1]
    assert (({"da": "Møde nr.", "en": "Meeting no."}[language]), *range(1, 17)) == rows[5]
    assert {
        "da": ["Dag", "Fremmødte", "I udsat position", "Aflyst"],
        "en": ["Day", "Heads", "In a vulnerable position", "Cancelled"],
    }[language] == labels[6:]
