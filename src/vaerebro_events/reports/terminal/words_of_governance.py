"""The words of the pages about the agreement, follow-up, what is due, and closings; as `words`."""

from collections.abc import Mapping

from vaerebro_events.projections.plan_check import RemarkKind
from vaerebro_events.text import Text

# The agreement on the pages of statuses.
NO_LONGER = Text(da="(ikke længere i aftalen)", en="(no longer in the agreement)")
CHOSEN_BY_BOARD = Text(
    da="(valgt af bestyrelsen {day}, post {position})", en="(chosen by the board on {day}, entry {position})"
)
JUDGED_BY = Text(da="Aftale", en="Agreement")
VERSION = Text(
    da="som revideret i post {position}, gælder fra {day}", en="as revised in entry {position}, from {day} on"
)
OTHERWISE = Text(da="{name} er ændret", en="{name} changed")

# Closed periods on the pages of statuses and entries.
CLOSED_PERIODS = Text(da="Lukkede perioder: {periods}", en="Closed periods: {periods}")
AFTER_CLOSING = Text(da="Kommet til efter lukningen af", en="Came after the closing of")
AFTER_CLOSING_OF = Text(da=" (efter lukningen af {periods})", en=" (after the closing of {periods})")

# The follow-up register.
FOLLOW_UP = Text(
    da="Bestyrelsens opfølgning på {count} kriterier", en="The board's follow-up on {count} criteria"
)
FOLLOW_UP_IN = Text(
    da="Bestyrelsens opfølgning på {count} kriterier i {year}",
    en="The board's follow-up on {count} criteria in {year}",
)
WITHOUT_GAPS = Text(da="{count} uden huller", en="{count} without gaps")
WITH_GAPS = Text(
    da="{count} med huller på mere end {days} dage", en="{count} with gaps of more than {days} days"
)
NEVER_SEEN = Text(da="{count} aldrig set", en="{count} never seen")
BOARD_ALONE = Text(
    da="Kun bestyrelsens møder tæller. For Boligsociale Data opgøres der ikke huller.",
    en="Only the board's meetings count. For Boligsociale Data gaps are not judged.",
)
ALL_CRITERIA = Text(da="alle {count} kriterier", en="all {count} criteria")
FOLLOW_UP_ALL = Text(da="Hvert kriterium for sig: --all.", en="Each criterion by itself: --all.")
OF_AREA = Text(da="Hele området", en="The area as a whole")
MET_ON = Text(da="dag", en="day")
MET = Text(da="hvem", en="who")
SAW = Text(da="hvad", en="what")
SEEN_AT = Text(da="Hvad der blev set, møde for møde", en="What was seen, meeting by meeting")
SEEN_SOME = Text(da="{count} af {all} kriterier", en="{count} of {all} criteria")
SEEN_AS_OF = Text(da="pr. {day}, til og med post {position}", en="as of {day}, up to entry {position}")
SEEN_DATA = Text(da="Boligsociale Data pr. {day}", en="Boligsociale Data of {day}")
NOT_SEEN_KEYS = Text(da="ikke set: {keys}", en="not seen: {keys}")
DECIDED = Text(da="besluttet: {what}", en="decided: {what}")
LAST_SEEN = Text(da="sidst set", en="last seen")
NOT_SEEN_FOR = Text(da="længste hul", en="longest gap")
NEVER = Text(da="aldrig", en="never")
QUARTERS = Text(da="Hvert tegn er et kvartal: {signs}", en="Each sign is a quarter: {signs}")
MONTHLY = Text(da="Hvert tegn er en måned: {signs}", en="Each sign is a month: {signs}")
SIGN_SEEN = Text(da="{sign} set", en="{sign} seen")
SIGN_GAP = Text(da="{sign} i et hul", en="{sign} in a gap")
SIGN_NOT_SEEN = Text(da="{sign} ikke set", en="{sign} not seen")
GAPS = Text(da="Huller i opfølgningen", en="Gaps in the follow-up")
GAP = Text(da="{first} - {last}: {days}", en="{first} - {last}: {days}")
NO_GAPS = Text(da="Ingen huller i opfølgningen.", en="No gaps in the follow-up.")
SOCIAL_DATA = Text(da="Boligsociale Data", en="Boligsociale Data")
SEEN_TIMES = Text(da="Antal gange set: {years}", en="Times seen: {years}")

ONE_CRITERION = Text(da="1 kriterium", en="1 criterion")

