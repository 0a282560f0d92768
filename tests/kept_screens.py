"""The screens that are kept: what every command shows at a terminal of 80 columns, in both languages.

`make screens` writes them anew into `screens/`: look at what changed before you keep it.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from at_a_terminal import at_a_terminal
from at_the_desk import vaerebro

KEPT = Path(__file__).parent / "screens"
LANGUAGES = ("da", "en")
SAMPLE = "logbog.db"
LATER = ("--on", "2021-12-31", "--known", "2022-02-28")
ACTOR = ("--role", "family-worker", "--user", "u-3")
EVENING = ("familieakademi", "2023-efterår", "17", "--on", "2023-12-14")
TABLE = """Dag;Aktivitet;Sæson;Møde nr.;Familie
14.12.2023;FamilieAkademi;2023-efterår;16;f-018
30.2.2023;FamilieAkademi;2023-efterår;16;f-019
14.12.2023;FamilieAkademi;2023-efterår;16;f-999
"""


@frozen
class Typed:
    """What is typed after `vaerebro`, and what is answered where it asks."""

    words: tuple[str, ...]
    answer: str = ""


SCREENS: Mapping[str, Typed] = {
    "help": Typed(("--help",)),
    "status": Typed(("status", SAMPLE, *LATER)),
    "criterion": Typed(("status", SAMPLE, *LATER, "--criterion", "familieakademi.regulars")),
    "entries": Typed(("entries", SAMPLE, "--about", "family=f-017", "--to", "2020-06-30")),
    "known": Typed(("known", SAMPLE, *LATER)),
    "known-families": Typed(("known", SAMPLE, "families", *LATER, "--since", "2021-12-01")),
    "due": Typed(("due", SAMPLE, *LATER)),
    "follow-up": Typed(("follow-up", SAMPLE, *LATER)),
    "diff": Typed(("diff", SAMPLE, "2021")),
    "plan": Typed(("plan", SAMPLE, *LATER)),
    "agreement": Typed(("agreement", SAMPLE, *LATER)),
    "check": Typed(("check", SAMPLE, *LATER)),
    "record-help": Typed(("record", "--help")),
    "record-fact-help": Typed(("record", "family-attended", "--help")),
    "meeting": Typed(("meeting", SAMPLE, *EVENING, "--families", "f-017,+2", "--heads", "9", *ACTOR), "y\n"),
    "meeting-refused": Typed(("meeting", SAMPLE, *EVENING, "--families", "f-999", *ACTOR)),
    "correct": Typed(("correct", SAMPLE, "5", "--reason", "wrong-day", "--on", "2020-01-04", *ACTOR), "n\n"),
    "import": Typed(("import", SAMPLE, "attendance.csv", "--tag", "family-attended", "--dry-run", *ACTOR)),
    "no-such-command": Typed(("stauts", SAMPLE)),
    "no-logbook": Typed(("status", "logbook.db")),
    "no-such-language": Typed(("status", SAMPLE, "--lang", "sv")),
}


def make_sample(folder: Path) -> None:
    """The sample and a small table beside it, to be copied for each screen: some commands write."""
    vaerebro("demo", folder / SAMPLE)
    (folder / "attendance.csv").write_text(TABLE, encoding="utf-8")


def screen(name: str, lang: str, sample: Path) -> str:
    """What a command shows in that language, with its exit code."""
    typed = SCREENS[name]
    with TemporaryDirectory() as folder, chdir(folder):
        for file in sample.iterdir():
            shutil.copy(file, folder)
        seen = at_a_terminal(*typed.words, answer=typed.answer, lang=lang)
    return f"$ vaerebro {' '.join(typed.words)}\n{seen.text}[{seen.code}]\n"


def kept(name: str, lang: str) -> Path:
    """Where a screen is kept."""
    return KEPT / lang / f"{name}.txt"


def all_screens(sample: Path) -> Iterator[tuple[Path, str]]:
    """Every screen, and where it is kept."""
    for lang in LANGUAGES:
        for name in SCREENS:
            yield kept(name, lang), screen(name, lang, sample)


if __name__ == "__main__":
    os.environ.update(LC_ALL="C.UTF-8", XDG_CONFIG_HOME="/nonexistent")
    with TemporaryDirectory() as made:
        make_sample(Path(made))
        for file, shown in all_screens(Path(made)):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(shown, encoding="utf-8")
