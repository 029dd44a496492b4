"""What the accountability page shows: rendered from the register and the database, never typed."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

import words as nl
from answers.tables import slug
from ui.filters.boxes import say_of_link
from ui.parts import notes, plain_tables, quotes, tables

COMMANDS = (
    ("Nieuwe cijfers ophalen bij CBS en DUO", "python -m etl fetch"),
    ("Een bestand van UWV of CBS inlezen", "python -m etl import BESTAND"),
    (
        "Een bestand van een programma inlezen",
        "python -m etl import BESTAND --programme PROGRAMMA",
    ),
    ("Een programma registreren", "python -m etl programme add BESTAND"),
    ("De cijfers opnieuw opbouwen", "python -m etl build"),
    ("Alle tabellen als bestand", "python -m exports MAP --province PROVINCIE"),
)


def asked_term(definitions: pd.DataFrame) -> None:
    """Show the term that the address asks for as ``begrip``, or say that there is none."""
    if asked := st.query_params.get("begrip"):
        found = definitions[definitions["title"].eq(asked)]
        if found.empty:
            say_of_link(f"Het begrip ‘{nl.letters(asked)}’ staat hier niet.")
            return
        term = found.iloc[0]
        st.header(term["title"], anchor=False)
        st.markdown(nl.letters(term["definition"]))
        st.caption(f"Bron: {nl.letters(term['source'])}.")


def sections(makers: Mapping[str, Callable[[], None]]) -> None:
    """Show sections by name, folded; one is made when it is opened, which the URL remembers."""
    for name, make in makers.items():
        section = st.expander(name, key=slug(name), on_change="rerun", bind="query-params")
        if section.open:
            with section:
                make()


def listed(frame: pd.DataFrame, columns: Sequence[str], caption: str, name: str) -> None:
    """Show a table with its download; the name is that of its file."""
    tables.show(frame, columns, caption)
    notes.offer(frame, name, caption)


def releases(frame: pd.DataFrame) -> None:
    """Show each loaded file with its provenance."""
    for title, files in frame.groupby("source_title", sort=False):
        first = files.iloc[0]
        st.markdown(f"**{title}.** {first['about']} {first['publisher']}, {first['licence']}.")
        tables.show(
            tables.written(files, {"url": address}),
            [
                "title",
                "status_label",
                "table_id",
                "period_label",
                "modified_on",
                "retrieved_on",
                "row_count",
                "copy_label",
                "url",
                "note",
            ],
            f"Geladen bestanden: {title}",
        )
    notes.offer(frame, "bronnen", "Bronnen en versheid")


def address(file: pd.Series) -> str:
    """Return where a file (``verantwoording/releases``) was found, or that each figure says so."""
    if not nl.is_missing(file["url"]):
        return str(file["url"])
    return "bij elk cijfer" if file["copy"] == "secondary" else "niet vermeld"


def left_out(frame: pd.DataFrame) -> None:
    """Show which releases do not fit, what counts in their place, and what is wrong with them."""
    if frame.empty:
        st.markdown("Geen. Elk bestand dat er is, past bij de regels van deze monitor.")
        return
    st.markdown(
        "Deze bestanden zijn er wel, maar passen niet bij de regels van deze monitor. De cijfers "
        "staan er zonder, zoals ze daarvoor waren. De reden staat er in het Engels, zoals de "
        "beheerder haar ook leest."
    )
    listed(
        frame,
        [
            "source_title",
            "left_out_label",
            "in_place_label",
            "found_in_label",
            "line",
            "column_label",
            "value_label",
            "reason_label",
        ],
        "Bestanden die niet meetellen",
        "telt_niet_mee",
    )


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
    columns = ["table_label", "sign_label", "figures"]
    listed(signs, columns, "Tekens en hoe vaak ze voorkomen", "tekens")


def region_breaks(frame: pd.DataFrame) -> None:
    """Show from which year a region covers another area."""
    st.markdown(
        "Vanaf deze jaren bestrijkt een regio een ander gebied dan het jaar ervoor. Een cijfer van "
        "ervoor en een van erna zijn niet zonder meer te vergelijken."
    )
    listed(
        frame,
        ["break_year", "kind_label", "region_name", "break_label", "why_label", "status_label"],
        "Breuken in regio's",
        "breuken_in_regios",
    )


def unmapped_categories(frame: pd.DataFrame) -> None:
    """Show which categories of the sources are left out."""
    if frame.empty:
        st.markdown(
            "Geen. Tabellen die rechtstreeks bij CBS worden opgehaald, hebben ook categorieën "
            "zonder plaats in deze monitor, zoals grootteklassen en opgeheven regio's; die komen "
            "dan hier te staan, met hoeveel rijen het zijn."
        )
        return
    listed(
        frame,
        ["source_title", "table_id", "column_label", "category_label", "row_count"],
        "Categorieën zonder plaats in deze monitor",
        "niet_ingedeeld",
    )


def checks(frame: pd.DataFrame, load: pd.DataFrame) -> None:
    """Show what was checked before publishing."""
    st.markdown(
        f"Ingelezen en gecontroleerd op {nl.date(load.iloc[0]['built_at'])}. Faalt een controle, "
        "dan blijven de vorige cijfers staan."
    )
    listed(frame, ["sentence", "offending_rows"], "Controles", "controles")


def commands(absent: pd.DataFrame) -> None:
    """Show what the operator types, and what of ``verantwoording/empty`` comes of it."""
    plain_tables.show(("Wat", "Opdracht"), COMMANDS, "Opdrachten, in de map van de monitor")
    loadable = absent[absent["how_to_load"].notna()]
    rows = loadable[["subject", "missing_label", "how_to_load"]].to_numpy().tolist()
    plain_tables.show(("Maat", "Wat ontbreekt", "Opdracht"), rows, "Wat nog is in te lezen")


def stories(frame: pd.DataFrame) -> None:
    """Show per story its figures and what no source measures (``verantwoording/stories``)."""
    told = tables.written(frame, quotes.TEXTS)
    for title, rows in told.groupby("story_label", sort=False):
        tables.show(rows, quotes.COLUMNS, str(title))
        st.markdown(f"**Wat geen bron meet.** {rows['not_measured_label'].iloc[0]}")
    notes.under(frame, terms=("uwv_press", "open_vacancies"), file_name="verhalen")


def bounds(row: pd.Series) -> str:
    """Return what a file says beside a quote, of ``verantwoording/quotes_compared``."""
    decimals = 0 if row["file_low"] > 1000 else 2
    ends = [nl.number(row[name], decimals=decimals) for name in ("file_low", "file_high")]
    return " tot ".join(dict.fromkeys(ends))
