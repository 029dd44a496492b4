"""The address of a view, with what was chosen for the whole visit."""

from urllib.parse import urlencode

import streamlit as st

START = "overzicht"
VISIT = ("gebied", "vanaf", "bevroren", "gemaakt")
SAMPLES = "voorbeeld"


def to(page: str, **asked: str) -> str:
    """Return the address of a page, relative to any other, that keeps the choices of the visit.

    Args:
        page: Its name.
        asked: What else is chosen there.
    """
    chosen = urlencode(chosen_for_visit() | asked)
    path = "." if page == START else page
    return f"{path}?{chosen}" if chosen else path


def chosen_for_visit() -> dict[str, str]:
    """Return what the address says of the whole visit."""
    return {key: st.query_params[key] for key in (*VISIT, SAMPLES) if key in st.query_params}


def page_of(path: str) -> str:
    """Return the name of the page that a path of the monitor leads to."""
    return path.strip("./") or START
