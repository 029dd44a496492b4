"""Fetch what publishers changed since the newest release; a release is never overwritten."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pyarrow as pa
from filelock import FileLock

from etl import raw
from etl.database import Inputs, build, left_out
from etl.download import AT_ONCE, Client
from etl.errors import DataError, Problem, first_of
from etl.fitting import Left, named
from etl.protocols import duo_csv, municipality_polygons
from etl.register import RawFile, Source

FILES = {"duo_csv": duo_csv, "municipality_polygons": municipality_polygons}
REFUSED = "a build refuses it, so it was not released; the figures already loaded stay as they are"
State = Literal["new", "unchanged", "fetched"]
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Outcome:
    """What became of one table, when its publisher changed it if it says so, and its release.

    It is ``unchanged``, ``new`` at the publisher but only looked at, or ``fetched`` into a release;
    ``untried`` says why no build could try that.
    """

    state: State
    modified: str | None
    path: Path | None
    untried: str = ""


@dataclass(frozen=True)
class _Fetched:
    """A table that is there whole below ``staging`` and is no release yet."""

    source: Source
    file: RawFile
    table: pa.Table
    modified: str | None
    period: str | None
    staging: Path

    def write(self, raw_folder: Path, folder: str, today: str) -> Path:
        """Write it as a release; ``folder`` is what that is called."""
        release = raw_folder / self.source.source_id / folder
        release.mkdir(parents=True, exist_ok=True)
        said = (today, self.modified, self.period)
        return raw.write(self.source, self.file, self.table, release, *said)

    def release(self, raw_folder: Path, today: str) -> Path:
        """Release it beside the earlier releases."""
        with FileLock(self.staging.with_suffix(".lock")):
            folder = raw_folder / self.source.source_id
            path = self.write(
                raw_folder, raw.release_folder(folder, today, self.file.stem).name, today
            )
            published = self.staging / Path(self.file.path).name
            if published.is_file():
                published.replace(path.with_name(published.name))
            self.forget()
            return path

    def forget(self) -> None:
        """Remove what was downloaded."""
        shutil.rmtree(self.staging, ignore_errors=True)


def is_fetchable(file: RawFile) -> bool:
    """Return whether a file is read from its publisher's service."""
    return file.protocol in raw.TABLES or file.protocol in FILES


def fetch(
    tables: Sequence[tuple[Source, RawFile]],
    raw_folder: Path,
    *,
    client: Client,
    today: str,
    base_url: str | None = None,
    dry_run: bool = False,
    told: Callable[[Source, RawFile, int | None], Progress] = lambda source, file, rows: _silent,
) -> list[tuple[RawFile, Outcome | Exception]]:
    """Fetch the tables and files that changed since their newest release, a few at once.

    What is downloaded is kept below ``<source>/.fetching`` until it is a release, so that the next
    attempt goes on at the page where this one stopped. All are tried together by a build that is
    then forgotten; what does not fit is not released.

    A release is named after today (ISO date); ``base_url`` is a mirror or test server in place of
    the publisher's address; a dry run only looks whether there is something new; it is told that a
    table begins and how many rows it had, and gives what to tell how many are there so far.

    Returns:
        What became of each, or why it failed.
    """

    def fetch_one(table: tuple[Source, RawFile]) -> Outcome | _Fetched | Exception:
        source, file = table
        try:
            newest = raw.newest(raw_folder, source, file)
            rows = raw.provenance_of(newest).get("rows") if newest else None
            url, progress = _address(file, base_url), told(source, file, rows)
            return _download(source, file, raw_folder, newest, client, url, progress, dry_run)
        except Exception as error:
            return error

    with ThreadPoolExecutor(AT_ONCE) as pool:
        ended = list(pool.map(fetch_one, tables))
    fetched = [end for end in ended if isinstance(end, _Fetched)]
    tried = iter(_released(fetched, raw_folder, today))
    files = [file for _, file in tables]
    return [
        (file, next(tried) if isinstance(end, _Fetched) else end)
        for file, end in zip(files, ended, strict=True)
    ]


def _silent(rows: int) -> None:
    """Tell nobody."""


def _download(
    source: Source,
    file: RawFile,
    raw_folder: Path,
    newest: Path | None,
    client: Client,
    url: str,
    progress: Progress,
    dry_run: bool,
) -> Outcome | _Fetched:
    staging = raw_folder / source.source_id / raw.STAGING / file.stem
    staging.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(staging.with_suffix(".lock")):
        if protocol := raw.TABLES.get(file.protocol):
            info = protocol.table_info(client, url)
            modified, period = info.modified, info.period or None
            is_known = newest and raw.provenance_of(newest).get("modified") == modified
            if is_known or dry_run:
                return Outcome("unchanged" if is_known else "new", modified, newest)
            protocol.fetch(client, url, info, file, staging, progress)
            table = raw.read(file, staging)
        else:  # nobody says when a file changed, so its rows are compared
            modified, period = None, file.period
            published = staging / Path(file.path).name
            FILES[file.protocol].fetch(client, url, published)
            table = raw.read(file, published)
            progress(len(table))
            is_known = newest and raw.holds(newest, table)
            if is_known or dry_run:
                shutil.rmtree(staging)
                return Outcome("unchanged" if is_known else "new", modified, newest)
        return _Fetched(source, file, table, modified, period, staging)


def _released(
    fetched: Sequence[_Fetched], raw_folder: Path, today: str
) -> Iterator[Outcome | Exception]:
    """Yield per table its release, or why a build refuses it."""
    try:
        refused, untried = _tried(fetched, raw_folder, today) if fetched else ({}, "")
    except Exception as error:
        yield from [error] * len(fetched)
        return
    for number, one in enumerate(fetched):
        try:
            if number in refused:
                one.forget()  # the next attempt is about what the publisher gives then
                yield DataError(refused[number], "")
            else:
                path = one.release(raw_folder, today)
                yield Outcome("fetched", one.modified, path, untried)
        except Exception as error:
            yield error


def _tried(
    fetched: Sequence[_Fetched], raw_folder: Path, today: str
) -> tuple[dict[int, list[Problem]], str]:
    """Build once with all that was fetched, on a copy of the raw folder that is then forgotten.

    Return what is wrong with those that do not fit, by their number; and why nothing could be
    tried, in a folder of which nothing can be built without them either.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy, database = Path(folder) / "raw", Path(folder) / "monitor.duckdb"
        unfinished = shutil.ignore_patterns(raw.STAGING)
        shutil.copytree(raw_folder.resolve(), copy, ignore=unfinished, copy_function=os.symlink)
        names = {}
        for number, one in enumerate(fetched):
            beside = raw.release_folder(copy / one.source.source_id, today, one.file.stem)
            path = one.write(copy, beside.name, today)
            names[path.relative_to(copy).as_posix()] = number
        try:
            build(database, Inputs(copy))
            left: Left = {one.release_id: one.problems for one in left_out(database)}
            untried = ""
        except DataError as error:
            if error.problems[0].file == str(database):  # there is no room to try it
                raise
            left = named(error, list(names))
            untried = str(error.problems[0])
        refused = {
            number: [Problem(name, REFUSED), *first_of(left[name])]
            for name, number in names.items()
            if name in left
        }
        return refused, untried


def _address(file: RawFile, base_url: str | None) -> str:
    if base_url is None:
        return file.url
    below = file.table_id if file.protocol in raw.TABLES else urlsplit(file.url).path.lstrip("/")
    return f"{base_url.rstrip('/')}/{below}"
