"""The command line at a person's terminal: a process of its own, 80 columns, with somebody to answer."""

import os
import pty
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pyte
from attrs import frozen

from at_the_desk import MAIN

ROWS, COLUMNS = 2000, 80  # so many rows that nothing is scrolled away


@frozen
class Screen:
    """What was written to a terminal, and how the command ended."""

    written: str
    code: int

    @property
    def text(self) -> str:
        """What stands on the screen in the end: without colours, wrapped where a line is too long."""
        screen = pyte.Screen(COLUMNS, ROWS)
        pyte.Stream(screen).feed(self.written)
        return "\n".join(line.rstrip() for line in screen.display).rstrip() + "\n"


def at_a_terminal(
    *words: str | Path, answer: str = "", lang: str = "en", environment: Mapping[str, str] | None = None
) -> Screen:
    """What a person sees who types this command at a terminal, and answers its questions so."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (ROWS, COLUMNS))
    spoken = {"LC_ALL": "da_DK.UTF-8" if lang == "da" else "C.UTF-8", "TERM": "xterm-256color"}
    settings = {**os.environ, "PYTHONUTF8": "1", **spoken, **(environment or {})}
    settings.pop("COLUMNS", None)
    command = [sys.executable, "-c", MAIN, *map(str, words)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=settings) as program:
        os.close(theirs)
        os.write(ours, answer.encode())
        shown = _all_of(ours)
    return Screen(shown, program.returncode)


def _all_of(terminal: int) -> str:
    parts: list[bytes] = []
    with suppress(OSError):  # the terminal is gone with the last who wrote on it
        while part := os.read(terminal, 1 << 16):
            parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode()
