"""Slips in what the staff of the sample write, and how each was mended."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from attrs import evolve, field, frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.entry import Actor, Draft
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.pages import ONE_DAY, Page
from vaerebro_events.sample.recordings import Mending, Recording, at_work, days_after

_NOTE_SLIPS = 6  # of 100 notes


@frozen
class Written:
    """A page as it was first written, and what was mended later."""

    page: Page
    drafts: tuple[Draft, ...] = field(converter=tuple[Draft, ...])
    mended: tuple[Recording, ...] = ()

    def recordings(self) -> Iterator[Recording]:
        """The page and its mendings, as they are recorded."""
        yield Recording(self.page.at, self.page.by, self.drafts)
        yield from self.mended


@frozen
class Slip:
    """A page on which something slips: the dice, the page, who was known by then, and who mends it."""

    dice: Dice
    page: Page
    known: Sequence[str]
    by: Actor

    def present(self) -> str:
        """Somebody known before, who came."""
        return self.dice.one([one for one in self.page.came if one in self.known])

    def absent(self, *but: str) -> str:
        """Somebody known before, who did not come."""
        away = (*self.page.came, *but)
        return self.dice.one([one for one in self.known if one not in away])

    def mend(self, days: int, *what: Mending) -> Recording:
        """Mends something, so many days after the page was written."""
        day = days_after(self.page.at.date(), days)
        return Recording(at_work(self.dice, day), self.by, what)

    def instead(self, right: Draft, wrong: Draft, *mended: Recording) -> Written:
        """The page with a wrong line in the place of the right one."""
        lines = (wrong if draft == right else draft for draft in self.page.drafts())
        return Written(self.page, lines, mended)


def wrong_person(slip: Slip, days: int) -> Written:
    """Somebody else was written than came."""
    right, wrong = slip.page.draft(slip.present()), slip.page.draft(slip.absent())
    return slip.instead(right, wrong, slip.mend(days, Mending(wrong, Reason.WRONG_PERSON, right)))


def wrongly_mended(slip: Slip, days: int) -> Written:
    """Somebody else was written than came, and corrected into a third; the next correction is right."""
    came, written = slip.present(), slip.absent()
    right, wrong = slip.page.draft(came), slip.page.draft(written)
    no_better = slip.page.draft(slip.absent(written))
    first = slip.mend(days, Mending(wrong, Reason.WRONG_PERSON, no_better))
    again = slip.mend(days + 6, Mending(wrong, Reason.WRONGLY_AMENDED, right))
    return slip.instead(right, wrong, first, again)


def wrong_day(slip: Slip, days: int) -> Written:
    """The whole evening was written the morning after, as if about that day."""
    day = slip.page.day + ONE_DAY
    page = evolve(slip.page, at=at_work(slip.dice, day))
    drafts = tuple(page.drafts())
    wrong = [evolve(draft, on=day) for draft in drafts]
    mendings = (Mending(of, Reason.WRONG_DAY, to) for of, to in zip(wrong, drafts, strict=True))
    return Written(page, wrong, (slip.mend(days, *mendings),))


def wrong_figure(slip: Slip, days: int) -> Written:
    """Too many heads were counted."""
    heads = slip.page.heads
    assert heads is not None
    right = Draft(heads, slip.page.day)
    wrong = evolve(right, fact=evolve(heads, heads=heads.heads + 20))
    return slip.instead(right, wrong, slip.mend(days, Mending(wrong, Reason.WRONG_FIGURE, right)))


def did_not_come(slip: Slip, days: int) -> Written:
    """Somebody was written who had not come."""
    extra = slip.page.draft(slip.absent())
    mended = slip.mend(days, Mending(extra, Reason.DID_NOT_HAPPEN))
    return Written(slip.page, (*slip.page.drafts(), extra), (mended,))


# A slip, and the days until it was mended, by the meeting on whose page it is.
Slips = Mapping[tuple[str, int], tuple[Callable[[Slip, int], Written], int]]


def mixed_up(right: str, wrong: str, mended: date) -> Callable[[Slip, int], Written]:
    """One was written for another, which was found on a certain day."""

    def mixing(slip: Slip, _: int) -> Written:
        here, instead = slip.page.draft(right), slip.page.draft(wrong)
        mending = Mending(instead, Reason.WRONG_PERSON, here)
        return slip.instead(here, instead, Recording(at_work(slip.dice, mended), slip.by, (mending,)))

    return mixing


def written(dice: Dice, pages: Sequence[Page], slips: Slips, by: Actor) -> list[Written]:
    """The pages as they were written, slips and all."""
    return [_written(Slip(dice, page, _known(page, pages), by), slips) for page in pages]


def _written(slip: Slip, slips: Slips) -> Written:
    kind = slips.get(slip.page.place)
    if kind is None:
        return Written(slip.page, slip.page.drafts())
    slips_so, days = kind
    return slips_so(slip, days)


def _known(page: Page, pages: Sequence[Page]) -> list[str]:
    """Those who came to meetings of the series that were held, and written down, before."""
    known: dict[str, None] = {}
    for other in pages:
        before = other.day < page.day and other.at < page.at
        if before and other.held.series == page.held.series:
            known.update(dict.fromkeys(other.came))
    return list(known)


def noted(dice: Dice, draft: Draft, by: Actor) -> Iterator[Recording]:
    """A note, made some days later; now and then made twice or on the wrong day, and mended."""
    assert draft.on is not None
    told = days_after(draft.on, dice.whole(1, 4))
    at, again = at_work(dice, told), at_work(dice, days_after(told, 1))
    mended = at_work(dice, days_after(told, dice.whole(5, 14)))
    if not dice.chance(_NOTE_SLIPS):
        yield Recording(at, by, (draft,))
    elif dice.chance(50):
        yield from written_twice(draft, by, (at, again), mended)
    else:
        wrong = evolve(draft, on=told)
        yield Recording(at, by, (wrong,))
        yield Recording(mended, by, (Mending(wrong, Reason.WRONG_DAY, draft),))


def written_twice(
    draft: Draft, by: Actor, at: tuple[datetime, datetime], mended: datetime
) -> Iterator[Recording]:
    """The same note made twice; the second is taken back."""
    yield from (Recording(time, by, (draft,)) for time in at)
    yield Recording(mended, by, (Mending(draft, Reason.DUPLICATE),))
