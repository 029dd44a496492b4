"""What a policymaker has on the first screen, without scrolling, for every kind of area."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import HEIGHT, WIDTHS, Visit

pytestmark = pytest.mark.browser

AREAS = [
    "Techniekcoalitie Oost",
    "Overijssel",
    "Twente (arbeidsmarktregio)",
    "FoodValley (arbeidsmarktregio)",
    "Achterhoek (COROP)",
    "Groningen",
    "Noord-Holland",
    "Nederland",
]
BOXES = ("tiles", "chart", "scoreboard")
VISIBLE = """([boxes, width, height]) => {
    const seen = (e) => {
        const b = e.getBoundingClientRect();
        const wide = Math.min(b.right, width) - Math.max(b.left, 0);
        const high = Math.min(b.bottom, height) - Math.max(b.top, 0);
        return Math.max(wide, 0) * Math.max(high, 0);
    };
    const sum = (found) => [...found].map(seen).reduce((a, b) => a + b, 0);
    const inside = boxes.map((key) => `.st-key-${key}`);
    return [
        sum(document.querySelectorAll(inside.join(", "))) / (width * height),
        sum(document.querySelectorAll(inside.map((key) => `${key} svg`).join(", ")))
            / (width * height),
    ];
}"""


@pytest.mark.one_in(4)
@pytest.mark.parametrize("area", AREAS)
def test_the_first_screen_is_pictures_and_numbers(area: str, visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.open(f"?gebied={area}")
    boxes, pictures = page.evaluate(VISIBLE, [list(BOXES), WIDTHS[0], HEIGHT])
    assert boxes >= 0.6 and pictures >= 0.25, (boxes, pictures)
    for key in ("area", "finding", *BOXES):
        box = page.locator(f".st-key-{key}")
        assert box.bounding_box()["y"] < HEIGHT, key  # type: ignore[index]
    for key in ("finding", "tiles"):
        found = page.locator(f".st-key-{key}").bounding_box()
        assert found and found["y"] + found["height"] <= HEIGHT, key
    assert page.locator(".vkm-tile").count() == 4
    assert page.locator('[data-testid="stPlotlyChart"]').count() == 0
    assert not [url for url in asked if re.search("plotly", url, re.IGNORECASE)]
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("e => e.scrollHeight") <= 3 * HEIGHT
    title = page.locator("h1").inner_text()
    assert len(title.split()) <= 12 and re.search(r"\d", title), title


def test_a_finding_of_other_years_says_of_when_it_is(visit: Visit) -> None:
    page = visit.open("?gebied=Noord-Holland")
    expect(page.locator("h1")).to_contain_text("In 2022")
    expect(page.locator(".st-key-finding")).to_contain_text("4 jaar oud")
    assert page.locator("mark.vkm-old").count() >= 2


def test_a_region_shows_at_most_two_provinces_and_says_so(visit: Visit) -> None:
    page = visit.open("?gebied=Rivierenland (arbeidsmarktregio)")
    expect(page.locator(".st-key-finding")).to_contain_text("CBS publiceert geen vacatures voor")
    for tile in page.locator(".vkm-tile").all():
        assert tile.locator("strong").count() <= 2


def test_a_programme_of_the_scoreboard_opens_and_keeps_the_area(visit: Visit) -> None:
    page = visit.open("?gebied=Overijssel")
    link = page.locator(".st-key-scoreboard a", has_text="Overijssels Vakmanschap")
    assert "gebied=Overijssel" in (link.get_attribute("href") or "")
    link.click()
    expect(page.locator("h1, h2").filter(has_text="Overijssels Vakmanschap").first).to_be_visible()
    assert "gebied=Overijssel" in visit.url()


def test_on_a_phone_the_header_is_one_line_with_the_menu_behind_a_button(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open("")
    top = page.locator(".st-key-top").bounding_box()
    assert top and top["height"] <= 64
    assert page.get_by_role("combobox", name="Gebied").is_visible()
    link = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Krapte")
    expect(link).to_have_count(0)
    page.get_by_role("button", name="Menu").click()
    link.click()
    expect(page).to_have_title(re.compile("^Regio's"))
    assert visit.overflow() <= 0
