"""Trainings of mbo by name, with the level of each: as a regulation has it, no demand."""

import pandas as pd
import streamlit as st

import queries
import words as nl
from ui.filters.boxes import box_of, choose_of
from ui.parts import figures, notes

ASKED = "opleiding"
BOX = "qualifications"
MOST_LETTERS = 60
ORDERS = {"naam": "name", "niveau": "level", "domein": "domain"}
COLUMNS = ["qualification_label", "level_label", "domain_label", "learning_path_label", "crebo"]
LATER = (
    "Namen en niveaus uit de Regeling vaststelling kwalificatiedossiers 2015, zoals die in {} "
    "gold: een deel is sindsdien vervangen of heet anders."
)
WHICH = (
    "Niet wat vacatures vragen. Van zes domeinen: bouw, afbouw, techniek, ambacht en laboratorium, "
    "ict en voertuigen. Entreeopleidingen (mbo 1) horen bij geen domein en staan hier niet."
)


def _period(frame: pd.DataFrame) -> str:
    return nl.aged(*frame.iloc[0][["period_label", "period"]])


def asked() -> None:
    """Say at which level the training is that the address asks for, if it is one by its name."""
    name = st.query_params.get(ASKED, "")
    found = queries.mbo.qualifications(words=name[:MOST_LETTERS])
    found = found[found["qualification_label"].str.casefold().eq(name.casefold())]
    for _, row in found.iterrows():
        st.markdown(
            f"**{nl.letters(row['qualification_label'])}** is een opleiding op "
            f"**{row['level_label']}** in {row['domain_label']}, {row['learning_path_label']}; "
            f"stand {_period(found)}. De hele lijst staat onderaan bij Vraag en aanbod."
        )
    notes.under(found, terms=("qualification",), key="asked", file_name="gezochte opleiding")


def listed() -> None:
    """Show the technical qualifications, folded, to be searched and put in order."""
    everything = queries.mbo.qualifications(words="")
    if everything.empty:
        return
    title = f"Opleidingen in de techniek met hun niveau (2015), stand {_period(everything)}"
    st.session_state.setdefault(BOX, ASKED in st.query_params)
    box = st.expander(title, key=BOX, on_change="rerun")
    if not box.open:
        return
    with box:
        text, order = st.columns([2, 1], vertical_alignment="bottom")
        shown = st.query_params.get(ASKED, "")[:MOST_LETTERS]
        words = text.text_input(
            "Zoek een opleiding",
            max_chars=MOST_LETTERS,
            placeholder="Naam, domein, niveau of crebo",
            **box_of(ASKED, shown),
        )
        with order:
            order_by = choose_of("Op volgorde van", "sortering", ORDERS)
        found = queries.mbo.qualifications(words=words, order_by=order_by)
        figures.show_table(
            found,
            COLUMNS,
            f"{title}: {len(found)} van {len(everything)}",
            terms=("qualification",),
            file_name="opleidingen in de techniek",
            said=f"{LATER.format(everything.iloc[0]['period_label'])} {WHICH}",
            none="Geen opleiding in de techniek heeft al deze woorden.",
        )


def of_titles(frame: pd.DataFrame, name: str) -> None:
    """Show the qualifications that are called as a title (``beroepen/qualifications``)."""
    if frame.empty:
        return
    figures.show_table(
        frame,
        COLUMNS,
        f"Mbo-opleidingen die precies zo heten als een titel van {name}, stand {_period(frame)}",
        terms=("qualification",),
        file_name=f"opleidingen_{name}",
        said=f"{LATER.format(frame.iloc[0]['period_label'])} Alleen dezelfde naam telt: andere "
        "opleidingen kunnen er ook toe leiden.",
    )
