"""Errors of what is taken in from others' tables."""

from attrs import define

from vaerebro_events.errors.root import VaerebroError
from vaerebro_events.text import Text


@define
class FileOfAnotherPlan(VaerebroError):
    """Raised when a file is imported that was made for a logbook of another plan."""

    path: str
    plan: str
    own: str
    says = Text(
        da="{path} er lavet til planen {plan}, og logbogen følger {own}: hent filen "
        "ind i logbogen for den plan, eller lav et nyt ark med »vaerebro template«.",
        en="{path} was made for the plan {plan}, and the logbook follows {own}: import it into that plan's "
        "logbook, or make a new workbook with «vaerebro template».",
    )
