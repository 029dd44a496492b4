"""What changed while a programme ran: tension, and the vacancies that CBS publishes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import quadrants
from ui.parts import notes, tables
from words import tension as tension_text


def tension(frame: pd.DataFrame, name: str) -> None:
    """Show the tension in the first and the last quarter of the programme, and in the newest one.

    Args:
        frame: The answer to ``krapte_en_inzet/changes``.
        name: Of the programme, in file names.
    """
    row = frame.iloc[0]
    moments = row[["start_label", "end_label", "now_quarter_label"]].dropna()
    st.markdown(sentences.bullets([sentences.tension_changed(row) for _, row in frame.iterrows()]))
    tables.show(
        frame.assign(
            start_text=[quadrants.moment(row, "start_") for _, row in frame.iterrows()],
            end_text=[quadrants.moment(row, "end_") for _, row in frame.iterrows()],
            now_text=[quadrants.moment(row, "now_") for _, row in frame.iterrows()],
            start_vacancies_text=[_vacancies(row, "start_") for _, row in frame.iterrows()],
            end_vacancies_text=[_vacancies(row, "end_") for _, row in frame.iterrows()],
        ),
        [
            "field_label",
            "start_text",
            "start_vacancies_text",
            "end_text",
            "end_vacancies_text",
            "now_text",
        ],
        f"Alle regio's van het programma samen: {', '.join(moments)} (nu)",
    )
    st.caption(
        "Elke arbeidsmarktregio telt één keer, ook een die in twee provincies ligt. Wat er "
        "veranderde, hoeft niet door het programma te komen."
    )
    notes.under(
        frame,
        terms=("tension", "field_tension"),
        key="changes",
        file_name=f"{name}_spanning_tijdens",
    )


def vacancies(frame: pd.DataFrame, name: str) -> None:
    """Show how many vacancies stood open in the provinces of a programme while it ran.

    Args:
        frame: The answer to ``krapte_en_inzet/vacancies``.
        name: Of the programme, in file names.
    """
    st.markdown(sentences.bullets([sentences.during(row) for _, row in frame.iterrows()]))
    tables.show(
        frame.assign(
            quarters_text=[
                f"{nl.number(row['known_quarters'])} van {nl.number(row['quarters'])}"
                for _, row in frame.iterrows()
            ]
        ),
        [
            "region_name",
            "sector_label",
            "start_label",
            "open_vacancies_at_start",
            "end_label",
            "open_vacancies_at_end",
            "mean_open_vacancies",
            "quarters_text",
        ],
        "Openstaande vacatures per provincie en sector, tijdens het programma",
    )
    st.caption(
        "CBS, niet seizoengecorrigeerd, afgerond op honderden; het gemiddelde is dat van de "
        "kwartalen met een cijfer, als dat ten minste de helft is. Vacatures en resultaten van het "
        "programma staan naast elkaar en worden niet op elkaar gedeeld: resultaten zijn niet per "
        "sector gepubliceerd."
    )
    notes.under(
        frame,
        terms=("open_vacancies", "programme_result"),
        key="vacancies",
        file_name=f"{name}_vacatures_tijdens",
    )


def _vacancies(row: pd.Series, when: str) -> str:
    ends = row[f"{when}vacancies_low"], row[f"{when}vacancies_high"]
    return tension_text.count(*ends, "missing")
