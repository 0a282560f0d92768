"""Laws 1 and 2: a replay is what the log says that was known at K, and every cut of a log folds."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plain import cut, history
from plain_asks import stands
from stories import Story, log_of, replayed, told
from strategies import days_about, knowns, stories
from vaerebro_events import Entry, Thread


def _says(entry: Entry) -> tuple[int, date, object]:
    return (entry.position, entry.occurred_on, entry.fact)


@given(stories(), st.data())
def test_a_replay_is_that_of_the_log_cut_at_k_and_its_history_what_holds_of_it_in_order(
    story: Story, data: st.DataObject
) -> None:
    with told(story) as logbook:
        log = logbook.entries()
        for _ in range(5):
            on, known = data.draw(days_about(log), "D"), data.draw(knowns(log), "K")

            replay = logbook.replay(on=on, known=known)

            expected = replayed(cut(log, known), on)
            assert expected.log == replay.log
            assert expected.statuses == replay.statuses
            assert expected.history == replay.history
            assert expected.findings == replay.findings
            holds = history(cut(log, known), on)
            assert [_says(entry) for entry in holds] == [_says(entry) for entry in replay.history]


def _folds(entries: Sequence[Entry]) -> None:
    """Folds each lifecycle from its start over its own entries, or raises what stands in the way."""
    threads: dict[Thread, list[Entry]] = defaultdict(list)
    for entry in entries:
        for thread in entry.fact.threads():
            threads[thread].append(entry)
    for thread, own in threads.items():
        state = thread.lifecycle.start(*thread.of)
        for entry in own:
            state = thread.lifecycle.step(state, entry)


@given(stories(), st.data())
def test_every_cut_of_an_accepted_log_folds(story: Story, data: st.DataObject) -> None:
    log = log_of(story)
    on = data.draw(days_about(log), "D")

    for known in range(len(log) + 1):
        for day in (on, date.max):
            held = history(cut(log, known), day)

            _folds(held)
            assert stands(held)
