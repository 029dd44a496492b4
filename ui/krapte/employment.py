"""How many people work in each occupation, and what else is published of the whole country."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import bars
from drawings.sorting import AS_THEY_ARE, Orders, Row, Sorting, in_order
from ui.filters.addresses import to
from ui.parts import figures, markup, notes

SORT = "sorteer"
NAMES = ("naam", "werkenden", "verandering", "uurloon", "hoger")
TWO_PERIODS = (
    "Werkenden zijn van één kwartaal, het uurloon is het midden over een heel jaar: twee soorten "
    "perioden, die niet in één reeks staan. Een streepje: van een kleine of onzekere groep is geen "
    "cijfer. Hoger opgeleid is wie het werk doet, niet wat vacatures vragen."
)


def employed(frame: pd.DataFrame, wages: pd.DataFrame, uwv_group_code: str, about: str) -> None:
    """Show of each occupation who works in it as bars, how that changed and what it earns.

    Args:
        frame: Rows of ``beroepen/employed``.
        wages: Rows of ``beroepen/wages``.
        uwv_group_code: Of the group that the reader chose; empty without one.
        about: The set of occupations, in Dutch.
    """
    if frame.empty:
        st.markdown("Van deze beroepen is geen aantal werkenden geladen.")
        return
    first, most = frame.iloc[0], frame["employed"].max()
    period = nl.aged(first["period_label"], first["period"])
    earned = dict(zip(wages["occupation_code"], wages["hourly_wage"], strict=True))
    orders = _orders(wages)
    sorting = Sorting(st.query_params.get(SORT, AS_THEY_ARE), _sorted_by)
    rows = frame.assign(hourly_wage=frame["occupation_code"].map(earned)).to_dict("records")
    drawn = [
        bars.Bar(
            row["brc_label"],
            0 if nl.is_missing(row["employed"]) else 100 * row["employed"] / most,
            nl.cell("employed", row["employed"], row["sign"]),
            (
                sentences.employed_change(row),
                nl.cell("hourly_wage", row["hourly_wage"]),
                nl.percentage(row["high_edu_pct"]),
            ),
            row["uwv_group_code"] == uwv_group_code,
        )
        for row in in_order(rows, sorting.by, orders)
    ]
    caption = f"Werkenden in Nederland, {about}, {period}"
    markup.show(bars.table(caption, NAMES, drawn, orders, sorting), key="employed")
    st.caption(TWO_PERIODS)
    notes.under(frame, terms=("employed", "occupation"), file_name=caption, title=caption)
    notes.beside(wages, terms=("hourly_wage",), file_name="uurloon per beroepsgroep")


def _orders(wages: pd.DataFrame) -> Orders:
    """Return by what the occupations can be ordered; the heading of wages has their year."""
    year = "" if wages.empty else nl.aged(*wages.iloc[0][["period_label", "period"]])
    return {
        "naam": ("Beroepsgroep", lambda row: str(row["brc_label"]).casefold(), False),
        "werkenden": ("Werkenden", lambda row: row["employed"], True),
        "verandering": ("In een jaar", _change, True),
        "uurloon": (f"Uurloon in euro, {year}".rstrip(", "), lambda row: row["hourly_wage"], True),
        "hoger": ("Hoger opgeleid", lambda row: row["high_edu_pct"], True),
    }


def _change(row: Row) -> float | None:
    """Return how many more there are; within the rounding none."""
    return row["change"] if nl.is_missing(row["change"]) or row["is_changed"] else 0


def _sorted_by(name: str) -> str:
    return to("beroepen", **{**st.query_params.to_dict(), SORT: name})


def created(frame: pd.DataFrame) -> None:
    """Show how many vacancies were created in the country (``beroepen/created``)."""
    if frame.empty:
        return
    first = frame.iloc[0]
    period = nl.aged(first["period_label"], first["period"])
    figures.show_table(
        frame[frame["period"].eq(first["period"])],
        ["class_of_occupations_label", "sector_label", "created_vacancies"],
        f"Vacatures die ontstonden in Nederland, {period}",
        terms=("created_vacancies",),
        file_name="ontstane_vacatures",
    )
