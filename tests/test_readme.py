"""The README names what there is: every source, page, command and make target."""

from __future__ import annotations

import re

from etl.__main__ import app
from etl.database import ROOT
from etl.register import REGISTER
from ui.frame import shell

README = (ROOT / "README.md").read_text("utf-8")
TARGETS = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)


def test_it_opens_with_the_two_commands() -> None:
    assert re.findall(r"^make \w+", README.split("```")[1], re.M) == ["make run", "make test"]


def test_it_names_every_source_page_command_and_target() -> None:
    commands = [
        command.name or command.callback.__name__
        for command in app.registered_commands
        if command.callback
    ]
    commands += [
        f"{group.name} {command.name or command.callback.__name__}"
        for group in app.registered_groups
        if group.typer_instance
        for command in group.typer_instance.registered_commands
        if command.callback
    ]
    pages = [name for group in shell.MENU.values() for name, _, _ in group]
    assert TARGETS
    wanted = [
        *(f"| `{source.source_id}` |" for source in REGISTER),
        *(f"| `{page}` " for page in pages),
        *(f"python -m etl {command}" for command in commands),
        *(f"make {target}" for target in TARGETS[1].split()),
    ]
    assert len(wanted) > 15
    assert [words for words in wanted if words not in README] == []


def test_the_menu_holds_exactly_the_pages() -> None:
    groups = [*shell.MENU.values(), shell.BESIDE_MENU]
    pages = [name for group in groups for name, _, _ in group]
    assert sorted(pages) == sorted(path.stem for path in shell.PAGES.glob("*.py"))
