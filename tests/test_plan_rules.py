"""What in a rule does not fit its plan or the facts there are. A new check: one line here.

It is told as somebody meets it who writes a plan's file. `club_plan.toml` is that file, without its
criterion; capitals in a rule stand for what `SHORT` says.
"""

from pathlib import Path

import pytest

from given import the_plan
from test_plan_files import CRITERION, problems
from vaerebro_events import VOCABULARY, Codec, read_plan
from vaerebro_events.domain.plan import Words
from vaerebro_events.projections.rules import RULES

CLUB_PLAN = (Path(__file__).parent / "club_plan.toml").read_text(encoding="utf-8")
BEFORE_PERIOD = CRITERION.partition('period = "year"')[0]
PLACE = "criteria «club.meetings», reading «year»"
SHORT = {
    "COUNT": "{ HELD }",
    "HERE": "{ HELD, IN_CLUB }",
    "HELD": 'kind = "count", fact = "meeting-held", target = 2, UNIT',
    "SHARE": '{ kind = "share", indicator = "mood", percent = 50 }',
    "DISTINCT": 'kind = "distinct", fact = "family-attended", target = 8, UNIT',
    "COURSES": 'kind = "complete-series", activity = "club", target = 1, meetings = 8',
    "BODY": 'kind = "established", fact = "body-established", UNIT',
    "CONTACT": 'kind = "in-contact", of = "volunteer", UNIT, ended = "volunteer-stopped"',
    "EACH": 'each = { of = "network", began = "network-formed", ended = "network-ended", UNIT }',
    "ACROSS": 'across = { of = "series", target = 2, UNIT }',
    "JOINED": '{ fact = "family-joined" }',
    "JOINING": 'fact = "family-joined", of = "family", target = 5, UNIT',
    "IN_CLUB": 'where = { activity = "club" }',
    "UNIT": 'unit = { da = "x", en = "x" }',
}


def written(rule: str, period: str = "year", plan: str = CLUB_PLAN) -> str:
    """A plan's file with one criterion, judged by a rule."""
    for short, long in SHORT.items():
        rule = rule.replace(short, long)
    return f'{plan}{BEFORE_PERIOD}period = "{period}"\nrule = {{ {rule} }}\n'


def told(folder: Path, text: str) -> list[str]:
    """What is said to be wrong with the criterion's rule, after its place."""
    return [
        each.removeprefix(PLACE).removeprefix(", rule").removeprefix(": ") for each in problems(folder, text)
    ]


