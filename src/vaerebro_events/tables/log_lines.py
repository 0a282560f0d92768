"""A log as JSON lines: the canonical bytes of each entry, so that `Logbook.restore` makes the same again."""

from collections.abc import Iterator
from typing import IO

from attrs import define, evolve

from vaerebro_events.codec import Codec
from vaerebro_events.errors import LineNotTaken
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.text import Text

# In bytes; no entry comes near it, and a file without line ends is not read whole.
LONGEST = 16_000_000
TOO_LONG = Text(da="den er længere end nogen post", en="it is longer than any entry")


def codec_of(replay: Replay) -> Codec:
    """What writes the facts of a replay: those of the library, and an application's own."""
    if replay.facts is VOCABULARY.facts:
        return Codec.of(VOCABULARY)
    return Codec(evolve(VOCABULARY, facts=replay.facts))


def log_lines(replay: Replay) -> Iterator[bytes]:
    """The log of a replay, an entry a line, each ended as lines are; whatever its day `on`.

    >>> from vaerebro_events import Actor, Logbook
    >>> from vaerebro_events.tables.log_lines import log_lines
    >>> actor = Actor("family-worker", "u-3")
    >>> logbook = Logbook.create(":memory:", actor=actor)
    >>> again = Logbook.restore(":memory:", log_lines(logbook.replay()), actor=actor)
    >>> again.entries() == logbook.entries(), again.origin.entries
    (True, 1)
    """
    codec = codec_of(replay)
    for entry in replay.log:
        yield codec.encode(entry) + b"\n"


@define
class LineReader:
    """Reads the lines of a file, none longer than an entry may be; then, how many ended as other systems'.

    `source` is the file's name.
    """

    source: str
    foreign: int = 0

    def lines(self, file: IO[bytes]) -> Iterator[bytes]:
        """The lines, each with its end.

        Raises: `LineNotTaken`.
        """
        number = 0
        while line := file.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                raise LineNotTaken(self.source, number, TOO_LONG)
            self.foreign += line.endswith(b"\r\n")
            yield line
