"""Links that keep, in a real Chromium: copied and opened cold, frozen, wrong, by keyboard."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, visit_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VIEW = "regios?gebied=Overijssel&sector=Bouw&weergave=Door de tijd"
NOTES = ".st-key-link_notes"
MAIN = '[data-testid="stMain"]'
PAGES = ("", "regios", "beroepen", "mbo", "programmas", "krapte_en_inzet", "overstappen")


@pytest.fixture
def reader(browser: Browser, served_releases: str) -> Iterator[Visit]:
    visit = visit_to(browser, served_releases)
    yield visit
    visit.page.close()


def addresses(visit: Visit) -> list[str]:
    button = visit.page.get_by_role("button", name="Delen")
    button.focus()
    visit.page.keyboard.press("Enter")
    boxes = visit.page.locator('[data-testid="stPopoverBody"] code')
    expect(boxes).to_have_count(2)
    visit.settle()
    found: list[str] = boxes.all_text_contents()
    visit.page.keyboard.press("Escape")
    visit.settle()
    return found


DRAWN = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .every(chart => chart.querySelector('.xtick'))"""


def text_of(page: Page) -> str:
    page.wait_for_function(DRAWN)
    text: str = page.locator(MAIN).inner_text()
    return text


def test_a_copied_link_opens_the_same_view_elsewhere(
    reader: Visit, browser: Browser, served_releases: str
) -> None:
    reader.open(VIEW)
    following, frozen = addresses(reader)
    assert following.startswith(f"{served_releases}/regios?") and "bevroren" not in following
    today = datetime.date.today().isoformat()
    assert f"bevroren=2026KW02&gemaakt={today}" in frozen
    first = text_of(reader.page)
    for link in (following, frozen):
        other = visit_to(browser, served_releases)
        other.open(link.removeprefix(served_releases))
        said = text_of(other.page)
        if link == frozen:
            notes = other.page.locator(NOTES).inner_text()
            assert "Bevroren op 2e kwartaal 2026" in notes
            said = said.replace(f"{notes}\n\n", "").replace(notes, "")
        assert said.split() == first.split()
        other.page.close()


def test_a_chosen_period_does_not_stand_in_the_link_that_follows(reader: Visit) -> None:
    reader.open("regios?gebied=Overijssel&periode=4e kwartaal 2018")
    following, frozen = addresses(reader)
    assert "periode" not in following and "periode=4e%20kwartaal%202018" in frozen


@pytest.mark.parametrize("path", PAGES)
def test_a_frozen_page_shows_nothing_newer(path: str, reader: Visit) -> None:
    page = reader.open(f"{path}?bevroren=2019KW02")
    expect(page.locator(NOTES)).to_contain_text(
        "Bevroren op 2e kwartaal 2019: nieuwere kwartalen staan er niet bij."
    )
    assert page.locator('[data-testid="stException"]').count() == 0
    if path in {"", "regios"}:
        finding = page.locator(".st-key-finding").first.inner_text()
        assert "2e kwartaal 2019" in finding and "2026" not in finding
    title = page.locator("h1").bounding_box()
    note = page.locator(NOTES).bounding_box()
    assert title and note and abs(title["y"] - note["y"]) < 120


def test_a_page_that_is_not_frozen_or_in_part_says_so(reader: Visit) -> None:
    page = reader.open("programmas?bevroren=2019KW02")
    expect(page.locator(NOTES)).to_contain_text(
        "Wat programma's publiceerden of aanleverden, met de krapte ‘nu’ ernaast, is wel het "
        "nieuwste."
    )
    page = reader.open("downloads?bevroren=2019KW02")
    expect(page.locator(NOTES)).to_contain_text(
        "een link die bevroren is op 2e kwartaal 2019; deze pagina is dat niet."
    )
    page.get_by_role("button", name="Delen").click()
    boxes = page.locator('[data-testid="stPopoverBody"] code')
    expect(boxes).to_have_count(1)
    expect(boxes).not_to_contain_text("bevroren")


