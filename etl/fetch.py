"""Fetch what publishers changed since the newest release; a release is never overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from filelock import FileLock

from etl import raw
from etl.download import AT_ONCE, Client
from etl.errors import DataError
from etl.protocols import duo_csv, municipality_polygons
from etl.register import RawFile, Source
from etl.releases.trial import Candidate, tried

FILES = {"duo_csv": duo_csv, "municipality_polygons": municipality_polygons}
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

    table: Candidate
    staging: Path

    def release(self, raw_folder: Path, today: str) -> Path:
        """Release it beside the earlier releases."""
        with FileLock(self.staging.with_suffix(".lock")):
            source, file = self.table.source, self.table.file
            folder = raw.release_folder(raw_folder / source.source_id, today, file.stem)
            path = self.table.write(folder, today)
            published = self.staging / Path(file.path).name
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
        return _Fetched(Candidate(source, file, table, modified, period), staging)


def _released(
    fetched: Sequence[_Fetched], raw_folder: Path, today: str
) -> Iterator[Outcome | Exception]:
    """Yield per table its release, or why a build refuses it."""
    try:
        tables = [one.table for one in fetched]
        refused, untried = tried(tables, raw_folder, today) if fetched else ({}, "")
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
                yield Outcome("fetched", one.table.modified, path, untried)
        except Exception as error:
            yield error


def _address(file: RawFile, base_url: str | None) -> str:
    if base_url is None:
        return file.url
    below = file.table_id if file.protocol in raw.TABLES else urlsplit(file.url).path.lstrip("/")
    return f"{base_url.rstrip('/')}/{below}"
