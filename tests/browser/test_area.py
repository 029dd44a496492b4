"""One area for the whole visit in a real Chromium: links, the menu both ways, boxes and the map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, visit_to
from ui.frame.menu import MENU

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = [page for item in MENU for page in item.views]
AREAS = [
    "Overijssel",
    "Techniekcoalitie Oost",
    "FoodValley (arbeidsmarktregio)",
    "Achterhoek (COROP)",
    "Nederland",
]


def is_kept(visit: Visit, area: str) -> None:
    expect(visit.page.get_by_role("combobox", name="Gebied")).to_have_value(area)
    assert f"gebied={area}" in visit.url().replace("+", " ")


@pytest.mark.parametrize("area", AREAS)
def test_nothing_but_the_reader_changes_the_area(
    area: str, visit: Visit, browser: Browser, server: str
) -> None:
    page = visit.open(f"?gebied={area}")
    for name in (*PAGES, PAGES[0]):
        visit.go(name)
        is_kept(visit, area)
    page.go_back()
    visit.settle()
    is_kept(visit, area)
    page.go_forward()
    visit.settle()
    is_kept(visit, area)
    beside = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Krapte")
    other = visit_to(browser, server)
    other.open(str(beside.get_attribute("href")))
    is_kept(other, area)
    other.page.close()


def test_a_link_gives_its_area_and_day_to_the_very_next_page_and_the_deck(visit: Visit) -> None:
    page = visit.open("?gebied=Overijssel&vanaf=2026-11-25")
    page.get_by_role("link", name="Dia's en PDF").click()
    expect(page).to_have_title("Dia's en downloads · Vakkrachtmonitor")
    visit.settle()
    is_kept(visit, "Overijssel")
    expect(page.locator('[data-testid="stMain"]')).to_contain_text("provincie Overijssel")
    page.get_by_role("link", name="Start vergadermodus").click()
    expect(page.locator("h1")).to_contain_text("Overijssel")
    visit.settle()
    is_kept(visit, "Overijssel")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-meeting")).to_contain_text("Sinds 25 november 2026")
    assert "vanaf=2026-11-25" in visit.url()
    page.keyboard.press("Escape")
    expect(page).to_have_title("Dia's en downloads · Vakkrachtmonitor")
    visit.settle()
    is_kept(visit, "Overijssel")


def test_a_choice_on_the_map_or_in_the_search_box_holds_for_every_page(visit: Visit) -> None:
    page = visit.open("regios")
    page.locator("g[data-code='PV25']").click()
    visit.settle()
    is_kept(visit, "Gelderland")
    visit.go("downloads")
    is_kept(visit, "Gelderland")
    visit.search("Twente", "Twente · arbeidsmarktregio")
    expect(page).to_have_title("Overzicht · Vakkrachtmonitor")
    is_kept(visit, "Twente (arbeidsmarktregio)")
    visit.go("mbo")
    is_kept(visit, "Twente (arbeidsmarktregio)")


def test_the_switch_for_fictitious_figures_holds_for_the_whole_visit(visit: Visit) -> None:
    page = visit.open("mbo?voorbeeld=true")
    switch = page.get_by_role("switch", name="met voorbeeldcijfers")
    expect(switch).to_be_checked()
    visit.go("beroepen")
    expect(switch).to_be_checked()
    assert "voorbeeld=true" in visit.url()
    page.get_by_text("met voorbeeldcijfers").click()
    visit.settle()
    visit.go("overstappen")
    expect(switch).not_to_be_checked()
    assert "voorbeeld" not in visit.url()
