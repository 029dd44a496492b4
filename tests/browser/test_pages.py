"""Every page in a real Chromium: no outside requests, Dutch, sourced and accessible."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from etl.database import ROOT
from tests.browser.conftest import Visit, visit_to
from tests.server import serve
from tests.soak import quick

pytestmark = pytest.mark.browser

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
LINKS = {name: "" if name == "overzicht" else name for name in PAGES}
KNOWN_404 = re.compile(r"404.*/_stcore/(health|host-config)$")
ENGLISH = re.compile(r"\b(required|choose an option|no results|running|download as|search)\b", re.I)

ENGLISH_NAME = re.compile(
    r"^(skip|link to|help for|choose|open|shortcut|sidebar|collapse|expand|increment|decrement|"
    r"clear|remove|file)\b",
    re.I,
)
SPOKEN = """() => [
    ...['aria-label', 'title', 'placeholder'].flatMap(name =>
        [...document.querySelectorAll(`[${name}]`)].map(e => e.getAttribute(name))),
    document.querySelector('a[href="#stMain"]')?.innerText || '']"""


COLD = ("regios", "programmas")
SMOKE = {"overzicht"}


@pytest.mark.parametrize("name", quick(PAGES, SMOKE))
def test_a_page_is_dutch_sourced_and_accessible(name: str, visit: Visit) -> None:
    page = visit.open(LINKS[name])
    assert page.locator("h1").count() == 1
    assert page.locator('[data-testid="stException"]').count() == 0
    assert page.locator('[data-testid="stAppDeployButton"]').count() == 0
    assert page.evaluate("document.documentElement.lang") == "nl"
    for _ in visit.widths():
        require_dutch_that_fits(visit)
    require_words_and_sources(name, page)
    visit.open_tables()
    assert visit.violations() == []
    if page.get_by_role("button", name="Herkomst").count():
        visit.origin()
        assert visit.violations() == []
    require_quiet(visit)


@pytest.mark.slow
@pytest.mark.parametrize("name", COLD)
def test_a_link_to_a_server_that_just_started_opens_its_page(
    name: str, browser: Browser, database: Path
) -> None:
    with serve(database) as base:
        visit = visit_to(browser, base)
        page = visit.open(LINKS[name])
        assert page.locator("h1").count() == 1
        assert page.locator('[data-testid="stException"]').count() == 0
        assert page.evaluate("document.documentElement.lang") == "nl"
        require_quiet(visit)
        page.close()


def require_quiet(visit: Visit) -> None:
    """Nothing was asked from outside, and the console says no more than is known."""
    assert visit.outside == []
    assert [text for text in visit.complaints if not KNOWN_404.search(text)] == []
    assert len(visit.complaints) <= 2


FAILING = """
import streamlit as st
from ui.frame import dutch

def fail():
    raise ValueError("no file")

