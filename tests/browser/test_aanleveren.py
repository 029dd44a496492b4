"""Delivering through the page: a report, what changes, a decision, and the way back."""

from __future__ import annotations

import csv
import datetime
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect

from etl import database as etl_database
from etl import programmes
from etl.database import RAW, SAMPLE
from etl.folders import DATA_VARIABLE
from etl.programmes import registering
from etl.programmes.registering import EXAMPLE
from tests.browser.conftest import Visit, visit_to
from tests.browser.test_pages import ENGLISH
from tests.deliveries import csv_of, good, voucher, xlsx
from tests.published import etl
from tests.server import serve
from ui.frame.menu import DELIVERIES_VARIABLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROGRAMME, NAME = "overijssels_vakmanschap", "Overijssels Vakmanschap"
SECRET = "Wilhelmina Voorbeeldstra"
CHECK, CONFIRM = "Controleer het bestand", "Overnemen en cijfers bijwerken"
SLOW_MS = 120_000
VIEWS = ("Aanleveren", "Eerdere aanleveringen", "Programma registreren")
WATCH = """
import os, sys
def _note(event, arguments):
    if event == "open" and "deliveries" in str(arguments[0]):
        with os.fdopen(os.open(os.environ["OPENED"], os.O_WRONLY | os.O_APPEND), "w") as file:
            file.write(f"{' '.join(sys.argv[:1])} {arguments[0]}\\n")
sys.addaudithook(_note)
"""


@dataclass
class Place:
    """A server with its own data, and a reader at it."""

    folder: Path
    base: str
    browser: Browser

    @property
    def public(self) -> Path:
        return self.folder / "vakkrachtmonitor.duckdb"

    @property
    def deliveries(self) -> Path:
        return self.folder / "deliveries"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    def visit(self, path: str = f"aanleveren?programma={NAME}", width: int = 1280) -> Visit:
        visit = visit_to(self.browser, self.base, width)
        visit.page.goto(f"{self.base}/{path}")
        visit.page.get_by_role("heading", level=1).wait_for()
        visit.settle()
        return visit

    def deliver(self, content: bytes) -> None:
        """Take over a delivery without the page, and without new figures."""
        wish = ("--programme", PROGRAMME, "--deliveries", self.deliveries)
        taken = etl("import", "-", *wish, "--raw", self.folder / "raw", given=content)
        assert taken.returncode == 0, taken.stderr

    def build(self) -> None:
        folders = (self.folder / "raw", self.folder / "sample", self.deliveries)
        etl_database.build(self.public, etl_database.Inputs(*folders))

    def numbers(self) -> list[str]:
        return sorted(path.parent.name for path in self.deliveries.glob("*/*/decision.json"))

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        with closing(duckdb.connect()) as connection:
            connection.execute(f"attach '{self.public}' as monitor (read_only)")
            connection.execute("use monitor")
            return connection.execute(sql, [PROGRAMME]).fetchall()

    def counted(self) -> list[tuple[object, ...]]:
        return self.ask("select delivery_number from programme_delivery where programme_id = ?")

    def cells(self) -> int:
        [(found,)] = self.ask(
            "select count(number) from programme_cell where programme_id = ? and number > 0"
        )
        assert isinstance(found, int)
        return found


