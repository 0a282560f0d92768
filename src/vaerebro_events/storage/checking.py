"""What shows that an entry does not follow the one before it: asked of stored rows, and of a log's lines."""

from vaerebro_events.domain.entry import Entry
from vaerebro_events.text import Text

MISSING = Text(
    da="her mangler poster, eller de står på andre pladser",
    en="entries are missing, or stand at other positions",
)
ENDS_BEFORE = Text(da="den slutter, før den begynder", en="it ends before it begins")
APART = Text(
    da="det, der blev registreret sammen, hænger ikke sammen",
    en="what was recorded together does not hold together",
)
GOES_BACK = Text(
    da="dens tidspunkt ligger før den foregående posts", en="its time is before that of the entry before it"
)
REST_MISSING = Text(
    da="resten af det, der blev registreret sammen med den, mangler",
    en="the rest of what was recorded with it is missing",
)


def breach(position: int, entry: Entry, last: Entry | None) -> Text | None:
    """Why an entry cannot stand at a position, after the last one."""
    if position != entry.position:
        return MISSING
    if entry.batch_end < position:
        return ENDS_BEFORE
    if last is not None and last.batch_end >= position and last.batch_end != entry.batch_end:
        return APART
    if last is not None and entry.recorded_at < last.recorded_at:
        return GOES_BACK
    return None
