"""Regio's: where do vacancies stand open, and is it rising."""

import streamlit as st

import queries
from ui import charts, filters, notes, region_map, sentences, shell, tables

shell.ensure()

st.title("Regio's")
st.markdown(
    "Waar staan vacatures open, en neemt het toe? Grote provincies hebben meer vacatures; dit "
    "aantal is geen maat voor krapte."
)
left, right = st.columns(2)
with left:
    area = filters.area()
with right:
    sector = filters.sector()


@st.fragment
def where() -> None:
    """Show map and ranking; another quarter changes nothing else on the page."""
    heading, choice = st.columns([3, 1], vertical_alignment="bottom")
    with choice:
        quarter = filters.quarter(sector["sector_code"])
    title = f"Openstaande vacatures, {sector['label'].lower()}, {quarter['quarter_label']}"
    heading.header(title, anchor=False)
    ranking = queries.regios_ranking(sector_code=sector["sector_code"], quarter=quarter["quarter"])
    region_map.show(
        ranking,
        level="provincie",
        value="open_vacancies",
        unit="openstaande vacatures",
        period=quarter["quarter_label"],
        selected=area.codes,
        on_choose=filters.choose_area,
    )
    tables.behind_button(
        ranking,
        ["rank", "region_name", "open_vacancies", "open_vacancies_year_before", "change"],
        f"{title}; een verschil van hoogstens 100 ligt binnen de afronding",
        "ranking",
    )
    notes.under(
        ranking,
        terms=("open_vacancies", "latest_quarter"),
        key="ranking",
        file_name=f"provincies_{sector['short_label']}_{quarter['quarter']}",
    )


where()

latest = queries.overzicht_latest(region_codes=area.codes, sector_codes=(sector["sector_code"],))
st.header(f"{area.name} naast Nederland")
for _, row in latest.iterrows():
    st.markdown(sentences.headline(row))
    if late := sentences.behind(row):
        st.info(late)
series = queries.overzicht_vacancy_series(
    region_codes=(*area.codes, "NL01"), sector_codes=(sector["sector_code"],)
)
series.attrs["value"] = "open_vacancies"
st.plotly_chart(
    charts.panels(
        series, by="region_name", line="sector_label", value="open_vacancies", unit="vacatures"
    ),
    theme=None,
    config=charts.CONFIG,
    alt=f"Openstaande vacatures per kwartaal. {sentences.trend(series)}",
)
st.caption("Grijs: geen cijfers beschikbaar. Elk gebied heeft zijn eigen schaal.")
tables.behind_button(
    series,
    ["quarter_label", "region_name", "open_vacancies"],
    f"Openstaande vacatures per kwartaal, {sector['label'].lower()}",
    "series",
)
notes.under(
    series,
    terms=("open_vacancies", "latest_quarter"),
    key="series",
    file_name=f"{area.name}_{sector['short_label']}_vacatures",
)

tension = queries.regios_tension(region_codes=area.codes)
tension.attrs["value"] = "vacancies_per_100_unemployed"
st.header("Spanning volgens CBS")
st.markdown(
    "Openstaande vacatures per 100 werklozen, alle sectoren, niet seizoengecorrigeerd. CBS-cijfers "
    "zijn hier maar van enkele kwartalen beschikbaar; daarom losse punten en geen lijn."
)
st.plotly_chart(
    charts.points(
        tension,
        line="region_name",
        value="vacancies_per_100_unemployed",
        unit="vacatures per 100 werklozen",
    ),
    theme=None,
    config=charts.CONFIG,
    alt=f"Vacatures per 100 werklozen. {sentences.trend(tension)}",
)
tables.behind_button(
    tension,
    ["quarter_label", "region_name", "vacancies_per_100_unemployed", "note"],
    "Openstaande vacatures per 100 werklozen, niet seizoengecorrigeerd",
    "tension",
)
notes.under(
    tension,
    terms=("vacancies_per_100_unemployed",),
    key="tension",
    file_name=f"{area.name}_spanning_cbs",
)

adjusted = queries.regios_tension_adjusted()
adjusted.attrs["value"] = "vacancies_per_100_unemployed"
st.markdown("**Nederland, seizoengecorrigeerd.** Niet te vergelijken met de provincies hierboven.")
st.plotly_chart(
    charts.points(
        adjusted,
        line="adjusted_label",
        value="vacancies_per_100_unemployed",
        unit="vacatures per 100 werklozen",
    ),
    theme=None,
    config=charts.CONFIG,
    alt=f"Vacatures per 100 werklozen. {sentences.trend(adjusted)}",
)
tables.behind_button(
    adjusted,
    ["quarter_label", "vacancies_per_100_unemployed", "adjusted_label", "note"],
    "Openstaande vacatures per 100 werklozen, Nederland",
    "adjusted",
)
notes.under(
    adjusted,
    terms=("vacancies_per_100_unemployed",),
    key="adjusted",
    file_name="nederland_spanning_cbs_seizoengecorrigeerd",
)

labour_force = queries.regios_labour_force(region_codes=area.codes)
st.header("Beroepsbevolking en werkloosheid")
st.markdown("Cijfers volgens de oude en de nieuwe methode zijn niet vergelijkbaar en staan apart.")
for name, rows in labour_force.groupby("series_label", sort=False):
    tables.show(
        rows,
        [
            "period_label",
            "region_name",
            "labour_force",
            "employed",
            "unemployed",
            "unemployment_pct",
        ],
        f"Personen van 15 tot 75 jaar, {name}",
    )
notes.under(
    labour_force,
    terms=("labour_force", "unemployment_pct"),
    key="labour_force",
    file_name=f"{area.name}_beroepsbevolking",
)