@pytest.fixture(scope="module")
def served(
    database: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(RAW, folder / "raw")
    shutil.copytree(SAMPLE, folder / "sample")
    (folder / "watch").mkdir()
    (folder / "watch" / "sitecustomize.py").write_text(WATCH)
    (folder / "opened").touch()
    place = Place(folder, "", browser)
    shutil.copyfile(database, place.public)
    variables = {
        DELIVERIES_VARIABLE: "1",
        DATA_VARIABLE: str(folder),
        "PYTHONPATH": str(folder / "watch"),
        "OPENED": str(folder / "opened"),
    }
    with serve(place.public, output=place.log, variables=variables) as base:
        place.base = base
        yield place


@pytest.fixture
def place(served: Place, database: Path) -> Place:
    """The server as if nothing was delivered yet."""
    shutil.rmtree(served.deliveries, ignore_errors=True)
    fresh = served.folder / "fresh.duckdb"
    shutil.copyfile(database, fresh)
    fresh.replace(served.public)
    return served


REQUIRED = {
    "participation_key",
    "person_key",
    "intake_on",
    "start_on",
    "municipality_code",
    "position_at_start",
}
AS_OF, AS_OF_SHOWN = "2020-12-31", "31 december 2020"


def delivery(rows: int = 60, **changes: object) -> bytes:
    """A good file with few figures, as each of them takes the audit of a build its time."""
    made = good(rows)
    for row in made["participation"]:
        row |= dict.fromkeys(row.keys() - REQUIRED, "")
    for row in made["voucher"]:
        row["funder"] = ""
    made["voucher"][0] |= changes
    return xlsx(made, levering=[["Peildatum", AS_OF]])


def upload(visit: Visit, content: bytes, name: str = "aanlevering.xlsx") -> Page:
    kind = "application/octet-stream"
    visit.page.locator('input[type="file"]:not([accept*="toml"])').set_input_files(
        {"name": name, "mimeType": kind, "buffer": content}
    )
    expect(visit.page.get_by_role("button", name=CHECK)).to_be_enabled()
    visit.settle()
    return visit.page


def check(visit: Visit, content: bytes, name: str = "aanlevering.xlsx") -> Page:
    page = upload(visit, content, name)
    page.get_by_role("button", name=CHECK).click()
    page.locator('[data-testid="stAlert"]').first.wait_for(timeout=SLOW_MS)
    visit.settle()
    return page


def confirm(visit: Visit, says: str = "Overgenomen als aanlevering") -> None:
    visit.page.get_by_role("button", name=CONFIRM).click()
    visit.page.get_by_text(says).wait_for(timeout=SLOW_MS)
    visit.settle()


def main(page: Page) -> str:
    return page.locator('[data-testid="stMain"]').inner_text()


def test_a_good_file_changes_the_figures_only_after_the_decision_and_only_once(
    place: Place,
) -> None:
    visit = place.visit(f"programmas?programma={NAME}")
    assert "Uit aanlevering" not in main(visit.page)
    visit.page.close()
    visit, content = place.visit(), delivery()
    page = check(visit, content)
    expect(page.get_by_text("kan worden overgenomen; er is nog niets gewijzigd")).to_be_visible()
    change = page.locator("table.vkm-table", has_text="Aantal rijen per onderdeel")
    expect(change.locator("tbody tr").nth(1)).to_contain_text("€ 0,00 → € 150.000,00")
    assert (place.numbers(), place.counted(), place.cells()) == ([], [], 0)
    confirm(visit)
    assert (place.numbers(), place.counted()) == (["1"], [(1,)])
    assert place.cells() > 0, "the figures of the programme are there"
    expect(page.locator('[data-testid="stFileChip"]')).to_have_count(0)
    page.get_by_role("link", name=f"Bekijk de cijfers van {NAME}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(page).to_have_url(re.compile("programma=Overijssels"))
    shown = page.get_by_text(f"Uit aanlevering 1, stand {AS_OF_SHOWN}")
    expect(shown.first).to_be_visible(timeout=SLOW_MS)
    opened = (place.folder / "opened").read_text().splitlines()
    of_data = [line for line in opened if f"{place.deliveries}/" in line]
    by_app = [line for line in of_data if "etl/__main__" not in line]
    assert len(of_data) > 3 and by_app == [], "only commands open what was delivered"
    page.close()
    again = place.visit()
    page = check(again, content)
    expect(page.get_by_text("Dit bestand is al aangeleverd, als nummer 1")).to_be_visible()
    expect(page.get_by_role("button", name=CONFIRM)).to_have_count(0)
    assert place.numbers() == ["1"]
    page.close()


def test_a_bad_row_is_named_and_changes_nothing(place: Place) -> None:
    visit = place.visit()
    page = check(visit, delivery(granted_eur="6000"))
    row = page.locator("table.vkm-table", has_text="Wat er niet klopt").locator("tbody tr")
    expect(row).to_have_count(1)
    for words in ("voucher", "2", "Toegekend bedrag", "6000,00", "Boven de bovengrens"):
        expect(row).to_contain_text(words)
    expect(row).not_to_contain_text("above_voucher_max")
    expect(page.get_by_role("button", name=CONFIRM)).to_have_count(0)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Alle bevindingen").click()
    text = waiting.value.path().read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][4:6] == ["controlecode", "controle"]
    assert rows[1][:4] == ["voucher", "2", "Toegekend bedrag", "6000,00"]
    assert rows[1][4:6] == ["above_voucher_max", "Boven de bovengrens"]
    assert (place.numbers(), place.counted()) == ([], [])
    page.close()


def test_all_or_nothing_unless_the_good_rows_are_wanted(place: Place) -> None:
    visit = place.visit()
    page = check(visit, delivery(granted_eur="6000"))
    expect(page.get_by_role("button", name=CONFIRM)).to_have_count(0)
    page.get_by_text("Alleen de goede rijen overnemen").click()
    visit.settle()
    expect(page.get_by_text("Bevindingen: 1")).to_have_count(0)
    page.get_by_role("button", name=CHECK).click()
    expect(page.get_by_text("1 rij blijft buiten")).to_be_visible(timeout=SLOW_MS)
    confirm(visit)
    page.get_by_role("tab", name="Eerdere aanleveringen").click()
    row = page.locator("table.vkm-table", has_text="besluit").locator("tbody tr")
    expect(row).to_contain_text("deelname 60, voucher 59, vacature 60; 1 geweigerd")
    page.close()


def test_a_personal_value_is_nowhere(place: Place) -> None:
    visit = place.visit()
    page = check(visit, csv_of("voucher", [voucher(1, funder=SECRET)]), "voucher.csv")
    expect(page.get_by_text("mogelijk een persoonsgegeven").first).to_be_visible()
    row = page.locator("table.vkm-table", has_text="Wat er niet klopt").locator("tbody tr").last
    expect(row).to_contain_text("Financier")
    expect(page.locator('[data-testid="stFileChip"]')).to_have_count(0)
    expect(page.get_by_role("button", name=CHECK)).to_be_disabled()
    assert "Voorbeeldstra" not in page.content() and "Voorbeeldstra" not in visit.url()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Alle bevindingen").click()
    assert "Voorbeeldstra" not in waiting.value.path().read_text("utf-8-sig")
    for path in place.folder.rglob("*"):
        if path.is_file():
            assert b"Voorbeeldstra" not in path.read_bytes(), path
    page.close()


def test_a_delivery_is_rolled_back_and_removed_after_showing_what_that_changes(
    place: Place,
) -> None:
    place.deliver(delivery())
    place.deliver(delivery(70))
    place.build()
    visit = place.visit()
    page = visit.page
    page.get_by_role("tab", name="Eerdere aanleveringen").click()
    page.get_by_role("button", name="Bekijk terugdraaien").click()
    expect(page.get_by_text("Daarna telt aanlevering 1.")).to_be_visible()
    expect(page.get_by_text("0 nieuw, 10 vervallen").first).to_be_visible()
    assert place.counted() == [(2,)]
    page.get_by_role("button", name="Draai aanlevering 2 terug").click()
    page.get_by_text("is teruggedraaid").wait_for(timeout=SLOW_MS)
    visit.settle()
    assert place.counted() == [(1,)]
    visit.choose("Aanlevering", f"{NAME}, nummer 1 (overgenomen, telt)")
    page.get_by_role("button", name="Bekijk verwijderen").click()
    remove = page.get_by_role("button", name="Verwijder aanlevering 1 voorgoed")
    remove.click()
    expect(page.get_by_text("Typ eerst 1")).to_be_visible()
    assert place.numbers() == ["1", "2"]
    page.get_by_label("Typ 1 om te bevestigen").fill("1")
    page.keyboard.press("Tab")
    visit.settle()
    remove.click()
    page.get_by_text("is voorgoed verwijderd").wait_for(timeout=SLOW_MS)
    visit.settle()
    assert (place.numbers(), place.counted(), place.cells()) == (["2"], [], 0)
    page.close()


def test_who_comes_second_is_told_and_a_reload_loses_only_the_upload(place: Place) -> None:
    first, second = place.visit(), place.visit()
    check(first, delivery())
    check(second, delivery(70))
    confirm(second)
    confirm(first, "Intussen telt aanlevering 1")
    assert (place.numbers(), place.counted()) == (["1"], [(1,)])
    upload(first, delivery())
    first.page.reload()
    first.page.get_by_role("button", name=CHECK).wait_for()
    first.settle()
    expect(first.page.locator('[data-testid="stFileChip"]')).to_have_count(0)
    expect(first.page.get_by_label("Programma", exact=True)).to_have_value(NAME)
    check(first, delivery())
    confirm(first, "Overgenomen als aanlevering 2")
    first.page.close()
    second.page.close()


def test_figures_that_lag_behind_are_said_and_brought_up_to_date(
    place: Place,
) -> None:
    place.deliver(delivery())
    visit = place.visit()
    page = visit.page
    page.get_by_role("tab", name="Eerdere aanleveringen").click()
    expect(page.get_by_text("nog niet die van de aanleveringen die nu tellen")).to_be_visible()
    page.get_by_role("button", name="Werk de cijfers bij").click()
    expect(page.get_by_text("nog niet die van de aanleveringen")).to_have_count(0, timeout=SLOW_MS)
    visit.settle()
    assert place.counted() == [(1,)]
    page.close()


def test_delivering_needs_no_mouse(place: Place) -> None:
    visit = place.visit()
    page = visit.page
    # Chromium hands over its dialogue only when that was asked some time before.
    with page.expect_file_chooser() as waiting:
        tab_to(page, "Bestand kiezen")
        visit.settle()
        tab_to(page, "Bestand kiezen")
        page.keyboard.press("Enter")
    kind = "application/octet-stream"
    waiting.value.set_files({"name": "a.xlsx", "mimeType": kind, "buffer": delivery()})
    expect(page.get_by_role("button", name=CHECK)).to_be_enabled()
    visit.settle()
    tab_to(page, CHECK)
    page.keyboard.press("Enter")
    page.get_by_role("button", name=CONFIRM).wait_for(timeout=SLOW_MS)
    visit.settle()
    tab_to(page, CONFIRM)
    page.keyboard.press("Enter")
    page.get_by_text("Overgenomen als aanlevering 1").wait_for(timeout=SLOW_MS)
    page.close()


def tab_to(page: Page, name: str) -> None:
    words = "() => document.activeElement.closest('button')?.textContent ?? ''"
    for _ in range(60):
        if name in page.evaluate(words):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {name}")


def test_a_zip_bomb_and_markup_are_refused_and_shown_as_text(place: Place) -> None:
    visit = place.visit()
    bomb = io.BytesIO(delivery(1))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 500_000_000)
    page = check(visit, bomb.getvalue())
    expect(page.get_by_text("Het bestand wordt bij het uitpakken te groot.")).to_be_visible()
    page.reload()
    visit.settle()
    markup = "<img src=x onerror=alert(1)>"
    page = check(visit, delivery(1, occupation_code=markup, voucher_kind="<b>scholing</b>"))
    report = page.locator("table.vkm-table", has_text="Wat er niet klopt")
    expect(report).to_contain_text("voucher")
    assert report.locator("img, b").count() == 0
    # What is not known is told by its length; that markup is shown as text is seen in the form.
    expect(report).not_to_contain_text("onerror")
    assert place.numbers() == []
    page.close()


