"""The library's own vocabulary: its facts and its rules. An application adds to it explicitly."""

from vaerebro_events.domain.vocabulary import FACTS, Vocabulary
from vaerebro_events.projections.rules import RULES

VOCABULARY = Vocabulary.of(FACTS, RULES)
