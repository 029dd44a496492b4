"""Real and fictitious programmes on screen: never mixed, and a link always names its programme."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from words.marks import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A = "Voorbeeldprogramma A (fictief)"
B = "Voorbeeldprogramma B (fictief)"
TWENTE = "Twente Werkt! (Sectorplan Twente)"
VIEWS = ["Doelen en resultaten", "Budget en partners", "Trajecten", "Vouchers", "Vergelijken"]


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


@pytest.mark.parametrize(("view", "count", "told"), [(VIEWS[0], 2, 1), (VIEWS[1], 3, 2)])
def test_a_fictitious_programme_is_marked_everywhere(
    view: str, count: int, told: int, visit: Visit
) -> None:
    page = visit.open(f"programmas?programma={A}&weergave={view}")
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
    page = visit.open(f"programmas?programma={A}")
    origin = visit.origin()
    expect(origin).to_contain_text("Opgave van het programma")
    expect(origin).to_contain_text("programmas/targets")
    page.keyboard.press("Escape")
    visit.settle()
    assert visit.download().suggested_filename.startswith("VOORBEELD_")


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


def table(page: Page, caption: str) -> Locator:
    return page.locator("table.vkm-table:visible").filter(
        has=page.locator("caption", has_text=caption)
    )


def test_the_placement_rate_of_a_programme_is_found_with_its_numbers(visit: Visit) -> None:
    page = visit.open(f"programmas?programma={A}")
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
    page = visit.open(f"programmas?programma={A}&weergave=Vouchers")
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
    page = visit.open(f"programmas?programma={A}&weergave=Vergelijken")
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
    page = visit.open(f"programmas?programma={B}&weergave=Trajecten")
    expect(page.get_by_text("Dit programma is klein.")).to_be_visible()
    expect(page.get_by_text("Het telt ongeveer 55 deelnemers")).to_be_visible()
    visit.choose("Deelnames naar", "beoogde beroepsgroep")
    page.locator('[class*="st-key-table_participants"]').get_by_text("Tabel").click()
    visit.settle()
    texts = table(page, "Deelnames naar beoogde beroepsgroep").locator("tbody tr").all_inner_texts()
    assert sum("•" in text for text in texts) >= len(texts) - 2 > 10
    visit.open(f"programmas?programma={A}&weergave=Trajecten")
    expect(page.get_by_text("Dit programma is klein.")).to_have_count(0)


def test_a_running_programme_has_a_pace_without_judgement_and_a_forecast(visit: Visit) -> None:
    page = visit.open(f"programmas?programma={B}")
    found = table(page, "Tempo ten opzichte van een gelijkmatig verloop")
    expect(found.locator("tbody tr").first).to_contain_text("75%")
    expect(page.get_by_text("Aanname van de raming")).to_be_visible()
    colours = found.locator("td").evaluate_all("all => all.map(e => getComputedStyle(e).color)")
    assert len(set(colours)) == 1
    visit.open(f"programmas?programma={A}")
    expect(page.get_by_text("Tempo en raming")).to_have_count(0)
    expect(table(page, "Geteld uit de aanlevering")).to_contain_text("eindstand, 31 december 2025")


def test_the_keyboard_reaches_every_view_and_choice(visit: Visit) -> None:
    page = visit.open(f"programmas?programma={A}")
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
        expect(page.get_by_text("Dit programma leverde geen gegevens aan.")).to_be_visible()


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_fictitious_is_left_with_only_published_figures(visit: Visit, view: str) -> None:
    page = visit.open(f"programmas?programma={A}&weergave={view}&ernaast={B}&gepubliceerd=true")
    assert "fictief" not in heading(page)
    assert page.get_by_text(SAMPLE).count() == 0
    assert page.locator("table.vkm-table", has_text="Voorbeeldprogramma").count() == 0
    assert page.locator("h2", has_text="fictief").count() == 0


@pytest.mark.parametrize("view", VIEWS[1:])
def test_a_view_is_accessible_and_fits_its_screen(visit: Visit, view: str) -> None:
    page = visit.open(f"programmas?programma={A}&weergave={view}&ernaast={B}")
    visit.open_tables()
    for _ in visit.widths():
        assert visit.violations() == []
        assert visit.overflow() <= 0
    images = page.locator('[data-testid="stImage"] img:visible').all()
    assert all(image.get_attribute("alt") for image in images)
    assert visit.outside == []


def test_the_area_of_another_page_opens_a_programme_there(visit: Visit) -> None:
    page = visit.open("beroepen?gebied=Twente (arbeidsmarktregio)")
    page.get_by_role("link", name="Programma's").click()
    page.get_by_role("heading", name="Programma's", exact=True).wait_for()
    visit.settle()
    assert heading(page) == TWENTE
