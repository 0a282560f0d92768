"""Pages for a terminal, as `rich` renders them. A page reads the same without colour, and at 80 columns."""
