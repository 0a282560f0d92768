"""The words of an attendance list, in both languages: labels, marks, and what is said of what is wrong."""

import re
from collections.abc import Mapping
from enum import Enum, auto

from vaerebro_events.domain.participants import ParticipantKind
from vaerebro_events.forms.words import choice_name, field_name
from vaerebro_events.tables.sheets_of_facts import plainly
from vaerebro_events.text import Text


class Label(Enum):
    """What the cells beside a label are."""

    TITLE = Text(da="Fremmødeliste", en="Attendance list")
    ACTIVITY = field_name("activity")
    SEASON = field_name("series")
    WHO = field_name("who")
    NUMBER = field_name("meeting")
    DAY = field_name("occurred_on")
    HEADS = field_name("heads")
    VULNERABLE = field_name("vulnerable")
    CANCELLED = Text(da="Aflyst", en="Cancelled")
    TOTAL = Text(da="I alt", en="Total")

    @property
    def is_head(self) -> bool:
        """Whether it stands above the list, once, and not in a row of it."""
        return self in (Label.TITLE, Label.ACTIVITY, Label.SEASON, Label.WHO, Label.NUMBER, Label.DAY)


_ALSO: Mapping[Label, tuple[str, ...]] = {
    Label.NUMBER: ("møde", "meeting"),
    Label.DAY: ("dato", "date"),
    Label.HEADS: ("antal fremmødte",),
    Label.CANCELLED: ("canceled",),
}
_TOTAL = re.compile(r"(i alt|ialt|total|sum|antal|number of)(\W.*)?|.*\W(i alt|ialt|total)")


def _plain(cell: object) -> str:
    return plainly(cell).rstrip(".")


_LABELS: Mapping[str, Label] = {
    _plain(word): label for label in Label for word in (label.value.da, label.value.en, *_ALSO.get(label, ()))
}


def label_of(cell: object) -> Label | None:
    """What a cell says that it labels; a title may have more words after it.

    >>> from vaerebro_events.tables.attendance_words import label_of
    >>> label_of("SÆSON: ").name, label_of("Fremmødeliste, foråret 2021").name, label_of("f-017")
    ('SEASON', 'TITLE', None)
    >>> label_of("Antal familier").name
    'TOTAL'
    """
    plain = _plain(cell)
    title = (_plain(Label.TITLE.value.da), _plain(Label.TITLE.value.en))
    if plain.startswith(title):
        return Label.TITLE
    return _LABELS.get(plain) or (Label.TOTAL if _TOTAL.fullmatch(plain) else None)


class Mark(Enum):
    """What a mark says of somebody and a meeting."""

    CAME = auto()
    NEW = auto()
    NOT = auto()


_MARKS: Mapping[str, Mark] = {
    **dict.fromkeys(("x", "1", "ja", "yes", "✓", "✔", "true", "sand"), Mark.CAME),
    **dict.fromkeys(("ny", "new"), Mark.NEW),
    **dict.fromkeys(("", "0", "nej", "no", "-", "\N{EN DASH}", "\N{EM DASH}", "false", "falsk"), Mark.NOT),
}


def mark_of(cell: object) -> Mark | None:
    """What a cell says as a mark; nothing, where it is none.

    >>> from vaerebro_events.tables.attendance_words import mark_of
    >>> mark_of("X").name, mark_of(True).name, mark_of("Ny").name, mark_of(None).name, mark_of("måske")
    ('CAME', 'CAME', 'NEW', 'NOT', None)
    """
    return Mark.NOT if cell is None else _MARKS.get(str(cell).strip().casefold())


_NUMBERED = re.compile(r"(?:(?:møde|meeting)(?: nr\.?| no\.?)? ?|nr\.? ?|no\.? ?)?([0-9]{1,6})\.?")


def number_of(cell: object) -> int | None:
    """The number of a meeting: 5, «5.» or «Møde 5».

    >>> from vaerebro_events.tables.attendance_words import number_of
    >>> number_of(5), number_of("5."), number_of("Møde nr. 5"), number_of("I alt")
    (5, 5, 5, None)
    """
    if isinstance(cell, bool):
        return None
    found = _NUMBERED.fullmatch(plainly(str(cell)))
    return None if found is None else int(found[1])


