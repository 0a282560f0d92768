"""What one person sets once: who is recording, and in which language; a file in their own settings folder."""

import tomllib
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from vaerebro_events.text import Language


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
    try:
        read: dict[str, Any] = tomllib.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Kept()
    role, user, lang = (read.get(name) for name in ("role", "user", "lang"))
    return Kept(
        role if isinstance(role, str) else None,
        user if isinstance(user, str) else None,
        lang if lang in ("da", "en") else None,
    )


def keep(new: Kept) -> None:
    """Keeps it for the commands to come."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    told = {"role": new.role, "user": new.user, "lang": new.lang}
    lines = [f'{name} = "{value}"\n' for name, value in told.items() if value is not None]
    file.write_text("".join(lines), encoding="utf-8")
