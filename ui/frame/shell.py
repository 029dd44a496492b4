"""The frame around every page: settings, menu, language, style, and the database it needs."""

import os
import runpy
import threading
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import queries
import words as nl
from ui.filters import boxes
from ui.frame import commands, dutch, links
from ui.frame.shown_files import INSIDE
from ui.parts import tables

PAGES = Path(__file__).parent.parent.parent / "pages"
APP = PAGES.parent / "app.py"
MENU: dict[str, list[tuple[str, str, str]]] = {
    "": [
        ("overzicht", "Overzicht", ":material/home:"),
        ("sinds", "Sinds de vorige vergadering", ":material/update:"),
    ],
    "Krapte": [
        ("regios", "Regio's", ":material/map:"),
        ("beroepen", "Beroepen", ":material/engineering:"),
        ("mbo", "Vraag en aanbod mbo", ":material/school:"),
    ],
    "Inzet": [
        ("programmas", "Programma's", ":material/construction:"),
        ("krapte_en_inzet", "Krapte en inzet", ":material/compare_arrows:"),
        ("overstappen", "Overstappen", ":material/move_up:"),
    ],
    "Over deze cijfers": [
        ("downloads", "Vergadering en downloads", ":material/download:"),
        ("verantwoording", "Verantwoording", ":material/fact_check:"),
        ("aanleveren", "Aanleveren", ":material/upload_file:"),
    ],
}
BESIDE_MENU = [("vergadering", "Vergadermodus", ":material/slideshow:")]
HIDDEN = "Buiten het menu"
START = "overzicht"
DELIVERIES_VARIABLE = "VAKKRACHTMONITOR_DELIVERIES"
HIDDEN_UNLESS = {"aanleveren": DELIVERIES_VARIABLE}
ICON = PAGES.parent / "static" / "icon.png"
STYLE = Path(__file__).parent / "style.css"
MENDING = threading.Lock()
# What a build said of a database that could not be read; what was built here is not built again.
TRIED: dict[queries.Identity, str] = {}


def run(forms: Sequence[tables.Form]) -> None:
    """Set up the page, route to it, and run it; the whole of ``app.py``.

    Args:
        forms: What every table can be taken along as.
    """
    tables.offer(forms)
    st.set_page_config(page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    dutch.speak()
    menu = {
        group: [
            st.Page(
                PAGES / f"{name}.py",
                title=title,
                icon=icon,
                url_path=name,
                default=name == START,
            )
            for name, title, icon in pages
        ]
        for group, pages in {**MENU, HIDDEN: BESIDE_MENU}.items()
    }
    chosen = st.navigation(menu, position="hidden")
    boxes.carry(*boxes.VISIT)
    beside = menu.pop(HIDDEN)
    st.set_page_config(page_title=f"{chosen.title} · Vakkrachtmonitor")
    below_brand = None if chosen in beside else _show_menu(menu)
    try:
        queries.require_readable()
        if below_brand is None:
            _run(chosen)
            return
        place = links.begin(chosen.url_path or START)
        with below_brand:
            links.control(chosen.url_path or START)
        _sidebar()
        _run(chosen)
        links.finish(place)
    except queries.NoDatabaseError as error:
        _mend(error)


def _run(page: st.Page) -> None:
    """Run a page; until it ends, its own call of ``ensure`` does nothing."""
    st.session_state[INSIDE] = True
    try:
        page.run()
    finally:
        st.session_state[INSIDE] = False


def ensure() -> None:
    """Make sure that a page runs inside the router.

    A deep link on a server that has not routed yet runs the page's file by itself; then the app
    runs first, and with it the page that the link asks for.
    """
    if not st.session_state.get(INSIDE):
        runpy.run_path(str(APP))
        st.stop()


def is_switched_on(name: str) -> bool:
    """Return whether a page is for use here; some need an environment variable to be 1."""
    variable = HIDDEN_UNLESS.get(name)
    return variable is None or os.environ.get(variable) == "1"


def _mend(error: queries.NoDatabaseError) -> None:
    """Build the database, showing each step, and run the page again; or say what is wrong.

    One that cannot be read is built once. That happens in a process of its own: deliveries, with
    records of persons, are never opened here.
    """
    broken = error.file if isinstance(error, queries.UnreadableDatabaseError) else None
    problem = ""
    with st.spinner("De cijfers worden ingelezen"), MENDING:
        if broken and broken in TRIED:
            problem = TRIED[broken]
        elif broken == _identity():
            problem = commands.build_with_bar(whole=broken is not None)
            if not problem:
                TRIED[queries.identity()] = str(error)
            elif broken:
                TRIED[broken] = problem
    if not problem:
        st.rerun()
    commands.show_problem("De cijfers konden niet worden ingelezen.", problem)


def _identity() -> queries.Identity | None:
    try:
        return queries.identity()
    except queries.NoDatabaseError:
        return None


def _show_menu(menu: dict[str, list[st.Page]]) -> DeltaGenerator:
    """Show the menu as links; Streamlit's own menu with groups is no valid list (WCAG 1.3.1).

    Returns:
        The place below the name of the monitor.
    """
    with st.sidebar:
        st.html('<div class="vkm-brand">Vakkrachtmonitor</div>')
        below_brand = st.container()
        for group, pages in menu.items():
            if group:
                st.caption(group)
            for page in pages:
                if is_switched_on(page.url_path):
                    st.page_link(page)
    return below_brand


def _sidebar() -> None:
    built = queries.verantwoording.load().iloc[0]
    with st.sidebar:
        st.caption(
            f"Cijfers ingelezen op {nl.date(built['built_at'])}. Cijfers en grenzen: CBS en "
            "Kadaster, CC BY 4.0; programma's: openbare publicaties, met bron."
        )
