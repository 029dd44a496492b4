"""The command line: ``python -m etl <command>``; without one it names them all."""

from __future__ import annotations

import csv
import datetime
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from etl import (
    database,
    importing,
    programme_commands,
    raw,
    sample_deliveries,
    sample_mbo,
    sample_programmes,
)
from etl import diff as differences
from etl import fetch as fetching
from etl import sample as fictitious
from etl.deliveries import DELIVERIES
from etl.download import AT_ONCE, KEPT, Client, OfflineError
from etl.errors import DataError, Problem
from etl.register import REGISTER, RawFile, Source, source
from etl.transform import REFERENCE

app = typer.Typer(
    help="Vakkrachtmonitor: from published files to the database.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(programme_commands.app, name="programme")
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


@app.command()
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
        bool, typer.Option("--steps", help="Print a line per step, in place of a bar.")
    ] = False,
) -> None:
    """Build the database from data/: load what changed, check, publish in one step."""
    target = path or database.default_path()
    columns = (
        TextColumn("{task.description:<18}"),
        BarColumn(),
        TextColumn("{task.percentage:3.0f} %"),
    )
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task("reading")
        built = database.build(
            target,
            database.Inputs(raw_folder, as_of=_day(as_of)),
            lambda step, done, total: (
                print(f"{step}: {done} of {total}", flush=True)
                if steps
                else bar.update(task, description=step, completed=done, total=total)
            ),
            whole=whole,
        )
    said = f"Published {target}: {', '.join(built)}" if built else f"{target} is up to date"
    out.print(said, soft_wrap=True)


def _day(text: str | None) -> str | None:
    """Require a day such as 2026-05-12."""
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a day; 2026-05-12 was expected") from error


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
    _require_known(source_ids or [])
    tables = [
        (entry, file)
        for entry in REGISTER
        for file in entry.files
        if fetching.is_fetchable(file) and entry.source_id in (source_ids or [entry.source_id])
    ]
    if list_only:
        for entry, file in tables:
            newest = raw.newest(raw_folder, entry, file)
            on_disk = newest.parent.name if newest else "nothing on disk"
            out.print(
                f"{entry.source_id}  {file.table_id or file.stem}  {file.url}  {on_disk}",
                soft_wrap=True,
            )
        return
    client = Client()
    today = _today()
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} rows"),
        TimeRemainingColumn(),
    )
    with (
        Progress(*columns, console=out, transient=True) as bar,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):

        def fetch_one(entry: Source, file: RawFile) -> fetching.Outcome:
            newest = raw.newest(raw_folder, entry, file)
            rows = raw.provenance_of(newest).get("rows") if newest else None
            task = bar.add_task(f"{entry.source_id} {file.stem}", total=rows)
            return fetching.fetch(
                entry,
                file,
                raw_folder,
                client=client,
                today=today,
                base_url=base_url,
                dry_run=dry_run,
                progress=lambda rows: bar.update(task, completed=rows),
            )

        jobs = [(file, pool.submit(fetch_one, entry, file)) for entry, file in tables]
    problems: list[Problem] = []
    unreachable: set[str] = set()
    for file, job in jobs:
        try:
            outcome = job.result()
        except OfflineError as error:
            unreachable.add(error.host)
        except DataError as error:
            problems += error.problems
        else:
            where = f", {outcome.path}" if outcome.path else ""
            changed = outcome.modified
            when = f", changed by its publisher on {changed[:10]}" if changed else ""
            name = file.table_id or file.stem
            out.print(f"{name}: {outcome.state}{when}{where}", soft_wrap=True)
    if unreachable:
        reason = f"no connection could be made. {KEPT}"
        problems.append(Problem(", ".join(sorted(unreachable)), reason))
    if problems:
        raise DataError(problems, "")


def _require_known(source_ids: list[str]) -> None:
    known = [entry.source_id for entry in REGISTER]
    for source_id in source_ids:
        if source_id not in known:
            raise typer.BadParameter(f"{source_id} is not a source; choose from {', '.join(known)}")


@app.command()
def extract(
    source_id: Annotated[str, typer.Argument(help="A source of the register.")],
    folder: Annotated[Path, typer.Argument(help="The folder with the published files.")],
    raw_folder: RawOption = database.RAW,
    retrieved: Annotated[
        str | None, typer.Option(help="When the files were taken, as 2026-11-22, if known.")
    ] = None,
) -> None:
    """Read the published files of a source and write the extracts that the build uses."""
    _require_known([source_id])
    for path in raw.extract(source(source_id), folder, raw_folder, retrieved):
        out.print(f"Wrote {path}", soft_wrap=True)


