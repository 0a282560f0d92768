"""The house itself: the pure layers are pure, the front is in order, no file or function grows too long."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import vaerebro_events

SOURCE = Path(vaerebro_events.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
PURE = sorted(path for part in ("domain", "projections") for path in (SOURCE / part).rglob("*.py"))
# A clock, chance, or a way out: what the pure layers must not use.
NAMES = {"open", "print", "input", "exec", "eval", "__import__"}
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
ATTRIBUTES = {"environ", "getenv", "read_text", "write_text", "read_bytes", "uuid1", "uuid4"}
MODULES = {
    "io",
    "os",
    "pathlib",
    "random",
    "secrets",
    "socket",
    "subprocess",
    "sys",
    "threading",
    "time",
    "sqlite3",
}
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 350, 60


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def impure(node: ast.AST) -> bool:
    """Whether a piece of code reaches for a clock, for chance or for the world outside."""
    match node:
        case ast.Name(id=name):
            return name in NAMES
        case ast.Attribute(value=ast.Name(id=base), attr=name) if (base, name) in CLOCKS:
            return True
        case ast.Attribute(attr=name):
            return name in ATTRIBUTES
        case ast.Import(names=names):
            return any(alias.name.split(".")[0] in MODULES for alias in names)
        case ast.ImportFrom(module=str(module)):
            return module.split(".")[0] in MODULES
        case _:
            return False


@pytest.mark.parametrize("path", PURE, ids=name_of)
def test_the_pure_layers_use_no_clock_no_chance_and_no_files(path: Path) -> None:
    assert [] == [ast.unparse(node) for node in nodes(path) if impure(node)]


@pytest.mark.parametrize(
    "code",
    ["datetime.now()", "date.today()", "open('x')", "import random", "from os import environ", "os.environ"],
)
def test_what_is_not_pure_is_seen(code: str) -> None:
    assert any(impure(node) for node in ast.walk(ast.parse(code)))


def test_the_front_offers_what_it_says_in_order() -> None:
    offered = vaerebro_events.__all__
    stub = Path(vaerebro_events.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    listed = next(
        ast.literal_eval(node.value)
        for node in ast.parse(stub).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List)
    )
    constants = [name for name in listed if name.isupper()]
    classes = [name for name in listed if name[0].isupper() and not name.isupper()]
    functions = [name for name in listed if name[0].islower()]

    assert [*sorted(constants), *sorted(classes), *sorted(functions)] == listed
    assert sorted(listed) == list(offered)
    assert len(set(offered)) == len(offered)
    assert [] == [name for name in offered if not hasattr(vaerebro_events, name)]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_file_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    functions = [node for node in nodes(path) if isinstance(node, ast.FunctionDef)]

    assert [] == [
        function.name
        for function in functions
        if (function.end_lineno or 0) - function.lineno >= MOST_LINES_OF_A_FUNCTION
    ]


def test_every_package_is_typed() -> None:
    assert (SOURCE / "py.typed").is_file()
