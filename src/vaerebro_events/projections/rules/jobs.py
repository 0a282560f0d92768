"""The rule for jobs that are kept: different youths with an ordinary fritidsjob held six months."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import field, frozen

from vaerebro_events.domain.calendar import ONE_DAY, add_months
from vaerebro_events.domain.entry import Entry
from vaerebro_events.domain.jobs import (
    FritidsjobEnded,
    FritidsjobHeldSixMonths,
    FritidsjobStarted,
    LommepengejobCompleted,
    LommepengejobStarted,
)
from vaerebro_events.domain.picking import Facts, fact_problems
from vaerebro_events.domain.plan import Plan, Words
from vaerebro_events.domain.values import whole
from vaerebro_events.projections.history import View
from vaerebro_events.projections.judgement import Growth, Judgement, LeftOut, Part, Why
from vaerebro_events.projections.rules.rule import JudgingRule, part_of_target
from vaerebro_events.projections.status import Period
from vaerebro_events.text import Text

MONTHS = 6


@frozen(eq=False)
class Jobs:
    """The fritidsjobs of an activity in a view: how each started and ended, and who had a lommepengejob."""

    starts: Mapping[str, Entry]
    ends: Mapping[str, Entry]
    by_youth: Mapping[str, list[FritidsjobStarted]]
    groups: Mapping[str, Entry]


@frozen
class KeptSixMonths(JudgingRule):
    """Different youths who kept an ordinary fritidsjob six calendar months, some of them lommepengejobbere.

    A job is held when that is recorded for a day on which six months are reached, and no end before
    it. Settings: whether a `new_employer_breaks` the six months, the `longest_gap_days` between two
    engagements that do not, and whether a lommepengejobber must have `completed` a course.
    """

    kind = "kept-six-months"

    activity: str
    target: int = field(validator=whole(1))
    of_them: int = field(validator=whole())
    new_employer_breaks: bool = True
    longest_gap_days: int = field(default=0, validator=whole())
    completed: bool = False

    def judge(self, view: View, period: Period) -> Judgement:
        jobs = self._jobs_of(view)
        counted: dict[int, None] = {}
        left_out: list[LeftOut] = []
        youths: set[str] = set()
        from_group: set[str] = set()
        for held in view.within(period, FritidsjobHeldSixMonths.tag, {"activity": self.activity}):
            fact = _held(held)
            why, seen = self._looked_at(jobs, held, fact)
            if why is not None:
                left_out.append(LeftOut(held.position, why, seen))
                continue
            youths.add(fact.youth)
            counted.update(dict.fromkeys((held.position, *seen)))
            group = jobs.groups.get(fact.youth)
            if group is not None and group.occurred_on <= held.occurred_on:
                from_group.add(fact.youth)
                counted[group.position] = None
        parts = (Part("lommepengejobbere", len(from_group), self.of_them),)
        return Judgement(Growth.COUNT, self.target, len(youths), parts, tuple(counted), tuple(left_out))

    def reached_on(self, view: View, job: str) -> date | None:
        """The day on which a job's six months are reached, back over engagements that count."""
        jobs = self._jobs_of(view)
        start = jobs.starts.get(job)
        return None if start is None else add_months(self._first_day(jobs, start)[0], MONTHS)

    def _jobs_of(self, view: View) -> Jobs:
        return view.kept(("jobs", self.activity, self.completed), lambda: self._jobs(view))

    def _jobs(self, view: View) -> Jobs:
        where = {"activity": self.activity}
        tag = LommepengejobCompleted.tag if self.completed else LommepengejobStarted.tag
        started = view.of(FritidsjobStarted.tag, where)
        by_youth: dict[str, list[FritidsjobStarted]] = {}
        for entry in started:
            by_youth.setdefault(_started(entry).youth, []).append(_started(entry))
        return Jobs(
            {_started(entry).job: entry for entry in started},
            {_of(entry, "job"): entry for entry in view.of(FritidsjobEnded.tag, where)},
            by_youth,
            {_of(entry, "youth"): entry for entry in reversed(view.of(tag, where))},
        )

    def _looked_at(
        self, jobs: Jobs, held: Entry, fact: FritidsjobHeldSixMonths
    ) -> tuple[Why | None, tuple[int, ...]]:
        """Why a held job does not count, if it does not, and the entries that show it."""
        start = jobs.starts.get(fact.job)
        if start is None:
            return Why.NOT_STARTED, ()
        if not _started(start).ordinary:
            return Why.NOT_ORDINARY, (start.position,)
        end = jobs.ends.get(fact.job)
        if end is not None and end.occurred_on < held.occurred_on:
            return Why.ENDED_BEFORE, (start.position, end.position)
        first, seen = self._first_day(jobs, start)
        if held.occurred_on < add_months(first, MONTHS):
            return Why.TOO_EARLY, seen
        return None, seen

    def _first_day(self, jobs: Jobs, start: Entry) -> tuple[date, tuple[int, ...]]:
        """The day from which the months run: back over engagements that follow close enough."""
        seen = [start.position]
        while (before := self._engagement_before(jobs, start)) is not None:
            start, end = before
            seen.extend((start.position, end.position))
        return start.occurred_on, tuple(seen)

    def _engagement_before(self, jobs: Jobs, start: Entry) -> tuple[Entry, Entry] | None:
        this = _started(start)
        for other in jobs.by_youth[this.youth]:
            began, end = jobs.starts[other.job], jobs.ends.get(other.job)
            if began.order >= start.order or end is None or not other.ordinary:
                continue
            close = end.occurred_on + ONE_DAY * (self.longest_gap_days + 1) >= start.occurred_on
            if close and (other.employer == this.employer or not self.new_employer_breaks):
                return began, end
        return None

    def sentence(self, words: Words) -> str:
        return (self._danish if words.language == "da" else self._english)()

    def _danish(self) -> str:
        group = "havde gennemført et lommepengejobforløb" if self.completed else "havde haft et lommepengejob"
        where = "hos samme arbejdsgiver" if self.new_employer_breaks else "hos en eller flere arbejdsgivere"
        days = self.longest_gap_days
        at_most = f"med højst {'én dags' if days == 1 else f'{days} dages'} ophold"
        gap = at_most if days else "uden ophold"
        return (
            f"Unge, der beholdt et ordinært fritidsjob i {MONTHS} måneder {where} og {gap}: mindst "
            f"{self.target} forskellige, heraf mindst {self.of_them}, der {group}."
        )

    def _english(self) -> str:
        group = "had completed a lommepengejob course" if self.completed else "had had a lommepengejob"
        where = "with the same employer" if self.new_employer_breaks else "with one or more employers"
        days = self.longest_gap_days
        at_most = f"with no gap of more than {days} {'day' if days == 1 else 'days'}"
        gap = at_most if days else "without a gap"
        return (
            f"Youths who kept an ordinary fritidsjob for {MONTHS} months {where} and {gap}: at least "
            f"{self.target} different ones, of them at least {self.of_them} who {group}."
        )

    def problems(self, plan: Plan, facts: Facts) -> Iterator[Text]:
        yield from fact_problems(plan, facts, FritidsjobHeldSixMonths.tag, {"activity": self.activity})
        if self.of_them > self.target:
            yield part_of_target("of_them", self.of_them, self.target)


def _held(entry: Entry) -> FritidsjobHeldSixMonths:
    assert isinstance(entry.fact, FritidsjobHeldSixMonths)
    return entry.fact


def _started(entry: Entry) -> FritidsjobStarted:
    assert isinstance(entry.fact, FritidsjobStarted)
    return entry.fact


def _of(entry: Entry, name: str) -> str:
    return str(getattr(entry.fact, name))
