"""Installs packages of Debian where that can be done without asking: as root."""

from __future__ import annotations

import os
import shutil
import subprocess


def can_install() -> bool:
    """Return whether packages can be installed here."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install packages, in silence; who needs them looks whether they came."""
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *command], capture_output=True, check=False)
