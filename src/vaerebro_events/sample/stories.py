"""The stories of the sample beside the first two: one for each activity, and the figures of others.

A new story: a module of its own, and a line here. Each has its own dice, so it changes no other's draws.
Whom a story meets again, it meets from those before it.
"""

from collections.abc import Callable, Iterator

from vaerebro_events.sample.brobygning import brobygning
from vaerebro_events.sample.familienetvaerk import familienetvaerk
from vaerebro_events.sample.figures import figures
from vaerebro_events.sample.frivillige import frivillige
from vaerebro_events.sample.ivaerksaetteri import ivaerksaetteri
from vaerebro_events.sample.legestue import legestue
from vaerebro_events.sample.moedre_faedre import moedre_faedre
from vaerebro_events.sample.naboskab import naboskab
from vaerebro_events.sample.netvaerk import netvaerk
from vaerebro_events.sample.people import People
from vaerebro_events.sample.recordings import Recording
from vaerebro_events.sample.redaktion import redaktion
from vaerebro_events.sample.skole import skole
from vaerebro_events.sample.ssp import ssp
from vaerebro_events.sample.ungefaellesskab import ungefaellesskab

STORIES: tuple[Callable[[int, People], Iterator[Recording]], ...] = (
    frivillige,
    naboskab,
    netvaerk,
    redaktion,
    ssp,
    brobygning,
    ungefaellesskab,
    ivaerksaetteri,
    moedre_faedre,
    familienetvaerk,
    skole,
    legestue,
    figures,
)
