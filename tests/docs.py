"""Writes the parts of docs/ that are made of register and rooms: ``python -m tests.docs``."""

from __future__ import annotations

import ast
from pathlib import Path

from etl import fetch
from etl.register import REGISTER, RawFile, Source

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FLOORS = ("words", "brand", "etl", "queries", "answers", "sentences", "drawings", "exports", "ui")
END = "<!-- until here -->"


def text(*, with_readme: bool = True) -> str:
    """Everything that is written for a reader, README first."""
    pages = ([ROOT / "README.md"] if with_readme else []) + sorted(DOCS.glob("*.md"))
    return "\n".join(page.read_text("utf-8") for page in pages)


def block(page: str, heading: str, language: str, number: int = 0) -> str:
    """A block of code of a page of docs/, below a heading of the third level."""
    below = (DOCS / page).read_text("utf-8").split(f"\n### {heading}\n")[1]
    below = below.split("\n### ")[0].split("\n## ")[0]
    found = [piece for piece in below.split("```")[1::2] if piece.startswith(f"{language}\n")]
    return found[number].split("\n", 1)[1]


def comes(file: RawFile) -> str:
    if file.protocol == "uwv_workbook":
        return "imported"
    if file.path.startswith("registrations/"):
        return "registered"
    return "fetched" if fetch.is_fetchable(file) else "extracted"


def register() -> list[str]:
    """The register, a row per source."""
    return ["| source | holds | publisher | licence | tables | comes |", *map(_row, REGISTER)]


def _row(source: Source) -> str:
    tables = dict.fromkeys(file.table_id for file in source.files if file.table_id)
    ways = sorted({comes(file) for file in source.files}) or ["delivered"]
    cells = (
        f"`{source.source_id}`",
        f"{source.title}. {source.about}",
        source.publisher,
        source.licence,
        ", ".join(tables),
        ", ".join(ways),
    )
    return f"| {' | '.join(cells)} |"


def rooms() -> list[str]:
    """The packages, each with the first line of what it says of itself."""
    found = ["| room | is |"]
    for floor in FLOORS:
        within = () if floor == "queries" else sorted((ROOT / floor).glob("*/__init__.py"))
        for module in (ROOT / floor / "__init__.py", *within):
            said = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
            first = said.split("\n")[0].replace("``", "`")
            found.append(f"| `{module.parent.relative_to(ROOT).as_posix()}/` | {first} |")
    return found


MADE = {
    DOCS / "sources.md": ("<!-- made of the register -->", register),
    DOCS / "design.md": ("<!-- made of the rooms -->", rooms),
}


def made(page: Path) -> str:
    """The page with its table as it is now."""
    written = page.read_text("utf-8")
    begin, rows = MADE[page]
    head, *body = rows()
    line = "|---" * (head.count("|") - 1) + "|"
    before, after = written.split(begin)[0], written.split(END)[1]
    return before + "\n".join([begin, head, line, *body, END]) + after


if __name__ == "__main__":
    for page in MADE:
        page.write_text(made(page), "utf-8")
