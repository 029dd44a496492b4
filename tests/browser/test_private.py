"""The process that serves the pages holds nothing but the public database."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from etl.database import ROOT
from tests.browser.conftest import visit_to
from tests.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("", "regios", "programmas", "verantwoording")


def opened_by(process: str) -> list[Path]:
    """The files that a process and what it started have open now."""
    found: list[Path] = []
    children = [
        entry.name
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and f"PPid:\t{process}\n" in (entry / "status").read_text()
    ]
    for handle in Path(f"/proc/{process}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # closed since it was listed
            found.append(handle.readlink())
    return found + [path for child in children for path in opened_by(child)]


def mapped_by(process: str) -> list[Path]:
    lines = Path(f"/proc/{process}/maps").read_text("utf-8").splitlines()
    return [Path(line.split(maxsplit=5)[5]) for line in lines if len(line.split()) > 5]


def test_the_app_has_only_the_public_database_open(
    database: Path, browser: Browser, tmp_path: Path
) -> None:
    public = tmp_path / "monitor.duckdb"
    shutil.copyfile(database, public)
    with serve(public) as base:
        port = base.rsplit(":", 1)[1]
        (process,) = [
            entry.name
            for entry in Path("/proc").iterdir()
            if entry.name.isdigit()
            and f"--server.port\0{port}".encode() in (entry / "cmdline").read_bytes()
        ]
        visit = visit_to(browser, base)
        seen: set[Path] = set()
        for path in PAGES:
            visit.open(path)
            seen |= {*opened_by(process), *mapped_by(process)}
        visit.page.close()
    assert public in seen, "the test looks at the right process"
    data = [path for path in seen if path.is_relative_to(ROOT / "data") or path.suffix == ".duckdb"]
    assert data == [public]
