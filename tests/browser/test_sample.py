"""A database of fictitious figures in a real Chromium: each chart, map, table and file says so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, expect

import sentences
from tests.answers import tables_with_status
from tests.browser.conftest import Visit, visit_to
from tests.server import serve
from words.marks import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def fictitious(browser: Browser, database: Path, tmp_path: Path) -> Iterator[Visit]:
    path = Path(shutil.copy(database, tmp_path / "monitor.duckdb"))
    with closing(duckdb.connect(str(path))) as connection:
        for table in tables_with_status(connection):
            connection.execute(f"update {table} set status = 'sample'")
    with serve(path) as base:
        visit = visit_to(browser, base)
        yield visit
        visit.page.close()


def test_every_figure_on_screen_is_called_an_example(fictitious: Visit) -> None:
    for link, charts in (
        ("", 0),
        ("regios?voorbeeld=true&sector=Bouw", 0),
        ("regios?voorbeeld=true&sector=Bouw&weergave=Door de tijd", 1),
        ("regios?voorbeeld=true&sector=Bouw&weergave=Naast de buren", 1),
    ):
        page = fictitious.open(link)
        drawn = page.locator('[data-testid="stPlotlyChart"]')
        expect(drawn).to_have_count(charts)
        for chart in drawn.all():
            words = chart.evaluate("e => e.getAttribute('aria-label')")
            assert words.startswith(SAMPLE)
            expect(chart.locator(".gtitle, .infolayer")).to_contain_text([SAMPLE])
        text = page.locator('[data-testid="stMain"]').inner_text()
        assert SAMPLE in text
        assert (sentences.NOTHING_TO_SAY in text) == (not link)
        assert "dan een jaar eerder" not in text and "minder in een jaar" not in text


def test_the_map_of_fictitious_figures_is_hatched(fictitious: Visit) -> None:
    page = fictitious.open(
        "regios?voorbeeld=true&gebied=Overijssel&maat=Openstaande vacatures&sector=Bouw"
        "&periode=4e kwartaal 2018"
    )
    assert SAMPLE in (page.locator("svg[role=group]").get_attribute("aria-label") or "")
    region = page.locator("g[data-code='PV23']")
    expect(region.locator("path.sample")).to_have_count(1)
    assert (region.get_attribute("aria-label") or "").endswith(SAMPLE)
    assert fictitious.download().suggested_filename.startswith("VOORBEELD_vakkrachtmonitor_")
    page.get_by_text("Tabel", exact=True).first.click()
    expect(page.locator("table.vkm-table caption").first).to_contain_text(SAMPLE)
