"""How the site is made of these pages: `make docs`."""

from importlib.metadata import version as version_of

project = "vaerebro_events"
author = "vaerebro_events"
release = version = version_of("vaerebro-events")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "vaerebro_events"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False

# Headings are anchors, as they are where the pages are read as plain Markdown.
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]

# Docstrings say `names` between single backticks.
default_role = "code"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
python_display_short_literal_types = True
nitpicky = True
# Types of Python's own library and of polars, and those of ours that are no part of the front.
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|decimal|enum|fractions|pathlib|pl|uuid)\..*"),
    (
        "py:.*",
        r"vaerebro_events\.(storage|domain\.(governance|references)|projections\.(follow_up|finding))\..*",
    ),
    ("py:.*", r"vaerebro_events\..*\.[A-Z]"),
    ("py:.*", r"vaerebro_events\.domain\.commitments\.Span"),
    ("py:.*", r"vaerebro_events\.tables\.(line|matching|sheets_of_facts|trying)\..*"),
]
