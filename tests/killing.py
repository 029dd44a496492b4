"""Killing a command halfway, however fast the machine is at that moment."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from etl.database import ROOT


class Killer:
    """Kills a command after a share of the time that a whole run takes.

    A run that is over before it could be killed tells how long one takes now.
    """

    def __init__(self, *first: str | Path) -> None:
        """Run a command of the ETL once, to the end."""
        began = time.monotonic()
        subprocess.run(_command(first), cwd=ROOT, check=True, capture_output=True)
        self.whole = time.monotonic() - began

    def kills(self, *words: str | Path, share: float) -> bool:
        """Run a command and kill it after a share; return whether it was still running."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        began = time.monotonic()
        process = subprocess.Popen(_command(words), cwd=ROOT, **quiet)
        try:
            process.wait(self.whole * share)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return True
        self.whole = min(self.whole, time.monotonic() - began)
        return False


def _command(words: tuple[str | Path, ...]) -> list[str]:
    return [sys.executable, "-m", "etl", *map(str, words)]
