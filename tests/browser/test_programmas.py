"""Real and fictitious programmes on screen: never mixed, and a link always names its programme."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from exports.tables import SAMPLE
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

A = "Voorbeeldprogramma A (fictief)"


def heading(page: Page) -> str:
    return page.locator("h2").first.inner_text()


def test_a_link_without_a_programme_opens_a_real_one_and_then_names_it(visit: Visit) -> None:
    page = visit.open("programmas")
    name = heading(page)
    assert "fictief" not in name
    expect(page).to_have_url(re.compile("programma=" + name.replace(" ", r"(\+|%20)")))
    real, examples = page.locator("table.vkm-table").nth(0), page.locator("table.vkm-table").nth(1)
    expect(real.locator("tbody tr")).to_have_count(9)
    expect(real).not_to_contain_text("fictief")
    expect(examples.locator("caption")).to_contain_text(SAMPLE)
    expect(examples.locator("tbody tr")).to_have_count(2)


def test_a_fictitious_programme_is_marked_everywhere(visit: Visit) -> None:
    page = visit.open(f"programmas?programma={A}")
    assert heading(page) == A
    tables = page.locator("table.vkm-table:visible")
    expect(tables).to_have_count(4)
    for table in tables.all():
        expect(table.locator("caption")).to_contain_text(SAMPLE)
    main = page.locator('[data-testid="stMain"]')
    expect(main).not_to_contain_text("van de beoogde")
    lines = page.locator('[data-testid="stCaptionContainer"]:visible', has_text="Bron: ")
    expect(lines).to_have_count(3)
    for line in lines.all():
        expect(line).to_contain_text(f"Bron: {SAMPLE}, opgave van {A}")
    page.get_by_role("button", name="Herkomst").first.click()
    origin = page.locator('[data-testid="stPopoverBody"]')
    expect(origin).to_contain_text("Opgave van het programma")
    expect(origin).to_contain_text("programmas/targets")
    page.keyboard.press("Escape")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").first.click()
    assert waiting.value.suggested_filename.startswith("VOORBEELD_")


def test_only_published_figures_hides_the_fictitious_programmes(visit: Visit) -> None:
    page = visit.open(f"programmas?programma={A}&gepubliceerd=true")
    assert "fictief" not in heading(page)
    note = page.get_by_text(f"Programma ‘{A}’ is hier niet beschikbaar")
    expect(note).to_be_visible()
    page.get_by_text("Alle programma's", exact=True).first.click()
    visit.settle()
    expect(page.locator("table.vkm-table", has_text="Voorbeeldprogramma")).to_have_count(0)
    expect(page.get_by_text(SAMPLE, exact=True)).to_have_count(0)


def test_the_overview_speaks_of_real_programmes_only(visit: Visit) -> None:
    page = visit.open("")
    expect(page.get_by_role("heading", name="Twente Werkt!")).to_be_visible()
    expect(page.locator('[data-testid="stMain"]')).not_to_contain_text("fictief")


def test_a_choice_stays_in_the_link(visit: Visit) -> None:
    page = visit.open("programmas?programma=Twente Werkt! (Sectorplan Twente)")
    assert heading(page) == "Twente Werkt! (Sectorplan Twente)"
    page.locator('[data-testid="stSelectbox"] input').click()
    page.keyboard.type("1.000")
    page.keyboard.press("Enter")
    expect(page.locator("h2").first).to_have_text("1.000 kansenplan")
    expect(page).to_have_url(re.compile("programma=1.000"))
