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

st.header("Publicaties over de programma's")
accountability.publications(queries.verantwoording.publications(with_sample=False))

st.header("Betekenis van de termen")
accountability.definitions(queries.verantwoording.definitions())

st.header("Soorten cijfers en tekens")
accountability.legend(queries.verantwoording.signs())

st.header("Breuken in regio's")
accountability.region_breaks(queries.verantwoording.region_breaks())

st.header("Niveauverdeling: wat niet is in te delen")
accountability.unmapped(queries.verantwoording.unmapped())

st.header("Controles")
accountability.checks(queries.verantwoording.checks(), queries.verantwoording.load())

st.header("Bekende afwijkingen bij CBS")
accountability.known_deviations(queries.verantwoording.known_deviations())

st.header("Categorieën die de bron wel heeft en deze monitor niet")
accountability.unmapped_categories(queries.verantwoording.unmapped_categories())

st.header("Wat is leeg, en waarom")
accountability.empty(queries.verantwoording.empty(), queries.verantwoording.coverage())
