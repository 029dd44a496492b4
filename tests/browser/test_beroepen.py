"""What a policymaker does on the page about occupations: search, click, type, share a link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Visit, visit_to
from words.marks import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROFILE = "weergave=Profiel van een beroep"
SAMPLES = "beroepen?voorbeeld=true"
TWENTE = "gebied=Twente (arbeidsmarktregio)"
FOCUSED = """() => { let e = document.activeElement;
    while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
    return e?.dataset?.place ? e.textContent : null }"""


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", name=name, exact=True)


def cell(page: Page, region: str, occupation: str) -> Locator:
    return page.locator(f"td[aria-label^='{region}, {occupation}: ']")


def is_shown(page: Page, region: str) -> None:
    chosen = page.locator(f"thead th[title='{region}']")
    expect(chosen).to_have_attribute("aria-selected", "true")


def row_heading(page: Page, name: str) -> Locator:
    return page.locator("tbody th[data-place]", has_text=name)


def search(visit: Visit, text: str, option: str) -> None:
    box = visit.page.get_by_role("combobox", name="Beroepsgroep of titel")
    box.click()
    box.fill(text)
    visit.page.get_by_role("option", name=option, exact=True).click()
    visit.settle()


def test_a_title_leads_to_its_group(visit: Visit) -> None:
    page = visit.open(SAMPLES)
    search(visit, "verspaner", "CNC-verspaner → Metaalbewerkers en constructiewerkers")
    expect(heading(page, "Metaalbewerkers en constructiewerkers")).to_be_visible()
    expect(page.get_by_text("‘CNC-verspaner’ hoort bij deze groep.")).to_be_visible()
    assert "beroep=Metaalbewerkers" in visit.url()
    assert "titel=CNC-verspaner" in visit.url()


def test_a_title_of_several_groups_offers_each(visit: Visit, browser: Browser, server: str) -> None:
    page = visit.open(SAMPLES)
    search(visit, "monteur → Auto", "monteur → Automonteurs")
    expect(page.get_by_text("‘monteur’ past bij 5 beroepsgroepen")).to_be_visible()
    other = visit_to(browser, server)
    elsewhere = other.open(visit.url().removeprefix(server))
    expect(elsewhere.get_by_text("‘monteur’ past bij 5 beroepsgroepen")).to_be_visible()
    elsewhere.close()
    page.get_by_role("button", name="Loodgieters en pijpfitters").first.click()
    visit.settle()
    expect(heading(page, "Loodgieters en pijpfitters")).to_be_visible()
    expect(page.get_by_text("‘monteur’ past bij 5 beroepsgroepen")).to_be_visible()
    row_heading(page, "Timmerlieden").click()
    visit.settle()
    expect(heading(page, "Timmerlieden")).to_be_visible()
    expect(page.get_by_text("‘monteur’ past bij 5 beroepsgroepen")).to_have_count(0)
    assert "titel=" not in visit.url()


def test_an_unknown_title_in_a_link_gives_a_note_until_the_reader_chooses(visit: Visit) -> None:
    page = visit.open(f"beroepen?voorbeeld=true&{TWENTE}&beroep=Automonteurs&titel=Tovenaar")
    note = page.locator('[data-testid="stAlert"]', has_text="is hier niet beschikbaar")
    expect(note).to_have_text(re.compile("Titel ‘Tovenaar’ is hier niet beschikbaar\\.$"))
    expect(heading(page, "Automonteurs")).to_be_visible()
    assert "titel=" not in visit.url()
    page.get_by_role("tab", name="Ranglijst").click()
    visit.settle()
    expect(note).to_have_count(1)
    search(visit, "verspaner", "CNC-verspaner → Metaalbewerkers en constructiewerkers")
    expect(note).to_have_count(0)


def test_an_unknown_title_alone_gives_a_note_that_a_click_takes_away(visit: Visit) -> None:
    page = visit.open("beroepen?voorbeeld=true&titel=Tovenaar")
    note = page.locator('[data-testid="stAlert"]', has_text="Titel ‘Tovenaar’")
    expect(note).to_have_count(1)
    row_heading(page, "Timmerlieden").click()
    visit.settle()
    expect(heading(page, "Timmerlieden")).to_be_visible()
    expect(note).to_have_count(0)


def test_a_title_alone_in_a_link_gives_its_group(visit: Visit) -> None:
    page = visit.open("beroepen?voorbeeld=true&titel=CNC-verspaner")
    expect(heading(page, "Metaalbewerkers en constructiewerkers")).to_be_visible()
    expect(page.get_by_text("‘CNC-verspaner’ hoort bij deze groep.")).to_be_visible()
    expect(page.locator('[data-testid="stAlert"]')).to_have_count(0)
    assert "titel=CNC-verspaner" in visit.url()


def test_an_occupation_is_chosen_from_the_table_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit.open(
        f"beroepen?voorbeeld=true&{TWENTE}&beroep=Architecten&toon=Alle technische beroepen"
    )
    page.locator("table[role=grid] td[data-place]").first.wait_for()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == "Architecten":
            break
    assert page.evaluate(FOCUSED) == "Architecten"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == "Bouwarbeiders ruwbouw"
    page.keyboard.press("Enter")
    expect(heading(page, "Bouwarbeiders ruwbouw")).to_be_visible()
    visit.settle()
    assert page.evaluate(FOCUSED) == "Bouwarbeiders ruwbouw"
    expect(row_heading(page, "Bouwarbeiders ruwbouw")).to_have_attribute("aria-selected", "true")
    assert "beroep=Bouwarbeiders+ruwbouw" in visit.url()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) is None, "one Tab leaves the table"


def test_a_region_is_chosen_by_its_heading_and_both_by_a_cell(visit: Visit) -> None:
    page = visit.open(SAMPLES)
    page.locator("thead th[title='Twente']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("thead th[aria-selected=true]")).to_have_text(["Twente"])
    visit.settle()
    assert TWENTE.replace(" ", "+") in visit.url()
    cell(page, "Achterhoek", "Automonteurs").click()
    is_shown(page, "Achterhoek")
    expect(heading(page, "Automonteurs")).to_be_visible()
    visit.settle()
    page.locator("thead th[title='Nederland']").click()
    is_shown(page, "Nederland")


def test_every_cell_says_what_it_is_and_that_it_is_fictitious(visit: Visit) -> None:
    page = visit.open(SAMPLES)
    page.locator("table[role=grid] td[data-place]").first.wait_for()
    labels = page.locator("table[role=grid] td[data-place]").evaluate_all(
        "cells => cells.map((cell) => [cell.getAttribute('aria-label'), cell.className])"
    )
    assert len(labels) == 19 * 36
    assert all(label.endswith(SAMPLE) and "sample" in name for label, name in labels)
    assert SAMPLE in (page.locator("table[role=grid]").get_attribute("aria-label") or "")


def test_a_link_opened_elsewhere_gives_the_same_view(
    visit: Visit, browser: Browser, server: str
) -> None:
    asked = "beroep=Timmerlieden&periode=1e kwartaal 2025&weergave=Ranglijst"
    visit.open(f"{SAMPLES}&{TWENTE}&{asked}")
    visit.choose("Volgorde", "openstaande vacatures")
    visit.choose("Beroepen", "Alle beroepen")
    visit.page.get_by_role("tab", name="Profiel van een beroep").click()
    visit.settle()
    visit.choose("Zet ernaast", "Bakkers")
    visit.page.keyboard.press("Escape")
    link = visit.url().removeprefix(server)
    assert "toon=Alle+beroepen" in link and "naast=Bakkers" in link
    other = visit_to(browser, server)
    other.open(link)
    for page in (visit.page, other.page):
        expect(heading(page, "Timmerlieden")).to_be_visible()
        expect(page.locator(".legendtext")).to_have_text(["Twente", "Nederland", "Bakkers, Twente"])
    visit.page.get_by_role("tab", name="Ranglijst").click()
    visit.settle()
    link = visit.url().removeprefix(server)
    assert "volgorde=openstaande+vacatures" in link
    other.open(link)
    tables = [
        page.locator(".st-key-ranking table").inner_text() for page in (visit.page, other.page)
    ]
    assert tables[0] == tables[1] and "1e kwartaal 2025" in tables[0]
    assert "Bakkers" in tables[0]
    other.page.close()


def test_a_ranking_is_compared_with_the_previous_quarter(visit: Visit) -> None:
    link = f"beroepen?voorbeeld=true&{TWENTE}&periode=1e kwartaal 2025&weergave=Ranglijst"
    page = visit.open(f"{link}&volgorde=verandering")
    table = page.locator(".st-key-ranking table")
    expect(table).to_contain_text("Verschil in een jaar")
    expect(table).to_contain_text("vergeleken met 1e kwartaal 2024")
    visit.choose("Vergelijk met", "de vorige periode")
    expect(table).to_contain_text("Verschil met vorige periode")
    expect(table).not_to_contain_text("jaar eerder")
    expect(table).to_contain_text("vergeleken met 4e kwartaal 2024")
    expect(page.get_by_text("sinds de vorige periode zeker veranderde")).to_be_visible()
    assert "vergelijk=de+vorige+periode" in visit.url()
    shown = table.inner_text()
    visit.open(f"{link}&volgorde=verandering&vergelijk=de vorige periode")
    assert table.inner_text() == shown


def test_an_occupation_is_not_compared_with_the_country(visit: Visit) -> None:
    page = visit.open(f"beroepen?voorbeeld=true&{TWENTE}&weergave=Ranglijst&vergelijk=Nederland")
    note = page.locator('[data-testid="stAlert"]', has_text="is hier niet beschikbaar")
    expect(note).to_contain_text("Vergelijk met ‘Nederland’")
    expect(note).to_contain_text("u ziet een jaar eerder")


def test_a_techniekdomein_of_another_page_gives_one_of_its_groups(visit: Visit) -> None:
    page = visit.open("beroepen?voorbeeld=true&beroep=Techniekdomein: Mobiliteit")
    note = page.locator('[data-testid="stAlert"]', has_text="is hier niet beschikbaar")
    expect(note).to_contain_text("u ziet Automonteurs")
    expect(heading(page, "Automonteurs")).to_be_visible()


def test_without_fictitious_figures_it_says_what_is_missing_and_shows_what_there_is(
    visit: Visit,
) -> None:
    page = visit.open("beroepen?beroep=Metaalbewerkers en constructiewerkers")
    expect(page.locator("h1")).to_contain_text("34.000 werkenden in Nederland, 5.000 meer")
    expect(page.get_by_text("dat is hier nog niet ingelezen")).to_be_visible()
    employed = page.get_by_role("table", name="Werkenden in Nederland")
    expect(employed.locator("tbody tr")).to_have_count(19)
    expect(employed.locator(".vkm-chosen")).to_contain_text("Metaalbewerkers")
    expect(page.get_by_text("Vacatures die ontstonden in Nederland, 2022")).to_be_visible()
    expect(page.locator("table[role=grid]")).to_have_count(0)
    text = page.locator('[data-testid="stMain"]').inner_text()
    assert SAMPLE not in text and "python -m" not in text
    search(visit, "timmer", "Timmerlieden")
    expect(page.locator("h1")).to_contain_text("Timmerlieden: 71.000 werkenden")


def test_a_related_group_is_one_click_away(visit: Visit) -> None:
    page = visit.open(f"beroepen?voorbeeld=true&{TWENTE}&beroep=Machinemonteurs&{PROFILE}")
    page.locator(".st-key-related_UWV-0742 button").click()
    visit.settle()
    expect(heading(page, "Lassers en plaatwerkers")).to_be_visible()
    page.get_by_role("tab", name="Per regio").click()
    expect(row_heading(page, "Lassers en plaatwerkers")).to_have_attribute("aria-selected", "true")


def test_a_techniekdomein_is_a_row_and_opens_a_group_of_it(visit: Visit) -> None:
    page = visit.open(f"beroepen?voorbeeld=true&{TWENTE}&toon=Per techniekdomein")
    expect(page.locator("tbody th[data-place]")).to_have_count(6)
    row_heading(page, "Mobiliteit").click()
    visit.settle()
    expect(heading(page, "Techniekdomein: Mobiliteit")).to_be_visible()
    expect(row_heading(page, "Mobiliteit")).to_have_attribute("aria-selected", "true")
    page.get_by_role("tab", name="Profiel van een beroep").click()
    expect(heading(page, "Automonteurs")).to_be_visible()


def test_the_default_of_another_page_gives_no_note_in_either_direction(visit: Visit) -> None:
    page = visit.open(
        "regios?voorbeeld=true&maat=Spanning (UWV)&niveau=Arbeidsmarktregio&weergave=Profiel"
    )
    note = page.locator('[data-testid="stAlert"]', has_text="is hier niet beschikbaar")
    page.get_by_role("link", name="Beroepen", exact=True).click()
    for region in ("Twente", "Achterhoek"):
        is_shown(page, region)
    visit.settle()
    expect(note).to_have_count(0)
    page.get_by_role("link", name="Regio's", exact=True).click()
    page.get_by_role("combobox", name="Gebied").wait_for()
    visit.settle()
    expect(note).to_have_count(0)
    expect(page.get_by_role("combobox", name="Gebied")).to_have_value("Techniekcoalitie Oost")
