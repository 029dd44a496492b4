"""The address of a view, with what was chosen for the whole visit."""

from urllib.parse import urlencode

import streamlit as st

START = "overzicht"
VISIT = ("gebied", "voorbeeld", "vanaf", "bevroren", "gemaakt")


def to(page: str, **asked: str) -> str:
    """Return the address of a page, relative to any other, that keeps the choices of the visit.

    Args:
        page: Its name.
        asked: What else is chosen there.
    """
    kept = {key: st.query_params[key] for key in VISIT if key in st.query_params}
    chosen = urlencode(kept | asked)
    path = "." if page == START else page
    return f"{path}?{chosen}" if chosen else path


def page_of(path: str) -> str:
    """Return the name of the page that a path of the monitor leads to."""
    return path.strip("./") or START