FORMULA = '=CONCAT("Jan","sen")'


def hostile(kind: str) -> tuple[bytes, str]:
    """A file that is more than a table, with its name."""
    if kind == "a million columns":
        return b";" * 1_000_000, "breed.csv"
    if kind == "formula":
        made = good(3)
        edit = lambda book: book.worksheets()[0].write_formula(1, 3, FORMULA, None, "x")  # noqa: E731
        return xlsx(made, edit, levering=[["Peildatum", "2024-12-31"]]), "formule.xlsx"
    book = io.BytesIO(delivery(3))
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return book.getvalue(), "macro.xlsx"


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("macros", "Macro's in het bestand"),
        ("formula", "Formule in de cel"),
        ("a million columns", "Te veel rijen of kolommen"),
    ],
)
def test_a_file_that_is_more_than_a_table_is_refused(place: Place, kind: str, label: str) -> None:
    visit = place.visit()
    page = check(visit, *hostile(kind))
    expect(page.get_by_text("Zo wordt dit bestand geweigerd")).to_be_visible()
    report = page.locator("table.vkm-table", has_text="Wat er niet klopt")
    expect(report.locator("tbody tr").first).to_contain_text(label)
    assert "Jan" not in report.inner_text() and "CONCAT" not in page.content()
    expect(page.get_by_role("button", name=CONFIRM)).to_have_count(0)
    assert place.numbers() == []
    page.close()


