"""What a policymaker does: choose, click, type, share a link, download."""

from __future__ import annotations

import csv
import io
import re
import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, visit_to
from tests.published import etl
from tests.server import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REGION = "g[data-code='{}']"


def open_table(visit: Visit, number: int = 0) -> str:
    visit.page.get_by_text("Tabel", exact=True).nth(number).click()
    visit.page.locator("table.vkm-table").first.wait_for()
    visit.settle()
    text: str = visit.page.locator("table.vkm-table").first.inner_text()
    return text


def chosen(page: Page, region: str) -> None:
    expect(page.get_by_role("combobox", name="Gebied")).to_have_value(region)


def row_of(table: str, name: str) -> list[str]:
    [line] = [line for line in table.splitlines() if name in line]
    return line.split("\t")


def test_overijssel_bouw_2018kw04_is_1400(visit: Visit) -> None:
    visit.open("")
    visit.choose("Gebied", "Overijssel")
    visit.go("regios")
    visit.choose("Maat", "Openstaande vacatures")
    visit.choose("Sector", "Bouw")
    visit.choose("Periode", "4e kwartaal 2018")
    assert row_of(open_table(visit), "Overijssel")[1:3] == ["Overijssel", "1.400"]
    assert "gebied=Overijssel" in visit.url()
    assert "sector=Bouw" in visit.url()
    assert "periode=4e+kwartaal+2018" in visit.url()


def test_a_link_opened_elsewhere_gives_the_same_view(
    visit: Visit, browser: Browser, server: str
) -> None:
    visit.open("regios?gebied=Gelderland&sector=Industrie&periode=1e kwartaal 2019")
    other = visit_to(browser, server)
    other.open(visit.url().removeprefix(server))
    assert open_table(visit) == open_table(other)
    other.page.close()


@pytest.mark.parametrize(
    ("link", "asked", "shown", "label", "other"),
    [
        (
            "regios?gebied=Atlantis",
            "Gebied ‘Atlantis’",
            "Techniekcoalitie Oost",
            "Gebied",
            "Utrecht",
        ),
        (
            "regios?periode=1e kwartaal 1999",
            "Periode ‘1e kwartaal 1999’",
            "Laatste",
            "Periode",
            "4e kwartaal 2018",
        ),
        ("regios?sector=Bouwen", "Sector ‘Bouwen’", "Alle sectoren", "Sector", "Bouw"),
    ],
)
def test_an_unknown_value_in_a_link_gives_a_note_until_the_reader_chooses(
    link: str, asked: str, shown: str, label: str, other: str, visit: Visit
) -> None:
    page = visit.open(link)
    note = page.locator('[data-testid="stAlert"]', has_text="is hier niet beschikbaar")
    expect(note).to_contain_text(asked)
    expect(note).to_contain_text(shown)
    visit.choose(label, other)
    expect(note).to_have_count(0)


def test_a_quarter_without_figures_for_a_sector_is_said_and_forgotten(visit: Visit) -> None:
    page = visit.open("regios?sector=Bouw&periode=2e kwartaal 2026")
    note = page.locator('[data-testid="stAlert"]', has_text="is hier niet beschikbaar")
    expect(note).to_have_count(0)
    visit.choose("Sector", "Horeca")
    expect(note).to_contain_text("Periode ‘2e kwartaal 2026’")
    assert "periode" not in visit.url()
    visit.choose("Sector", "Bouw")
    expect(note).to_have_count(0)


def test_the_title_names_the_page(visit: Visit) -> None:
    page = visit.open("regios")
    assert page.title() == "Regio's · Vakkrachtmonitor"


def test_the_map_is_chosen_from_by_mouse_and_by_keyboard(visit: Visit) -> None:
    page = visit.open("regios?gebied=Overijssel&sector=Bouw&periode=4e kwartaal 2018")
    gelderland = page.locator(REGION.format("PV25"))
    gelderland.click()
    expect(gelderland).to_have_attribute("aria-pressed", "true")
    chosen(page, "Gelderland")
    assert "gebied=Gelderland" in visit.url()
    utrecht = page.locator(REGION.format("PV26"))
    utrecht.focus()
    page.keyboard.press("Enter")
    chosen(page, "Utrecht")
    ranked = page.locator("ol button[data-code='PV30']")
    ranked.focus()
    page.keyboard.press("Enter")
    chosen(page, "Noord-Brabant")
    expect(ranked).to_be_focused()
    expect(ranked).to_have_attribute("aria-pressed", "true")


def test_the_map_is_reached_with_tab_alone(visit: Visit) -> None:
    page = visit.open("regios")
    page.locator(REGION.format("PV23")).wait_for()
    for _ in range(40):
        page.keyboard.press("Tab")
        label = page.evaluate(
            """() => { let e = document.activeElement;
                while (e.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
                return e.tagName === 'g' ? e.getAttribute('aria-label') : null }"""
        )
        if label:
            break
    assert label, "no region got the focus"
    assert re.search(r": (niet beschikbaar|[\d.,]+ openstaande vacatures)", label)
    page.keyboard.press("Enter")
    chosen(page, label.split(":")[0])


