"""The pages of all commands, in each language, made from their help."""

import os

from click.testing import CliRunner

from reference_pages.told import MADE, table
from vaerebro_events import cli
from vaerebro_events.cli.listed import SECTIONS
from vaerebro_events.text import Language, Text

TOP = Text(
    da="""\
# Kommandolinjen

Alt, hvad `vaerebro` kan, som hjælpen siger det. `vaerebro KOMMANDO --help` viser det samme. Findes også
[på engelsk](command-line.md). Hvordan man bruger kommandoerne, står i vejledningerne til
[medarbejderen](../how-to/medarbejder.md), [lederen](../how-to/leder.md) og
[revisoren](../how-to/revisor.md).

Siden er lavet af koden med `make reference`.

## Sådan slutter en kommando
""",
    en=f"""\
# The command line

All that `vaerebro` can do, as its help says it; `vaerebro COMMAND --help` shows the same. It is here [in
Danish](kommandolinjen.md) as well. How the commands are used is in the how-tos for the
[worker](../how-to/worker.md), the [leader](../how-to/leader.md) and the [auditor](../how-to/auditor.md).

{MADE}

## How a command ends
""",
)
HEAD = (
    Text(da="kode", en="code"),
    Text(da="betyder", en="means"),
    Text(da="for eksempel", en="such as"),
)
# Each exit code, what it means, and when it comes.
CODES = (
    (
        Text(da="gjort, uanset hvad tallene siger", en="done, whatever the figures say"),
        Text(
            da="`status`, hvor målene ikke er nået; `import` af en fil, hvor alt er registreret i forvejen",
            en="`status` where targets are not met; `import` of a file that holds nothing new",
        ),
    ),
    (
        Text(da="afvist: intet er registreret", en="refused: nothing is recorded"),
        Text(
            da="familien er ikke registreret; 31. april findes ikke; der er ingen logbog dér; filen, der "
            "skal skrives, findes allerede; rækker, der ikke kan registreres; du svarede nej",
            en="the family is not registered; there is no 31 April; no logbook is there; the file to write "
            "is there already; rows that cannot be recorded; you answered no",
        ),
    ),
    (
        Text(
            da="forkert brug: kommandoen er ikke begyndt",
            en="wrong use: the command has not begun",
        ),
        Text(
            da="en kommando eller en valgmulighed, der ikke findes; noget, der mangler; to valgmuligheder, "
            "der ikke passer sammen; ingen har sagt, hvem der registrerer",
            en="no such command or option; something is missing; two options that do not go together; nobody "
            "has said who records",
        ),
    ),
    (
        Text(da="nogle rækker mangler", en="some rows are left out"),
        Text(
            da="`import --only-good`: resten er registreret, og de andre rækker står i en fil for sig",
            en="`import --only-good`: the rest is recorded, and the rows left out are in a file of their own",
        ),
    ),
    (
        Text(da="registreret, men ikke vist", en="recorded, but not shown"),
        Text(
            da="disken, som svaret skulle skrives på, er fuld: skriv ikke kommandoen igen, men se efter med "
            "`entries`",
            en="the disk that the answer should go to is full: do not type the command again, look with "
            "`entries`",
        ),
    ),
)
ALSO = Text(
    da="""\
Det, kommandoen svarer, står på standard output. Det, den afviser, står som én sætning på standard error,
også med `--json`: læs koden først og JSON bagefter. Kun `import --json` skriver også JSON, når den slutter
med 1 på grund af rækkerne, så fejlene kan læses dér. `entries --json` skriver ét objekt pr. linje. Hvad der
står i JSON, siger [skemaerne](schemas.md).

Der spørges kun, før noget skrives, når der sidder en person ved en terminal; `--yes` svarer på forhånd.

## Alle kommandoer
""",
    en="""\
What a command answers is on standard output. What it refuses is one sentence on standard error, with
`--json`, too: look at the code first, and read JSON after that. Only `import --json` prints JSON where rows
made it end with 1, so that their problems can be read. `entries --json` prints one object a line. What JSON
holds, [the schemas](schemas.md) say.

A person at a terminal is asked before anything is written, and a program never; `--yes` answers beforehand.

## All commands
""",
)


def _help(*words: str, language: Language) -> str:
    settings = {"COLUMNS": "80", "TERMINAL_WIDTH": "80", "XDG_CONFIG_HOME": os.devnull}
    said = CliRunner().invoke(
        cli.vaerebro, [*words, "--help", "--lang", language], env=settings, prog_name="vaerebro"
    )
    if said.exit_code != 0:
        raise RuntimeError(said.output)
    return f"```text\n{said.stdout.rstrip()}\n```\n"


def page(language: Language) -> str:
    """The whole page, in a language."""
    codes = ((str(code), *(said.in_(language) for said in row)) for code, row in enumerate(CODES))
    lines = [
        TOP.in_(language),
        *table([said.in_(language) for said in HEAD], codes),
        ALSO.in_(language),
        _help(language=language),
    ]
    for title, commands in SECTIONS:
        lines += [f"## {title.in_(language)}\n"]
        for name in commands:
            lines += [f"### vaerebro {name}\n", _help(name, language=language)]
    return "\n".join(lines).rstrip() + "\n"
