"""Rules of the house that no linter has: sizes, one committer, one reader of the clock, layout."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "almanac"
SOURCES = sorted(SRC.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MIGRATIONS = SRC / "migrations" / "versions"
MAX_LINES = 300
MAX_TEST_LINES = 400
MAX_FUNCTION_LINES = 50
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "base", "manager"}
# The last-resort handlers: what comes here would otherwise end the process or lose the request.
MAY_CATCH_ALL = {"src/almanac/core/http/middleware.py", "src/almanac/core/jobs.py"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_source_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    if MIGRATIONS not in path.parents:
        for function in functions(path):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            assert length <= MAX_FUNCTION_LINES, f"{function.name} has {length} lines"


@pytest.mark.parametrize("path", TESTS, ids=name)
def test_test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_TEST_LINES


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_core_db_ends_transactions(path: Path) -> None:
    if path != SRC / "core" / "db.py":
        assert not re.search(r"\.(commit|rollback)\(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_broad_excepts_stand_in_last_resort_handlers_only(path: Path) -> None:
    if name(path) in MAY_CATCH_ALL:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None
            assert ast.unparse(node.type) not in {"Exception", "BaseException"}


def test_no_module_is_a_drawer_for_anything() -> None:
    assert not [name(path) for path in SOURCES if path.stem in FORBIDDEN_NAMES]


def test_the_architecture_document_names_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [
        path.name
        for path in SRC.iterdir()
        if path.is_dir() and not path.name.startswith("__") and path.name != "web_dist"
    ]
    missing = [room for room in rooms if f"`{room}" not in text]
    assert not missing


def test_left_over_markers_are_nowhere() -> None:
    marker = re.compile(r"\b(TODO|FIXME|XXX)\b")
    found = [
        name(p)
        for p in [*SOURCES, *TESTS]
        if p != Path(__file__) and marker.search(p.read_text(encoding="utf-8"))
    ]
    assert not found
