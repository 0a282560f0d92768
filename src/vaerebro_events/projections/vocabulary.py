"""The library's own vocabulary: its facts and its rules. An application adds to it explicitly."""

from vaerebro_events.domain.governance import PlanAdopted, before_blocks, before_governance
from vaerebro_events.domain.meetings import SeriesPlanned, before_groups
from vaerebro_events.domain.vocabulary import FACTS, Vocabulary
from vaerebro_events.projections.rules import RULES

VOCABULARY = (
    Vocabulary.of(FACTS, RULES)
    .with_lift(SeriesPlanned.tag, 1, before_groups)
    .with_lift(PlanAdopted.tag, 1, before_blocks)
    .with_lift(PlanAdopted.tag, 2, before_governance)
)
