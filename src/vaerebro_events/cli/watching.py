"""How far long work has come, shown on a terminal while it lasts."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import Progress

from vaerebro_events.cli.speaking import say
from vaerebro_events.tables.columns import Watch
from vaerebro_events.text import Text


@contextmanager
def watched(beginning: Text, doing: Text) -> Generator[Watch]:
    """Shows what is done: first what takes an unknown time, then things as they go by."""
    progress = Progress(console=Console(stderr=True), transient=True)
    progress.disable = not progress.console.is_terminal
    task = progress.add_task(say(beginning), total=None)

    def watch(things: Iterable[Any], total: int) -> Iterable[Any]:
        progress.reset(task, total=total, description=say(doing))
        return progress.track(things, total=total, task_id=task)

    with progress:
        yield watch