# What is due.
OVERDUE = Text(da="Over fristen: {count}", en="Overdue: {count}")
DUE_NOW = Text(da="Frist på vej: {count}", en="Open, with a deadline ahead: {count}")
COMING = Text(da="Kommer inden {day}: {count}", en="Coming by {day}: {count}")
DONE_LATE = Text(da="Gjort for sent: {count}", en="Done late: {count}")
DONE = Text(da="Gjort i tide: {count}", en="Done in time: {count}")
NOTHING_DUE = Text(da="Intet er forfaldent.", en="Nothing is due.")
LAST_DAY = Text(da="frist", en="to be done by")
WHAT_IS_DUE = Text(da="hvad", en="what")
DAYS_OVER = Text(da="{days} over fristen", en="{days} over")
DAYS_LATE = Text(da="{days} for sent", en="{days} late")
IN_DAYS = Text(da="om {days}", en="in {days}")
TODAY = Text(da="i dag", en="today")
FROM_DAY = Text(da="tidligst {day}", en="from {day}")
DONE_LATER = Text(da="gjort senere, {day}, post {position}", en="done later, on {day}, entry {position}")
DONE_ON = Text(da="gjort {day}, post {position}", en="done {day}, entry {position}")
FIRST_HALF = Text(da="1. halvår {year}", en="first half of {year}")
SECOND_HALF = Text(da="2. halvår {year}", en="second half of {year}")
DUE_ALL = Text(da="Hvad der er gjort, og hvad der kommer: --all.", en="What was done, and what comes: --all.")
SIX_MONTHS = Text(
    da="Tjek efter seks måneder i job: {subject}", en="Check after six months in a job: {subject}"
)
BASELINE_DUE = Text(da="Basistal: {subject}", en="Baseline: {subject}")
CONTACT = Text(da="Kontakt med {subject}", en="Contact with {subject}")
ASSESSMENT_DUE = Text(da="Vurdering for {about}: »{subject}«", en="Assessment for {about}: «{subject}»")
SURVEY_DUE = Text(da="Spørgeskema for {about}: »{subject}«", en="Survey for {about}: «{subject}»")
MEASUREMENT_DUE = Text(da="Måling for {about}: »{subject}«", en="Figure for {about}: «{subject}»")
FIRST_ONE = Text(da="første gang {day}, post {position}", en="first on {day}, entry {position}")
MILESTONE_DUE = Text(da="Milepæl: {subject}", en="Milestone: {subject}")
DUTY_DUE = Text(da="{subject}, {about}", en="{subject}, {about}")
MEETINGS_DUE = Text(
    da="Møder i {subject}: {missing} er endnu ikke registreret som holdt eller aflyst",
    en="Meetings of {subject}: {missing} neither held nor cancelled so far",
)
MEETINGS_TOLD = Text(da="Møder i {subject} registreret", en="Meetings of {subject} recorded")
UPLOAD_DUE = Text(
    da="Upload af revisionen {subject} til Landsbyggefondens portal",
    en="Upload of the revision {subject} to Landsbyggefonden's portal",
)

# Milestones.
MILESTONES = Text(da="Milepæle", en="Milestones")
MILESTONE = Text(da="milepæl", en="milestone")
PLANNED = Text(da="planlagt", en="planned")
MOVED_TO = Text(da="{first} → {due}", en="{first} → {due}")
MOVES = Text(da="flyttet {count} gange", en="moved {count} times")
MOVED_ONCE = Text(da="flyttet én gang", en="moved once")
ON_DAY = Text(da="{state} {day}", en="{state} {day}")

# The agreement.
AGREED = Text(da="Aftalen, {known}", en="The agreement, {known}")
ADOPTED = Text(da="Vedtaget", en="Adopted")
REVISED = Text(da="Revideret: {kind} »{revision}«", en="Revised: {kind} «{revision}»")
HOLDS_FROM = Text(da="gælder fra {day}", en="in force from {day}")
IN_FORCE = Text(da="gældende", en="in force")
APPROVED = Text(da="godkendt af bestyrelsen {day}", en="approved by the board on {day}")
UPLOADED = Text(
    da="uploadet til Landsbyggefondens portal {day}", en="uploaded to Landsbyggefonden's portal on {day}"
)
NOT_UPLOADED = Text(da="ikke uploadet", en="not uploaded")
LBF_INVOLVED = Text(da="Landsbyggefonden inddraget {day}", en="Landsbyggefonden involved on {day}")
LBF_APPROVED = Text(da="godkendt af Landsbyggefonden {day}", en="approved by Landsbyggefonden on {day}")
LBF_NOT_APPROVED = Text(da="ikke godkendt af Landsbyggefonden", en="not approved by Landsbyggefonden")
NOTHING_CHANGED = Text(da="intet er ændret", en="nothing is changed")
BETWEEN = Text(
    da="Ændringer fra post {before} til post {after}: {count}",
    en="Changes from entry {before} to entry {after}: {count}",
)
AGREEMENT = Text(da="Aftalens versioner: {count}", en="Versions of the agreement: {count}")
MONEY = Text(da="Penge, i t.kr.", en="Money, in thousand DKK")
AREA = Text(da="indsatsområde", en="area")
LBF = Text(da="LBF", en="LBF")
LOCAL = Text(da="lokalt", en="local")
TOTAL = Text(da="i alt", en="total")
ALL_AREAS = Text(da="områderne tilsammen", en="the areas together")
WHOLE_PROGRAMME = Text(da="hele indsatsen", en="the whole programme")
CHOICES = Text(da="Opgørelser, som bestyrelsen har valgt", en="Readings that the board has chosen")
NO_CHOICES = Text(da="Bestyrelsen har ikke valgt nogen opgørelse.", en="The board has chosen no reading.")
CHOICE = Text(da="{reading}: {day}, post {position}", en="{reading}: {day}, entry {position}")
HOURS = Text(da="Timer pr. år: medfinansieret (aftalt)", en="Hours by year: co-financed (agreed)")
NO_HOURS = Text(da="-", en="-")
TOTAL_AGREED = Text(da="i alt, hvor timerne er aftalt", en="total, where the hours are agreed")
NOT_SAID = Text(
    da="Uden parentes: Aftalen siger ikke, hvor mange timer.",
    en="Without brackets: the agreement does not say how many hours.",
)
PARTY = Text(da="part, aktivitet", en="party, activity")
SO_FAR = Text(
    da="Af et år, der ikke er omme, er det aftalte til dato vist.",
    en="Of a year that is not over, what is agreed to date is shown.",
)

