"""The words of the pages, in both languages. A new state, reason or part: one line here."""

from collections.abc import Mapping

from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.projections.judgement import State, Why
from vaerebro_events.text import Language, Text

STATES: Mapping[State, Text] = {
    State.NOT_STARTED: Text(da="ikke begyndt", en="not started"),
    State.OPEN: Text(da="i gang", en="open"),
    State.ON_TRACK: Text(da="på vej", en="on track"),
    State.BEHIND: Text(da="bagud", en="behind"),
    State.MET: Text(da="opfyldt", en="met"),
    State.NOT_MET: Text(da="ikke opfyldt", en="not met"),
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

# What stands for a criterion in the strip of an overview; beside it, where only ASCII can be shown.
GLYPHS: Mapping[State, str] = {
    State.MET: "█#",
    State.ON_TRACK: "▓=",
    State.OPEN: "▒~",
    State.BEHIND: "░-",
    State.NOT_MET: "▄_",
    State.AWAITING_BASELINE: "?b",
    State.AWAITING_MEASUREMENT: "?m",
    State.AWAITING_ASSESSMENT: "?v",
    State.NOT_STARTED: "·.",
}

WHYS: Mapping[Why, Text] = {
    Why.TOO_FEW: Text(da="nåede ikke antallet", en="too few"),
    Why.NOT_THE_FIRST: Text(da="ikke første gang", en="not the first"),
    Why.COUNTED_EARLIER: Text(da="medregnet i en tidligere periode", en="counted in an earlier period"),
    Why.NOT_STARTED: Text(da="jobbet var ikke begyndt", en="the job had not begun"),
    Why.NOT_ORDINARY: Text(da="ikke et ordinært fritidsjob", en="not an ordinary fritidsjob"),
    Why.TOO_EARLY: Text(da="før de seks måneder var gået", en="before six months had gone"),
    Why.ENDED_BEFORE: Text(da="jobbet var ophørt", en="the job had ended"),
    Why.SUPERSEDED: Text(da="erstattet af en nyere", en="followed by a newer one"),
    Why.TOO_FEW_SEEN: Text(da="der blev talt for få", en="too few counted"),
    Why.ENDED: Text(da="ophørt", en="ended again"),
    Why.LAPSED: Text(da="ingen kontakt i lang tid", en="no contact for a long time"),
    Why.TOO_FEW_PARTICIPANTS: Text(da="for få deltagere", en="too few took part"),
    Why.NOT_EVERY_STAIRWELL: Text(da="ikke alle opgange er med", en="not every stairwell is in"),
    Why.NOT_AFTERWARDS: Text(da="før deltagelsen", en="before taking part"),
}

PARTS: Mapping[str, Text] = {
    "asked": Text(da="adspurgte", en="asked"),
    "answered": Text(da="svar", en="answered"),
    "positive": Text(da="positive svar", en="positive"),
    "series": Text(da="sæsoner", en="seasons"),
}

FINDINGS: Mapping[FindingKind, Text] = {
    FindingKind.LATE_ENTRY: Text(da="registreret sent", en="recorded late"),
    FindingKind.OUTSIDE_PROGRAMME: Text(da="uden for aftaleperioden", en="outside the programme"),
    FindingKind.CLOCK_BEHIND: Text(da="registreret med uret bagud", en="recorded with a slow clock"),
    FindingKind.CLOSED_DAY: Text(da="på en lukkedag", en="on a closed day"),
    FindingKind.OUTSIDE_SEASON: Text(da="uden for den planlagte periode", en="outside the season"),
    FindingKind.MORE_THAN_PLANNED: Text(da="ud over de planlagte møder", en="beyond the meetings planned"),
    FindingKind.FEWER_HEADS_THAN_CAME: Text(
        da="med færre talt end registreret", en="with fewer heads than came"
    ),
    FindingKind.SIX_MONTHS_EARLY: Text(
        da="dateret før de seks måneder", en="dated before six months were up"
    ),
    FindingKind.COMPLETED_WITHOUT_MEETINGS: Text(
        da="gennemført uden møder", en="completed without a meeting"
    ),
    FindingKind.BASELINE_ZERO: Text(da="med et basistal på nul", en="with a baseline of zero"),
    FindingKind.SIX_MONTHS_LATE: Text(
        da="dateret efter de seks måneder", en="dated after six months were up"
    ),
    FindingKind.REVISED_AFTER_EFFECT: Text(
        da="godkendt efter ikrafttræden", en="approved after taking effect"
    ),
    FindingKind.WEIGHT_MOVED_WITHOUT_LBF: Text(
        da="med vægt flyttet uden om Landsbyggefonden", en="moving weight without Landsbyggefonden"
    ),
    FindingKind.STRATEGIC_WITHOUT_LBF: Text(
        da="uden Landsbyggefondens godkendelse", en="without Landsbyggefonden's approval"
    ),
    FindingKind.DELAFTALE_CHANGES_STRATEGIC: Text(
        da="med mere end en delaftale ændret", en="changing more than a delaftale"
    ),
    FindingKind.AFTER_CLOSING: Text(da="om en lukket periode", en="about a closed period"),
    FindingKind.LEVEL_SKIPPED: Text(da="med et niveau sprunget over", en="with a level skipped"),
    FindingKind.HOURS_OVERLAP: Text(da="med timer for de samme dage", en="with hours of the same days"),
    FindingKind.HOURS_OVER_TWO_YEARS: Text(da="med timer fra to år", en="with hours of two years"),
    FindingKind.HOURS_NOT_AGREED: Text(da="med timer uden aftale", en="with hours not agreed"),
    FindingKind.SEEN_BEFORE_RECORDED: Text(da="set før registreringen", en="seen before it was recorded"),
    FindingKind.MIDTERM_WITHOUT_RESIDENTS: Text(
        da="uden beboere i midtvejsevalueringen", en="without residents at midterm"
    ),
    FindingKind.NOT_IN_PLAN: Text(da="uden for den aftale, der gælder", en="not in the agreement in force"),
    FindingKind.NOTIFIED_NOBODY: Text(da="uden nogen underrettet", en="with nobody notified"),
    FindingKind.TOLD_BEFORE_ITS_DAY: Text(da="dateret før den dag, det handler om", en="told before its day"),
    FindingKind.REVISED_NOTHING: Text(da="uden nogen ændring", en="revising nothing"),
    FindingKind.FOLLOWED_NOTHING: Text(da="uden noget at følge op på", en="with nothing followed up"),
    FindingKind.TOLD_TWICE: Text(da="om en dag, der er dækket", en="told twice"),
    FindingKind.NOTIFIED_ITSELF: Text(da="med sig selv underrettet", en="notifying itself"),
    FindingKind.SAME_LEVEL: Text(da="løftet til samme niveau", en="taken up at the same level"),
    FindingKind.MILESTONE_PAST: Text(da="med en frist, der var gået", en="due on a day past"),
    FindingKind.MILESTONE_OUTSIDE: Text(da="med en frist efter aftaleperioden", en="due after the programme"),
    FindingKind.MORE_HOURS_THAN_THE_DAYS_HAVE: Text(
        da="med flere timer, end der er", en="with more hours than the days have"
    ),
    FindingKind.CHOSEN_THE_ONLY_READING: Text(da="uden noget at vælge", en="with nothing to choose"),
}

# Days.
DAYS = Text(da="{count} dage", en="{count} days")
ONE_DAY = Text(da="1 dag", en="1 day")

# What is asked, and as known when.
ON = Text(da="Status pr. {on}, {known}", en="Status for {on}, {known}")
KNOWN_ALL = Text(da="ud fra alt, der er registreret", en="with everything known")
KNOWN_AT = Text(da="ud fra det, der var registreret pr. {known}", en="as known {known}")
KNOWN_AT_ENTRY = Text(
    da="ud fra det, der var registreret til og med post {known}", en="as known at entry {known}"
)
KNOWN_BEFORE = Text(da="før der var registreret noget", en="as known before the first entry")
UP_TO = Text(da="til og med post {position}", en="up to entry {position}")
BEFORE_FIRST = Text(da="før den første post", en="before the first entry")
NO_PLAN = Text(da="Der var endnu ikke vedtaget en plan.", en="No plan was adopted at that time.")
SAMPLE = Text(da="Eksempel: Alt i denne logbog er opdigtet.", en="A sample: all in this logbook is made up.")

# The overview.
CRITERIA = Text(da="{count} kriterier", en="{count} criteria")
OVERVIEW = Text(da="Oversigt ud fra det, der var registreret pr. {known}", en="Overview: as known {known}")
CRITERION = Text(da="kriterium", en="criterion")
VALUE = Text(da="resultat", en="reached")
TARGET = Text(da="mål", en="target")
NOT_BEGUN = Text(da="ikke begyndt", en="not begun")
BY_DAY = Text(da="senest {day}", en="by {day}")
FROM_TO = Text(da="{first} - {last}", en="{first} - {last}")
ASKS_MORE = Text(
    da="+ kriteriet kræver mere end dette tal",
    en="+ the criterion asks for more than this one figure",
)
LOOK_FURTHER = Text(
    da="Alle opgørelser: --readings. Ét kriterium, og hvorfor: --criterion NØGLE.",
    en="All readings: --readings. One criterion, and why: --criterion KEY.",
)

# Statuses.
READING = Text(da="opgørelse", en="reading")
PERIOD = Text(da="periode", en="period")
STATE = Text(da="status", en="state")
REACHED = Text(da="resultat (mål)", en="reached (target)")
YES = Text(da="ja", en="yes")
NO = Text(da="nej", en="no")
DISAGREE = Text(da="≠ opgørelserne giver forskellige svar", en="≠ the readings of the criterion disagree")
AND_MORE = Text(da=", og {count} mere", en=", and {count} more")
FOUND = Text(
    da="Opmærksomhedspunkter: {kinds} (vis dem med »check«)",
    en="Findings: {kinds} («check» lists them)",
)
NO_FINDINGS = Text(da="Ingen opmærksomhedspunkter.", en="No findings.")
SAYS = Text(da="bemærkning", en="what is odd")

# One criterion, and the plan.
DEFAULT = Text(da="(standard)", en="(default)")
RULE = Text(da="Regel", en="Rule")
COUNTED = Text(da="Medregnet", en="Counted")
AMENDED = Text(da="Heraf rettet eller annulleret", en="Of them amended")
RESTS_ON = Text(da="Perioden følger af", en="The period follows from")
MISSING = Text(da="tal mangler", en="figure missing")
DIFFERENT = Text(da="Forskellige", en="Different ones")
LEFT_OUT = Text(da="Ikke medregnet", en="Left out")
MORE = Text(da="… og {count} mere", en="… {count} more")
MORE_LISTED = Text(da="… og {count} mere; --json viser alle", en="… {count} more; --json lists all")
NOTHING = Text(da="intet", en="nothing")
SEE = Text(da="se", en="see")
ALL_OF = Text(da="Alle disse krav:", en="All of this:")
ANY_OF = Text(da="Mindst ét af disse krav:", en="Any of this:")
REACHES = Text(da="nået", en="reached")
FALLS_SHORT = Text(da="ikke nået", en="not reached")
BASELINE = Text(da="basistal", en="baseline")
AGAINST = Text(da="Sammenlignet med", en="Measured against")
ENTRIES = Text(da="poster", en="entries")
ENTRY = Text(da="post", en="entry")
OPEN_QUESTIONS = Text(da="Åbne spørgsmål", en="Open questions")
SOURCES = Text(da="Kilder", en="Sources")
PLACE = Text(da="I aftalen", en="In the agreement")
DATA_SOURCE = Text(da="Data fra", en="Data from")
KEPT_BY = Text(da="Indsamling", en="Kept by")
SAME_AS = Text(da="Samme som", en="Same as")

# Entries.
RECORDED = Text(da="registreret", en="recorded")
DANISH_TIME = Text(da="(dansk tid)", en="(Danish time)")
DAY = Text(da="dag", en="day")
WHAT = Text(da="hvad, af hvem", en="what, by whom")
BY = Text(da="af {who}", en="by {who}")
AMENDED_BY = Text(da=" (rettet af post {position})", en=" (amended by {position})")
EVIDENCE = Text(da="bilag: {documents}", en="evidence: {documents}")
OF_ENTRY = Text(da="post {position} ({reason}), {what}", en="entry {position} ({reason}), {what}")
CORRECTS = Text(da="retter {of}; {changes}", en="corrects {of}; {changes}")
RETRACTS = Text(da="annullerer {of}", en="retracts {of}")
NOW = Text(da="nu {what}", en="now {what}")
AS_FIRST = Text(da="som den først var", en="as it was first")

# Two replays side by side.
BOTH = Text(
    da="Status pr. {on}: det, der var registreret pr. {before} ({up_to_before}), over for det, der var "
    "registreret pr. {after} ({up_to_after})",
    en="Status for {on}, as known {before} ({up_to_before}) and as known {after} ({up_to_after})",
)
SIDE = Text(da="{known}", en="known {known}")
NOT_THERE = Text(da="intet", en="nothing")
OUT_OF = Text(da="{value} af {of}", en="{value} of {of}")
NONE = Text(da="ingen", en="none")
NOT = Text(da="ikke {what}", en="not {what}")
# What is said of a no otherwise than by `NOT`, by the tag of the fact and its field.
NOT_SO: Mapping[tuple[str, str], Text] = {
    ("network-formed", "inclusive"): Text(da="lukket", en="closed"),
    ("network-formed", "outside_course"): Text(da="udsprunget af et forløb", en="out of a course"),
}
NO_ENTRIES = Text(da="Ingen poster svarer til det, der spørges om.", en="No entries are as asked for.")
DIFFERS = Text(da="Forskelle: {count}", en="What differs: {count} statuses")
MADE_IT = Text(da="Poster, der gjorde forskellen: {count}", en="Which entries made the difference: {count}")
BECAUSE_OF_DAYS = Text(da="fordi der er gået tid", en="because days passed")
BECAUSE_OF_ONE = Text(da="på grund af post {positions}", en="because of entry {positions}")
BECAUSE_OF = Text(da="på grund af posterne {positions}", en="because of entries {positions}")
TRY_NEXT = Text(da="Prøv nu", en="Try next")


def state_words(state: State, language: Language) -> str:
    """A state in words.

    >>> from vaerebro_events.projections.judgement import State
    >>> from vaerebro_events.reports.terminal.words import state_words
    >>> state_words(State.NOT_MET, "en")
    'not met'
    """
    return STATES[state].in_(language)
