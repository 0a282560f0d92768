"""The pages of all commands, in each language, made from their help."""

import os

from click.testing import CliRunner

from reference_pages.told import MADE
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
""",
    en=f"""\
# The command line

All that `vaerebro` can do, as its help says it; `vaerebro COMMAND --help` shows the same. It is here [in
Danish](kommandolinjen.md) as well. How the commands are used is in the how-tos for the
[worker](../how-to/worker.md), the [leader](../how-to/leader.md) and the [auditor](../how-to/auditor.md).

{MADE}
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
    lines = [TOP.in_(language), _help(language=language)]
    for title, commands in SECTIONS:
        lines += [f"## {title.in_(language)}\n"]
        for name in commands:
            lines += [f"### vaerebro {name}\n", _help(name, language=language)]
    return "\n".join(lines).rstrip() + "\n"
