"""A fact told in options is that fact: whatever the fact, in Danish and as ISO has it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_options import Typist, read_back
from from_types import ANYTHING
from given import the_plan
from vaerebro_events import VOCABULARY, Fact, PlanRevised
from vaerebro_events.forms.fields import fillable
from vaerebro_events.text import Language

FILLABLE = [kind for kind in VOCABULARY.facts.values() if fillable(kind)]
# A plan from a file is checked as a whole; made up from its types alone, it would not pass.
KNOWN: Mapping[type[Fact], Mapping[str, Any]] = {PlanRevised: {"plan": the_plan()}}
LANGUAGES = st.sampled_from(["da", "en"])
FACTS = st.sampled_from(FILLABLE).flatmap(lambda kind: ANYTHING.made(kind, KNOWN.get(kind)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plans")


@given(FACTS, LANGUAGES)
def test_a_fact_told_in_options_is_that_fact(folder: Path, fact: Fact, language: Language) -> None:
    assert fact == read_back(fact.tag, Typist(language, folder).words(fact))
