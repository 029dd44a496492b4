"""What was done against how tight it was: the drawing, its table, and what belongs to them."""

import pandas as pd
import streamlit as st

import sentences
from drawings import quadrants
from ui.parts import figures, notes, tables

COLUMNS = [
    "place_text",
    "region_label",
    "field_label",
    "quadrant_label",
    "number",
    "granted_eur",
    "per_100_text",
    "during_text",
    "now_text",
]


def show(frame: pd.DataFrame, *, about: str, tight_from: float, name: str, grain: str) -> None:
    """Show the drawing, the table below it, and what belongs to them.

    Args:
        frame: The answer to ``krapte_en_inzet/quadrants``.
        about: What is counted, in Dutch.
        tight_from: From how many vacancies per jobseeker on it is tight.
        name: Of the programme, in file names.
        grain: How finely it is divided: columns without a use are left out.
    """
    rows = quadrants.with_texts(frame)
    columns = [
        column
        for column in COLUMNS
        if not (column == "region_label" and grain == "field")
        and not (column == "field_label" and grain == "region")
        and not (column == "granted_eur" and frame["granted_eur"].isna().all())
    ]
    drawn = rows[rows["place"].notna()]
    title = f"{about} per 100 openstaande vacatures, tegen de krapte"
    terms = ("effort_per_100", "tension", "field_tension", "protected_cells")
    if drawn.empty:
        st.markdown(
            "Geen enkel aantal is groot genoeg om naast de krapte te tonen. De tabel zegt wel hoe "
            "krap het was. Kies bij ‘Per’ een grovere verdeling."
        )
        tables.show(rows, columns, title)
        notes.under(frame, terms=terms, file_name=f"{name}_hulp_en_krapte")
        return
    st.markdown(sentences.paragraphs([sentences.quadrants(drawn)]))
    figures.show_drawings(
        [(quadrants.draw(drawn, tight_from, about), sentences.quadrants(drawn))],
        rows,
        about=title,
        columns=columns,
        terms=terms,
        file_name=f"{name}_hulp_en_krapte",
        legend=quadrants.legend(frame),
        is_table_open=True,
    )
