"""What the environment says before anything else is loaded: its language, and which extras it lacks."""

import os

from vaerebro_events.text import Language, Text

EXTRAS = ("babel", "click", "python_calamine", "rich", "xlsxwriter")
INSTALL = Text(
    da="Kommandolinjen kræver mere end kernen: Installér »vaerebro-events[cli]«.",
    en="The command line needs more than the core: install «vaerebro-events[cli]».",
)


def of_the_environment() -> Language:
    """Danish, where the environment is; else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "da" if value.lower().startswith("da") else "en"
    return "en"


def is_an_extra(missing: ModuleNotFoundError) -> bool:
    """Whether what is not found comes with the extra that the command line needs."""
    return str(missing.name).partition(".")[0] in EXTRAS
