"""Commands that put entries right: correcting what they say, and retracting them."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from itertools import pairwise
from typing import Any, cast

import click
from attrs import frozen

from vaerebro_events.cli.amended import Correction, Retraction, Stands, Why, stands_at
from vaerebro_events.cli.fields import FactCommand, fact_command, given_in, named_choices, plain_of
from vaerebro_events.cli.options import LOGBOOK, recorder
from vaerebro_events.cli.printing import print_json
from vaerebro_events.cli.recording import FACT, check_missing, kind_given
from vaerebro_events.cli.speaking import argument, command, option, say
from vaerebro_events.cli.suggesting import positions, reasons, tags
from vaerebro_events.cli.writing import (
    EVIDENCE,
    SPAN_WOULD_BE,
    How,
    evidence_of,
    plain_receipt,
    spans_said,
    write,
    writing,
)
from vaerebro_events.codec import Codec
from vaerebro_events.domain.amendments import Retracted
from vaerebro_events.domain.entry import Actor
from vaerebro_events.domain.fact import Fact
from vaerebro_events.errors import VaerebroError
from vaerebro_events.forms.fields import fields_of
from vaerebro_events.forms.reading import NO_TITLES, read_day, read_value
from vaerebro_events.forms.titles import titles_of
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.text import Text

_STANDS = "vaerebro.stands"
_REASON = next(field for field in fields_of(Retracted) if field.name == "reason")
_REASONS = named_choices(_REASON)

CORRECT_MORE = Text(
    da='Kun det, der skrives, ændres; "" fjerner det, der kan undværes. »vaerebro correct LOGBOG POST '
    "--help« viser, hvad posten siger nu. Flere poster rettes sammen: 212-219. En annulleret post kommer "
    "tilbage, når den rettes for sig.",
    en='Only what is given changes; "" takes away what is not needed. «vaerebro correct LOGBOOK POSITION '
    "--help» shows what it says now. Several are corrected together: 212-219. A retracted entry comes back "
    "when it is corrected by itself.",
)
RETRACT_MORE = Text(
    da="Flere poster annulleres sammen: 212-219 eller 212,215. Intet slettes: posterne bliver stående som "
    "annullerede og kan rettes tilbage.",
    en="Several are retracted together: 212-219 or 212,215. Nothing is deleted: the entries stay as "
    "retracted, and can be corrected back.",
)
CORRECT_HELP = Text(da="correct LOGBOG POST", en="correct LOGBOOK POSITION")
REASON_MISSING = Text(da="Sig hvorfor, med --reason: {reasons}.", en="Say why, with --reason: {reasons}.")
NOTHING_CHANGES = Text(
    da="Intet bliver anderledes, så intet er registreret: post {given} siger det allerede.",
    en="Nothing would change, so nothing is recorded: entry {given} says that already.",
)
RETRACTED_ALREADY = Text(da="Post {given} er allerede annulleret.", en="Entry {given} is retracted already.")
CORRECT_IT = Text(da="Skal det rettes?", en="Correct it?")
RETRACT_IT = Text(da="Skal det annulleres?", en="Retract it?")
CORRECTED = (
    Text(da="Rettet i post {positions}.", en="Corrected by entry {positions}."),
    Text(da="Rettet i post {positions}.", en="Corrected by entries {positions}."),
)
RETRACTED = (
    Text(da="Annulleret i post {positions}.", en="Retracted by entry {positions}."),
    Text(da="Annulleret i post {positions}.", en="Retracted by entries {positions}."),
)

POSITIONS = argument("positions", Text(da="POST", en="POSITION"), shell_complete=positions)
REASON = option(
    "--reason",
    shown=Text(da="KODE", en="CODE"),
    shell_complete=reasons,
    said=Text(da=f"Hvorfor: {_REASONS.da}.", en=f"Why: {_REASONS.en}."),
)
RIGHT_DAY = option(
    "--on",
    shown=Text(da="DAG", en="DAY"),
    said=Text(da="Den rigtige dag; ellers er den uændret.", en="The right day; else it stays as it is."),
)
AS = option(
    "--as",
    "another",
    shown=FACT,
    shell_complete=tags,
    said=Text(
        da="En anden slags hændelse; det, de har fælles, bliver stående.",
        en="Another kind of fact; what they have in common stays.",
    ),
)


def because(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command why something is amended, as `why`."""

    @REASON
    @EVIDENCE
    @wraps(command)
    def with_why(*, reason: str | None, evidence: tuple[str, ...], **others: Any) -> None:
        if not reason:
            raise click.UsageError(say(REASON_MISSING, reasons=say(_REASONS)))
        command(why=Why(str(read_value(_REASON, reason)), evidence_of(evidence)), **others)

    return cast(Callable[..., None], with_why)


