"""What differs between two versions of the plan, in words: all that differs is told, and nothing else."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from given import the_plan
from plan_edits import FULL, Edit, edits_of, is_value, items_of, names_of
from vaerebro_events import VOCABULARY, PeriodKind, Plan, Text
from vaerebro_events.domain.commitments import Money
from vaerebro_events.domain.plan import Activity, Criterion, Group, Place, Reading
from vaerebro_events.projections.agreement import ChangeKind, PlanChange, plan_changes
from vaerebro_events.projections.plan_words import TITLES, VALUES
from vaerebro_events.projections.rules import Count

PLANS = {"golden": FULL, "packaged": the_plan()}
EDITS = {name: edits_of(plan) for name, plan in PLANS.items()}
names = st.sampled_from(sorted(PLANS))


def changes(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    return plan_changes(before, after, VOCABULARY.facts)


def _told(edit: Edit, after: Plan) -> tuple[str, str]:
    """Where an edit is told: of the programme by the name it has afterwards."""
    subject = after.name if edit.place.table == "programme" else edit.place.subject
    return (edit.place.table, subject)


# Laws.


@pytest.mark.parametrize("name", PLANS)
def test_between_a_plan_and_itself_nothing_differs(name: str) -> None:
    assert () == changes(PLANS[name], PLANS[name])


@given(names.flatmap(lambda name: st.tuples(st.just(PLANS[name]), st.sampled_from(EDITS[name]))))
def test_any_edit_is_told_in_its_table_and_of_its_row_and_nothing_else_is(chosen: tuple[Plan, Edit]) -> None:
    before, edit = chosen
    after = edit.of(before)

    found = changes(before, after)

    assert before != after
    table, subject = _told(edit, after)
    assert (table, subject) in {(change.table, change.subject) for change in found}
    if not edit.row:
        assert {(ChangeKind.CHANGED, table, subject)} == {
            (each.what, each.table, each.subject) for each in found
        }
    elif edit.row == "removed":
        assert [(ChangeKind.REMOVED, table, subject)] == [
            (each.what, each.table, each.subject) for each in found
        ]
    elif edit.row == "added":
        assert (ChangeKind.ADDED, table, subject) == (found[0].what, found[0].table, found[0].subject)
        assert all(each.what is ChangeKind.ADDED for each in found)
    else:
        assert {ChangeKind.ADDED, ChangeKind.REMOVED} == {each.what for each in found}


@pytest.mark.parametrize("name", PLANS)
def test_each_edit_by_itself_is_told(name: str) -> None:
    plan = PLANS[name]

    assert [] == [edit for edit in EDITS[name] if not changes(plan, edit.of(plan))]


@given(names, st.data())
def test_nothing_is_told_exactly_where_two_plans_are_equal(name: str, data: st.DataObject) -> None:
    def edited(plan: Plan) -> Plan:
        for _ in range(data.draw(st.integers(0, 2), "edits")):
            plan = data.draw(st.sampled_from(edits_of(plan)), "edit").of(plan)
        return plan

    one, other = edited(PLANS[name]), edited(PLANS[name])

    assert (one == other) == (changes(one, other) == ())
    assert (one == other) == (changes(other, one) == ())


@given(names.flatmap(lambda name: st.tuples(st.just(PLANS[name]), st.sampled_from(EDITS[name]))))
def test_backwards_the_same_rows_differ(chosen: tuple[Plan, Edit]) -> None:
    before, edit = chosen
    after = edit.of(before)

    def rows(found: tuple[PlanChange, ...], what: ChangeKind) -> set[tuple[str, str]]:
        own = {(change.table, change.subject) for change in found if change.what is what}
        return {(table, "" if table == "programme" else subject) for table, subject in own}

    forth, back = changes(before, after), changes(after, before)

    assert rows(forth, ChangeKind.CHANGED) == rows(back, ChangeKind.CHANGED)
    # With a new row its own rows are told, too; what goes is told as a whole.
    assert rows(forth, ChangeKind.REMOVED) <= rows(back, ChangeKind.ADDED)
    assert rows(back, ChangeKind.REMOVED) <= rows(forth, ChangeKind.ADDED)


@given(names.flatmap(lambda name: st.tuples(st.just(PLANS[name]), st.sampled_from(EDITS[name]))))
def test_what_was_and_what_is_are_never_said_alike(chosen: tuple[Plan, Edit]) -> None:
    before, edit = chosen

    for change in changes(before, edit.of(before)):
        for says in (change.says.da, change.says.en):
            was, arrow, now = says.partition(" → ")
            assert not arrow or was.partition(": ")[2] != now


# That the walk reaches everything.


def _values(value: Any) -> Iterator[Any]:
    """A plan's values with fields, and those within them."""
    for item in items_of(value):
        yield from _values(item)
    if is_value(value):
        yield value
        for name in names_of(value):
            yield from _values(getattr(value, name))


