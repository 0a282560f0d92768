"""Files that are written out: each comes to its place whole, and tells how long it is and its SHA-256."""

from collections.abc import Callable, Iterable
from hashlib import file_digest
from os.path import realpath
from pathlib import Path

from attrs import frozen

from vaerebro_events.errors import FileInTheWay, NotWritten
from vaerebro_events.errors.said import why_of
from vaerebro_events.placing import whole_file
from vaerebro_events.text import Text

DEVICES, SHARED_MEMORY = Path("/dev"), Path("/dev/shm")  # noqa: S108 it is not where anything temporary is put
NO_FILE = Text(da="dér er ingen almindelig fil", en="that is no ordinary file")


@frozen
class Written:
    """A file that was written: how many entries or rows it has, how long it is, and its SHA-256."""

    path: Path
    rows: int
    bytes: int
    sha256: str


@frozen
class Place:
    """Where something is written, and whether what stands there may be replaced."""

    path: Path
    replace: bool = False

    @property
    def _end(self) -> Path:
        """Where it comes to stand: at the end of a link, which stays."""
        try:
            return Path(realpath(self.path))
        except ValueError:  # writing says why
            return self.path

    def check(self) -> None:
        """Looks before much is done.

        Raises: `FileInTheWay`, or `NotWritten` where a device or the like stands, which is never replaced.
        """
        end = self._end
        ordinary = end.is_file() or end.is_dir() or not end.exists()
        if not ordinary or (DEVICES in end.parents and SHARED_MEMORY not in end.parents):
            raise NotWritten(str(self.path), NO_FILE)
        if self.path.exists() and not self.replace:
            raise FileInTheWay(str(self.path))

    def write(self, rows: int, write: Callable[[Path], object]) -> Written:
        """Lets a file be written, under another name first.

        Raises: `FileInTheWay`, `NotWritten`, or what `write` raises.
        """
        self.check()
        try:
            with whole_file(self._end if self.replace else self.path, replace=self.replace) as made:
                write(made)
                with made.open("rb") as file:
                    digest, size = file_digest(file, "sha256").hexdigest(), made.stat().st_size
        except FileExistsError:
            raise FileInTheWay(str(self.path)) from None
        except (OSError, ValueError) as error:
            raise NotWritten(str(self.path), why_of(error)) from None
        return Written(self.path, rows, size, digest)


def write_lines(path: Path, lines: Iterable[bytes]) -> None:
    """Writes lines into a new file."""
    with path.open("xb") as file:
        file.writelines(lines)
