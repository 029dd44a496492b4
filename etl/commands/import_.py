"""The command that imports a file: of UWV, or of a programme."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl import database
from etl.commands import console, geometry
from etl.deliveries import commands
from etl.deliveries.examining import Wish
from etl.errors import DataError, Problem
from etl.folders import DELIVERIES
from etl.intake import recognising, taking
from etl.register import uwv
from etl.releases import importing


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Of UWV, CBS or DUO, or polygons; a folder or zip of them; with --programme a "
            "delivery, of which - is stdin.",
        ),
    ],
    mapping: Annotated[
        Path | None, typer.Option(help="UWV: a TOML file that says where the columns stand.")
    ] = None,
    replace_with_blanks: Annotated[
        int,
        typer.Option(
            min=0,
            help="UWV: in how many rows a blank or mark takes the place of an earlier figure.",
        ),
    ] = 0,
    raw_folder: console.RawOption = database.RAW,
    programme: Annotated[
        str | None, typer.Option(help="The file is a delivery of this programme.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Delivery: the day whose state it is, as 2024-12-31.")
    ] = None,
    accept_valid: Annotated[
        bool, typer.Option("--accept-valid", help="Delivery: take the good rows.")
    ] = False,
    check_only: Annotated[
        bool, typer.Option("--check", help="Delivery: only look, change nothing.")
    ] = False,
    control: Annotated[
        list[str] | None,
        typer.Option(help="Delivery: a control total, as voucher=200 or granted_eur=250000."),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(help="Delivery: write every finding to this csv file; - is in the JSON."),
    ] = None,
    after: Annotated[
        int | None,
        typer.Option(help="Delivery: only if this number still counts, 0 for none."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Delivery: print the answer as JSON.")
    ] = False,
    deliveries_folder: console.DeliveriesOption = DELIVERIES,
) -> None:
    """Import files of UWV, CBS or DUO, whatever they are called; with --programme a delivery."""
    if programme is None:
        if any((as_of, accept_valid, check_only, control, report, as_json, after is not None)):
            raise typer.BadParameter("this option is of a delivery, which needs --programme")
        _import_published(files, raw_folder, mapping, replace_with_blanks)
        return
    if len(files) > 1:
        raise typer.BadParameter("a delivery is one file")
    if mapping or replace_with_blanks:
        raise typer.BadParameter("this option is of a UWV file, not of a delivery")
    if str(report) == "-" and not as_json:
        raise typer.BadParameter("--report - needs --json")
    try:
        totals = commands.control_totals(control or [])
    except ValueError as error:
        raise typer.BadParameter(f"--control: {error}") from error
    day = console.day_of(as_of)
    is_taken = commands.import_delivery(
        files[0],
        programme,
        deliveries_folder,
        Wish(day, accept_valid, check_only, totals, after),
        report_to=report,
        as_json=as_json,
        consoles=(console.out, console.err),
    )
    raise typer.Exit(0 if is_taken else 1)


def _import_published(
    files: list[Path], raw_folder: Path, mapping: Path | None, blanks: int
) -> None:
    """Import each file by itself; one that is refused keeps none of the others out."""
    problems: list[Problem] = []
    next_steps: list[str] = []
    taken = 0
    for path in files:
        if not path.exists():
            problems.append(Problem(str(path), "there is no such file or folder"))
            continue
        with recognising.looked_at(path, raw_folder, is_uwv=bool(mapping or blanks)) as found:
            for one in found:
                try:
                    if isinstance(one, DataError):
                        raise one
                    console.say(f"{one.name}: {one.said}")
                    _import_one(one, raw_folder, mapping, blanks)
                    taken += 1
                except DataError as error:
                    problems += error.problems
                    next_steps.append(error.next_step)
    if taken:
        console.say("Next: python -m etl build")
    if problems:
        raise DataError(problems, "\n".join(dict.fromkeys(next_steps)))


def _import_one(
    found: recognising.Found, raw_folder: Path, mapping: Path | None, blanks: int
) -> None:
    today = console.today()
    if found.source is None:
        geometry.geometry(found.path, raw_folder)
    elif found.source is uwv.TENSION:
        console.say_imported(
            importing.import_workbook(found.path, raw_folder, today, mapping, blanks=blanks)
        )
    else:
        console.say_imported(taking.take(found, raw_folder, today))
