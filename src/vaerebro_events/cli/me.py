"""The command that says once who is recording, and in which language."""

from typing import Any

import click

from vaerebro_events.cli.kept import Kept, forget, keep, kept_or_damaged, settings_file
from vaerebro_events.cli.options import JSON
from vaerebro_events.cli.printing import print_json
from vaerebro_events.cli.speaking import LANGUAGES, command, language, option, say, speak
from vaerebro_events.domain.references import role_key, user_ref
from vaerebro_events.text import Language, Text

MORE = Text(
    da="Uden valg vises, hvad der gælder. Det gemmes i en fil i din egen mappe og bruges, hvor en kommando "
    "ikke får andet at vide.",
    en="Without options it shows what holds. It is kept in a file in your own folder, and used where a "
    "command is told nothing else.",
)
RECORDS = Text(da="Du registrerer som {role} {user}.", en="You record as {role} {user}.")
NOBODY = Text(
    da="Det er ikke valgt, hvem der registrerer: vaerebro me --role ROLLE --user BRUGER.",
    en="It is not said who records: vaerebro me --role ROLE --user USER.",
)
HALF = Text(da="Der mangler noget endnu: {name}.", en="Something is missing yet: {name}.")
LANGUAGE = Text(da="Sprog: {lang}.", en="Language: {lang}.")
NAMES = {"da": Text(da="dansk", en="Danish"), "en": Text(da="engelsk", en="English")}
KEPT_IN = Text(da="Gemt i {file}.", en="Kept in {file}.")
FORGOTTEN = Text(
    da="Glemt: Der er ikke længere valgt, hvem der registrerer.",
    en="Forgotten: nobody records by default now.",
)
DAMAGED = Text(
    da="Indstillingerne i {file} kan ikke læses, så de bruges ikke: sig det igen med --role og --user.",
    en="The settings in {file} cannot be read, so they are not used: say it again with --role and --user.",
)
NOT_BOTH = Text(
    da="--forget glemmer alt: brug det for sig selv.", en="--forget forgets everything: use it by itself."
)


@command("me", MORE)
@option(
    "--role",
    shown=Text(da="ROLLE", en="ROLE"),
    said=Text(da="Hvad du arbejder som.", en="What you work as."),
)
@option(
    "--user",
    shown=Text(da="BRUGER", en="USER"),
    said=Text(da="Din brugerreference, ikke dit navn.", en="Your user reference, not your name."),
)
@option(
    "--lang",
    type=click.Choice(LANGUAGES),
    said=Text(
        da="Sproget herefter: da (dansk) eller en (engelsk).",
        en="The language from now on: da (Danish) or en (English).",
    ),
)
@option("--forget", "forgets", is_flag=True, said=Text(da="Glem det alt sammen.", en="Forget it all."))
@JSON
def me(role: str | None, user: str | None, lang: Language | None, *, forgets: bool, as_json: bool) -> None:
    """Says, sets or forgets who records."""
    if forgets and any((role, user, lang)):
        raise click.UsageError(say(NOT_BOTH))
    if forgets:
        forget()
    own = kept_or_damaged()
    told = [word is not None for word in (role, user, lang)]
    if any(told):
        now = own or Kept()
        own = Kept(
            now.role if role is None else role_key(role),
            now.user if user is None else user_ref(user),
            lang or now.lang,
        )
        keep(own)
        speak(lang)
    if own is None:
        raise click.ClickException(say(DAMAGED, file=settings_file()))
    _show(own, as_json=as_json, forgotten=forgets)


def _show(own: Kept, *, as_json: bool, forgotten: bool) -> None:
    if as_json:
        plain: dict[str, Any] = {"role": own.role, "user": own.user, "lang": own.lang}
        print_json({**plain, "file": str(settings_file())})
        return
    if forgotten:
        click.echo(say(FORGOTTEN))
        return
    lacks = [name for name, value in (("--role", own.role), ("--user", own.user)) if value is None]
    match lacks:
        case []:
            click.echo(say(RECORDS, role=own.role, user=own.user))
        case [name]:
            click.echo(say(HALF, name=name))
        case _:
            click.echo(say(NOBODY))
    click.echo(say(LANGUAGE, lang=say(NAMES[own.lang or language()])))
    if settings_file().exists():
        click.echo(say(KEPT_IN, file=settings_file()))
