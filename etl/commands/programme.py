"""The commands about programmes: ``python -m etl programme <command>``."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from etl import database, programmes
from etl.commands.console import RawOption, out, say
from etl.programmes import registering

app = typer.Typer(help="Register programmes that deliver.", no_args_is_help=True)


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="A TOML file; see 'programme example'.")],
    raw_folder: RawOption = database.RAW,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change without changing it.")
    ] = False,
) -> None:
    """Register a programme, or replace its registration by a changed one."""
    registered = registering.register(
        file.name,
        file.read_bytes(),
        raw_folder,
        database.SAMPLE,
        datetime.date.today(),
        dry_run=dry_run,
    )
    for change in registered.changes:
        say(f"Changes {change}")
    if not registered.is_new:
        said = f"The same was registered before, as {registered.folder}; nothing was changed"
        say(said)
        return
    verb = "Would write" if dry_run else "Wrote"
    say(f"{verb} {registered.folder}")
    if not dry_run:
        say("Next: python -m etl build")


@app.command("list")
def list_(raw_folder: RawOption = database.RAW) -> None:
    """Print every programme: id, status, period, regions and name."""
    for programme in programmes.every(raw_folder, database.SAMPLE):
        start = "?" if programme.starts_on == datetime.date.min else programme.starts_on
        period = f"{start} to {programme.ends_on or '?'}"
        regions = " ".join(programme.region_codes)
        say(f"{programme.programme_id}  {programme.status}  {period}  {regions}  {programme.name}")


@app.command()
def example() -> None:
    """Print a file with every key, to save and change."""
    out.print(registering.EXAMPLE.read_text("utf-8"), end="", soft_wrap=True, markup=False)
