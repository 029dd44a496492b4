"""Ratios measured in one run: ``make bench``. Prints, never gates.

An empty page is the same address under the same router, sidebar and settings, with one text. A
measurement ends when its marker stands in the page and two frames have been drawn, for both sides
alike; then the page comes to rest before the next one starts.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
from playwright.sync_api import Page, sync_playwright

from etl import database, raw, transform
from tests import chromium, tension
from tests.server import serve
from ui.frame import shell

ROUNDS = 15
WARM_UP = 3
BUILDS = 7
REST_MS = 1_500

EMPTY_APP = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from exports.tables.files import FORMATS
from ui.frame import shell
shell.PAGES = Path({pages!r})
shell.APP = Path(__file__)
shell.run(FORMATS)
"""
EMPTY_PAGE = """
import streamlit as st
from ui.frame import shell
shell.ensure()
st.title("Leeg")
quarters = ["4e kwartaal 2018", "3e kwartaal 2018"]
choice = st.selectbox("Periode", quarters, key="periode", bind="query-params")
st.html(f'<p id="marker">{choice}</p>')
"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
MAP_DRAWN = """() => {
    for (const e of document.querySelectorAll('*'))
        if (e.shadowRoot?.querySelector('svg')?.dataset.drawn)
            return e.shadowRoot.querySelector('svg').dataset.drawn }"""
TABLE_DRAWN = MAP_DRAWN.replace("'svg'", "'table'")
TWENTE = "gebied=Twente (arbeidsmarktregio)"
LINKS = {
    "regios?sector=Bouw": MAP_DRAWN,
    f"regios?maat=Spanning (UWV)&niveau=Arbeidsmarktregio&{TWENTE}": MAP_DRAWN,
    f"beroepen?{TWENTE}": TABLE_DRAWN,
}
CELLS = {"1 M cells": 1_000_000, "50 M cells": 50_000_000}
EMPTY_DRAWN = "() => document.querySelector('#marker')?.innerText"


def wait_until(page: Page, probe: str, before: str | None) -> None:
    page.wait_for_function(
        f"before => {{ const now = ({probe})(); return now && now !== before }}", arg=before
    )
    page.evaluate(TWO_FRAMES)


def load_ms(page: Page, url: str, probe: str) -> float:
    page.goto("about:blank")
    started = time.perf_counter()
    page.goto(url)
    wait_until(page, probe, None)
    elapsed = 1_000 * (time.perf_counter() - started)
    page.wait_for_timeout(REST_MS)
    return elapsed


def change_ms(page: Page, probe: str, option: str) -> float:
    before = page.evaluate(probe)
    box = page.get_by_role("combobox", name="Periode")
    box.click()
    box.fill(option)
    choice = page.get_by_role("option", name=option, exact=True)
    choice.wait_for()
    started = time.perf_counter()
    choice.click()
    wait_until(page, probe, before)
    elapsed = 1_000 * (time.perf_counter() - started)
    page.wait_for_timeout(REST_MS)
    return elapsed


def compare(name: str, ours: Callable[[int], float], empty: Callable[[int], float]) -> None:
    pairs = [(ours(number), empty(number)) for number in range(WARM_UP + ROUNDS)][WARM_UP:]
    one, other = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"{name:<72} {one:7.0f} ms  empty page {other:6.0f} ms  ratio {one / other:.2f}")


def bench_pages(paths: dict[str, Path], folder: Path) -> None:
    for original in shell.PAGES.glob("*.py"):
        (folder / original.name).write_text(EMPTY_PAGE, "utf-8")
    app = folder / "empty_app.py"
    app.write_text(EMPTY_APP.format(root=str(database.ROOT), pages=str(folder)), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.FLAGS)
        for name, path in paths.items():
            with serve(path) as base, serve(path, app) as empty:
                page, bare = browser.new_page(), browser.new_page()
                for link, probe in LINKS.items():
                    bench_page(
                        name, f"{base}/{link}", f"{empty}/{link.split('?')[0]}", probe, page, bare
                    )
        browser.close()


def bench_page(name: str, url: str, empty: str, probe: str, page: Page, bare: Page) -> None:
    label = f"{name}, {url.split('/', 3)[3].split('&')[0]}"
    compare(
        f"{label}: warm visit",
        lambda _: load_ms(page, url, probe),
        lambda _: load_ms(bare, empty, EMPTY_DRAWN),
    )
    options = ("3e kwartaal 2018", "4e kwartaal 2018")
    compare(
        f"{label}: other quarter",
        lambda number: change_ms(page, probe, options[number % 2]),
        lambda number: change_ms(bare, EMPTY_DRAWN, options[number % 2]),
    )


def bench_build(folder: Path) -> None:
    files = [release.path for release in raw.releases(database.RAW)]
    files += sorted(transform.REFERENCE.glob("*.csv"))
    builds, reads = [], []
    for number in range(BUILDS):
        started = time.perf_counter()
        database.build(folder / f"{number}.duckdb")
        builds.append(time.perf_counter() - started)
        started = time.perf_counter()
        with duckdb.connect(":memory:") as connection:
            for file in files:
                connection.execute(f"select * from '{file}'").fetchall()
        reads.append(time.perf_counter() - started)
    again = []
    for _ in range(BUILDS):
        started = time.perf_counter()
        database.build(folder / "0.duckdb")
        again.append(time.perf_counter() - started)
    whole, nothing = 1_000 * statistics.median(builds), 1_000 * statistics.median(again)
    print(
        f"{'build when nothing changed':<46} {nothing:7.0f} ms  full build     {whole:4.0f} ms  "
        f"ratio {nothing / whole:.2f}"
    )
    one, other = 1_000 * statistics.median(builds), 1_000 * statistics.median(reads)
    print(
        f"{'full build':<46} {one:7.0f} ms  DuckDB reads   {other:4.0f} ms  ratio {one / other:.2f}"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "monitor.duckdb"
        database.build(path)
        os.environ[database.DATABASE_VARIABLE] = str(path)
        bench_build(folder)
        paths = {"real and sample": path}
        for name, cells in CELLS.items():
            paths[name] = tension.filled(cells, path, folder / f"{cells}.duckdb")
        bench_pages(paths, folder)


if __name__ == "__main__":
    main()
