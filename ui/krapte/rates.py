"""In which sectors of the whole country many vacancies stand open for the jobs there are."""

import pandas as pd
import streamlit as st

import words as nl
from drawings import bars
from ui.parts import markup, notes


def show(frame: pd.DataFrame) -> None:
    """Show the vacancy rate per sector as bars (``beroepen/vacancy_rates``)."""
    if frame.empty:
        return
    first, most = frame.iloc[0], frame["vacancies_per_1000_jobs"].max()
    when = nl.aged(first["period_label"], first["period"])
    about = f"Openstaande vacatures per 1.000 banen van werknemers, Nederland, {when}"
    shown = [
        bars.Bar(
            row["sector_label"],
            0
            if nl.is_missing(row["vacancies_per_1000_jobs"])
            else 100 * row["vacancies_per_1000_jobs"] / most,
            nl.cell("vacancies_per_1000_jobs", row["vacancies_per_1000_jobs"], row["sign"]),
            is_chosen=row["is_total"],
        )
        for row in frame.to_dict("records")
    ]
    st.header("In welke sectoren staan naar verhouding veel vacatures open?")
    markup.show(bars.table(about, ("Sector", "Per 1.000 banen"), shown), key="vacancy_rates")
    notes.under(frame, terms=("vacancy_rate",), file_name="vacaturegraad_nederland", title=about)
