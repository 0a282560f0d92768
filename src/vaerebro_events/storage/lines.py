"""A log as lines, one entry each: read strictly, so that what is read writes itself the same."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, cast

import orjson
from attrs import define

from vaerebro_events.codec import Codec
from vaerebro_events.domain.entry import Entry
from vaerebro_events.errors import (
    LineNotTaken,
    LinesDiffer,
    NotLines,
    UnknownFactInLine,
    UnknownTag,
    VaerebroError,
)
from vaerebro_events.errors.said import Unfit
from vaerebro_events.storage.checking import REST_MISSING, breach
from vaerebro_events.text import Text

NOT_WHOLE = Text(da="den er ikke en hel post", en="it is not a whole entry")
NOT_AS_WRITTEN = Text(
    da="den er ikke skrevet, som logbogen skriver den", en="it is not written as the logbook writes it"
)
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)


@define
class Lines:
    """The lines of a log and the file they come from; once they are read, how many, and their SHA-256.

    `expected` is the SHA-256 that they should have, where it is known.
    """

    source: str
    lines: Iterable[bytes]
    expected: str | None = None
    count: int = 0
    sha256: str = ""

    def entries(self, codec: Codec) -> Iterator[Entry]:
        """The entries of the lines, each checked against the one before.

        Raises: `NotLines`, `UnknownFactInLine`, `LineNotTaken`, `LinesDiffer`.
        """
        last: Entry | None = None
        digest = sha256()
        for number, line in enumerate(self.lines, 1):
            digest.update(line)
            entry = self._entry(codec, number, line)
            why = breach(number, entry, last)
            if why is not None:
                raise LineNotTaken(self.source, number, why)
            yield entry
            last = entry
        if last is None:
            raise NotLines(self.source)
        if last.batch_end != last.position:
            raise LineNotTaken(self.source, last.position, REST_MISSING)
        self.count, self.sha256 = last.position, digest.hexdigest()
        if self.expected is not None and self.expected.strip().casefold() != self.sha256:
            raise LinesDiffer(self.source, self.sha256)

    def _entry(self, codec: Codec, number: int, line: bytes) -> Entry:
        written = line.rstrip(b"\r\n")
        try:
            entry = codec.decode(written)
        except UnknownTag as error:
            raise UnknownFactInLine(self.source, number, error.tag) from None
        except VaerebroError as error:
            raise LineNotTaken(self.source, number, error) from None
        except Unfit as error:
            raise LineNotTaken(self.source, number, error.why) from None
        except _UNREADABLE:
            if number == 1 and not _is_table(written):
                raise NotLines(self.source) from None
            raise LineNotTaken(self.source, number, NOT_WHOLE) from None
        if codec.encode(entry) != written and not _is_older(codec, orjson.loads(written)):
            raise LineNotTaken(self.source, number, NOT_AS_WRITTEN)
        return entry


def _is_table(written: bytes) -> bool:
    try:
        return isinstance(orjson.loads(written), dict)
    except ValueError:
        return False


def _is_older(codec: Codec, data: Any) -> bool:
    """Whether a fact in it has an older shape, which is lifted as it is read and written anew."""
    if not isinstance(data, dict):
        return False
    fact = cast(dict[str, Any], data)
    kind = codec.vocabulary.facts.get(str(fact.get("tag")))
    older = kind is not None and fact.get("version") != kind.version
    return older or any(_is_older(codec, value) for value in fact.values())