# What does not add up, and what looks odd.
PLAN_CHECK = Text(da="Bemærkninger til planen: {count}", en="Remarks on the plan: {count}")
PLAN_ADDS_UP = Text(da="Alt i planen stemmer.", en="All in the plan adds up.")
LOG_CHECK = Text(da="Opmærksomhedspunkter i logbogen: {count}", en="Findings in the log: {count}")
MORE_OF_KIND = Text(
    da="… og {count} mere af samme slags; --all viser alle", en="… {count} more of this kind; --all lists all"
)
KIND = Text(da="hvad", en="what")
COUNT = Text(da="antal", en="how many")
WHICH = Text(da="poster", en="entries")
MORE_ALL = Text(da="… og {count} mere", en="… {count} more")
CHECK_ALL = Text(da="Alt, post for post: --all.", en="All of it, entry by entry: --all.")

REMARKS: Mapping[RemarkKind, Text] = {
    RemarkKind.MONEY: Text(da="Penge", en="Money"),
    RemarkKind.POST: Text(da="Stillinger", en="Posts"),
    RemarkKind.BASELINE: Text(da="Basistal", en="Baselines"),
    RemarkKind.COFINANCING: Text(da="Medfinansierede timer", en="Co-financed hours"),
    RemarkKind.OPEN_QUESTION: Text(da="Åbne spørgsmål", en="Open questions"),
    RemarkKind.READING_NOT_CHOSEN: Text(
        da="Flere opgørelser, ingen valgt", en="Several readings, none chosen"
    ),
    RemarkKind.READING_GONE: Text(da="Valgte opgørelser, der er udgået", en="Chosen readings that are gone"),
    RemarkKind.RESTATED: Text(da="Gentagelser, der afviger", en="Restatements that differ"),
}

# Closing a period, and what came of it since.
CLOSED = Text(
    da="Perioden {period} er lukket med post {position} ud fra det, der var registreret til og med "
    "post {known}.",
    en="The period {period} is closed in entry {position}, as known at entry {known}.",
)
TO_CLOSE = Text(
    da="Perioden {period}, der sluttede {day}, ud fra det, der er registreret til og med post {known}.",
    en="The period {period}, which ended on {day}, as known at entry {known}.",
)
CLOSED_BY = Text(
    da="Aftalen i post {plan}, logbogsprogrammets version {library}.",
    en="By the agreement of entry {plan} and version {library} of the logbook program.",
)
ROWS = Text(da="{count} opgørelser", en="{count} rows")
WAS_CLOSED = Text(
    da="Perioden {period}, lukket {day} i post {position} ud fra det, der var registreret til og med "
    "post {known}",
    en="The period {period}, closed on {day} in entry {position}, as known at entry {known}",
)
UNCHANGED = Text(da="Uændrede opgørelser: {count}", en="Rows that are as reported: {count}")
RESTATED = Text(
    da="Opgørelser, der ville blive indberettet anderledes nu: {count}",
    en="Rows that would be reported otherwise now: {count}",
)
REVISED_BY = Text(
    da="fordi aftalen er revideret (post {positions})",
    en="because the agreement was revised (entry {positions})",
)
CHOSEN_BY = Text(
    da="fordi bestyrelsen har valgt en opgørelse (post {positions})",
    en="because the board chose a reading (entry {positions})",
)
NEWER_LIBRARY = Text(da="fordi logbogsprogrammet er nyere", en="because the logbook program is newer")
NO_FIGURE = Text(da="intet tal {figures}, {state}", en="no figure {figures}, {state}")
REPORTED = Text(da="Indberettet", en="Reported")
NOT_REPORTED = Text(da="ikke indberettet", en="not reported")
NOT_JUDGED = Text(da="opgøres ikke længere", en="no longer judged")
