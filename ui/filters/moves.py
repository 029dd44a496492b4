"""Where someone can move to: the regions around, tight occupations only, and one of them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from brand.classes import TIGHT
from ui.filters.boxes import choose, take_along

SUGGESTED = "Voorgesteld"


def with_neighbours() -> bool:
    """Let the reader choose whether the regions that border on the chosen one count too."""
    take_along("buren")
    return st.toggle(
        "Buurregio's",
        value=True,
        key="buren",
        bind="query-params",
        persist_state="session",
        help="Telt regio's mee die grenzen aan het gekozen gebied. Nederland heeft er geen.",
    )


def only_tight() -> bool:
    """Let the reader choose to see tight occupations only."""
    return choose("Toon", "krapte", ["alle technische beroepen", TIGHT]) != (
        "alle technische beroepen"
    )


def target(candidates: pd.DataFrame, suggested: str | None) -> pd.Series:
    """Let the reader choose the occupation that someone moves to.

    Args:
        candidates: Rows of ``overstappen/candidates``, at least one.
        suggested: Code of the one to suggest; otherwise it is the first.

    Returns:
        Its row.
    """
    labelled = candidates.set_index("occupation_label", drop=False)
    chosen = choose("Naar welk beroep?", "naar", [SUGGESTED, *labelled.index])
    if chosen != SUGGESTED:
        return labelled.loc[chosen]
    found = candidates[candidates["occupation_code"].eq(suggested)]
    return (found if len(found) else candidates).iloc[0]
