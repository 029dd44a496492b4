"""Fetch what publishers changed since the newest release; a release is never overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from filelock import FileLock

from etl import raw
from etl.download import AT_ONCE, Client
from etl.protocols import duo_csv, municipality_polygons
from etl.register import RawFile, Source

FILES = {"duo_csv": duo_csv, "municipality_polygons": municipality_polygons}
State = Literal["new", "unchanged", "fetched"]
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Outcome:
    """What became of one table, when its publisher changed it if it says so, and its release.

    It is ``unchanged``, ``new`` at the publisher but only looked at, or ``fetched`` into a release.
    """

    state: State
    modified: str | None
    path: Path | None


def is_fetchable(file: RawFile) -> bool:
    """Return whether a file is read from its publisher's service."""
    return file.protocol in raw.TABLES or file.protocol in FILES


def fetch(
    source: Source,
    file: RawFile,
    raw_folder: Path,
    *,
    client: Client,
    today: str,
    base_url: str | None = None,
    dry_run: bool = False,
    progress: Progress = lambda rows: None,
) -> Outcome:
    """Fetch one table or file when it changed since its newest release.

    What is downloaded is kept below ``<source>/.fetching`` until the release is written, so that
    the next attempt goes on at the page where this one stopped.

    The release is named after today (ISO date); ``base_url`` is a mirror or test server in place of
    the publisher's address; a dry run only looks whether there is something new; progress is told
    how many rows are there so far.

    Raises:
        DataError: The table cannot be had whole; nothing was released.
    """
    folder = raw_folder / source.source_id
    staging = folder / raw.STAGING / file.stem
    staging.parent.mkdir(parents=True, exist_ok=True)
    url, published = _address(file, base_url), staging / Path(file.path).name
    with FileLock(staging.with_suffix(".lock")):
        newest = raw.newest(raw_folder, source, file)
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
            FILES[file.protocol].fetch(client, url, published)
            table = raw.read(file, published)
            progress(len(table))
            is_known = newest and raw.holds(newest, table)
            if is_known or dry_run:
                shutil.rmtree(staging)
                return Outcome("unchanged" if is_known else "new", modified, newest)
        release = raw.release_folder(folder, today, file.stem)
        release.mkdir(parents=True, exist_ok=True)
        path = raw.write(source, file, table, release, today, modified, period)
        if not protocol:
            published.replace(release / published.name)
        shutil.rmtree(staging)
        return Outcome("fetched", modified, path)


def fetch_all(
    tables: Sequence[tuple[Source, RawFile]],
    raw_folder: Path,
    client: Client,
    progress: Callable[[Source, RawFile, int | None], Progress],
    **wish: Any,
) -> list[tuple[RawFile, Outcome | Exception]]:
    """Fetch tables, a few at once; return what became of each, or why it failed.

    Progress is told that a table begins and how many rows it had, and gives what to tell more; the
    wish goes to ``fetch``.
    """

    def fetch_one(table: tuple[Source, RawFile]) -> tuple[RawFile, Outcome | Exception]:
        entry, file = table
        try:
            newest = raw.newest(raw_folder, entry, file)
            rows = raw.provenance_of(newest).get("rows") if newest else None
            told = progress(entry, file, rows)
            return file, fetch(entry, file, raw_folder, client=client, progress=told, **wish)
        except Exception as error:
            return file, error

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(fetch_one, tables))


def _address(file: RawFile, base_url: str | None) -> str:
    if base_url is None:
        return file.url
    below = file.table_id if file.protocol in raw.TABLES else urlsplit(file.url).path.lstrip("/")
    return f"{base_url.rstrip('/')}/{below}"
