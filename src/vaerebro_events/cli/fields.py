"""Options made from the fields of a fact, and what is written in them as the fact's plain data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

import click

from vaerebro_events.cli.listed import COMMANDS
from vaerebro_events.cli.speaking import Command, Option
from vaerebro_events.cli.suggesting import of_field
from vaerebro_events.codec import Codec
from vaerebro_events.domain.fact import Fact
from vaerebro_events.forms.fields import Field, FieldKind, fields_of
from vaerebro_events.forms.reading import NO_TITLES, Titles, read_value
from vaerebro_events.forms.words import choice_name, field_name
from vaerebro_events.plans import read_plan
from vaerebro_events.projections.vocabulary import VOCABULARY
from vaerebro_events.text import Text

_PREFIX = "field_"  # so that no field is taken for an option of the command itself
_KINDS, _OPTIONS = "vaerebro.kinds", "vaerebro.options"

# The words for what is written after an option.
SHOWN: Mapping[FieldKind, Text] = {
    FieldKind.REFERENCE: Text(da="REFERENCE", en="REFERENCE"),
    FieldKind.KEY: Text(da="NØGLE", en="KEY"),
    FieldKind.CHOICE: Text(da="KODE", en="CODE"),
    FieldKind.WHOLE: Text(da="ANTAL", en="NUMBER"),
    FieldKind.EXACT: Text(da="TAL", en="NUMBER"),
    FieldKind.DAY: Text(da="DAG", en="DAY"),
    FieldKind.PLAN: Text(da="PLAN|FIL", en="PLAN|FILE"),
    FieldKind.TEXT: Text(da="TEKST", en="TEXT"),
}
MUST = Text(da="skal udfyldes", en="needed")
SEVERAL = Text(da="flere med komma imellem", en="several with commas between")


def option_name(field: Field) -> str:
    """The option in which a field is given."""
    return f"--{field.name.replace('_', '-')}"


def option_of(field: Field, kind: type[Fact], *, must: bool = True) -> Option:
    """The option for one field of a kind of fact."""
    name = option_name(field)
    settings: dict[str, Any] = {"default": None, "shell_complete": of_field(field)}
    if field.kind is FieldKind.YES_NO:
        name = f"{name}/--no-{name.removeprefix('--')}"
    else:
        settings |= {"multiple": field.several, "shown": SHOWN.get(field.kind)}
    return Option([name, f"{_PREFIX}{field.name}"], said=_said(field, kind, must=must), **settings)


def options_of(*kinds: type[Fact], must: bool = True) -> tuple[Option, ...]:
    """The options for the fields that all these kinds of fact have, in their order.

    `must` says that what a fact needs has to be given.
    """
    common = [
        field
        for field in fields_of(kinds[0])
        if all(any(_alike(field, other) for other in fields_of(kind)) for kind in kinds[1:])
    ]
    return tuple(
        option_of(field, kinds[0], must=must) for field in common if field.kind is not FieldKind.OTHER
    )


def _alike(field: Field, other: Field) -> bool:
    return (field.name, field.kind, field.of) == (other.name, other.kind, other.of)


def given_in(words: Mapping[str, object]) -> dict[str, object]:
    """What was given in the options for fields, by the fields' names."""
    return {
        name.removeprefix(_PREFIX): value
        for name, value in words.items()
        if name.startswith(_PREFIX) and value not in (None, ())
    }


def plain_of(kind: type[Fact], given: Mapping[str, object], titles: Titles = NO_TITLES) -> dict[str, Any]:
    """What was given for a fact's fields as plain data; nothing for a field that is given as empty.

    Raises: `InvalidValue`; `UnknownPlan` or `InvalidPlan`, where a field is a plan.
    """
    return {
        field.name: _plain(field, given[field.name], titles)
        for field in fields_of(kind)
        if field.name in given
    }


def _plain(field: Field, value: object, titles: Titles) -> Any:
    if field.kind is FieldKind.PLAN:
        return Codec.of(VOCABULARY).plain_plan(read_plan(str(value)))
    if isinstance(value, tuple):
        value = ",".join(map(str, cast(tuple[object, ...], value)))
    return read_value(field, value, titles)


