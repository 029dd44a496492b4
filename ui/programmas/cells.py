"""Protected numbers of a delivered programme: how they are protected, and one table of them."""

import pandas as pd
import streamlit as st

import words as nl
from drawings import programme_bars
from ui.parts import figures, tables
from words.marks import SAMPLE

GROSS = "Bruto; netto-effect niet vastgesteld."
RANGE = (
    "Een percentage is wat de afronding van beide aantallen openlaat; is de noemer kleiner dan 50, "
    "dan staan alleen de aantallen er."
)
MARK = nl.SIGNS["withheld"]
OVERLAPS = {
    "target_group": "Doelgroepen overlappen: wie in twee groepen valt, telt in beide.",
    "instrument": "Bij één deelname kunnen meer instrumenten zijn ingezet; die tellen elk.",
}
CELL_COLUMNS = ["number", "of_whole_pct", "whole_number"]
SHARE: tables.Texts = {"of_whole_pct": nl.rate}
EURO_COLUMNS = ["granted_eur", "paid_eur"]


def protection(row: pd.Series) -> str:
    """Return from which delivery figures are and how they are protected."""
    return (
        f"Uit aanlevering {nl.number(row['delivery_number'])}, stand {nl.date(row['as_of_on'])}. "
        f"Aantallen zijn afgerond op {nl.number(row['count_base'])}, bedragen op veelvouden van "
        f"{nl.euro(row['euro_base_eur'])}. Een {MARK} is niet getoond: aantallen onder "
        f"{nl.number(row['small_count'])}, ook nul, en wat die zou verraden. Delen tellen daardoor "
        "niet precies op; wij tellen ze niet op."
    )


def why_little(row: pd.Series) -> str:
    """Return why almost nothing of a small programme is shown, or nothing when it is not small."""
    if not row["is_small"]:
        return ""
    people = (
        "Het aantal deelnemers is te klein om te tonen"
        if nl.is_missing(row["participants"])
        else f"Het telt ongeveer {nl.number(row['participants'])} deelnemers"
    )
    return (
        f"**Dit programma is klein.** {people}; verdeeld naar beroep, gebied of doelgroep blijven "
        f"er vaak minder dan {nl.number(row['small_count'])} per groep over. Daarom zijn maar "
        f"{nl.number(row['cells_shown'])} van de {nl.number(row['cells'])} uitgesplitste aantallen "
        "te tonen zonder dat iemand herkenbaar wordt."
    )


def about(delivery: pd.DataFrame) -> None:
    """Show from which delivery the figures below are, and how they are protected."""
    row = delivery.iloc[0]
    mark = f":red-badge[{SAMPLE}] " if row["status"] == "sample" else ""
    st.caption(f"{mark}{protection(row)}")
    if said := why_little(row):
        st.info(said, icon=":material/visibility_off:")


def breakdown(
    frame: pd.DataFrame,
    *,
    about: str,
    terms: tuple[str, ...],
    key: str,
    file_name: str,
    euros: bool = False,
    legend: str = "",
) -> None:
    """Show one protected table as bars; sets of which nothing is shown are named below.

    It is the answer to ``programmas/cells`` for one programme, with amounts if ``euros``; the other
    arguments are those of ``figures``.
    """
    panel, columns = None, ["category_1_label"]
    if frame["period"].ne("").any():
        panel, columns = "period_label", ["period_label", "category_1_label"]
    elif frame["category_2"].ne("").any():
        panel, columns = "category_2_label", ["category_2_label", "category_1_label"]
    drawn = frame
    if panel:
        shown = frame.loc[frame["number"].notna(), panel]
        drawn = frame[frame[panel].isin(shown)]
        hidden = [str(name) for name in frame[panel].unique() if name not in set(shown)]
        if hidden:
            legend = f"{legend} Niets te tonen voor: {', '.join(hidden)}.".strip()
    if drawn["number"].isna().all():
        st.markdown(f"**{about}**: geen van de {len(frame)} aantallen is te tonen.")
        return
    st.markdown(f"**{about}**")
    figures.show_drawings(
        programme_bars.drawn(drawn, label="category_1_label", panel=panel, euros=euros),
        drawn,
        about=about,
        columns=[*columns, *CELL_COLUMNS, *(EURO_COLUMNS if euros else [])],
        terms=terms,
        key=key,
        file_name=file_name,
        legend=legend,
        texts=SHARE,
    )
