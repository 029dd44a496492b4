"""Vouchers on screen: how many and how much, for whom, whose money, and within which bounds."""

import pandas as pd
import streamlit as st

import words as nl
from drawings import programme_bars
from ui.filters import boxes
from ui.parts import figures, shown
from ui.programmas import cells
from ui.programmas.programme import Programme

DIVIDED_BY = {
    "soort voucher": ("voucher_kind", ""),
    "arbeidsmarktregio": ("region", ""),
    "techniekdomein": ("field", ""),
    "beroepsgroep": ("occupation", ""),
    "doelgroep": ("target_group", ""),
    "spanning bij toekenning": ("tension_class", ""),
    "stand van de voucher": ("voucher_state", ""),
    "soort voucher per arbeidsmarktregio": ("voucher_kind", "region"),
    "soort voucher per techniekdomein": ("voucher_kind", "field"),
    "soort voucher per doelgroep": ("voucher_kind", "target_group"),
    "spanning bij toekenning per arbeidsmarktregio": ("tension_class", "region"),
    "spanning bij toekenning per techniekdomein": ("tension_class", "field"),
}
PERIODS = {"hele looptijd": "all", "per jaar": "year"}
WITHOUT_YEARS = {"occupation", "voucher_state"}
TENSION = (
    "De klasse is die van het kwartaal voor de toekenning, uit een koppeling van beroepsgroepen: "
    "een modelschatting, of verzonnen zolang er geen bestand van UWV is geladen."
)


@shown.part
def divided(programme: Programme) -> None:
    """Show number and euros of vouchers, divided as the reader chooses; nothing else changes."""
    left, right = st.columns(2)
    with left:
        by = boxes.choose("Vouchers naar", "vouchers", list(DIVIDED_BY))
    dimensions = DIVIDED_BY[by]
    is_whole = bool(dimensions[1]) or dimensions[0] in WITHOUT_YEARS
    with right:
        period = boxes.choose("Tijd", "tijd", list(PERIODS)[: 1 if is_whole else None])
    is_tension = "tension_class" in dimensions
    cells.breakdown(
        programme.cells("voucher", *dimensions, PERIODS[period]),
        about=f"Vouchers naar {by}",
        euros=True,
        terms=("voucher", *(("voucher_tension",) if is_tension else ()), "protected_cells"),
        key="divided",
        file_name=f"{programme.id}_vouchers_{by}",
        legend=TENSION
        if is_tension
        else " ".join(cells.OVERLAPS.get(name, "") for name in dimensions).strip(),
    )


def until_quarters(frame: pd.DataFrame, name: str) -> None:
    """Show number and euros of all vouchers until the end of each quarter."""
    if frame["number"].isna().all():
        st.markdown("Van geen kwartaal is een aantal vouchers te tonen: het zijn er te weinig.")
        return
    figures.show_drawings(
        programme_bars.drawn(frame, label="period_label", euros=True),
        frame,
        about="Vouchers en toegekende euro's, van het begin tot en met elk kwartaal",
        columns=["period_label", "number", "granted_eur", "paid_eur"],
        terms=("voucher", "protected_cells"),
        key="until_quarters",
        file_name=f"{name}_vouchers_tot_en_met_kwartaal",
        legend="Opgeteld vanaf het begin, en niet per maand: zo blijft ook een kwartaal met weinig "
        "vouchers beschermd. Betaald is wat van deze vouchers is uitbetaald.",
    )


def funders(frame: pd.DataFrame, name: str) -> None:
    """Show what is available, granted, paid and free (``programmas/funders``)."""
    figures.show_table(
        frame,
        ["funder_label", "available_eur", "number", "granted_eur", "paid_eur", "free_eur"],
        "Beschikbaar, toegekend, betaald en vrij, per financier",
        terms=("programme_budget", "voucher", "protected_cells"),
        file_name=f"{name}_financiers",
        said="Beschikbaar zoals opgegeven, voor het hele programma. Vrij is beschikbaar min "
        "toegekende vouchers: wat andere kosten opnamen, is niet aangeleverd. Een financier die "
        "bij een voucher niet is genoemd, heet onbekend. Niets is opgeteld.",
    )


def value(frame: pd.DataFrame, name: str) -> None:
    """Show what was granted per voucher beside its bounds (``programmas/voucher_value``)."""
    figures.show_table(
        frame,
        [
            "category_1_label",
            "number",
            "mean_granted_eur",
            "mean_low_eur",
            "mean_high_eur",
            "voucher_min_eur",
            "other_voucher_max_eur",
            "voucher_max_eur",
        ],
        "Gemiddeld toegekend per voucher, naast de grenzen van de regeling",
        terms=("voucher", "programme_budget", "protected_cells"),
        file_name=f"{name}_voucherwaarde",
        said="Ten minste en ten hoogste: wat het gemiddelde door de afronding kan zijn. Bedragen "
        "van losse vouchers zijn niet openbaar; een voucher buiten de grenzen wordt bij het "
        "aanleveren geweigerd.",
    )


def costs(frame: pd.DataFrame, name: str) -> None:
    """Show costs under their proper names (``programmas/costs``)."""
    figures.show_table(
        frame,
        ["cost_label", "amount_label", "amount_text", "number_label", "divisor_text", "cost_text"],
        "Kosten, elk onder de eigen naam",
        terms=("voucher_costs",),
        file_name=f"{name}_kosten",
        said="Voucherkosten zijn toegekende vouchers, geen programmakosten. Begroot per resultaat "
        "deelt één budget door één aantal, over dezelfde tijd; door een uitkomst pas na het einde "
        f"van het programma. {cells.GROSS}",
        texts={
            "amount_text": lambda row: _text(row, "amount_eur", "amount_precision"),
            "divisor_text": lambda row: _text(row, "number", "number_precision"),
            "cost_text": lambda row: _text(row, "cost_eur", "cost_precision"),
        },
    )


def _text(row: pd.Series, column: str, precision: str) -> str:
    if nl.is_missing(row[column]) and not nl.is_missing(row["sign"]):
        return nl.SIGNS[str(row["sign"])]
    return nl.figure(row, column, precision)
