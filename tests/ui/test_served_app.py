"""The process that serves the app: it knows the public database, and no way to undo protection."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from etl.folders import DATABASE_VARIABLE, ROOT
from ui.frame.menu import DELIVERIES_VARIABLE
from ui.frame.shell import PAGES

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


def test_no_page_or_way_to_deliver_loads_the_audit_or_its_solver(database: Path) -> None:
    views = ("aanleveren?Eerdere aanleveringen", "aanleveren?Programma registreren")
    result = subprocess.run(
        [sys.executable, "-c", VISIT, *sorted(path.stem for path in PAGES.glob("*.py")), *views],
        cwd=ROOT,
        env={**os.environ, DATABASE_VARIABLE: str(database), DELIVERIES_VARIABLE: "1"},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    loaded = {*result.stdout.split()}
    assert {"ui.delivering.registering_form", "etl.deliveries.template"} <= loaded
    assert not [name for name in loaded for never in NEVER if f"{name}.".startswith(f"{never}.")]
