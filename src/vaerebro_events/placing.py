"""A file comes to its place whole or not at all: made under another name beside it, and moved at the end."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4


def beside(path: Path) -> Path:
    """A name for a file that is being made, in the folder where it is to stand."""
    return path.with_name(f".{path.name[:100]}.{uuid4().hex[:12]}")


def put(made: Path, path: Path, *, replace: bool = False) -> None:
    """Moves a file to its place; one that stands there is only replaced where that is asked.

    Raises: `FileExistsError`, or another `OSError`.
    """
    if replace:
        made.replace(path)
        return
    try:
        os.link(made, path)  # unlike a move, it never takes the place of another file
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if path.exists():
            raise FileExistsError(str(path)) from None
        made.rename(path)
    else:
        made.unlink()


@contextmanager
def whole_file(path: Path, *, replace: bool = False) -> Generator[Path]:
    """A name to write a file under, which stands at its path once all is written; else nothing does.

    Raises: `FileExistsError`, or another `OSError`.
    """
    made = beside(path)
    try:
        yield made
        put(made, path, replace=replace)
    finally:
        made.unlink(missing_ok=True)
