"""Beroepen: which technical occupations are short, in which region, and is it getting worse."""

import pandas as pd
import streamlit as st

import queries
from ui import figures, filters, heatmap, notes, sentences, shell, tables, tension_lines
from ui import occupations as shown

shell.ensure()

TERMS = ("tension", "uwv_group")
VIEWS = ["Per regio", "Ranglijst", "Profiel van een beroep"]

st.title("Beroepen")
st.markdown(
    "Welke technische beroepen zijn krap, in welke regio, en wordt het erger? Een cijfer geldt "
    "voor een hele beroepsgroep van UWV, niet voor één functie."
)
with_sample = filters.with_sample("De spanning per beroepsgroep", "uwv_tension")
places = st.columns([1.25, 1.5, 1.3, 0.95])
with places[0]:
    area = filters.place("arbeidsmarktregio")
with places[1]:
    chosen = filters.occupation_or_title()
with places[2]:
    selection = filters.selection()
with places[3]:
    quarter = filters.tension_quarter(with_sample)
region_code = area.codes[0]
group = shown.group_shown(chosen, region_code, quarter, with_sample)
code, name = group["uwv_group_code"], group["occupation_label"]


def where(quarter: pd.Series) -> None:
    """Show the classes of occupations and regions, and what is chosen there."""
    classes = queries.beroepen_heatmap(
        selection=selection, quarter=quarter["period"], with_sample=with_sample
    )
    st.header(f"Waar is welk beroep krap? {quarter['period_label']}", anchor=False)
    st.markdown(shown.invitation(classes))
    heatmap.show(
        classes,
        period=quarter["period_label"],
        occupation_code=shown.heatmap_row(group, selection),
        region_code=region_code,
        on_choose=shown.choose,
    )
    tables.behind_button(
        shown.told(classes),
        ["field_label", "occupation_label", "region_name", "class_label", "tension_ratio_text"],
        f"Spanning per beroepsgroep en gebied, {quarter['period_label']}",
        "heatmap",
    )
    notes.under(
        classes,
        terms=(*TERMS, "field_tension"),
        key="heatmap",
        file_name=f"spanning_beroepen_gebieden_{quarter['period']}",
    )
    finding(quarter)


def finding(quarter: pd.Series) -> None:
    """Say how tight the chosen occupation is in the chosen region."""
    st.header(name, anchor=False)
    if chosen is None:
        st.markdown(shown.none_chosen(quarter))
    latest = queries.regios_latest(
        measure="tension",
        breakdown=code,
        region_codes=(region_code,),
        period=quarter["period"],
        with_sample=with_sample,
    )
    if latest.empty:
        st.markdown(sentences.no_tension(name, area.name, quarter["period_label"]))
    for _, row in latest.iterrows():
        st.markdown(sentences.tension(row, name))
    notes.under(latest, terms=TERMS, key="finding", file_name=f"spanning_{name}_{area.name}")


def ranking(quarter: pd.Series) -> None:
    """Show the occupations of the region in the order that is asked for."""
    heading, choice = st.columns([3, 1], vertical_alignment="bottom")
    heading.header(f"Ranglijst {area.name}", anchor=False)
    with choice:
        order_by = filters.order()
    st.markdown(shown.ORDERED[order_by])
    ranked = queries.beroepen_ranking(
        selection=selection,
        region_code=region_code,
        quarter=quarter["period"],
        order_by=order_by,
        with_sample=with_sample,
    )
    shown.ranking(ranked, f"Beroepen in {area.name}, {quarter['period_label']}")
    notes.under(
        ranked,
        terms=(*TERMS, "field_tension"),
        key="ranking",
        file_name=f"ranglijst_beroepen_{area.name}_{quarter['period']}",
    )


@st.fragment
def development() -> None:
    """Show the series; what stands beside it changes nothing else on the page."""
    regions, groups = filters.beside("arbeidsmarktregio", region_code, code)
    series = queries.beroepen_series(
        uwv_group_codes=(code, *groups),
        region_codes=tuple(dict.fromkeys((region_code, "NL01", *regions))),
        with_sample=with_sample,
    )
    figures.show(
        tension_lines.draw(series),
        shown.told(series),
        value="tension_ratio",
        about=shown.about(series, f"Spanning per kwartaal, {name}, {area.name}"),
        columns=["period_label", "line_label", "tension_ratio_text", "class_label"],
        terms=TERMS,
        key="series",
        file_name=f"spanning_{name}_{area.name}",
        legend="Vacatures per persoon met kortdurende WW. Stippellijnen: grenzen van de klassen "
        "van UWV. Een staafje: wat het cijfer ten minste en ten hoogste is. Een gat: geen cijfer, "
        "of geen werkzoekenden en dus geen getal.",
    )


def facts() -> None:
    """Show what is known of the chosen occupation in the whole country."""
    st.subheader("Welke mbo-niveaus?", anchor=False)
    levels = queries.beroepen_levels(uwv_group_code=code)
    st.markdown(
        "Landelijke aanname per beroep, gelijk in elke regio; geen gemeten vraag. Over niveaus per "
        "regio is niets gemeten."
    )
    shown.levels(levels)
    notes.under(levels, terms=("mbo_level_share",), key="levels", file_name=f"niveaus_{name}")

    st.subheader("Hoeveel mensen werken erin?", anchor=False)
    employment = queries.beroepen_employment(uwv_group_code=code, with_sample=with_sample)
    tables.show(
        employment,
        ["period_label", "brc_label", "employed", "change", "change_label"],
        "Werkzame personen in Nederland, afgerond op duizend",
    )
    notes.under(
        employment, terms=("employed", "occupation"), key="employed", file_name=f"werkzaam_{name}"
    )
    st.markdown(
        "**Lonen.** Er is geen bron van lonen per beroep geladen; daarom staat hier geen bedrag."
    )

    st.subheader("Wat hoort bij deze groep?", anchor=False)
    members = queries.beroepen_members(uwv_group_code=code)
    shown.members(members)
    notes.under(
        members,
        terms=("uwv_group", "occupation"),
        key="members",
        file_name=f"beroepsgroepen_{name}",
    )
    titles = queries.beroepen_titles(uwv_group_code=code)
    shown.titles(titles, name)
    notes.under(titles, terms=("occupation_title",), key="titles", file_name=f"titels_{name}")

    st.subheader("Verwante beroepsgroepen", anchor=False)
    related = queries.beroepen_related(
        uwv_group_code=code,
        region_code=region_code,
        quarter=shown.quarter_of(quarter),
        with_sample=with_sample,
    )
    shown.related(related, quarter is not None)
    notes.under(
        related,
        terms=("occupation", "uwv_group", "tension"),
        key="related",
        file_name=f"verwant_{name}",
    )


shown.searched(filters.title_searched(code), code)
if quarter is None:
    shown.no_tension()
    st.header(name, anchor=False)
    facts()
    st.stop()

per_region, ranked_list, profile = st.tabs(VIEWS, key="weergave", bind="query-params")
if per_region.open:
    with per_region:
        where(quarter)
if ranked_list.open:
    with ranked_list:
        ranking(quarter)
if profile.open:
    with profile:
        finding(quarter)
        development()
        facts()
