"""Page regios: measures, levels, comparison, and what is missing, in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, visit_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TENSION = "regios?maat=Spanning (UWV)&niveau=Arbeidsmarktregio"
VACANCIES = "regios?maat=Openstaande vacatures"
TIME = "weergave=Door de tijd"
TWENTE = f"{TENSION}&gebied=Twente (arbeidsmarktregio)"
MAIN = '[data-testid="stMain"]'
NOTE = '[data-testid="stAlert"]'


def text_of(visit: Visit) -> str:
    text: str = visit.page.locator(MAIN).inner_text()
    return text


def test_a_measure_that_is_not_published_at_a_level_leads_to_where_it_is(visit: Visit) -> None:
    page = visit.open("regios?maat=Openstaande vacatures&niveau=COROP")
    assert "CBS publiceert openstaande vacatures per provincie" in text_of(visit)
    page.get_by_role("button", name="Toon per provincie").click()
    visit.settle()
    expect(page.locator("g[data-code='PV23']")).to_be_visible()
    assert "niveau=Provincie" in visit.url()


def test_only_published_figures_empties_the_tension_and_says_how_to_load_it(visit: Visit) -> None:
    page = visit.open(TWENTE)
    expect(page.locator("g[data-code='AM05'] .sample")).to_have_count(1)
    assert "VOORBEELD (fictief)" in text_of(visit)
    page.get_by_role("switch", name="Alleen gepubliceerde cijfers").focus()
    page.keyboard.press("Space")
    visit.settle()
    assert "python -m etl import" in text_of(visit)
    assert "VOORBEELD" not in text_of(visit)
    assert "gepubliceerd=true" in visit.url()
    other = visit.url().split("/", 3)[3]
    visit.open(other)
    assert "nog geen gepubliceerd cijfer geladen" in text_of(visit)


def test_the_whole_selection_opens_the_same_elsewhere(
    visit: Visit, browser: Browser, server: str
) -> None:
    visit.open(
        f"{TWENTE}&beroep=Techniekdomein: Bouw&periode=4e kwartaal 2025&vergelijk=Nederland"
        "&naast=Regio Zwolle (arbeidsmarktregio)&naast=Achterhoek (arbeidsmarktregio)"
        "&weergave=Door de tijd"
    )
    other = visit_to(browser, server)
    for view, words in (
        ("Door de tijd", ("Techniekdomein: bouw", "Regio Zwolle")),
        ("Kaart en rang", ("4e kwartaal 2025", "techniekdomein: bouw")),
        ("Profiel", ("4e kwartaal 2025", "Nederland", "het krapst?")),
        ("Naast de buren", ("Twente (arbeidsmarktregio) naast de buren",)),
    ):
        visit.page.get_by_role("tab", name=view).click()
        visit.settle()
        first = text_of(visit)
        other.open(visit.url().split("/", 3)[3])
        assert text_of(other) == first
        for part in words:
            assert part.lower() in first.lower(), view
    other.page.close()


def test_another_level_shows_what_goes_with_the_area_and_keeps_it(visit: Visit) -> None:
    page = visit.open(TWENTE)
    page.get_by_role("radio", name="Provincie").click()
    visit.settle()
    page.get_by_role("button", name="Toon per arbeidsmarktregio").click()
    visit.settle()
    visit.choose("Maat", "Werkloosheid")
    page.get_by_role("radio", name="COROP").click()
    visit.settle()
    assert "U ziet Twente (COROP), het dichtst bij Twente (arbeidsmarktregio)" in text_of(visit)
    assert "3,9%" in text_of(visit)
    page.get_by_role("link", name="Overzicht").click()
    page.get_by_role("heading", name="Overzicht").wait_for()
    visit.settle()
    expect(page.get_by_role("combobox", name="Gebied")).to_have_value("Twente (arbeidsmarktregio)")
    assert "gebied=Twente (arbeidsmarktregio)" in visit.url().replace("+", " ")


def test_unknown_regions_beside_it_give_a_note_and_the_others_stay(visit: Visit) -> None:
    page = visit.open(f"{TWENTE}&naast=Atlantis&naast=Regio Zwolle (arbeidsmarktregio)&{TIME}")
    expect(page.locator(NOTE, has_text="Atlantis")).to_be_visible()
    assert "Regio Zwolle" in text_of(visit)


def test_a_region_in_several_provinces_says_so(visit: Visit) -> None:
    visit.open(f"{TENSION}&gebied=Regio Zwolle (arbeidsmarktregio)&weergave=Profiel")
    assert "Regio Zwolle ligt in meer dan één provincie: Overijssel (10 gemeenten)" in text_of(
        visit
    )
    assert "Vanaf 2024 met Olst-Wijhe" in text_of(visit)


def test_classes_are_told_apart_without_colour(visit: Visit) -> None:
    page = visit.open(f"{TENSION}&beroep=Techniekdomein: Mobiliteit&periode=4e kwartaal 2022")
    signs = {
        page.locator(f"text[data-label='{code}']").text_content()
        for code in ("AM05", "AM09", "AM36")
    }
    assert signs <= {"−−", "−", "=", "+", "++", "?", ""} and signs != {""}
    label = page.locator("g[data-code='AM05']").get_attribute("aria-label") or ""
    assert "krap" in label and "VOORBEELD" in label and "2022" in label


def test_sectors_fall_and_rise_beside_each_other(visit: Visit) -> None:
    visit.open(f"{VACANCIES}&gebied=Overijssel&periode=4e kwartaal 2018&weergave=Profiel")
    text = text_of(visit)
    assert text.index("Vacatures dalen") < text.index("Industrie: 1.900, 200 meer")
    for direction in ("trending_down", "trending_up"):
        expect(visit.page.get_by_text(direction, exact=True)).to_have_count(1)
    assert "Minder vacatures is geen krimp" in text


def test_a_region_keeps_the_focus_when_it_is_chosen(visit: Visit) -> None:
    page = visit.open("regios?sector=Bouw&periode=4e kwartaal 2018")
    page.locator("g[data-code='PV25']").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Gebied")).to_have_value("Gelderland")
    visit.settle()
    expect(page.locator("g[data-code='PV25']")).to_be_focused()


def test_another_measure_leads_to_the_occupations(visit: Visit) -> None:
    page = visit.open("regios?gebied=Overijssel&weergave=Profiel")
    page.get_by_role("button", name="Toon beroepen en niveaus per arbeidsmarktregio").click()
    asked = page.get_by_role("heading", name="Welke beroepen zijn in Twente")
    expect(asked).to_be_visible()
    visit.settle()
    assert "maat=Spanning" in visit.url() and "gebied=Overijssel" in visit.url()


def test_an_unknown_view_in_a_link_gives_a_note(visit: Visit) -> None:
    page = visit.open("regios?weergave=Onzin")
    expect(page.locator(NOTE, has_text="Weergave ‘Onzin’")).to_be_visible()
