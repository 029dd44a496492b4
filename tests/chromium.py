"""Makes sure of a Chromium: Debian's when root, otherwise Playwright's own, or says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def path() -> str | None:
    """Return where a Chromium stands: on the path, or where Playwright keeps its own."""
    if found := shutil.which("chromium"):
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> str | None:
    """Install a Chromium when there is none; return where it stands, or None."""
    if found := path():
        return found
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "check": False}
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update"], **quiet)  # type: ignore[call-overload]
        subprocess.run(
            ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
            **quiet,  # type: ignore[call-overload]
        )
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], **quiet)  # type: ignore[call-overload]
    return path()


if __name__ == "__main__" and install() is None:
    sys.exit(
        "No Chromium found. Install one: 'apt install chromium' or 'playwright install chromium'."
    )
