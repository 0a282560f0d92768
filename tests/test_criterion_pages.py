"""The page of every criterion over the whole sample: what counted, what did not, in both languages."""

from datetime import date
from typing import get_args

import pytest
from rich.console import Console

from vaerebro_events import Replay, read_plan
from vaerebro_events.domain.text import Language
from vaerebro_events.reports.terminal.criterion import criterion_page
from vaerebro_events.sample import make_sample

WIDTH = 80


@pytest.fixture(scope="module")
def replay() -> Replay:
    """The sample at the programme's end."""
    return make_sample(":memory:").replay(on=date(2023, 12, 31))


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("criterion", [criterion.key for criterion in read_plan().criteria])
def test_every_criterion_has_its_page_within_the_width(
    replay: Replay, criterion: str, language: Language
) -> None:
    statuses = [status for status in replay.statuses if status.criterion == criterion]
    console = Console(width=WIDTH, record=True, file=None, quiet=False)

    with console.capture() as captured:
        console.print(criterion_page(replay, None, statuses, language, WIDTH))

    lines = captured.get().splitlines()
    assert [] == [line for line in lines if len(line) > WIDTH]
    assert any(criterion in line for line in lines)
