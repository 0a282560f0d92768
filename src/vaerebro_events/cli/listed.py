"""All commands: the module each is in, and what it does. A new one: one line here, and its module.

Only the command that is called is loaded, so that help is there at once.
"""

from collections.abc import Mapping

from attrs import frozen

from vaerebro_events.text import Text


@frozen
class Listed:
    """A command as help lists it: the module it is in, and what it does."""

    module: str
    line: Text


def _of(module: str, da: str, en: str) -> Listed:
    return Listed(f"vaerebro_events.cli.{module}", Text(da=da, en=en))


SECTIONS: tuple[tuple[Text, Mapping[str, Listed]], ...] = (
    (
        Text(da="Spørg logbogen", en="Ask the logbook"),
        {
            "status": _of(
                "reading", "Vis, hvordan det går med hvert kriterium.", "Show where the criteria stand."
            ),
            "entries": _of("reading", "Vis posterne, som de blev registreret.", "List the entries."),
            "known": _of(
                "referring",
                "Vis referencerne i logbogen, og hvornår de sidst er set.",
                "List the references in use, and when each was last seen.",
            ),
            "due": _of("following", "Vis, hvad der skal gøres, og hvornår.", "Show what is due."),
            "follow-up": _of(
                "following", "Vis, hvad bestyrelsen har fulgt op på.", "Show what the board followed up."
            ),
            "diff": _of(
                "closing",
                "Vis, hvad der blev indberettet, og hvad det ville være nu.",
                "Show what was reported, and what it would be now.",
            ),
        },
    ),
    (
        Text(da="Skriv i logbogen", en="Write in the logbook"),
        {
            "meeting": _of(
                "meeting", "Registrér et helt møde på én linje.", "Record a whole meeting in one line."
            ),
            "record": _of("recording", "Registrér en hvilken som helst hændelse.", "Record any fact."),
            "correct": _of("amending", "Ret en post.", "Correct an entry."),
            "retract": _of("amending", "Annullér en post.", "Retract an entry."),
            "close": _of("closing", "Luk en periode, som den indberettes.", "Close a period as reported."),
        },
    ),
    (
        Text(da="Regneark og kopier", en="Spreadsheets and copies"),
        {
            "template": _of("templating", "Lav et tomt regneark at udfylde.", "Make a workbook to fill in."),
            "import": _of("importing", "Hent rækker ind fra et regneark.", "Take in rows of a spreadsheet."),
            "export": _of(
                "exporting",
                "Eksportér logbogen: linjer, tabeller, regneark.",
                "Write the logbook out: lines, tables, workbooks.",
            ),
            "restore": _of(
                "exporting",
                "Genskab en logbog fra dens eksporterede linjer.",
                "Make a logbook again from its exported lines.",
            ),
        },
    ),
    (
        Text(da="Aftalen", en="The agreement"),
        {
            "plan": _of("agreeing", "Vis den plan, der gælder.", "Show the plan in force."),
            "agreement": _of("agreeing", "Vis aftalen over tid.", "Show the agreement over time."),
            "check": _of(
                "agreeing", "Vis, hvad der ikke går op i planen.", "Show what does not add up in the plan."
            ),
        },
    ),
    (
        Text(da="Kom i gang", en="Set up"),
        {
            "demo": _of("making", "Lav en logbog med opdigtede data.", "Make a sample logbook."),
            "init": _of("making", "Lav en ny logbog.", "Make a new logbook."),
            "me": _of("me", "Sig én gang, hvem der registrerer.", "Say once who is recording."),
            "completion": _of(
                "completing", "Slå fuldførelse med TAB til i skallen.", "Let the shell complete words."
            ),
        },
    ),
)

COMMANDS: Mapping[str, Listed] = {name: each for _, section in SECTIONS for name, each in section.items()}
