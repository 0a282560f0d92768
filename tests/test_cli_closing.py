"""Closing a period on the command line, and what would be reported otherwise since, and why."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner
from rich.console import Console

from agreed import asked_in, chosen
from at_the_desk import a_logbook, refused, vaerebro
from clocks import SettableClock
from given import WORKER, evenings, neighbours, noon, the_plan
from given_closed import NEXT_YEAR, REGULARS, four_evenings, with_target
from given_governance import revised
from vaerebro_events import Logbook, PeriodClosed, ReportedStatus
from vaerebro_events.cli import asking, writing
from vaerebro_events.cli import vaerebro as vaerebro_
from vaerebro_events.domain.closing import PROGRAMME
from vaerebro_events.projections.closing import Cause, Restated, SinceClosing
from vaerebro_events.reports.terminal.closing import SincePage

LEADER = ("--role", "leader", "--user", "u-1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A spring of four evenings."""
    path = tmp_path / "logbog.db"
    with Logbook.create(path, the_plan(), actor=WORKER, clock=SettableClock(noon(NEXT_YEAR))) as logbook:
        four_evenings(logbook)
    return path


def later(path: Path) -> Logbook:
    """The logbook as somebody opens it now; the command line closes by the same clock."""
    return Logbook.open(path, actor=WORKER)


def close_2021(path: Path) -> None:
    assert 0 == vaerebro("close", path, "2021", *LEADER).exit_code


def a_fifth_evening(path: Path) -> int:
    """Entries that make two families regulars; the position of the last."""
    with later(path) as logbook:
        return logbook.record(*evenings([5], "f-1", "f-2"))[-1].position


# Closing.


@pytest.mark.parametrize(
    "words", ["programme", "the whole programme", "aftaleperioden", "Hele aftaleperioden"]
)
def test_the_whole_is_closed_by_any_of_its_names(path: Path, words: str) -> None:
    said = vaerebro("diff", path, words, "--lang", "da")

    assert "Fejl: Hele aftaleperioden er ikke lukket; det er ingen periode.\n" == said.stderr


def test_closing_says_what_was_closed_and_how_many_rows_there_are_of_each_state(path: Path) -> None:
    said = vaerebro("close", path, "2021", *LEADER, columns=120).stdout

    with later(path) as logbook:
        *_, closing = logbook.entries()
    assert isinstance(closing.fact, PeriodClosed)
    assert (
        f"The period 2021 is closed in entry {closing.position}, as known at entry {closing.position - 1}.\n"
        in said
    )
    assert f"By the agreement of entry 1 and version {closing.fact.library} of the logbook program.\n" in said
    assert f"\n{len(closing.fact.statuses)} rows\n" in said
    counted = sum(map(int, re.findall(r" (\d+) [a-z]", said.partition("rows\n")[2])))
    assert len(closing.fact.statuses) == counted
    assert ("leader", "u-1") == (closing.actor.role, closing.actor.user)


def test_a_trial_says_what_would_be_closed(path: Path) -> None:
    said = vaerebro("close", path, "2021", *LEADER, "--dry-run", columns=120).stdout

    with later(path) as logbook:
        position = logbook.position
    assert said.startswith(f"The period 2021, which ended on 2021-12-31, as known at entry {position}.\n")
    assert re.search(r"\n\d+ rows\n.*\d+ not met", said)
    assert said.endswith("\nNothing is recorded: this was a trial.\n")
    assert "Nothing is recorded" not in vaerebro("close", path, "2021", *LEADER).stdout


def test_a_trial_is_told_to_other_programs_as_a_closing(path: Path) -> None:
    tried, closed = (
        json.loads(vaerebro("close", path, "2021", *LEADER, "--json", *how).stdout)
        for how in (["--dry-run"], [])
    )

    assert closed["statuses"] == tried["statuses"]


