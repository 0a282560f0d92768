"""Which files the shell may complete a logbook's name with."""

from glob import escape, iglob

import click
from click.shell_completion import CompletionItem

LOGBOOKS = "*.db"


def logbook_files(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The logbooks that begin so, also those in folders that do; else the shell looks for files itself."""
    patterns = (f"{escape(begun)}{LOGBOOKS}", f"{escape(begun)}*/{LOGBOOKS}")
    found = sorted(path for pattern in patterns for path in iglob(pattern))  # noqa: PTH207 as it is typed
    return [CompletionItem(path) for path in found] or [CompletionItem(begun, type="file")]
