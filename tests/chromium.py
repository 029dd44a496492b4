"""Makes sure of a Chromium: Debian's when root, otherwise Playwright's own, or says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from exports import debian
from exports.pdf import drawings

LIGHT = drawings.BROWSERS[0]

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
    """Return where a Chromium stands: the product's, or where Playwright keeps its own."""
    if found := drawings.browser():
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> str | None:
    """Install a Chromium, the one without windows where that can be; return where it stands."""
    if debian.can_install() and not shutil.which(LIGHT):
        debian.install(LIGHT)
    if not path():
        own = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(own, capture_output=True, check=False)
    return path()


if __name__ == "__main__" and install() is None:
    sys.exit(
        "No Chromium found. Install one: 'apt install chromium' or 'playwright install chromium'."
    )
