"""Whether fictitious figures are shown."""

from __future__ import annotations

import streamlit as st

import queries
from ui.filters.boxes import take_along
from words.marks import SAMPLE


def with_sample(about: str, *source_ids: str) -> bool:
    """Say that a page shows fictitious figures, with the switch that leaves them out.

    The switch starts on the fictitious figures only while no file of UWV and no delivery of a
    programme is loaded.

    Args:
        about: What is fictitious here, in Dutch; begins the sentence.
        source_ids: Of the sources that this page shows.

    Returns:
        Whether fictitious figures are wanted; false when these sources have none.
    """
    samples = queries.filters.samples()
    if samples.empty or not samples["source_id"].isin(source_ids).any():
        return False
    take_along("gepubliceerd")
    with st.container(border=True, key="sample_banner"):
        left, right = st.columns([2.2, 1.3], vertical_alignment="center")
        with right:
            only_published = st.toggle(
                "Alleen gepubliceerde cijfers",
                value=bool(samples["has_real"].iloc[0]),
                key="gepubliceerd",
                bind="query-params",
                persist_state="session",
                help="Laat verzonnen cijfers weg. Modelschattingen uit gepubliceerde cijfers "
                "blijven staan en heten zo.",
            )
        if only_published:
            left.markdown(f"{about.rstrip(',')}: verzonnen cijfers zijn weggelaten.")
        else:
            left.markdown(
                f":red-badge[{SAMPLE}] {about} is hier verzonnen tot er echte cijfers geladen "
                "zijn: het zegt niets over een gebied."
            )
    return not only_published
