"""A sample logbook: four years of all activities, made up from a seed number."""

from vaerebro_events.sample.making import SEED, make_sample

__all__ = ["SEED", "make_sample"]
