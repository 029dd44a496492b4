"""Sinds de vorige vergadering: what is new, revised, delivered, tighter or looser since then."""

import datetime
from typing import Any

import streamlit as st

import queries
from ui.filters import periods, samples
from ui.frame import shell
from ui.meeting import since

shell.ensure()

FETCH = "python -m etl fetch"

st.title("Sinds de vorige vergadering")
st.markdown(
    "Welke cijfers kwamen erbij of werden herzien, wat leverden programma's, en waar werd het "
    "krapper of ruimer? Berekend door elke levering na te spelen die een datum heeft."
)
with_sample = samples.wanted("Een deel van de aanleveringen", "deliveries")
first, last = periods.between(datetime.date.today())
asked: dict[str, Any] = {"since_day": first.isoformat(), "until_day": last.isoformat()}
moments = queries.sinds.moments()
since.headline(queries.sinds.summary(**asked, with_sample=False))

st.header("Nieuwe perioden", anchor=False)
since.listed(
    queries.sinds.periods(**asked),
    ["source_title", "table_label", "new_periods_label", "periods", "figures", "known_on"],
    "Nieuwe perioden",
    terms=("known_on",),
    why="Geen levering met een datum voegde in deze tijd een periode toe. Leveringen zonder datum "
    "tellen niet mee; welke bronnen die hebben, staat onderaan.",
    how=FETCH,
)

st.header("Herziene cijfers", anchor=False)
since.listed(
    since.changed_texts(queries.sinds.revisions(**asked)),
    [
        "table_label",
        "subject_label",
        "region_name",
        "period_label",
        "old_figure_text",
        "new_figure_text",
        "known_on",
    ],
    "Herziene cijfers",
    terms=("known_on", "revised_figure"),
    why="Een cijfer is herzien als een latere levering van dezelfde bron een ander cijfer geeft. "
    "Dat kwam in deze tijd niet voor, of er is maar één levering.",
    how=FETCH,
)

st.header("Programma's en aanleveringen", anchor=False)
since.listed(
    queries.sinds.deliveries(**asked, with_sample=with_sample),
    ["programme_name", "delivery_number", "as_of_on", "delivered_on"],
    "Aanleveringen",
    terms=("programme",),
    why="Geen programma leverde in deze tijd gegevens aan die nu tellen. Alleen de aanlevering die "
    "telt is openbaar; wat zij verving, is dat niet.",
    how="python -m etl import BESTAND --programme ID",
)
st.markdown(
    "Feiten uit openbare bronnen en opgaven van programma's zelf. Bij een eerste levering zijn de "
    "feiten ouder dan de dag waarop ze werden ingelezen."
)
since.listed(
    queries.sinds.programmes(**asked, with_sample=with_sample),
    [
        "programme_name",
        "what_label",
        "facts_added",
        "facts_revised",
        "facts_withdrawn",
        "changes_label",
        "known_on",
    ],
    "Feiten over programma's",
    terms=("programme", "programme_result"),
    why="In deze tijd is geen programma aangemeld en is over geen programma een feit toegevoegd of "
    "gewijzigd.",
    how="python -m etl programme add BESTAND",
)

st.header("Over een grens van krapte", anchor=False)
st.markdown(
    "De spanning van technische beroepsgroepen en techniekdomeinen per gebied: het nieuwste "
    "kwartaal dat toen bekend was naast het nieuwste dat nu bekend is. Alleen waar beide klassen "
    "zeker zijn; verzonnen cijfers tellen niet mee."
)
since.listed(
    queries.sinds.classes(**asked, with_sample=False),
    [
        "region_name",
        "occupation_label",
        "quarter_then_label",
        "class_then_label",
        "quarter_now_label",
        "class_now_label",
        "direction_label",
    ],
    "Over een grens",
    terms=("tension", "uwv_group", "field_tension"),
    why="Nergens ging de spanning zeker over een grens, of er is op een van beide dagen geen "
    "bestand van UWV bekend.",
    how="python -m etl import BESTAND",
)

st.header("Wat is niet te weten?", anchor=False)
since.unknown(moments)
