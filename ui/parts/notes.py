"""What stands around each element: status, source line, and where a figure comes from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import queries
import words as nl
from answers import origin
from ui.frame import shown_files
from ui.parts import tables

BADGES = {"published": "blue", "estimated": "orange", "sample": "red"}


def badge(status: str) -> None:
    """Show what kind of figures an element holds."""
    st.badge(nl.STATUSES[status], color=BADGES[status])  # type: ignore[arg-type]


def under(
    frame: pd.DataFrame, *, terms: tuple[str, ...], key: str, file_name: str, title: str = ""
) -> None:
    """Show what belongs under each chart and table: source, status, download and Herkomst.

    Args:
        frame: The answer that was drawn.
        terms: Terms of ``data/reference/definition.csv`` that explain it.
        key: Unique on the page.
        file_name: Of the download, without prefix and suffix.
        title: What the table holds, in Dutch, for within the files.
    """
    if frame.empty:
        return
    shown_files.remember(frame)
    st.caption(origin.source_line(frame))
    with st.container(horizontal=True, vertical_alignment="center"):
        for status in origin.statuses_of(frame):
            badge(status)
        tables.download(frame, file_name, key, title, terms)
        popover = st.popover(
            "Herkomst", icon=":material/info:", key=f"herkomst_{key}", on_change="rerun"
        )
        if popover.open:
            with popover:
                _origin(frame, terms)


def _origin(frame: pd.DataFrame, terms: tuple[str, ...]) -> None:
    for _, term in queries.herkomst.definitions(terms=terms).iterrows():
        st.markdown(f"**{term['title']}.** {term['definition']} *({term['source']})*")
    for _, file in origin.releases(frame).iterrows():
        st.markdown(
            f"**Bestand** {file['title']} · {file['publisher']} · {file['licence']} · "
            f"{file['copy_label']} · periode {nl.cell('period', file['period'])} · gewijzigd "
            f"{nl.date(file['modified_on'])} · opgehaald {nl.date(file['retrieved_on'])}"
        )
        if not nl.is_missing(file["note"]):
            st.caption(file["note"])
        if not nl.is_missing(file["url"]):
            st.caption(file["url"])
    found = origin.publications(frame)
    for _, publication in found.iterrows():
        published = nl.cell("published_on", publication["published_on"])
        st.markdown(f"**{publication['publisher']}**: {publication['title']} ({published})")
        if not nl.is_missing(publication["url"]):
            st.caption(publication["url"])
    st.markdown(f"**SQL** van de vraag en wat eraan voorafging; {len(frame)} rijen")
    tables.show_sql(origin.sql(frame))
    tables.show_raw(frame)
