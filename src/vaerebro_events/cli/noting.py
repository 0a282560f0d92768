"""What looks odd in what is recorded now: told with the receipt, and before a person is asked."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from vaerebro_events.cli.speaking import say
from vaerebro_events.domain.entry import Entry
from vaerebro_events.logbook import Logbook
from vaerebro_events.projections.finding import Finding, FindingKind
from vaerebro_events.text import Text

NOTE = Text(da="Bemærk: {said}", en="Note: {said}")
# The day stands in the receipt, and evenings are written up when there is time.
UNTOLD = frozenset({FindingKind.LATE_ENTRY})


def brought(logbook: Logbook, new: Sequence[Entry]) -> tuple[Finding, ...]:
    """What new entries, recorded or on trial, bring that looks odd, about them or others."""
    if not new:
        return ()
    now = logbook.replay()
    earlier = now.at(now.on, new[0].position - 1)
    later = evolve(earlier, position=new[-1].position, log=(*earlier.log, *new))
    there = set(earlier.findings)
    return tuple(each for each in later.findings if each not in there and each.kind not in UNTOLD)


def notes(findings: Iterable[Finding]) -> Iterator[str]:
    """Findings in a line each; what is so of several entries is said once."""
    for said in dict.fromkeys(say(finding.says) for finding in findings):
        yield say(NOTE, said=said)
