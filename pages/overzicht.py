"""Overzicht: what is tight here, what was done about it, what changed, what do we not know."""

import datetime

import pandas as pd
import streamlit as st

import queries
import sentences
from ui.filters import addresses, areas, periods
from ui.frame import shell
from ui.krapte import national
from ui.overzicht import adverts, glance
from ui.parts import markup, notes, tables

shell.ensure()

area = areas.area("provincie", "arbeidsmarktregio", "corop", "land")
today = datetime.date.today()
asked = glance.asked(area, periods.until())
made = glance.made(asked, area, today, addresses.visit())
series = glance.series(asked)

with st.container(key="finding"):
    st.title(made.title, anchor=False)
    st.caption(made.basis)
with st.container(key="tiles"):
    markup.show(made.tiles, key="tiles")
left, right = st.columns([3, 2], gap="medium")
with left, st.container(key="chart"):
    markup.show(made.chart, key="chart")
with right, st.container(key="scoreboard"):
    markup.show(made.scoreboard, key="scoreboard")

tables.behind_button(
    tables.newest_first(series),
    ["period_label", "sector_label", "region_name", "open_vacancies"],
    "Openstaande vacatures per kwartaal",
    "series",
)
shortage = queries.overzicht.shortage(region_codes=asked.regions, until=periods.until())
board = glance.board(asked)
notes.told(pd.concat([shortage, series]))
if board["is_near"].any():
    notes.told(board[board["is_near"]])
notes.beside(
    series,
    terms=("open_vacancies", "latest_quarter"),
    key="series",
    file_name=f"{area.name}_vacatures",
)
notes.beside(
    shortage,
    terms=("vacancies_per_1000_labour_force", "vacancies_per_100_unemployed"),
    file_name=f"{area.name}_krapte",
    title="Krapte",
)
notes.beside(
    board[board["is_near"]],
    terms=("programme_result", "programme_budget"),
    file_name=f"{area.name}_programmas",
    title="Wat de programma's bereikten",
)

if area.kind == "land":
    *series, last = st.columns(len(national.SERIES) + 1, gap="medium")
    for column, measure in zip(series, national.SERIES, strict=True):
        with column:
            national.show(measure, periods.until())
    with last:
        adverts.show(queries.overzicht.adverts(until=periods.until()))

st.header("Veranderde de opgave terwijl een programma liep?")
during = queries.overzicht.vacancies_during(
    region_codes=asked.provinces,
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

unknown = queries.overzicht.unknown(
    region_codes=area.provinces, sector_codes=glance.ALL_SECTORS, until=periods.until()
)
with st.expander(f"Wat weten we niet? ({len(unknown)})"):
    st.markdown(sentences.bullets(sentences.unknown(row) for _, row in unknown.iterrows()))
