"""The agreement on the command line: versions, money, choices and hours; and what does not add up."""

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from agreed import asked_in, chosen
from at_the_desk import a_logbook, refused, vaerebro
from given import AKADEMI, JOBS
from given_governance import AGREED, ESTATE, SCHOOL, areas_of, hours, revised
from vaerebro_events import Draft, Plan, RevisionUploaded, Text
from vaerebro_events.domain.commitments import Money

APPROVED, HOLDS_FROM = date(2021, 11, 18), date(2022, 1, 1)
MOVED = evolve(AGREED, areas=areas_of(Money(400, 100), Money(400, 50), Money(200, 50)))


def agreement(folder: Path, *drafts: Draft, plan: Plan = AGREED, words: str = "", lang: str = "en") -> str:
    path = a_logbook(folder, plan, *drafts)
    return vaerebro("agreement", path, *words.split(), "--lang", lang, columns=120).stdout


# Versions.


def test_the_plan_as_adopted_is_a_version_in_force(tmp_path: Path) -> None:
    said = agreement(tmp_path)

    assert "\nVersions of the agreement: 1\n" in said
    assert "\n  Entry 1 (in force): Adopted, in force from 2020-01-01\n" in said


def test_a_revision_says_who_did_what_when_and_what_it_changed(tmp_path: Path) -> None:
    change = revised(MOVED, APPROVED, HOLDS_FROM, lbf_involved_on=date(2021, 11, 1))
    uploaded = Draft(RevisionUploaded("r-1"), date(2021, 11, 25))

    said = agreement(tmp_path, change, uploaded)

    assert "\n  Entry 2 (in force): Revised: delaftale «r-1», in force from 2022-01-01\n" in said
    assert (
        "    approved by the board on 2021-11-18, Landsbyggefonden involved on 2021-11-01, uploaded to "
        "Landsbyggefonden's portal on 2021-11-25\n"
    ) in " ".join(said.split(" ")).replace("portal\n    on", "portal on")
    area = AGREED.areas[0].title.en
    assert f"\n      ~ {area}: money, from Landsbyggefonden (thousand DKK): 500 → 400\n" in said


def test_a_version_not_yet_in_force_or_not_uploaded_says_so(tmp_path: Path) -> None:
    change = revised(MOVED, APPROVED, HOLDS_FROM)

    said = agreement(tmp_path, change, words="--on 2021-12-31")

    assert "Entry 1 (in force): Adopted, in force from 2020-01-01\n" in said
    assert "Entry 2: Revised: delaftale «r-1», in force from 2022-01-01\n" in said
    assert "approved by the board on 2021-11-18, not uploaded\n" in said


def test_a_strategic_agreement_without_the_funds_approval_says_so_in_danish(tmp_path: Path) -> None:
    without, with_it = (
        agreement(
            _folder(tmp_path, name),
            revised(MOVED, APPROVED, HOLDS_FROM, kind="strategic", lbf_approved_on=day),
            lang="da",
        )
        for name, day in (("without", None), ("with", date(2021, 12, 1)))
    )

    assert "Post 2 (gældende): Revideret: strategisk aftale »r-1«, gælder fra 1. januar 2022\n" in without
    assert ", ikke godkendt af Landsbyggefonden, ikke uploadet\n" in without
    assert ", godkendt af Landsbyggefonden 1. december 2021, ikke uploadet\n" in with_it


def _folder(above: Path, name: str) -> Path:
    folder = above / name
    folder.mkdir()
    return folder


def test_a_revision_that_changes_nothing_says_so(tmp_path: Path) -> None:
    assert "\n      nothing is changed\n" in agreement(tmp_path, revised(AGREED, APPROVED, HOLDS_FROM))


def test_two_versions_are_held_against_each_other(tmp_path: Path) -> None:
    fewer = evolve(MOVED, criteria=MOVED.criteria[:1])
    drafts = (
        revised(MOVED, APPROVED, HOLDS_FROM),
        revised(fewer, APPROVED, date(2023, 1, 1), revision="r-2"),
    )

    said = agreement(tmp_path, *drafts, words="--between 1 3", lang="da")

    assert "\nÆndringer fra post 1 til post 3: 3\n" in said
    assert re.search(r"\n  - udgået: .?Ny indsigt og nye handlemuligheder", said)
    assert "Versions" not in said


