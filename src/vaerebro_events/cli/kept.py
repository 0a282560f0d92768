"""What one person sets once: who is recording, and in which language; a file in their own settings folder."""

import re
import tomllib
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from vaerebro_events.text import Language

# The form of a reference, told here since this is read before anything else is loaded.
_REFERENCE = re.compile(r"[^\W_][\w.:-]{0,63}")


@frozen
class Kept:
    """What is kept between commands."""

    role: str | None = None
    user: str | None = None
    lang: Language | None = None


def settings_file() -> Path:
    """Where it is kept."""
    return Path(click.get_app_dir("vaerebro"), "me.toml")


def kept() -> Kept:
    """What is kept; nothing, where the file is missing or not ours to read."""
    return kept_or_damaged() or Kept()


def kept_or_damaged() -> Kept | None:
    """What is kept; none, where there is a file that says nothing that can be understood."""
    try:
        read: dict[str, Any] = tomllib.loads(settings_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Kept()
    except (OSError, ValueError):
        return None
    role, user, lang = (read.get(name) for name in ("role", "user", "lang"))
    understood = all(value is None or _is_reference(value) for value in (role, user))
    return Kept(role, user, lang) if understood and lang in ("da", "en", None) else None


def _is_reference(value: object) -> bool:
    return isinstance(value, str) and bool(_REFERENCE.fullmatch(value))


def keep(new: Kept) -> None:
    """Keeps it for the commands to come."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    told = {"role": new.role, "user": new.user, "lang": new.lang}
    lines = [f'{name} = "{value}"\n' for name, value in told.items() if value is not None]
    written = file.with_suffix(".new")
    written.write_text("".join(lines), encoding="utf-8")
    written.replace(file)


def forget() -> None:
    """Keeps nothing more."""
    settings_file().unlink(missing_ok=True)
