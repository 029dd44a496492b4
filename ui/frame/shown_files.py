"""Which files the page shows figures of, as far as it has run."""

import pandas as pd
import streamlit as st

from ui.filters import periods

INSIDE = "_inside_router"
FILES = "_files_shown"


def forget() -> None:
    """Begin a page that shows nothing yet."""
    st.session_state[FILES] = set()


def known() -> tuple[str, ...]:
    """Return the ids of the files, in order."""
    return tuple(sorted(st.session_state.get(FILES, ())))


def remember(frame: pd.DataFrame) -> None:
    """Remember of which files a frame is shown.

    A part of a page that runs by itself runs the whole page when it brings a new file while the
    page tells what was revised: that note stands outside the part.
    """
    shown: set[str] = st.session_state.setdefault(FILES, set())
    files = {
        str(value)
        for column in ("release_id", "second_release_id")
        if column in frame
        for value in frame[column].dropna().unique()
    }
    is_new = not files <= shown
    shown |= files
    if is_new and not st.session_state.get(INSIDE) and periods.made_on() is not None:
        st.rerun()
