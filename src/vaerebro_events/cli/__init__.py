"""The command line, `vaerebro`. A new command: a function in a module here, a line in `listed`, its page."""

import sys

from vaerebro_events.cli.environment import INSTALL, is_an_extra, of_the_environment

try:
    from vaerebro_events.cli.program import main, vaerebro
except ModuleNotFoundError as missing:
    if not is_an_extra(missing):
        raise
    sys.exit({"da": "Fejl: ", "en": "Error: "}[of_the_environment()] + INSTALL.in_(of_the_environment()))

__all__ = ["main", "vaerebro"]
