"""The words of the pages, in both languages. A new state, reason or part: one line here."""

from collections.abc import Mapping

from vaerebro_events.domain.text import Language, Text
from vaerebro_events.projections.status import State, Why

STATES: Mapping[State, Text] = {
    State.NOT_STARTED: Text(da="ikke begyndt", en="not started"),
    State.OPEN: Text(da="åben", en="open"),
    State.ON_TRACK: Text(da="på vej", en="on track"),
    State.BEHIND: Text(da="bagud", en="behind"),
    State.MET: Text(da="nået", en="met"),
    State.NOT_MET: Text(da="ikke nået", en="not met"),
    State.AWAITING_BASELINE: Text(da="mangler basistal", en="awaits baseline"),
    State.AWAITING_MEASUREMENT: Text(da="mangler måling", en="awaits figures"),
    State.AWAITING_ASSESSMENT: Text(da="mangler vurdering", en="awaits assessment"),
}

STYLES: Mapping[State, str] = {
    State.NOT_STARTED: "dim",
    State.OPEN: "cyan",
    State.ON_TRACK: "green",
    State.BEHIND: "yellow",
    State.MET: "bold green",
    State.NOT_MET: "bold red",
    State.AWAITING_BASELINE: "magenta",
    State.AWAITING_MEASUREMENT: "magenta",
    State.AWAITING_ASSESSMENT: "magenta",
}

WHYS: Mapping[Why, Text] = {
    Why.TOO_FEW: Text(da="for få", en="too few"),
    Why.NOT_THE_FIRST: Text(da="ikke den første", en="not the first"),
    Why.COUNTED_EARLIER: Text(da="talt med i en tidligere periode", en="counted in an earlier period"),
    Why.NOT_ORDINARY: Text(da="ikke et ordinært fritidsjob", en="not an ordinary fritidsjob"),
    Why.TOO_EARLY: Text(da="før de seks måneder var gået", en="before six months had gone"),
    Why.ENDED_BEFORE: Text(da="jobbet var holdt op", en="the job had ended"),
    Why.SUPERSEDED: Text(da="afløst af en nyere", en="followed by a newer one"),
}

PARTS: Mapping[str, Text] = {
    "asked": Text(da="spurgt", en="asked"),
    "answered": Text(da="svaret", en="answered"),
    "positive": Text(da="positive", en="positive"),
    "series": Text(da="sæsoner", en="seasons"),
}

ON = Text(da="Status for {on}, {known}", en="Status for {on}, {known}")
KNOWN_ALL = Text(da="med alt, hvad der er kendt", en="with everything known")
KNOWN_AT = Text(da="som kendt {known}", en="as known {known}")
UP_TO = Text(da="til og med post {position}", en="up to entry {position}")
NO_PLAN = Text(da="Dengang var ingen plan vedtaget.", en="No plan was adopted at that time.")
SAMPLE = Text(
    da="Et eksempel: alt i denne logbog er fundet på.", en="A sample: all in this logbook is made up."
)
READING = Text(da="læsning", en="reading")
PERIOD = Text(da="periode", en="period")
STATE = Text(da="status", en="state")
REACHED = Text(da="nået", en="reached")
OF = Text(da="af", en="of")
YES = Text(da="ja", en="yes")
NO = Text(da="nej", en="no")
DISAGREE = Text(da="≠ læsningerne af kriteriet er uenige", en="≠ the readings of the criterion disagree")
DEFAULT = Text(da="(standard)", en="(default)")
RULE = Text(da="Regel", en="Rule")
COUNTED = Text(da="Talt med", en="Counted")
LEFT_OUT = Text(da="Udeladt", en="Left out")
NOTHING = Text(da="intet", en="nothing")
SEE = Text(da="se", en="see")
ENTRIES = Text(da="poster", en="entries")
ENTRY = Text(da="post", en="entry")
OPEN_QUESTIONS = Text(da="Åbne spørgsmål", en="Open questions")
SOURCES = Text(da="Kilder", en="Sources")
PLACE = Text(da="I aftalen", en="In the agreement")
DATA_SOURCE = Text(da="Data fra", en="Data from")
KEPT_BY = Text(da="Føres af", en="Kept by")
SAME_AS = Text(da="Samme som", en="Same as")


def state_words(state: State, language: Language) -> str:
    """A state in words.

    >>> from vaerebro_events.projections.status import State
    >>> from vaerebro_events.reports.terminal.words import state_words
    >>> state_words(State.NOT_MET, "en")
    'not met'
    """
    return STATES[state].in_(language)
