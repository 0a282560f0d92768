"""The command line, `vaerebro`. A new command: a function in a module here, a line in `listed`, its page."""

import sys

try:
    from vaerebro_events.cli.program import main, vaerebro
except ModuleNotFoundError as missing:
    if str(missing.name).partition(".")[0] not in ("babel", "click", "python_calamine", "rich", "xlsxwriter"):
        raise
    sys.exit("Error: The command line needs more than the core: install «vaerebro-events[cli]».")

__all__ = ["main", "vaerebro"]
