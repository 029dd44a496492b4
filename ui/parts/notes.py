"""What stands around each element: status, source line, and where a figure comes from."""

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


def key_of(frame: pd.DataFrame) -> str:
    """Return the name of the question that a frame answers."""
    return str(frame.attrs["question"]).split("/")[1]


def under(
    frame: pd.DataFrame, *, terms: tuple[str, ...], file_name: str, key: str = "", title: str = ""
) -> None:
    """Show what belongs under each chart and table: source, status, download and Herkomst.

    The arguments are those of ``figures``; ``title`` is what the table is called within its files.
    """
    if frame.empty:
        return
    key = key or key_of(frame)
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
        for text in file[["note", "url"]].dropna():
            st.caption(text)
    for _, publication in origin.publications(frame).iterrows():
        published = nl.cell("published_on", publication["published_on"])
        st.markdown(f"**{publication['publisher']}**: {publication['title']} ({published})")
        if not nl.is_missing(publication["url"]):
            st.caption(publication["url"])
    st.markdown(f"**SQL** van de vraag en wat eraan voorafging; {len(frame)} rijen")
    tables.show_sql(origin.sql(frame))
    tables.show_raw(frame)
