"""What stands around each element: status, source line, and where a figure comes from."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

import queries
from exports.tables import SAMPLE, is_sample
from ui import format as nl
from ui import tables

BADGES = {"published": "blue", "estimated": "orange", "sample": "red"}
CBS_NAME = "Centraal Bureau voor de Statistiek"
WORST = ("published", "estimated", "sample")


def badge(status: str) -> None:
    """Show what kind of figures an element holds."""
    st.badge(nl.STATUSES[status], color=BADGES[status])  # type: ignore[arg-type]


def status_of(frame: pd.DataFrame) -> str:
    """Return the worst status in a frame; facts about programmes are published."""
    columns = [
        column for column in frame if str(column).endswith("status") and column != "release_status"
    ]
    found = {value for column in columns for value in frame[column].dropna()}
    worst: str = max(found or {"published"}, key=WORST.index)
    return worst


def source_line(frame: pd.DataFrame) -> str:
    """Return the "Bron" line of a frame: who, which table, licence, and the date of the data."""
    said = _said_by(frame)
    is_told = SAMPLE in said or not is_sample(frame).any()
    return f"Bron: {said}" if is_told else f"Bron: {SAMPLE}, {said}"


def _said_by(frame: pd.DataFrame) -> str:
    files = _releases(frame)
    names, own = _publishers(frame, registered=False), _publishers(frame, registered=True)
    if names or own:
        cited = f"{', '.join(names)}; overgenomen uit openbare publicaties." if names else ""
        told = f"pgave van {', '.join(own)}; niet nagekeken in een publicatie." if own else ""
        return f"{cited} O{told}" if names and own else cited or f"o{told}"
    if files.empty and "source" in frame and frame["source"].notna().any():
        return f"{'; '.join(_known(frame['source']))}."
    if files.empty:
        return "geen cijfer beschikbaar."
    publishers = dict.fromkeys(
        str(name).replace(f"{CBS_NAME} (CBS)", "CBS") for name in files["publisher"]
    )
    named = " ".join([" en ".join(publishers), ", ".join(_known(files["table_id"]))]).strip()
    licence = str(files["licence"].iloc[0]) if files["licence"].nunique() == 1 else ""
    if licence.startswith("CC"):
        named += f" ({licence})"
    copies = set(files["copy"])
    copied = {2: " Deels overgenomen van derden.", 1: " Overgenomen van derden."}
    ending = copied[len(copies)] if "secondary" in copies else ""
    return f"{named}. {_data_dates(files)}{ending}"


def _known(values: pd.Series) -> list[str]:
    return sorted(set(values.dropna()))


def _data_dates(files: pd.DataFrame) -> str:
    """Return of when the data is, and whether part of the files does not say so."""
    days = files["retrieved_on"].fillna(files["modified_on"])
    if days.isna().all():
        return "Datum van de gegevens: niet vermeld."
    dates = " en ".join(nl.date(day) for day in sorted(days.dropna().unique()))
    part = " Van een deel is de datum niet vermeld." if days.isna().any() else ""
    return f"Gegevens van {dates}.{part}"


def _publishers(frame: pd.DataFrame, *, registered: bool) -> list[str]:
    """Return who published the facts, or which registered programmes say them of themselves."""
    if "source_id" not in frame:
        return []
    found = queries.herkomst_publications(source_ids=_codes(frame, "source_id", "result_source_id"))
    return sorted(set(found.loc[found["is_registration"].eq(registered), "publisher"]))


def _releases(frame: pd.DataFrame) -> pd.DataFrame:
    found = _codes(frame, "release_id", "second_release_id")
    return queries.herkomst_releases(release_ids=found)


def _codes(frame: pd.DataFrame, *columns: str) -> tuple[str, ...]:
    values: Iterable[str] = (
        value for column in columns if column in frame for value in frame[column].dropna()
    )
    return tuple(sorted(set(values)))


def under(frame: pd.DataFrame, *, terms: tuple[str, ...], key: str, file_name: str) -> None:
    """Show what belongs under each chart and table: source, status, download and Herkomst.

    Args:
        frame: The answer that was drawn.
        terms: Terms of ``data/reference/definition.csv`` that explain it.
        key: Unique on the page.
        file_name: Of the download, without prefix and suffix.
    """
    if frame.empty:
        return
    st.caption(source_line(frame))
    with st.container(horizontal=True, vertical_alignment="center"):
        badge(status_of(frame))
        tables.download(frame, file_name, key)
        popover = st.popover(
            "Herkomst", icon=":material/info:", key=f"herkomst_{key}", on_change="rerun"
        )
        if popover.open:
            with popover:
                _origin(frame, terms)


def _origin(frame: pd.DataFrame, terms: tuple[str, ...]) -> None:
    for _, term in queries.herkomst_definitions(terms=terms).iterrows():
        st.markdown(f"**{term['title']}.** {term['definition']} *({term['source']})*")
    for _, file in _releases(frame).iterrows():
        st.markdown(
            f"**Bestand** {file['title']} · {file['publisher']} · {file['licence']} · "
            f"{file['copy_label']} · periode {nl.cell('period', file['period'])} · gewijzigd "
            f"{nl.date(file['modified_on'])} · opgehaald {nl.date(file['retrieved_on'])}"
        )
        if not nl.is_missing(file["note"]):
            st.caption(file["note"])
        if not nl.is_missing(file["url"]):
            st.caption(file["url"])
    found = queries.herkomst_publications(source_ids=_codes(frame, "source_id", "result_source_id"))
    for _, publication in found.iterrows():
        published = nl.cell("published_on", publication["published_on"])
        st.markdown(f"**{publication['publisher']}**: {publication['title']} ({published})")
        if not nl.is_missing(publication["url"]):
            st.caption(publication["url"])
    st.markdown(f"**Vraag** `{frame.attrs['question']}`, {len(frame)} rijen")
    tables.show_sql(queries.sql(frame.attrs["question"]))
    tables.show_raw(frame)