def test_a_change_of_the_programme_or_a_setting_is_told_without_a_title(tmp_path: Path) -> None:
    settings = evolve(AGREED.settings, follow_up_days=90)

    said = agreement(tmp_path, revised(evolve(AGREED, settings=settings), APPROVED, HOLDS_FROM))

    assert re.search(r"\n      ~ [^:]+: 184 → 90\n", said)


def test_two_versions_are_named_by_days_as_well(tmp_path: Path) -> None:
    change = revised(MOVED, APPROVED, HOLDS_FROM)

    by_day, by_entry = (
        agreement(_folder(tmp_path, name), change, words=f"--between {words}")
        for name, words in (("days", "2021-12-31 2022-01-01"), ("mixed", "1 2022-06-01"))
    )

    assert "\nChanges from entry 1 to entry 2: " in by_day
    assert by_entry == by_day


def test_what_is_neither_a_day_nor_an_entry_has_no_version(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, AGREED)

    refused(
        "--between cannot be 'soon': write a day as 2021-03-04 or 4.3.2021.",
        vaerebro("agreement", path, "--between", "1", "soon"),
    )


def test_two_versions_can_be_compared_backwards(tmp_path: Path) -> None:
    fewer = evolve(AGREED, criteria=AGREED.criteria[:1])

    said = agreement(tmp_path, revised(fewer, APPROVED, HOLDS_FROM), words="--between 2 1")

    assert re.search(r"\n  \+ added: ", said)


def test_only_entries_with_a_version_can_be_compared(tmp_path: Path) -> None:
    path = a_logbook(tmp_path, AGREED, revised(MOVED, APPROVED, HOLDS_FROM))

    said = vaerebro("agreement", path, "--between", "1", "7")

    refused("--between cannot be 7: the entries with a version of the plan are 1, 2.", said)


# Money, choices, hours.


def test_the_money_of_the_areas_is_a_table_beside_that_of_the_programme(tmp_path: Path) -> None:
    said = agreement(tmp_path, plan=evolve(AGREED, money=Money(1234, 200)), lang="da")

    table = said.partition("\nPenge, i t.kr.\n")[2].partition("\n\n")[0]
    assert [
        ["500", "100", "600"],
        ["300", "50", "350"],
        ["200", "50", "250"],
        ["1.000", "200", "1.200"],
        ["1.234", "200", "1.434"],
    ] == [line.split()[-3:] for line in table.splitlines()[1:]]
    assert re.search(r"\n  områderne tilsammen +1\.000 .+\n  hele indsatsen +1\.234 ", said)


def test_an_agreement_without_money_shows_none(tmp_path: Path) -> None:
    plan = evolve(AGREED, money=None, areas=areas_of(None, None, None))

    assert "Money" not in agreement(tmp_path, plan=plan)


def test_the_choices_of_the_board_are_listed(tmp_path: Path) -> None:
    said = agreement(tmp_path, chosen("at-least-2"), plan=asked_in(1, 2))

    assert "\n    activities: 2022-03-01, entry 2\n" in said
    assert "The board has chosen no reading." in agreement(_folder(tmp_path, "none"))


def test_hours_stand_beside_what_is_agreed_by_the_day(tmp_path: Path) -> None:
    given = (
        hours(ESTATE, "40.5", date(2020, 1, 1), date(2020, 3, 31)),
        hours(SCHOOL, "12", date(2021, 1, 1), date(2021, 3, 31), activity=AKADEMI),
    )

    said = agreement(tmp_path, *given, words="--on 2021-06-30", lang="da")

    assert re.search(r"\n  part, aktivitet +2020 +2021\n", said)
    job = AGREED.activities[[each.key for each in AGREED.activities].index(JOBS)].title.da
    assert re.search(rf"\n  driften, {job} +40,5 \(520\) +0 \(257,9\)\n", said)
    assert re.search(r"\n  skolen, FamilieAkademi +12\n", said)
    assert "\n  Af et år, der ikke er omme, er det aftalte til dato vist.\n" in said


def test_hours_that_the_agreement_does_not_number_are_no_breach(tmp_path: Path) -> None:
    without = evolve(AGREED.cofinancing[0], hours_a_week=None, activity=AKADEMI)
    plan = evolve(AGREED, cofinancing=(*AGREED.cofinancing, without))

    said = agreement(tmp_path, plan=plan, words="--on 2020-12-31", lang="da")

    assert re.search(r"\n  driften, FamilieAkademi +-\n", said)
    assert re.search(r"\n  i alt, hvor timerne er aftalt +0 \(520\)\n", said)
    assert "\n  Uden parentes: Aftalen siger ikke, hvor mange timer.\n" in said


