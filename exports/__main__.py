"""The command line: ``python -m exports DIR`` writes whole tables, without a browser."""

from __future__ import annotations

import datetime
import os
import shutil
import time
from pathlib import Path
from typing import Annotated

import pyarrow as pa
import typer
from filelock import FileLock
from rich.console import Console

import queries
import words as nl
from etl import folders
from etl.errors import DataError
from exports.tables import datasets, files, streams
from exports.tables.datasets import Wish

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder for the files.")],
    province: Annotated[
        list[str] | None,
        typer.Option(help="Only what is about this province, as Gelderland or PV25; repeat."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="As it was known on this day, as 2026-05-12.")
    ] = None,
    dataset: Annotated[
        list[str] | None, typer.Option(help="Only this dataset, as vacancies; repeat.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--format", help="Only csv_nl, csv, xlsx, parquet or zip; repeat."),
    ] = None,
    without_sample: Annotated[
        bool, typer.Option("--without-sample", help="Leave fictitious figures out.")
    ] = False,
    raw_folder: Annotated[
        Path, typer.Option("--raw", help="With --as-of: the folder with the raw files.")
    ] = folders.RAW,
) -> None:
    """Write whole tables as CSV, Excel, Parquet and data package, with what explains them."""
    kinds = _known(kind or list(files.BY_KEY), list(files.BY_KEY), "a format")
    day = _day(as_of)
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = folder.with_name(f".{folder.name}.unfinished")
    with FileLock(folder.with_name(f".{folder.name}.lock")):
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        try:
            if day:
                _build_as_of(work / "as_of.duckdb", raw_folder, day)
            wish = _wish(province or [], day, with_sample=not without_sample)
            finished = work / "finished"
            finished.mkdir()
            _write(finished, work, dataset or [], kinds, wish)
            folder.mkdir(exist_ok=True)
            for path in sorted(finished.iterdir()):
                path.replace(folder / path.name)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    out.print(f"Wrote {folder}", soft_wrap=True, markup=False)


def _write(finished: Path, work: Path, wanted: list[str], kinds: list[str], wish: Wish) -> None:
    listed = queries.downloads.datasets(with_sample=wish.with_sample)
    names = _known(wanted or list(listed["dataset"]), list(listed["dataset"]), "a dataset")
    written, left_out = [], []
    for _, one in listed[listed["dataset"].isin(names)].iterrows():
        started = time.monotonic()
        kept = datasets.keep(one["dataset"], wish, work / "rows.parquet")
        table = datasets.described(one, kept, wish)
        if not kept.rows:
            left_out.append(f"{one['title']}: geen rijen, dus geen bestand.")
            out.print(f"{one['dataset']}: no rows")
            continue
        out.print(f"{one['dataset']}: {kept.rows} rows, {time.monotonic() - started:.1f} s")
        paths = []
        for kind in kinds:
            started = time.monotonic()
            path = datasets.write(kind, table, kept, finished)
            if path is None:
                said = f"meer dan {nl.number(streams.SHEET_ROWS)} rijen, dus geen xlsx."
                left_out.append(f"{one['title']}: {said}")
                out.print(f"  {kind}: left out, a sheet holds at most {streams.SHEET_ROWS} rows")
                continue
            paths.append(path)
            size = path.stat().st_size / 1e6
            seconds = time.monotonic() - started
            out.print(f"  {path.name}: {size:.2f} MB, {seconds:.1f} s", soft_wrap=True)
        written.append((table, kept, paths))
    text = datasets.read_me(written, left_out, wish)
    (finished / files.READ_ME).write_bytes(text.encode("utf-8-sig"))


def _build_as_of(path: Path, raw_folder: Path, day: str) -> None:
    from etl import database

    database.build(path, database.Inputs(raw_folder, as_of=day))
    for one in database.left_out(path):
        err.print(str(one), style="red", soft_wrap=True, markup=False)
    os.environ[folders.DATABASE_VARIABLE] = str(path)


def _wish(provinces: list[str], day: str | None, *, with_sample: bool) -> Wish:
    regions = queries.filters.regions()
    known = regions[regions["kind"] == "provincie"].set_index("region_code")["name"]
    codes = {name.lower(): code for code, name in known.items()}
    found = []
    for text in provinces:
        code = text.upper() if text.upper() in known else codes.get(text.strip().lower())
        if code is None:
            choice = ", ".join(f"{name} ({code})" for code, name in known.items())
            raise typer.BadParameter(f"{text} is not a province; choose from {choice}")
        found.append(str(code))
    unique = tuple(dict.fromkeys(found))
    return Wish(unique, tuple(known[code] for code in unique), with_sample, day or "")


def _known(wanted: list[str], known: list[str], what: str) -> list[str]:
    for text in wanted:
        if text not in known:
            raise typer.BadParameter(f"{text} is not {what}; choose from {', '.join(known)}")
    return [name for name in known if name in wanted]


def _day(text: str | None) -> str | None:
    try:
        return datetime.date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a day; 2026-05-12 was expected") from error


def main() -> None:
    """Run the command line; a problem in the data ends in exit code 1, wrong use in 2."""
    # Arrow's own pool keeps what was let go of; the system's takes a tenth less here.
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        app()
    except DataError as error:
        for problem in error.problems:
            err.print(str(problem), style="red", soft_wrap=True, markup=False)
        err.print(error.next_step, soft_wrap=True, markup=False)
        raise SystemExit(1) from error
    except queries.NoDatabaseError as error:
        err.print(f"{error}. Run '{error.next_step}' first.", soft_wrap=True, markup=False)
        raise SystemExit(1) from error
    except OSError as error:
        place = error.filename or "the disk"
        err.print(f"{place}: {error.strerror}. No file was replaced.", soft_wrap=True, markup=False)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