NO_NAMES = "it follows names, and they are names within one activity: where.activity says which"
MEETING_HAS = "it has activity, meeting, series"
ITSELF = "must be a field of the fact itself"
COUNTED = [
    (
        'kind = "count", fact = "meeting-held", target = 2, UNIT, across = { of = "mood", target = 2, UNIT }',
        [f"the fact «meeting-held» has no field «mood»; {MEETING_HAS}"],
    ),
    (
        (
            'kind = "count", fact = "meeting-held", target = 2, UNIT, '
            'each = { of = "network", began = "network-formed", ended = "chess", UNIT }'
        ),
        [
            f"the fact «meeting-held» has no field «network»; {MEETING_HAS}",
            NO_NAMES,
            "each: there is no fact «chess»",
        ],
    ),
    (
        (
            'kind = "count", fact = "meeting-held", target = 2, UNIT, ACROSS, '
            'each = { of = "series", began = "series-planned", ended = "series-completed", UNIT }'
        ),
        [NO_NAMES, "each and across do not go together"],
    ),
    (
        'DISTINCT, of = "family", at_least = 2, first_ever = true',
        ["first_ever and at_least do not go together"],
    ),
    (
        'DISTINCT, of = "child"',
        ["the fact «family-attended» has no field «child»; it has activity, family, meeting, series"],
    ),
    (
        'DISTINCT, of = "family", also = [{ fact = "resident-joined" }, { fact = "chess" }]',
        [
            "the fact «resident-joined» has no field «family»; it has activity, network, resident",
            "there is no fact «chess»",
        ],
    ),
    ('DISTINCT, of = "family", also = [{ fact = "family-attended" }]', ["also names a fact twice"]),
    ('DISTINCT, of = "family", also = [JOINED, JOINED]', ["also names a fact twice"]),
    (
        'DISTINCT, of = "family", also = [{ fact = "family-joined", where = { activity = "chess" } }]',
        ["there is no activity «chess»"],
    ),
    (
        'DISTINCT, of = "family", also = [{ fact = "family-joined", where = { "meeting.meeting" = 1 } }]',
        ["the fact «family-joined» has no field «meeting»; it has activity, family, network"],
    ),
    ('DISTINCT, of = "series.group"', [f"«series.group» {ITSELF}"]),
    (
        'kind = "distinct", fact = "heads-counted", of = "heads", target = 2, UNIT',
        ["«heads» of «heads-counted» names nobody and nothing: it is no text"],
    ),
    (
        (
            'kind = "count", fact = "meeting-held", target = 2, UNIT, '
            'across = { of = "series.group", target = 2, UNIT }'
        ),
        [f"«series.group» {ITSELF}"],
    ),
    (
        'COURSES, participants = { fact = "family-attended", of = "series.group", target = 5, UNIT }',
        [f"participants: «series.group» {ITSELF}"],
    ),
    (
        'DISTINCT, of = "family", of_them = { fact = "bydelsmor-began", of = "family", target = 9, UNIT }',
        [
            "of_them: the fact «bydelsmor-began» has no field «family»; it has activity, resident",
            "of_them.target (9) is more than target (8)",
        ],
    ),
    (
        'DISTINCT, of = "family", of_them = { fact = "resident-joined", of = "resident", target = 2, UNIT }',
        ["of_them: «resident» of «resident-joined» names something else than «family» of «family-attended»"],
    ),
    (
        'DISTINCT, of = "family", of_them = { fact = "chess", of = "family", target = 2, UNIT }',
        ["of_them: there is no fact «chess»"],
    ),
    (
        'DISTINCT, of = "family", of_them = { JOINING, ended = "chess" }',
        [NO_NAMES, "of_them: there is no fact «chess»"],
    ),
    (
        'DISTINCT, of = "family", IN_CLUB, of_them = { JOINING, ended = "network-ended" }',
        ["of_them: the fact «network-ended» has no field «family»; it has activity, network"],
    ),
    (
        'CONTACT, began = "chess", sign = "meeting-held"',
        [
            NO_NAMES,
            "there is no fact «chess»",
            f"the fact «meeting-held» has no field «volunteer»; {MEETING_HAS}",
        ],
    ),
    (
        'kind = "complete-series", activity = "chess", target = 1, meetings = 8',
        ["there is no activity «chess»"],
    ),
    (
        'COURSES, participants = { fact = "family-joined", of = "child", target = 5, UNIT }',
        [
            "participants: the fact «family-joined» has no field «child»; it has activity, family, network",
            "participants: the fact «family-joined» names no meeting",
        ],
    ),
    (
        'COURSES, participants = { fact = "chess", of = "family", target = 5, UNIT }',
        ["participants: there is no fact «chess»"],
    ),
    (
        'kind = "kept-six-months", activity = "chess", target = 5, of_them = 6',
        ["there is no activity «chess»", "of_them (6) is more than target (5)"],
    ),
    ('kind = "coverage", activity = "chess", target = 1', ["there is no activity «chess»"]),
    ('kind = "coverage", activity = "club", target = 2', ["target (2) is more than the plan's blocks (1)"]),
]
SHOWN = [
    ('BODY, seen = "kind"', ["the fact «body-established» has no number «kind»"]),
    ('BODY, seen = "heads"', ["the fact «body-established» has no number «heads»"]),
    ("BODY, at_least = 2", ["at_least says how many must be seen, so it needs seen"]),
    (
        'BODY, ended = { fact = "network-ended", of = "body" }',
        [NO_NAMES, "ended: the fact «network-ended» has no field «body»; it has activity, network"],
    ),
    (
        'BODY, ended = { fact = "chess", of = "network" }',
        [
            NO_NAMES,
            "the fact «body-established» has no field «network»; it has activity, body, kind",
            "ended: there is no fact «chess»",
        ],
    ),
    # Names of two activities are no names within one.
    (
        'BODY, where = { activity = ["club", "club"] }, ended = { fact = "body-dissolved", of = "body" }',
        [NO_NAMES],
    ),
]
NO_BENCHMARK = "the indicator «parents» is compared with nobody: it has no benchmark"
NO_JOY = ["there is no indicator «joy»"]
AT_ITS_BENCHMARK = "is at its benchmark already, so nothing is closer"
MEASURED = [
    ('kind = "share", indicator = "joy", percent = 50', NO_JOY),
    (
        'kind = "share", indicator = "better", percent = 101',
        ["the indicator «better» is measured by assessment, not by survey", "percent is 101, more than 100"],
    ),
    (
        'kind = "share", indicator = "mood", percent = 100, more_than = true',
        ["more_than 100 per cent is never reached"],
    ),
    ('kind = "assessed", indicator = "joy"', NO_JOY),
    (
        'kind = "assessed", indicator = "mood"',
        ["the indicator «mood» is measured by survey, not by assessment"],
    ),
    ('kind = "moved", indicator = "joy", direction = "up"', NO_JOY),
    (
        'kind = "moved", indicator = "leisure", direction = "up"',
        ["the indicator «leisure» has no baseline"],
    ),
    (
        'kind = "moved", indicator = "visits", direction = "up", points = 0',
        [
            "the indicator «visits» is measured by count, not by measurement",
            "points is 0; leave it out where any move is enough",
        ],
    ),
    (
        'kind = "moved", indicator = "parents", direction = "up", points = 100.5',
        ["points is 100.5, more than 100"],
    ),
    (
        'kind = "moved", indicator = "safety", direction = "up", points = 25.5',
        ["points is 25.5, but from 75 per cent there is no 100.5"],
    ),
    ('kind = "closer", indicator = "joy", direction = "up"', NO_JOY),
    (
        'kind = "closer", indicator = "leisure", direction = "up"',
        ["the indicator «leisure» has no baseline"],
    ),
    (
        'kind = "closer", indicator = "parents", direction = "up"',
        [NO_BENCHMARK, "the baseline of «parents» has no benchmark to be closer to"],
    ),
    (
        'kind = "closer", indicator = "safety", direction = "down"',
        [f"the baseline of «safety» {AT_ITS_BENCHMARK}"],
    ),
    (
        'kind = "closer", indicator = "level", direction = "up"',
        [f"the baseline of «level» {AT_ITS_BENCHMARK}"],
    ),
    ('kind = "level-with", indicator = "parents", direction = "up"', [NO_BENCHMARK]),
    (
        'kind = "level-with", indicator = "joy", direction = "up", tolerance = -1',
        [*NO_JOY, "tolerance is -1, less than 0"],
    ),
    (
        'kind = "level-with", indicator = "safety", direction = "up", tolerance = 100.5',
        ["tolerance is 100.5, more than 100"],
    ),
    (
        'kind = "growth", indicator = "calls", percent = 0, rule = COUNT',
        ["the indicator «calls» has no baseline", "percent is 0; leave it out where any rise is enough"],
    ),
    (
        'kind = "growth", indicator = "safety", rule = SHARE',
        [
            "the indicator «safety» is measured by measurement, not by count",
            "growth is of what is counted, not of a «share»",
        ],
    ),
    (
        'kind = "growth", indicator = "visits", rule = { DISTINCT, of = "child" }',
        ["rule: the fact «family-attended» has no field «child»; it has activity, family, meeting, series"],
    ),
    (
        'kind = "growth", indicator = "visits", rule = { HELD, ACROSS }',
        ["rule: growth is of a number alone, so across has no place"],
    ),
    (
        (
            'kind = "growth", indicator = "visits", rule = { kind = "count", fact = "event-held", '
            "target = 2, UNIT, IN_CLUB, EACH }"
        ),
        ["rule: growth is of a number alone, so each has no place"],
    ),
    (
        'kind = "growth", indicator = "visits", rule = { DISTINCT, of = "family", of_them = { JOINING } }',
        ["rule: growth is of a number alone, so of_them has no place"],
    ),
]
COMBINED = [
    ('kind = "all-of", rules = [COUNT]', ["«all-of» combines 2 to 9 rules"]),
    (f'kind = "any-of", rules = [{", ".join(["COUNT"] * 10)}]', ["«any-of» combines 2 to 9 rules"]),
    (
        (
            'kind = "any-of", rules = [COUNT, { kind = "all-of", rules = [SHARE, '
            '{ kind = "assessed", indicator = "joy" }] }]'
        ),
        ["rule 2: rule 2: there is no indicator «joy»"],
    ),
]
WRONG = [*COUNTED, *SHOWN, *MEASURED, *COMBINED]


