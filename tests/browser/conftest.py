from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Download,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from tests import chromium
from tests.server import serve
from ui.frame.menu import MENU

TIMEOUT_MS = 60_000
expect.set_options(timeout=TIMEOUT_MS)
WIDTHS = (1280, 768)
HEIGHT = 720
MOST_TABS = 80
READY = ".st-key-footer:visible, .st-key-meeting h1:visible"
AT_REST = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const now = performance.now();
    const waits = document.querySelector('[data-testid="stSkeleton"]');
    if (waits || app?.getAttribute('data-test-script-state') !== 'notRunning') window.vkmBusy = now;
    return now - window.vkmBusy > 500;
}"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try a page once more when it did not come in time; whatever else fails, fails."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TimeoutError"]))


@dataclass
class Visit:
    """A page in Chromium that remembers what it asked for and what it complained about."""

    page: Page
    base: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.base}/{path.lstrip('/')}")
        self.page.locator(READY).first.wait_for()
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until nothing ran or loaded for half a second: a map makes a page run again."""
        self.page.evaluate("() => { window.vkmBusy = performance.now() }")
        self.page.wait_for_function(AT_REST)

    def choose(self, label: str, option: str) -> None:
        box = self.page.get_by_role("combobox", name=label).last  # the search above names all
        box.click()
        box.fill(option)
        self.page.get_by_role("option", name=option, exact=True).click()
        self.settle()

    def press(self, found: Locator) -> None:
        """Reach what was found with Tab alone, a tab of a view with the arrows, and press Enter."""
        found.wait_for()
        is_here = "e => e === document.activeElement"
        is_tab = found.get_attribute("role") == "tab"
        for _ in range(MOST_TABS):
            if found.evaluate(is_here):
                self.page.keyboard.press("Enter")
                return
            in_tabs = is_tab and self.page.evaluate(
                "() => document.activeElement.getAttribute('role') === 'tab'"
            )
            self.page.keyboard.press("ArrowRight" if in_tabs else "Tab")
        raise AssertionError(f"not reached with Tab: {found}")

    def go(self, page: str, *, by_keyboard: bool = False) -> int:
        """Go to a page by the menu, its item and then its view; return how many clicks it took."""
        item = next(item for item in MENU if page in item.views)
        steps = [("Hoofdmenu", item.label)]
        if page != next(iter(item.views)):
            steps.append(("Weergaven", item.views[page]))
        clicks = 0
        for menu, label in steps:
            link = self.page.get_by_role("navigation", name=menu).get_by_role(
                "link", name=label, exact=True
            )
            if link.count():
                self.press(link) if by_keyboard else link.click()
                clicks += 1
                first = label if menu == "Weergaven" else next(iter(item.views.values()))
                expect(self.page).to_have_title(f"{first} · Vakkrachtmonitor")
                self.settle()
        return clicks

    def search(self, typed: str, option: str) -> None:
        """Type in the search box of the header and choose what it offers."""
        box = self.page.get_by_role("combobox", name="Zoeken")
        box.click()
        box.fill(typed)
        self.page.get_by_role("option", name=option, exact=True).click()
        self.settle()

    def widths(self) -> Iterator[int]:
        """Show the page at the width of a laptop and of a tablet, at rest, and as it was."""
        for width in WIDTHS:
            self._widen(width)
            yield width
        self._widen(WIDTHS[0])

    def _widen(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.settle()

    def download(self, table: int = 0, form: str = "CSV voor Nederlandse Excel") -> Download:
        """Take a table of the view along, two clicks away; they count from 0."""
        self.page.get_by_role("button", name="Download", exact=True).click()
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=form).nth(table).click()
        self.page.keyboard.press("Escape")
        self.settle()
        return waiting.value

    def origin(self) -> Locator:
        """Open Herkomst, and the SQL and rows of the first figure."""
        self.page.get_by_role("button", name="Herkomst").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_text("SQL en rijen").first.click()
        self.settle()
        return dialog

    def open_tables(self) -> None:
        """Open every table that stands behind a chart."""
        for button in self.page.get_by_text("Tabel", exact=True).all():
            button.click()
            self.settle()

    def violations(self) -> list[str]:
        """Return which rules of accessibility the page breaks, and where first."""
        return [
            f"{rule['id']} ({rule['impact']}): {rule['nodes'][0]['html'][:200]}"
            for rule in Axe().run(self.page).response["violations"]
        ]

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than its room."""
        wider: int = self.page.evaluate(
            "() => { const e = document.querySelector('[data-testid=\"stMain\"]');"
            " return e.scrollWidth - e.clientWidth }"
        )
        return wider

    def url(self) -> str:
        address: str = self.page.evaluate("decodeURIComponent(location.href)")
        return address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium.path()
    assert executable, "no Chromium: run 'make test'"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=chromium.FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(database: Path) -> Iterator[str]:
    with serve(database) as base:
        yield base


@pytest.fixture(scope="session")
def served_releases(releases: Path) -> Iterator[str]:
    with serve(releases / "monitor.duckdb") as base:
        yield base


def visit_to(browser: Browser, base: str, width: int = WIDTHS[0]) -> Visit:
    """Open a tab; all tabs of a browser share its cache, as the scripts of Streamlit are large."""
    shared = browser.contexts or [browser.new_context(locale="nl-NL", accept_downloads=True)]
    page = shared[0].new_page()
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.set_default_timeout(TIMEOUT_MS)
    visit = Visit(page, base)

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            visit.complaints.append(f"{message.text} {message.location.get('url', '')}")

    page.on("console", note)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            visit.outside.append(request.url)
            if not request.url.startswith((base, base.replace("http", "ws"), "data:", "blob:"))
            else None
        ),
    )
    return visit


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visit]:
    visit = visit_to(browser, server)
    yield visit
    visit.page.close()
