"""Programma's: what did each programme aim at, do, cost and reach."""

import streamlit as st

import queries
from ui import empty, filters, notes, sentences, shell
from ui import programmes as shown

shell.ensure()

st.title("Programma's")
st.markdown(
    "Wat beoogde elk programma, wat bereikte het en wat kostte het, volgens openbare bronnen of "
    "volgens het programma zelf."
)
with_sample = filters.with_sample("Elk programma met ‘(fictief)’ in zijn naam", "programmes")

everything = queries.programmas_list(with_sample=with_sample)
with st.expander("Alle programma's", expanded=shown.starts_open()):
    shown.overview(everything)

programme_id = filters.programme(with_sample)
if programme_id is None:
    empty.show(
        "Programma's",
        "Er is geen programma geladen.",
        how="python -m etl programme add FILE.toml",
        key="programmes",
    )
    st.stop()
profile = queries.programmas_profile(programme_id=programme_id, with_sample=with_sample)
targets = queries.programmas_targets(programme_ids=(programme_id,), with_sample=with_sample)
results = queries.programmas_results(programme_ids=(programme_id,), with_sample=with_sample)
budgets = queries.programmas_budgets(programme_ids=(programme_id,), with_sample=with_sample)
resources = queries.programmas_resources(programme_id=programme_id, with_sample=with_sample)
partners = queries.programmas_partners(programme_id=programme_id, with_sample=with_sample)
sources = queries.programmas_sources(programme_id=programme_id, with_sample=with_sample)

shown.heading(profile.iloc[0])
conflicts = queries.programmas_conflicts(programme_ids=(programme_id,), with_sample=with_sample)
for _, rows in conflicts.groupby("what"):
    st.warning(sentences.conflict(rows), icon=":material/compare_arrows:")
sums = queries.programmas_breakdown_sums(programme_id=programme_id, with_sample=with_sample)
for _, row in sums.iterrows():
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
split = queries.programmas_sector_split(programme_id=programme_id, with_sample=with_sample)
for _, row in split.iterrows():
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
