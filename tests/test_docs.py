"""README and docs/ name what there is, stay short where they must, and lead nowhere that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from etl.__main__ import app
from etl.database import ROOT
from etl.register import REGISTER
from tests import docs
from ui.frame import menu, shell

README = (ROOT / "README.md").read_text("utf-8")
TEXT = docs.text()
PAGES = [ROOT / "README.md", *sorted(docs.DOCS.glob("*.md"))]
TARGETS = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
CODE = [
    path
    for folder in (*docs.FLOORS, "pages", "tests")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".sql"}
]
FILE = re.compile(r"(?:[a-z_]+/)+[a-z_0-9]+\.(?:py|sql|csv|toml|css|js|md)")
SIZE_OF_PICTURE = 150_000
ADDED_BY_RECIPES = {
    "etl/sources/cbs_ww_benefits_2013.sql",
    "etl/measures/unemployed.sql",
    "pages/beroepsbevolking.py",
}


def test_the_readme_opens_with_the_two_commands_and_is_short() -> None:
    assert re.findall(r"^make \w+", README.split("```")[1], re.M) == ["make run", "make test"]
    assert len(README.splitlines()) <= 120


def test_the_readme_shows_a_picture_and_says_what_stands_in_it() -> None:
    found = re.search(r"!\[([^\]]+)\]\(([^)]+)\)", README)
    assert found and len(found[1]) > 80
    picture = (ROOT / found[2]).read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) < SIZE_OF_PICTURE


def commands() -> Iterator[str]:
    """The commands of the ETL, those of a group behind its name."""
    for group, prefix in ((app, ""), *((g.typer_instance, g.name) for g in app.registered_groups)):
        for command in group.registered_commands if group else ():
            assert command.callback
            yield f"{prefix} {command.name or command.callback.__name__}".strip()


def test_every_source_page_command_target_variable_and_list_is_named() -> None:
    pages = list(menu.PAGES)
    variables = {
        name
        for path in CODE
        for name in re.findall(r"\bVAKKRACHTMONITOR_[A-Z_]+", path.read_text("utf-8"))
    }
    assert TARGETS
    wanted = [
        *(f"| `{source.source_id}` |" for source in REGISTER),
        *(f"| `{page}` " for page in pages),
        *(f"python -m etl {command}" for command in commands()),
        *(f"make {target}" for target in TARGETS[1].split()),
        *(f"| `{variable}` |" for variable in sorted(variables)),
        *(f"`{path.name}`" for path in sorted((ROOT / "data" / "reference").glob("*.csv"))),
    ]
    assert len(wanted) > 60
    assert [words for words in wanted if words not in TEXT] == []


def test_every_page_of_the_documentation_is_found_from_readme_and_index() -> None:
    index = (docs.DOCS / "index.md").read_text("utf-8")
    names = [path.name for path in PAGES[1:] if path.name != "index.md"]
    assert [name for name in names if f"(docs/{name})" not in README] == []
    assert [name for name in names if f"({name})" not in index] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_leads_to_what_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = link.partition("#")
        to = (page.parent / path).resolve() if path else page
        if not to.exists() or (anchor and anchor not in anchors(to)):
            broken.append(link)
    named = set(re.findall(r"`([^`\s]+)`", text)) - ADDED_BY_RECIPES
    broken += [name for name in named if FILE.fullmatch(name) and not (ROOT / name).exists()]
    assert broken == []


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", docs.MADE, ids=lambda page: page.name)
def test_what_is_made_of_the_code_is_up_to_date(page: Path) -> None:
    written = page.read_text("utf-8")
    assert docs.made(page) == written, "run python -m tests.docs"


def test_code_speaks_of_no_list_that_is_not_here() -> None:
    listed = re.findall(r"^\| (\d+) \|", (docs.DOCS / "design.md").read_text("utf-8"), re.M)
    assert listed == [str(number) for number in range(1, 11)]
    unknown = []
    for path in CODE:
        text = path.read_text("utf-8")
        for numbers in re.findall(r"\b[Ff]inding (\d+)(?: (?:or|and) (\d+))?", text):
            unknown += [f"{path}: {n}" for n in numbers if n and n not in listed]
        unknown += [
            f"{path}: {name}"
            for name in re.findall(r"\b[A-Z]{4,}\.md\b", text)
            if not (ROOT / name).exists()
        ]
    assert unknown == []


def test_the_example_for_analysts_runs(database: Path) -> None:
    code = (docs.DOCS / "analysts.md").read_text("utf-8").split("```python\n")[1].split("```")[0]
    known: dict[str, object] = {}
    exec(code.replace("data/vakkrachtmonitor.duckdb", str(database)), known)
    with closing(duckdb.connect(str(database), read_only=True)) as monitor:
        expected = monitor.execute(
            "select count(*) from vacancies where sector_code = 'T001081' and quarter = '2020KW01'"
        ).fetchone()
    assert expected and len(known["rows"]) == expected[0] > 12  # type: ignore[arg-type]


def test_the_menu_holds_exactly_the_pages() -> None:
    assert sorted(menu.PAGES) == sorted(path.stem for path in shell.PAGES.glob("*.py"))
