"""One area for the whole visit in a real Chromium: links, the menu both ways, boxes and the map."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OVERZICHT, BEROEPEN, REGIOS = "Overzicht", "Beroepen", "Regio's"
DOWNLOADS, MBO = "Vergadering en downloads", "Vraag en aanbod mbo"


def follow(visit: Visit, name: str) -> None:
    visit.page.get_by_role("link", name=name, exact=True).click()
    visit.page.get_by_role("heading", name=name, exact=True).wait_for()
    visit.settle()


def is_kept(visit: Visit, area: str) -> None:
    expect(visit.page.get_by_role("combobox", name="Gebied")).to_have_value(area)
    assert f"gebied={area}" in visit.url().replace("+", " ")


def test_a_link_gives_its_area_and_day_to_the_very_next_page_and_the_deck(visit: Visit) -> None:
    page = visit.open("?gebied=Overijssel&vanaf=2026-11-25&gepubliceerd=true")
    follow(visit, DOWNLOADS)
    is_kept(visit, "Overijssel")
    expect(page.get_by_role("heading", name="Dia's over provincie Overijssel")).to_be_visible()
    expect(page.locator(".st-key-slides li").nth(1)).to_contain_text("Sinds 25 november 2026")
    page.get_by_role("link", name="Start vergadermodus").click()
    expect(page.locator("h1")).to_contain_text("Overijssel")
    visit.settle()
    is_kept(visit, "Overijssel")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".st-key-meeting")).to_contain_text("Sinds 25 november 2026")
    assert "vanaf=2026-11-25" in visit.url()
    page.keyboard.press("Escape")
    page.get_by_role("heading", name=DOWNLOADS).wait_for()
    visit.settle()
    is_kept(visit, "Overijssel")


def test_a_page_without_figures_of_the_area_leaves_it_as_it_was_chosen(visit: Visit) -> None:
    page = visit.open("?gebied=Overijssel")
    for name in (BEROEPEN, OVERZICHT, BEROEPEN, MBO):
        follow(visit, name)
        is_kept(visit, "Overijssel")
    page.go_back()
    page.get_by_role("heading", name=BEROEPEN, exact=True).wait_for()
    visit.settle()
    is_kept(visit, "Overijssel")
    expect(page.get_by_text("U ziet wat geheel of deels in Overijssel ligt.")).to_be_visible()
    chosen = page.locator("thead th[aria-selected=true]")
    assert "Twente" in chosen.all_inner_texts() and chosen.count() > 1
    page.locator("thead th[title='Achterhoek']").click()
    expect(chosen).to_have_count(1)
    visit.settle()
    follow(visit, OVERZICHT)
    is_kept(visit, "Achterhoek (arbeidsmarktregio)")


def test_a_choice_in_the_box_or_on_the_map_holds_for_every_page(visit: Visit) -> None:
    page = visit.open("downloads")
    visit.choose("Gebied", "Twente (COROP)")
    for name in (REGIOS, MBO):
        follow(visit, name)
        is_kept(visit, "Twente (COROP)")
    follow(visit, REGIOS)
    page.locator("g[data-code='PV25']").click()
    visit.settle()
    is_kept(visit, "Gelderland")
    follow(visit, DOWNLOADS)
    is_kept(visit, "Gelderland")


def test_what_a_link_switched_off_stays_off_on_the_very_next_page(visit: Visit) -> None:
    page = visit.open("mbo?gepubliceerd=true")
    follow(visit, BEROEPEN)
    expect(page.get_by_role("switch", name="Alleen gepubliceerde cijfers")).to_be_checked()
