"""Whether fictitious figures are wanted: one switch for the whole visit, off until asked for."""

import streamlit as st

import queries
from ui.filters.addresses import SAMPLES as KEY
from ui.filters.boxes import take_along
from words.marks import SAMPLE

FORMER = "gepubliceerd"


def switch() -> None:
    """Show the switch, where any fictitious figure is loaded."""
    if queries.filters.samples().empty:
        return
    _take_former_along()
    take_along(KEY)
    st.toggle(
        "met voorbeeldcijfers",
        key=KEY,
        bind="query-params",
        persist_state="session",
    )


def are_on() -> bool:
    """Return whether the reader asked for fictitious figures."""
    return bool(st.session_state.get(KEY, False))


def wanted(about: str, *source_ids: str) -> bool:
    """Return whether fictitious figures of some sources are wanted; say so where they are.

    Args:
        about: What is fictitious here, in Dutch; begins the sentence.
        source_ids: Of the sources that this page shows.
    """
    loaded = queries.filters.samples()["source_id"].isin(source_ids).any()
    if not (loaded and are_on()):
        return False
    st.markdown(
        f":red-badge[{SAMPLE}] {about} is hier verzonnen tot er echte cijfers zijn: het zegt niets "
        "over een gebied."
    )
    return True


def _take_former_along() -> None:
    """Take what an older link says: it could name what is fictitious, or leave that out."""
    said = st.query_params.pop(FORMER, "").lower()
    names_one = False
    if asked := st.query_params.get("programma"):
        programmes = queries.filters.programmes(with_sample=True)
        names_one = bool(
            programmes["status"].eq("sample")[programmes["programme_name"].eq(asked)].any()
        )
    if KEY not in st.session_state and (said == "false" or names_one):
        st.session_state[KEY] = True
