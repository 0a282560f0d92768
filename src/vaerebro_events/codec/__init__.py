"""Plain data and canonical bytes, through the closed vocabulary."""

from vaerebro_events.codec.codec import Codec

__all__ = ["Codec"]
