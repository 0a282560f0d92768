"""Laws of writing out and back: whatever was recorded comes back the same."""

import csv
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from stories import AFTERWARDS, WORKER, Story, opened, told
from strategies import entries_of, knowns, stories
from vaerebro_events import Entry, Fact, Logbook, PlanAdopted, Status, VaerebroError
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.tables.columns import YES_NO, Kind, Table, unwatched
from vaerebro_events.tables.csv_out import FOR_PROGRAMS, FORMS, CsvForm, write_csv
from vaerebro_events.tables.entry_rows import entries_table
from vaerebro_events.tables.exporting import What, export
from vaerebro_events.tables.fact_rows import fact_tables
from vaerebro_events.tables.importing import Asked, imported, looked_at
from vaerebro_events.tables.log_lines import log_lines
from vaerebro_events.tables.status_rows import statuses_table
from vaerebro_events.text import Language

LANGUAGES: tuple[Language, ...] = ("da", "en")


def afterwards() -> datetime:
    return AFTERWARDS


def restored(lines: list[bytes]) -> Logbook:
    return Logbook.restore(":memory:", lines, clock=afterwards, actor=WORKER)


@given(stories(), st.data())
def test_what_is_exported_and_restored_is_the_same_at_any_time_known(story: Story, data: DataObject) -> None:
    with told(story) as logbook:
        known = data.draw(knowns(logbook.entries()))
        replay = logbook.replay(known=known)
        lines = list(log_lines(replay))
    if not lines:
        return

    with restored(lines) as again:
        other = again.replay()
        assert lines == list(log_lines(other))
        assert replay.log == other.log
        assert replay.statuses == other.statuses


@given(stories(most=6), st.data())
def test_a_changed_byte_is_refused_or_comes_out_as_it_stands(story: Story, data: DataObject) -> None:
    with told(story) as logbook:
        whole = b"".join(log_lines(logbook.replay()))
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]

    try:
        with restored(changed.splitlines(keepends=True)) as again:
            come_out = b"".join(log_lines(again.replay()))
    except VaerebroError:
        return

    assert changed.split() == come_out.split() or b'"version":1' in changed[at - 20 : at + 20]


@given(stories(), st.data())
def test_a_restored_logbook_goes_on_as_the_other(story: Story, data: DataObject) -> None:
    with told(story) as logbook:
        lines = list(log_lines(logbook.replay()))
        drafts = [draft for attempt in story.attempts for draft in attempt.drafts]
        tried = data.draw(st.lists(st.sampled_from(drafts), max_size=5)) if drafts else []

        def outcomes(asked: Logbook) -> list[object]:
            told_of = asked.attempt(tried, actor=WORKER)
            return [each.position if isinstance(each, Entry) else str(each) for each in told_of]

        with restored(lines) as again:
            assert outcomes(logbook) == outcomes(again)


# CSV.

_ALL_FORMS = (FORMS["da"], FORMS["en"], FOR_PROGRAMS)
_READ: Mapping[Kind, Callable[[str, CsvForm], Any]] = {
    Kind.WHOLE: lambda cell, _: int(cell),
    Kind.EXACT: lambda cell, form: Decimal(cell.replace(form.decimal, ".")),
    Kind.DAY: lambda cell, _: date.fromisoformat(cell),
    Kind.INSTANT: lambda cell, _: datetime.fromisoformat(cell).astimezone(UTC),
    Kind.YES_NO: lambda cell, form: not YES_NO[form.language].index(cell),
    Kind.TEXT: lambda cell, _: cell.removeprefix("'"),
    Kind.LONG: lambda cell, _: cell.removeprefix("'"),
}


def read_back(table: Table, form: CsvForm) -> list[tuple[Any, ...]]:
    """The rows of a table as somebody reads them from its file."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "table.csv")
        write_csv(table, file, form, unwatched)
        with file.open(encoding=form.encoding, newline="") as opened:
            head, *rows = csv.reader(opened, delimiter=form.delimiter)
    assert [column.name for column in table.columns] == head
    return [
        tuple(
            _READ[column.kind](cell, form) if cell else None
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in rows
    ]


@given(st.sampled_from(_ALL_FORMS), stories(most=10))
def test_csv_read_back_gives_the_same_values(form: CsvForm, story: Story) -> None:
    with told(story) as logbook:
        replay = logbook.replay(on=date(2023, 6, 1))

    for make in (entries_table, statuses_table):
        assert list(make(replay, form.language).rows) == read_back(make(replay, form.language), form)


@given(st.sampled_from(_ALL_FORMS), st.sampled_from(list(VOCABULARY.facts.values())).flatmap(entries_of))
def test_any_entry_comes_back_from_csv(form: CsvForm, entry: Entry) -> None:
    # Given an entry alone: an amendment is the newest of what it amends
    replay = Replay(date(2023, 6, 1), 1, (entry,), VOCABULARY.facts)

    assert list(entries_table(replay, form.language).rows) == read_back(
        entries_table(replay, form.language), form
    )


# Facts as rows.


@given(st.sampled_from(LANGUAGES), stories())
def test_facts_exported_and_imported_into_an_empty_logbook_say_the_same(
    language: Language, story: Story
) -> None:
    with told(story) as logbook:
        replay = logbook.replay()
    # What rows do not hold is not in the other logbook; a position means something else there.
    tables, left_out = fact_tables(replay, language)
    if any(kind is not PlanAdopted for kind in left_out) or not tables:
        return
    if any(entry.fact.positions_told() for entry in replay.history):
        return

    with TemporaryDirectory() as folder, opened(story.began) as (empty, clock):
        clock.set(AFTERWARDS)
        file = Path(folder, "facts.xlsx")
        export(replay, file, What.FACTS, language=language)
        look = looked_at(empty, Asked(file), WORKER)
        assert () == tuple(look.problems)
        imported(empty, look, WORKER)
        again = empty.replay()

        assert facts_of(replay) == facts_of(again)
        assert [figures(status) for status in replay.statuses] == [figures(s) for s in again.statuses]


def facts_of(replay: Replay) -> Counter[tuple[date, Fact]]:
    """What holds: days and facts, the plan's adoption aside."""
    held = (entry for entry in replay.history if not isinstance(entry.fact, PlanAdopted))
    return Counter((entry.occurred_on, entry.fact) for entry in held)


def figures(status: Status) -> tuple[object, ...]:
    return (*status.key, status.state, status.value, status.target, status.baseline, status.parts)