def test_where_all_years_are_over_nothing_is_said_of_a_running_one(tmp_path: Path) -> None:
    said = agreement(tmp_path, words="--on 2023-12-31")

    assert "0 (520)" in said
    assert "to date" not in said


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("columns", [80, 120])
def test_the_agreement_keeps_within_the_width(tmp_path: Path, lang: str, columns: int) -> None:
    path = a_logbook(tmp_path, AGREED, revised(MOVED, APPROVED, HOLDS_FROM))

    said = vaerebro("agreement", path, "--lang", lang, columns=columns).stdout

    assert columns >= max(map(len, said.splitlines()))


@pytest.mark.parametrize("command", ["agreement", "check", "follow-up"])
def test_before_the_adoption_there_is_no_agreement(tmp_path: Path, command: str) -> None:
    said = vaerebro(command, a_logbook(tmp_path, AGREED), "--known", "0").stdout

    assert said.endswith("\nNo plan was adopted at that time.\n")


# What does not add up.


def check(folder: Path, plan: Plan, *drafts: Draft, words: str = "", lang: str = "en") -> str:
    return vaerebro(
        "check", a_logbook(folder, plan, *drafts), *words.split(), "--lang", lang, columns=100
    ).stdout


def test_where_all_adds_up_that_is_said(tmp_path: Path) -> None:
    said = check(tmp_path, AGREED, lang="da")

    assert said.endswith("\nAlt i planen stemmer.\n\nIngen opmærksomhedspunkter.\n")


def test_what_does_not_add_up_in_the_plan_is_said_under_its_kind(tmp_path: Path) -> None:
    said = check(tmp_path, evolve(AGREED, money=Money(1100, 200)))

    assert "\nRemarks on the plan: 1\n" in said
    assert re.search(r"\n  Money: 1\n    From Landsbyggefonden: .+ 1,100 .+ lie outside the areas\.\n", said)


def test_of_many_remarks_of_a_kind_the_first_few_are_shown(tmp_path: Path) -> None:
    plan = evolve(
        AGREED,
        cofinancing=tuple(
            evolve(AGREED.cofinancing[0], hours_a_week=None, activity=each.key) for each in AGREED.activities
        ),
    )
    many = len(AGREED.activities)

    few, every = (
        " ".join(check(_folder(tmp_path, words or "few"), plan, words=words).split())
        for words in ("", "--all")
    )

    assert 3 == few.count("does not say how many hours")
    assert f" … {many - 3} more of this kind; --all lists all" in few
    assert many == every.count("does not say how many hours")


def test_a_question_of_several_criteria_is_asked_once_with_their_titles(tmp_path: Path) -> None:
    question = Text(da="Hvem?", en="Who?")
    criteria = tuple(evolve(each, open_questions=(question,)) for each in AGREED.criteria[:2])

    said = check(tmp_path, evolve(AGREED, criteria=criteria), lang="da")

    titles = "; ".join(each.title.da for each in criteria)
    assert "\n  Åbne spørgsmål: 2\n" in said
    assert f" Hvem? ({titles}) " in " ".join(said.split())


def test_findings_are_counted_by_kind_with_their_entries(tmp_path: Path) -> None:
    late = [Draft(hours(ESTATE, "1", day, day).fact, day) for day in (date(2020, 2, 3), date(2020, 2, 4))]
    christmas = hours(ESTATE, "2", date(2020, 2, 4), date(2020, 2, 5))

    few, every = (
        check(_folder(tmp_path, words or "few"), AGREED, *late, christmas, words=words)
        for words in ("", "--all")
    )

    assert "\nFindings in the log: 4\n" in few
    assert re.search(r"\n +how many  what +entries\n", few)
    assert re.search(r"\n +3  recorded late +2-4\n", few)
    assert re.search(r"\n +1  with hours of the same days +4\n", few)
    assert few.endswith("\nAll of it, entry by entry: --all.\n")
    assert 3 == len(re.findall(r"\n +\d +Hours co-financed: Recorded \d+ days after its day\.(?=\n)", every))
