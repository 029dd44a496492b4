"""Regio's: where do vacancies stand open, and is it rising."""

import streamlit as st

import queries
from ui import charts, figures, filters, notes, region_map, sentences, shell, tables

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
named = [row for _, row in latest.iterrows()]
st.markdown(sentences.paragraphs(sentences.headline(row) for row in named))
if late := sentences.paragraphs(sentences.behind(row) for row in named):
    st.info(late)
series = queries.overzicht_vacancy_series(
    region_codes=(*area.codes, "NL01"), sector_codes=(sector["sector_code"],)
)
figures.show(
    charts.panels(
        series, by="region_name", line="sector_label", value="open_vacancies", unit="vacatures"
    ),
    series,
    value="open_vacancies",
    about=f"Openstaande vacatures per kwartaal, {sector['label'].lower()}",
    columns=["quarter_label", "region_name", "open_vacancies"],
    terms=("open_vacancies", "latest_quarter"),
    key="series",
    file_name=f"{area.name}_{sector['short_label']}_vacatures",
    legend="Grijs: geen cijfers beschikbaar. Elk gebied heeft zijn eigen schaal.",
)

st.header("Spanning volgens CBS")
st.markdown(
    "Openstaande vacatures per 100 werklozen, alle sectoren. CBS-cijfers zijn hier maar van enkele "
    "kwartalen beschikbaar; daarom losse punten en geen lijn. Seizoengecorrigeerde en andere "
    "cijfers zijn niet vergelijkbaar en staan apart."
)
for name, title, codes, adjusted, line in (
    (
        area.name,
        "niet seizoengecorrigeerd",
        (*area.codes, "NL01"),
        ("no",),
        "region_name",
    ),
    ("Nederland", "seizoengecorrigeerd", ("NL01",), ("yes", "unknown"), "adjusted_label"),
):
    st.markdown(f"**{name}, {title}**")
    tension = queries.regios_tension(region_codes=codes, seasonally_adjusted=adjusted)
    figures.show(
        charts.points(
            tension,
            line=line,
            value="vacancies_per_100_unemployed",
            unit="vacatures per 100 werklozen",
        ),
        tension,
        value="vacancies_per_100_unemployed",
        about=f"Openstaande vacatures per 100 werklozen, {title}",
        columns=[
            "quarter_label",
            "region_name",
            "adjusted_label",
            "vacancies_per_100_unemployed",
            "note",
        ],
        terms=("vacancies_per_100_unemployed",),
        key=title,
        file_name=f"{name}_spanning_cbs_{title}",
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

st.header("UWV in het nieuws")
st.markdown(
    "Losse cijfers van UWV die nieuwsberichten aanhaalden, over dit gebied, de arbeidsmarktregio's "
    "die er geheel of deels in liggen, en Nederland. Ze horen niet bij elkaar: ze vormen "
    "geen reeks en staan niet op de kaart of in de rangorde."
)
press = queries.regios_press(region_codes=area.codes)
if press.empty:
    st.info("Over dit gebied is geen aangehaald cijfer geladen.", icon=":material/format_quote:")
else:
    tables.show(
        press,
        ["period_label", "region_text", "indicator_label", "quoted_number", "unit_label", "url"],
        "Cijfers van UWV, zoals aangehaald in het nieuws",
    )
notes.under(press, terms=("uwv_press",), key="press", file_name=f"{area.name}_uwv_in_het_nieuws")