_WHO: Mapping[str, ParticipantKind] = {
    **{
        word: kind
        for kind in ParticipantKind
        for word in (kind.value, choice_name(kind).da.casefold(), choice_name(kind).en.casefold())
    },
    **dict.fromkeys(("familier", "families"), ParticipantKind.FAMILY),
    **dict.fromkeys(("beboere", "residents"), ParticipantKind.RESIDENT),
    **dict.fromkeys(("unge", "youths", "young people"), ParticipantKind.YOUTH),
}


def kind_of(cell: object) -> ParticipantKind | None:
    """Who the rows of a list are; families, where it does not say.

    >>> from vaerebro_events.tables.attendance_words import kind_of
    >>> kind_of("Unge").value, kind_of(None).value, kind_of("hunde")
    ('youth', 'family', None)
    """
    return ParticipantKind.FAMILY if cell is None else _WHO.get(_plain(cell))


NO_LABEL = Text(
    da="»{label}« mangler over listen: skriv det i en celle med værdien til højre for.",
    en="«{label}» is missing above the list: write it in a cell, with its value to the right.",
)
NO_VALUE = Text(
    da="Til højre for »{label}« står der ikke noget: skriv det der.",
    en="There is nothing to the right of «{label}»: write it there.",
)
NO_SUCH_WHO = Text(
    da="»{given}« er ikke deltagere: skriv familier, beboere eller unge.",
    en="«{given}» are no participants: write families, residents or youths.",
)
NO_MARK = Text(
    da="»{given}« er ikke et kryds: skriv x, hvis de kom, ny, hvis de er nye, eller lad cellen stå tom.",
    en="«{given}» is no mark: write x for came, new for came and is new, or leave the cell empty.",
)
MERGED = Text(
    da="Krydset er flettet over flere celler: ophæv fletningen, og skriv et i hver, der gælder.",
    en="The mark is merged over several cells: unmerge them, and write one in each that it holds for.",
)
TOTAL_ROW = Text(
    da="Række {row} (»{name}«) er en sum og er ikke læst.",
    en="Row {row} («{name}») is a total, and was not read.",
)
TOTAL_COLUMN = Text(
    da="Kolonne {column} (»{name}«) er en sum og er ikke læst.",
    en="Column {column} («{name}») is a total, and was not read.",
)
NO_DAY = Text(
    da="Kolonne {column} er udfyldt, men mødet har ingen dag: skriv dagen i rækken »{label}«.",
    en="Column {column} is filled in, and the meeting has no day: write it in the row «{label}».",
)
NO_NUMBER = Text(
    da="Kolonne {column} er udfyldt, men har ikke noget mødenummer: skriv det, eller fjern kolonnen "
    "(»I alt« bliver ikke læst).",
    en="Column {column} is filled in, and has no meeting's number: write it, or take the column out "
    "(«Total» is not read).",
)
NOBODY = Text(
    da="Rækken har krydser, men ingen reference forrest: skriv den, eller slet krydserne.",
    en="The row has marks and begins with no reference: write it, or delete the marks.",
)
NEW_AGAIN = Text(
    da="»{given}« er ny for anden gang i rækken: skriv x her.",
    en="«{given}» is new for the second time in the row: write x here.",
)
CANCELLED_AND_HELD = Text(
    da="Mødet er aflyst, men der er også krydser eller fremmødte: slet det ene.",
    en="The meeting is cancelled, and there are marks or heads too: delete one of them.",
)
NO_HEADS = Text(
    da="Der er nogle i udsat position, men ingen fremmødte: skriv, hvor mange der kom.",
    en="There are some in a vulnerable position, and no heads: write how many came.",
)
SAME_NUMBER = Text(
    da="Møde {number} står også i kolonne {other}: ret det ene nummer.",
    en="Meeting {number} stands in column {other} as well: mend one of the numbers.",
)
AGAIN = Text(
    da="»{label}« står her for anden gang: en fremmødeliste til skal have sit eget ark.",
    en="«{label}» stands here for the second time: another attendance list needs a sheet of its own.",
)


def said(text: Text, **told: Text | object) -> Text:
    """A sentence of this list, filled in."""
    return Text.each(
        lambda language: text.in_(language).format(
            **{name: each.in_(language) if isinstance(each, Text) else each for name, each in told.items()}
        )
    )