def test_a_file_over_the_limit_is_refused_in_dutch(place: Place, tmp_path: Path) -> None:
    large = tmp_path / "groot.csv"
    with large.open("wb") as file:
        file.truncate(96 * 1024 * 1024)
    visit = place.visit()
    chooser = visit.page.locator('input[type="file"]:not([accept*="toml"])')
    chooser.set_input_files(large)
    expect(visit.page.get_by_text("Dit bestand is te groot: hooguit 95 MB kan.")).to_be_visible()
    expect(visit.page.get_by_role("button", name=CHECK)).to_be_disabled()
    box = visit.page.locator('[data-testid="stFileUploader"]:visible')
    assert not ENGLISH_BOX.search(box.inner_text().replace("upload", "", 1))
    visit.page.close()


ENGLISH_BOX = re.compile(r"\b(upload|drag|drop|browse|file|files|limit|must|remove)\b", re.I)


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_is_dutch_accessible_and_fits(place: Place, view: str) -> None:
    visit = place.visit(f"aanleveren?weergave={view}")
    page = visit.page
    page.wait_for_timeout(500)
    assert not ENGLISH.search(main(page))
    box = page.locator('[data-testid="stFileUploader"]:visible')
    for one in box.all():
        icons = "e => [...e.querySelectorAll('[data-testid=stIconMaterial]')].map(i => i.innerText)"
        assert set(one.evaluate(icons)) == {"upload"}, "the name of an icon, drawn as one"
        words = one.inner_text().replace("upload", "", 1) + " ".join(
            one.locator("[aria-label]").evaluate_all("all => all.map(e => e.ariaLabel)")
        )
        assert not ENGLISH_BOX.search(words), words
    for _ in visit.widths():
        assert visit.overflow() <= 0
        assert visit.violations() == []
    assert visit.outside == []
    page.close()


