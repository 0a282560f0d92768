"""What errors say of other things: their Danish names, what there is, and what others' errors mean."""

import errno
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.text import Language, Text, Wording, quoted

# By the words that facts use for them, which are those of English. An application's own are said as they are.
THE: Mapping[str, str] = {
    "activity": "Aktiviteten",
    "alias": "Kaldenavnet",
    "barrier": "Barrieren",
    "baseline of": "Basistallet for",
    "body": "Gruppen",
    "bydelsmor": "Bydelsmoren",
    "completed course": "Det gennemførte forløb",
    "cooperation": "Samarbejdet",
    "disagreement": "Uenigheden",
    "family": "Familien",
    "fritidsjob": "Fritidsjobbet",
    "lommepengejob": "Lommepengejobbet",
    "milestone": "Milepælen",
    "network": "Netværket",
    "organisation": "Organiseringen",
    "piece": "Udsendelsen",
    "resident": "Beboeren",
    "revision": "Revisionen",
    "series": "Sæsonen",
    "volunteer": "Den frivillige",
    "youth": "Den unge",
}
SYSTEM: Mapping[int | None, str] = {
    errno.EACCES: "adgang nægtet",
    errno.EEXIST: "der ligger allerede noget",
    errno.EISDIR: "det er en mappe",
    errno.ELOOP: "for mange henvisninger efter hinanden",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ENOENT: "filen eller mappen findes ikke",
    errno.ENOSPC: "der er ikke mere plads",
    errno.ENOTDIR: "noget på vejen er ikke en mappe",
    errno.EPERM: "det er ikke tilladt",
    errno.EROFS: "drevet kan kun læses",
}
OTHERS: Mapping[str, str] = {
    "attempt to write a readonly database": "databasen kan kun læses",
    "database disk image is malformed": "databasens indhold er ødelagt",
    "disk I/O error": "disken svarer ikke, som den skal",
    "embedded null byte": "navnet har et tegn, som intet navn må have",
    "file is not a database": "filen er ikke en database",
    "unable to open database file": "databasens fil kan ikke åbnes",
}
# How Danish speaks of the period that is the whole of a plan; the years are said as they stand.
WHOLE = {"programme": "hele aftaleperioden"}
IT_HAS_NONE = Text(da="der er ingen", en="it has none")


class Unfit(ValueError):
    """Raised, and told within another error, where plain data has not the form that it should have."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def the(kind: str) -> str:
    """What a kind of thing is called in Danish, in front of its reference at the beginning of a sentence."""
    return THE.get(kind, kind)


def periods_said(periods: Iterable[str], language: Language) -> str:
    """The periods that can be closed, as the reader calls them."""
    return ", ".join(WHOLE.get(each, each) if language == "da" else each for each in periods)


def the_period(period: str, language: Language) -> str:
    """One of those periods, within a sentence."""
    return Text(da=WHOLE.get(period, f"perioden {period}"), en=f"the period {period}").in_(language)


def did_you_mean(given: str, known: Iterable[Wording], language: Language) -> str:
    """What was perhaps meant instead, as a question after the sentence."""
    called = {word.casefold(): word for word in (Text.of(each).in_(language) for each in known)}
    near = get_close_matches(given.casefold(), called, n=1)
    if not near:
        return ""
    meant = quoted(called[near[0]], language)
    return Text(da=f" Mente du {meant}?", en=f" Did you mean {meant}?").in_(language)


def there_are(keys: Iterable[str], language: Language, none: Text = IT_HAS_NONE) -> str:
    """What could have been named."""
    listed = ", ".join(keys)
    return Text(da=f"der er {listed}", en=f"it has {listed}").in_(language) if listed else none.in_(language)


def why_of(error: BaseException, otherwise: str | None = None) -> Text:
    """What an error says, as a part of another's sentence: without a full stop.

    `otherwise` is what Danish says where somebody else's error speaks English alone.
    """
    match error:
        case VaerebroError():
            return Text.each(lambda language: error.in_(language).rstrip("."))
        case Unfit():
            return error.why
        case OSError() if error.strerror is not None:
            return Text(da=SYSTEM.get(error.errno, error.strerror), en=error.strerror)
        case _:
            said = str(error).rstrip(".")
            return Text(da=OTHERS.get(said, otherwise or said), en=said)


def listed(words: Iterable[Wording]) -> Text:
    """Several things that are wrong, in one line."""
    texts = [Text.of(each) for each in words]
    return Text.each(lambda language: "; ".join(text.in_(language) for text in texts))
