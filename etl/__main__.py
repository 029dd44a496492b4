"""The command line: ``python -m etl build | check | sources | extract | geometry``."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from etl import database, raw
from etl.errors import DataError
from etl.register import REGISTER, source

app = typer.Typer(
    help="Vakkrachtmonitor: from published files to the database.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
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


@app.command()
def build(
    path: DatabaseOption = None,
    raw_folder: RawOption = database.RAW,
    if_needed: Annotated[
        bool, typer.Option("--if-needed", help="Do nothing when the database is current.")
    ] = False,
) -> None:
    """Build the database from data/: load, check, publish in one step."""
    target = path or database.default_path()
    if if_needed and database.is_current(target, raw_folder):
        return
    columns = (
        TextColumn("{task.description:<18}"),
        BarColumn(),
        TextColumn("{task.percentage:3.0f} %"),
    )
    with Progress(*columns, console=out) as bar:
        task = bar.add_task("reading")
        database.build(
            target,
            raw_folder,
            lambda step, done, total: bar.update(
                task, description=step, completed=done, total=total
            ),
        )
    out.print(f"Published {target}", soft_wrap=True)


@app.command()
def check(path: DatabaseOption = None) -> None:
    """Run the checks and print the failing rows."""
    results = database.check(path or database.default_path())
    for result in results:
        state = "[green]ok[/]" if not result.rows else f"[red]{len(result.rows)} rows[/]"
        out.print(f"{result.rule:<28} {state}")
        if result.rows:
            table = Table(*result.columns)
            for row in result.rows:
                table.add_row(*("" if value is None else str(value) for value in row))
            out.print(table)
    if any(result.rows for result in results):
        raise typer.Exit(1)


@app.command()
def sources(raw_folder: RawOption = database.RAW) -> None:
    """Print the register: publisher, table, licence, period, retrieved, rows."""
    table = Table("source", "file", "publisher", "table", "licence", "period", "retrieved", "rows")
    for release in raw.releases(raw_folder):
        said = release.provenance
        table.add_row(
            release.source.source_id,
            release.file.stem,
            said["publisher"],
            said["table"] or "-",
            said["licence"],
            said["period"] or "-",
            said["retrieved"] or "not stated",
            str(said["rows"]),
        )
    Console(width=max(out.width, 200) if not out.is_terminal else None, highlight=False).print(
        table
    )


@app.command()
def extract(
    source_id: Annotated[str, typer.Argument(help="A source of the register.")],
    location: Annotated[
        str, typer.Argument(help="A folder with the published files, or an OData base URL.")
    ],
    raw_folder: RawOption = database.RAW,
    retrieved: Annotated[
        str | None, typer.Option(help="When the files were taken, as 2026-11-22, if known.")
    ] = None,
) -> None:
    """Read the published files of a source and write the extracts that the build uses."""
    if source_id not in {entry.source_id for entry in REGISTER}:
        known = ", ".join(entry.source_id for entry in REGISTER)
        raise typer.BadParameter(f"{source_id} is not a source; choose from {known}")
    for path in raw.extract(source(source_id), location, raw_folder, retrieved):
        out.print(f"Wrote {path}", soft_wrap=True)


@app.command()
def geometry(
    polygons: Annotated[Path, typer.Argument(help="Municipality polygons, GeoJSON in WGS84.")],
    raw_folder: RawOption = database.RAW,
    to: Annotated[Path, typer.Option(help="Folder for the GeoJSON.")] = database.ROOT
    / "data"
    / "geo",
    maps: Annotated[Path, typer.Option(help="Folder for the maps on screen.")] = database.ROOT
    / "static"
    / "geo",
) -> None:
    """Dissolve and simplify municipality polygons into the shapes of the regions."""
    from etl.derive import regions

    links = next(r for r in raw.releases(raw_folder) if r.file.stem == "municipality_regions_2026")
    with links.path.open(encoding="utf-8", newline="") as file:
        regions_of = {row["gm"]: row for row in csv.DictReader(file)}
    with (database.REFERENCE / "municipality_merger.csv").open(encoding="utf-8") as file:
        merged = {row["from_code"]: row["to_code"] for row in csv.DictReader(file)}
    for path in regions.write_geometry(polygons, regions_of, merged, to):
        out.print(f"Wrote {path} and {regions.write_map(path, maps)}", soft_wrap=True)


def main() -> None:
    """Run the command line; bad data ends in exit code 1, wrong use in 2."""
    try:
        app()
    except DataError as error:
        for problem in error.problems:
            err.print(str(problem), style="red", soft_wrap=True, markup=False)
        err.print(error.next_step, soft_wrap=True, markup=False)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
