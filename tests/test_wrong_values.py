"""Facts, drafts and entries with a value that cannot be: each is refused in one sentence."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from given import AKADEMI, JOBS, SPRING, WORKER
from in_danish import check_danish
from vaerebro_events import (
    Actor,
    AssessmentMade,
    BaselineCounted,
    BlockOrganised,
    BodyEstablished,
    CooperationBegun,
    Draft,
    Entry,
    EventHeld,
    FamilyAttended,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    GuidanceGiven,
    HeadsCounted,
    IndicatorMeasured,
    JointInitiativeHeld,
    MarkedAsSample,
    NeighbourActivityHeld,
    NetworkFormed,
    ParticipantRegistered,
    SeriesPlanned,
    SurveyAnswered,
    VolunteerContacted,
)
from vaerebro_events.domain.references import REFERENCE_FORM
from vaerebro_events.domain.values import MOST
from vaerebro_events.errors import InvalidValue

FACT = ParticipantRegistered("family", "f-1")
Make = Callable[[], object]
LATE = date(2021, 1, 8)
EARLY = date(2021, 1, 7)
AWARE = datetime(2021, 1, 7, tzinfo=UTC)

LED = "it is named where a network led the event, and only there"
PARTNERS = "enterprise, club, school, day-care, library, authority, other"

WRONG: list[tuple[Make, str]] = [
    (
        lambda: ParticipantRegistered("cat", "f-1"),
        "kind cannot be 'cat': it must be one of family, youth, resident.",
    ),
    (
        lambda: GuidanceGiven(JOBS, "y-1", "both"),
        "about cannot be 'both': it must be one of getting, keeping.",
    ),
    (
        lambda: SeriesPlanned(AKADEMI, SPRING, 16, LATE, EARLY),
        "last_day cannot be '2021-01-07': the season begins on 2021-01-08.",
    ),
    (
        lambda: SeriesPlanned(AKADEMI, SPRING, 0, EARLY, LATE),
        f"meetings cannot be 0: it must be a whole number from 1 to {MOST}.",
    ),
    (
        lambda: FamilyAttended(AKADEMI, SPRING, MOST + 1, "f-1"),
        f"meeting cannot be 1000001: it must be a whole number from 1 to {MOST}.",
    ),
    (
        lambda: HeadsCounted(AKADEMI, SPRING, 1, -1),
        f"heads cannot be -1: it must be a whole number from 0 to {MOST}.",
    ),
    (lambda: HeadsCounted(AKADEMI, SPRING, 1, 3, 4), "vulnerable cannot be 4: only 3 heads were counted."),
    (
        lambda: EventHeld(AKADEMI, "cafe", 1, "beboerhuset", "nobody"),
        "led_by cannot be 'nobody': it must be one of staff, volunteers, residents, youths, network.",
    ),
    (
        lambda: EventHeld(AKADEMI, "cafe", 1, "beboerhuset", "network"),
        f"network is missing: {LED}.",
    ),
    (
        lambda: EventHeld(AKADEMI, "cafe", 1, "beboerhuset", "staff", "n-1"),
        f"network cannot be 'n-1': {LED}.",
    ),
    (
        lambda: VolunteerContacted("frivillige", "r-1", "weather"),
        "about cannot be 'weather': it must be one of contact, sparring, training.",
    ),
    (
        lambda: NetworkFormed("netvaerk", "n-1", 1),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "inclusive cannot be 1: it must be true or false.",
    ),
    (
        lambda: NeighbourActivityHeld("naboskab", "block-1", ("1", "1")),
        "stairwells cannot be '1, 1': a stairwell stands there twice.",
    ),
    (
        lambda: BlockOrganised("naboskab", "o-1", "block-1", "club", ("1",)),
        "form cannot be 'club': it must be one of block-council, stairwell-representatives, other.",
    ),
    (
        lambda: BlockOrganised("naboskab", "o-1", "block-1", "block-council", ()),
        "stairwells cannot be '': an organisation covers at least one stairwell.",
    ),
    (
        lambda: CooperationBegun("ivaerksaetteri", "p-1", "friend"),
        f"kind cannot be 'friend': it must be one of {PARTNERS}.",
    ),
    (
        lambda: JointInitiativeHeld("skole", "i-1", "friend"),
        f"together_with cannot be 'friend': it must be one of {PARTNERS}.",
    ),
    (
        lambda: BodyEstablished("netvaerk", "b-1", "club"),
        "kind cannot be 'club': it must be one of group, channel, working-group, committee.",
    ),
    (
        lambda: IndicatorMeasured("safety", Decimal("100.01")),
        "percent cannot be '100.01': it must be per cent, from 0 to 100.",
    ),
    (
        lambda: IndicatorMeasured("safety", Decimal(80), Decimal("-0.1")),
        "benchmark cannot be '-0.1': it must be per cent, from 0 to 100.",
    ),
    (
        lambda: BaselineCounted("volunteers-in-contact", Decimal(-1)),
        "figure cannot be '-1': it must be 0 or more.",
    ),
    (lambda: SurveyAnswered("mood", 3, 4, 0), "answered cannot be 4: only 3 were asked."),
    (lambda: SurveyAnswered("mood", 4, 3, 4), "positive cannot be 4: only 3 answered."),
    (lambda: MarkedAsSample(seed=True), f"seed cannot be True: it must be a whole number from 0 to {MOST}."),
    (
        lambda: MarkedAsSample(1.0),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        f"seed cannot be 1.0: it must be a whole number from 0 to {MOST}.",
    ),
    (
        lambda: AssessmentMade("mood", "cafe", 1),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "positive cannot be 1: it must be true or false.",
    ),
    (
        lambda: FritidsjobStarted(JOBS, "y-1", "j-1", "e-1", None),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "ordinary is missing: it must be true or false.",
    ),
    (
        lambda: FritidsjobHeldSixMonths(JOBS, "y-1", "j-1", AWARE),
        f"checked_on cannot be {AWARE!r}: it must be a day, without a time.",
    ),
    (lambda: Draft(FACT, AWARE), f"on cannot be {AWARE!r}: it must be a day, without a time."),
    (
        lambda: Draft(FACT, EARLY, "1"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "id cannot be '1': it must be a UUID.",
    ),
    (
        lambda: Draft(FACT, EARLY, None, ("letter-7",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] it is what is refused
        "evidence cannot be 'letter-7': it must be Evidence(document, sha256).",
    ),
    (lambda: Actor("family worker", "u-3"), f"role cannot be 'family worker': {REFERENCE_FORM.en}."),
    (lambda: Actor("family-worker", ""), f"user cannot be '': {REFERENCE_FORM.en}."),
    (
        lambda: Entry(1, 1, UUID(int=1), datetime(2021, 1, 7), EARLY, WORKER, FACT),  # noqa: DTZ001 it is what is refused
        "recorded_at cannot be datetime.datetime(2021, 1, 7, 0, 0): it must be an aware time in UTC.",
    ),
]


@pytest.mark.parametrize(("make", "says"), WRONG, ids=[says for _, says in WRONG])
def test_a_value_that_cannot_be_is_refused_in_one_sentence(make: Make, says: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        make()

    assert says == str(raised.value)
    check_danish(raised.value)
