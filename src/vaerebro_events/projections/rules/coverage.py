"""The rule for coverage: blocks in which every stairwell (opgang) is organised."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.neighbourhood import BlockOrganised, OrganisationEnded
from vaerebro_events.domain.picking import Facts, fact_problems
from vaerebro_events.domain.plan import Block, Plan, Words
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View, in_order
from vaerebro_events.projections.judgement import Growth, Judgement, LeftOut, Part, Why
from vaerebro_events.projections.rules.rule import JudgingRule, least, positions
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text


@frozen
class Way:
    """How a block came to be covered: its organisations, their ends, and, once all was, by which and when.

    `covered` are its stairwells in an organisation: all, once all were, else those on the last day.
    """

    begun: Sequence[Entry]
    ends: Mapping[int, Entry]
    covered: int
    complete: tuple[Entry, ...] = ()


@frozen
class Coverage(JudgingRule):
    """Blocks of the plan whose stairwells were all in a local organisation on one day, for the first time.

    A block counts in the period in which its last stairwell came in, and once.
    """

    kind = "coverage"

    activity: str
    target: int = field(validator=whole(1))

    def judge(self, view: View, period: Period) -> Judgement:
        counted: list[int] = []
        left_out: list[LeftOut] = []
        parts: list[Part] = []
        value = 0
        for block in view.plan.blocks:
            way = self._way(view, block, period)
            earlier = way.complete and way.complete[-1].occurred_on < period.first
            if way.begun and not earlier:
                parts.append(Part(block.key, way.covered, of=len(block.stairwells)))
            if way.complete and period.holds(way.complete[-1].occurred_on):
                value += 1
                counted.extend(positions(way.complete))
            left_out.extend(_left_out(way, period))
        return Judgement(Growth.COUNT, self.target, value, tuple(parts), tuple(counted), tuple(left_out))

    def _way(self, view: View, block: Block, period: Period) -> Way:
        """What was organised in a block up to the period's last day."""
        begun = view.of(BlockOrganised.tag, {"activity": self.activity, "block": block.key}, period.last)
        ends: dict[int, Entry] = {}
        running: dict[str, Entry] = {}
        complete: tuple[Entry, ...] = ()
        names = {_organised(entry).organisation for entry in begun}
        ended = view.of(OrganisationEnded.tag, {"activity": self.activity}, period.last)
        for entry in sorted((*begun, *(e for e in ended if _name(e) in names)), key=in_order):
            if entry.fact.tag == OrganisationEnded.tag:
                gone = running.pop(_name(entry), None)
                if gone is not None:
                    ends[gone.position] = entry
                continue
            running[_name(entry)] = entry
            if not complete and _covers(running.values(), block):
                complete = tuple(sorted(running.values(), key=in_order))
        shown = complete or running.values()
        covered = len({well for entry in shown for well in _organised(entry).stairwells})
        return Way(begun, ends, covered, complete)

    def sentence(self, words: Words) -> str:
        many, there = least(self.target, words), len(words.plan.blocks)
        if words.language == "da":
            many = f"alle {there}" if self.target == there else f"{many} af {there}"
            return (
                f"Blokke, hvor alle opgange er organiseret: {many}; en blok tæller kun med én gang, nemlig i "
                f"den periode, hvor den sidste opgang kom med."
            )
        many = f"all {there}" if self.target == there else f"{many} of {there}"
        return (
            f"Blocks with every stairwell organised: {many}; a block counts only once, in the period in "
            f"which its last stairwell came in."
        )

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from fact_problems(plan, facts, BlockOrganised.tag, {"activity": self.activity})
        if self.target > len(plan.blocks):
            blocks = len(plan.blocks)
            yield Text(
                da=f"target ({self.target}) er mere end planens blokke ({blocks})",
                en=f"target ({self.target}) is more than the plan's blocks ({blocks})",
            )
        for block in plan.blocks:
            if not block.stairwells:
                yield Text(
                    da=f"blokken »{block.key}« har ingen opgange, så den bliver aldrig dækket",
                    en=f"the block «{block.key}» has no stairwells, so it is never covered",
                )


def _organised(entry: Entry) -> BlockOrganised:
    assert isinstance(entry.fact, BlockOrganised)
    return entry.fact


def _name(entry: Entry) -> str:
    fact = entry.fact
    assert isinstance(fact, BlockOrganised | OrganisationEnded)
    return fact.organisation


def _covers(running: Iterable[Entry], block: Block) -> bool:
    return {well for entry in running for well in _organised(entry).stairwells} >= set(block.stairwells)


def _left_out(way: Way, period: Period) -> Iterator[LeftOut]:
    """The organisations of the period that did not make the block complete, and why."""
    done = positions(way.complete)
    for entry in way.begun:
        if not period.holds(entry.occurred_on) or entry.position in done:
            continue
        if way.complete and entry.order > way.complete[-1].order:
            yield LeftOut(entry.position, Why.COUNTED_EARLIER, done)
        elif entry.position in way.ends:
            yield LeftOut(entry.position, Why.ENDED, (way.ends[entry.position].position,))
        else:
            yield LeftOut(entry.position, Why.NOT_EVERY_STAIRWELL)
