"""The commands that make the database and look at it."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn

from etl import database
from etl.commands.console import DatabaseOption, RawOption, day_of, err, out, print_table, say
from etl.releases.fitting import ADVICE


def build(
    path: DatabaseOption = None,
    raw_folder: RawOption = database.RAW,
    as_of: Annotated[
        str | None,
        typer.Option(help="Take what was there on this day, as 2026-05-12, not the newest."),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Build every source again, also what did not change.")
    ] = False,
    steps: Annotated[
        bool, typer.Option("--steps", help="Tell each step as JSON, in place of a bar.")
    ] = False,
) -> None:
    """Build the database from data/: load what changed, check, publish in one step."""
    target, day = path or database.default_path(), day_of(as_of)
    columns = (
        TextColumn("{task.description:<18}"),
        BarColumn(),
        TextColumn("{task.percentage:3.0f} %"),
    )
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task("reading")
        built = database.build(
            target,
            database.Inputs(raw_folder, as_of=str(day) if day else None),
            lambda step, done, total: (
                print(json.dumps({"step": step, "done": done, "of": total}), file=sys.stderr)
                if steps
                else bar.update(task, description=step, completed=done, total=total)
            ),
            whole=whole,
        )
    say(f"Published {target}: {', '.join(built)}" if built else f"{target} is up to date")
    if left := database.left_out(target):
        for one in left:
            err.print(str(one), style="red", soft_wrap=True, markup=False)
        err.print(ADVICE, soft_wrap=True, markup=False)


def check(path: DatabaseOption = None) -> None:
    """Run the checks and print the failing rows."""
    results = database.check(path or database.default_path())
    for result in results:
        state = "[green]ok[/]" if not result.rows else f"[red]{len(result.rows)} rows[/]"
        out.print(f"{result.rule:<28} {state}")
        if result.rows:
            rows = (["" if value is None else str(value) for value in row] for row in result.rows)
            print_table(result.columns, rows, 0)
    if any(result.rows for result in results):
        raise typer.Exit(1)
