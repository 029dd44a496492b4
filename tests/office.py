"""Makes sure of LibreOffice and pdftoppm, which show how slides look: Debian's, when root."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

PACKAGES = ("libreoffice-impress-nogui", "libreoffice-calc-nogui", "poppler-utils")
MISSING = f"No LibreOffice and pdftoppm found. On Debian: apt install {' '.join(PACKAGES)}"


def path() -> str | None:
    """Return where LibreOffice stands, when pdftoppm is there as well."""
    return shutil.which("soffice") if shutil.which("pdftoppm") else None


def install() -> str | None:
    """Install both when one is missing; return where LibreOffice stands, or None."""
    if found := path():
        return found
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
            subprocess.run(
                ["apt-get", *command],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
    return path()


def pages(file: Path, folder: Path, *, dpi: int = 50) -> list[Path]:
    """Return the pages of a presentation as PNG, as LibreOffice shows them."""
    office = path()
    assert office is not None, MISSING
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    subprocess.run(
        ["pdftoppm", "-png", "-r", str(dpi), str(folder / f"{file.stem}.pdf"), str(folder / "p")],
        check=True,
        timeout=120,
    )
    return sorted(folder.glob("p-*.png"))


if __name__ == "__main__" and install() is None:
    print(f"{MISSING}. What slides look like is not tested.")
