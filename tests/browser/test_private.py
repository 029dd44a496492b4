"""The process that serves the pages holds nothing but the public database."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser

from etl.database import ROOT
from tests.browser.conftest import visit_to
from tests.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = ("", "regios", "programmas", "verantwoording")


def opened_by(process: psutil.Process) -> set[Path]:
    """The files that a process and what it started have open or mapped now."""
    found: set[Path] = set()
    for one in [process, *process.children(recursive=True)]:
        with contextlib.suppress(psutil.NoSuchProcess):  # a child that ended since
            found |= {Path(file.path) for file in [*one.open_files(), *one.memory_maps()]}
    return found


def test_the_app_has_only_the_public_database_open(
    database: Path, browser: Browser, tmp_path: Path
) -> None:
    public = tmp_path / "monitor.duckdb"
    shutil.copyfile(database, public)
    with serve(public) as base:
        port = base.rsplit(":", 1)[1]
        (process,) = [
            one
            for one in psutil.process_iter(["cmdline"])
            if ["--server.port", port] == (one.info["cmdline"] or [])[-2:]
        ]
        visit = visit_to(browser, base)
        seen: set[Path] = set()
        for path in PAGES:
            visit.open(path)
            seen |= opened_by(process)
        visit.page.close()
    assert public in seen, "the test looks at the right process"
    data = [path for path in seen if path.is_relative_to(ROOT / "data") or path.suffix == ".duckdb"]
    assert data == [public]
