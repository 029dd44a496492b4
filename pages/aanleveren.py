"""Aanleveren: deliver the file of a programme, look back at deliveries, register a programme."""

import streamlit as st

import queries
import words as nl
from ui.delivering import delivering, downloads, earlier_deliveries, registering
from ui.filters import boxes, programmes
from ui.frame import menu, shell
from ui.parts import empty

shell.ensure()

VIEWS = ("Aanleveren", "Eerdere aanleveringen", "Programma registreren")


def switched_off() -> None:
    """Say why nothing can be delivered here, and how the operator switches it on."""
    empty.show(
        "Aanleveren staat hier uit",
        "Aanleveren is voor programmabureaus en hoort achter de inlog van de organisatie; dit "
        "dashboard heeft zelf geen inlog. De beheerder zet deze pagina aan door het dashboard te "
        f"starten met `{menu.DELIVERIES_VARIABLE}=1`. Bestanden aanleveren kan ook met "
        "`python -m etl import BESTAND --programme PROGRAMMA`.",
        key="deliveries_off",
    )


def views() -> None:
    """Show the three views; the first needs a programme of which the begin is known."""
    known = queries.programmas.list(with_sample=False).set_index("programme_id")
    names = known["programme_name"].to_dict()
    new, earlier, register = boxes.tabs(VIEWS)
    with new:
        st.header("Wat heb je nodig?")
        downloads.needed()
        st.header("Bestand aanleveren")
        programme_id = programmes.programme(with_sample=False)
        if programme_id is None:
            empty.show("Programma's", "Er is nog geen programma geregistreerd.", key="no_programme")
        elif nl.is_missing(known.loc[programme_id, "starts_on_text"]):
            empty.show(
                "Dit programma kan nog niet aanleveren",
                "Geen bron zegt wanneer het begon, en zonder die dag zijn datums niet na te "
                "kijken.",
                key="no_start",
            )
        else:
            delivering.deliver(programme_id, names[programme_id])
    if earlier.open:
        with earlier:
            earlier_deliveries.show(names)
    if register.open:
        with register:
            registering.show()


st.title("Aanleveren")
st.markdown("Lever de stand van een programma aan, zonder dat iemand herkenbaar is.")
if menu.is_switched_on("aanleveren"):
    views()
else:
    switched_off()