def test_the_template_is_made_of_the_format(place: Place) -> None:
    page = place.visit().page
    for name, file in (("Sjabloon", "aanlevering.xlsx"), ("Leeg csv: voucher", "voucher.csv")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name).click()
        assert waiting.value.suggested_filename == file
    assert "Sleutel deelname" in waiting.value.path().read_text("utf-8-sig")
    page.close()


def fill(visit: Visit, label: str, text: str) -> None:
    box = visit.page.get_by_label(label, exact=True)
    box.fill(text)
    box.press("Tab")
    visit.settle()


def choose(visit: Visit, label: str, option: str) -> None:
    box = visit.page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(option)
    visit.page.get_by_role("option", name=option, exact=True).click()
    visit.settle()


def test_a_programme_is_registered_with_the_form(place: Place) -> None:
    visit = place.visit("aanleveren?weergave=Programma registreren")
    page = visit.page
    fill(visit, "Naam", "<img src=x>")
    page.get_by_role("button", name="Controleer de gegevens").click()
    report = page.locator("table.vkm-table", has_text="Wat er niet klopt")
    expect(report).to_contain_text("<img src=x>")
    expect(report).to_contain_text("Dit is verplicht en ontbreekt.")
    assert report.locator("img").count() == 0
    fill(visit, "Naam", "Proef Oost")
    fill(visit, "Kenmerk: blijft altijd zo", "proef_oost")
    fill(visit, "Begin: dag, maand of jaar", "2026-01")
    fill(visit, "Wat beoogt het programma?", "Omscholing naar de techniek")
    choose(visit, "Soort", "scholingsvouchers")
    choose(visit, "Bereik", "techniek")
    page.get_by_role("combobox", name="Regio's").fill("Overijssel")
    page.get_by_role("option", name="Overijssel (provincie)").click()
    page.keyboard.press("Escape")
    choose(visit, "Maat 1", "plaatsingen")
    fill(visit, "Aantal 1", "40")
    choose(visit, "Eenheid 1", "personen")
    page.get_by_role("button", name="Controleer de gegevens").click()
    change = page.locator("table.vkm-table", has_text="Wat er verandert")
    expect(change).to_contain_text("plaatsingen, iedereen, 40, personen")
    assert not list((place.folder / "raw" / "programmes").glob("*/registered_programmes.csv"))
    page.get_by_role("button", name="Registreren en cijfers bijwerken").click()
    page.get_by_text("Proef Oost is geregistreerd.").wait_for(timeout=SLOW_MS)
    visit.settle()
    page.get_by_role("link", name="Bekijk de cijfers van Proef Oost").click()
    expect(page.locator("h1")).to_have_text("Proef Oost", timeout=SLOW_MS)
    page.close()


@pytest.fixture
def registered(place: Place) -> Iterator[Path]:
    """A programme that was registered before, with all that a registration can say."""
    text = EXAMPLE.read_text("utf-8")
    text = text.replace("amount_eur = 1200000", 'amount_eur = 1200000\nprecision = "at_most"')
    text = text.replace("target = 150", 'target = 150\nnote = "tot eind 2027"')
    raw = place.folder / "raw"
    before = set((raw / "programmes").iterdir())
    day = datetime.date(2026, 1, 5)
    registering.register("x", text.encode(), raw, place.folder / "sample", day)
    yield raw
    for folder in set((raw / "programmes").iterdir()) - before:
        shutil.rmtree(folder) if folder.is_dir() else folder.unlink()


