"""Law 6: what is folded in pieces, followed in another process or looked up by index is the plain thing."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from clocks import SettableClock
from plain import history
from plain_picks import picked
from stories import AFTERWARDS, SMALL_PLAN, WORKER, Story, log_of, numbered_ids, opened, tried
from strategies import days_about, stories
from vaerebro_events import Logbook, Period, View
from vaerebro_events.domain.folding import History

FIELDS = (
    *(
        "activity",
        "series",
        "meeting",
        "family",
        "youth",
        "resident",
        "job",
        "about",
        "ordinary",
        "indicator",
    ),
    *("network", "inclusive", "block", "organisation", "body", "kind", "place", "led_by", "figure", "group"),
)
# What a field refers to has these fields, with these values among them.
FOLLOWED = {
    "series": ("series.group", ("mothers", "fathers")),
    "network": ("network.inclusive", True),
    "meeting": ("meeting.led_by", ("network", "staff")),
}


@given(stories(), st.data())
def test_a_fold_taken_in_pieces_is_the_fold_taken_whole(story: Story, data: st.DataObject) -> None:
    log = log_of(story)
    ends = sorted({entry.batch_end for entry in log})
    some_ends = data.draw(st.sets(st.sampled_from(ends)), "pieces end at")
    whole, by_batch, in_pieces = History(), History(), History()

    whole.take(log, whole.trial(log))
    for first, last in zip([0, *ends], ends, strict=False):
        by_batch.take(log[first:last], by_batch.trial(log[first:last]))
    cuts = sorted({*some_ends, len(log)})
    for first, last in zip([0, *cuts], cuts, strict=False):
        in_pieces.take(log[first:last], in_pieces.trial(log[first:last]))

    assert whole == by_batch
    assert whole == in_pieces


@settings(max_examples=15)
@given(stories(), st.data())
def test_logbooks_that_take_turns_in_one_file_do_what_one_alone_would(
    story: Story, data: st.DataObject
) -> None:
    clock, ids = SettableClock(story.began), numbered_ids()
    with TemporaryDirectory() as folder, opened(story.began) as (alone, its_clock):
        path = Path(folder) / "logbog.db"
        with (
            Logbook.create(path, SMALL_PLAN, actor=WORKER, clock=clock, ids=ids) as first,
            Logbook.open(path, clock=clock, ids=ids) as second,
        ):
            for attempt in story.attempts:
                turn = data.draw(st.sampled_from([first, second]), "turn")

                assert tried(alone, its_clock, attempt) == tried(turn, clock, attempt)

                if data.draw(st.booleans(), "looked at"):
                    assert alone.entries() == second.entries()
            clock.set(AFTERWARDS)
            its_clock.set(AFTERWARDS)
            assert alone.entries() == first.entries() == second.entries()
            on = data.draw(days_about(first.entries()), "D")
            assert alone.replay(on).statuses == first.replay(on).statuses == second.replay(on).statuses


@given(stories(), st.data())
def test_looking_up_by_index_finds_what_going_through_the_history_finds(
    story: Story, data: st.DataObject
) -> None:
    log = log_of(story)
    on = data.draw(days_about(log), "D")
    held = history(log, on)
    view = View(on, SMALL_PLAN, held)

    for entry in data.draw(st.lists(st.sampled_from(log), max_size=6), "looked up"):
        tag = entry.fact.tag
        names = [name for name in FIELDS if hasattr(entry.fact, name)]
        chosen = data.draw(st.sets(st.sampled_from(names)) if names else st.just(set[str]()), "by")
        where: dict[str, Any] = {name: getattr(entry.fact, name) for name in sorted(chosen)}
        # What another entry has there, too: any of the two.
        other = data.draw(st.sampled_from(log), "or of").fact
        for name in data.draw(st.sets(st.sampled_from(names)) if names else st.just(set[str]()), "any of"):
            values = (getattr(entry.fact, name), getattr(other, name, None))
            where[name] = tuple(dict.fromkeys(value for value in values if value is not None))
        for refers in data.draw(st.sets(st.sampled_from(sorted(FOLLOWED))), "following"):
            where |= dict([FOLLOWED[refers]]) if hasattr(entry.fact, refers) else {}
        first, last = sorted((data.draw(days_about(log), "from"), data.draw(days_about(log), "to")))
        fitting = picked(held, where, tag)

        assert fitting == list(view.of(tag, where))
        assert [e for e in fitting if e.occurred_on <= last] == list(view.of(tag, where, last))
        assert [e for e in fitting if first <= e.occurred_on <= last] == list(
            view.within(Period("some days", first, last), tag, where)
        )
        series = getattr(entry.fact, "series", None)
        if series is not None:
            assert picked(held, {**where, "series": series}, tag) == list(
                view.within(Period(series, first, last, series), tag, where)
            )
