"""`python -m vaerebro_events` is `vaerebro`."""

from vaerebro_events.cli import main

if __name__ == "__main__":
    main()
