"""A log as JSON lines: the canonical bytes of each entry, so that `Logbook.restore` makes the same again."""

from collections.abc import Iterator

from attrs import evolve

from vaerebro_events.codec import Codec
from vaerebro_events.projections.replay import Replay
from vaerebro_events.projections.vocabulary import VOCABULARY


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
