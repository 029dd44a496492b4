"""The commands about what publishers publish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from etl import database, raw
from etl import fetch as fetching
from etl.commands.console import RawOption, out, print_table, say, today
from etl.download import KEPT, Client, OfflineError
from etl.errors import DataError, Problem, disk_problem
from etl.register import REGISTER, RawFile, Source


def sources(raw_folder: RawOption = database.RAW) -> None:
    """Print the register: publisher, table, licence, period, retrieved, rows."""
    rows = [
        [
            release.source.source_id,
            release.file.stem,
            said["publisher"],
            said["table"] or "-",
            said["licence"],
            said["period"] or "-",
            said["retrieved"] or "not stated",
            str(said["rows"]),
        ]
        for release in raw.releases(raw_folder)
        for said in [release.provenance]
    ]
    header = ["source", "file", "publisher", "table", "licence", "period", "retrieved", "rows"]
    print_table(header, rows, 200)


def fetch(
    source_ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", help="Which sources; otherwise all."),
    ] = None,
    raw_folder: RawOption = database.RAW,
    base_url: Annotated[
        str | None,
        typer.Option(help="In place of the publisher's address, above the table id: a mirror."),
    ] = None,
    list_only: Annotated[
        bool, typer.Option("--list", help="Print what can be fetched and what is on disk.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Look what is new without fetching it.")
    ] = False,
) -> None:
    """Fetch the tables that changed at their publisher since the newest release on disk."""
    tables = [
        (entry, file)
        for entry in _known(source_ids or [])
        for file in entry.files
        if fetching.is_fetchable(file)
    ]
    if list_only:
        for entry, file in tables:
            newest = raw.newest(raw_folder, entry, file)
            on_disk = newest.parent.name if newest else "nothing on disk"
            say(f"{entry.source_id}  {file.table_id or file.stem}  {file.url}  {on_disk}")
        return
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} rows"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=out, transient=True) as bar:

        def progress(entry: Source, file: RawFile, rows: int | None) -> fetching.Progress:
            task = bar.add_task(f"{entry.source_id} {file.stem}", total=rows)
            return lambda done: bar.update(task, completed=done)

        client = Client()
        ended = fetching.fetch(
            tables,
            raw_folder,
            client=client,
            today=today(),
            base_url=base_url,
            dry_run=dry_run,
            told=progress,
        )
    for address, moved in client.moved.items():
        say(f"{address} leads to {moved}; when that stays so, correct it in etl/register")
    say_ended(ended)


def say_ended(ended: list[tuple[RawFile, fetching.Outcome | Exception]]) -> None:
    """Say what became of every table, then of those that failed why.

    Raises:
        DataError: Some failed.
    """
    problems: list[Problem] = []
    unreachable: dict[str, set[str]] = {}
    for file, end in ended:
        name = file.table_id or file.stem
        if isinstance(end, fetching.Outcome):
            when = f", changed by its publisher on {end.modified[:10]}" if end.modified else ""
            where = f", {end.path}" if end.path else ""
            tried = f"; no build could try it: {end.untried}" if end.untried else ""
            say(f"{name}: {end.state}{when}{where}{tried}")
        elif isinstance(end, OfflineError):
            unreachable.setdefault(end.reason, set()).add(end.host)
        elif isinstance(end, DataError):
            problems += end.problems
        elif isinstance(end, OSError):
            problems.append(disk_problem(end))
        else:
            problems.append(Problem(name, f"unexpected {type(end).__name__}: {end}"))
    for reason, hosts in unreachable.items():
        problems.append(Problem(", ".join(sorted(hosts)), f"{reason}. {KEPT}"))
    if problems:
        raise DataError(problems, "")


def _known(source_ids: list[str]) -> list[Source]:
    """Return the sources that were named, or all; wrong use when there is no such source."""
    known = [entry.source_id for entry in REGISTER]
    for source_id in source_ids:
        if source_id not in known:
            raise typer.BadParameter(f"{source_id} is not a source; choose from {', '.join(known)}")
    return [entry for entry in REGISTER if entry.source_id in (source_ids or known)]


def extract(
    source_id: Annotated[str, typer.Argument(help="A source of the register.")],
    folder: Annotated[Path, typer.Argument(help="The folder with the published files.")],
    raw_folder: RawOption = database.RAW,
    retrieved: Annotated[
        str | None, typer.Option(help="When the files were taken, as 2026-11-22, if known.")
    ] = None,
) -> None:
    """Read the published files of a source and write the extracts that the build uses."""
    [entry] = _known([source_id])
    for path in raw.extract(entry, folder, raw_folder, retrieved):
        say(f"Wrote {path}")
