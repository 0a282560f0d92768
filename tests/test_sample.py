"""The sample logbook: the same every time, and with everything that real logbooks have."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from vaerebro_events import (
    VOCABULARY,
    Codec,
    Corrected,
    Entry,
    FamilyAttended,
    FritidsjobHeldSixMonths,
    GuidanceGiven,
    Logbook,
    MarkedAsSample,
    MeetingCancelled,
    MeetingHeld,
    ParticipantRegistered,
    Reason,
    Replay,
    Retracted,
    State,
    SurveyAnswered,
    difference,
)
from vaerebro_events.domain.calendar import add_months, day_of
from vaerebro_events.errors import LogbookExists
from vaerebro_events.projections.findings import FindingKind
from vaerebro_events.sample import SEED, make_sample

NEW_YEARS_EVE = date(2021, 12, 31)
TWO_MONTHS_LATER = date(2022, 2, 28)
LAST_DAY = date(2023, 12, 31)
FAMILIEAKADEMI = "familieakademi"


@pytest.fixture(scope="module")
def sample() -> Iterator[Logbook]:
    with make_sample(":memory:") as logbook:
        yield logbook


@pytest.fixture(scope="module")
def that_evening(sample: Logbook) -> Replay:
    return sample.replay(on=NEW_YEARS_EVE, known=NEW_YEARS_EVE)


@pytest.fixture(scope="module")
def two_months_later(sample: Logbook) -> Replay:
    return sample.replay(on=NEW_YEARS_EVE, known=TWO_MONTHS_LATER)


@pytest.fixture(scope="module")
def at_the_end(sample: Logbook) -> Replay:
    return sample.replay(on=LAST_DAY)


def log_bytes(logbook: Logbook) -> list[bytes]:
    codec = Codec(VOCABULARY)
    return [codec.encode(entry) for entry in logbook.entries()]


def recorded_on(entry: Entry) -> date:
    return day_of(entry.recorded_at)


def states(replay: Replay, criterion: str, reading: str) -> dict[str, State]:
    found = [
        status for status in replay.statuses if (status.criterion, status.reading) == (criterion, reading)
    ]
    return {status.period.key: status.state for status in found}


def test_one_seed_gives_the_same_bytes_every_time(sample: Logbook) -> None:
    with make_sample(":memory:", SEED) as again:
        assert log_bytes(sample) == log_bytes(again)


def test_another_seed_gives_another_log_with_the_same_story(
    sample: Logbook, that_evening: Replay, two_months_later: Replay
) -> None:
    with make_sample(":memory:", SEED + 1) as other:
        evening = other.replay(on=NEW_YEARS_EVE, known=NEW_YEARS_EVE)
        later = other.replay(on=NEW_YEARS_EVE, known=TWO_MONTHS_LATER)

        assert log_bytes(sample)[2:] != log_bytes(other)[2:]
        assert [s.state for s in that_evening.statuses] == [s.state for s in evening.statuses]
        assert [s.state for s in two_months_later.statuses] == [s.state for s in later.statuses]


def test_a_file_holds_the_same_as_the_memory_and_is_never_overwritten(
    sample: Logbook, tmp_path: Path
) -> None:
    path = tmp_path / "logbog.db"
    make_sample(path).close()

    with Logbook.open(path) as logbook:
        assert log_bytes(sample) == log_bytes(logbook)
    with pytest.raises(LogbookExists):
        make_sample(path)


def test_progress_is_told_step_by_step() -> None:
    told: list[tuple[int, int]] = []

    make_sample(":memory:", progress=lambda done, steps: told.append((done, steps))).close()

    assert list(range(1, len(told) + 1)) == [done for done, _ in told]
    assert {len(told)} == {steps for _, steps in told}


def test_a_sample_that_is_broken_off_leaves_its_file_free_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "logbog.db"

    def break_off(done: int, _: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_sample(path, progress=break_off)

    with Logbook.open(path) as logbook:
        batches = {entry.batch_end for entry in logbook.entries()}
        assert 1 + 10 == len(batches)


def test_references_are_letters_and_numbers_that_name_nobody(sample: Logbook) -> None:
    registered = [entry.fact for entry in sample.entries() if isinstance(entry.fact, ParticipantRegistered)]

    assert all(re.fullmatch(r"[fyr]-\d{3}", fact.who) for fact in registered)


def test_the_log_is_marked_as_a_sample(sample: Logbook) -> None:
    assert MarkedAsSample(SEED) == sample.entries()[1].fact


def test_the_log_is_as_large_as_four_real_years(sample: Logbook) -> None:
    tags = Counter(entry.fact.tag for entry in sample.entries())

    assert 5_000 < sample.position < 10_000
    assert 32 == tags["series-planned"]
    assert 88 <= tags["lommepengejob-started"] <= 108
    assert 20 < tags["fritidsjob-started"] < 40


def test_ten_to_sixteen_families_come_to_most_evenings(at_the_end: Replay) -> None:
    facts = [entry.fact for entry in at_the_end.history]
    attended = [
        fact for fact in facts if isinstance(fact, FamilyAttended) and fact.activity == FAMILIEAKADEMI
    ]
    came = Counter((fact.series, fact.meeting) for fact in attended)

    assert 8 <= min(came.values())
    assert 16 >= max(came.values())
    assert 10 <= sum(came.values()) / len(came) <= 16


def test_time_goes_forward_and_ends_in_february_after_the_programme(sample: Logbook) -> None:
    entries = sample.entries()

    assert all(one.recorded_at <= next_.recorded_at for one, next_ in pairwise(entries))
    assert date(2020, 1, 2) == recorded_on(entries[0])
    assert (2024, 2) == (recorded_on(entries[-1]).year, recorded_on(entries[-1]).month)
    assert date(2024, 2, 29) == sample.replay().on


def test_several_people_write(sample: Logbook) -> None:
    actors = {(entry.actor.role, entry.actor.user) for entry in sample.entries()}

    assert {"leader", "family-worker", "child-and-youth-worker", "network-worker"} == {
        role for role, _ in actors
    }
    assert 5 == len(actors)


def test_spring_2020_is_cancelled_from_the_lockdown_and_met_again_in_june(at_the_end: Replay) -> None:
    spring = [
        entry
        for entry in at_the_end.history
        if getattr(entry.fact, "series", None) == "2020-forår"
        and getattr(entry.fact, "activity", None) == FAMILIEAKADEMI
    ]
    cancelled = [entry.occurred_on for entry in spring if isinstance(entry.fact, MeetingCancelled)]
    held = [entry.occurred_on for entry in spring if isinstance(entry.fact, MeetingHeld)]

    assert date(2020, 3, 12) == min(cancelled)
    assert 9 == len(cancelled)
    assert [6] * 4 == [day.month for day in held if day > date(2020, 3, 12)]


def test_most_evenings_are_written_down_by_the_next_day(sample: Logbook) -> None:
    held = [entry for entry in sample.entries() if isinstance(entry.fact, MeetingHeld)]
    waited = [(recorded_on(entry) - entry.occurred_on).days for entry in held]

    assert sum(days <= 1 for days in waited) > len(held) * 9 // 10
    assert any(14 <= days <= 90 for days in waited)


def test_a_few_entries_are_late_enough_to_be_findings(at_the_end: Replay) -> None:
    late = [finding for finding in at_the_end.findings if finding.kind is FindingKind.LATE_ENTRY]
    batches = {at_the_end.log[finding.position - 1].batch_end for finding in late}

    assert 2 <= len(batches) <= 9


def test_slips_are_corrected_for_person_day_and_figure(sample: Logbook) -> None:
    reasons = {entry.fact.reason for entry in sample.entries() if isinstance(entry.fact, Corrected)}

    assert {Reason.WRONG_PERSON, Reason.WRONG_DAY, Reason.WRONG_FIGURE} <= reasons


def test_one_slip_is_corrected_wrongly_and_mended_by_correcting_again(sample: Logbook) -> None:
    amended = [entry.fact for entry in sample.entries() if isinstance(entry.fact, Corrected)]
    again = [fact for fact in amended if fact.reason is Reason.WRONGLY_AMENDED]

    assert 1 == len(again)
    first, second = [fact for fact in amended if fact.amends == again[0].amends]
    assert (Reason.WRONG_PERSON, again[0]) == (first.reason, second)


def test_a_completion_of_2021_is_retracted_in_january(sample: Logbook) -> None:
    retracted = [
        entry
        for entry in sample.entries()
        if isinstance(entry.fact, Retracted) and date(2022, 1, 1) <= recorded_on(entry) <= TWO_MONTHS_LATER
    ]

    assert "lommepengejob-completed" in {
        sample.entries()[entry.fact.amends - 1].fact.tag
        for entry in retracted
        if isinstance(entry.fact, Retracted)
    }


def test_what_was_written_twice_is_retracted_as_a_duplicate(sample: Logbook) -> None:
    facts = [entry.fact for entry in sample.entries()]
    duplicates = [
        facts[fact.amends - 1]
        for fact in facts
        if isinstance(fact, Retracted) and fact.reason is Reason.DUPLICATE
    ]

    assert duplicates
    assert all(facts.count(fact) > 1 for fact in duplicates)


def test_jobs_that_reach_six_months_in_december_are_checked_after_new_year(at_the_end: Replay) -> None:
    held = [entry for entry in at_the_end.history if isinstance(entry.fact, FritidsjobHeldSixMonths)]
    after_new_year = [
        entry for entry in held if entry.occurred_on.year == 2021 and recorded_on(entry).year == 2022
    ]
    starts = {
        getattr(entry.fact, "job", ""): entry.occurred_on
        for entry in at_the_end.history
        if entry.fact.tag == "fritidsjob-started"
    }

    assert 3 <= len(after_new_year)
    for entry in held:
        assert isinstance(entry.fact, FritidsjobHeldSixMonths)
        assert add_months(starts[entry.fact.job], 6) == entry.occurred_on
        assert entry.fact.checked_on <= recorded_on(entry)


def test_surveys_have_their_report_and_some_are_told_after_new_year(sample: Logbook) -> None:
    surveys = [entry for entry in sample.entries() if isinstance(entry.fact, SurveyAnswered)]

    assert all(entry.evidence for entry in surveys)
    assert 4 <= sum(
        (entry.occurred_on.month, entry.occurred_on.day, recorded_on(entry).month) == (12, 31, 1)
        for entry in surveys
    )


def test_guidance_is_given_about_getting_a_job_and_keeping_it(at_the_end: Replay) -> None:
    guidance = [entry.fact for entry in at_the_end.history if isinstance(entry.fact, GuidanceGiven)]

    assert {"getting", "keeping"} == {fact.about.value for fact in guidance}


def test_the_years_end_as_the_sample_tells_them(at_the_end: Replay) -> None:
    met, not_met = State.MET, State.NOT_MET
    years = ("2020", "2021", "2022", "2023")

    def story(criterion: str, reading: str = "year") -> tuple[State, ...]:
        return tuple(states(at_the_end, criterion, reading)[year] for year in years)

    assert (not_met, met, met, met) == story("lommepengejob.completed")
    assert (not_met, not_met, not_met, not_met) == story("lommepengejob.fritidsjob-held")
    assert (State.AWAITING_ASSESSMENT, met, not_met, met) == story("lommepengejob.growth-seen")
    assert (met, met, not_met, met) == story("lommepengejob.meaningful")
    assert (not_met, not_met, met, not_met) == story("familieakademi.seasons", "two-seasons-of-16")
    assert (met, met, met, met) == story("familieakademi.seasons", "16-over-two-seasons")
    assert (not_met, met, met, met) == story("familieakademi.regulars")
    assert (met, met, met, not_met) == story("familieakademi.new-families")
    assert (not_met, met, met, met) == story("familieakademi.new-insight")


def test_fifteen_youths_keep_a_fritidsjob_enough_of_them_lommepengejobbere(at_the_end: Replay) -> None:
    status = at_the_end.status("lommepengejob.fritidsjob-held")

    assert 15 == status.value
    assert 5 <= status.parts[0].value
    assert {"ended-before", "not-ordinary"} <= {left.why.value for left in status.left_out}


def test_some_readings_disagree(that_evening: Replay, at_the_end: Replay) -> None:
    for replay in (that_evening, at_the_end):
        seasons = replay.status("familieakademi.seasons", period="2021")
        assert (State.NOT_MET, True) == (seasons.state, seasons.disagree)


def test_new_years_eve_looks_otherwise_two_months_later(
    that_evening: Replay, two_months_later: Replay
) -> None:
    found = difference(that_evening, two_months_later)
    turned = {
        change.key[0]: (change.before.state, change.after.state)
        for change in found.changed
        if change.key[2] == "2021" and change.before is not None and change.after is not None
    }

    assert (State.NOT_MET, State.MET) == turned["lommepengejob.completed"]
    assert (State.AWAITING_ASSESSMENT, State.MET) == turned["lommepengejob.growth-seen"]
    assert (State.AWAITING_MEASUREMENT, State.MET) == turned["lommepengejob.meaningful"]
    assert (State.NOT_MET, State.MET) == turned["familieakademi.regulars"]
    assert (State.NOT_MET, State.MET) == turned["familieakademi.new-families"]
    assert (State.NOT_MET, State.MET) == turned["familieakademi.new-insight"]


def test_every_change_names_entries_recorded_after_new_year(
    sample: Logbook, that_evening: Replay, two_months_later: Replay
) -> None:
    found = difference(that_evening, two_months_later)

    for change in found.changed:
        assert change.caused_by
        for position in change.caused_by:
            assert NEW_YEARS_EVE < recorded_on(sample.entries()[position - 1]) <= TWO_MONTHS_LATER
    assert {"corrected", "retracted", "family-attended"} <= {entry.fact.tag for entry in found.entries}
