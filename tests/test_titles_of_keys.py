"""Where the agreement has a title, people read the title, and not the key that programs use."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from at_the_desk import a_logbook, vaerebro
from given import family
from vaerebro_events import (
    AssessmentMade,
    Draft,
    EventHeld,
    Fact,
    FollowUpMade,
    NetworkFormed,
    ReadingChosen,
    ReportSent,
    read_plan,
)
from vaerebro_events.forms.fields import fields_of
from vaerebro_events.forms.words import field_name, field_names
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables.sheet import Row
from vaerebro_events.tables.sheets_of_facts import header_of

ON = date(2021, 3, 4)
TOLD = (
    (
        NetworkFormed("netvaerk", "madklubben", inclusive=False),
        "Netværk dannet: Netværksskabende aktiviteter, madklubben, lukket, udsprunget af et forløb, ",
    ),
    (
        NetworkFormed("netvaerk", "madklubben", inclusive=True, outside_course=True),
        "Netværk dannet: Netværksskabende aktiviteter, madklubben, åbent for alle, uden for forløb, ",
    ),
    (ReportSent("accounts", ON), "Rapport sendt: Regnskab, sendt den 4.3.2021, "),
    (
        ReadingChosen("moedre-faedre.men", "year"),
        "Opgørelse valgt: Mænd på forløb, opgørelse hvert år, ",
    ),
    (
        EventHeld("netvaerk", "tirsdagscafé", 1, "beboerhuset", "staff"),
        "Arrangement afholdt: Netværksskabende aktiviteter, tirsdagscafé, gang nr. 1, Beboerhuset, ",
    ),
)


@pytest.mark.parametrize(("fact", "line"), TOLD)
def test_an_entry_is_told_by_the_titles_of_the_agreement(fact: Fact, line: str, tmp_path: Path) -> None:
    path = a_logbook(tmp_path, read_plan(), Draft(fact, ON))

    said = vaerebro("entries", path, "--tag", fact.tag, "--lang", "da", columns=200).stdout

    assert line in said


def test_who_recorded_is_told_by_the_title_of_the_post(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, read_plan(), family("f-1"))
    me = ("--role", "tolk", "--user", "u-1", "--yes")
    vaerebro(
        "record", path, "participant-registered", "--kind", "family", "--who", "f-2", "--role", "tolk", *me
    )

    said = vaerebro("entries", path, "--lang", "da", columns=200).stdout

    assert "f-1, af boligsocial familiemedarbejder u-" in said
    assert "f-2, af tolk u-1" in said


def test_what_is_retracted_is_told_by_its_titles_and_lists_of_statuses_are_counted(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, read_plan(), Draft(ReportSent("accounts", ON), ON))
    me = ("--role", "leader", "--user", "u-1", "--lang", "da")
    vaerebro("close", path, "2020", "--yes", *me)

    report = vaerebro("retract", path, "2", "--reason", "slip", "--dry-run", *me).stdout
    closing = vaerebro("retract", path, "3", "--reason", "slip", "--dry-run", *me).stdout

    assert "Post 2: Rapport sendt. Rapport: Regnskab; Sendt den: 4. marts 2021; " in report
    assert "Periode: 2020; " in closing
    assert "ReportedStatus" not in closing


@pytest.mark.parametrize("kind", VOCABULARY.facts.values())
def test_a_column_is_read_by_all_that_its_field_was_and_is_called(kind: type[Fact]) -> None:
    for field in fields_of(kind):
        for name in field_names(field.name, kind):
            for word in (name.da, name.en):
                header = header_of([Row(1, ("Dag", word))], kind, VOCABULARY.facts)
                assert header is not None
                assert [field.name] == list(header.fields.values())[1:]


def test_a_field_is_called_as_its_fact_says_it() -> None:
    own = (
        (EventHeld, "series"),
        (EventHeld, "meeting"),
        (FollowUpMade, "body"),
        (AssessmentMade, "positive"),
    )

    assert ["Arrangement", "Gang nr.", "Hvem fulgte op", "Positiv"] == [
        field_name(name, kind).da for kind, name in own
    ]
    assert ["Sæson", "Møde nr.", "Gruppe", "Positive"] == [field_name(name).da for _, name in own]


def _sheet(path: Path, name: str) -> list[dict[str, Any]]:
    book = CalamineWorkbook.from_path(path)  # pyright: ignore[reportUnknownMemberType] its types are partial
    head, *rows = book.get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_a_workbook_of_entries_and_statuses_is_in_words(tmp_path: Path) -> None:
    seen = FollowUpMade("board", ("netvaerk.inclusive-networks",), ON, 1, None, ("noted",))
    path = a_logbook(tmp_path, read_plan(), Draft(ReportSent("accounts", ON), ON), Draft(seen, ON))

    vaerebro("export", path, tmp_path / "bog.xlsx", "--lang", "da")

    statuses = _sheet(tmp_path / "bog.xlsx", "Statusser")
    _, report, follow_up = _sheet(tmp_path / "bog.xlsx", "Poster")
    assert ("boligsocial familiemedarbejder", "Regnskab") == (report["Rolle"], report["Rapport"])
    assert ("Inkluderende netværk", "taget til efterretning") == (
        follow_up["Kriterier"],
        follow_up["Besluttet"],
    )
    assert {"alle", "mindst én"} >= {row["Kræver"] for row in statuses}
    assert "hvert år" in {row["Opgørelse"] for row in statuses}
    assert "programme" not in {row["Periode"] for row in statuses}


def test_titles_that_a_list_could_not_hold_stay_keys(tmp_path: Path) -> None:
    # Given criteria of which one has a comma in its title
    criteria = ("netvaerk.inclusive-networks", "tryghed.safety")
    path = a_logbook(tmp_path, read_plan(), Draft(FollowUpMade("board", criteria, ON, 1, None, ()), ON))
    other = tmp_path / "b"
    other.mkdir()
    alone = a_logbook(other, read_plan(), Draft(FollowUpMade("board", criteria[:1], ON, 1, None, ()), ON))

    for each in (path, alone):
        vaerebro("export", each, each.with_suffix(".xlsx"), "--what", "facts", "--lang", "da")

    told = [
        _sheet(each.with_suffix(".xlsx"), "Opfølgning foretaget")[0]["Kriterier"] for each in (path, alone)
    ]
    assert [", ".join(criteria), "Inkluderende netværk"] == told
