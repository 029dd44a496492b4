"""A copy of the checkout that a test may change, and its commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from etl.folders import ROOT


def copy(folder: Path) -> Path:
    """Copy all that git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    for name in listed:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def run(*command: str, checkout: Path, **variables: str) -> str:
    """Run a command of a checkout with its own data; return what it prints."""
    settings = {key: value for key, value in os.environ.items() if "VAKKRACHTMONITOR" not in key}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=checkout,
        env=settings | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr + done.stdout
    return done.stdout


def edit(path: Path, old: str, new: str) -> None:
    """Replace what stands in a file once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path.name, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")
