"""What a template says: in its guide, on the attendance list, and beside a cell that is being filled in."""

from collections.abc import Mapping

from vaerebro_events.forms.fields import FieldKind
from vaerebro_events.forms.reading import A_DAY, A_WHOLE, AN_EXACT, YES_OR_NO
from vaerebro_events.text import Text

PLAN = "Plan: {name}"  # as import looks for it, in both languages

# The guide, top to bottom: a heading, or what stands in the first column and the second.
TITLE = Text(da="Regneark til logbogen", en="Workbook for the logbook")
HOW = Text(da="Sådan gør du", en="What to do")
STEPS: tuple[tuple[Text, Text], ...] = (
    (
        Text(da="1. Udfyld", en="1. Fill in"),
        Text(
            da="De ark, du har brug for; lad resten stå tomme. Én række er én hændelse.",
            en="The sheets you need; leave the others empty. One row is one fact.",
        ),
    ),
    (
        Text(da="Fremmødelisten", en="The attendance list"),
        Text(
            da="Til en hel sæson: dagen øverst i kolonnen og et kryds for hver, der kom. Flere sæsoner: "
            "kopiér arket.",
            en="For a whole season: the day above the column, and an x for each who came. More seasons: "
            "copy the sheet.",
        ),
    ),
    (
        Text(da="2. Gem, og prøv", en="2. Save, and try"),
        Text(
            da="vaerebro import LOGBOG {file} --dry-run viser alle fejl på én gang og registrerer intet.",
            en="vaerebro import LOGBOOK {file} --dry-run shows all errors at once, and records nothing.",
        ),
    ),
    (
        Text(da="3. Registrér", en="3. Record"),
        Text(
            da="vaerebro import LOGBOG {file}. Samme fil to gange registrerer intet to gange.",
            en="vaerebro import LOGBOOK {file}. The same file twice records nothing twice.",
        ),
    ),
)
WRITING = Text(da="Sådan skriver du", en="How to write")
HOW_TO_WRITE: tuple[tuple[Text, Text], ...] = (
    (
        Text(da="Kolonner med *", en="Columns with *"),
        Text(
            da="De skal udfyldes i hver række; de andre kan stå tomme.",
            en="They must be filled in on each row; the others may stay empty.",
        ),
    ),
    (
        Text(da="Dage", en="Days"),
        Text(da="4.3.2021, 4. marts 2021 eller 2021-03-04", en="2021-03-04, 4.3.2021 or 4 March 2021"),
    ),
    (
        Text(da="Tal", en="Numbers"),
        Text(da="31 eller 77,97, uden enhed", en="31 or 77.97, without a unit"),
    ),
    (Text(da="Ja og nej", en="Yes and no"), Text(da="ja eller nej", en="yes or no")),
    (
        Text(da="Lister", en="Lists"),
        Text(
            da="Vælg i cellen; alt, der kan vælges, står på arket »Lister«. Flere ad gangen skrives med "
            "komma imellem.",
            en="Choose in the cell; all there is to choose stands on the sheet “Lists”. Several are "
            "written with commas between.",
        ),
    ),
    (
        Text(da="Referencer", en="References"),
        Text(
            da="Projektets egne, såsom f-017: bogstaver, tal og . - _ : uden mellemrum",
            en="The project's own, such as f-017: letters, digits and . - _ : without blanks",
        ),
    ),
    (
        Text(da="Nr.", en="Row id"),
        Text(
            da="Kan stå tomt. Rækkens eget nummer, så den kan kendes igen, hvis den rettes.",
            en="May stay empty. The row's own name, so that it is known again if it is changed.",
        ),
    ),
)
NOT_HERE = Text(da="Det hører ikke til her", en="What does not belong here")
NO_NAMES = Text(
    da="Navne, CPR-numre, adresser, telefonnumre og tekst om den enkelte. Hvem en reference er, står et "
    "andet sted, som I har aftalt.",
    en="Names, CPR numbers, addresses, telephone numbers, and text about a person. Who a reference is, is "
    "kept elsewhere, as you have agreed.",
)
SHEETS = Text(da="Arkene", en="The sheets")
TO_FILL_IN = Text(da="Skal udfyldes: {names}", en="To be filled in: {names}")
FOR_A_SEASON = Text(da="Hvem der kom til hvilke møder: {season}", en="Who came to which meetings: {season}")
A_SEASON = Text(da="til en sæson, du selv vælger", en="of a season that you choose")
LEFT_OUT = Text(da="Ikke i regnearket", en="Not in the workbook")
WITHOUT_A_SHEET = Text(
    da="Den rummer mere, end der kan stå i et ark: se »vaerebro record LOGBOG {tag} --help«.",
    en="It holds more than a sheet can: see «vaerebro record LOGBOOK {tag} --help».",
)

# The attendance list.
SHORT = Text(da="Fremmøde {series}", en="Attendance {series}")
WHO_CAME: Mapping[str, Text] = {
    "family": Text(da="familier", en="families"),
    "resident": Text(da="beboere", en="residents"),
    "youth": Text(da="unge", en="youths"),
}
MARKS = Text(
    da="x: kom. ny: kom og registreres den dag. Tomt felt: kom ikke.",
    en="x: came. new: came and is registered that day. Empty: did not come.",
)
REFERENCES: Mapping[str, str] = {"family": "FamilyRef", "resident": "ResidentRef", "youth": "YouthRef"}

# Beside a cell.
REQUIRED = Text(da="Skal udfyldes", en="Required")
OPTIONAL = Text(da="Kan stå tomt", en="May stay empty")
EXAMPLES: Mapping[str, str] = {
    "YouthRef": "y-001",
    "ResidentRef": "r-001",
    "SeriesRef": "2021-forår",
    "JobRef": "j-001",
    "EmployerRef": "e-01",
    "NetworkRef": "madklubben",
    "PartnerRef": "biblioteket",
    "MilestoneRef": "m-1",
}
EXAMPLE = "f-017"
A_REFERENCE = Text(
    da="projektets egen reference, såsom {example}; ikke et navn",
    en="the project's own reference, such as {example}; not a name",
)
FROM_THE_LIST = Text(da="vælg fra listen", en="choose from the list")
SEVERAL = Text(
    da="flere skrives med komma imellem; se arket »Lister«",
    en="several are written with commas between; see the sheet “Lists”",
)
ROW_ID = Text(
    da="rækkens eget nummer, hvis du vil give den et", en="the row's own name, if you like to give it one"
)
HINTS: Mapping[FieldKind, Text] = {
    FieldKind.REFERENCE: A_REFERENCE,
    FieldKind.KEY: FROM_THE_LIST,
    FieldKind.CHOICE: FROM_THE_LIST,
    FieldKind.WHOLE: A_WHOLE,
    FieldKind.EXACT: AN_EXACT,
    FieldKind.YES_NO: YES_OR_NO,
    FieldKind.DAY: A_DAY,
    FieldKind.TEXT: Text(da="en kort tekst", en="a short text"),
}
YES_NO = (Text(da="ja", en="yes"), Text(da="nej", en="no"))
NOT_ON_THE_LIST = Text(da="Vælg en fra listen", en="Choose one from the list")
