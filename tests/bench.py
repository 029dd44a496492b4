"""Ratios measured in one run: ``make bench``. Prints, never gates.

An empty page is the same address under the same router, header and settings, with one text; a bare
page is Streamlit with that text alone, and Dash draws the provinces as the page of regions does. A
measurement ends when its marker stands in the page and two frames have been drawn, for both sides
alike; then the page comes to rest before the next one starts.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
from playwright.sync_api import Browser, Page, sync_playwright

from etl import database, raw, transform
from tests import chromium, tension
from tests.server import free_port, serve, wait_until_open
from ui.frame import shell

ROUNDS = 15
PICTURE_ROUNDS = 9
WARM_UP = 3
BUILDS = 7
REST_MS = 1_500
ADDED = {
    "cbs_coen",
    "cbs_confidence",
    "cbs_national_labour",
    "cbs_national_ww",
    "comparators",
    "eurostat_education",
    "eurostat_unemployment",
    "indeed_adverts",
    "techniekpact_inflow",
    "techniekpact_vacancies",
    "techniekpact_workforce",
}

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
BARE_APP = """
import streamlit as st
st.html('<p id="marker">leeg</p>')
"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
MAP_DRAWN = """() => {
    for (const e of document.querySelectorAll('*'))
        if (e.shadowRoot?.querySelector('svg')?.dataset.drawn)
            return e.shadowRoot.querySelector('svg').dataset.drawn }"""
TABLE_DRAWN = MAP_DRAWN.replace("'svg'", "'table'")
OWN_DRAWN = """() => {
    for (const e of document.querySelectorAll('.vkm-markup :is(svg, .vkm-share)'))
        if (e.getBoundingClientRect().width >= 60) return 'drawn' }"""
PLOTLY_DRAWN = "() => document.querySelector('.choroplethlayer path') && 'drawn'"
TWENTE = "gebied=Twente (arbeidsmarktregio)"
FIRST_PICTURES = {
    "": OWN_DRAWN,
    "regios": MAP_DRAWN,
    "beroepen": OWN_DRAWN,
    "beroepen?voorbeeld=true": TABLE_DRAWN,
    "mbo": OWN_DRAWN,
    "programmas": OWN_DRAWN,
    "krapte_en_inzet": OWN_DRAWN,
}
LINKS = {
    "regios?maat=Openstaande vacatures&sector=Bouw": MAP_DRAWN,
    f"regios?voorbeeld=true&maat=Spanning (UWV)&niveau=Arbeidsmarktregio&{TWENTE}": MAP_DRAWN,
    f"beroepen?voorbeeld=true&{TWENTE}": TABLE_DRAWN,
}
CELLS = {"1 M cells": 1_000_000, "50 M cells": 50_000_000}
QUARTERS = ("3e kwartaal 2018", "4e kwartaal 2018")
Measure = Callable[[int], float]
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


def compare(name: str, ours: Measure, others: dict[str, Measure], rounds: int = ROUNDS) -> None:
    sides = [ours, *others.values()]
    taken = [[side(number) for side in sides] for number in range(WARM_UP + rounds)][WARM_UP:]
    one, *rest = (statistics.median(side) for side in zip(*taken, strict=True))
    beside = "  ".join(
        f"{other} {ms:5.0f} ms ratio {one / ms:.2f}" for other, ms in zip(others, rest, strict=True)
    )
    print(f"{name:<64} {one:6.0f} ms  {beside}", flush=True)


def empty_app(folder: Path) -> Path:
    for original in shell.PAGES.glob("*.py"):
        (folder / original.name).write_text(EMPTY_PAGE, "utf-8")
    app = folder / "empty_app.py"
    app.write_text(EMPTY_APP.format(root=str(database.ROOT), pages=str(folder)), "utf-8")
    return app


