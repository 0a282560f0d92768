"""Entries to stored events and back, through the closed vocabulary and with all validators run."""

from uuid import UUID, uuid5

from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from vaerebro_events.codec import Codec
from vaerebro_events.domain.entry import Entry

# One logbook is one stream. Its id is the same in every file, so that a file can be told by it.
STREAM = uuid5(UUID(int=0), "vaerebro_events")


class EntryMapper(Mapper[UUID]):
    """Maps entries; the topic is the fact's tag, which the codec looks up in its vocabulary alone."""

    def __init__(self, codec: Codec) -> None:
        super().__init__(JSONTranscoder())
        self.codec = codec

    def to_stored_event(self, entry: Entry) -> StoredEvent:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride] entries are its events
        """The stored event of an entry."""
        return StoredEvent(STREAM, entry.position, entry.fact.tag, self.codec.encode(entry))

    def to_domain_event(self, stored_event: StoredEvent) -> Entry:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride] entries are its events
        """The entry of a stored event."""
        return self.codec.decode(stored_event.state)
