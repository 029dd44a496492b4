"""Where nothing happens yet, as far as can be seen: short, with evidence, carefully worded."""

import pandas as pd
import streamlit as st

import sentences
from drawings import quadrants
from ui.parts import figures, notes, tables

MOST = 4
PLACE = ["region_label", "field_label", "now_text"]
SPOTS = {
    "tight_not_shown": "Nu krap, geen aantal te tonen",
    "tight_little": "Nu krap, weinig gedaan",
    "loose_much": "Nu niet krap, veel gedaan",
}
COLUMNS = {
    "tight_not_shown": [*PLACE, "mean_vacancies"],
    "tight_little": [*PLACE, "number", "mean_vacancies", "per_100_text"],
    "loose_much": [*PLACE, "number", "mean_vacancies", "per_100_text"],
}


def show(frame: pd.DataFrame, about: str, name: str) -> None:
    """Show the cells of a programme in which effort and tension now do not meet.

    Args:
        frame: The answer to ``krapte_en_inzet/quadrants`` per region and techniekdomein.
        about: What is counted, in Dutch.
        name: Of the programme, in file names.
    """
    found = frame[frame["spot"].notna()]
    if found.empty:
        st.markdown(
            "Voor geen enkel gebied en techniekdomein is vast te stellen dat krapte en inzet uit "
            "elkaar lopen."
        )
        return
    rows = quadrants.with_texts(found)
    for spot, heading in SPOTS.items():
        here = rows[rows["spot"].eq(spot)]
        if here.empty:
            continue
        st.subheader(heading)
        if here["status"].ne("sample").all():
            said = [sentences.white_spot(row) for _, row in here.head(MOST).iterrows()]
            st.markdown(sentences.bullets(said))
        tables.show(here, COLUMNS[spot], f"{about}: {heading[0].lower()}{heading[1:]}")
    st.caption(
        "Een aantal dat niet is getoond, is kleiner dan tien of beschermd: het is dus niet nul te "
        "noemen. Wat hier ontbreekt, kan buiten dit programma zijn gedaan: door UWV, scholen, "
        "werkgevers of een ander programma. Wat scholen opleiden is alleen voor techniek als "
        "geheel en per provincie gepubliceerd (Vraag en aanbod mbo), niet per techniekdomein."
    )
    notes.under(
        rows,
        terms=("white_spot", "tension", "protected_cells"),
        key="spots",
        file_name=f"{name}_witte_vlekken",
    )


def regions(frame: pd.DataFrame) -> None:
    """Show the arbeidsmarktregio's in which no programme is known."""
    figures.show_table(
        frame,
        ["region_name", "province_names", "programme_names_beside"],
        "Arbeidsmarktregio's waarvan hier geen programma bekend is",
        terms=("programme",),
        file_name="regio_zonder_bekend_programma",
        said="Deze monitor kent alleen de programma's van de pagina Programma's; een regio zonder "
        "programma in deze lijst kan er wel een hebben. Landelijke programma's tellen niet als "
        "programma van een regio.",
    )
