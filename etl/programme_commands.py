"""The commands about programmes: ``python -m etl programme <command>``."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from etl import database, programmes, registering

app = typer.Typer(help="Register programmes that deliver.", no_args_is_help=True)
out = Console(highlight=False)

RawOption = Annotated[Path, typer.Option("--raw", help="The folder with the raw files.")]


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
        out.print(f"Changes {change}", soft_wrap=True, markup=False)
    if not registered.is_new:
        said = f"The same was registered before, as {registered.folder}; nothing was changed"
        out.print(said, soft_wrap=True, markup=False)
        return
    verb = "Would write" if dry_run else "Wrote"
    out.print(f"{verb} {registered.folder}", soft_wrap=True, markup=False)
    if not dry_run:
        out.print("Next: python -m etl build")


@app.command("list")
def list_(raw_folder: RawOption = database.RAW) -> None:
    """Print every programme: id, status, period, regions and name."""
    for programme in programmes.every(raw_folder, database.SAMPLE):
        start = "?" if programme.starts_on == datetime.date.min else programme.starts_on
        period = f"{start} to {programme.ends_on or '?'}"
        regions = " ".join(programme.region_codes)
        out.print(
            f"{programme.programme_id}  {programme.status}  {period}  {regions}  {programme.name}",
            soft_wrap=True,
            markup=False,
        )


@app.command()
def example() -> None:
    """Print a file with every key, to save and change."""
    out.print(registering.EXAMPLE.read_text("utf-8"), end="", soft_wrap=True, markup=False)
