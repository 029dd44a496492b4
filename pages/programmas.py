"""Programma's: what did each programme aim at, do, cost and reach."""

import streamlit as st

import queries
from ui import filters, notes, sentences, shell
from ui import programmes as shown

shell.ensure()

st.title("Programma's")
st.markdown(
    "Wat beoogde elk programma, wat bereikte het en wat kostte het, volgens openbare bronnen."
)

everything = queries.programmas_list()
with st.expander("Alle programma's", expanded="programma" not in st.query_params):
    shown.overview(everything)
    notes.under(everything, terms=("programme",), key="all", file_name="programmas")

programme_id = filters.programme()
profile = queries.programmas_profile(programme_id=programme_id)
targets = queries.programmas_targets(programme_ids=(programme_id,))
results = queries.programmas_results(programme_ids=(programme_id,))
budgets = queries.programmas_budgets(programme_ids=(programme_id,))
resources = queries.programmas_resources(programme_id=programme_id)
partners = queries.programmas_partners(programme_id=programme_id)
sources = queries.programmas_sources(programme_id=programme_id)

shown.heading(profile.iloc[0])
for _, rows in queries.programmas_conflicts(programme_ids=(programme_id,)).groupby("what"):
    st.warning(sentences.conflict(rows), icon=":material/compare_arrows:")
for _, row in queries.programmas_breakdown_sums(programme_id=programme_id).iterrows():
    st.warning(sentences.parts_differ(row), icon=":material/compare_arrows:")

st.header("Doelen en resultaten")
shown.targets(targets)
notes.under(
    targets,
    terms=("programme", "target_realisation_pct"),
    key="targets",
    file_name=f"{programme_id}_doelen",
)

st.header("Wat is er gemeld?")
for _, row in queries.programmas_sector_split(programme_id=programme_id).iterrows():
    st.markdown(sentences.sector_split(row))
shown.results(results)
notes.under(
    results, terms=("programme_result",), key="results", file_name=f"{programme_id}_resultaten"
)

st.header("Budget en voucherbedragen")
shown.budgets(budgets)
notes.under(budgets, terms=("programme_budget",), key="budgets", file_name=f"{programme_id}_budget")

st.header("Wat is er ingezet")
shown.resources(resources)
notes.under(resources, terms=("programme",), key="resources", file_name=f"{programme_id}_inzet")

st.header("Wie doet mee")
shown.partners(partners)
notes.under(partners, terms=("programme",), key="partners", file_name=f"{programme_id}_partners")

st.header("Bronnen over dit programma")
shown.sources(sources)
