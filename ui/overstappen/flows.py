"""From techniekdomein to techniekdomein in one programme, and how tight it is where people came."""

import pandas as pd
import streamlit as st

import words as nl
from drawings import flows
from ui.krapte import occupations
from ui.parts import empty, figures, notes, tables
from ui.programmas import cells

LEGEND = (
    "Elk blok is zo hoog als zijn eigen aantal, elke band zo dik als het zijne; wat wit blijft of "
    "een • heeft, is niet getoond. De aantallen zijn elk apart afgerond en worden niet opgeteld."
)


def show(frame: pd.DataFrame, name: str) -> None:
    """Show the drawing of ``overstappen/flows``, or that nothing of it may be shown."""
    about = f"Van techniekdomein naar techniekdomein, {name}"
    if frame["number"].isna().all():
        st.markdown(f"**{about}**: geen van de {len(frame)} aantallen is te tonen.")
        return
    figures.show_drawings(
        [(flows.draw(frame), flows.words(frame))],
        frame,
        about=about,
        columns=["from_label", "to_label", "number", "of_whole_pct", "from_number", "to_number"],
        terms=("transition_flow", "protected_cells"),
        file_name=f"{name}_overstappen",
        legend=f"{LEGEND} {cells.RANGE}",
        texts={"of_whole_pct": lambda row: nl.rate(row, whole="from_number")},
    )


def arrivals(frame: pd.DataFrame, name: str, area_name: str) -> None:
    """Show where people went (``overstappen/arrivals``) beside how tight it is in a region."""
    known = frame["tension_low"].notna()
    st.markdown(
        f"De aantallen gaan over heel {name}, de spanning over {area_name}. Het een is niet de "
        "oorzaak van het ander."
        if known.any()
        else f"Bij {name} staat hier geen spanning: er is geen cijfer van dezelfde soort over "
        f"{area_name}. Echte cijfers staan nooit naast verzonnen."
    )
    tension = ["class_label", "tension_ratio_text"] if known.any() else []
    told = occupations.told(frame)
    told["tension_ratio_text"] = told["tension_ratio_text"].where(
        frame["class_label"].ne("n.v.t."), "n.v.t."
    )
    tables.show(
        told,
        ["to_label", "number", *tension],
        f"Waar mensen uitkwamen, {name}" + (f"; spanning in {area_name}" if known.any() else ""),
    )
    notes.under(
        frame,
        terms=("transition_flow", "protected_cells", "field_tension"),
        file_name=f"{name}_aankomst_{area_name}",
    )


def none_delivered(is_left_out: bool) -> None:
    """Show that no programme delivered moves, or that the fictitious ones are left out."""
    why = "Een overstap staat hier alleen als een programma hem zelf aanleverde, beschermd geteld."
    if is_left_out:
        why += " De verzonnen programma's zijn weggelaten."
    empty.show(
        "Nog geen programma leverde aan van waar naar waar mensen gingen.",
        why,
        how="python -m etl import BESTAND --programme ID",
        key="flows",
    )