class CorrectCommand(FactCommand):
    """The command whose options are the fields of the entries that it corrects, and whose help shows them."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_help_text(ctx, formatter)
        stands: Sequence[Stands] = ctx.meta.get(_STANDS, ())
        for each in stands:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(each.said)


def _named(ctx: click.Context, args: Sequence[str]) -> Sequence[type[Fact]]:
    """The kinds of fact that the entries are to have: as they stand, or that of `--as`."""
    words, another = correct.plain_words(args), _value_of("--as", args)
    if len(words) < 2:  # noqa: PLR2004 the logbook and the position
        return []
    try:
        with Logbook.open(words[0]) as opened:
            stands = ctx.meta[_STANDS] = stands_at(opened, words[1])
        return [type(each.entry.fact) for each in stands] if another is None else [kind_given(another)]
    except (VaerebroError, OSError, click.UsageError):
        if ctx.resilient_parsing:
            return []
        raise


def _value_of(name: str, args: Sequence[str]) -> str | None:
    for word, following in pairwise([*args, ""]):
        if word == name or word.startswith(f"{name}="):
            return following if word == name else word.partition("=")[2]
    return None


@fact_command("correct", _named, CORRECT_MORE, CorrectCommand, must=False)
@LOGBOOK
@POSITIONS
@RIGHT_DAY
@AS
@because
@recorder
@writing
def correct(
    logbook: str,
    positions: str,
    on: str | None,
    another: str | None,
    *,
    why: Why,
    actor: Actor,
    how: How,
    **given: Any,
) -> None:
    """Corrects entries: what is given changes, and nothing else."""
    with Logbook.open(logbook) as opened:
        stands = stands_at(opened, positions)
        # Of several, those that are retracted stay so; one by itself comes back.
        chosen = stands if len(stands) == 1 else [each for each in stands if not each.retracted]
        kind, day = (None if another is None else kind_given(another)), (None if on is None else read_day(on))
        corrections = [
            Correction(
                each,
                _corrected(opened, each.entry.fact, kind, given_in(given)),
                day or each.entry.occurred_on,
            )
            for each in chosen
        ]
        found = [each for each in corrections if each.changes]
        if not found:
            raise click.ClickException(say(NOTHING_CHANGES, given=positions))
        _Amending(opened, why, actor, how).amend(found, CORRECT_IT, CORRECTED)


def _corrected(opened: Logbook, was: Fact, another: type[Fact] | None, given: Mapping[str, object]) -> Fact:
    """The fact as it should have been: as it was, but for what is given; what is given as empty goes."""
    kind, plan = another or type(was), opened.plan
    own = {field.name for field in fields_of(kind)}
    plain = {
        name: value for name, value in Codec.of(VOCABULARY).plain_fact(was)["fact"].items() if name in own
    }
    plain |= plain_of(kind, given, NO_TITLES if plan is None else titles_of(plan))
    check_missing(kind, plain, say(CORRECT_HELP) + ("" if another is None else f" --as {kind.tag}"))
    return opened.fact(kind.tag, **{name: value for name, value in plain.items() if value is not None})


@command("retract", RETRACT_MORE)
@LOGBOOK
@POSITIONS
@because
@recorder
@writing
def retract(logbook: str, positions: str, *, why: Why, actor: Actor, how: How) -> None:
    """Retracts entries."""
    with Logbook.open(logbook) as opened:
        stands = stands_at(opened, positions)
        found = [Retraction(each) for each in stands if not each.retracted]
        if not found:
            raise click.ClickException(say(RETRACTED_ALREADY, given=positions))
        _Amending(opened, why, actor, how).amend(found, RETRACT_IT, RETRACTED)


@frozen
class _Amending:
    """A logbook, and who amends it, why and how."""

    opened: Logbook
    why: Why
    actor: Actor
    how: How

    def amend(
        self, found: Sequence[Correction | Retraction], question: Text, done: tuple[Text, Text]
    ) -> None:
        """Amends all together, and prints the receipt; a person has seen what it is before the question."""
        lines = [line for each in found for line in each.lines()]
        drafts = [each.draft(self.why) for each in found]
        outcome = write(
            self.opened, drafts, self.how, actor=self.actor, told=lambda _: lines, question=question
        )
        if self.how.as_json:
            print_json(plain_receipt(outcome))
            return
        for line in () if self.how.asks else lines:
            click.echo(line)
        said = (SPAN_WOULD_BE if self.how.dry_run else done)[len(outcome.entries) > 1]
        click.echo(say(said, positions=spans_said(outcome.entries)))
        outcome.show_notes()
