"""An event-sourced activity registry for a housing-social programme (boligsocial helhedsplan).

A logbook is an append-only log of entries. Everything else is a pure function of the log and two dates.

What it offers stands in `__init__.pyi`, and is loaded as it is used.
"""

from typing import Any, cast

import lazy_loader  # pyright: ignore[reportMissingTypeStubs] it has none

__getattr__, __dir__, __all__ = cast(Any, lazy_loader.attach_stub(__name__, __file__))
