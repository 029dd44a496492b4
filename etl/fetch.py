"""Fetch what publishers changed since the newest release; a release is never overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock

from etl import raw
from etl.download import Client
from etl.protocols import cbs_table
from etl.register import RawFile, Source

State = Literal["new", "unchanged", "fetched"]


@dataclass(frozen=True)
class Outcome:
    """What became of one table.

    Attributes:
        state: ``unchanged`` since the newest release; ``new`` at the publisher but only looked at;
            ``fetched`` into a release.
        modified: When the publisher last changed it.
        path: The newest release.
    """

    state: State
    modified: str
    path: Path | None


def is_fetchable(file: RawFile) -> bool:
    """Return whether a file is read from its publisher's service."""
    return file.protocol in raw.TABLES


def fetch(
    source: Source,
    file: RawFile,
    raw_folder: Path,
    *,
    client: Client,
    today: str,
    base_url: str | None = None,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda rows: None,
) -> Outcome:
    """Fetch one table when it changed since its newest release.

    Pages are kept below ``<source>/.fetching`` until the release is written, so that the next
    attempt goes on at the page where this one stopped.

    Args:
        source: The entry of the source.
        file: The entry of the table.
        raw_folder: The raw files.
        client: To ask with.
        today: Name of the release (ISO date).
        base_url: In place of the publisher's, above the table id; a mirror or a test server.
        dry_run: Only look whether there is something new.
        progress: Is told how many rows are there so far.

    Raises:
        DataError: The table cannot be had whole; nothing was released.
    """
    protocol = raw.TABLES[file.protocol]
    url = f"{base_url.rstrip('/')}/{file.table_id}" if base_url else file.url
    info = protocol.table_info(client, url)
    newest = raw.newest(raw_folder, source, file)
    if _is_of(newest, info):
        return Outcome("unchanged", info.modified, newest)
    if dry_run:
        return Outcome("new", info.modified, newest)
    folder = raw_folder / source.source_id
    staging = folder / raw.STAGING / file.stem
    staging.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(staging.with_suffix(".lock")):
        newest = raw.newest(raw_folder, source, file)
        if _is_of(newest, info):  # another fetch was first
            return Outcome("unchanged", info.modified, newest)
        protocol.fetch(client, url, info, file, staging, progress)
        table = protocol.extract(staging, file)
        release = release_folder(folder, today, file.stem)
        release.mkdir(parents=True, exist_ok=True)
        path = raw.write(source, file, table, release, today, info.modified, info.period or None)
        shutil.rmtree(staging)
    return Outcome("fetched", info.modified, path)


def _is_of(release: Path | None, info: cbs_table.TableInfo) -> bool:
    return release is not None and raw.provenance_of(release).get("modified") == info.modified


def release_folder(source_folder: Path, today: str, stem: str) -> Path:
    """Return the folder of a release of today; a second release on one day gets a number."""
    number = 1
    while True:
        folder = source_folder / (today if number == 1 else f"{today}.{number}")
        if not any((folder / f"{stem}{suffix}").exists() for suffix in raw.SUFFIXES):
            return folder
        number += 1