dutch.speak()
st.download_button("Haal op", fail, "a.csv", on_click="ignore")
"""


@pytest.mark.slow
def test_a_file_that_cannot_be_made_says_so_in_dutch(
    browser: Browser, database: Path, tmp_path: Path
) -> None:
    app = tmp_path / "app.py"
    app.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{FAILING}", "utf-8")
    with serve(database, app) as base:
        page = visit_to(browser, base).page
        page.goto(base)
        page.get_by_role("button", name="Haal op").click()
        failed = page.locator('[data-testid="stDownloadButtonError"]')
        expect(failed).to_contain_text("Dit bestand kon niet worden gemaakt.")
        page.close()


def require_dutch_that_fits(visit: Visit) -> None:
    names = visit.page.evaluate(SPOKEN)
    assert [name for name in names if ENGLISH_NAME.search(name)] == []
    assert not ENGLISH.search(visit.page.locator('[data-testid="stMain"]').inner_text())
    assert visit.overflow() <= 0


def require_words_and_sources(name: str, page: Page) -> None:
    """Each chart has words made of its figures, a table, a source and its origin."""
    charts = page.locator('[data-testid="stPlotlyChart"]')
    for chart in charts.all():
        words = chart.evaluate("e => e.getAttribute('aria-label')")
        assert words and re.search(r"\d", words), "the alt text is made from the figures"
    origins = page.get_by_role("button", name="Herkomst").count()
    downloads = page.get_by_role("button", name="Download", exact=True).count()
    sources = page.locator('[data-testid="stCaptionContainer"]', has_text=re.compile("^Bron: "))
    assert page.get_by_text("Tabel", exact=True).count() >= charts.count()
    if name not in {"verantwoording", "aanleveren", "downloads", "vergadering"}:
        assert origins == downloads == int(sources.count() > 0)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_origin_shows_definition_file_question_and_rows(
    browser: Browser, server: str, width: int
) -> None:
    visit = visit_to(browser, server, width)
    page = visit.open("regios?gebied=Overijssel&maat=Openstaande vacatures&sector=Bouw")
    page.get_by_role("button", name="Herkomst").click()
    origin = page.get_by_role("dialog")
    first = origin.locator(".vkm-origin").first
    expect(first.locator("dt")).to_have_text(
        ["Betekenis", "Bron", "Peildatum", "Soort cijfer", "Hoe berekend"]
    )
    for words in (
        "Openstaande vacatures",
        "minder dan 50",
        "Centraal Bureau voor de Statistiek",
        "83599NED",
        "CC BY 4.0",
        "niet vermeld",
        "gepubliceerd",
        "Overgenomen zoals de bron het publiceerde",
    ):
        expect(first).to_contain_text(words)
    expect(first.get_by_role("link").first).to_have_attribute("href", re.compile("^https://"))
    expect(origin).not_to_contain_text("regios/ranking")
    origin.get_by_text("SQL en rijen").first.click()
    for words in (
        "regios/ranking",
        "Where is this measure highest in this period",
        "12 rijen",
        "etl/sources/cbs_vacancies.sql",
        "etl/measures/open_vacancies.sql",
    ):
        expect(origin).to_contain_text(words)
    source = origin.get_by_role("region", name="SQL: etl/sources/cbs_vacancies.sql")
    expect(source).to_have_count(0)
    origin.locator("summary", has_text="etl/sources/cbs_vacancies.sql").focus()
    page.keyboard.press("Enter")
    expect(source).to_contain_text("insert into vacancies")
    page.keyboard.press("Tab")
    expect(source).to_be_focused()
    page.close()


PARTS = """
import pandas as pd
import streamlit as st
from ui.parts import shown

def one(name):
    shown.add(name, shown.Shown(name, name, pd.DataFrame()))

@shown.part
def outer(first):
    if st.checkbox("Meer"):
        one("meer")
    inner()
    one(first)

@shown.part
def inner():
    if st.checkbox("Minder"):
        one("minder")

@st.fragment
def end():
    st.button("Toon")
    st.text(" ".join(f"{one.title}{len(one.pictures) or ''}" for one in shown.everything()))

shown.begin()
one("voor")
outer("binnen")
picture = shown.Picture("SVG", "a.svg", lambda: b"")
shown.add("getekend", shown.Shown("SVG", "", pd.DataFrame(), pictures=(picture,)))
one("getekend")
end()
"""


@pytest.mark.slow
def test_a_part_that_runs_by_itself_replaces_what_it_showed(
    browser: Browser, database: Path, tmp_path: Path
) -> None:
    app = tmp_path / "app.py"
    app.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{PARTS}", "utf-8")
    with serve(database, app) as base:
        page = visit_to(browser, base).page
        page.goto(base)
        shows = page.locator('[data-testid="stText"]')
        for box, told in (
            ("", "voor binnen getekend1"),
            ("Meer", "voor meer binnen getekend1"),
            ("Minder", "voor meer minder binnen getekend1"),
            ("Meer", "voor minder binnen getekend1"),
            ("Minder", "voor binnen getekend1"),
        ):
            if box:
                page.locator('[data-testid="stCheckbox"]', has_text=box).click()
                page.wait_for_timeout(500)
            page.get_by_role("button", name="Toon").click()
            expect(shows).to_have_text(told)
        page.close()


@pytest.mark.slow
def test_the_menu_offers_what_a_part_that_ran_by_itself_shows(visit: Visit) -> None:
    page = visit.open("regios?gebied=Overijssel&maat=Openstaande vacatures&sector=Bouw")
    assert "bouw" in visit.download().suggested_filename
    visit.choose("Sector", "Industrie")
    assert "industrie" in visit.download().suggested_filename
    page.get_by_role("tab", name="Profiel").click()
    visit.settle()
    page.get_by_role("button", name="Herkomst").click()
    expect(page.get_by_role("dialog").locator("h3").first).to_be_visible()
    expect(page.get_by_role("dialog")).not_to_contain_text("industrie per provincie")