@app.command("import")
def import_(
    file: Annotated[
        Path,
        typer.Argument(help="A workbook (xlsx) or csv file of UWV, or of a programme; - is stdin."),
    ],
    mapping: Annotated[
        Path | None, typer.Option(help="UWV: a TOML file that says where the columns stand.")
    ] = None,
    raw_folder: RawOption = database.RAW,
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
    deliveries_folder: DeliveriesOption = DELIVERIES,
) -> None:
    """Import a file of the UWV Spanningsindicator, or with --programme a delivery."""
    if programme is None:
        if any((as_of, accept_valid, check_only, control, report, as_json, after is not None)):
            raise typer.BadParameter("this option is of a delivery, which needs --programme")
    else:
        from etl.deliveries import commands
        from etl.deliveries.examining import Wish

        if mapping:
            raise typer.BadParameter("--mapping is of a UWV file, not of a delivery")
        if str(report) == "-" and not as_json:
            raise typer.BadParameter("--report - needs --json")
        try:
            totals = commands.control_totals(control or [])
        except ValueError as error:
            raise typer.BadParameter(f"--control: {error}") from error
        day = _day(as_of)
        as_of_day = datetime.date.fromisoformat(day) if day else None
        wish = Wish(as_of_day, accept_valid, check_only, totals, after)
        is_taken = commands.import_delivery(
            file,
            programme,
            deliveries_folder,
            wish,
            report_to=report,
            as_json=as_json,
            consoles=(out, err),
        )
        raise typer.Exit(0 if is_taken else 1)
    _report(importing.import_workbook(file, raw_folder, _today(), mapping))
    out.print("Next: python -m etl build")


def _report(imported: importing.Imported) -> None:
    for words in imported.left_out[: importing.SHOWN]:
        out.print(f"Left out: {words}", soft_wrap=True, markup=False)
    if len(imported.left_out) > importing.SHOWN:
        out.print(f"Left out: {len(imported.left_out) - importing.SHOWN} more rows or sheets")
    said = f"Wrote {imported.path}: {imported.loaded}"
    if not imported.is_new:
        said = f"This file was imported before, as {imported.path}; nothing was changed"
    for words in (said, *imported.changed):
        out.print(words, soft_wrap=True, markup=False)


@app.command()
def template(
    to: Annotated[Path, typer.Option(help="The folder for the template.")],
) -> None:
    """Write the template of a delivery: a workbook, a csv file per table, the data dictionary."""
    from etl.deliveries import template as templates

    for path in templates.make(to):
        out.print(f"Wrote {path}", soft_wrap=True, markup=False)


@app.command()
def deliveries(
    programme: Annotated[str | None, typer.Option(help="Of this programme only.")] = None,
    as_json: JsonOption = False,
    deliveries_folder: DeliveriesOption = DELIVERIES,
) -> None:
    """Print the deliveries with what was decided, and which one counts."""
    from etl.deliveries import history

    if as_json:
        rows = history.listed(deliveries_folder, programme)
        _print_json([dict(zip(history.KEYS, row, strict=True)) for row in rows])
        return
    table = Table(*history.HEADER)
    for row in history.listed(deliveries_folder, programme):
        table.add_row(*row)
    Console(width=max(out.width, 160) if not out.is_terminal else None, highlight=False).print(
        table
    )