def test_the_form_opens_with_an_earlier_registration_and_saves_a_new_one(
    place: Place, registered: Path
) -> None:
    visit = place.visit("aanleveren?weergave=Programma registreren")
    page = visit.page
    choose(visit, "Begin met wat eerder is geregistreerd (niet verplicht)", "Vakwerk Voorbeeld")
    expect(page.get_by_label("Naam", exact=True)).to_have_value("Vakwerk Voorbeeld")
    expect(page.get_by_label("Kenmerk: blijft altijd zo")).to_have_value("vakwerk_voorbeeld")
    expect(page.get_by_label("Begin: dag, maand of jaar")).to_have_value("2026-01-01")
    expect(page.get_by_label("Einde, als het bekend is")).to_have_value("2027-12")
    expect(page.get_by_label("Aantal 2", exact=True)).to_have_value("60")
    page.get_by_role("button", name="Controleer de gegevens").click()
    expect(page.get_by_text("Precies dit is al geregistreerd")).to_be_visible()
    fill(visit, "Aantal 1", "175")
    page.get_by_role("button", name="Controleer de gegevens").click()
    change = page.locator("table.vkm-table", has_text="Wat er verandert").locator("tbody tr")
    expect(change).to_have_count(2)
    expect(change.filter(has_text="175")).to_contain_text("tot eind 2027")
    before, _ = programmes.registrations(registered)["vakwerk_voorbeeld"]
    releases = len(list(registered.glob("programmes/*/registered_programmes.csv")))
    page.get_by_role("button", name="Registreren en cijfers bijwerken").click()
    page.get_by_text("Vakwerk Voorbeeld is geregistreerd.").wait_for(timeout=SLOW_MS)
    visit.settle()
    after, _ = programmes.registrations(registered)["vakwerk_voorbeeld"]
    assert [row["target"] for row in after.tables["registered_targets"]] == ["175", "60"]
    assert len(list(registered.glob("programmes/*/registered_programmes.csv"))) == releases + 1
    for stem in ("programmes", "budgets", "partners"):
        name = f"registered_{stem}"
        assert drop_state(after.tables[name]) == drop_state(before.tables[name])
    page.close()


def drop_state(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Whether a programme runs follows from the day on which it is registered."""
    return [{key: value for key, value in row.items() if key != "state"} for row in rows]


def test_what_was_typed_stays_when_another_view_is_opened(place: Place) -> None:
    visit = place.visit("aanleveren?weergave=Programma registreren")
    fill(visit, "Naam", "Proef Oost")
    for view in ("Aanleveren", "Programma registreren"):
        visit.page.get_by_role("tab", name=view).click()
        visit.settle()
    expect(visit.page.get_by_label("Naam", exact=True)).to_have_value("Proef Oost")
    visit.page.close()


def test_a_programme_is_registered_with_a_file(place: Place) -> None:
    visit = place.visit("aanleveren?weergave=Programma registreren")
    page = visit.page
    page.get_by_text("Een TOML-bestand").click()
    visit.settle()
    page.locator('input[type="file"][accept*="toml"]').set_input_files(EXAMPLE)
    expect(page.get_by_role("button", name="Controleer de gegevens")).to_be_enabled()
    visit.settle()
    page.get_by_role("button", name="Controleer de gegevens").click()
    change = page.locator("table.vkm-table", has_text="Wat er verandert")
    expect(change).to_contain_text("Vakwerk Voorbeeld")
    expect(change).to_contain_text("bijdrage, beschikbaar, Provincie Gelderland, 1200000")
    page.get_by_role("button", name="Niet registreren").click()
    expect(change).to_have_count(0)
    page.close()


def test_without_the_variable_the_page_says_how_to_switch_it_on(visit: Visit) -> None:
    page = visit.open("aanleveren")
    expect(page.get_by_text(f"{DELIVERIES_VARIABLE}=1")).to_be_visible()
    assert page.locator('input[type="file"]').count() == 0
    assert page.get_by_role("tab").count() == 0
    expect(page.locator(".st-key-footer").get_by_text("Aanleveren")).to_have_count(0)
