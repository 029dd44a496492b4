"""The folder in which a download is kept until it is whole."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from etl.errors import DataError

Answer = TypeVar("Answer")
VERSION = "version.json"


def open_for(folder: Path, version: str) -> None:
    """Keep what an earlier attempt downloaded of this version; remove what is of another."""
    path = folder / VERSION
    if not path.exists() or json.loads(path.read_text("utf-8")) != version:
        shutil.rmtree(folder, ignore_errors=True)
        write(path, json.dumps(version))


def write(path: Path, text: str) -> None:
    """Write a file that is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(text, "utf-8")
    part.replace(path)


def stored(path: Path, read: Callable[[str], Answer]) -> Answer | None:
    """Return the page of an earlier attempt, if it is there and whole."""
    try:
        return read(path.read_text("utf-8")) if path.exists() else None
    except (DataError, UnicodeDecodeError):
        return None
