"""Page regios: measures, levels, comparison, and what is missing, in a real Chromium."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, visit_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TENSION = "regios?voorbeeld=true&maat=Spanning (UWV)&niveau=Arbeidsmarktregio"
VACANCIES = "regios?maat=Openstaande vacatures"
TIME = "weergave=Door de tijd"
TWENTE = f"{TENSION}&gebied=Twente (arbeidsmarktregio)"
MAIN = '[data-testid="stMain"]'
NOTE = '[data-testid="stAlert"]'
FOCUSED = """() => { let e = document.activeElement;
    while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
    return e?.dataset?.code ?? null }"""


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


def test_without_fictitious_figures_the_tension_is_called_missing(visit: Visit) -> None:
    page = visit.open(TWENTE)
    expect(page.locator("g[data-code='AM05'] .sample")).to_have_count(1)
    assert "VOORBEELD (fictief)" in text_of(visit)
    page.get_by_role("switch", name="met voorbeeldcijfers").focus()
    page.keyboard.press("Space")
    visit.settle()
    expect(page.get_by_text("nog geen gepubliceerd cijfer geladen").first).to_be_visible()
    assert "VOORBEELD" not in text_of(visit)
    assert "voorbeeld" not in visit.url()


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
    page.get_by_role("link", name="Overzicht", exact=True).click()
    page.wait_for_url(lambda url: "/regios" not in url)
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


def focused(page: Page) -> str | None:
    code: str | None = page.evaluate(FOCUSED)
    return code


@pytest.mark.parametrize("box", ["svg", "ol"])
def test_map_and_ranking_are_one_stop_each_and_every_region_is_reached(
    box: str, visit: Visit
) -> None:
    page = visit.open("regios?gebied=Overijssel")
    stops = page.locator(f"{box} [data-code][tabindex='0']")
    expect(stops).to_have_count(1)
    expect(stops).to_have_attribute("data-code", "PV23")
    stops.focus()
    page.keyboard.press("Home")
    reached = [focused(page)]
    for _ in range(11):
        page.keyboard.press("ArrowDown")
        reached.append(focused(page))
    assert len(set(reached)) == 12 and None not in reached
    page.keyboard.press("ArrowDown")
    assert focused(page) == reached[-1]
    page.keyboard.press("Home")
    assert focused(page) == reached[0]
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    assert focused(page) == reached[-2]
    page.keyboard.press("Enter")
    chosen = page.locator(f"{box} [data-code='{reached[-2]}']")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    visit.settle()
    expect(chosen).to_be_focused()
    page.keyboard.press("Tab")
    if box == "ol":
        assert focused(page) is None, "one Tab leaves the ranking"


def test_the_first_screen_holds_map_and_ranking_and_is_accessible(visit: Visit) -> None:
    page = visit.open("regios?gebied=Overijssel")
    page.locator("svg [data-code='PV23']").wait_for()
    for place in ("svg[role=group]", ".ranking ol"):
        box = page.locator(place).bounding_box()
        assert box and box["y"] < 380
    assert "7 van 12 provincies bekend" in page.locator(".heading").inner_text()
    assert visit.violations() == []
    for row in page.locator(".ranking button").all():
        assert row.get_attribute("aria-label") is None, "what is read begins with what is seen"
        expect(row).to_contain_text("2e kwartaal 2026")


def test_five_years_before_is_compared_with_or_called_missing(visit: Visit) -> None:
    page = visit.open(f"{VACANCIES}&vergelijk=vijf jaar eerder&periode=2e kwartaal 2020")
    expect(page.locator(".heading")).to_contain_text("In vijf jaar")
    expect(page.locator(".ranking button[data-code='PV23']")).to_contain_text("+")
    page = visit.open(f"{VACANCIES}&sector=Bouw&vergelijk=vijf jaar eerder")
    expect(page.get_by_text("Van vijf jaar eerder is geen cijfer gepubliceerd")).to_be_visible()


def test_few_figures_have_no_classes(visit: Visit) -> None:
    page = visit.open("regios?maat=Spanning (CBS)")
    expect(page.locator("svg [data-label]", has_text=re.compile(r"\d"))).not_to_have_count(0)
    expect(page.locator(".legend li")).to_have_count(1)
    expect(page.locator(".legend")).to_contain_text("niet beschikbaar")


def test_another_measure_leads_to_the_occupations(visit: Visit) -> None:
    page = visit.open("regios?gebied=Overijssel&voorbeeld=true&weergave=Profiel")
    page.get_by_role("button", name="Toon beroepen en niveaus per arbeidsmarktregio").click()
    asked = page.get_by_role("heading", name="Welke beroepen zijn in Twente")
    expect(asked).to_be_visible()
    visit.settle()
    assert "maat=Spanning" in visit.url() and "gebied=Overijssel" in visit.url()


def test_an_unknown_view_in_a_link_gives_a_note(visit: Visit) -> None:
    page = visit.open("regios?weergave=Onzin")
    expect(page.locator(NOTE, has_text="Weergave ‘Onzin’")).to_be_visible()
