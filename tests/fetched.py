"""One table fetched as the command does, or the reason why it was not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from etl import fetch
from etl.register import RawFile, Source


def fetch_one(
    source: Source,
    file: RawFile,
    folder: Path,
    progress: Callable[[int], Any] = lambda rows: None,
    **wish: Any,
) -> fetch.Outcome:
    [(_, end)] = fetch.fetch([(source, file)], folder, told=lambda *table: progress, **wish)
    if isinstance(end, Exception):
        raise end
    return end
