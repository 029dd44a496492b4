"""Ten questions of a policymaker, each walked from the start by what can be read on the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import HEIGHT, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST_CLICKS = 3
SCREENS = 2


@dataclass
class Reader:
    """Somebody who has never seen the monitor, and counts what a click costs.

    A box and its option are two clicks; typing and Enter is one.
    """

    visit: Visit
    by_keyboard: bool
    clicks: int = 0

    def menu(self, page: str) -> None:
        self.clicks += self.visit.go(page, by_keyboard=self.by_keyboard)

    def click(self, role: str, name: str) -> None:
        found = self.visit.page.get_by_role(role, name=name).first  # type: ignore[arg-type]
        self.visit.press(found) if self.by_keyboard else found.click()
        self.clicks += 1
        self.visit.settle()

    def type(self, box: str, text: str) -> None:
        field = self.visit.page.get_by_role("combobox", name=box, exact=True)
        if self.by_keyboard:
            self.visit.press(field)
        field.fill(text)
        field.press("Enter")
        self.clicks += 1
        self.visit.settle()

    def reads(self, *words: str, within: str = '[data-testid="stMain"]') -> None:
        """All words stand within the first screens, and it took few clicks."""
        assert self.clicks <= MOST_CLICKS, self.clicks
        for said in words:
            found = self.visit.page.locator(within).get_by_text(re.compile(said)).first
            expect(found).to_be_visible()
            box = found.bounding_box()
            assert box and box["y"] < SCREENS * HEIGHT, (said, box)


@pytest.fixture(params=["mouse", "keyboard"])
def reader(visit: Visit, request: pytest.FixtureRequest) -> Reader:
    visit.open("")
    return Reader(visit, by_keyboard=request.param == "keyboard")


def test_where_is_it_tight_and_is_it_getting_worse(reader: Reader) -> None:
    reader.reads("Gelderland 36,5 en Overijssel 38,0", "ruimer dan Nederland")
    reader.menu("regios")
    reader.reads("7 van 12 provincies bekend", "In een jaar", "Utrecht", "44,4")


def test_how_many_vacancies_in_building_now_and_five_years_ago(reader: Reader) -> None:
    reader.reads("Vacatures bouw", r"2\.600", "200 minder in een jaar")
    reader.click("link", "Vacatures bouw")
    reader.type("Vergelijk met", "vijf jaar eerder")
    reader.reads("Overijssel", r"2\.600", "vijf jaar eerder|5 jaar")


def test_which_programme_reached_its_target_and_what_did_it_cost(reader: Reader) -> None:
    reader.reads("Overijssels Vakmanschap", "119%", "1,6 mln", "560 van 470 vouchers")
    reader.click("link", "Overijssels Vakmanschap")
    reader.reads("per voucher niet te noemen, want")


def test_did_the_vouchers_go_where_it_was_tight(reader: Reader) -> None:
    reader.menu("krapte_en_inzet")
    reader.reads("Overijssels Vakmanschap", "560 van 470 vouchers", "Industrie, Overijssel")


def test_how_many_welders_are_needed_in_twente(reader: Reader) -> None:
    reader.type("Zoeken", "lasser")
    reader.type("Gebied", "Twente (arbeidsmarktregio)")
    reader.reads("[Ll]assers", r"\d", "UWV")


def test_at_which_mbo_level_is_there_a_shortage_in_the_achterhoek(reader: Reader) -> None:
    reader.type("Gebied", "Achterhoek (arbeidsmarktregio)")
    reader.menu("mbo")
    reader.reads("mbo", "UWV publiceert ze per|niet te meten|ontbreken")


def test_what_is_new_since_the_previous_meeting(reader: Reader) -> None:
    reader.menu("sinds")
    reader.reads("2e kwartaal 2026")


def test_where_does_this_number_come_from(reader: Reader) -> None:
    reader.click("button", "Herkomst")
    reader.reads(
        "Centraal Bureau voor de Statistiek", "Openstaande vacatures", within='[role="dialog"]'
    )


def test_from_metal_worker_to_cnc_machinist(reader: Reader) -> None:
    reader.menu("overstappen")
    reader.click("tab", "Eén overstap")
    reader.type("Naar welk beroep?", "CNC-verspaner")
    reader.reads("Metaalbewerkers en constructiewerkers")


def test_slides_or_a_document_for_tomorrow(reader: Reader) -> None:
    reader.click("link", "Dia's en PDF")
    with reader.visit.page.expect_download(timeout=120_000) as waiting:
        reader.click("button", "PPTX")
    assert waiting.value.suggested_filename.endswith(".pptx")
    assert reader.clicks <= MOST_CLICKS
