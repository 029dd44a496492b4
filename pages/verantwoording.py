"""Verantwoording: sources, definitions, freshness, checks, and what is empty and why."""

import streamlit as st

import queries
from ui.about import accountability
from ui.frame import shell

shell.ensure()

st.title("Verantwoording")
st.markdown("Waar elk cijfer vandaan komt, wat het betekent, hoe vers het is en wat ontbreekt.")

st.header("Bronnen en versheid")
accountability.releases(queries.verantwoording.releases())

st.header("Bestanden die niet meetellen")
accountability.left_out(queries.verantwoording.left_out())

st.header("Publicaties over de programma's")
accountability.listed(
    queries.verantwoording.publications(with_sample=False),
    ["publisher", "title", "published_on", "retrieved_on", "programme_names", "url"],
    "Publicaties",
    "publicaties",
)

st.header("Betekenis van de termen")
accountability.listed(
    queries.herkomst.definitions(),
    ["title", "definition", "source"],
    "Termen en definities",
    "definities",
)

st.header("Soorten cijfers en tekens")
accountability.legend(queries.verantwoording.signs())

st.header("Breuken in regio's")
accountability.region_breaks(queries.verantwoording.region_breaks())

st.header("Niveauverdeling: wat niet is in te delen")
accountability.listed(
    queries.verantwoording.unmapped(),
    [
        "scope_label",
        "period_label",
        "occupations",
        "unmapped_occupations",
        "unmapped_pct",
        "unmapped_labels",
    ],
    "Beroepsgroepen zonder mbo-niveau (modelschatting)",
    "niveauverdeling",
)

st.header("Controles")
accountability.checks(queries.verantwoording.checks(), queries.verantwoording.load())

st.header("Bekende afwijkingen bij CBS")
deviations = queries.verantwoording.known_deviations()
st.markdown(
    f"In {len(deviations)} gevallen tellen gepubliceerde delen niet op tot het gepubliceerde "
    "totaal, ook niet met afronding. Wij tonen alle cijfers zoals CBS ze publiceerde."
)
accountability.listed(
    deviations,
    [
        "quarter_label",
        "region_name",
        "sector_label",
        "parts_label",
        "published",
        "sum_of_parts",
        "difference",
    ],
    "Bekende afwijkingen, in vacatures",
    "bekende_afwijkingen",
)

st.header("Categorieën die de bron wel heeft en deze monitor niet")
accountability.unmapped_categories(queries.verantwoording.unmapped_categories())

st.header("Wat is leeg, en waarom")
accountability.listed(
    queries.verantwoording.empty(),
    ["kind_label", "subject", "missing_label", "why_label"],
    "Wat ontbreekt",
    "leeg",
)
accountability.listed(
    queries.verantwoording.coverage(),
    ["quarter_label", "provinces", "sectors", "figures", "cells"],
    "Kwartalen zonder alle twaalf provincies en 24 sectoren",
    "dekking",
)