def _filled() -> dict[tuple[str, str], bool]:
    found: dict[tuple[str, str], bool] = {}
    for value in _values(FULL):
        for name in names_of(value):
            key = (type(value).__name__, name)
            found[key] = found.get(key, False) or getattr(value, name) not in (None, (), {})
    return found


def test_the_plan_that_is_edited_has_something_in_every_field() -> None:
    assert [] == [key for key, filled in _filled().items() if not filled]


def test_every_field_of_a_plan_has_a_title() -> None:
    outside_rules = {
        (type(value).__name__, name)
        for value in _values(evolve(FULL, criteria=()))
        for name in names_of(value)
        if not isinstance(value, Text)
    }
    within = {(kind.__name__, name) for kind in (Criterion, Reading) for name in FIELDS[kind]}

    assert [] == sorted(
        f"{kind}.{name}"
        for kind, name in outside_rules | within
        if name != "key" and f"{kind}.{name}" not in TITLES and name not in TITLES
    )


FIELDS = {Criterion: names_of(FULL.criteria[0]), Reading: names_of(FULL.criteria[0].readings[0])}


def test_every_kind_of_period_is_said_in_words() -> None:
    assert {f"PeriodKind.{kind.value}" for kind in PeriodKind} <= VALUES.keys()


# By example, as the board would read it.

PLAN = the_plan()
SEASONS = "familieakademi.seasons"


def only(before: Plan, after: Plan) -> PlanChange:
    [found] = changes(before, after)
    return found


def with_criterion(criterion: Criterion) -> Plan:
    rest = [criterion if each.key == criterion.key else each for each in PLAN.criteria]
    return evolve(PLAN, criteria=tuple(rest))


def the_criterion(key: str = SEASONS) -> Criterion:
    found = PLAN.criterion(key)
    assert found is not None
    return found


def test_a_longer_programme() -> None:
    change = only(PLAN, evolve(PLAN, last_day=date(2024, 6, 30)))

    assert ("programme", "vaerebro-2020-2023") == (change.table, change.subject)
    assert (
        Text(da="sidste dag: 31.12.2023 → 30.6.2024", en="last day: 2023-12-31 → 2024-06-30") == change.says
    )


def test_money_that_moves() -> None:
    before = evolve(PLAN, areas=(evolve(PLAN.areas[0], money=Money(900, 300)), *PLAN.areas[1:]))
    after = evolve(PLAN, areas=(evolve(PLAN.areas[0], money=Money(800, 300)), *PLAN.areas[1:]))

    change = only(before, after)

    assert (ChangeKind.CHANGED, "areas", "tryghed-og-trivsel") == (change.what, change.table, change.subject)
    assert "beløb, fra Landsbyggefonden (t.kr.): 900 → 800" == change.says.da
    assert "money, from Landsbyggefonden (thousand DKK): 900 → 800" == change.says.en


def test_words_that_change_in_one_language_are_told_in_it() -> None:
    criterion = the_criterion()
    other = evolve(criterion, place=Text(da="Et andet sted", en=criterion.place.en))

    change = only(PLAN, with_criterion(other))

    assert f"sted i aftalen: »{criterion.place.da}« → »Et andet sted«" == change.says.da
    assert f"place in the agreement, in Danish: »{criterion.place.da}« → »Et andet sted«" == change.says.en


def test_a_higher_target_is_told_by_the_sentences_of_the_rule() -> None:
    criterion = evolve(FULL.criteria[0], default_reading="r-8", readings=FULL.criteria[0].readings)
    number = next(at for at, reading in enumerate(criterion.readings) if reading.key == "r-8")
    rule = criterion.readings[number].rule
    assert isinstance(rule, Count)
    higher = evolve(criterion.readings[number], rule=evolve(rule, target=6))
    readings = (*criterion.readings[:number], higher, *criterion.readings[number + 1 :])
    one, other = (
        evolve(FULL, criteria=(each,)) for each in (criterion, evolve(criterion, readings=readings))
    )

    change = only(one, other)

    assert ("readings", "everything r-8") == (change.table, change.subject)
    assert "regel: På dansk, der deltog: mindst 4. → På dansk, der deltog: mindst 6." == change.says.da
    assert "rule: In English that took part: at least 4. → In English that took part: at least 6." == (
        change.says.en
    )


def test_a_rule_that_is_another_in_the_same_words_is_told_so() -> None:
    criterion = the_criterion("lommepengejob.parent-cooperation")
    reading = criterion.readings[0]
    rule: Any = reading.rule
    other = evolve(rule, where={**rule.where, "activity": "brobygning"})
    changed = evolve(criterion, readings=(evolve(reading, rule=other), *criterion.readings[1:]))

    change = only(PLAN, with_criterion(changed))

    assert "regel: en anden, men sagt med de samme ord (where)" == change.says.da
    assert "rule: another, though said in the same words (where)" == change.says.en


