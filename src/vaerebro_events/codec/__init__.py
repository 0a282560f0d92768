"""Plain data and canonical bytes, through the closed vocabulary."""

from vaerebro_events.codec.codec import THE_FILE, Codec

__all__ = ["THE_FILE", "Codec"]
