"""Moves on screen: the example, one move in a link, a programme, and ticks that stay here."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Visit, visit_to
from words.marks import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TWENTE = "voorbeeld=true&gebied=Twente (arbeidsmarktregio)"
CARS = "beroep=Automonteurs"
ONE = "weergave=Eén overstap"
FLOW = "weergave=In programma's"
PERSON = "weergave=Maatwerk"
NOT_MEASURED = "de vraag naar vaardigheden wordt niet gemeten."


def table(page: Page, caption: str) -> Locator:
    return page.locator("table.vkm-table:visible").filter(
        has=page.locator("caption", has_text=caption)
    )


def test_it_opens_with_the_move_to_cnc(visit: Visit) -> None:
    page = visit.open("overstappen")
    expect(page.get_by_text(NOT_MEASURED).first).to_be_visible()
    expect(page.get_by_text("omscholing vanuit metaal en elektrotechniek naar")).to_be_visible()
    rows = table(page, "CNC-verspaner (indicatie)").locator("tbody tr")
    expect(rows).to_have_count(5)
    expect(rows.filter(has_text="Elektriciens")).to_contain_text("35")
    expect(table(page, "op nabijheid (indicatie)").locator("tbody tr")).to_have_count(23)
    page.get_by_role("tab", name="Eén overstap").click()
    visit.settle()
    move = "Van Elektriciens en elektronicamonteurs naar Metaalbewerkers en constructiewerkers"
    expect(page.get_by_role("heading", name=move)).to_be_visible()


def test_one_move_stands_in_the_link(visit: Visit, browser: Browser, server: str) -> None:
    page = visit.open(f"overstappen?{TWENTE}&{ONE}")
    visit.choose("Beroepsgroep of titel", "Automonteurs")
    visit.choose("Naar welk beroep?", "Machinemonteurs")
    link = visit.url().removeprefix(server)
    assert "naar=Machinemonteurs" in link and CARS in link
    other = visit_to(browser, server)
    elsewhere = other.open(link)
    expect(
        elsewhere.get_by_role("heading", name="Van Automonteurs naar Machinemonteurs")
    ).to_be_visible()
    steps = table(elsewhere, "Waaruit de nabijheid bestaat")
    expect(steps.locator("tbody tr")).to_have_count(4)
    expect(steps).to_contain_text("Hydrauliek")
    around = table(elsewhere, "Spanning van Machinemonteurs")
    expect(around.locator("tbody tr")).to_have_count(4)
    elsewhere.get_by_text("Buurregio's", exact=True).click()
    other.settle()
    expect(around.locator("tbody tr")).to_have_count(1)
    assert "buren=false" in other.url()
    elsewhere.close()
    page.get_by_role("link", name="Studenten en gediplomeerden Techniek").click()
    expect(page).to_have_url(re.compile("/mbo"))


def test_only_tight_occupations_are_shown_when_asked(visit: Visit) -> None:
    page = visit.open(f"overstappen?{TWENTE}&{CARS}")
    rows = table(page, "bij Automonteurs").locator("tbody tr")
    expect(rows).to_have_count(23)
    visit.choose("Toon", "krap of zeer krap")
    assert rows.count() < 23
    for row in rows.all():
        expect(row).to_contain_text(re.compile("krap"))
    assert "krapte=krap of zeer krap" in visit.url().replace("+", " ")


def test_an_unknown_target_in_a_link_gives_a_note(visit: Visit) -> None:
    page = visit.open(f"overstappen?{CARS}&{ONE}&naar=Tovenaar")
    note = page.locator('[data-testid="stAlert"]', has_text="‘Tovenaar’ is hier niet beschikbaar")
    expect(note).to_have_count(1)
    expect(page.get_by_role("heading", name="Van Automonteurs naar")).to_be_visible()


def test_the_flow_of_a_fictitious_programme_says_so_everywhere(visit: Visit) -> None:
    page = visit.open(f"overstappen?voorbeeld=true&{FLOW}")
    drawing = page.locator(".st-key-drawing_flows img")
    words = drawing.get_attribute("alt") or ""
    assert words.startswith(f"{SAMPLE}: Van techniekdomein naar techniekdomein")
    assert not re.search(r"\d", words), "no automatic words about fictitious numbers"
    page.get_by_text("Tabel", exact=True).first.click()
    visit.settle()
    flow = table(page, "Van techniekdomein naar techniekdomein")
    expect(flow.locator("tbody tr")).to_have_count(64)
    expect(flow.locator("caption")).to_contain_text(SAMPLE)
    expect(flow.locator("td", has_text="•").first).to_be_attached()
    beside = table(page, "Waar mensen uitkwamen")
    expect(beside.locator("caption")).to_contain_text(SAMPLE)
    assert beside.locator("tbody td:first-child").all_inner_texts() == ["ja"] * 8
    visit.choose("Programma", "Voorbeeldprogramma B (fictief)")
    assert "stroom=Voorbeeldprogramma B" in visit.url().replace("+", " ")
    expect(page.get_by_text("Dit programma is klein.")).to_be_visible()


def test_without_fictitious_figures_it_says_what_is_missing(visit: Visit) -> None:
    page = visit.open(f"overstappen?{FLOW}")
    expect(page.locator(".st-key-empty_flows")).to_contain_text("Nog geen programma leverde aan")
    expect(page.get_by_text(SAMPLE)).to_have_count(0)
    page.get_by_role("tab", name="Waarheen").click()
    visit.settle()
    expect(page.get_by_text("dat is hier nog niet ingelezen").first).to_be_visible()
    shown = table(page, "op nabijheid (indicatie)")
    expect(shown.locator("tbody tr")).to_have_count(23)
    expect(shown).not_to_contain_text("krap")
    expect(page.get_by_text(SAMPLE)).to_have_count(0)


def test_ticks_and_level_are_in_no_link_and_gone_after_a_reload(visit: Visit) -> None:
    page = visit.open(f"overstappen?{TWENTE}&{PERSON}")
    expect(page.locator(".st-key-empty_tailored")).to_contain_text("Nog niets om bij te zoeken")
    before = parse_qs(urlsplit(visit.url()).query)
    expect(page.get_by_text("alleen in deze sessie")).to_be_visible()
    box = page.get_by_role("checkbox", name="Draaien")
    box.focus()
    page.keyboard.press("Space")
    visit.settle()
    fits = table(page, "Beroepsgroepen die passen")
    expect(fits.locator("tbody tr")).to_have_count(1)
    expect(fits).to_contain_text("1 van 1 technieken (Draaien)")
    visit.choose("Hoogste niveau", "mbo 1 of geen diploma")
    expect(fits).to_contain_text("begint 1 stap hoger dan het niveau")
    expect(fits.locator("tbody td").nth(2)).to_have_text("85")
    page.get_by_role("tab", name="Waarheen").click()
    visit.settle()
    page.get_by_role("tab", name="Maatwerk").click()
    visit.settle()
    expect(box).to_be_checked()
    assert parse_qs(urlsplit(visit.url()).query) == before
    page.reload()
    page.locator(".st-key-empty_tailored").wait_for()
    expect(page.get_by_role("checkbox", name="Draaien")).not_to_be_checked()


def test_ticks_can_be_taken_away_at_once(visit: Visit) -> None:
    page = visit.open(f"overstappen?{CARS}&{PERSON}")
    rows = table(page, "Beroepsgroepen die passen").locator("tbody tr")
    expect(rows.first).to_contain_text("het beroep zelf")
    page.locator(".stCheckbox label", has_text="Lassen: TIG").click()
    visit.settle()
    expect(rows.first).to_contain_text("1 van 1 technieken (Lassen: TIG)")
    page.get_by_role("button", name="Wis niveau en vinkjes").click()
    visit.settle()
    expect(page.get_by_role("checkbox", name="Lassen: TIG")).not_to_be_checked()
    expect(rows.first).to_contain_text("het beroep zelf")


@pytest.mark.parametrize("view", [ONE, FLOW, f"{CARS}&{PERSON}"])
def test_each_view_is_accessible_fits_and_stays_inside(view: str, visit: Visit) -> None:
    page = visit.open(f"overstappen?{view}")
    visit.open_tables()
    for _ in visit.widths():
        assert visit.violations() == []
        assert visit.overflow() <= 0
        cut = page.locator(".stCheckbox *").evaluate_all(
            "all => all.filter(e => getComputedStyle(e).overflow === 'hidden' && e.textContent"
            " && e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"
        )
        assert cut == []
    assert visit.outside == []
