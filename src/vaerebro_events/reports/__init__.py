"""Values in, pages out: `plain` for other programs, `terminal` for people. A new page: one module here."""
