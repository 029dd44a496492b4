"""What the commands share: where they print, and the options of more than one."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from etl import database
from etl.errors import SHOWN
from etl.releases import importing

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

DatabaseOption = Annotated[
    Path | None,
    typer.Option(
        "--database",
        help=f"The database file; otherwise {database.DATABASE_VARIABLE} or data/.",
    ),
]
RawOption = Annotated[Path, typer.Option("--raw", help="The folder with the raw files.")]
DeliveriesOption = Annotated[
    Path, typer.Option("--deliveries", help="The folder with the deliveries.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
CheckOption = Annotated[bool, typer.Option("--check", help="Only say what would change.")]


def say(text: str) -> None:
    """Print one line as it is, however long."""
    out.print(text, soft_wrap=True, markup=False)


def say_imported(imported: importing.Imported) -> None:
    """Print what an import left out and understood, wrote and changed."""
    for words in imported.left_out[:SHOWN]:
        say(f"Left out: {words}")
    if len(imported.left_out) > SHOWN:
        say(f"Left out: {len(imported.left_out) - SHOWN} more rows or sheets")
    for words in imported.notes[:SHOWN]:
        say(f"Note: {words}")
    if len(imported.notes) > SHOWN:
        say(f"Note: {len(imported.notes) - SHOWN} more")
    said = f"Wrote {imported.path}: {imported.loaded}"
    if not imported.is_new:
        said = f"This file was imported before, as {imported.path}; nothing was changed"
    for words in (said, *imported.changed):
        say(words)


def print_table(header: Iterable[str], rows: Iterable[Iterable[str]], least_width: int) -> None:
    """Print a table, at least so wide where a program reads it."""
    table = Table(*header)
    for row in rows:
        table.add_row(*row)
    width = None if out.is_terminal else max(out.width, least_width)
    Console(width=width, highlight=False).print(table)


def print_json(answer: object) -> None:
    """Print an answer for a program."""
    print(json.dumps(answer, ensure_ascii=False))


def day_of(text: str | None) -> datetime.date | None:
    """Require a day such as 2026-05-12."""
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a day; 2026-05-12 was expected") from error


def today() -> str:
    """Return the day of today (ISO date), the name of a release."""
    return datetime.date.today().isoformat()
