"""Overzicht: what is tight here, what was done about it, what changed, what do we not know."""

import datetime

import streamlit as st

import queries
import sentences
from ui.filters import areas, periods
from ui.frame import shell
from ui.overzicht import adverts, glance
from ui.parts import markup, notes, tables

shell.ensure()

area = areas.area("provincie", "arbeidsmarktregio", "corop", "land")
today = datetime.date.today()
asked = glance.asked(area, periods.until())
found = glance.answers(asked)

with st.container(key="finding"):
    title, basis = glance.finding(found, area, today)
    st.title(title, anchor=False)
    st.caption(basis)
with st.container(key="tiles"):
    markup.show(glance.four(found, today), key="tiles")
left, right = st.columns([3, 2], gap="medium")
with left, st.container(key="chart"):
    markup.show(glance.chart(found), key="chart")
with right, st.container(key="scoreboard"):
    markup.show(glance.scoreboard(found), key="scoreboard")

tables.behind_button(
    tables.newest_first(found.series),
    ["period_label", "sector_label", "region_name", "open_vacancies"],
    "Openstaande vacatures per kwartaal",
    "series",
)
notes.under(
    found.series,
    terms=("open_vacancies", "latest_quarter"),
    key="series",
    file_name=f"{area.name}_vacatures",
)

st.header("Veranderde de opgave terwijl een programma liep?")
during = queries.overzicht.vacancies_during(
    region_codes=area.provinces,
    sector_code=glance.INDUSTRY,
    with_sample=False,
    until=periods.until(),
)
if during.empty:
    st.markdown("Geen programma hier heeft een bekend begin en einde.")
st.markdown(sentences.bullets(sentences.during(row) for _, row in during.iterrows()))
notes.under(
    during, terms=("open_vacancies",), key="during", file_name=f"{area.name}_tijdens_programmas"
)

if area.kind == "land":
    adverts.show(queries.overzicht.adverts(until=periods.until()))

unknown = queries.overzicht.unknown(
    region_codes=area.provinces, sector_codes=glance.ALL_SECTORS, until=periods.until()
)
with st.expander(f"Wat weten we niet? ({len(unknown)})"):
    st.markdown(sentences.bullets(sentences.unknown(row) for _, row in unknown.iterrows()))