@pytest.mark.parametrize(("answer", "known"), [("n\n", None), ("y\n", None), ("y\n", "1")])
def test_whoever_is_there_sees_what_will_be_closed_before_the_question(
    path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, known: str | None
) -> None:
    for module in (asking, writing):
        monkeypatch.setattr(module, "somebody_is_there", lambda: True)
    words = ["close", str(path), "2021", *LEADER, *(() if known is None else ("--known", known))]
    with later(path) as logbook:
        before = logbook.position

    said = CliRunner().invoke(vaerebro_, words, input=answer, env={"COLUMNS": "120"})

    as_known, question = known or before, "as it stands now" if known is None else f"as known {known}"
    assert said.stderr.startswith(
        f"The period 2021, which ended on 2021-12-31, as known at entry {as_known}.\n"
    )
    assert f", {question}? [y/N]" in said.stderr
    assert (answer == "y\n") == said.stdout.startswith(
        f"The period 2021 is closed in entry {before + 1}, as known at entry {as_known}.\n"
    )


def test_closing_speaks_danish(path: Path) -> None:
    said = vaerebro("close", path, "2021", *LEADER, "--lang", "da", columns=160).stdout

    assert re.search(
        r"^Perioden 2021 er lukket med post \d+ ud fra det, der var registreret til og med post \d+\.\n", said
    )
    assert re.search(r"\n\d+ opgørelser\n", said)


def test_a_period_can_be_closed_as_known_before(path: Path) -> None:
    said = vaerebro("close", path, "2021", *LEADER, "--known", "2", columns=120).stdout

    assert ", as known at entry 1.\n" in said or ", as known at entry 2.\n" in said


def test_the_whole_programme_is_closed_by_its_years(path: Path) -> None:
    said = vaerebro("close", path, PROGRAMME, *LEADER).stdout

    assert said.startswith("The period 2020-2023 is closed in entry ")


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ("2019", "There is no period «2019» to close; there are 2020, 2021, 2022, 2023, programme."),
        (
            "2021",
            "The period 2021 is closed already, in entry {position}; retract that closing to close it anew.",
        ),
    ],
)
def test_what_cannot_be_closed_is_one_sentence(path: Path, period: str, sentence: str) -> None:
    close_2021(path)
    with later(path) as logbook:
        position = logbook.entries()[-1].position

    refused(sentence.format(position=position), vaerebro("close", path, period, *LEADER))


def test_who_closes_must_be_said(path: Path) -> None:
    said = vaerebro("close", path, "2021", "--role", "leader")

    assert 2 == said.exit_code
    assert "Error: Say who is recording: --role and --user, or once and for all" in said.stderr


# Since then.


def since(path: Path, *words: str, lang: str = "en", columns: int = 120) -> str:
    return vaerebro("diff", path, *words, "--lang", lang, columns=columns).stdout


def test_where_nothing_came_since_all_is_as_reported(path: Path) -> None:
    close_2021(path)

    said = since(path, "2021")

    assert re.search(r"\nThe period 2021, closed on \S+ in entry \d+, as known at entry \d+\n", said)
    assert re.search(r"\nRows that are as reported: \d{3}\n", said)
    assert said.endswith("\nRows that would be reported otherwise now: 0\n")


def test_entries_that_came_since_are_named_with_what_they_changed(path: Path) -> None:
    close_2021(path)
    last = a_fifth_evening(path)

    english, danish = (since(path, "2021", lang=lang) for lang in ("en", "da"))

    assert re.search(
        rf"\n    each year, 2021: 0 \(≥ 10\) not met → 2 \(≥ 10\) not met\n      because of entries .*{last}",
        english,
    )
    assert re.search(rf"\n{last - 1}-{last} .+ Family attended", english)
    assert "\nOpgørelser, der ville blive indberettet anderledes nu: " in danish
    assert re.search(rf"\n      på grund af posterne .*{last}\n", danish)


