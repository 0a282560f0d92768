"""What facts, fields and codes are called, in both languages. A new field or code: one line here."""

from collections.abc import Mapping
from enum import StrEnum

from vaerebro_events.domain.fact import Fact
from vaerebro_events.text import Text

# `occurred_on` is the day of the envelope, beside the fields of the fact.
FIELDS: Mapping[str, Text] = {
    "occurred_on": Text(da="Dag", en="Day"),
    "activity": Text(da="Aktivitet", en="Activity"),
    "alias": Text(da="Kaldenavn", en="Alias"),
    "amends": Text(da="Retter post", en="Amends entry"),
    "answered": Text(da="Besvarelser", en="Answered"),
    "about": Text(da="Om", en="About"),
    "as_known": Text(da="Registreret til og med post", en="As known at entry"),
    "as_of": Text(da="Status pr.", en="As of"),
    "asked": Text(da="Adspurgte", en="Asked"),
    "barrier": Text(da="Barriere", en="Barrier"),
    "benchmark": Text(da="Benchmark", en="Benchmark"),
    "block": Text(da="Blok", en="Block"),
    "body": Text(da="Gruppe", en="Body"),
    "by": Text(da="Underrettet af", en="Notified by"),
    "change": Text(da="Ændring", en="Change"),
    "checked_on": Text(da="Tjekket den", en="Checked on"),
    "criteria": Text(da="Kriterier", en="Criteria"),
    "criterion": Text(da="Kriterium", en="Criterion"),
    "decided": Text(da="Besluttet", en="Decided"),
    "disagreement": Text(da="Uenighed", en="Disagreement"),
    "due": Text(da="Frist", en="Due"),
    "employer": Text(da="Arbejdsgiver", en="Employer"),
    "fact": Text(da="Rettet hændelse", en="Corrected fact"),
    "family": Text(da="Familie", en="Family"),
    "figure": Text(da="Tal", en="Figure"),
    "first_day": Text(da="Første dag", en="First day"),
    "form": Text(da="Form", en="Form"),
    "group": Text(da="Målgruppe", en="Target group"),
    "heads": Text(da="Fremmødte", en="Heads"),
    "holds_from": Text(da="Gælder fra", en="Holds from"),
    "hours": Text(da="Timer", en="Hours"),
    "inclusive": Text(da="Åbent for alle", en="Inclusive"),
    "indicator": Text(da="Indikator", en="Indicator"),
    "initiative": Text(da="Initiativ", en="Initiative"),
    "job": Text(da="Job", en="Job"),
    "kind": Text(da="Slags", en="Kind"),
    "last_day": Text(da="Sidste dag", en="Last day"),
    "lbf_approved_on": Text(da="Godkendt af LBF", en="Approved by LBF"),
    "lbf_involved_on": Text(da="LBF inddraget", en="LBF involved"),
    "led_by": Text(da="Holdt af", en="Led by"),
    "level": Text(da="Niveau", en="Level"),
    "library": Text(da="Logbogsprogrammets version", en="Version of the logbook program"),
    "meeting": Text(da="Møde nr.", en="Meeting no."),
    "meetings": Text(da="Antal møder", en="Meetings"),
    "milestone": Text(da="Milepæl", en="Milestone"),
    "network": Text(da="Netværk", en="Network"),
    "notified": Text(da="Underrettede", en="Notified"),
    "ordinary": Text(da="Ordinært", en="Ordinary"),
    "organisation": Text(da="Organisering", en="Organisation"),
    "outside_course": Text(da="Uden for forløb", en="Outside course"),
    "partner": Text(da="Samarbejdspartner", en="Partner"),
    "party": Text(da="Part", en="Party"),
    "percent": Text(da="Procent", en="Per cent"),
    "period": Text(da="Periode", en="Period"),
    "piece": Text(da="Udsendelse", en="Piece"),
    "place": Text(da="Sted", en="Place"),
    "plan": Text(da="Plan", en="Plan"),
    "plan_entry": Text(da="Planens post", en="Plan entry"),
    "positive": Text(da="Positive", en="Positive"),
    "presented_on": Text(da="Fremlagt den", en="Presented on"),
    "reading": Text(da="Opgørelse", en="Reading"),
    "reason": Text(da="Årsag", en="Reason"),
    "report": Text(da="Rapport", en="Report"),
    "resident": Text(da="Beboer", en="Resident"),
    "residents": Text(da="Antal beboere", en="Residents"),
    "revision": Text(da="Revision", en="Revision"),
    "seed": Text(da="Frø", en="Seed"),
    "sent_on": Text(da="Sendt den", en="Sent on"),
    "series": Text(da="Sæson", en="Season"),
    "social_data_of": Text(da="Boligsociale Data pr.", en="Boligsociale Data of"),
    "stairwells": Text(da="Opgange", en="Stairwells"),
    "statuses": Text(da="Statusser", en="Statuses"),
    "together_with": Text(da="Sammen med", en="Together with"),
    "volunteer": Text(da="Frivillig", en="Volunteer"),
    "vulnerable": Text(da="I udsat position", en="In a vulnerable position"),
    "who": Text(da="Hvem", en="Who"),
    "youth": Text(da="Ung", en="Youth"),
}

