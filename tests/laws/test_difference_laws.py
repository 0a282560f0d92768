"""What differs between two replays: every change has its causes, and nothing else is named."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from figures import said
from stories import Story, told
from strategies import days_about, knowns, stories
from vaerebro_events import Status, difference


def _shown(status: Status | None) -> object:
    return status and (status.state, status.period, said(status.judgement))


@given(stories(), st.data())
def test_what_changed_by_knowing_more_names_what_was_recorded_in_between(
    story: Story, data: st.DataObject
) -> None:
    with told(story) as logbook:
        log = logbook.entries()
        on = data.draw(days_about(log), "D")
        step_by_step = [logbook.replay(on, known) for known in sorted({0, *(e.batch_end for e in log)})]
        apart = [logbook.replay(on, data.draw(knowns(log), "K")) for _ in range(2)]

        for before, after in (*pairwise(step_by_step), tuple(apart)):
            earlier, later = sorted((before.position, after.position))
            change = difference(before, after)
            for changed in change.changed:
                assert changed.caused_by
                assert all(earlier < position <= later for position in changed.caused_by)
            causes = {at for changed in change.changed for at in changed.caused_by}
            assert causes == {entry.position for entry in change.entries}


@given(stories(), st.data())
def test_what_changed_is_what_is_shown_otherwise_and_equal_replays_do_not_differ(
    story: Story, data: st.DataObject
) -> None:
    with told(story) as logbook:
        log = logbook.entries()
        dates = [(data.draw(days_about(log), "D"), data.draw(knowns(log), "K")) for _ in range(2)]
        before, after = (logbook.replay(*two_dates) for two_dates in dates)
        old = {status.key: status for status in before.statuses}
        new = {status.key: status for status in after.statuses}
        other = {key for key in {*old, *new} if _shown(old.get(key)) != _shown(new.get(key))}

        assert other == {changed.key for changed in difference(before, after).changed}

        unchanged = difference(before, logbook.replay(*dates[0]))
        assert () == unchanged.changed
        assert () == unchanged.entries
