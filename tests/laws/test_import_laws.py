"""What is written in sheets and imported is what recording it would have been, once and not again."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import figures
from plain import effective, ordered
from sheets_to_import import a_book, one_sheet, sheets_by_kind, stands_in_rows
from stories import AFTERWARDS, WORKER, Story, log_of, opened
from stories import told as told_in_full
from strategies import stories
from vaerebro_events import VOCABULARY, Codec, Draft, Entry, Fact, FollowUpMade, Logbook, Refusal
from vaerebro_events.forms.fields import fields_of, fillable
from vaerebro_events.forms.words import fact_name, field_name
from vaerebro_events.tables.files import read_sheets
from vaerebro_events.tables.importing import Asked, Import, imported, looked_at
from vaerebro_events.tables.log_lines import log_lines
from vaerebro_events.tables.matching import key_of
from vaerebro_events.tables.rejected import write_rejected
from vaerebro_events.text import Text

TODAY = AFTERWARDS.date()
DAYS = st.dates(date(2019, 1, 1), date(2024, 12, 31))


def told(story: Story) -> list[Draft]:
    """What holds in a story and rows can hold, as far as it stands without the rest, by its days.

    What a follow-up saw of the log is a position, which is another log's here.
    """
    held = [entry for entry in ordered(effective(log_of(story))) if stands_in_rows(type(entry.fact))]
    drafts = [Draft(_seen_first(entry.fact), entry.occurred_on) for entry in held]
    with opened(AFTERWARDS) as (logbook, _):
        taken = [isinstance(come, Entry) for come in logbook.attempt(drafts)]
    return [draft for draft, stands in zip(drafts, taken, strict=True) if stands]


def _seen_first(fact: Fact) -> Fact:
    return evolve(fact, as_known=1) if isinstance(fact, FollowUpMade) else fact


def says(logbook: Logbook) -> Counter[tuple[date, Fact]]:
    """What holds, without the plan's adoption."""
    held = effective(logbook.entries()[1:])
    return Counter((entry.occurred_on, entry.fact) for entry in held)


def drafted(drafts: Sequence[Draft]) -> Counter[tuple[date | None, Fact]]:
    return Counter((draft.on, draft.fact) for draft in drafts)


def take_in(logbook: Logbook, path: Path, *, only_good: bool = False, amend: bool = False) -> Import:
    """Imports a file."""
    asked = Asked(path, only_good=only_good, amend=amend)
    return imported(logbook, looked_at(logbook, asked, WORKER), WORKER)


@settings(max_examples=20)
@given(stories(), st.data())
def test_rows_in_any_order_are_imported_as_the_facts_they_are(story: Story, data: st.DataObject) -> None:
    drafts = told(story)
    sheets = data.draw(sheets_by_kind(drafts), "sheets")
    with TemporaryDirectory() as folder, opened(AFTERWARDS) as (logbook, _):
        path = a_book(Path(folder) / "ark.xlsx", sheets or {"Ark1": []})
        look = looked_at(logbook, Asked(path), WORKER)
        assert 1 == logbook.position

        first = imported(logbook, look, WORKER)
        again = take_in(logbook, path)

        assert [] == first.problems
        assert drafted(drafts) == says(logbook)
        assert len(drafts) == len(first.entries) == len(again.already)
        assert ([], [], [], []) == (again.entries or [], again.changes, again.since, again.problems)


@settings(max_examples=20)
@given(stories(), st.data())
def test_rows_in_their_order_give_the_figures_of_recording_them(story: Story, data: st.DataObject) -> None:
    drafts = told(story)
    sheets = data.draw(one_sheet(drafts), "sheets")
    with TemporaryDirectory() as folder:
        path = a_book(Path(folder) / "ark.xlsx", sheets)
        with opened(AFTERWARDS) as (recorded, _), opened(AFTERWARDS) as (logbook, _):
            if drafts:
                recorded.record(*drafts)
            done = take_in(logbook, path)

            assert [] == done.problems
            assert figures(recorded.replay(TODAY)) == figures(logbook.replay(TODAY))


BROKEN = " ?"


