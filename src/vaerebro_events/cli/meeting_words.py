"""What the receipt of a meeting says, in both languages."""

from collections.abc import Mapping

from vaerebro_events.cli.evening import ALIAS
from vaerebro_events.domain.participants import ParticipantKind
from vaerebro_events.text import Text

# One, and several.
KINDS: Mapping[str, tuple[Text, Text]] = {
    ParticipantKind.FAMILY: (Text(da="familie", en="family"), Text(da="familier", en="families")),
    ParticipantKind.RESIDENT: (Text(da="beboer", en="resident"), Text(da="beboere", en="residents")),
    ParticipantKind.YOUTH: (Text(da="ung", en="youth"), Text(da="unge", en="youths")),
    ALIAS: (
        Text(da="gæst uden registrering", en="visitor by alias"),
        Text(da="gæster uden registrering", en="visitors by alias"),
    ),
}
A_MEETING = Text(
    da="Møde {number} af {activity}, {series}, {day}", en="Meeting {number} of {activity}, {series}, {day}"
)
AN_EVENT = Text(
    da="Arrangement {number} i {activity}, {series}, {day}",
    en="Event {number} of {activity}, {series}, {day}",
)
CANCELLED = Text(da="aflyst", en="cancelled")
HELD = Text(da="holdt", en="held")
NEW = (
    Text(da="{count} ny: {who}", en="{count} new: {who}"),
    Text(da="{count} nye: {who}", en="{count} new: {who}"),
)
HEADS = (Text(da="{count} fremmødt", en="{count} head"), Text(da="{count} fremmødte", en="{count} heads"))
VULNERABLE = Text(da="heraf {count} i udsat position", en="{count} of them in a vulnerable position")
ENTRIES = (
    Text(da="Post {positions}.", en="Entry {positions}."),
    Text(da="Post {positions}.", en="Entries {positions}."),
)
NOTHING_NEW = Text(
    da="intet nyt, alt dette er registreret i forvejen.", en="nothing new, all this is recorded already."
)
THERE = Text(da="Registreret i forvejen: {who}.", en="Recorded already: {who}.")
MET = Text(
    da="De nye er registreret i forvejen: {who}. Er der flere nye, så skriv dem med reference: +{next}.",
    en="The newcomers are recorded already: {who}. Are there more, name them by reference: +{next}.",
)
UNREGISTERED = Text(
    da="Ikke registreret ({kind}): {who}. Skriv {new}, hvis det er nogen ny.{near}",
    en="Not registered ({kind}): {who}. Write {new} for somebody new.{near}",
)
NEAR = Text(da=" Eller mente du {near}?", en=" Or did you mean {near}?")
SEASONS = Text(da=" Planlagte sæsoner: {seasons}.", en=" Seasons planned: {seasons}.")
NO_SEASON = Text(
    da=" Et arrangement uden sæson skal have --place og --led-by.",
    en=" An event without a season needs --place and --led-by.",
)
CANCELLED_TOO = Text(
    da="Mødet er også registreret som aflyst samme dag, i post {position}.",
    en="The meeting is recorded as cancelled on that day, too, in entry {position}.",
)
BESIDE_A_SEASON = Text(
    da="{series} er en planlagt sæson: dette er et arrangement ved siden af dens møder.",
    en="{series} is a planned season: this is an event beside its meetings.",
)
CANCELLED_ALONE = Text(
    da="Et aflyst møde har ingen deltagere, fremmødte eller sted: udelad --cancelled eller resten.",
    en="A cancelled meeting has nobody who came, no heads and no place: leave out --cancelled or the rest.",
)
BOTH = Text(
    da="Et arrangement skal have både --place og --led-by.", en="An event needs both --place and --led-by."
)
NEEDED = Text(da="det skal oplyses", en="it must be given")
HEADS_FIRST = Text(da="--vulnerable kræver --heads.", en="--vulnerable needs --heads.")
