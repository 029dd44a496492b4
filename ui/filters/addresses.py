"""The address of a view, with what was chosen for the whole visit, and the way there."""

import contextlib
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st
from streamlit.errors import StreamlitAPIException

START = "overzicht"
VISIT = ("gebied", "vanaf", "bevroren", "gemaakt")
SAMPLES = "voorbeeld"
# What pages read from the address itself; anything else is the choice of a box bound to it.
UNBOUND = {*VISIT, "programma", "titel", "volgorde", "sorteer", "begrip", "tot", "opleiding"}
GOING = "_going_to"
Visit = tuple[tuple[str, str], ...]


def to(page: str, **asked: str) -> str:
    """Return the address of a page, relative to any other, that keeps the choices of the visit.

    Args:
        page: Its name.
        asked: What else is chosen there.
    """
    return during(visit(), page, **asked)


def visit() -> Visit:
    """Return the choices of the whole visit, by their names in the address."""
    return tuple((k, st.query_params[k]) for k in (*VISIT, SAMPLES) if k in st.query_params)


def during(visit: Visit, page: str, **asked: str) -> str:
    """Return such an address for a visit that is given: what is made of it can be kept."""
    chosen = urlencode(dict(visit) | asked)
    path = "." if page == START else page
    return f"{path}?{chosen}" if chosen else path


def go(address: str) -> None:
    """Let ``follow`` open an address of ``to``; to be called when the reader asks for it."""
    found = urlsplit(address)
    asked = {key: values[-1] for key, values in parse_qs(found.query).items()}
    asked.pop(SAMPLES, None)
    for key in {*asked} - UNBOUND:
        st.session_state[key] = asked[key]
    st.session_state[GOING] = (found.path.strip("./") or START, asked)


def follow() -> None:
    """Open what the reader asked for, if anything.

    Streamlit sets no part of an address that a box of this page is bound to; that has its choice.
    """
    if GOING in st.session_state:
        page, asked = st.session_state.pop(GOING)
        with contextlib.suppress(StreamlitAPIException):
            st.switch_page(f"pages/{page}.py", query_params=asked)
        chosen = {key: value for key, value in asked.items() if key in UNBOUND}
        st.switch_page(f"pages/{page}.py", query_params=chosen)