def test_the_page_of_a_criterion_says_what_was_reported_otherwise(path: Path) -> None:
    close_2021(path)
    with later(path) as logbook:
        closing = logbook.entries()[-1].position
    asked = ("status", path, "--on", "2021-12-31", "--criterion", REGULARS[0], "--lang", "da")
    before = vaerebro(*asked).stdout
    a_fifth_evening(path)

    after = vaerebro(*asked).stdout

    assert "Indberettet" not in before
    assert f"\n  Indberettet: 0 (≥ 10) ikke opfyldt, post {closing}\n" in after


def test_a_revised_agreement_is_named_as_the_cause(path: Path) -> None:
    close_2021(path)
    with later(path) as logbook:
        (entry,) = logbook.record(revised(with_target(2), date(2022, 3, 1), date(2021, 6, 1)))

    english, danish = (since(path, "2021", lang=lang) for lang in ("en", "da"))

    change = r"\n    each year, 2021: 0 \(≥ 10\) not met → 0 \(≥ 12\) not met\n"
    assert re.search(
        rf"{change}      because the agreement was revised \(entry {entry.position}\)\n", english
    )
    assert f"\n      fordi aftalen er revideret (post {entry.position})\n" in danish


def test_a_chosen_reading_is_named_as_the_cause(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, asked_in(1, 2), neighbours(date(2021, 5, 3)))
    close_2021(path)
    with later(path) as logbook:
        logbook.record(chosen("at-least-2"))

    english, danish = (since(path, lang=lang) for lang in ("en", "da"))

    assert re.search(
        r"2021: 1 \(≥ 1\) met → no longer judged\n      because the board chose a reading \(entry 4\)\n",
        english,
    )
    assert re.search(
        r" → opgøres ikke længere\n      fordi bestyrelsen har valgt en opgørelse \(post 4\)\n", danish
    )


def test_the_period_closed_last_is_meant_where_none_is_named(path: Path) -> None:
    close_2021(path)
    vaerebro("close", path, "2020", *LEADER)

    assert "The period 2020, closed on" in since(path)


def test_what_is_not_closed_cannot_be_compared(path: Path) -> None:
    refused("No period is closed.", vaerebro("diff", path))
    close_2021(path)

    refused("The period 2022 is not closed; closed are 2021.", vaerebro("diff", path, "2022"))
    refused("The period 2021 is not closed; no period is.", vaerebro("diff", path, "2021", "--known", "3"))


def test_what_a_newer_library_judges_in_another_way_says_so(path: Path) -> None:
    """The library itself cannot be made older here, so what it finds is given."""
    close_2021(path)
    with later(path) as logbook:
        replay = logbook.replay()
        closing = logbook.entries()[-1]
    told = ReportedStatus(*REGULARS, "met", "3/4", "10")
    gone = ReportedStatus(REGULARS[0], "gone", "2021", "met", None, "10")
    rows = (
        Restated(told, evolve(told, state="not_met", value=None), (Cause.LIBRARY,), ()),
        Restated(gone, None, (Cause.LIBRARY,), ()),
        Restated(None, evolve(told, value="8"), (Cause.LIBRARY,), ()),
    )
    found = SinceClosing(closing, 5, rows, ())

    console = Console(width=100, color_system=None)
    with console.capture() as captured:
        console.print(SincePage(replay, found, "en", 100).page(None))
    said = re.sub(r" +\n", "\n", captured.get())

    assert (
        "\n    each year, 2021: 75 % (≥ 10) met → no figure (≥ 10), not met\n"
        "      because the logbook program is newer\n" in said
    )
    assert "\n    gone, 2021: no figure (≥ 10), met → no longer judged\n" in said
    assert "\n    each year, 2021: not reported → 8 (≥ 10) met\n" in said


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("columns", [80, 120])
def test_what_came_since_keeps_within_the_width(path: Path, lang: str, columns: int) -> None:
    close_2021(path)
    a_fifth_evening(path)

    said = since(path, lang=lang, columns=columns)

    assert columns >= max(map(len, said.splitlines()))