@frozen
class CountedAnotherWay(Count):
    """A rule of an application that says itself as another does."""

    kind = "counted-another-way"


def test_a_rule_of_another_kind_in_the_same_words_is_told_so() -> None:
    criterion = evolve(FULL.criteria[0], default_reading="r", readings=())
    text = Text(da="møder", en="meetings")
    plans = [
        evolve(FULL, criteria=(evolve(criterion, readings=(Reading("r", text, PeriodKind.YEAR, rule),)),))
        for rule in (Count("meeting-held", 1, text), CountedAnotherWay("meeting-held", 1, text))
    ]

    change = only(plans[0], plans[1])

    assert "rule: another, though said in the same words (kind)" == change.says.en


def test_a_list_that_is_another_in_the_same_words_is_told_so() -> None:
    blocks = [(evolve(PLAN.blocks[0], stairwells=wells),) for wells in (("a, b",), ("a", "b"))]

    change = only(evolve(PLAN, blocks=blocks[0]), evolve(PLAN, blocks=blocks[1]))

    assert "opgange: en anden, men sagt med de samme ord" == change.says.da


def test_an_area_is_said_by_its_title_and_key() -> None:
    activity = evolve(PLAN.activities[0], area=PLAN.areas[1].key)
    before, now = PLAN.areas[0], PLAN.areas[1]

    change = only(PLAN, evolve(PLAN, activities=(activity, *PLAN.activities[1:])))

    assert f"indsatsområde: {before.title.da} ({before.key}) → {now.title.da} ({now.key})" == change.says.da


def test_a_new_activity_is_told_with_its_groups() -> None:
    group = Group("residents", Text(da="beboere", en="residents"))
    garden = Activity("have", PLAN.areas[0].key, Text(da="Haven", en="The garden"), groups=(group,))

    found = changes(PLAN, evolve(PLAN, activities=(*PLAN.activities, garden)))

    assert [("activities", "have"), ("groups", "have residents")] == [(c.table, c.subject) for c in found]
    assert "tilføjet: »Haven«; indsatsområde: Tryghed og trivsel (tryghed-og-trivsel)" == found[0].says.da
    assert "added: «residents»" == found[1].says.en


def test_a_criterion_that_goes_is_told_once() -> None:
    dropped = the_criterion()
    after = evolve(PLAN, criteria=tuple(each for each in PLAN.criteria if each.key != SEASONS))

    change = only(PLAN, after)

    assert (
        PlanChange(
            ChangeKind.REMOVED,
            "criteria",
            SEASONS,
            Text(da=f"udgået: »{dropped.title.da}«", en=f"removed: «{dropped.title.en}»"),
        )
        == change
    )


def test_a_new_reading_is_told_with_its_rule() -> None:
    criterion = the_criterion()
    new = evolve(criterion.readings[0], key="new", title=Text(da="ny", en="new"))

    change = only(PLAN, with_criterion(evolve(criterion, readings=(*criterion.readings, new))))

    assert (ChangeKind.ADDED, "readings", f"{SEASONS} new") == (change.what, change.table, change.subject)
    assert change.says.da.startswith("tilføjet: »ny«; opgøres for: ")
    assert "; regel: " in change.says.da


def test_rows_in_another_order_are_told_of_what_they_belong_to() -> None:
    places = (Place("a", Text(da="A", en="A")), Place("b", Text(da="B", en="B")))

    change = only(evolve(PLAN, places=places), evolve(PLAN, places=places[::-1]))

    assert ("places", PLAN.name) == (change.table, change.subject)
    assert Text(da="steder, rækkefølge: a, b → b, a", en="places, order: a, b → b, a") == change.says


def test_a_baseline_that_comes_later_is_told_of_its_indicator() -> None:
    safety = FULL.indicator("safety")
    assert safety is not None
    assert safety.baseline is not None
    other = evolve(safety, baseline=evolve(safety.baseline, figure=Decimal("70.5")))
    indicators = [other if each is safety else each for each in FULL.indicators]

    change = only(FULL, evolve(FULL, indicators=tuple(indicators)))

    assert ("indicators", "safety") == (change.table, change.subject)
    assert Text(da="basistal, tal: 77,97 → 70,5", en="baseline, figure: 77.97 → 70.5") == change.says


def test_tables_stand_in_one_order_and_readings_beside_their_criterion() -> None:
    criterion = the_criterion()
    reading = evolve(criterion.readings[0], title=Text(da="x", en="x"))
    rest = evolve(criterion, kept_by=Text(da="y", en="y"), readings=(reading, *criterion.readings[1:]))
    after = evolve(
        with_criterion(rest),
        title=Text(da="z", en="z"),
        settings=evolve(PLAN.settings, late_after_days=30),
        blocks=PLAN.blocks[1:],
    )

    assert ["programme", "settings", "blocks", "criteria", "readings"] == [
        change.table for change in changes(PLAN, after)
    ]
