"""Beroepen: which technical occupations are short, in which region, and is it getting worse."""

import streamlit as st

import queries
from ui import (
    figures,
    filters,
    heatmap,
    notes,
    occupations,
    sentences,
    shell,
    tables,
    tension_lines,
)

shell.ensure()

TERMS = ("tension", "uwv_group")

st.title("Beroepen")
st.markdown(
    "Welke technische beroepen zijn krap, in welke regio, en wordt het erger? Cijfers gelden voor "
    "een hele beroepsgroep van UWV, niet voor een enkele functie."
)
with_sample = filters.with_sample("De spanning per beroepsgroep", "uwv_tension")
columns = st.columns([1.3, 1.6, 1.1, 1])
with columns[0]:
    area = filters.place("arbeidsmarktregio")
with columns[1]:
    chosen = filters.occupation_or_title()
with columns[2]:
    selection = filters.selection()
with columns[3]:
    quarter = filters.tension_quarter(with_sample)
region_code = area.codes[0]
choices = queries.beroepen_choices()


def choose(occupation_code: str | None, chosen_region: str | None) -> None:
    """Choose what was clicked in the heatmap; a techniekdomein opens its groups."""
    if chosen_region:
        filters.choose_area(chosen_region)
    if occupation_code:
        filters.choose_group(occupation_code)


st.header("Waar is welk beroep krap?")
if quarter is None:
    occupations.no_tension("heatmap")
    group = choices.iloc[0] if chosen is None else chosen
else:
    found = queries.beroepen_heatmap(
        selection=selection, quarter=quarter["period"], with_sample=with_sample
    )
