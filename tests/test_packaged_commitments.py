"""What the library's plan promises beside its criteria is the agreement's: money, posts, hours, duties.

`agreement.toml` is the agreement, written down by hand; here the plan is written as its lines are.
"""

from given import the_plan
from test_packaged_plan import AGREED, at
from vaerebro_events.domain.commitments import CoFinancing, Duty, Every, Money, Post


def paid(money: Money | None) -> str:
    assert money is not None
    return f"{money.lbf} | {money.local} | {money.total}"


def manned(post: Post) -> str:
    """A post's share in each area, whether or not it has one there, and all together."""
    shares = {share.area: share.percent for share in post.shares}
    in_areas = " + ".join(str(shares.get(area.key, 0)) for area in the_plan().areas)
    return f"{post.key} | {in_areas} = {post.percent} %"


def given(agreed: CoFinancing) -> str:
    hours = "-" if agreed.hours_a_week is None else f"{agreed.hours_a_week} a week"
    return f"{agreed.party} | {agreed.activity} | {hours}"


def must(duty: Duty) -> str:
    """A duty, with the days on which it falls due for the first and for the last time."""
    plan = the_plan()
    dues = [duty.due(span) for span in duty.spans(plan.first_day, plan.last_day)]
    since = f"after {dues[0].first}" if duty.months else f"from {dues[0].first}"
    last = f" … {dues[-1].last}" if len(dues) > 1 else ""
    return f"{duty.key} | {duty.fact} {at(duty.where)} | {duty.every} | {since} to {dues[0].last}{last}"


def test_the_money_of_the_programme_and_its_areas_is_the_agreements() -> None:
    plan = the_plan()

    assert AGREED["money"] == paid(plan.money)
    assert AGREED["money_of_areas"] == [f"{area.key} | {paid(area.money)}" for area in plan.areas]


def test_1_060_000_kr_of_landsbyggefondens_money_lies_outside_the_areas_and_nothing_of_the_local() -> None:
    plan = the_plan()
    areas = [area.money for area in plan.areas if area.money is not None]

    assert plan.money is not None
    assert 1060 == plan.money.lbf - sum(money.lbf for money in areas)
    assert 0 == plan.money.local - sum(money.local for money in areas)


def test_posts_and_their_shares_are_the_agreements() -> None:
    assert AGREED["posts"] == [manned(post) for post in the_plan().posts]


def test_co_financed_hours_are_the_agreements() -> None:
    assert AGREED["cofinancing"] == [given(agreed) for agreed in the_plan().cofinancing]


def test_the_parties_are_those_behind_the_agreement_and_its_sub_agreements() -> None:
    assert [*AGREED["behind"], *AGREED["behind_sub_agreements"]] == [
        party.key for party in the_plan().parties
    ]


def test_duties_fall_due_as_the_agreement_and_landsbyggefonden_ask() -> None:
    assert AGREED["duties"] == [must(duty) for duty in the_plan().duties]


def test_a_report_to_landsbyggefonden_says_that_it_is_open_whether_this_grant_asks_for_it() -> None:
    reports = [duty.source for duty in the_plan().duties if duty.fact == "report-sent"]

    assert 4 == len(reports)
    assert [] == [
        source for source in reports if "is open" not in source.en or "er uafklaret" not in source.da
    ]


def test_the_boards_half_years_say_that_the_agreement_itself_asks_for_less() -> None:
    [followed] = [duty for duty in the_plan().duties if duty.every is Every.HALF_YEAR]

    assert "the agreement says yearly" in followed.source.en
    assert "aftalen siger årligt" in followed.source.da


def test_baselines_to_come_have_their_day() -> None:
    assert AGREED["baselines_due"] == [
        f"{indicator.key} | {indicator.baseline.due}"
        for indicator in the_plan().indicators
        if indicator.baseline is not None and indicator.baseline.figure is None
    ]
