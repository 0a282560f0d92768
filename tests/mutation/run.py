"""Change the pure layers in small ways, one at a time, and tell which changes no test notices.

`make mutants`, or `make mutants only="domain.calendar projections.rules"`. All is judged anew every time:
mutmut would let old results stand where only tests have changed.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = "vaerebro_events"
WORK = Path("mutants")
NOTICED, UNNOTICED = ("killed", "timeout"), ("survived", "no tests", "suspicious", "segfault")

Verdicts = dict[str, str]


def mutmut(*words: str) -> str:
    """What a command of mutmut prints."""
    return subprocess.run(["mutmut", *words], check=True, capture_output=True, text=True).stdout


def run(patterns: list[str]) -> None:
    """Let mutmut judge the mutants that match, or all of them; what it says goes to a file."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir()
    log = WORK / "run.log"
    print(f"Running; mutmut tells how far it is in {log}.", flush=True)
    with log.open("w", encoding="utf-8") as out:
        words = ["mutmut", "run", "--max-children", "2", *patterns]
        done = subprocess.run(words, check=False, stdout=out, stderr=subprocess.STDOUT)
    if done.returncode:
        last = log.read_text(encoding="utf-8").replace("\r", "\n").splitlines()[-30:]
        sys.exit("\n".join([*last, f"mutmut could not run; all it said is in {log}."]))


def verdicts(patterns: list[str]) -> Verdicts:
    """What became of every mutant asked for."""
    told = (line.strip().rpartition(": ") for line in mutmut("results", "--all", "true").splitlines())
    found = {name: verdict for name, _, verdict in told if name.startswith(f"{PACKAGE}.")}
    return {name: verdict for name, verdict in found.items() if any(fnmatch(name, each) for each in patterns)}


def module(name: str) -> str:
    """The module of a mutant: `vaerebro_events.text.x_name__mutmut_1` is of `domain.text`."""
    return name.removeprefix(f"{PACKAGE}.").rpartition(".")[0]


def score(found: list[str]) -> str:
    """How many of the mutants that mypy lets through were noticed."""
    counts = Counter(found)
    noticed, unnoticed = (sum(counts[each] for each in group) for group in (NOTICED, UNNOTICED))
    judged = noticed + unnoticed
    share = f"{noticed / judged:6.1%}" if judged else "     -"
    rest = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    return f"{share}  {noticed:4} of {judged:4}   ({rest})"


def report(found: Verdicts) -> str:
    """The unnoticed changes with their diffs, then the score of each module and of all."""
    told = [mutmut("show", name) for name, verdict in sorted(found.items()) if verdict in UNNOTICED]
    modules = sorted({module(name) for name in found})
    told += [
        f"{each:32}{score([verdict for name, verdict in found.items() if module(name) == each])}"
        for each in modules
    ]
    return "\n".join([*told, f"{'all':32}{score(list(found.values()))}"])


def main(names: list[str]) -> None:
    # mutmut, mypy and our plugin of pytest are found by what runs below.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    os.environ["PYTHONPATH"] = str(HERE.resolve())
    patterns = [f"{PACKAGE}.{name}*" for name in names]
    run(patterns)
    told = report(verdicts(patterns or [f"{PACKAGE}.*"]))
    (WORK / "report.txt").write_text(f"{told}\n", encoding="utf-8")
    print(told)


if __name__ == "__main__":
    main(sys.argv[1:])
