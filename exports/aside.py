"""Makes a file in a process of its own, so that pages stay quick while others export."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from etl.folders import ROOT
from exports.tables.files import READ_ME

TO = "{to}"
SECONDS = 300
NICENESS = 5
ONE_AT_A_TIME = threading.Lock()


class AsideError(Exception):
    """The file could not be made; the message says why."""


def made(module: str, *arguments: str) -> bytes:
    """Run ``python -m module …`` and return the file that it wrote.

    One file is made at a time, after the pages in line for the processor.

    Args:
        module: A command that writes a file, or a folder with one file beside its ``LEESMIJ.txt``.
        arguments: ``TO`` among them stands for what it writes.

    Raises:
        AsideError: The command failed or took longer than ``SECONDS``.
    """
    with tempfile.TemporaryDirectory() as folder, ONE_AT_A_TIME:
        to = Path(folder) / "file"
        try:
            done = subprocess.run(
                [sys.executable, "-m", module, *(str(to) if a == TO else a for a in arguments)],
                cwd=ROOT,
                capture_output=True,
                check=False,
                timeout=SECONDS,
                preexec_fn=_step_back if os.name == "posix" else None,
            )
        except subprocess.TimeoutExpired as error:
            raise AsideError(f"not done after {SECONDS} seconds") from error
        if done.returncode or not to.exists():
            raise AsideError(done.stderr.decode("utf-8", "replace").strip()[-500:])
        written = to.iterdir() if to.is_dir() else [to]
        return next(path for path in written if path.name != READ_ME).read_bytes()


def _step_back() -> None:
    os.nice(NICENESS)
