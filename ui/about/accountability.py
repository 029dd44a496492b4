"""What the accountability page shows: rendered from the register and the database, never typed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import words as nl
from ui.parts import tables


def releases(frame: pd.DataFrame) -> None:
    """Show each loaded file with its provenance."""
    for title, files in frame.groupby("source_title", sort=False):
        first = files.iloc[0]
        st.markdown(f"**{title}.** {first['about']} {first['publisher']}, {first['licence']}.")
        tables.show(
            files,
            [
                "title",
                "status_label",
                "table_id",
                "period_label",
                "modified_on",
                "retrieved_on",
                "row_count",
                "copy_label",
                "note",
            ],
            f"Geladen bestanden: {title}",
        )
    tables.download(frame, "bronnen", "releases")


def publications(frame: pd.DataFrame) -> None:
    """Show the publications that facts about programmes come from."""
    tables.show(
        frame,
        ["publisher", "title", "published_on", "retrieved_on", "programme_names", "url"],
        "Publicaties",
    )
    tables.download(frame, "publicaties", "publications")


def definitions(frame: pd.DataFrame) -> None:
    """Show each term with its meaning."""
    tables.show(frame, ["title", "definition", "source"], "Termen en definities")
    tables.download(frame, "definities", "definitions")


def legend(signs: pd.DataFrame) -> None:
    """Show the three kinds of figure and the marks that stand where a figure does not."""
    st.markdown(
        "- **Gepubliceerd**: zoals de bron het publiceerde.\n"
        "- **Modelschatting**: hier berekend uit gepubliceerde cijfers, met een beschreven "
        "methode. Een doelrealisatie is zo'n berekening.\n"
        "- **Voorbeeld**: fictief. Laat zien wat een pagina doet tot er een echt bestand is. "
        "Overal waar zo'n cijfer staat, staat VOORBEELD (fictief); een download heeft dan de kolom "
        "*fictief*."
    )
    tables.show(signs, ["table_label", "sign_label", "figures"], "Tekens en hoe vaak ze voorkomen")
    tables.download(signs, "tekens", "signs")


def unmapped(frame: pd.DataFrame) -> None:
    """Show which part of the people at work cannot be given an mbo level."""
    tables.show(
        frame,
        [
            "scope_label",
            "period_label",
            "occupations",
            "unmapped_occupations",
            "unmapped_pct",
            "unmapped_labels",
        ],
        "Beroepsgroepen zonder mbo-niveau (modelschatting)",
    )
    tables.download(frame, "niveauverdeling", "unmapped")


def region_breaks(frame: pd.DataFrame) -> None:
    """Show from which year a region covers another area."""
    st.markdown(
        "Vanaf deze jaren bestrijkt een regio een ander gebied dan het jaar ervoor. Een cijfer van "
        "ervoor en een van erna zijn niet zonder meer te vergelijken."
    )
    tables.show(
        frame,
        ["break_year", "kind_label", "region_name", "break_label", "why_label", "status_label"],
        "Breuken in regio's",
    )
    tables.download(frame, "breuken_in_regios", "region_breaks")


def unmapped_categories(frame: pd.DataFrame) -> None:
    """Show which categories of the sources are left out."""
    if frame.empty:
        st.markdown(
            "Geen. Tabellen die rechtstreeks bij CBS worden opgehaald, hebben ook categorieën "
            "zonder plaats in deze monitor, zoals grootteklassen en opgeheven regio's; die komen "
            "dan hier te staan, met hoeveel rijen het zijn."
        )
        return
    tables.show(
        frame,
        ["source_title", "table_id", "column_label", "category_label", "row_count"],
        "Categorieën zonder plaats in deze monitor",
    )
    tables.download(frame, "niet_ingedeeld", "unmapped_categories")


def checks(frame: pd.DataFrame, load: pd.DataFrame) -> None:
    """Show what was checked before publishing."""
    st.markdown(
        f"Ingelezen en gecontroleerd op {nl.date(load.iloc[0]['built_at'])}. Faalt een controle, "
        "dan blijven de vorige cijfers staan."
    )
    tables.show(frame, ["sentence", "offending_rows"], "Controles")
    tables.download(frame, "controles", "checks")


def known_deviations(frame: pd.DataFrame) -> None:
    """Show the publisher's own sums that do not close."""
    st.markdown(
        f"In {len(frame)} gevallen tellen gepubliceerde delen niet op tot het gepubliceerde "
        "totaal, ook niet met afronding. Wij tonen alle cijfers zoals CBS ze publiceerde."
    )
    tables.show(
        frame,
        [
            "quarter_label",
            "region_name",
            "sector_label",
            "parts_label",
            "published",
            "sum_of_parts",
            "difference",
        ],
        "Bekende afwijkingen, in vacatures",
    )
    tables.download(frame, "bekende_afwijkingen", "deviations")


def empty(frame: pd.DataFrame, coverage: pd.DataFrame) -> None:
    """Show what is empty and why, and how full each quarter is."""
    tables.show(frame, ["kind_label", "subject", "missing_label", "why_label"], "Wat ontbreekt")
    tables.download(frame, "leeg", "empty")
    tables.show(
        coverage,
        ["quarter_label", "provinces", "sectors", "figures", "cells"],
        "Kwartalen zonder alle twaalf provincies en 24 sectoren",
    )
    tables.download(coverage, "dekking", "coverage")
