"""Sentences about volunteers, events, blocks, networks and the residents' editorial group."""

from collections.abc import Iterable
from datetime import date, timedelta

from criteria.saying import Drafts, numbered, says
from vaerebro_events import (
    BlockOrganised,
    BodyDissolved,
    BodyEstablished,
    Draft,
    EventHeld,
    HeadsCounted,
    NeighbourActivityHeld,
    NetworkEnded,
    NetworkFormed,
    NetworkFoundSustainable,
    OrganisationEnded,
    PieceSentOut,
    VolunteerContacted,
    VolunteerRecruited,
    VolunteerStopped,
)

ALL_STAIRWELLS = ("1", "2", "3", "4", "5")


# Volunteers.


@says("volunteers {first:number} to {last:number} begin on {day:day}")
def volunteers_begin(first: int, last: int, day: date) -> Drafts:
    return [
        Draft(VolunteerRecruited("frivillige", who), day) for who in numbered("v", range(first, last + 1))
    ]


@says("volunteer {number:number} begins on {day:day}")
def a_volunteer_begins(number: int, day: date) -> Drafts:
    return volunteers_begin(number, number, day)


@says("volunteers {first:number} to {last:number} are contacted on {day:day}")
def volunteers_contacted(first: int, last: int, day: date) -> Drafts:
    return [
        Draft(VolunteerContacted("frivillige", who, "contact"), day)
        for who in numbered("v", range(first, last + 1))
    ]


@says("volunteer {number:number} is contacted on {day:day}")
def a_volunteer_contacted(number: int, day: date) -> Drafts:
    return volunteers_contacted(number, number, day)


@says("volunteer {number:number} stops on {day:day}")
def a_volunteer_stops(number: int, day: date) -> Drafts:
    return [Draft(VolunteerStopped("frivillige", f"v-{number}"), day)]


# Activities in Beboerhuset: number 1 is on the first day given, the next a day later each.


def _daily(numbers: Iterable[int], first_day: date) -> Iterable[tuple[int, date]]:
    return ((number, first_day + timedelta(days=at)) for at, number in enumerate(numbers))


def _events(place: str, led_by: str, first: int, last: int, day: date) -> Drafts:
    return [
        Draft(EventHeld("frivillige", f"{led_by}-{place}", number, place, led_by), on)
        for number, on in _daily(range(first, last + 1), day)
    ]


@says("volunteers hold activities {first:number} to {last:number} in {place:name}, daily from {day:day}")
def volunteers_hold(first: int, last: int, place: str, day: date) -> Drafts:
    return _events(place, "volunteers", first, last, day)


@says("volunteers hold activity {number:number} in {place:name} on {day:day}")
def volunteers_hold_one(number: int, place: str, day: date) -> Drafts:
    return _events(place, "volunteers", number, number, day)


@says("staff hold activity {number:number} in {place:name} on {day:day}")
def staff_hold_one(number: int, place: str, day: date) -> Drafts:
    return _events(place, "staff", number, number, day)


# Blocks.


@says("block {block:number} holds {many:number} neighbour activities, daily from {day:day}")
def block_holds(block: int, many: int, day: date) -> Drafts:
    return [
        Draft(NeighbourActivityHeld("naboskab", f"block-{block}"), on) for _, on in _daily(range(many), day)
    ]


@says("block {block:number} holds a neighbour activity on {day:day}")
def block_holds_one(block: int, day: date) -> Drafts:
    return block_holds(block, 1, day)


@says("stairwell {stairwell:number} of block {block:number} holds a neighbour activity on {day:day}")
def stairwell_holds_one(stairwell: int, block: int, day: date) -> Drafts:
    return [Draft(NeighbourActivityHeld("naboskab", f"block-{block}", (str(stairwell),)), day)]


def _council(block: int, stairwells: tuple[str, ...], day: date, name: str = "all") -> Draft:
    form = "block-council" if name == "all" else "stairwell-representatives"
    return Draft(BlockOrganised("naboskab", f"{name}-{block}", f"block-{block}", form, stairwells), day)


@says("a council of block {block:number} begins on {day:day}")
def council_begins(block: int, day: date) -> Drafts:
    return [_council(block, ALL_STAIRWELLS, day)]