@settings(max_examples=20)
@given(stories(), st.data())
def test_good_rows_and_the_rejected_ones_mended_are_the_whole(story: Story, data: st.DataObject) -> None:
    drafts = told(story)
    sheets = data.draw(sheets_by_kind(drafts), "sheets")
    for name, rows in sheets.items():
        facts = sum(name in (title.da, title.en) for title in (fact_name(type(each.fact)) for each in drafts))
        for row in rows[len(rows) - data.draw(st.integers(0, min(facts, 3)), "broken rows") :]:
            filled = [at for at, cell in enumerate(row) if cell is not None]
            at = data.draw(st.sampled_from(filled), "broken cell")
            row[at] = f"{row[at]}{BROKEN}"
    with TemporaryDirectory() as folder, opened(AFTERWARDS) as (logbook, _):
        path = a_book(Path(folder) / "ark.xlsx", sheets or {"Ark1": []})
        done = take_in(logbook, path, only_good=True)
        if done.problems:
            write_rejected(done, Path(folder) / "afvist.xlsx", Codec.of(VOCABULARY), "da")
            again = take_in(logbook, _mended(Path(folder) / "afvist.xlsx"))

            assert [] == [each.why.in_("en") for each in again.problems]
        assert drafted(drafts) == says(logbook)


def _mended(path: Path) -> Path:
    """The file with what was broken put right, as somebody does it by hand."""
    sheets = {
        sheet.name: [[_whole(cell) for cell in row.cells] for row in sheet.rows]
        for sheet in read_sheets(path)
    }
    return a_book(path.with_name("rettet.xlsx"), sheets)


def _whole(cell: object) -> object:
    return cell.removesuffix(BROKEN) if isinstance(cell, str) else cell


@settings(max_examples=20)
@given(stories(), st.data())
def test_a_row_changed_since_and_amended_is_the_correction(story: Story, data: st.DataObject) -> None:
    drafts = told(story)
    times = Counter(key_of(draft.fact, draft.on or TODAY) for draft in drafts)
    keyed = [
        draft for draft in drafts if draft.fact.key and times[key_of(draft.fact, draft.on or TODAY)] == 1
    ]
    keyed = [draft for draft in keyed if "occurred_on" not in draft.fact.key]
    if not keyed:
        return
    changed = evolve(data.draw(st.sampled_from(keyed), "changed"), on=data.draw(DAYS, "to the day"))
    with TemporaryDirectory() as folder:
        path = a_book(Path(folder) / "ark.xlsx", data.draw(one_sheet([changed]), "sheet"))
        with opened(AFTERWARDS) as (one, _), opened(AFTERWARDS) as (other, _):
            entries = [logbook.record(*drafts) for logbook in (one, other)][1]
            position = next(entry.position for entry in entries if entry.fact == changed.fact)

            proposed = take_in(one, path)
            assert says(other) == says(one)
            done = take_in(one, path, amend=True)
            try:
                if proposed.changes:
                    other.correct(position, changed.fact, reason="late-information", on=changed.on)
                refused = False
            except Refusal:
                refused = True

            assert refused == bool(done.problems)
            assert says(other) == says(one)
            assert bool(proposed.changes) == (changed not in drafts)


@settings(max_examples=20)
@given(stories(), st.data())
def test_a_row_that_leaves_something_open_proposes_nothing(story: Story, data: st.DataObject) -> None:
    drafts = told(story)
    sheets = data.draw(sheets_by_kind(drafts), "sheets")
    kinds = {word: type(each.fact) for each in drafts for word in _names(fact_name(type(each.fact)))}
    for name, rows in sheets.items():
        open_ = {
            word
            for each in fields_of(kinds[name])
            if not each.required
            for word in _names(field_name(each.name))
        }
        columns = {row.index(cell) for row in rows for cell in row if cell in open_}
        facts = sum(type(each.fact) is kinds[name] for each in drafts)
        for row in rows[len(rows) - data.draw(st.integers(0, facts), "rows that leave it open") :]:
            for at in columns:
                row[at] = None
    with TemporaryDirectory() as folder, opened(AFTERWARDS) as (logbook, _):
        if drafts:
            logbook.record(*drafts)
        before = logbook.entries()

        done = take_in(logbook, a_book(Path(folder) / "ark.xlsx", sheets or {"Ark1": []}), amend=True)

        assert before == logbook.entries()
        assert ([], []) == (done.problems, done.changes)


def _names(text: Text) -> tuple[str, str]:
    return (text.da, text.en)


@settings(max_examples=20)
@given(stories())
def test_the_lines_of_a_log_are_all_in_that_log_already(story: Story) -> None:
    with TemporaryDirectory() as folder, told_in_full(story) as logbook:
        path = Path(folder) / "log.jsonl"
        path.write_bytes(b"".join(log_lines(logbook.replay())))
        before = logbook.entries()
        held = [entry for entry in effective(before) if fillable(type(entry.fact))]

        done = take_in(logbook, path, amend=True)

        assert before == logbook.entries()
        assert {entry.position for entry in held} == {each.entry.position for each in done.already}
        assert ([], [], []) == (done.problems, done.changes, done.since)
