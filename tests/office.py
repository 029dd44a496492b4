"""Makes sure of LibreOffice and pdftoppm, which show how slides look: Debian's, when root."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

from exports import debian

PACKAGES = ("libreoffice-impress-nogui", "libreoffice-calc-nogui", "poppler-utils")
MISSING = f"No LibreOffice and pdftoppm found. On Debian: apt install {' '.join(PACKAGES)}"


def path() -> str | None:
    """Return where LibreOffice stands, when pdftoppm is there as well."""
    return shutil.which("soffice") if shutil.which("pdftoppm") else None


def install() -> str | None:
    """Install both when one is missing; return where LibreOffice stands, or None."""
    if found := path():
        return found
    if debian.can_install():
        debian.install(*PACKAGES)
    return path()


def words(file: Path) -> list[list[tuple[str, float, float]]]:
    """Return per page of a PDF its words, each with where it begins and ends from the top."""
    said = subprocess.run(
        ["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True
    ).stdout
    word = re.compile(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>')
    return [
        [(unescape(text), float(top), float(bottom)) for top, bottom, text in word.findall(page)]
        for page in said.split("<page ")[1:]
    ]


def pages(file: Path, folder: Path, *, dpi: int = 50) -> list[Path]:
    """Return the pages of a presentation as PNG, as LibreOffice shows them; a PDF beside them."""
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
