"""A logbook made again from its lines: checked and folded under another name, and in its place at the end."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.folding import History
from vaerebro_events.domain.vocabulary import Vocabulary
from vaerebro_events.errors import FileNotMade, LineNotTaken, LogbookExists, Refusal
from vaerebro_events.placing import whole_file
from vaerebro_events.storage import MEMORY, Lines, Log, Origin
from vaerebro_events.text import Text

# What a database left in its place would be taken for the new one's.
_LEFTOVERS = ("", "-wal", "-journal")


def restored(path: str, lines: Lines, vocabulary: Vocabulary, now: Callable[[], datetime]) -> Log:
    """The log that lines make; on any error, nothing stands at the path.

    Raises: as `Logbook.restore`.
    """

    def fill(log: Log) -> Log:
        entries = _folded(lines.entries(log.codec), lines.source)
        try:
            log.fill(entries, lambda: Origin(Path(lines.source).name, lines.sha256, lines.count, now()))
        except BaseException:
            log.close()
            log.remove()
            raise
        return log

    if path == MEMORY:
        return fill(Log.create(path, vocabulary))
    for leftover in _LEFTOVERS:
        if Path(path + leftover).exists():
            raise LogbookExists(path + leftover)
    try:
        with whole_file(Path(path)) as made:
            fill(Log.create(str(made), vocabulary)).close()
    except FileExistsError:
        raise LogbookExists(path) from None
    except FileNotMade as error:
        raise FileNotMade(path, error.why) from None
    return Log.open(path, vocabulary)


def _folded(entries: Iterable[Entry], source: str) -> Iterator[Entry]:
    """The entries, each batch once it has been folded onto those before it."""
    history = History()
    for _, together in groupby(entries, key=attrgetter("batch_end")):
        batch = list(together)
        try:
            history.take(batch, history.trial(batch))
        except Refusal as refusal:
            raise LineNotTaken(source, batch[0].position, _does_not_follow(refusal)) from None
        yield from batch


def _does_not_follow(refusal: Refusal) -> Text:
    return Text(
        da=f"den følger ikke af det, der blev registreret før den: {refusal.in_('da')}",
        en=f"it does not follow from what was recorded before: {refusal.in_('en')}",
    )
