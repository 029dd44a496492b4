"""Toegankelijkheid: how far the monitor meets WCAG 2.1 AA, per criterion, as tested."""

import streamlit as st

import words as nl
from ui.frame import owner, shell
from ui.parts import plain_tables

shell.ensure()

STATES = nl.codes("accessibility")
criteria = nl.reference("accessibility")
counts = {state: sum(row["state"] == state for row in criteria) for state in STATES}

st.title("Toegankelijkheid", anchor=False)
st.markdown(
    f"Van de {len(criteria)} criteria van WCAG 2.1, niveau A en AA, voldoet de monitor aan "
    f"**{counts['met']}**. Aan {counts['partly']} voldoet hij deels, {counts['not_tested']} zijn "
    f"nog niet getoetst en {counts['not_applicable']} zijn niet van toepassing. Getoetst is elke "
    "pagina en elke weergave, met axe, het toetsenbord en op het oog; nog niet met een schermlezer."
)
st.markdown(owner.ask("Loopt u ergens tegenaan"))
plain_tables.show(
    ["Criterium", "Naam", "Niveau", "Stand", "Hoe getoetst", "Toelichting"],
    [
        [
            row["criterion"],
            row["name"],
            row["level"],
            STATES[row["state"]],
            row["how"] or "–",
            row["note"],
        ]
        for row in criteria
    ],
    "WCAG 2.1 A en AA per criterium",
)
