"""What the agreement promises beside its criteria, for reading: money, posts, hours, duties, settings."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen
from rich.console import RenderableType
from rich.text import Text as Rich

from vaerebro_events.domain.commitments import CoFinancing, Duty, Money, Post
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.projections.plan_words import TITLES, listed
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal import words_of_governance as words
from vaerebro_events.reports.terminal.named import Named
from vaerebro_events.reports.terminal.outline import INDENT, indented
from vaerebro_events.reports.terminal.tables import plain_table
from vaerebro_events.reports.terminal.written import whole
from vaerebro_events.text import Language


def money_table(plan: Plan, language: Language) -> Iterator[RenderableType]:
    """The money of each area, of all of them, and of the programme: the two need not be the same."""
    areas = [(area.title.in_(language), area.money) for area in plan.areas if area.money is not None]
    if not areas and plan.money is None:
        return
    together = Money(sum(money.lbf for _, money in areas), sum(money.local for _, money in areas))
    rows = [*areas, (words.ALL_AREAS.in_(language), together)]
    if plan.money is not None:
        rows.append((words.WHOLE_PROGRAMME.in_(language), plan.money))
    columns = (words.AREA, words.LBF, words.LOCAL, words.TOTAL)
    table = plain_table(
        [name.in_(language) for name in columns],
        (
            (title, *(whole(sum_, language) for sum_ in (money.lbf, money.local, money.total)))
            for title, money in rows
        ),
        numbers={1, 2, 3},
        wraps=0,
    )
    yield Rich(f"\n{words.MONEY.in_(language)}", "bold underline")
    yield indented(table)


@frozen(eq=False)
class Commitments:
    """What one version of the plan promises beside its criteria, in words."""

    replay: Replay
    plan: Plan
    language: Language

    def lines(self) -> Iterator[RenderableType]:
        """A section for each table of the plan that holds something."""
        yield from money_table(self.plan, self.language)
        yield from self._section("posts", map(self._post, self.plan.posts))
        yield from self._section("parties", ([each.title.in_(self.language)] for each in self.plan.parties))
        yield from self._section("cofinancing", map(self._hours, self.plan.cofinancing))
        yield from self._section("duties", map(self._duty, self.plan.duties))
        yield from self._section("settings", ([each] for each in listed(self.plan.settings, self._words)))

    @property
    def _words(self) -> Words:
        return Words(self.language, self.plan, self.replay.facts)

    @property
    def _named(self) -> Named:
        return Named(self.replay, self.language)

    def _section(self, table: str, said: Iterable[Sequence[str]]) -> Iterator[RenderableType]:
        """What a table of the plan holds: each thing by its title, and under it what is said of it."""
        found = list(said)
        if found:
            title = TITLES[table].in_(self.language)
            yield Rich(f"\n{title[0].upper()}{title[1:]}", "bold underline")
        for own, *under in found:
            yield indented(Rich(own))
            yield from (indented(Rich(each), 2 * INDENT) for each in under)

    def _post(self, post: Post) -> Sequence[str]:
        shares = (f"{self._named.of(share.area)} {share.percent} %" for share in post.shares)
        return post.title.in_(self.language), ", ".join(shares)

    def _hours(self, each: CoFinancing) -> Sequence[str]:
        hours = [] if each.hours_a_week is None else [self._words.number(each.hours_a_week)]
        title = TITLES["hours_a_week"].in_(self.language)
        who = (self._named.of(each.party), self._named.of(each.activity))
        return each.title.in_(self.language), ", ".join((*who, *(f"{own} {title}" for own in hours)))

    def _duty(self, duty: Duty) -> Sequence[str]:
        own = ("key", "title", "fact", "where")
        return duty.title.in_(self.language), *listed(duty, self._words, *own)
