"""Page downloads in a real Chromium: an area by keyboard, a link, and the files that arrive."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pandas as pd
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, visit_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MADE_WITHIN_MS = 240_000
LINK = "downloads?gebied=Twente (arbeidsmarktregio)"
NAME = "vakkrachtmonitor_twente_vergadering_2026KW02"


@pytest.fixture
def twente(browser: Browser, server: str) -> Iterator[Visit]:
    visit = visit_to(browser, server)
    visit.open(LINK)
    yield visit
    visit.page.close()


def arrives(visit: Visit, button: str) -> tuple[str, bytes]:
    """Return the name and the content of the file behind a button."""
    with visit.page.expect_download(timeout=MADE_WITHIN_MS) as waiting:
        visit.page.get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_a_link_opens_what_the_ten_slides_say(twente: Visit) -> None:
    said = twente.page.locator(".st-key-slides li")
    expect(said).to_have_count(10)
    expect(said.first).to_contain_text("Twente in één beeld: wat weten we, wat niet")
    expect(said.nth(3)).to_contain_text("CBS publiceert geen Twente")
    expect(said.last).to_contain_text("Bronnen, definities, voorbehoud")
    assert twente.page.locator('[data-testid="stException"]').count() == 0
    assert [twente.violations() for _ in twente.widths()] == [[], []]
    assert twente.outside == []
    assert [line for line in twente.complaints if "_stcore" not in line] == []


def test_an_area_is_chosen_by_keyboard_and_stands_in_the_address(visit: Visit) -> None:
    page = visit.open("downloads")
    expect(page.get_by_role("heading", name="Dia's over Techniekcoalitie Oost")).to_be_visible()
    page.get_by_role("combobox", name="Gebied", exact=True).focus()
    page.keyboard.type("Twente (arb")
    page.keyboard.press("Enter")
    visit.settle()
    expect(page.get_by_role("heading", name="Dia's over arbeidsmarktregio Twente")).to_be_visible()
    assert "gebied=Twente+(arbeidsmarktregio)" in visit.url()


def test_the_day_of_the_previous_meeting_counts(visit: Visit) -> None:
    page = visit.open(f"{LINK}&vanaf=2026-11-25")
    said = page.locator(".st-key-slides li").nth(1)
    expect(said).to_contain_text("Sinds 25 november 2026")
    expect(said).to_contain_text("kwam er niets bij")


def test_an_unknown_area_gives_a_note(visit: Visit) -> None:
    page = visit.open("downloads?gebied=Nergens")
    expect(page.get_by_text("Gebied ‘Nergens’ is hier niet beschikbaar")).to_be_visible()


def test_slides_and_document_arrive_under_their_name(visit: Visit) -> None:
    visit.open(LINK)
    name, content = arrives(visit, "Dia's (PPTX)")
    assert name == f"{NAME}.pptx" and content.startswith(b"PK")
    name, content = arrives(visit, "Document (PDF)")
    assert name == f"{NAME}.pdf" and content.startswith(b"%PDF")


def test_factsheets_arrive_under_their_name(visit: Visit) -> None:
    visit.open(f"{LINK}&programma=Twents Fonds voor Vakmanschap")
    name, content = arrives(visit, "Factsheet gebied (PDF)")
    assert name == "vakkrachtmonitor_twente_factsheet_2026KW02.pdf"
    assert content.startswith(b"%PDF")
    name, content = arrives(visit, "Factsheet programma (PDF)")
    assert name == "vakkrachtmonitor_twents_fonds_voor_vakmanschap_factsheet.pdf"
    assert content.startswith(b"%PDF")


def test_a_fictitious_programme_cannot_be_chosen(visit: Visit) -> None:
    page = visit.open("downloads?programma=Voorbeeldprogramma A (fictief)")
    expect(page.get_by_text("is hier niet beschikbaar")).to_be_visible()
    page.get_by_role("combobox", name="Programma", exact=True).click()
    assert page.get_by_role("option", name="fictief").count() == 0


def test_a_whole_table_arrives_about_the_provinces_of_the_area(visit: Visit) -> None:
    visit.open("downloads?gebied=Overijssel&tabel=Doelen van programma's&voorbeeld=true")
    name, content = arrives(visit, "Parquet")
    assert name == "VOORBEELD_vakkrachtmonitor_overijssel_doelen_van_programmas.parquet"
    rows = pd.read_parquet(io.BytesIO(content))
    assert "overijssels_vakmanschap" in set(rows["programme_id"])
    assert "gelders_vakmanschap" not in set(rows["programme_id"])
    assert set(rows["fictief"]) <= {"ja", "nee"}
