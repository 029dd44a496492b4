"""The search box of the header: a name leads to the page that answers."""

import streamlit as st

import queries
from answers.places import COALITION
from ui.filters import samples
from ui.filters.addresses import chosen_for_visit
from ui.filters.areas import COUNTRY

KEY = "search_box"
LABEL = "Zoek gebied, beroep, programma of begrip"


def box() -> None:
    """Show the box, and open what was found in it."""
    found = queries.filters.search(with_sample=samples.are_on())
    ways = {
        row["label"]: (row["page"], {row["key"]: row["value"]}) for row in found.to_dict("records")
    }
    for name in (COUNTRY, COALITION):
        ways[name] = ("overzicht", {"gebied": name})
    st.selectbox(
        LABEL,
        list(ways),
        index=None,
        placeholder="Zoek gebied, beroep…",
        label_visibility="collapsed",
        filter_mode="contains",
        key=KEY,
        on_change=_chosen,
        width=260,
    )
    if asked := st.session_state.pop(f"{KEY}_asked", None):
        page, chosen = ways[asked]
        st.switch_page(f"pages/{page}.py", query_params=chosen_for_visit() | chosen)


def _chosen() -> None:
    st.session_state[f"{KEY}_asked"] = st.session_state[KEY]
    st.session_state[KEY] = None
