"""The frame around every page: settings, menu, language, style, and the database it needs."""

import runpy
import threading
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

import queries
from ui.filters import addresses, boxes
from ui.frame import commands, dutch, header, links, menu
from ui.frame.shown_files import INSIDE
from ui.parts import ending, shown, tables

PAGES = Path(__file__).parent.parent.parent / "pages"
APP = PAGES.parent / "app.py"
ICON = PAGES.parent / "static" / "icon.png"
STYLE = Path(__file__).parent / "style.css"
# Streamlit keeps a name for the first page and opens nothing at it; its own name opens it too.
RESERVED = "-"
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
    start = PAGES / f"{addresses.START}.py"
    pages = [
        st.Page(start, title=menu.PAGES[addresses.START], url_path=RESERVED, default=True),
        *(
            st.Page(PAGES / f"{name}.py", title=title, url_path=name)
            for name, title in menu.PAGES.items()
        ),
    ]
    asked = urlsplit(st.context.url or "").path.strip("/").rpartition("/")[2]
    if asked not in {"", RESERVED, *menu.PAGES} and f"/{asked}" != st.get_option(
        "server.baseUrlPath"
    ):
        pages.append(st.Page(_not_found, title="Niet gevonden", url_path=asked))
    chosen = st.navigation(pages, position="hidden")
    addresses.follow()
    boxes.carry(*addresses.VISIT)
    st.set_page_config(page_title=f"{chosen.title} · Vakkrachtmonitor")
    page = chosen.url_path or addresses.START
    try:
        queries.require_readable()
        if page in menu.BESIDE:
            _run(chosen)
            return
        header.show(page)
        place = links.begin(page)
        shown.begin()
        _run(chosen)
        links.finish(place)
        if shown.is_anything():
            ending.show()
        header.footer()
    except queries.NoDatabaseError as error:
        _mend(error)


def _not_found() -> None:
    """Say that there is no such page; Streamlit says it in English, over another page."""
    st.title("Deze pagina is er niet", anchor=False)
    st.markdown(
        "Het adres is verkeerd overgenomen of van een vorige uitgave. Kies hierboven een "
        "onderdeel, of zoek een gebied, beroep of programma."
    )


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