@pytest.mark.parametrize(("rule", "wrong"), WRONG)
def test_a_rule_that_does_not_fit_is_told(tmp_path: Path, rule: str, wrong: list[str]) -> None:
    assert wrong == told(tmp_path, written(rule))


def test_every_kind_of_rule_has_a_case() -> None:
    text = " ".join(written(rule) for rule, _ in WRONG)

    assert [] == [rule.kind for rule in RULES if f'kind = "{rule.kind}"' not in text]


def test_coverage_needs_stairwells(tmp_path: Path) -> None:
    bare = CLUB_PLAN.replace('stairwells = ["1", "2"]', "stairwells = []")
    text = written('kind = "coverage", activity = "club", target = 1', plan=bare)

    assert ["the block «block-1» has no stairwells, so it is never covered"] == told(tmp_path, text)


@pytest.mark.parametrize(
    ("value", "wrong"), [("[]", "[]"), ("[1.5]", "1.5"), ('["club", ["club"]]', "['club']"), ("1.5", "1.5")]
)
def test_a_list_to_choose_by_holds_one_value_or_more(tmp_path: Path, value: str, wrong: str) -> None:
    [said] = told(tmp_path, written(f"HELD, where = {{ activity = {value} }}"))

    assert said.endswith(f", where['activity']: {wrong} is no text, whole number or truth value")


