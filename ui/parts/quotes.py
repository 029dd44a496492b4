"""Figures of UWV as the press quoted them: the newest first, and the rest folded."""

import pandas as pd
import streamlit as st

import words as nl
from ui.parts import notes, tables

MOST = 10
COLUMNS = ["period_label", "region_text", "indicator_label", "quoted_text", "remark", "url"]
ABOUT_AREA = (
    "Losse cijfers van UWV uit berichten, over dit gebied, de arbeidsmarktregio's die er geheel of "
    "deels in liggen, en Nederland."
)
ABOUT_PROGRAMME = (
    "Losse cijfers van UWV uit berichten, over het gebied van dit programma in de tijd dat het "
    "liep; ze zeggen niet wat het programma deed."
)
TITLE = "Cijfers van UWV, zoals aangehaald in het nieuws"


def said(row: pd.Series) -> str:
    """Return a quoted figure with its precision and unit, or the class in words."""
    if not nl.is_missing(row["class_label"]):
        return str(row["class_label"])
    number = nl.cell("quoted_number", row["quoted_number"])
    space = "" if row["unit_label"] == "%" else " "
    return f"{nl.PRECISION.get(row['precision'], '')}{number}{space}{row['unit_label']}"


def press(frame: pd.DataFrame, about: str, file_name: str) -> None:
    """Show quoted figures (``regios/press``, ``programmas/press``), under what they are about."""
    st.header("UWV in het nieuws")
    if frame.empty:
        st.markdown("Over dit gebied is geen aangehaald cijfer geladen.")
        return
    st.markdown(f"{about} Ze vormen geen reeks en staan niet op een kaart of in een rangorde.")
    rows = tables.written(frame, {"quoted_text": said})
    tables.show(rows.head(MOST), COLUMNS, TITLE)
    if len(rows) > MOST:
        tables.behind_button(rows, COLUMNS, f"{TITLE}: alle {len(rows)}", "press")
    notes.under(frame, terms=("uwv_press",), file_name=file_name, title=TITLE)
