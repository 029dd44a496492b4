"""Pages about programmes and moves against an empty page, with little and with much delivered.

As in ``tests.bench``: the same address with one text is the other side, and a measurement ends when
its marker stands in the page and two frames have been drawn.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from etl import database
from tests import chromium, records
from tests.bench import (
    EMPTY_APP,
    EMPTY_DRAWN,
    EMPTY_PAGE,
    REST_MS,
    change_ms,
    compare,
    load_ms,
    wait_until,
)
from tests.server import serve
from ui.frame import menu, shell

PARTICIPATIONS = 100_000
SAMPLES = ("Voorbeeldprogramma A (fictief)", "Voorbeeldprogramma B (fictief)")
LARGE = ("Leve(n)lang Gelders Vakmanschap", "Overijssels Vakmanschap")
PICTURE = """() => [...document.querySelectorAll(
    '[data-testid="stMain"] img[alt], [data-testid="stMain"] table.vkm-table')]
    .filter(e => e.checkVisibility()).map(e => e.alt || e.innerText).join('|') || null"""
UPLOADER = "() => document.querySelector('[data-testid=\"stFileUploader\"] label')?.innerText"
REGISTER = """() => [...document.querySelectorAll('[class*="st-key-register_"]')]
    .filter(e => e.checkVisibility()).map(e => e.className).join('|') || null"""
RADIO = "Hoe?"
TICK = "Technieken"
TECHNIQUES = ("Lassen: TIG", "Lassen: MIG/MAG")
CARS = "beroep=Automonteurs&gebied=Twente (arbeidsmarktregio)"
TIGHT = ("krap of zeer krap", "alle technische beroepen")
MOVES = ("Metaalbewerkers en constructiewerkers", "Machinemonteurs")
MUCH_FROM = ("1 per 100 vacatures", "2 per 100 vacatures")
EFFORTS = ("Plaatsingen", "Vouchers")
EMPTY_OPTIONS = ("3e kwartaal 2018", "4e kwartaal 2018")


@dataclass(frozen=True)
class View:
    """What is measured.

    Attributes:
        link: Page and view.
        probe: JavaScript that says what stands there, once something does.
        label: The box in which another option is chosen.
        options: The two that are chosen in turn; programmes where none are named.
    """

    link: str
    probe: str
    label: str = "Programma"
    options: tuple[str, str] | None = None


VIEWS = (
    View("programmas?weergave=Doelen en resultaten", PICTURE, ""),
    View("programmas?weergave=Budget en partners", PICTURE, ""),
    View(
        "programmas?weergave=Trajecten",
        PICTURE,
        "Deelnames naar",
        ("arbeidsmarktregio", "doelgroep"),
    ),
    View("programmas?weergave=Vouchers", PICTURE, "Vouchers naar", ("techniekdomein", "doelgroep")),
    View("programmas?weergave=Vergelijken", PICTURE, ""),
    View("krapte_en_inzet?weergave=Hulp en krapte", PICTURE, "Veel vanaf", MUCH_FROM),
    View("krapte_en_inzet?weergave=Waar het landde", PICTURE, "Wat telt als inzet", EFFORTS),
    View("krapte_en_inzet?weergave=Tijdens het programma", PICTURE),
    View("krapte_en_inzet?weergave=Nog niets?", PICTURE, "Wat telt als inzet", EFFORTS),
    View("aanleveren?weergave=Aanleveren", UPLOADER),
    View("aanleveren?weergave=Eerdere aanleveringen", PICTURE, ""),
    View(
        "aanleveren?weergave=Programma registreren",
        REGISTER,
        RADIO,
        ("Een TOML-bestand", "Invullen"),
    ),
    View(f"overstappen?weergave=Waarheen&{CARS}", PICTURE, "Toon", TIGHT),
    View(f"overstappen?weergave=Eén overstap&{CARS}", PICTURE, "Naar welk beroep?", MOVES),
    View("overstappen?weergave=In programma's", PICTURE),
    View(f"overstappen?weergave=Maatwerk&{CARS}", PICTURE, TICK, TECHNIQUES),
    View("sinds?vanaf=2026-11-01&tot=2026-12-31", PICTURE, ""),
)


def choose_ms(page: Page, view: View, option: str) -> float:
    before = page.evaluate(view.probe)
    if view.label in (RADIO, TICK):
        choice = page.get_by_text(option, exact=True)
    else:
        box = page.get_by_role("combobox", name=view.label, exact=True)
        box.click()
        box.fill(option)
        choice = page.get_by_role("option", name=option, exact=True)
    choice.wait_for()
    started = time.perf_counter()
    choice.click()
    wait_until(page, view.probe, before)
    elapsed = 1_000 * (time.perf_counter() - started)
    page.wait_for_timeout(REST_MS)
    return elapsed


def measure(
    said: str, base: str, empty: str, page: Page, bare: Page, names: tuple[str, str]
) -> None:
    for view in VIEWS:
        name, other = LARGE if view.link.startswith("aanleveren") else names
        url = f"{base}/{view.link}&voorbeeld=true&programma={name}"
        label = f"{said}, {view.link.split('&')[0].replace('?weergave=', ': ')}"
        bare_url = f"{empty}/{view.link.split('?')[0]}"
        compare(f"{label}, warm visit", visits(page, url, view.probe), visits(bare, bare_url))
        if view.label:
            compare(
                f"{label}, other choice",
                changes(page, view, view.options or (other, name)),
                lambda number: change_ms(bare, EMPTY_DRAWN, EMPTY_OPTIONS[number % 2]),
            )


def changes(page: Page, view: View, options: tuple[str, str]) -> Callable[[int], float]:
    return lambda number: choose_ms(page, view, options[number % 2])


def visits(page: Page, url: str, probe: str = EMPTY_DRAWN) -> Callable[[int], float]:
    return lambda _: load_ms(page, url, probe)


def build_large(folder: Path) -> Path:
    """Build the database with one real programme that delivered much."""
    records.write(folder / "deliveries", **records.random_tables(1, PARTICIPATIONS))
    path = folder / "large.duckdb"
    database.build(path, database.Inputs(deliveries=folder / "deliveries"))
    return path


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = folder / "small.duckdb"
        database.build(small, database.Inputs(deliveries=None))
        paths = {"sample": (small, SAMPLES), f"{PARTICIPATIONS:,}": (build_large(folder), LARGE)}
        pages = folder / "bare"
        pages.mkdir()
        for original in shell.PAGES.glob("*.py"):
            (pages / original.name).write_text(EMPTY_PAGE, "utf-8")
        app = folder / "empty_app.py"
        app.write_text(EMPTY_APP.format(root=str(database.ROOT), pages=str(pages)), "utf-8")
        variables = {menu.DELIVERIES_VARIABLE: "1"}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium.path(), args=chromium.FLAGS
            )
            for said, (path, names) in paths.items():
                with (
                    serve(path, variables=variables) as base,
                    serve(path, app, variables=variables) as empty,
                ):
                    measure(said, base, empty, browser.new_page(), browser.new_page(), names)
            browser.close()


if __name__ == "__main__":
    main()
