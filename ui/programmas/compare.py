"""Programmes beside each other, and what one counts beside its targets; never summed or ranked."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import programme_bars
from ui.parts import figures, notes, tables
from ui.programmas import cells, facts

NOT_COUNTED = {
    "capacity": "geen doel, maar een beschikbaar aantal",
    "phase": "niet per fase geteld",
    "not_counted": "niet in deze eenheid en groep geteld",
    "withheld": nl.SIGNS["withheld"],
}


def realised(frame: pd.DataFrame, name: str) -> None:
    """Show what a delivery counts beside each target (``programmas/realised``)."""
    if frame.empty:
        st.markdown("Er is geen doel in aantallen opgegeven om het getelde naast te zetten.")
        return
    said = [sentences.counted(rows) for _, rows in frame.groupby("indicator", sort=False)]
    st.markdown(sentences.paragraphs(said))
    figures.show_table(
        frame,
        ["indicator_label", "target_text", "number_text", "as_of", "realisation_text"],
        "Geteld uit de aanlevering, naast het doel",
        terms=("target_realisation_pct", "protected_cells"),
        file_name=f"{name}_doelrealisatie",
        texts={
            "indicator_label": sentences.what,
            "target_text": facts.target,
            "number_text": _counted,
            "as_of": sentences.moment,
            "realisation_text": _share,
        },
    )


def pace(frame: pd.DataFrame, name: str) -> None:
    """Show how far a running programme is on an even course (``programmas/pace``)."""
    if frame.empty:
        return
    st.header("Tempo en raming")
    said = [sentences.on_pace(row) for _, row in frame.iterrows()]
    st.markdown(sentences.paragraphs(said))
    figures.show_table(
        frame,
        [
            "indicator_label",
            "target_text",
            "term_passed_pct",
            "even_course",
            "number",
            "pace_pct",
            "forecast",
        ],
        "Tempo ten opzichte van een gelijkmatig verloop",
        said="Aanname van de raming: per dag evenveel als van het begin tot nu toe. Programma's "
        "lopen zelden gelijkmatig; wat al is toegezegd of nog opstart, telt niet mee.",
        terms=("pace",),
        file_name=f"{name}_tempo",
        texts={"indicator_label": sentences.what, "target_text": facts.target},
    )


def beside(programmes: pd.DataFrame, steps: pd.DataFrame) -> None:
    """Show the key figures of several programmes, and their steps from intake to outcome.

    Args:
        programmes: The answer to ``programmas/compare``.
        steps: The answer to ``programmas/funnel``.
    """
    if programmes["sign"].eq("not_delivered").all():
        st.markdown(
            "Van deze programma's is geen aanlevering geladen: deelnames, uitkomsten en vouchers "
            "per kwartaal zijn nooit gepubliceerd. Hieronder staat wat openbare bronnen wel melden."
        )
        return
    texts = {
        "placed_text": lambda row: _part(row, "placed", "new_job", "exits"),
        "at_work_text": lambda row: _part(row, "at_work_12", "at_work", "measurable_12"),
    }
    tables.show(
        tables.written(programmes, texts),
        ["programme_name", "participants", "exits", "placed_text", "retained", "at_work_text"],
        "Programma's naast elkaar: deelnemers en uitkomsten, elk uit de eigen aanlevering",
    )
    figures.show_table(
        programmes,
        ["programme_name", "as_of_on", "vouchers", "granted_eur"],
        "Programma's naast elkaar: vouchers, en de stand van alle aantallen",
        said=f"Een {nl.SIGNS['withheld']} is niet getoond, om kleine aantallen te beschermen. "
        "Een nieuwe baan is een deel van de uitstroom, aan het werk van wie dat na 12 maanden te "
        f"meten was. {cells.RANGE} Elk programma heeft een eigen doel, doelgroep en "
        "looptijd: de aantallen zijn daarom niet opgeteld en niet gerangschikt. Bruto; "
        "netto-effect niet vastgesteld.",
        terms=("outcome", "at_work", "voucher", "protected_cells"),
        file_name="programmas_naast_elkaar",
    )
    if not steps.empty:
        figures.show_drawings(
            programme_bars.drawn(steps, label="step_label", panel="programme_name"),
            steps,
            about="Van intake tot uitkomst, per programma",
            columns=["programme_name", "step_label", "number", "of_whole_pct", "whole_number"],
            terms=("funnel", "outcome", "protected_cells"),
            file_name="programmas_trajecten_naast_elkaar",
            texts=cells.SHARE,
        )


def published(targets: pd.DataFrame, budgets: pd.DataFrame) -> None:
    """Show targets, published results and budgets of several programmes."""
    if not targets.empty:
        figures.show_table(
            targets,
            ["programme_name", *facts.TARGET_COLUMNS],
            "Doelen en gepubliceerde resultaten naast elkaar",
            terms=("target_realisation_pct",),
            file_name="programmas_doelen_naast_elkaar",
            texts=facts.TARGET_TEXTS,
        )
    money = budgets[~budgets["is_rule"].astype(bool)]
    if not money.empty:
        figures.show_table(
            money,
            ["programme_name", *facts.BUDGET_COLUMNS],
            "Budgetten naast elkaar; niet opgeteld",
            terms=("programme_budget",),
            file_name="programmas_budgetten_naast_elkaar",
            texts=facts.BUDGET_TEXTS,
        )


def confidence(frame: pd.DataFrame, name: str) -> None:
    """Show how confident firms were while a programme ran (``programmas/confidence``)."""
    if frame.empty:
        return
    st.header("Ondernemersvertrouwen terwijl het programma liep")
    said = [sentences.confidence(rows) for _, rows in frame.groupby("region_name", sort=False)]
    st.markdown(sentences.bullets(said))
    st.caption(
        "Het saldo van positieve en negatieve antwoorden, in procentpunten; de marge is twee tot "
        "tien punten. Het tekent de tijd, niet wat het programma deed."
    )
    notes.under(frame, terms=("business_confidence",), file_name=f"{name}_ondernemersvertrouwen")


def _part(row: pd.Series, column: str, name: str, whole: str) -> str:
    """Return a number with its share and of how many that is, or why it is not there."""
    if nl.is_missing(row[column]):
        return nl.cell(column, row[column], row["sign"])
    return nl.part_of(row, name, column, whole)


def _counted(row: pd.Series) -> str:
    if nl.is_missing(row["number"]):
        return nl.SIGNS["withheld"] if row["reason"] == "withheld" else nl.MISSING
    return nl.number(row["number"])


def _share(row: pd.Series) -> str:
    if nl.is_missing(row["target_realisation_pct"]):
        return NOT_COUNTED.get(str(row["reason"]), nl.MISSING)
    return nl.figure(row, "target_realisation_pct", "realisation_precision")
