"""Figures as pages quote them: the newest first, and the rest folded."""

import pandas as pd
import streamlit as st

import words as nl
from ui.parts import notes, tables

MOST = 10
COLUMNS = ["period_label", "quoted_text", "url"]
NO_SERIES = "Ze vormen geen reeks en staan niet op een kaart of in een rangorde."
ABOUT_AREA = (
    "Losse cijfers van UWV uit berichten, over dit gebied, de arbeidsmarktregio's die er geheel of "
    f"deels in liggen, en Nederland. {NO_SERIES}"
)
ABOUT_PROGRAMME = (
    "Losse cijfers van UWV uit berichten, over het gebied van dit programma in de tijd dat het "
    f"liep; ze zeggen niet wat het programma deed. {NO_SERIES}"
)
ABOUT_PLACES = (
    "Losse cijfers van SBB uit berichten, over dit gebied, de arbeidsmarktregio's die er geheel of "
    f"deels in liggen, en Nederland; van alle sectoren. {NO_SERIES}"
)
ABOUT_FIRMS = (
    "Wat CBS en nieuwsberichten van de Conjunctuurenquête noemen, ook over andere kwartalen. "
    "Zulke losse cijfers vormen geen reeks."
)
ABOUT_SCHEMES = (
    "Wat over andere regelingen is gepubliceerd: een maatstaf, geen oordeel. Een andere doelgroep "
    "en een andere telling; niets hiervan is opgeteld bij of gerangschikt met programma's."
)


def said(row: pd.Series) -> str:
    """Return what a page says: about where, what, the figure or class, and what to know of it."""
    remark = "" if nl.is_missing(row["remark"]) else f" ({row['remark']})"
    return f"{row['region_text']}, {row['indicator_label']}: {figure(row)}{remark}"


def figure(row: pd.Series) -> str:
    """Return a quoted figure with its precision and unit, or the class in words."""
    if not nl.is_missing(row["class_label"]):
        return str(row["class_label"])
    number = nl.cell("quoted_number", row["quoted_number"])
    space = "" if row["unit_label"] == "%" else " "
    return f"{nl.PRECISION.get(row['precision'], '')}{number}{space}{row['unit_label']}"


def when(row: pd.Series) -> str:
    """Return the period of a quoted figure, with its age where it is older than a year."""
    return nl.aged(row["period_label"], row["period_code"])


TEXTS = {"period_label": when, "quoted_text": said}


def press(frame: pd.DataFrame, about: str, file_name: str) -> None:
    """Show figures of UWV (``regios/press``, ``programmas/press``), and what they are about."""
    st.header("UWV in het nieuws")
    title = "Cijfers van UWV, zoals aangehaald in het nieuws"
    show(frame, title, about, terms=("uwv_press",), file_name=file_name)


def show(
    frame: pd.DataFrame, title: str, about: str, *, terms: tuple[str, ...], file_name: str
) -> None:
    """Show quoted figures, and what they are about; all of them are folded where there are many."""
    if frame.empty:
        st.markdown("Hierover is geen aangehaald cijfer geladen.")
        return
    st.markdown(about)
    tables.show(tables.written(frame.head(MOST), TEXTS), COLUMNS, title)
    if len(frame) > MOST:
        everything = f"{title}: alle {len(frame)}"
        tables.behind_button(frame, COLUMNS, everything, notes.key_of(frame), TEXTS)
    notes.under(frame, terms=terms, file_name=file_name, title=title)