def missing(kind: type[Fact], plain: Mapping[str, Any]) -> list[str]:
    """The options for fields that must be given and are not."""
    return [
        option_name(field) for field in fields_of(kind) if field.required and plain.get(field.name) is None
    ]


def named_choices(field: Field) -> Text:
    """The codes of a field, each with its name where that says more."""
    return Text(da=", ".join(_coded(field, "da")), en=", ".join(_coded(field, "en")))


def _coded(field: Field, language: Any) -> Iterator[str]:
    for choice in field.choices:
        name = choice_name(choice).in_(language)
        yield choice.value if name == choice.value.replace("-", " ") else f"{choice.value} ({name})"


def _said(field: Field, kind: type[Fact], *, must: bool) -> Text:
    name, choices = field_name(field.name, kind), named_choices(field)
    da, en = [name.da], [name.en]
    if field.choices:
        da, en = [f"{name.da}: {choices.da}"], [f"{name.en}: {choices.en}"]
    for holds, text in ((field.several, SEVERAL), (field.required and must, MUST)):
        if holds:
            da.append(text.da)
            en.append(text.en)
    return Text(da=f"{'; '.join(da).rstrip('.')}.", en=f"{'; '.join(en).rstrip('.')}.")


# Which fact's fields a command line asks for.

Named = Callable[[click.Context, Sequence[str]], Sequence[type[Fact]]]


class FactCommand(Command):
    """A command that takes the fields of a fact as options; its own words say which fact.

    `named` finds the kinds of fact in the words, if there are any; the fields are those that all of them
    have. `must` says that a fact is told whole.
    """

    def __init__(self, *args: Any, named: Named, must: bool = True, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._named, self._must = named, must

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        kinds = tuple(dict.fromkeys(self._named(ctx, args)))
        ctx.meta[_KINDS], ctx.meta[_OPTIONS] = kinds, options_of(*kinds, must=self._must) if kinds else ()
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        own = super().get_params(ctx)
        arguments = [param for param in own if isinstance(param, click.Argument)]
        others = [param for param in own if not isinstance(param, click.Argument)]
        return [*arguments, *ctx.meta.get(_OPTIONS, ()), *others]

    def plain_words(self, args: Sequence[str]) -> list[str]:
        """The words of a command line that stand by themselves: neither options nor their values."""
        flags = {name for param in self.params for name in param.opts if _is_flag(param)} | _yes_no_options()
        found: list[str] = []
        rest = iter(args)
        for word in rest:
            if word == "--":
                return [*found, *rest]
            if not word.startswith("-") or word == "-":
                found.append(word)
            elif "=" not in word and word not in flags and word not in HELP:
                next(rest, None)
        return found


HELP = ("-h", "--help")


def _is_flag(param: click.Parameter) -> bool:
    return isinstance(param, click.Option) and param.is_flag


@lru_cache(maxsize=1)
def _yes_no_options() -> frozenset[str]:
    fields = [field for kind in VOCABULARY.facts.values() for field in fields_of(kind)]
    valued = {field.name for field in fields if field.kind is not FieldKind.YES_NO}
    flags = [field for field in fields if field.kind is FieldKind.YES_NO and field.name not in valued]
    names = {option_name(field) for field in flags}
    return frozenset(names | {f"--no-{name.removeprefix('--')}" for name in names})


def kind_asked(ctx: click.Context) -> type[Fact] | None:
    """The kind of fact whose fields the command line asks for, where it is one."""
    kinds: Sequence[type[Fact]] = ctx.meta.get(_KINDS, ())
    return kinds[0] if len(kinds) == 1 else None


def fact_command(
    name: str, named: Named, more: Text, kind: type[FactCommand] = FactCommand, *, must: bool = True
) -> Callable[[Callable[..., None]], FactCommand]:
    """Makes a function the command of that name, with a fact's fields as options; see `FactCommand`."""

    def made(function: Callable[..., None]) -> FactCommand:
        line = COMMANDS[name].line
        return click.command(name, cls=kind, line=line, more=more, named=named, must=must)(function)

    return made
