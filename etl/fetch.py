"""Fetch what publishers changed since the newest release; a release is never overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pyarrow as pa
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
    """What became of one table.

    Attributes:
        state: ``unchanged`` since the newest release; ``new`` at the publisher but only looked at;
            ``fetched`` into a release.
        modified: When the publisher last changed it, if it says so.
        path: The newest release.
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

    Args:
        source: The entry of the source.
        file: The entry of the table.
        raw_folder: The raw files.
        client: To ask with.
        today: Name of the release (ISO date).
        base_url: In place of the publisher's address: a mirror or a test server.
        dry_run: Only look whether there is something new.
        progress: Is told how many rows are there so far.

    Raises:
        DataError: The table cannot be had whole; nothing was released.
    """
    staging = raw_folder / source.source_id / raw.STAGING / file.stem
    staging.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(staging.with_suffix(".lock")):
        job = _Job(
            source,
            file,
            _address(file, base_url),
            raw.newest(raw_folder, source, file),
            staging,
            client,
            today,
            dry_run,
            progress,
        )
        return job.fetch_table() if file.protocol in raw.TABLES else job.fetch_file()


def fetch_all(
    tables: Sequence[tuple[Source, RawFile]],
    raw_folder: Path,
    *,
    today: str,
    base_url: str | None = None,
    dry_run: bool = False,
    progress: Callable[[Source, RawFile, int | None], Progress],
) -> list[tuple[RawFile, Outcome | Exception]]:
    """Fetch tables, a few at once; one that fails does not stop the others.

    Args:
        tables: Each with the entry of its source.
        raw_folder: The raw files.
        today: Name of the releases (ISO date).
        base_url: In place of the publisher's address.
        dry_run: Only look whether there is something new.
        progress: Is told that a table begins and how many rows it had, and gives what to tell more.

    Returns:
        Per table what became of it, or why it failed.
    """
    client = Client()

    def fetch_one(table: tuple[Source, RawFile]) -> tuple[RawFile, Outcome | Exception]:
        entry, file = table
        try:
            newest = raw.newest(raw_folder, entry, file)
            rows = raw.provenance_of(newest).get("rows") if newest else None
            outcome = fetch(
                entry,
                file,
                raw_folder,
                client=client,
                today=today,
                base_url=base_url,
                dry_run=dry_run,
                progress=progress(entry, file, rows),
            )
        except Exception as error:
            return file, error
        return file, outcome

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(fetch_one, tables))


def _address(file: RawFile, base_url: str | None) -> str:
    if base_url is None:
        return file.url
    below = file.table_id if file.protocol in raw.TABLES else urlsplit(file.url).path.lstrip("/")
    return f"{base_url.rstrip('/')}/{below}"


@dataclass(frozen=True)
class _Job:
    """One table or file to look at, as ``fetch`` was asked."""

    source: Source
    file: RawFile
    url: str
    newest: Path | None
    staging: Path
    client: Client
    today: str
    dry_run: bool
    progress: Progress

    def fetch_table(self) -> Outcome:
        """Fetch a table of which the publisher says when it changed."""
        protocol = raw.TABLES[self.file.protocol]
        info = protocol.table_info(self.client, self.url)
        if self.newest and raw.provenance_of(self.newest).get("modified") == info.modified:
            return Outcome("unchanged", info.modified, self.newest)
        if self.dry_run:
            return Outcome("new", info.modified, self.newest)
        protocol.fetch(self.client, self.url, info, self.file, self.staging, self.progress)
        table = raw.read(self.file, self.staging)
        path = self._release(table, info.modified, info.period or None)
        shutil.rmtree(self.staging)
        return Outcome("fetched", info.modified, path)

    def fetch_file(self) -> Outcome:
        """Fetch a file of which nobody says when it changed, and look whether its rows differ."""
        published = self.staging / Path(self.file.path).name
        FILES[self.file.protocol].fetch(self.client, self.url, published)
        table = raw.read(self.file, published)
        self.progress(len(table))
        outcome = Outcome("unchanged", None, self.newest)
        if self.newest is None or not raw.holds(self.newest, table):
            outcome = Outcome("new", None, self.newest)
        if outcome.state == "new" and not self.dry_run:
            path = self._release(table, None, self.file.period)
            published.replace(path.with_name(published.name))
            outcome = Outcome("fetched", None, path)
        shutil.rmtree(self.staging)
        return outcome

    def _release(self, table: pa.Table, modified: str | None, period: str | None) -> Path:
        folder = raw.release_folder(self.staging.parents[1], self.today, self.file.stem)
        folder.mkdir(parents=True, exist_ok=True)
        return raw.write(self.source, self.file, table, folder, self.today, modified, period)
