"""What takes long to make is made once, for all workers and for the next run."""

from __future__ import annotations

import functools
import hashlib
import inspect
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
from filelock import FileLock

from etl.folders import DATA, ROOT

KEPT = ROOT / ".pytest_cache" / "made"
MADE_FROM = (DATA, ROOT / "etl", ROOT / "words", ROOT / "brand")
NEWEST = 3


def kept(name: str, make: Callable[[Path], None], below: Path = KEPT) -> Path:
    """Return the folder that ``make`` filled from what the data, the ETL and the tests hold now.

    Copy what a test writes to: the folder is shared with other workers and later runs.
    """
    folder = below / name / fingerprint(inspect.getfile(make))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.parent / "lock"):
        if not folder.exists():
            unfinished = folder.with_name("unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
        folder.touch()
        made = [path for path in folder.parent.iterdir() if path.is_dir()]
        for old in sorted(made, key=lambda path: path.stat().st_mtime)[:-NEWEST]:
            shutil.rmtree(old)
    return folder


@functools.cache
def fingerprint(maker: str) -> str:
    """Return one hash over the maker, the helpers of the tests, and all that the ETL reads."""
    read = {path for folder in MADE_FROM for path in folder.rglob("*") if path.is_file()}
    helpers = {path for path in (ROOT / "tests").glob("*.py") if not path.match("test_*")}
    digest = hashlib.sha256(duckdb.__version__.encode())
    for path in sorted({*read, *helpers, Path(maker), ROOT / "requirements.txt"}):
        if path.suffix != ".pyc" and ".duckdb" not in path.name:
            digest.update(f"{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]