def test_the_first_quarter_of_all_gives_no_error_anywhere(reader: Visit) -> None:
    for path in PAGES:
        page = reader.open(f"{path}?bevroren=2011KW01")
        assert page.locator('[data-testid="stException"]').count() == 0, path
        expect(page.locator(NOTES)).to_contain_text("Bevroren op 1e kwartaal 2011")


def test_the_keys_go_along_through_the_menu_until_they_are_removed(reader: Visit) -> None:
    page = reader.open("?bevroren=2019KW02&gemaakt=2026-11-01")
    reader.go("regios")
    assert "bevroren=2019KW02" in reader.url() and "gemaakt=2026-11-01" in reader.url()
    expect(page.locator(NOTES)).to_contain_text("Bevroren op 2e kwartaal 2019")
    button = page.get_by_role("button", name="Toon het laatste")
    button.focus()
    page.keyboard.press("Enter")
    reader.settle()
    assert "bevroren" not in reader.url() and "gemaakt" not in reader.url()
    expect(page.locator(NOTES)).to_be_hidden()
    assert "2e kwartaal 2026" in text_of(page)
    reader.go("overzicht")
    assert "bevroren" not in reader.url()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("bevroren=2026KW9", "‘2026KW9’ in deze link (bevroren) is geen kwartaal met cijfers"),
        ("bevroren=1950KW01", "‘1950KW01’"),
        ("bevroren=2030KW04", "‘2030KW04’"),
        ("gemaakt=gisteren", "‘gisteren’ in deze link (gemaakt) is geen dag"),
    ],
)
def test_what_cannot_be_used_gives_a_note_and_the_newest(
    asked: str, words: str, reader: Visit
) -> None:
    page = reader.open(f"regios?{asked}")
    expect(page.locator(NOTES)).to_contain_text(words)
    assert page.locator('[data-testid="stException"]').count() == 0
    assert "2e kwartaal 2026" in text_of(page)


def test_a_page_says_which_of_its_figures_were_revised_and_no_others(reader: Visit) -> None:
    page = reader.open("regios?maat=Openstaande vacatures&gebied=Overijssel&gemaakt=2026-07-01")
    note = page.locator(NOTES)
    expect(note).to_contain_text(
        "Sinds deze link is gemaakt (1 juli 2026) is 1 cijfer herzien: openstaande vacatures "
        "Bouw, Overijssel, 4e kwartaal 2018: 1.400 → 1.500."
    )
    link = note.get_by_role("link", name="Alle veranderingen sinds die dag")
    today = datetime.date.today().isoformat()
    address = link.get_attribute("href") or ""
    assert address.endswith(f"sinds?vanaf=2026-07-01&tot={today}")
    reader.open("regios?maat=Openstaande vacatures&gebied=Overijssel&gemaakt=2026-08-05")
    expect(page.locator(NOTES)).to_be_hidden()
    reader.open("beroepen?gemaakt=2026-07-01")
    expect(page.locator(NOTES)).to_be_hidden()


def test_a_view_that_brings_another_source_brings_its_note(reader: Visit) -> None:
    page = reader.open(
        "regios?maat=Spanning (UWV)&niveau=Arbeidsmarktregio&gebied=Twente (arbeidsmarktregio)"
        "&gemaakt=2026-07-01"
    )
    expect(page.locator(NOTES)).to_be_hidden()
    reader.choose("Maat", "Openstaande vacatures")
    page.get_by_role("radio", name="Provincie").click()
    reader.settle()
    expect(page.locator(NOTES)).to_contain_text("1 cijfer herzien")


def test_axe_finds_nothing_serious_in_a_frozen_page_with_its_addresses(reader: Visit) -> None:
    page = reader.open(f"{VIEW}&bevroren=2026KW02&gemaakt=2026-07-01")
    page.get_by_role("button", name="Delen").click()
    expect(page.locator('[data-testid="stPopoverBody"] code')).to_have_count(2)
    reader.settle()
    assert reader.violations() == []
    assert reader.outside == []
