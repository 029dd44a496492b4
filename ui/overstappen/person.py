"""One person: what someone can do, which stays in the session, and which occupations fit it."""

import pandas as pd
import streamlit as st

from ui.krapte import occupations
from ui.overstappen.moves import tension_columns, tension_in
from ui.parts import empty, notes, tables

LEVELS = {
    "": "niet ingevuld",
    "mbo1": "mbo 1 of geen diploma",
    "mbo2_3": "mbo 2–3",
    "mbo4": "mbo 4",
    "hbo_plus": "hbo of hoger",
}
NOTHING_STORED = (
    "Niveau en vinkjes staan alleen in deze sessie: niet in de link, niet in een bestand, niet in "
    "een logboek. Herladen wist ze. Gebied, buurregio's en beroep staan wel in de link; een "
    "download bevat wat u ziet."
)


def ticks(frame: pd.DataFrame) -> tuple[str, ...]:
    """Let someone tick what they master (``overstappen/techniques``); return the techniques."""
    ticked = []
    places = st.columns(3)
    for number, (name, rows) in enumerate(frame.groupby("field_label", sort=False)):
        with places[number % 3]:
            st.markdown(f"**{name}**")
            for _, row in rows.iterrows():
                key = f"tick_{row['technique']}"
                if st.checkbox(row["technique_label"], key=key, persist_state="session"):
                    ticked.append(str(row["technique"]))
    return tuple(ticked)


def forget(frame: pd.DataFrame) -> None:
    """Take away what was ticked, and the level."""
    for technique in frame["technique"]:
        st.session_state[f"tick_{technique}"] = False
    st.session_state["own_level"] = ""


def own_level() -> str:
    """Let someone tell the highest level they have; it stays in this session."""
    chosen: str = st.selectbox(
        "Hoogste niveau",
        list(LEVELS),
        format_func=LEVELS.__getitem__,
        key="own_level",
        persist_state="session",
    )
    return chosen


def techniques(frame: pd.DataFrame) -> None:
    """Show which occupations use each technique, and that this was assigned here."""
    st.markdown(
        "De lijst van technieken en welke beroepsgroepen ze gebruiken is hier gemaakt: een eigen "
        "toewijzing, niet gemeten en niet volledig."
    )
    tables.behind_button(
        frame,
        ["field_label", "technique_label", "used_by_text"],
        "Technieken en de beroepsgroepen die ze gebruiken (eigen toewijzing)",
        "techniques",
    )
    notes.under(frame, terms=("technique",), file_name="technieken")


def tailored(frame: pd.DataFrame, area_name: str) -> None:
    """Show which occupations fit a person, each with the reason (``overstappen/tailored``)."""
    if frame.empty:
        empty.show(
            "Geen technische beroepsgroep past hierbij.",
            "Elke groep begint te ver boven het opgegeven niveau, of deelt niets met het beroep en "
            "de vinkjes. Vink meer aan, of laat het niveau open.",
            key="tailored",
        )
        return
    with st.container(key="ranking"):
        tables.show(
            occupations.beside_real(frame),
            ["rank", "occupation_label", "fit", "why_label", *tension_columns(frame)],
            f"Beroepsgroepen die passen (indicatie){tension_in(frame, area_name)}",
        )
    notes.under(
        frame,
        terms=("fit", "nearness", "technique", "mbo_level_share", "tension"),
        file_name=f"maatwerk_{area_name}",
    )


def nothing_to_fit() -> None:
    """Show that nothing is known of a person yet, or that nothing fits."""
    empty.show(
        "Nog niets om bij te zoeken.",
        "Kies hierboven het beroep waar iemand vandaan komt, of vink ten minste één techniek aan.",
        key="tailored",
    )
