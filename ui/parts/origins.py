"""Herkomst: of each figure of a view where it comes from, in five lines, then its SQL and rows."""

from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd
import streamlit as st

import queries
import sentences
import words as nl
from answers import origin
from ui.parts import tables
from ui.parts.shown import Shown

MOST_SOURCES = 4


@st.dialog("Herkomst", width="large")
def show(figures: Sequence[Shown]) -> None:
    """Show the origin of all figures that a view shows."""
    told = [one for one in figures if one.has_origin]
    if not told:
        st.markdown("Deze weergave toont nu geen cijfers.")
    for number, one in enumerate(told):
        st.html(_lines(one))
        behind = st.expander("SQL en rijen", key=f"origin_{number}", on_change="rerun")
        if behind.open:
            with behind:
                _in_full(one.frame)


def _lines(one: Shown) -> str:
    statuses = origin.statuses_of(one.frame)
    files = origin.releases(one.frame)
    lines = {
        "Betekenis": _definitions(one.terms),
        "Bron": _sources(files, origin.publications(one.frame)),
        "Peildatum": [escape(sentences.as_of(files))],
        "Soort cijfer": [escape(", ".join(nl.STATUSES[status] for status in statuses))],
        "Hoe berekend": [escape(sentences.how_computed(statuses))],
    }
    body = "".join(
        f"<dt>{label}</dt><dd>{'<br>'.join(texts)}</dd>" for label, texts in lines.items() if texts
    )
    return f'<h3>{escape(one.title)}</h3><dl class="vkm-origin">{body}</dl>'


def _definitions(terms: tuple[str, ...]) -> list[str]:
    return [
        f"<b>{escape(term['title'])}.</b> {escape(term['definition'])} ({escape(term['source'])})"
        for term in queries.herkomst.definitions(terms=terms).to_dict("records")
    ]


def _sources(files: pd.DataFrame, publications: pd.DataFrame) -> list[str]:
    """Return who published which table, with a link; of many only the first."""
    named = [
        (*(file[name] for name in ("publisher", "title", "table_id", "licence")), file["url"])
        for file in files.to_dict("records")
    ] + [
        (
            publication["publisher"],
            publication["title"],
            nl.cell("published_on", publication["published_on"]),
            publication["url"],
        )
        for publication in publications.to_dict("records")
    ]
    lines = list(dict.fromkeys(_linked(texts, url) for *texts, url in named))
    more = len(lines) - MOST_SOURCES
    return [*lines[:MOST_SOURCES], *([f"en nog {more}, hieronder"] if more > 0 else [])]


def _linked(texts: Iterable[object], url: object) -> str:
    said = escape(" · ".join(str(text) for text in texts if not nl.is_missing(text)))
    if nl.is_missing(url):
        return said
    return f'{said} · <a href="{escape(str(url))}" target="_blank" rel="noopener">open de bron</a>'


def _in_full(frame: pd.DataFrame) -> None:
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
