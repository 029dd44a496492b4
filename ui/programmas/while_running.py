"""What changed while a programme ran: tension, and the vacancies that CBS publishes."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import quadrants
from ui.parts import figures
from words import tension as tension_text


def tension(frame: pd.DataFrame, name: str) -> None:
    """Show the tension in the first and last quarter of a programme, and now (``changes``)."""
    if frame.empty:
        return
    st.header("Spanning in het eerste en het laatste kwartaal, en nu")
    row = frame.iloc[0]
    moments = row[["start_label", "end_label", "now_quarter_label"]].dropna()
    st.markdown(sentences.bullets([sentences.tension_changed(row) for _, row in frame.iterrows()]))
    figures.show_table(
        frame,
        [
            "field_label",
            "start_text",
            "start_vacancies_text",
            "end_text",
            "end_vacancies_text",
            "now_text",
        ],
        f"Alle regio's van het programma samen: {', '.join(moments)} (nu)",
        said="Elke arbeidsmarktregio telt één keer, ook een die in twee provincies ligt. Wat er "
        "veranderde, hoeft niet door het programma te komen.",
        terms=("tension", "field_tension"),
        file_name=f"{name}_spanning_tijdens",
        texts={
            "start_text": lambda row: quadrants.moment(row, "start_"),
            "end_text": lambda row: quadrants.moment(row, "end_"),
            "now_text": lambda row: quadrants.moment(row, "now_"),
            "start_vacancies_text": lambda row: _vacancies(row, "start_"),
            "end_vacancies_text": lambda row: _vacancies(row, "end_"),
        },
    )


def vacancies(frame: pd.DataFrame, name: str) -> None:
    """Show how many vacancies stood open in the provinces of a programme while it ran."""
    st.markdown(sentences.bullets([sentences.during(row) for _, row in frame.iterrows()]))
    figures.show_table(
        frame,
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
        said="CBS, niet seizoengecorrigeerd, afgerond op honderden; het gemiddelde is dat van de "
        "kwartalen met een cijfer, als dat ten minste de helft is. Per sector worden vacatures en "
        "resultaten niet op elkaar gedeeld: resultaten zijn niet per sector gepubliceerd.",
        terms=("open_vacancies", "programme_result"),
        file_name=f"{name}_vacatures_tijdens",
        texts={
            "quarters_text": lambda row: (
                f"{nl.number(row['known_quarters'])} van {nl.number(row['quarters'])}"
            )
        },
    )


def _vacancies(row: pd.Series, when: str) -> str:
    ends = row[f"{when}vacancies_low"], row[f"{when}vacancies_high"]
    return tension_text.count(*ends, "missing")
