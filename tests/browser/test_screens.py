"""Every page and view: short enough, accessible, the answer few tab stops from the top."""

from __future__ import annotations

import pytest

from tests.browser.conftest import HEIGHT, Visit
from ui.frame.menu import MENU

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = [page for item in MENU for page in item.views]
MOST_SCREENS, MOST_STOPS = 5, 12
TWICE_AS_LARGE = 640  # what is left of 1280 pixels at 200%
STOPS = """() => {
    const title = document.querySelector("h1");
    const seen = (e) => e.getClientRects().length && getComputedStyle(e).visibility !== "hidden";
    return [...document.querySelectorAll("a[href], button, input, [tabindex]")].filter((e) =>
        e.tabIndex >= 0 && !e.disabled && seen(e)
        && e.compareDocumentPosition(title) & Node.DOCUMENT_POSITION_FOLLOWING).length;
}"""
LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .filter((e) => e.getClientRects().length).map((e) => Number(e.tagName[1]))"""


# What a reader may set, by criterion 1.4.12: nothing may be cut off or pushed out of the page then.
SPACED = """() => {
    const style = `*{line-height:1.5 !important;letter-spacing:.12em !important;
        word-spacing:.16em !important} p{margin-bottom:2em !important}`;
    const roots = [document.head];
    for (const e of document.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot);
    for (const root of roots) {
        const sheet = document.createElement("style");
        sheet.textContent = style;
        root.append(sheet);
    }
}"""
CUT = """() => [...document.querySelectorAll('[data-testid="stMain"] *')].filter((e) => {
    const has = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const style = getComputedStyle(e);
    return has && e.getClientRects().length && e.clientHeight > 1 && !e.closest("svg")
        && ["hidden", "clip"].includes(style.overflowY) && e.scrollHeight > e.clientHeight + 2;
}).map((e) => e.textContent.trim().slice(0, 60))"""


def require_a_good_screen(visit: Visit, view: str) -> None:
    height = visit.page.locator('[data-testid="stMain"]').evaluate("e => e.scrollHeight")
    assert height <= MOST_SCREENS * HEIGHT, (view, height)
    levels = visit.page.evaluate(LEVELS)
    assert levels.count(1) == 1 and levels[0] == 1, (view, levels)
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), (
        view,
        levels,
    )
    assert visit.page.evaluate(STOPS) <= MOST_STOPS, view
    assert visit.violations() == [], view


@pytest.mark.parametrize("switch", ["", "?voorbeeld=true"])
@pytest.mark.parametrize("name", [*PAGES, "verantwoording", "toegankelijkheid"])
def test_every_view_is_short_and_accessible(name: str, switch: str, visit: Visit) -> None:
    page = visit.open(f"{name}{switch}")
    tabs = page.get_by_role("tab").all_inner_texts()
    for tab in tabs or [""]:
        if tab:
            page.get_by_role("tab", name=tab, exact=True).click()
            visit.settle()
        require_a_good_screen(visit, f"{name} {tab}")


def test_the_dialog_and_the_menus_are_accessible_too(visit: Visit) -> None:
    page = visit.open("")
    page.get_by_role("button", name="Download", exact=True).click()
    visit.settle()
    assert visit.violations() == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Herkomst").click()
    page.get_by_role("dialog").wait_for()
    visit.settle()
    assert visit.violations() == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Delen").click()
    visit.settle()
    assert visit.violations() == []


@pytest.mark.parametrize("name", [*PAGES, "verantwoording", "toegankelijkheid"])
def test_larger_and_wider_text_stays_on_the_page(name: str, visit: Visit) -> None:
    page = visit.open(name)
    page.set_viewport_size({"width": TWICE_AS_LARGE, "height": HEIGHT})
    visit.settle()
    assert visit.overflow() <= 0
    page.set_viewport_size({"width": 2 * TWICE_AS_LARGE, "height": HEIGHT})
    page.evaluate(SPACED)
    visit.settle()
    assert visit.overflow() <= 0
    assert page.evaluate(CUT) == []
