"""Effort beside tension on screen: both fictitious or neither, thresholds, keyboard, links."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, Visit
from words.marks import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A = "Voorbeeldprogramma A (fictief)"
TWENTE = "Twente Werkt! (Sectorplan Twente)"
STRIPS = "Per programma"
VIEWS = ["Hulp en krapte", "Waar het landde", "Tijdens het programma", "Nog niets?", "Wat als?"]
REAL = [STRIPS, VIEWS[2], VIEWS[3]]


def test_the_page_opens_on_a_strip_per_programme_of_the_area(visit: Visit) -> None:
    page = visit.open("krapte_en_inzet?gebied=Overijssel")
    expect(page.get_by_role("tab")).to_have_text(REAL)
    rows = page.locator("table.vkm-strips").first.locator("tbody tr")
    expect(rows).to_have_count(5)
    expect(rows.first).to_contain_text("Twente Werkt!")
    expect(rows.first).to_contain_text("ten minste € 3 mln gerealiseerd")
    expect(rows.first).to_contain_text("17.600 (1e kw 2019)")
    expect(rows.first).to_contain_text("CBS publiceert geen Twente")
    expect(rows.first).to_contain_text("de opgave verdubbelde bijna")
    expect(rows.first.locator("svg")).to_have_count(1)
    for width in (*WIDTHS, 390):
        page.set_viewport_size({"width": width, "height": 720})
        visit.settle()
        assert visit.violations() == []
        assert visit.overflow() <= 0
    page.get_by_role("link", name="Twente Werkt!").click()
    expect(page.locator("h1")).to_have_text(TWENTE)
    assert visit.outside == []


def test_beside_a_fictitious_programme_stand_no_real_vacancies(visit: Visit) -> None:
    page = visit.open("krapte_en_inzet?voorbeeld=true")
    expect(page.get_by_role("tab")).to_have_text([STRIPS, *VIEWS])
    last = page.locator("table.vkm-strips").first.locator("tbody tr").last
    expect(last).to_contain_text(SAMPLE)
    expect(last.locator("svg")).to_have_count(0)
    expect(last).to_contain_text("naast een verzonnen programma staan geen echte vacatures")


def test_the_quadrants_of_a_fictitious_programme_say_so_everywhere(visit: Visit) -> None:
    page = visit.open(f"krapte_en_inzet?voorbeeld=true&programma={A}&weergave=Hulp en krapte")
    picture = page.locator(".st-key-drawing_quadrants img")
    expect(picture).to_have_attribute("alt", re.compile(f"^{re.escape(SAMPLE)}: Vouchers per 100"))
    table = page.locator("table.vkm-table:visible")
    expect(table.locator("caption")).to_contain_text(SAMPLE)
    expect(table.locator("tbody tr").first).to_contain_text("krap en veel")
    expect(page.get_by_text("over verzonnen cijfers is geen uitspraak mogelijk")).to_be_visible()
    assert visit.download().suggested_filename.startswith("VOORBEELD_")


def test_a_threshold_moves_groups_to_another_quadrant_and_stands_in_the_link(visit: Visit) -> None:
    page = visit.open(
        f"krapte_en_inzet?voorbeeld=true&programma={A}&weergave=Hulp en krapte&per=techniekdomein"
    )
    row = page.locator("table.vkm-table:visible tbody tr", has_text="Metaal en machines")
    expect(row).to_contain_text("krap en veel")
    visit.choose("Krap vanaf", "4 (zeer krap, zoals UWV)")
    expect(row).to_contain_text("ruim en veel")
    visit.choose("Veel vanaf", "5 per 100 vacatures")
    expect(row).to_contain_text("ruim en weinig")
    expect(page).to_have_url(re.compile("veel=5"))
    again = visit.open(visit.url().split("/", 3)[3])
    expect(
        again.locator("table.vkm-table:visible tbody tr", has_text="Metaal en machines")
    ).to_contain_text("ruim en weinig")


def test_a_programme_with_published_facts_only_stands_beside_the_vacancies(visit: Visit) -> None:
    page = visit.open(f"krapte_en_inzet?programma={TWENTE}&weergave={VIEWS[2]}")
    body = page.locator('[data-testid="stMain"]')
    expect(body).to_contain_text("op van 1.100 naar 2.100 (1e kwartaal 2016 tot 1e kwartaal 2019)")
    expect(body).to_contain_text("CBS publiceert geen vacatures voor Twente")


@pytest.mark.parametrize("view", ["Hulp en krapte", "Wat als?"])
def test_an_older_link_to_a_view_without_content_says_so_and_shows_the_strips(
    visit: Visit, view: str
) -> None:
    page = visit.open(f"krapte_en_inzet?weergave={view}")
    expect(page.get_by_text(f"Weergave ‘{view}’ is hier niet beschikbaar")).to_be_visible()
    expect(page.locator("table.vkm-strips").first).to_be_visible()
    expect(page.get_by_role("tab")).to_have_text(REAL)
    assert page.get_by_text(SAMPLE).count() == 0


def test_what_if_is_called_arithmetic_and_gives_a_margin(visit: Visit) -> None:
    page = visit.open(
        f"krapte_en_inzet?voorbeeld=true&programma={A}&weergave=Wat als?&van=Bouw&vouchers=20"
    )
    body = page.locator('[data-testid="stMain"]')
    expect(body).to_contain_text("rekensom, geen effect")
    expect(body).to_contain_text("20 vouchers van Bouw naar")
    expect(body).to_contain_text("met een marge van")
    expect(page.locator("table.vkm-table:visible")).to_contain_text("10 van 25")


def test_the_keyboard_reaches_every_view(visit: Visit) -> None:
    page = visit.open(f"krapte_en_inzet?voorbeeld=true&programma={A}&weergave=Hulp en krapte")
    page.get_by_role("tab", name=VIEWS[0]).focus()
    for view in VIEWS[1:]:
        tab = page.get_by_role("tab", name=view)
        page.keyboard.press("ArrowRight")
        expect(tab).to_be_focused()
        page.keyboard.press("Enter")
        expect(tab).to_have_attribute("aria-selected", "true")
        visit.settle()
    page.get_by_role("combobox", name="Van", exact=True).focus()
    page.keyboard.type("ICT en engineering")
    page.keyboard.press("Enter")
    visit.settle()
    assert "van=ICT en engineering" in visit.url().replace("+", " ")


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_accessible_and_fits_its_screen(visit: Visit, view: str) -> None:
    page = visit.open(f"krapte_en_inzet?voorbeeld=true&programma={A}&weergave={view}")
    for _ in visit.widths():
        assert visit.violations() == []
        assert visit.overflow() <= 0
    images = page.locator('[data-testid="stImage"] img:visible').all()
    assert all(image.get_attribute("alt") for image in images)
    assert visit.outside == []