@says("councils of blocks {first:number} to {last:number} begin on {day:day}")
def councils_begin(first: int, last: int, day: date) -> Drafts:
    return [_council(block, ALL_STAIRWELLS, day) for block in range(first, last + 1)]


@says("the council of block {block:number} ends on {day:day}")
def council_ends(block: int, day: date) -> Drafts:
    return [Draft(OrganisationEnded("naboskab", f"all-{block}"), day)]


@says(
    "representatives of stairwells {first:number} to {last:number} of block {block:number} begin on {day:day}"
)
def representatives_begin(first: int, last: int, block: int, day: date) -> Drafts:
    stairwells = ALL_STAIRWELLS[first - 1 : last]
    return [_council(block, stairwells, day, f"stairs-{first}-{last}")]


@says(
    "representatives of stairwells {first:number} to {last:number} of block {block:number} end on {day:day}"
)
def representatives_end(first: int, last: int, block: int, day: date) -> Drafts:
    return [Draft(OrganisationEnded("naboskab", f"stairs-{first}-{last}-{block}"), day)]


# Networks.


def _formed(name: str, day: date, *, inclusive: bool, outside: bool = False) -> Draft:
    return Draft(NetworkFormed("netvaerk", name, inclusive, outside), day)


@says("inclusive networks {names:names} form on {day:day}")
def inclusive_networks(names: list[str], day: date) -> Drafts:
    return [_formed(name, day, inclusive=True) for name in names]


@says("a closed network {name:name} forms on {day:day}")
def closed_network(name: str, day: date) -> Drafts:
    return [_formed(name, day, inclusive=False)]


@says("a network {name:name} forms after an outside course on {day:day}")
def course_network(name: str, day: date) -> Drafts:
    return [_formed(name, day, inclusive=True, outside=True)]


@says("an inclusive network {name:name} of {activity:name} forms on {day:day}")
def network_elsewhere(name: str, activity: str, day: date) -> Drafts:
    return [Draft(NetworkFormed(activity, name, True), day)]  # noqa: FBT003 it is inclusive


@says("the network {name:name} is found sustainable on {day:day}")
def found_sustainable(name: str, day: date) -> Drafts:
    return [Draft(NetworkFoundSustainable("netvaerk", name), day)]


@says("the network {name:name} ends on {day:day}")
def network_ends(name: str, day: date) -> Drafts:
    return [Draft(NetworkEnded("netvaerk", name), day)]


@says("a Tuesday café is held on {day:day}")
def cafe_held(day: date) -> Drafts:
    return [Draft(EventHeld("netvaerk", "tirsdagscafe", day.toordinal(), "beboerhuset", "staff"), day)]


@says("at the café of {day:day} {heads:number} are counted, {vulnerable:number} of them vulnerably placed")
def heads_at_the_cafe(day: date, heads: int, vulnerable: int) -> Drafts:
    return [Draft(HeadsCounted("netvaerk", "tirsdagscafe", day.toordinal(), heads, vulnerable), day)]


@says(
    "at an event of {activity:name} on {day:day} {heads:number} are counted, "
    "{vulnerable:number} of them vulnerably placed"
)
def heads_elsewhere(activity: str, day: date, heads: int, vulnerable: int) -> Drafts:
    return [
        Draft(EventHeld(activity, "events", day.toordinal(), "beboerhuset", "staff"), day),
        Draft(HeadsCounted(activity, "events", day.toordinal(), heads, vulnerable), day),
    ]


# The residents' editorial group.


@says("a {kind:name} {name:name} is set up on {day:day}")
def set_up(kind: str, name: str, day: date) -> Drafts:
    return [Draft(BodyEstablished("redaktion", name, kind), day)]


@says("{name:name} is dissolved on {day:day}")
def dissolved(name: str, day: date) -> Drafts:
    return [Draft(BodyDissolved("redaktion", name), day)]


@says("the piece {piece:name} is sent out on {day:day}")
def sent_out(piece: str, day: date) -> Drafts:
    return [Draft(PieceSentOut("redaktion", piece), day)]