@contextlib.contextmanager
def dash() -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.dash_map", str(port)],
        cwd=database.ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_open(port, process, "")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def bench_first_pictures(browser: Browser, path: Path, app: Path, folder: Path) -> None:
    """Compare the first picture of each page with an empty page, a bare one, and a map of Dash."""
    bare_app = folder / "bare_app.py"
    bare_app.write_text(BARE_APP, "utf-8")
    with (
        serve(path) as base,
        serve(path, app) as empty,
        serve(path, bare_app) as bare,
        dash() as other,
    ):
        pages = [browser.new_page() for _ in range(4)]
        for link, probe in FIRST_PICTURES.items():
            compare(
                f"first picture of /{link}",
                loading(pages[0], f"{base}/{link}", probe),
                {
                    "empty page": loading(pages[1], f"{empty}/{link.split('?')[0]}", EMPTY_DRAWN),
                    "bare page": loading(pages[2], bare, EMPTY_DRAWN),
                    "map of Dash": loading(pages[3], other, PLOTLY_DRAWN),
                },
                PICTURE_ROUNDS,
            )


def loading(page: Page, url: str, probe: str) -> Measure:
    return lambda _: load_ms(page, url, probe)


def bench_pages(browser: Browser, name: str, path: Path, app: Path) -> None:
    with serve(path) as base, serve(path, app) as empty:
        page, bare = browser.new_page(), browser.new_page()
        for link, probe in LINKS.items():
            at, beside = f"{base}/{link}", f"{empty}/{link.split('?')[0]}"
            label = f"{name}, {link.split('&')[0]}"
            compare(
                f"{label}: warm visit",
                loading(page, at, probe),
                {"empty page": loading(bare, beside, EMPTY_DRAWN)},
            )
            compare(
                f"{label}: other quarter",
                lambda number, probe=probe: change_ms(page, probe, QUARTERS[number % 2]),  # type: ignore[misc]
                {
                    "empty page": lambda number: change_ms(bare, EMPTY_DRAWN, QUARTERS[number % 2]),
                },
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


def bench_sources(folder: Path) -> None:
    """Compare a full build with one in which the national and context sources hold no row.

    What those publish besides, rows added to tables of CBS and quotes of UWV, is in both.
    """
    fewer = folder / "fewer"
    shutil.copytree(database.RAW, fewer)
    for source in sorted(ADDED):
        for sidecar in (fewer / source).glob("*/*.provenance.json"):
            _without_rows(sidecar)
    builds: dict[Path, list[float]] = {database.RAW: [], fewer: []}
    for number in range(BUILDS):
        for files, seconds in builds.items():
            started = time.perf_counter()
            database.build(folder / f"{files.name}_{number}.duckdb", database.Inputs(files))
            seconds.append(time.perf_counter() - started)
    one, other = (1_000 * statistics.median(seconds) for seconds in builds.values())
    print(
        f"{'full build':<46} {one:7.0f} ms  rows of {len(ADDED)} fewer {other:4.0f} ms  "
        f"ratio {one / other:.2f}"
    )


def _without_rows(sidecar: Path) -> None:
    """Keep of a raw file its columns alone, and say so in what stands beside it."""
    path = sidecar.with_name(sidecar.name.removesuffix(".provenance.json"))
    if path.suffix == ".parquet":
        pq.write_table(pq.read_table(path).slice(0, 0), path)
    else:
        with path.open(encoding="utf-8") as file:
            header = file.readline()
        path.write_text(header, "utf-8")
    said = json.loads(sidecar.read_text("utf-8"))
    sidecar.write_text(json.dumps({**said, "rows": 0, "sha256": raw.sha256(path)}), "utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "monitor.duckdb"
        database.build(path)
        os.environ[database.DATABASE_VARIABLE] = str(path)
        bench_build(folder)
        bench_sources(folder)
        app = empty_app(folder)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium.path(), args=chromium.FLAGS
            )
            bench_first_pictures(browser, path, app, folder)
            bench_pages(browser, "real and sample", path, app)
            for name, cells in CELLS.items():
                filled = tension.filled(cells, path, folder / f"{cells}.duckdb")
                bench_pages(browser, name, filled, app)
            browser.close()


if __name__ == "__main__":
    main()
