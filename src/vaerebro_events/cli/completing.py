"""The command that gives the shell what completes words; what they are completed with is in `suggesting`."""

import click
from click.shell_completion import get_completion_class

from vaerebro_events.cli.speaking import LANG, argument, command
from vaerebro_events.text import Language, Text

PROGRAM, VARIABLE = "vaerebro", "_VAEREBRO_COMPLETE"
SHELLS = ("bash", "zsh", "fish")
MORE = Text(
    da="Tilføj det én gang, og åbn så en ny skal.\n\n\b\n"
    "bash:  vaerebro completion bash >> ~/.bashrc\n"
    "zsh:   vaerebro completion zsh >> ~/.zshrc (efter compinit)\n"
    "fish:  vaerebro completion fish > ~/.config/fish/completions/vaerebro.fish\n\n"
    "Derefter fuldfører TAB kommandoer, logbøger, hændelser, koder, planens nøgler og logbogens "
    "referencer.",
    en="Add it once, and then open a new shell.\n\n\b\n"
    "bash:  vaerebro completion bash >> ~/.bashrc\n"
    "zsh:   vaerebro completion zsh >> ~/.zshrc (after compinit)\n"
    "fish:  vaerebro completion fish > ~/.config/fish/completions/vaerebro.fish\n\n"
    "Then TAB completes commands, logbooks, facts, codes, the plan's keys and the logbook's references.",
)


@command("completion", MORE)
@argument("shell", Text(da="SKAL", en="SHELL"), type=click.Choice(SHELLS))
@LANG
@click.pass_context
def completion(ctx: click.Context, *, shell: str, lang: Language) -> None:  # noqa: ARG001 what is said is in it already
    """Prints the script for a shell."""
    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(ctx.find_root().command, {}, PROGRAM, VARIABLE).source())
