"""Slips on the evenings' pages in the sample, and how each was mended."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from attrs import evolve, field, frozen

from vaerebro_events.domain.amendments import Reason
from vaerebro_events.domain.entry import Draft
from vaerebro_events.sample.dice import Dice
from vaerebro_events.sample.evenings import ONE_DAY, Page
from vaerebro_events.sample.families import MixUp
from vaerebro_events.sample.recordings import FAMILY_WORKER, Mending, Recording, at_work, days_after

MIX_UP_MENDED = date(2022, 1, 12)


@frozen
class Written:
    """A page as it was first written, and what was mended later."""

    page: Page
    drafts: tuple[Draft, ...] = field(converter=tuple[Draft, ...])
    mended: tuple[Recording, ...] = ()


@frozen
class Slip:
    """A page on which something slips: the dice, the page, and the families known by then."""

    dice: Dice
    page: Page
    known: Sequence[str]

    def present(self) -> str:
        """A family known before, which came."""
        return self.dice.one([family for family in self.page.families if family in self.known])

    def absent(self, *but: str) -> str:
        """A family known before, which did not come."""
        away = (*self.page.families, *but)
        return self.dice.one([family for family in self.known if family not in away])

    def mend(self, days: int, *what: Mending) -> Recording:
        """Mends something, so many days after the page was written."""
        day = days_after(self.page.at.date(), days)
        return Recording(at_work(self.dice, day), FAMILY_WORKER, what)

    def instead(self, right: Draft, wrong: Draft, *mended: Recording) -> Written:
        """The page with a wrong line in the place of the right one."""
        lines = (wrong if draft == right else draft for draft in self.page.drafts())
        return Written(self.page, lines, mended)


def wrong_person(slip: Slip, days: int) -> Written:
    """Another family was written than came."""
    right, wrong = slip.page.draft(slip.present()), slip.page.draft(slip.absent())
    return slip.instead(right, wrong, slip.mend(days, Mending(wrong, Reason.WRONG_PERSON, right)))


def wrongly_mended(slip: Slip, days: int) -> Written:
    """Another family was written than came, and corrected into a third; the next correction is right."""
    came, written = slip.present(), slip.absent()
    right, wrong = slip.page.draft(came), slip.page.draft(written)
    no_better = slip.page.draft(slip.absent(written))
    first = slip.mend(days, Mending(wrong, Reason.WRONG_PERSON, no_better))
    again = slip.mend(days + 6, Mending(wrong, Reason.WRONGLY_AMENDED, right))
    return slip.instead(right, wrong, first, again)


def wrong_day(slip: Slip, days: int) -> Written:
    """The whole evening was written the morning after, as if about that day."""
    day = slip.page.evening.day + ONE_DAY
    page = evolve(slip.page, at=at_work(slip.dice, day))
    drafts = tuple(page.drafts())
    wrong = [evolve(draft, on=day) for draft in drafts]
    mendings = (Mending(of, Reason.WRONG_DAY, to) for of, to in zip(wrong, drafts, strict=True))
    return Written(page, wrong, (slip.mend(days, *mendings),))


def wrong_figure(slip: Slip, days: int) -> Written:
    """Too many heads were counted."""
    heads = slip.page.heads
    right = Draft(heads, slip.page.evening.day)
    wrong = evolve(right, fact=evolve(heads, heads=heads.heads + 20))
    return slip.instead(right, wrong, slip.mend(days, Mending(wrong, Reason.WRONG_FIGURE, right)))


def did_not_come(slip: Slip, days: int) -> Written:
    """A family was written that had not come."""
    extra = slip.page.draft(slip.absent())
    mended = slip.mend(days, Mending(extra, Reason.DID_NOT_HAPPEN))
    return Written(slip.page, (*slip.page.drafts(), extra), (mended,))


# Which page slips, how, and after how many days it was mended.
SLIPS: Mapping[tuple[str, int], tuple[Callable[[Slip, int], Written], int]] = {
    ("2020-forår", 5): (wrong_person, 5),
    ("2020-efterår", 9): (wrongly_mended, 3),
    ("2021-forår", 9): (wrong_day, 6),
    ("2021-forår", 12): (wrong_person, 20),
    ("2022-forår", 8): (wrong_person, 4),
    ("2022-efterår", 6): (wrong_figure, 2),
    ("2022-efterår", 11): (did_not_come, 6),
    ("2023-forår", 6): (wrong_person, 12),
    ("2023-efterår", 9): (wrong_person, 112),
}


def written(dice: Dice, pages: Sequence[Page], mix_up: MixUp) -> list[Written]:
    """The pages as they were written, slips and all."""
    return [_written(dice, page, pages, mix_up) for page in pages]


def _written(dice: Dice, page: Page, pages: Sequence[Page], mix_up: MixUp) -> Written:
    slip = Slip(dice, page, _known(page, pages))
    if page.evening == mix_up.evening:
        right, wrong = page.draft(mix_up.right), page.draft(mix_up.wrong)
        mending = Mending(wrong, Reason.WRONG_PERSON, right)
        return slip.instead(right, wrong, Recording(at_work(dice, MIX_UP_MENDED), FAMILY_WORKER, (mending,)))
    if (kind := SLIPS.get((page.evening.season, page.evening.number))) is not None:
        slips, days = kind
        return slips(slip, days)
    return Written(page, page.drafts())


def _known(page: Page, pages: Sequence[Page]) -> list[str]:
    """The families of the season's evenings that came, and were written down, before."""
    known: dict[str, None] = {}
    for other in pages:
        before = other.evening.day < page.evening.day and other.at < page.at
        if before and other.evening.season == page.evening.season:
            known.update(dict.fromkeys(other.families))
    return list(known)