# Where a fact says something of its own by a name that others have, too; by its tag and the field.
OWN: Mapping[tuple[str, str], Text] = {
    ("event-held", "series"): Text(da="Arrangement", en="Event"),
    ("event-held", "meeting"): Text(da="Gang nr.", en="Time no."),
    ("follow-up-made", "body"): Text(da="Hvem fulgte op", en="Who followed up"),
    ("assessment-made", "positive"): Text(da="Positiv", en="Positive"),
}

# What fields were called before: files made then are read as well.
FORMER: Mapping[str, Text] = {
    "as_known": Text(da="Kendt til og med post", en="As known at entry"),
}

# The codes, by the name of their kind.
CHOICES: Mapping[str, Mapping[str, Text]] = {
    "About": {
        "contact": Text(da="kontakt", en="contact"),
        "sparring": Text(da="sparring", en="sparring"),
        "training": Text(da="uddannelse", en="training"),
    },
    "AgreementKind": {
        "delaftale": Text(da="delaftale", en="delaftale"),
        "strategic": Text(da="strategisk aftale", en="strategic agreement"),
    },
    "BarrierKind": {
        "staff": Text(da="bemanding", en="staff"),
        "premises": Text(da="lokaler", en="premises"),
        "recruitment": Text(da="rekruttering", en="recruitment"),
        "partner": Text(da="samarbejdspartner", en="partner"),
        "funding": Text(da="finansiering", en="funding"),
        "restrictions": Text(da="restriktioner", en="restrictions"),
        "other": Text(da="andet", en="other"),
    },
    "BodyKind": {
        "group": Text(da="gruppe", en="group"),
        "channel": Text(da="kanal", en="channel"),
        "working-group": Text(da="arbejdsgruppe", en="working group"),
        "committee": Text(da="udvalg", en="committee"),
    },
    "Change": {
        "staff": Text(da="bemanding", en="staff"),
        "organisation": Text(da="organisation", en="organisation"),
        "budget": Text(da="budget", en="budget"),
        "activity": Text(da="aktivitet", en="activity"),
        "other": Text(da="andet", en="other"),
    },
    "Decided": {
        "noted": Text(da="taget til efterretning", en="noted"),
        "see-again": Text(da="ses igen", en="to be seen again"),
        "act": Text(da="der handles", en="to act"),
        "revise": Text(da="aftalen revideres", en="to revise the agreement"),
        "choose-reading": Text(da="der vælges opgørelse", en="to choose a reading"),
    },
    "EvaluationKind": {
        "yearly": Text(da="årlig", en="yearly"),
        "midterm": Text(da="midtvejs", en="midterm"),
    },
    "FollowUpBody": {
        "board": Text(da="bestyrelsen", en="the board"),
        "partnership": Text(da="partnerskabet", en="the partnership"),
        "follow-up-group": Text(da="en følgegruppe", en="a follow-up group"),
    },
    "Guidance": {
        "getting": Text(da="at få job", en="getting a job"),
        "keeping": Text(da="at beholde job", en="keeping a job"),
    },
    "LedBy": {
        "staff": Text(da="medarbejdere", en="staff"),
        "volunteers": Text(da="frivillige", en="volunteers"),
        "residents": Text(da="beboere", en="residents"),
        "youths": Text(da="unge", en="youths"),
        "network": Text(da="et netværk", en="a network"),
    },
    "Level": {
        "those-involved": Text(da="de involverede", en="those involved"),
        "nearest-managers": Text(da="nærmeste ledere", en="the nearest managers"),
        "board": Text(da="bestyrelsen", en="the board"),
    },
    "OrganisationForm": {
        "block-council": Text(da="blokråd", en="block council"),
        "stairwell-representatives": Text(da="opgangsrepræsentanter", en="stairwell representatives"),
        "other": Text(da="andet", en="other"),
    },
    "ParticipantKind": {
        "family": Text(da="familie", en="family"),
        "youth": Text(da="ung", en="youth"),
        "resident": Text(da="beboer", en="resident"),
    },
    "PartnerKind": {
        "enterprise": Text(da="virksomhed", en="enterprise"),
        "club": Text(da="forening", en="club"),
        "school": Text(da="skole", en="school"),
        "day-care": Text(da="daginstitution", en="day care"),
        "library": Text(da="bibliotek", en="library"),
        "authority": Text(da="myndighed", en="authority"),
        "other": Text(da="andet", en="other"),
    },
    "Reason": {
        "slip": Text(da="tastefejl", en="slip"),
        "late-information": Text(da="sen oplysning", en="late information"),
        "duplicate": Text(da="dublet", en="duplicate"),
        "wrong-person": Text(da="forkert person", en="wrong person"),
        "wrong-day": Text(da="forkert dag", en="wrong day"),
        "wrong-figure": Text(da="forkert tal", en="wrong figure"),
        "did-not-happen": Text(da="fandt ikke sted", en="did not happen"),
        "wrongly-amended": Text(da="rettet ved en fejl", en="wrongly amended"),
    },
}


