"""How far long work has come, shown on a terminal while it lasts."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from threading import Timer
from typing import Any

from rich.console import Console
from rich.progress import Progress

from vaerebro_events.cli.speaking import say
from vaerebro_events.tables.columns import Watch
from vaerebro_events.text import Text

SOON = 2  # seconds; of what is done by then, nothing is shown


@contextmanager
def watched(beginning: Text, doing: Text) -> Generator[Watch]:
    """Shows what is done, where it takes a while: first for an unknown time, then things as they go by."""
    progress = Progress(console=Console(stderr=True), transient=True)
    progress.disable = not progress.console.is_terminal
    later = Timer(SOON, progress.start)
    task = progress.add_task(say(beginning), total=None)

    def watch(things: Iterable[Any], total: int) -> Iterable[Any]:
        progress.reset(task, total=total, description=say(doing))
        return progress.track(things, total=total, task_id=task)

    later.start()
    try:
        yield watch
    finally:
        later.cancel()
        later.join()
        progress.stop()