@app.command()
def rollback(
    programme: Annotated[str, typer.Argument(help="A programme.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    check_only: Annotated[
        bool, typer.Option("--check", help="Only say what would change.")
    ] = False,
    as_json: JsonOption = False,
    number: Annotated[
        int | None, typer.Option(help="Only if this delivery is still the one that counts.")
    ] = None,
    deliveries_folder: DeliveriesOption = DELIVERIES,
) -> None:
    """Let the newest delivery of a programme no longer count, after saying what that changes."""
    from etl.deliveries import commands, history

    own = commands.store_of(deliveries_folder, programme)
    history.newest(own)
    with own.locked(lambda: err.print(commands.WAITS, soft_wrap=True)):
        newest = history.newest(own, number)
        said = history.without(own, newest)
        is_done = _agreed(said, yes=yes, check_only=check_only, as_json=as_json)
        if is_done:
            own.decide(newest, "rolled_back")
        if as_json:
            _print_json({"number": newest.number, "done": is_done, "lines": said})
        elif is_done:
            out.print(f"Rolled back delivery {newest.number}. Next: python -m etl build")


@app.command()
def remove(
    programme: Annotated[str, typer.Argument(help="A programme.")],
    number: Annotated[int, typer.Argument(help="The number of a delivery.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    check_only: Annotated[
        bool, typer.Option("--check", help="Only say what would change.")
    ] = False,
    as_json: JsonOption = False,
    deliveries_folder: DeliveriesOption = DELIVERIES,
) -> None:
    """Delete a delivery for good, after saying what that changes."""
    from etl.deliveries import commands, history
    from etl.private import remembered

    own = commands.store_of(deliveries_folder, programme)
    history.numbered(own, number)
    with own.locked(lambda: err.print(commands.WAITS, soft_wrap=True)):
        found = history.numbered(own, number)
        said = [*history.without(own, found), *history.copies(own, found)]
        is_done = _agreed(said, yes=yes, check_only=check_only, as_json=as_json)
        if is_done:
            remembered.forget_counts(own.folder, number)
            own.remove(found)
        if as_json:
            _print_json({"number": number, "done": is_done, "lines": said})
        elif is_done:
            out.print(f"Removed delivery {number} for good. Next: python -m etl build")


def _agreed(said: list[str], *, yes: bool, check_only: bool, as_json: bool) -> bool:
    """Say what changes and return whether it is wanted; a program is never asked."""
    if as_json:
        return yes and not check_only
    for line in said:
        out.print(line, soft_wrap=True, markup=False)
    return not check_only and (yes or typer.confirm("Go on?"))


def _print_json(answer: object) -> None:
    print(json.dumps(answer, ensure_ascii=False))


@app.command()
def sample(
    to: Annotated[Path, typer.Option(help="The folder with fictitious figures.")] = database.SAMPLE,
    workbook: Annotated[
        Path | None, typer.Option(help="Also keep the fictitious workbook here.")
    ] = None,
) -> None:
    """Make the fictitious figures anew: the same seed gives the same figures."""
    _report(fictitious.make(to, workbook))
    made = [*sample_mbo.make(to), *sample_programmes.make(to), *sample_deliveries.make(to)]
    for path in [*made, *sample_deliveries.audit(to)]:
        out.print(f"Wrote {path}", soft_wrap=True)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The folder of the earlier release.")],
    new: Annotated[Path, typer.Argument(help="The folder of the later release.")],
) -> None:
    """Say in Dutch what a new release of a source changes, short enough to mail."""
    for line in differences.report(old, new):
        out.print(line, soft_wrap=True, markup=False)


def _today() -> str:
    return datetime.date.today().isoformat()


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
    neighbours: Annotated[Path, typer.Option(help="File for which regions share a border.")] = (
        REFERENCE / "region_neighbour.csv"
    ),
) -> None:
    """Dissolve and simplify municipality polygons into the shapes of the regions."""
    from etl.derive import regions

    links = next(r for r in raw.releases(raw_folder) if r.file.stem == "municipality_regions_2026")
    with links.path.open(encoding="utf-8", newline="") as file:
        regions_of = {row["gm"]: row for row in csv.DictReader(file)}
    with (REFERENCE / "municipality_merger.csv").open(encoding="utf-8") as file:
        mergers = [(row["from_code"], row["to_code"]) for row in csv.DictReader(file)]
    divided = Counter(former for former, _ in mergers)
    merged = {former: successor for former, successor in mergers if divided[former] == 1}
    written = regions.write_geometry(polygons, regions_of, merged, to)
    for path in written:
        out.print(f"Wrote {path} and {regions.write_map(path, maps)}", soft_wrap=True)
    out.print(f"Wrote {regions.write_neighbours(written, neighbours)}", soft_wrap=True)


def main() -> None:
    """Run the command line; bad data ends in exit code 1, wrong use in 2."""
    try:
        app()
    except DataError as error:
        for problem in error.problems:
            err.print(str(problem), style="red", soft_wrap=True, markup=False)
        if error.next_step:
            err.print(error.next_step, soft_wrap=True, markup=False)
        raise SystemExit(1) from error
    except OSError as error:
        place = error.filename or "the disk"
        err.print(
            f"{place}: {error.strerror}. Nothing was replaced; make room or give write access and "
            "run this again.",
            soft_wrap=True,
            markup=False,
        )
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
