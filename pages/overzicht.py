"""Overzicht: what is tight here, what was done, what runs now, what do we not know."""

import streamlit as st

import queries
import sentences
from drawings import charts
from ui.filters import areas, periods
from ui.frame import shell
from ui.parts import figures, notes, series_notes
from ui.programmas import cards

shell.ensure()

SECTORS = ("T001081", "307500", "350000")

st.title("Overzicht")
st.markdown(
    "Openstaande vacatures in alle sectoren, de industrie en de bouw, naast wat programma's voor "
    "vakmanschap deden en bereikten. Een sector is geen beroep: alle vacatures daar tellen mee."
)
area = areas.area("provincie", "arbeidsmarktregio", "corop")
if not area.is_whole:
    st.info(sentences.by_province(area.name, area.province_names))

latest = queries.overzicht.latest(
    region_codes=area.provinces, sector_codes=SECTORS, until=periods.until()
)
programmes = queries.overzicht.programmes(region_codes=area.provinces, with_sample=False)

with st.container(key="headline"):
    named = [row for _, row in latest[latest["sector_code"] != "T001081"].iterrows()]
    st.markdown(sentences.paragraphs(sentences.headline(row) for row in named))
    if late := sentences.paragraphs(sentences.behind(row) for row in named):
        st.info(late)
notes.under(
    latest,
    terms=("open_vacancies", "sector", "latest_quarter"),
    key="latest",
    file_name=f"{area.name}_laatste_kwartaal",
)

st.header("Hoe ontwikkelen de vacatures zich?")
series = queries.overzicht.vacancy_series(
    region_codes=area.provinces, sector_codes=SECTORS, until=periods.until()
)
found = series_notes.about(series, with_programmes=False)
figures.show(
    charts.panels(series, programmes, found),
    series,
    value="open_vacancies",
    about="Openstaande vacatures per kwartaal",
    columns=["period_label", "sector_label", "region_name", "open_vacancies"],
    terms=("open_vacancies", "latest_quarter"),
    key="series",
    file_name=f"{area.name}_vacatures",
    legend="Grijs: geen cijfers beschikbaar. Lichtblauw: hier liep een programma waarvan begin en "
    "einde bekend zijn; donkerder waar er meer liepen. Gearceerd: begin of einde niet precies "
    "bekend.",
    notes_shown=found,
)

st.header("Wat deden de programma's?")
st.markdown(sentences.running(programmes))
ids = tuple(programmes["programme_id"])
targets = queries.programmas.targets(programme_ids=ids, with_sample=False)
results = queries.programmas.results(programme_ids=ids, with_sample=False)
budgets = queries.programmas.budgets(programme_ids=ids, with_sample=False)
conflicts = queries.programmas.conflicts(programme_ids=ids, with_sample=False)
cards.grid(programmes, targets, results, budgets, conflicts)
for name, frame, terms in (
    ("doelen", targets, ("programme", "target_realisation_pct")),
    ("resultaten", results, ("programme_result",)),
    ("budgetten", budgets, ("programme_budget",)),
):
    st.markdown(f"**Alle {name} hier, als bestand**")
    notes.under(frame, terms=terms, key=name, file_name=f"{area.name}_{name}")

st.header("Veranderde de opgave terwijl een programma liep?")
during = queries.overzicht.vacancies_during(
    region_codes=area.provinces, sector_code="307500", with_sample=False, until=periods.until()
)
st.markdown(sentences.bullets(sentences.during(row) for _, row in during.iterrows()))
if during.empty:
    st.markdown("Geen programma hier heeft een bekend begin en einde.")
notes.under(
    during, terms=("open_vacancies",), key="during", file_name=f"{area.name}_tijdens_programmas"
)

st.header("Wat weten we niet?")
unknown = queries.overzicht.unknown(
    region_codes=area.provinces, sector_codes=SECTORS, until=periods.until()
)
st.markdown(sentences.bullets(sentences.unknown(row) for _, row in unknown.iterrows()))
