"""The commands about the releases that are on disk."""

from __future__ import annotations

from typing import Annotated

import typer

from etl import database, raw
from etl.commands import console
from etl.register import REGISTER
from etl.releases import withdrawing

SHOWN = 40


def releases(
    source_id: Annotated[str | None, typer.Argument(help="Of which source; otherwise all.")] = None,
    raw_folder: console.RawOption = database.RAW,
) -> None:
    """Print every release on disk: its periods, its rows, and whether its figures count."""
    rows = [
        [
            one.source.source_id,
            one.release,
            one.file.stem,
            said.get("period") or "-",
            str(said.get("rows", "-")),
            said.get("original") or said.get("url") or "-",
            one.state,
        ]
        for one in withdrawing.listed(raw_folder)
        if source_id in (None, one.source.source_id)
        for said in [raw.provenance_of(one.path)]
    ]
    header = ["source", "release", "file", "period", "rows", "from", "state"]
    console.print_table(header, rows, 200)


def withdraw(
    source_id: Annotated[str, typer.Argument(help="A source of the register.")],
    release: Annotated[str, typer.Argument(help="A release of it, as 'etl releases' names it.")],
    back: Annotated[bool, typer.Option("--undo", help="Put it back among the others.")] = False,
    yes: console.YesOption = False,
    check_only: console.CheckOption = False,
    raw_folder: console.RawOption = database.RAW,
) -> None:
    """Take a release out of what is loaded, after saying what that changes; --undo puts it back."""
    known = [entry.source_id for entry in REGISTER]
    if source_id not in known:
        raise typer.BadParameter(f"{source_id} is not a source; choose from {', '.join(known)}")
    move = withdrawing.planned(raw_folder, source_id, release, back=back)
    for line in move.changes[:SHOWN]:
        console.say(line)
    if len(move.changes) > SHOWN:
        console.say(f"and {len(move.changes) - SHOWN} more tables and periods")
    if not move.changes:
        console.say("No figure changes.")
    if not check_only and (yes or typer.confirm("Go on?")):
        move.do()
        said = "Put back" if back else "Withdrew"
        undo = "" if back else f" Undo: python -m etl withdraw {source_id} {release} --undo"
        console.say(f"{said} {source_id} {release}. Next: python -m etl build.{undo}")
