"""Pages are read top to bottom: what a function uses, it is given."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "pages"


def made_on_the_way(tree: ast.Module) -> set[str]:
    """Return the names that a page assigns, its constants apart."""
    return {
        node.id
        for statement in tree.body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and not node.id.isupper()
    }


def own(function: ast.AST) -> set[str]:
    """Return the names that a function is given or makes itself."""
    return {
        node.arg if isinstance(node, ast.arg) else node.id
        for node in ast.walk(function)
        if isinstance(node, ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    }


def read_of_page(code: str) -> list[str]:
    """Return ``name (function)`` of all that functions read of what a page assigns on its way."""
    tree = ast.parse(code)
    changing = made_on_the_way(tree)
    return [
        f"{name} ({part.name})"
        for part in tree.body
        if isinstance(part, ast.FunctionDef | ast.ClassDef)
        for name in sorted(
            {
                node.id
                for node in ast.walk(part)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
            }
            & (changing - own(part))
        )
    ]


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.py")), ids=lambda page: page.stem)
def test_no_function_of_a_page_reads_what_the_page_assigns(page: Path) -> None:
    assert read_of_page(page.read_text()) == []


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.py")), ids=lambda page: page.stem)
def test_a_page_begins_with_what_starts_the_app(page: Path) -> None:
    statements = [
        statement
        for statement in ast.parse(page.read_text()).body[1:]
        if not isinstance(statement, ast.Import | ast.ImportFrom)
    ]
    assert ast.unparse(statements[0]) == "shell.ensure()"


def test_a_function_that_reads_its_page_is_found() -> None:
    code = (
        "KEY = 1\ndef show(own):\n    print(own, area, KEY)\nfor area in (1, 2):\n    show(area)\n"
    )
    assert read_of_page(code) == ["area (show)"]