def _same(text: str) -> Text:
    return Text(da=text, en=text)


def fact_name(kind: type[Fact]) -> Text:
    """What a kind of fact is called; of an application's own without a title, its tag in words.

    >>> from vaerebro_events import FamilyAttended
    >>> from vaerebro_events.forms.words import fact_name
    >>> fact_name(FamilyAttended).da
    'Familie deltog'
    """
    return kind.title or _same(kind.tag.replace("-", " ").capitalize())


def field_name(name: str, kind: type[Fact] | None = None) -> Text:
    """What a field is called, by its name in the fact; of a kind of fact, as that one says it.

    >>> from vaerebro_events import EventHeld
    >>> from vaerebro_events.forms.words import field_name
    >>> field_name("series").da, field_name("series", EventHeld).da
    ('Sæson', 'Arrangement')
    """
    own = None if kind is None else OWN.get((kind.tag, name))
    return own or FIELDS.get(name) or _same(name.replace("_", " ").capitalize())


def field_names(name: str, kind: type[Fact]) -> tuple[Text, ...]:
    """All that a field of a kind of fact may be called: as it says it, as others do, and as it once was."""
    names = field_name(name, kind), field_name(name)
    return (*dict.fromkeys(names), *(FORMER[known] for known in (name,) if known in FORMER))


def choice_name(choice: StrEnum) -> Text:
    """What a code is called.

    >>> from vaerebro_events import Reason
    >>> from vaerebro_events.forms.words import choice_name
    >>> choice_name(Reason.WRONG_DAY).da
    'forkert dag'
    """
    return CHOICES.get(type(choice).__name__, {}).get(choice.value) or _same(choice.value)
