"""Where it landed: which part of vouchers, euros and outcomes went to what was tight."""

import pandas as pd
import streamlit as st

import sentences
import words as nl
from brand.classes import TIGHT
from ui.filters import subjects
from ui.parts import figures
from ui.programmas import cells, vouchers

APPROXIMATE = (
    f"{cells.RANGE} Krap en zeer krap zijn twee afgeronde aantallen bij elkaar. Vouchers en "
    "uitkomsten worden niet bij elkaar opgeteld: een voucher is geen persoon."
)


def shares(frame: pd.DataFrame, name: str) -> None:
    """Show per kind of effort which part went to what was tight (``krapte_en_inzet/landed``)."""
    st.markdown(sentences.bullets([sentences.landed(row) for _, row in frame.iterrows()]))
    figures.show_table(
        frame,
        ["subject_label", "number", "tight_pct", "unknown_pct", "granted_eur", "tight_eur_pct"],
        f"Welk deel ging naar beroepen die {TIGHT} waren",
        said=f"{APPROXIMATE} Een voucher hoort bij de spanning in het kwartaal voor de toekenning, "
        "een uitkomst bij die van het kwartaal ervoor, elk in de regio waar de deelnemer woont. "
        f"{cells.GROSS}",
        terms=("tight_share", "voucher_tension", "outcome_tension", "protected_cells"),
        file_name=f"{name}_naar_krapte",
        texts={
            "tight_pct": lambda row: nl.rate(row, "tight", "tight_number", "number"),
            "unknown_pct": lambda row: nl.rate(row, "unknown", "unknown_number", "number"),
            "tight_eur_pct": lambda row: nl.rate(row, "tight_eur", "tight_eur", "granted_eur"),
        },
    )


def classes(frame: pd.DataFrame, label: str, name: str) -> None:
    """Show the numbers of one kind of effort per class of tension."""
    is_voucher = subjects.SUBJECTS[label] == "voucher"
    cells.breakdown(
        frame,
        about=f"{label} naar spanning",
        euros=is_voucher,
        terms=("voucher_tension" if is_voucher else "outcome_tension", "protected_cells"),
        key="classes",
        file_name=f"{name}_{label.lower()}_naar_spanning",
        legend=vouchers.TENSION if is_voucher else "De klasse is een modelschatting.",
    )
