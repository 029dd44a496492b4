"""Which programme."""

from __future__ import annotations

import streamlit as st

import queries
from ui.filters.boxes import forget, note_unknown

KEY = "programma"


def programme(with_sample: bool) -> str | None:
    """Let the reader choose a programme; the address always names it.

    Args:
        with_sample: Whether fictitious programmes can be chosen; they are never the first.

    Returns:
        Its id, or None when there is no programme at all.
    """
    programmes = queries.filters_programmes(with_sample=with_sample)
    found = programmes.set_index("programme_name")["programme_id"]
    if found.empty:
        return None
    names = list(found.index)
    # Not bound: a bound box leaves its default out, and which one that is changes.
    st.session_state[KEY] = st.query_params.get(KEY, st.session_state.get(KEY, names[0]))
    note_unknown("Programma", KEY, names)
    st.query_params[KEY] = st.session_state[KEY]
    chosen: str = st.selectbox(
        "Programma", names, key=KEY, persist_state="session", on_change=_name_in_link
    )
    return str(found[chosen])


def _name_in_link() -> None:
    forget(KEY)
    st.query_params[KEY] = st.session_state[KEY]
