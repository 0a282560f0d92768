"""What is said in Danish is Danish: no word of it gives away that nobody translated it."""

import re

from vaerebro_events import VaerebroError
from vaerebro_events.errors import PlanProblem

# Words that a Danish sentence does not have, and an English one seldom lacks.
GIVEAWAYS = frozenset(
    ["already", "and", "are", "be", "but", "cannot", "has", "is", "it", "its", "must", "no", "not", "of"]
) | {"than", "that", "the", "there", "this", "was", "were", "what", "which", "with", "without"}
# What stands in quotation marks is said as somebody wrote it, or as the computer knows it.
_QUOTED = re.compile(r"«[^»]*»|'[^']*'|\"[^\"]*\"")


def english_in(sentence: str) -> frozenset[str]:
    """The English words of a sentence, beside what it quotes."""
    words = (word.strip(".,:;()") for word in _QUOTED.sub("", sentence).casefold().split())
    return GIVEAWAYS.intersection(words)


def check_danish(said: VaerebroError | PlanProblem) -> str:
    """Checks that something is said in Danish, in other words than in English; gives what is said."""
    sentence = said.in_("da")
    assert sentence != str(said)
    assert set() == english_in(sentence), sentence
    assert "{" not in sentence or "{" in str(said)
    if isinstance(said, VaerebroError):
        assert sentence.endswith(".")
        assert not sentence.endswith("..")
    return sentence
