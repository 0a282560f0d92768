"""Every file of `examples/` runs, and says what it is meant to say."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
SAYS = {
    "record_and_ask.py": ["familieakademi.new-families: 2 of 8, not_met"],
    "correct_and_replay.py": ["familieakademi.new-families year 2021: caused by entries [8]"],
    "own_projection.py": ["for 2021-12-31, known at the end: {'2021-01': 30, '2021-02': 25}"],
    "another_plan.py": [
        "faelleshaver.blocks programme: 1 of 2, on_track",
        "follow-up, due by 2024-12-31: overdue",
        "yearly-report, due by 2025-02-28: done-late",
        "evening-school 2025: 97.5 of 130 hours",
    ],
    "own_fact_and_rule.py": ["1/2 of 3/5: not_met; left out: 2"],
    "web_app.py": ["by the leader: {'state': 'met', 'value': '12', 'target': '8'}"],
}


def test_every_example_is_looked_at() -> None:
    assert set(SAYS) == {path.name for path in EXAMPLES.glob("*.py")}


@pytest.mark.parametrize("name", SAYS)
def test_example_runs_and_says_what_it_shows(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", EXAMPLES / name], capture_output=True, text=True, check=False
    )

    assert "" == run.stderr
    assert 0 == run.returncode
    assert [] == [line for line in SAYS[name] if line not in run.stdout.splitlines()]
