"""Page mbo in a real Chromium: whose supply it is, empty places, links, keyboard, 768 pixels."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, visit_to
from words.marks import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TWENTE = "mbo?voorbeeld=true&gebied=Twente (arbeidsmarktregio)"
DRAWINGS = '[data-testid="stImage"] img'
MISSING = (
    "Hier ontbreken vacatures per beroep en regio (UWV), studenten per niveau en provincie (CBS) "
    "en gediplomeerden per niveau en provincie (CBS).",
    "Hier ontbreken de bezette leerwerkplekken",
    "Hier ontbreekt de zij-instroom",
)


def words(visit: Visit) -> str:
    return visit.page.locator('[data-testid="stMain"]').inner_text()


def tables(visit: Visit) -> list[str]:
    for button in visit.page.get_by_text("Tabel", exact=True).all():
        button.click()
        visit.settle()
    found: list[str] = visit.page.locator("table.vkm-table").all_inner_texts()
    return found


def test_twente_says_that_its_supply_is_that_of_overijssel(visit: Visit) -> None:
    page = visit.open(TWENTE)
    page.get_by_text("Wat weten we over mbo 3 en 4").click()
    text = words(visit)
    assert "U ziet de provincie waarin Twente ligt: Overijssel." in text
    assert "geen gemeten vraag" in text
    assert "tekort op mbo 3 alleen is met deze bronnen niet te meten" in text
    shown = tables(visit)
    demand = next(table for table in shown if "mbo 2–3" in table)
    assert "Twente\tmbo 2–3" in demand and "Overijssel" not in demand
    supply = next(table for table in shown if "gediplomeerden" in table.lower())
    assert "Overijssel\tmbo 3\tbbl" in supply and "Twente" not in supply


def test_the_coalition_shows_its_provinces_and_regions_apart(visit: Visit) -> None:
    visit.open("mbo?voorbeeld=true")
    text = words(visit)
    assert "zonder totaal" in text and "Regio Zwolle (ook in Drenthe)" in text
    shown = tables(visit)
    demand = next(table for table in shown if "mbo 2–3" in table)
    for name in ("Achterhoek", "Twente", "Regio Zwolle", "Nederland"):
        assert f"{name}\tmbo 2–3" in demand
    supply = next(table for table in shown if "Studenten op 1 oktober," in table)
    for name in ("Overijssel", "Gelderland", "Nederland"):
        assert f"{name}\tmbo 4\tbol" in supply
    assert "Techniekcoalitie Oost" not in supply


def test_every_drawing_has_words_and_is_called_an_example(visit: Visit) -> None:
    for view, count, tables_ in (("Vraag en aanbod", 3, 4), ("Per schooljaar", 4, 2)):
        page = visit.open(f"{TWENTE}&weergave={view}")
        drawings = page.locator(DRAWINGS)
        expect(drawings).to_have_count(count)
        for drawing in drawings.all():
            alt = drawing.get_attribute("alt") or ""
            assert alt.startswith(SAMPLE) and re.search(r"\d", alt)
        assert page.get_by_text("Tabel", exact=True).count() == tables_


def test_it_opens_with_published_students_and_says_what_is_missing(
    visit: Visit,
) -> None:
    page = visit.open("mbo")
    expect(page.locator("h1")).to_have_text(
        "Techniek: 95.975 van de 513.136 mbo-studenten in Nederland"
    )
    assert page.locator(".vkm-bars").first.bounding_box()["y"] < 400  # type: ignore[index]
    page.get_by_text("Wat weten we over mbo 3 en 4").click()
    seen = []
    for view in ("Vraag en aanbod", "Per schooljaar", "Leerwerkplekken en zij-instroom"):
        page.get_by_role("tab", name=view).click()
        visit.settle()
        seen.append(words(visit))
        expect(page.locator(DRAWINGS)).to_have_count(0)
    text = " ".join(" ".join(seen).split())
    for missing in MISSING:
        assert missing in text
    assert SAMPLE not in text
    assert "95.975" in text and "83850NED" in text
    assert "24 van de 24 technische beroepsgroepen" in text


def test_a_link_opened_elsewhere_gives_the_same_view(
    visit: Visit, browser: Browser, server: str
) -> None:
    visit.open("mbo?voorbeeld=true")
    visit.choose("Gebied", "Twente (arbeidsmarktregio)")
    visit.choose("Richting", "Informatica")
    visit.choose("Schooljaar", "2023/2024")
    visit.choose("Kwartaal (vraag)", "3e kwartaal 2024")
    for asked in (
        "gebied=Twente",
        "richting=Informatica",
        "schooljaar=2023",
        "periode=3e+kwartaal+2024",
    ):
        assert asked in visit.url()
    other = visit_to(browser, server)
    other.open(visit.url().removeprefix(server))
    shown = tables(other)
    assert tables(visit) == shown
    assert any("informatica, schooljaar 2023/'24" in table for table in shown)
    assert any("eind 3e kwartaal 2024" in table for table in shown)
    other.page.close()


def test_a_training_that_is_searched_is_answered_and_its_list_stays_open(visit: Visit) -> None:
    page = visit.open("overzicht")
    visit.search("betontimmer", "Betontimmerman · opleiding, mbo 2 (mei 2017)")
    assert "opleiding=Betontimmerman" in visit.url()
    assert "Betontimmerman is een opleiding op mbo 2 in Bouw en infra" in words(visit)
    box = page.get_by_label("Zoek een opleiding")
    expect(box).to_have_value("Betontimmerman")
    box.fill("monteur elektro")
    box.press("Enter")
    visit.settle()
    assert "opleiding=monteur+elektro" in visit.url()
    expect(page.locator("caption", has_text="6 van 248")).to_be_visible()
    box.fill("")
    box.press("Enter")
    visit.settle()
    assert "opleiding=" not in visit.url()
    expect(page.locator("caption", has_text="248 van 248")).to_be_visible()
    assert not visit.violations() and not visit.overflow()


def test_other_provinces_stand_beside_the_chosen_one(
    visit: Visit, browser: Browser, server: str
) -> None:
    page = visit.open(TWENTE)
    visit.choose("Zet ernaast", "Utrecht")
    visit.choose("Zet ernaast", "Groningen")
    page.keyboard.press("Escape")
    assert "naast=Utrecht" in visit.url() and "naast=Groningen" in visit.url()
    shown = tables(visit)
    supply = next(table for table in shown if "Studenten op 1 oktober," in table)
    names = [line.split("\t")[1] for line in supply.splitlines() if "\tmbo 3\tbol" in line]
    assert names == ["Overijssel", "Utrecht", "Groningen", "Nederland"]
    demand = next(table for table in shown if "mbo 2–3" in table)
    assert "Utrecht" not in demand
    page.get_by_role("tab", name="Per schooljaar").click()
    visit.settle()
    expect(page.locator(DRAWINGS)).to_have_count(8)
    other = visit_to(browser, server)
    other.open(visit.url().removeprefix(server))
    expect(other.page.locator(DRAWINGS)).to_have_count(8)
    other.page.close()
    page.get_by_role("tab", name="Leerwerkplekken").click()
    visit.settle()
    page.get_by_role("tab", name="Vraag en aanbod").click()
    visit.settle()
    assert "naast=Utrecht" in visit.url()


def test_what_cannot_stand_beside_the_chosen_province_gives_a_note(visit: Visit) -> None:
    page = visit.open(
        "mbo?voorbeeld=true&gebied=Utrecht&naast=Twente (arbeidsmarktregio)&naast=Drenthe"
    )
    note = page.locator('[data-testid="stAlert"]', has_text="is hier niet beschikbaar")
    expect(note).to_contain_text("Zet ernaast: ‘Twente (arbeidsmarktregio)’")
    supply = next(table for table in tables(visit) if "Studenten op 1 oktober," in table)
    assert "Drenthe\tmbo 3\tbol" in supply


def test_an_unknown_field_in_a_link_gives_a_note(visit: Visit) -> None:
    page = visit.open("mbo?richting=Toverkunst")
    note = page.locator('[data-testid="stAlert"]', has_text="is hier niet beschikbaar")
    expect(note).to_contain_text("Richting ‘Toverkunst’")
    expect(note).to_contain_text("Techniek, industrie en bouwkunde")


def test_the_keyboard_alone_chooses_and_opens_a_table(visit: Visit) -> None:
    page = visit.open("mbo?voorbeeld=true")
    for _ in range(30):
        page.keyboard.press("Tab")
        label = page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")
        if "Gebied" in label:
            break
    assert "Gebied" in label
    page.keyboard.type("Utrecht")
    page.keyboard.press("Enter")
    visit.settle()
    assert "gebied=Utrecht" in visit.url()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText ?? ''").strip().endswith("Tabel"):
            break
    page.keyboard.press("Enter")
    visit.settle()
    expect(page.locator("table.vkm-table:not(.vkm-bars)").first).to_contain_text("mbo 2–3")


@pytest.mark.parametrize(("width", "is_beside"), [(1280, True), (768, False)])
def test_demand_and_supply_stand_beside_or_below_each_other(
    width: int, is_beside: bool, browser: Browser, server: str
) -> None:
    visit = visit_to(browser, server, width)
    page = visit.open(TWENTE)
    first, second = (
        page.get_by_role("heading", name=name).bounding_box() for name in ("Vraag: ", "Aanbod: ")
    )
    assert first and second
    assert (abs(first["y"] - second["y"]) < 5) == is_beside
    for drawing in page.locator(DRAWINGS).all():
        box = drawing.bounding_box()
        width_drawn = drawing.evaluate("e => e.naturalWidth")
        assert box and box["width"] == pytest.approx(width_drawn, rel=0.02), "text keeps its size"
    page.close()
