"""Tables in and out: workbooks, CSV, JSON lines and data frames."""