def test_a_region_without_a_figure_is_hatched_and_unranked(visit: Visit) -> None:
    page = visit.open("regios?gebied=Noord-Holland&maat=Openstaande vacatures&sector=Bouw")
    region = page.locator(REGION.format("PV27"))
    expect(region).to_have_attribute("class", "class-none")
    assert "niet beschikbaar" in (region.get_attribute("aria-label") or "")
    assert row_of(open_table(visit), "Noord-Holland") == [
        "–",
        "Noord-Holland",
        "niet beschikbaar",
        "niet beschikbaar",
        "onbekend",
    ]
    assert "2e kwartaal 2020" in page.locator('[data-testid="stMain"]').inner_text()


def test_utrecht_says_that_its_programme_lies_in_a_gap(visit: Visit) -> None:
    page = visit.open("?gebied=Utrecht")
    page.get_by_text("Wat weten we niet?").click()
    visit.settle()
    text = page.locator('[data-testid="stMain"]').inner_text()
    assert "De techniek samen de crisis door valt geheel in een gat in de cijfers" in text
    assert "geen uitspraak mogelijk" in text


def test_twente_werkt_shows_both_targets_and_its_split(visit: Visit) -> None:
    page = visit.open("programmas?programma=Twente Werkt! (Sectorplan Twente)")
    text = page.locator('[data-testid="stMain"]').inner_text()
    for words in (
        "bereikte 1.312 van de beoogde 1.400 plaatsingen (94%",
        "van de beoogde ten minste 1.300 plaatsingen (ten hoogste 101%",
        "Bronnen verschillen over het doel voor plaatsingen: Regio Twente noemt ten minste 1.300, "
        "Techniekpact noemt 1.400",
        "472 (36%) in technische functies",
        "circa 150",
    ):
        assert words in text, words


def test_a_programme_without_numbers_says_so(visit: Visit) -> None:
    visit.open("programmas?programma=TechniekTalent.nu&weergave=Budget en partners")
    main = visit.page.locator('[data-testid="stMain"]')
    expect(main).to_contain_text("geen budget")
    visit.page.get_by_role("tab", name="Doelen en resultaten").click()
    expect(main).to_contain_text("geen doelen in aantallen")
    expect(main).to_contain_text("geen resultaten in aantallen")


def test_a_download_opens_right_in_dutch_excel(visit: Visit) -> None:
    visit.open("regios?sector=Bouw&periode=4e kwartaal 2018")
    download = visit.download()
    assert (
        download.suggested_filename
        == "vakkrachtmonitor_openstaande_vacatures_provincie_bouwnijverheid_2018KW04.csv"
    )
    content = Path(download.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    overijssel = next(row for row in rows if row["region_code"] == "PV23")
    assert overijssel["figure"] == "1400,0"
    assert overijssel["unit_label"] == "openstaande vacatures"
    assert overijssel["status"] == "published"
    assert overijssel["release_id"].endswith("83599NED.parquet")


def test_new_figures_show_within_one_rerun(
    browser: Browser, database: Path, tmp_path: Path
) -> None:
    live, later = tmp_path / "live.duckdb", tmp_path / "later.duckdb"
    shutil.copy(database, live)
    shutil.copy(database, later)
    with closing(duckdb.connect(str(later))) as connection:
        connection.execute(
            "update vacancies set open_vacancies = 7700 where region_code = 'PV23' "
            "and sector_code = '350000' and quarter = '2018KW04'"
        )
    with serve(live) as base:
        visit = visit_to(browser, base)
        visit.open("regios?gebied=Overijssel&sector=Bouw&periode=4e kwartaal 2018")
        assert row_of(open_table(visit), "Overijssel")[2] == "1.400"
        later.replace(live)
        visit.choose("Gebied", "Gelderland")
        table = visit.page.locator("table.vkm-table").first
        expect(table).to_contain_text("7.700")
        assert etl("build", "--database", live).returncode == 0
        visit.choose("Gebied", "Overijssel")
        expect(table).to_contain_text("1.400")
        visit.page.close()


def test_without_a_database_the_first_visit_builds_it(browser: Browser, tmp_path: Path) -> None:
    database = tmp_path / "monitor.duckdb"
    with serve(database) as base, FileLock(f"{database}.lock") as held_so_that_the_build_waits:
        visit = visit_to(browser, base)
        visit.page.goto(base)
        visit.page.get_by_text("De cijfers worden ingelezen").first.wait_for()
        held_so_that_the_build_waits.release()
        visit.page.locator("h1").wait_for()
        assert database.exists()
        visit.page.close()


def test_a_database_that_breaks_during_a_visit_is_said_in_dutch_and_built_anew(
    browser: Browser, database: Path, tmp_path: Path
) -> None:
    live, junk = tmp_path / "live.duckdb", tmp_path / "junk"
    shutil.copy(database, live)
    junk.write_bytes(b"junk" * 10_000)
    with serve(live) as base:
        visit = visit_to(browser, base)
        page = visit.open("regios?sector=Industrie")
        junk.replace(live)
        visit.choose("Sector", "Bouw")
        failed = page.locator('[data-testid="stException"]')
        expect(failed).to_have_text(re.compile(r"^Dit onderdeel kon niet worden getoond\. Laad"))
        page.reload()
        page.locator("g[data-code='PV23']").wait_for(timeout=120_000)
        expect(failed).to_have_count(0)
        page.close()
