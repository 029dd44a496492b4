"""Meeting mode in a real Chromium: keys, links, the region, large type, and nothing around it."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TWENTE = "vergadering?gebied=Twente (arbeidsmarktregio)"
POSITION = ".vkm-position"


def at(page: Page, number: int) -> None:
    expect(page.locator(POSITION)).to_contain_text(f"{number} van 10")


def test_a_cold_link_opens_its_slide(visit: Visit) -> None:
    page = visit.open(f"{TWENTE}&dia=4")
    at(page, 4)
    expect(page.locator("h1")).to_contain_text("vacatures")
    chart = page.locator('[data-testid="stPlotlyChart"]')
    expect(chart).to_have_count(1)
    alt = chart.evaluate("e => e.getAttribute('aria-label')")
    assert re.search(r"\d", alt)
    expect(page.locator(".st-key-meeting_sources")).to_contain_text("Bron: CBS")
    expect(page.locator(".st-key-meeting_sources")).to_contain_text("Cijfers: gepubliceerd")


def test_there_is_nothing_around_it_and_nothing_fictitious(visit: Visit) -> None:
    for number in range(1, 11):
        page = visit.open(f"{TWENTE}&dia={number}")
        assert page.locator(".st-key-top:visible").count() == 0
        assert page.locator('[data-testid="stException"]').count() == 0
        assert "VOORBEELD" not in page.locator('[data-testid="stMain"]').inner_text()
    assert visit.outside == []


def test_keys_lead_to_the_next_and_previous_slide_without_making_it_again(visit: Visit) -> None:
    page = visit.open(TWENTE)
    box = page.get_by_role("combobox", name="Gebied")
    box.click()
    box.fill("Zeeland")
    start = time.monotonic()
    page.get_by_role("option", name="Zeeland", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Zeeland")
    made = time.monotonic() - start
    visit.settle()
    at(page, 1)
    page.keyboard.press("ArrowLeft")
    visit.settle()
    at(page, 1)
    took = []
    for number in range(2, 11):
        start = time.monotonic()
        page.keyboard.press("ArrowRight")
        page.locator(POSITION, has_text=f"{number} van 10").wait_for()
        took.append(time.monotonic() - start)
        visit.settle()
    assert 3 * sorted(took)[len(took) // 2] < made, (took, made)
    assert "dia=10" in visit.url()
    page.keyboard.press("ArrowRight")
    visit.settle()
    at(page, 10)
    page.keyboard.press("ArrowLeft")
    at(page, 9)


def test_a_button_keeps_the_focus_and_the_position_is_spoken(visit: Visit) -> None:
    page = visit.open(TWENTE)
    page.get_by_role("button", name="Volgende").focus()
    page.keyboard.press("Enter")
    visit.settle()
    at(page, 2)
    expect(page.get_by_role("button", name="Volgende")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="2 van 10")).to_have_count(1)


def test_another_region_keeps_the_slide(visit: Visit) -> None:
    page = visit.open(f"{TWENTE}&dia=3")
    expect(page.locator("h1")).to_contain_text("Twente")
    visit.choose("Gebied", "Gelderland")
    expect(page.locator("h1")).to_contain_text("Gelderland")
    at(page, 3)
    assert "gebied=Gelderland" in visit.url() and "dia=3" in visit.url()


def test_escape_closes_it_and_keeps_the_region(visit: Visit) -> None:
    page = visit.open("vergadering?gebied=Gelderland&dia=3")
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Vergadering en downloads").wait_for()
    visit.settle()
    assert "gebied=Gelderland" in visit.url()
    expect(page.locator(".st-key-top")).to_be_visible()


@pytest.mark.parametrize("asked", ["99", "vier", "0"])
def test_a_slide_that_is_not_there_gives_a_note(asked: str, visit: Visit) -> None:
    page = visit.open(f"{TWENTE}&dia={asked}")
    expect(page.locator('[data-testid="stAlert"]')).to_contain_text(f"Dia ‘{asked}’ is er niet")
    assert page.locator('[data-testid="stException"]').count() == 0


def test_it_can_be_read_from_afar_and_fits_the_beamer(visit: Visit) -> None:
    for number in (3, 4):
        page = visit.open(f"{TWENTE}&dia={number}")
        page.locator('[data-testid="stPlotlyChart"] .main-svg').first.wait_for()
        sizes = page.evaluate(
            "() => ['.st-key-meeting h1', '.st-key-meeting_sources p'].map("
            "e => parseFloat(getComputedStyle(document.querySelector(e)).fontSize))"
        )
        assert sizes[0] >= 28 and sizes[1] >= 18
        nav = page.locator(".st-key-meeting_nav").bounding_box()
        source = page.locator(".st-key-meeting_sources").bounding_box()
        assert nav and source
        assert nav["y"] + nav["height"] <= 720
        assert source["y"] + source["height"] <= nav["y"], "the source line stands on the screen"
    page = visit.open(f"{TWENTE}&dia=5")
    size = page.locator(".st-key-meeting [data-testid='stMarkdownContainer'] p").first.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize)"
    )
    assert size >= 28


@pytest.mark.parametrize("number", [1, 4, 9])
def test_axe_finds_nothing_serious(number: int, visit: Visit) -> None:
    visit.open(f"{TWENTE}&dia={number}")
    assert visit.violations() == []


def test_the_keys_still_lead_on_after_another_region_was_chosen(visit: Visit) -> None:
    page = visit.open(f"{TWENTE}&dia=4")
    for area in ("Gelderland", "Overijssel"):
        visit.choose("Gebied", area)
        expect(page.get_by_role("button", name="Volgende")).to_be_focused()
    page.keyboard.press("ArrowRight")
    at(page, 5)
    page.keyboard.press("ArrowLeft")
    visit.settle()
    at(page, 4)
    page.mouse.click(600, 450)
    page.keyboard.press("ArrowRight")
    at(page, 5)
    main = page.locator('[data-testid="stMain"]')
    frame = main.evaluate("e => getComputedStyle(e, '::before').boxShadow")
    assert frame == "none", "no frame around the slide after a click"
