"""What a key names, by its title in the agreement; references of people and things stay as they are."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from vaerebro_events.domain.commitments import Duty, Post
from vaerebro_events.domain.fact import Fact
from vaerebro_events.domain.plan import Indicator, Plan, Reading
from vaerebro_events.forms.fields import Field
from vaerebro_events.projections.replay import Replay
from vaerebro_events.reports.terminal.heading import period_name
from vaerebro_events.text import Language, Text


def _titles(plan: Plan) -> Iterator[tuple[str, Text]]:
    """Every key with a title, what is found first in a page's words last."""
    for rows in (plan.areas, plan.places, plan.blocks, plan.posts):
        yield from ((each.key, each.title) for each in rows)
    for indicator in plan.indicators:
        yield from ((party.key, party.title) for party in indicator.parties)
        yield (indicator.key, indicator.title)
    yield from ((each.key, each.title) for activity in plan.activities for each in activity.groups)
    yield from ((each.key, each.title) for each in plan.parties)
    yield from ((each.key, each.title) for each in plan.criteria)
    yield from ((each.key, each.title) for each in plan.duties)
    yield from ((each.key, each.title) for each in plan.activities)


def _report(plan: Plan, key: str) -> Duty | None:
    return next((duty for duty in plan.duties if duty.where.get("report") == key), None)


def _post(plan: Plan, key: str) -> Post | None:
    return next((post for post in plan.posts if post.key == key), None)


@frozen(eq=False)
class Named:
    """The titles in all versions of the agreement known; the version that holds last has the say."""

    replay: Replay
    language: Language

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for version in self.replay.agreements.versions:
            found.update((key, title.in_(self.language)) for key, title in _titles(version.plan))
        return found

    def of(self, key: str) -> str:
        """The title of a key, or the key where the agreement has none."""
        return self._by_key.get(key, key)

    def of_field(self, fact: Fact, field: Field, key: str) -> str:
        """The title of a key that stands in a field of a fact, or the key."""
        match field.of:
            case "ReadingKey":
                return self.reading(str(getattr(fact, "criterion", "")), key)
            case "ReportKey":
                duty = self.replay.agreements.newest(lambda plan: _report(plan, key))
                return key if duty is None else duty.title.in_(self.language)
            case "PeriodKey":
                return period_name(self.replay, key)
            case "StairwellKey":
                return key
            case _:
                return self.of(key)

    def post(self, role: str) -> str:
        """The title of the post of a role, or the role where the agreement has no such post."""
        post = self.replay.agreements.newest(lambda plan: _post(plan, role))
        return role if post is None else post.title.in_(self.language)

    def indicator(self, key: str) -> Indicator | None:
        """The indicator of a key, in the newest version that has it."""
        return self.replay.agreements.newest(lambda plan: plan.indicator(key))

    def source(self, key: str) -> str:
        """Where a duty comes from, in the newest version that has it."""
        duty = self.replay.agreements.newest(lambda plan: plan.duty(key))
        return "" if duty is None else duty.source.in_(self.language)

    def reading(self, criterion: str, reading: str) -> str:
        """The title of a reading of a criterion, in the newest version that has it."""

        def own(plan: Plan) -> Reading | None:
            found = plan.criterion(criterion)
            readings = () if found is None else found.readings
            return next((each for each in readings if each.key == reading), None)

        newest = self.replay.agreements.newest(own)
        return reading if newest is None else newest.title.in_(self.language)
