"""Makes a file in a process of its own, so that pages stay quick while others export."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

import queries
from etl.folders import ROOT
from exports.tables.files import READ_ME

TO = "{to}"
SECONDS = 300
NICENESS = 5
ONE_AT_A_TIME = threading.Lock()


class AsideError(Exception):
    """The file could not be made; the message says why."""


@queries.once_per_database
def meeting(about: str, form: str, since: str | None = None) -> bytes:
    """Return a file of ``python -m exports.meeting``, made once per database.

    Args:
        about: Label of an area, or id of a programme.
        form: ``pptx``, ``pdf``, ``factsheet`` or ``programme``.
        since: Day of the previous meeting (ISO date).

    Raises:
        AsideError: It could not be made.
    """
    asked = [] if since is None else ["--since", since]
    return made("exports.meeting", about, "--form", form, "--to", TO, *asked)


def dataset(name: str, form: str, province_names: Sequence[str], with_sample: bool) -> bytes:
    """Return a whole table in one form, as ``python -m exports`` makes it.

    Args:
        name: Of the dataset.
        form: ``csv_nl``, ``csv``, ``xlsx``, ``parquet`` or ``zip``.
        province_names: Which it is about.
        with_sample: Whether fictitious figures go along.

    Raises:
        AsideError: It could not be made.
    """
    provinces = [part for province in province_names for part in ("--province", province)]
    more = () if with_sample else ("--without-sample",)
    return made("exports", TO, "--format", form, "--dataset", name, *provinces, *more)


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