@pytest.mark.parametrize(
    "rule",
    [
        'kind = "count", fact = "meeting-held", target = 1, UNIT, where = { "series.group" = "beginners" }',
        'DISTINCT, of = "family", also = [JOINED]',
        'DISTINCT, of = "family", where = { "meeting.led_by" = ["staff", "network"] }, also = [JOINED]',
        'DISTINCT, of = "family", IN_CLUB, of_them = { JOINING, ended = "family-attended" }',
        'kind = "moved", indicator = "parents", direction = "down", points = 100',
        'kind = "closer", indicator = "safety", direction = "up"',
        'kind = "level-with", indicator = "leisure", direction = "down"',
        'kind = "growth", indicator = "visits", percent = 12.5, rule = HERE',
        'kind = "coverage", activity = "club", target = 1',
        'kind = "any-of", rules = [HERE, SHARE]',
    ],
)
def test_a_rule_that_fits_is_read(tmp_path: Path, rule: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(written(rule), encoding="utf-8")

    assert 1 == len(read_plan(path).criteria)


def test_a_plan_comes_back_from_plain_data() -> None:
    codec = Codec(VOCABULARY)

    assert the_plan() == codec.plan("again", codec.plain_plan(the_plan()))


def test_words_of_what_the_plan_does_not_have_are_its_keys() -> None:
    words = Words("en", the_plan(), VOCABULARY.facts)

    assert ("mood", "") == (words.indicator("mood"), words.parties("mood"))
    assert ("mood", "mood") == (words.baseline("mood"), words.benchmark("mood"))
