"""What changed while a programme ran: tension, and the vacancies that CBS publishes."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import quadrants
from ui.parts import empty, figures
from ui.programmas import cells
from ui.programmas.programme import Programme
from words import tension as tension_text


def is_known(programme: Programme, changes: pd.DataFrame, about: str) -> bool:
    """Show where the figures come from, or what is missing to lay effort beside tension."""
    if programme.delivery.empty:
        not_delivered(programme, about)
        return False
    cells.about(programme.delivery)
    if changes.empty:
        empty.show(
            f"{about} naast de krapte",
            "Er is geen bestand van UWV geladen: verzonnen krapte staat niet naast echte "
            "aantallen, en echte krapte niet naast verzonnen aantallen.",
            how="python -m etl import BESTAND",
            key="no_tension",
        )
    return not changes.empty


def not_delivered(programme: Programme, about: str) -> None:
    """Show that a programme delivered nothing, and where what is published of it stands."""
    empty.show(
        about,
        "Dit programma leverde geen gegevens aan: hoeveel het per gebied en techniekdomein deed, "
        "is nooit gepubliceerd. Wat openbare bronnen wel melden, staat hier onder ‘Tijdens het "
        "programma’, naast de vacatures van CBS.",
        how=f"python -m etl import BESTAND --programme {programme.id}",
        key="not_delivered",
    )


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
    if frame.empty:
        empty.show(
            "Openstaande vacatures tijdens dit programma",
            "Van het begin of het einde is geen maand bekend, of CBS publiceert voor dit gebied "
            "geen vacatures.",
            key="no_vacancies",
        )
        return
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
        "kwartalen met een cijfer, als dat ten minste de helft is. Vacatures en resultaten van het "
        "programma staan naast elkaar en worden niet op elkaar gedeeld: resultaten zijn niet per "
        "sector gepubliceerd.",
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
