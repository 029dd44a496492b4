"""Vergadering en downloads: slides and a document for a meeting, and factsheets."""

from functools import partial

import streamlit as st

import queries
from exports import aside
from exports.packs import factsheets
from exports.packs.pack import pack_of
from ui.about import datasets
from ui.filters import areas, programmes, samples
from ui.frame import shell
from ui.meeting import pack as meeting_pack

shell.ensure()

st.title("Vergadering en downloads")
area = areas.area("provincie", "arbeidsmarktregio", "corop")
day = meeting_pack.since(queries.downloads.known_on().iloc[0])
pack = pack_of(area.name, day)
meeting_pack.show(pack, lambda form: aside.meeting(area.name, form, day))

st.header("Factsheet van één A4", anchor=False)
left, right = st.columns(2, vertical_alignment="bottom")
with left:
    st.markdown(f"**{area.name}**: vacatures, werkloosheid, programma's en wat we niet weten.")
    sheet = factsheets.region_factsheet(area.name)
    made = partial(aside.meeting, area.name, "factsheet")
    meeting_pack.button("Factsheet gebied (PDF)", sheet, "pdf", made)
with right:
    programme_id = programmes.programme(with_sample=False)
    if programme_id is None:
        st.markdown("Er is geen programma ingelezen.")
    else:
        sheet = factsheets.programme_factsheet(programme_id)
        made = partial(aside.meeting, programme_id, "programme")
        meeting_pack.button("Factsheet programma (PDF)", sheet, "pdf", made)

meeting_pack.slides(pack)

st.header("Hele tabellen", anchor=False)
with_sample = samples.wanted(
    "Een deel van de tabellen", "uwv_tension", "cbs_mbo_students", "cbs_mbo_graduates", "deliveries"
)
datasets.show(area, with_sample, aside.dataset)
