"""The command line, `vaerebro`. A new command: a function in a module here, a line in `listed`, its page."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from vaerebro_events.cli.environment import INSTALL, is_an_extra, of_the_environment

if TYPE_CHECKING:
    from vaerebro_events.cli.program import vaerebro

__all__ = ["main", "vaerebro"]

_PROGRAM = "vaerebro_events.cli.program"  # loaded when it is called: it needs more than the core


def __getattr__(name: str) -> Any:
    if name == "vaerebro":
        return import_module(_PROGRAM).vaerebro
    raise AttributeError(name=name, obj=sys.modules[__name__])


def main() -> None:
    """Runs the command line; where what it needs is not installed, it says so."""
    try:
        run = import_module(_PROGRAM).main
    except ModuleNotFoundError as missing:
        if not is_an_extra(missing):
            raise
        lang = of_the_environment()
        sys.exit({"da": "Fejl: ", "en": "Error: "}[lang] + INSTALL.in_(lang))
    run()
