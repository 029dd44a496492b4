"""How quick a page stays while ten others ask for slides and workbooks."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from etl import database
from tests import chromium
from tests.bench import LINKS, change_ms
from tests.server import serve

USERS = 10
ROUNDS = 8
OPTIONS = ("3e kwartaal 2018", "4e kwartaal 2018")


def median_ms(page: Page, probe: str) -> float:
    return statistics.median(change_ms(page, probe, OPTIONS[n % 2]) for n in range(ROUNDS))


def main() -> None:
    link, probe = next((link, probe) for link, probe in LINKS.items() if link.startswith("regios"))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        path = Path(name) / "monitor.duckdb"
        database.build(path)
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.FLAGS)
        with serve(path) as base:
            page = browser.new_page()
            page.goto(f"{base}/{link}")
            page.wait_for_function(f"() => ({probe})()")
            arrived: list[str] = []
            others = [browser.new_page() for _ in range(USERS)]
            for other in others:
                other.on("download", lambda file: arrived.append(file.suggested_filename))
                other.goto(f"{base}/downloads")
                other.get_by_role("button", name="Dia's (PPTX)").wait_for()
            median_ms(page, probe)
            quiet = median_ms(page, probe)
            for other in others:
                other.get_by_role("button", name="Dia's (PPTX)").click(no_wait_after=True)
            busy = median_ms(page, probe)
            waiting = USERS - len(arrived)
            print(
                f"another quarter while {USERS} ask for slides{busy:22.0f} ms  nobody does "
                f"{quiet:6.0f} ms  ratio {busy / quiet:.2f}   ({waiting} still waiting)"
            )
        browser.close()


if __name__ == "__main__":
    main()
