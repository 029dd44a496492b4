"""Vergadering en downloads: slides and a document for a meeting, and factsheets."""

import streamlit as st

import queries
from ui import filters
from ui.about import datasets
from ui.frame import shell
from ui.meeting import pack as meeting_pack

shell.ensure()

st.title("Vergadering en downloads")
st.markdown(
    "Tien dia's over een gebied voor de vergadering, en een factsheet van één A4. Elke dia heeft "
    "een bevinding als titel, met bron; verzonnen cijfers staan er nooit in."
)
left, right = st.columns(2)
with left:
    area = filters.area("provincie", "arbeidsmarktregio", "corop")
with right:
    day = meeting_pack.since(queries.downloads.known_on().iloc[0])
meeting_pack.show(area.name, day)

st.header("Factsheet", anchor=False)
left, right = st.columns(2)
with left:
    meeting_pack.region_factsheet(area.name)
with right:
    meeting_pack.programme_factsheet(filters.programme(with_sample=False))

st.header("Hele tabellen", anchor=False)
with_sample = filters.with_sample(
    "Een deel van de tabellen", "uwv_tension", "cbs_mbo_students", "cbs_mbo_graduates", "deliveries"
)
datasets.show(area, with_sample)
