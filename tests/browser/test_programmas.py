"""Real and fictitious programmes on screen: never mixed, and a link always names its programme."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import WIDTHS, Visit
from words.marks import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A = "Voorbeeldprogramma A (fictief)"
B = "Voorbeeldprogramma B (fictief)"
TWENTE = "Twente Werkt! (Sectorplan Twente)"
VIEWS = ["Doelen en resultaten", "Budget en partners", "Trajecten", "Vouchers", "Vergelijken"]


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def board(page: Page, place: int = 0) -> Locator:
    return page.locator("table.vkm-board").nth(place)


def names(page: Page) -> list[str]:
    return board(page).locator("tbody th a").all_inner_texts()


def test_the_page_opens_on_the_scoreboard_of_the_area_and_a_row_opens_a_programme(
    visit: Visit,
) -> None:
    page = visit.open("programmas?gebied=Overijssel")
    assert heading(page) == "Programma's"
    rows = board(page).locator("tbody tr")
    expect(rows).to_have_count(5)
    expect(rows.first).to_contain_text("1.312 van 1.400 of ten minste 1.300 plaatsingen")
    expect(rows.first).to_contain_text("94 of ten hoogste 101%")
    expect(rows.first).to_contain_text("ten minste € 3 mln gerealiseerd")
    expect(board(page)).not_to_contain_text("fictief")
    assert "programma=" not in visit.url()
    expect(board(page, 1)).to_be_hidden()
    page.get_by_text("Programma’s elders in het land").click()
    expect(board(page, 1).locator("tbody tr")).to_have_count(4)
    page.get_by_role("link", name="Overijssels Vakmanschap").click()
    expect(page.locator("h1")).to_have_text("Overijssels Vakmanschap")
    visit.settle()
    expect(page.get_by_text("per voucher niet te noemen, want")).to_be_visible()
    assert "programma=Overijssels" in visit.url() and "gebied=Overijssel" in visit.url()
    page.get_by_role("link", name="Alle programma’s").click()
    visit.settle()
    expect(page.locator("h1")).to_have_text("Programma's")
    assert "programma=" not in visit.url()
    page.get_by_role("link", name="Krapte en inzet").click()
    expect(page.locator("table.vkm-strips").first).to_be_visible()


def test_the_scoreboard_is_sorted_by_a_link_in_its_heading(visit: Visit) -> None:
    page = visit.open("programmas")
    first = names(page)
    page.get_by_role("columnheader", name="Programma").get_by_role("link").click()
    expect(page.locator('table.vkm-board th[aria-sort="ascending"]').first).to_be_visible()
    visit.settle()
    assert names(page) == sorted(first, key=str.casefold) != first
    assert "volgorde=naam" in visit.url()
    page = visit.open("programmas?volgorde=bereikt")
    assert names(page)[0] == "Overijssels Vakmanschap"
    assert visit.violations() == []


@pytest.mark.parametrize(("view", "count", "told"), [(VIEWS[0], 2, 1), (VIEWS[1], 4, 2)])
def test_a_fictitious_programme_is_marked_everywhere(
    view: str, count: int, told: int, visit: Visit
) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={A}&weergave={view}")
    assert heading(page) == A
    tables = page.locator("table.vkm-table:visible")
    expect(tables).to_have_count(count)
    for table in tables.all():
        expect(table.locator("caption")).to_contain_text(SAMPLE)
    main = page.locator('[data-testid="stMain"]')
    expect(main).not_to_contain_text("van de beoogde")
    lines = page.locator('[data-testid="stCaptionContainer"]:visible', has_text="Bron: ").filter(
        has_text="opgave van"
    )
    expect(lines).to_have_count(told)
    for line in lines.all():
        expect(line).to_contain_text(f"Bron: {SAMPLE}, opgave van {A}")


def test_the_files_of_a_fictitious_programme_are_called_an_example(visit: Visit) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={A}")
    origin = visit.origin()
    expect(origin).to_contain_text("Opgave van het programma")
    expect(origin).to_contain_text("programmas/targets")
    page.keyboard.press("Escape")
    visit.settle()
    assert visit.download().suggested_filename.startswith("VOORBEELD_")


def test_a_fictitious_programme_is_only_there_with_the_switch_on(visit: Visit) -> None:
    page = visit.open("programmas")
    assert not [name for name in names(page) if "fictief" in name]
    expect(page.get_by_text(SAMPLE, exact=True)).to_have_count(0)
    page = visit.open(f"programmas?programma={A}")
    expect(page.get_by_role("switch", name="met voorbeeldcijfers")).to_be_checked()
    assert heading(page) == A
    page = visit.open("programmas?voorbeeld=true")
    assert names(page)[-2:] == [A, B], "after all real ones"
    expect(board(page).get_by_text(SAMPLE, exact=True)).to_have_count(2)


def test_a_programme_that_is_not_there_gives_a_note_and_the_scoreboard(visit: Visit) -> None:
    page = visit.open("programmas?programma=Weg")
    expect(page.get_by_text("Programma ‘Weg’ is hier niet beschikbaar")).to_be_visible()
    assert len(names(page)) == 7


def test_the_overview_speaks_of_real_programmes_only(visit: Visit) -> None:
    page = visit.open("")
    expect(page.get_by_role("link", name="Twente Werkt!")).to_be_visible()
    expect(page.locator('[data-testid="stMain"]')).not_to_contain_text("fictief")


def table(page: Page, caption: str) -> Locator:
    return page.locator("table.vkm-table:visible").filter(
        has=page.locator("caption", has_text=caption)
    )


def test_the_placement_rate_of_a_programme_is_found_with_its_numbers(visit: Visit) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={A}")
    page.get_by_role("tab", name="Trajecten").click()
    visit.settle()
    found = table(page, "Plaatsingspercentage (bruto) per jaar van uitstroom")
    row = found.locator("tbody tr", has_text="2023")
    expect(row.locator("td").nth(2)).to_have_text("64–73%")
    expect(row.locator("td").nth(3)).to_have_text("65")
    expect(row.locator("td").nth(4)).to_have_text("95")
    expect(found.locator("tbody tr", has_text="hele looptijd")).to_contain_text("•")
    expect(page.get_by_text("netto-effect niet vastgesteld").first).to_be_visible()
    expect(page.get_by_text("Een • is niet getoond")).to_be_visible()
    assert "weergave=Trajecten" in visit.url()


def test_a_link_opens_the_same_view(visit: Visit) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={A}&weergave=Vouchers")
    visit.choose("Vouchers naar", "techniekdomein")
    visit.choose("Tijd", "per jaar")
    about = "Vouchers naar techniekdomein"
    expect(page.get_by_text(about, exact=True)).to_be_visible()
    link = visit.url().split("/", 3)[3]
    assert "vouchers=techniekdomein" in link and "tijd=per jaar" in link.replace("+", " ")
    page = visit.open(link)
    assert heading(page) == A
    expect(page.get_by_role("tab", name="Vouchers")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_text(about, exact=True)).to_be_visible()
    page.locator('[class*="st-key-table_divided"]').get_by_text("Tabel").click()
    visit.settle()
    rows = table(page, about).locator("tbody tr")
    expect(rows.filter(has_text="Bouw")).to_have_count(4)
    expect(rows.filter(has_text="2022").filter(has_text="Bouw")).to_contain_text("€")
    # A division that is not published per year falls back to the whole term, and says so.
    visit.choose("Vouchers naar", "beroepsgroep")
    expect(page.get_by_text("Tijd ‘per jaar’ is hier niet beschikbaar")).to_be_visible()


def test_programmes_stand_beside_each_other_but_never_fictitious_beside_real(visit: Visit) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={A}&weergave=Vergelijken")
    box = page.get_by_role("combobox", name="Zet ernaast")
    box.click()
    expect(page.get_by_role("option")).to_have_text([B])
    page.get_by_role("option", name=B).click()
    visit.settle()
    assert f"ernaast={B}" in visit.url().replace("+", " ")
    rows = table(page, "deelnemers en uitkomsten").locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text(A)
    expect(rows.nth(1)).to_contain_text("30 (53–67% van 50)")
    page = visit.open(f"programmas?programma={TWENTE}&weergave=Vergelijken&ernaast={A}")
    expect(page.get_by_text(f"‘{A}’ is hier niet beschikbaar")).to_be_visible()
    box = page.get_by_role("combobox", name="Zet ernaast")
    box.click()
    expect(page.get_by_role("option")).to_have_count(8)
    page.get_by_role("option", name="1.000 kansenplan").click()
    visit.settle()
    expect(page.get_by_text("is geen aanlevering geladen")).to_be_visible()
    targets = table(page, "Doelen en gepubliceerde resultaten naast elkaar")
    expect(targets).to_contain_text(TWENTE)
    expect(targets).to_contain_text("1.000 kansenplan")


def test_a_small_programme_says_why_it_shows_little(visit: Visit) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={B}&weergave=Trajecten")
    expect(page.get_by_text("Dit programma is klein.")).to_be_visible()
    expect(page.get_by_text("Het telt ongeveer 55 deelnemers")).to_be_visible()
    visit.choose("Deelnames naar", "beoogde beroepsgroep")
    page.locator('[class*="st-key-table_participants"]').get_by_text("Tabel").click()
    visit.settle()
    texts = table(page, "Deelnames naar beoogde beroepsgroep").locator("tbody tr").all_inner_texts()
    assert sum("•" in text for text in texts) >= len(texts) - 2 > 10
    visit.open(f"programmas?voorbeeld=true&programma={A}&weergave=Trajecten")
    expect(page.get_by_text("Dit programma is klein.")).to_have_count(0)


def test_a_running_programme_has_a_pace_without_judgement_and_a_forecast(visit: Visit) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={B}")
    found = table(page, "Tempo ten opzichte van een gelijkmatig verloop")
    expect(found.locator("tbody tr").first).to_contain_text("75%")
    expect(page.get_by_text("Aanname van de raming")).to_be_visible()
    colours = found.locator("td").evaluate_all("all => all.map(e => getComputedStyle(e).color)")
    assert len(set(colours)) == 1
    visit.open(f"programmas?voorbeeld=true&programma={A}")
    expect(page.get_by_text("Tempo en raming")).to_have_count(0)
    expect(table(page, "Geteld uit de aanlevering")).to_contain_text("eindstand, 31 december 2025")


def test_the_keyboard_reaches_every_view_and_choice(visit: Visit) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={A}")
    page.get_by_role("tab", name="Doelen en resultaten").focus()
    for view in ("Budget en partners", "Trajecten"):
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("tab", name=view)).to_be_focused()
    page.keyboard.press("Enter")
    visit.settle()
    expect(page.get_by_role("heading", name="Van intake tot uitkomst")).to_be_visible()
    page.get_by_role("combobox", name="Uitstroom naar").focus()
    page.keyboard.type("uitkomst per doelgroep")
    page.keyboard.press("Enter")
    visit.settle()
    assert "uitstroom=uitkomst per doelgroep" in visit.url().replace("+", " ")
    expect(page.get_by_text("Doelgroepen overlappen").first).to_be_visible()


def test_a_programme_that_delivered_nothing_says_what_was_never_published(visit: Visit) -> None:
    page = visit.open(f"programmas?programma={TWENTE}")
    main = page.locator('[data-testid="stMain"]')
    expect(main).to_contain_text("nooit gepubliceerd")
    expect(main).to_contain_text("of wie uitstroomde na 6, 12 of 24 maanden nog werkte")
    for view in ("Trajecten", "Vouchers"):
        visit.open(f"programmas?programma={TWENTE}&weergave={view}")
        expect(page.get_by_role("tab")).to_have_text([VIEWS[0], VIEWS[1], VIEWS[4]])
        expect(page.get_by_text(f"Weergave ‘{view}’ is hier niet beschikbaar")).to_be_visible()
        expect(main).to_contain_text("nooit gepubliceerd")


@pytest.mark.parametrize("view", VIEWS[1:])
def test_a_view_is_accessible_and_fits_its_screen(visit: Visit, view: str) -> None:
    page = visit.open(f"programmas?voorbeeld=true&programma={A}&weergave={view}&ernaast={B}")
    visit.open_tables()
    for _ in visit.widths():
        assert visit.violations() == []
        assert visit.overflow() <= 0
    images = page.locator('[data-testid="stImage"] img:visible').all()
    assert all(image.get_attribute("alt") for image in images)
    assert visit.outside == []


@pytest.mark.parametrize("link", ["programmas?voorbeeld=true", f"programmas?programma={TWENTE}"])
def test_the_scoreboard_and_a_programme_are_accessible_and_fit(visit: Visit, link: str) -> None:
    page = visit.open(link)
    for width in (*WIDTHS, *([] if TWENTE in link else [390])):
        page.set_viewport_size({"width": width, "height": 720})
        visit.settle()
        assert visit.violations() == []
        assert visit.overflow() <= 0
    assert visit.outside == []


def test_the_area_of_another_page_orders_the_scoreboard(visit: Visit) -> None:
    page = visit.open("beroepen?gebied=Utrecht")
    page.get_by_role("link", name="Programma's").click()
    page.get_by_role("heading", name="Programma's", exact=True).wait_for()
    visit.settle()
    assert names(page)[0] == "De techniek samen de crisis door"
