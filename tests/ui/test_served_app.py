"""The process that serves the app: it knows the public database, and no way to undo protection."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from etl.folders import DATABASE_VARIABLE, ROOT
from ui.frame.shell import DELIVERIES_VARIABLE, PAGES

NEVER = ("scipy", "highspy", "etl.private", "etl.database")
VISIT = """
import sys
from streamlit.testing.v1 import AppTest
for address in sys.argv[1:]:
    name, _, view = address.partition("?")
    page = AppTest.from_file("app.py", default_timeout=120)
    if view:
        page.query_params["weergave"] = view
    page.switch_page(f"pages/{name}.py").run()
    assert not page.exception, (name, page.exception)
print(*sorted(sys.modules))
"""


@pytest.fixture(scope="module")
def loaded(database: Path) -> frozenset[str]:
    """What a process has loaded that served every page and each way to deliver."""
    views = ("aanleveren?Eerdere aanleveringen", "aanleveren?Programma registreren")
    result = subprocess.run(
        [sys.executable, "-c", VISIT, *sorted(path.stem for path in PAGES.glob("*.py")), *views],
        cwd=ROOT,
        env={**os.environ, DATABASE_VARIABLE: str(database), DELIVERIES_VARIABLE: "1"},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    return frozenset(result.stdout.split())


@pytest.mark.parametrize("module", NEVER)
def test_no_page_loads_the_audit_or_its_solver(loaded: frozenset[str], module: str) -> None:
    assert {"ui.delivering.registering_form", "etl.deliveries.template"} <= loaded
    assert not {name for name in loaded if f"{name}.".startswith(f"{module}.")}
