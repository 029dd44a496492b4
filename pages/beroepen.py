"""Beroepen: which technical occupations are short, in which region, and is it getting worse."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries
import sentences
from drawings import tension_lines
from ui import filters, heatmap
from ui.frame import shell
from ui.krapte import occupations as shown
from ui.krapte import regions
from ui.parts import figures, notes, series_notes, tables

shell.ensure()

TERMS = ("tension", "uwv_group")


class Choice(NamedTuple):
    """What the reader chose; the quarter is missing when no figure is loaded.

    The region is the one of the area to show where several do not fit.
    """

    area: filters.Area
    region: filters.Area
    group: pd.Series
    is_default: bool
    selection: str
    quarter: pd.Series

    @property
    def code(self) -> str:
        """Return the code of the chosen group of UWV."""
        return str(self.group["uwv_group_code"])

    @property
    def name(self) -> str:
        """Return the name of the chosen group."""
        return str(self.group["occupation_label"])


def where(choice: Choice) -> None:
    """Show the classes of occupations and regions, and what is chosen there."""
    classes = queries.beroepen.heatmap(
        selection=choice.selection, quarter=choice.quarter["period"], with_sample=with_sample
    )
    st.header(f"Waar is welk beroep krap? {choice.quarter['period_label']}", anchor=False)
    st.markdown(shown.invitation(classes))
    heatmap.show(
        classes,
        period=choice.quarter["period_label"],
        occupation_code=shown.heatmap_row(choice.group, choice.selection),
        region_codes=choice.area.codes,
        on_choose=shown.choose,
    )
    tables.behind_button(
        shown.told(classes),
        ["field_label", "occupation_label", "region_name", "class_label", "tension_ratio_text"],
        f"Spanning per beroepsgroep en gebied, {choice.quarter['period_label']}",
        "heatmap",
    )
    notes.under(
        classes,
        terms=(*TERMS, "field_tension"),
        key="heatmap",
        file_name=f"spanning_beroepen_gebieden_{choice.quarter['period']}",
    )
    row = shown.heatmap_row(choice.group, choice.selection) or choice.code
    finding(choice, row, shown.name_of(row, choice.group), choice.area)


def finding(choice: Choice, code: str, name: str, area: filters.Area) -> None:
    """Say how tight an occupation or techniekdomein is in an area."""
    st.header(name, anchor=False)
    if choice.is_default and code == choice.code:
        st.markdown(shown.none_chosen(choice.quarter, choice.region.spoken))
    latest = queries.regios.latest(
        measure="tension",
        breakdown=code,
        region_codes=area.codes,
        period=choice.quarter["period"],
        with_sample=with_sample,
    )
    if latest.empty:
        st.markdown(sentences.no_tension(name, area.spoken, choice.quarter["period_label"]))
    said = [sentences.tension(row, name) for _, row in latest.iterrows()]
    st.markdown(sentences.bullets(said) if len(said) > 1 else sentences.paragraphs(said))
    regions.about(
        queries.regios.parts(region_codes=area.codes),
        queries.regios.breaks(region_codes=area.codes),
        area.codes,
    )
    notes.under(latest, terms=TERMS, key="finding", file_name=f"spanning_{name}_{area.spoken}")


def ranking(choice: Choice) -> None:
    """Show the occupations of the region in the order that is asked for."""
    filters.say_one(choice.area)
    heading, before, order = st.columns([1.2, 1, 1], vertical_alignment="bottom")
    heading.header(f"Ranglijst {choice.region.spoken}", anchor=False)
    with before:
        basis = filters.basis("tension", with_country=False)
    with order:
        order_by = filters.order()
    st.markdown(shown.ordered(order_by, basis))
    ranked = queries.beroepen.ranking(
        selection=choice.selection,
        region_code=choice.region.codes[0],
        quarter=choice.quarter["period"],
        basis=basis,
        order_by=order_by,
        with_sample=with_sample,
    )
    caption = f"Beroepen in {choice.region.spoken}, {choice.quarter['period_label']}"
    shown.ranking(ranked, basis, caption)
    notes.under(
        ranked,
        terms=(*TERMS, "field_tension"),
        key="ranking",
        file_name=f"ranglijst_beroepen_{choice.region.spoken}_{choice.quarter['period']}",
    )


def development(choice: Choice) -> None:
    """Show the series; what stands beside it changes nothing else on the page."""
    places, groups = filters.beside("arbeidsmarktregio", choice.region.codes[0], choice.code)
    series = queries.beroepen.series(
        uwv_group_codes=(choice.code, *groups),
        region_codes=tuple(dict.fromkeys((choice.region.codes[0], "NL01", *places))),
        with_sample=with_sample,
        until=filters.until(),
    )
    if series.empty:
        st.markdown(f"Van {choice.name.lower()} is nog geen enkel kwartaal gepubliceerd.")
        return
    found = series_notes.about(series, occupation_codes=(choice.code, *groups))
    figures.show(
        tension_lines.draw(series, found),
        shown.told(series),
        value="tension_ratio",
        about=shown.about(series, f"Spanning per kwartaal, {choice.name}, {choice.region.spoken}"),
        columns=["period_label", "line_label", "tension_ratio_text", "class_label"],
        terms=TERMS,
        key="series",
        file_name=f"spanning_{choice.name}_{choice.region.spoken}",
        legend="Vacatures per persoon met kortdurende WW. Stippellijnen: grenzen van de klassen "
        "van UWV. Een staafje: wat het cijfer ten minste en ten hoogste is. Een gat: geen cijfer, "
        "of geen werkzoekenden en dus geen getal.",
        notes_shown=found,
    )


def profile(choice: Choice) -> None:
    """Show the chosen occupation in the chosen region and in the whole country."""
    filters.say_one(choice.area)
    finding(choice, choice.code, choice.name, choice.region)
    development(choice)
    facts(choice)


def facts(choice: Choice) -> None:
    """Show what is known of the chosen occupation in the whole country."""
    st.subheader("Welke mbo-niveaus?", anchor=False)
    levels = queries.beroepen.levels(uwv_group_code=choice.code)
    st.markdown(
        "Landelijke aanname per beroep, gelijk in elke regio; geen gemeten vraag. Over niveaus per "
        "regio is niets gemeten."
    )
    shown.levels(levels)
    notes.under(
        levels, terms=("mbo_level_share",), key="levels", file_name=f"niveaus_{choice.name}"
    )

    st.subheader("Hoeveel mensen werken erin?", anchor=False)
    employment = queries.beroepen.employment(
        uwv_group_code=choice.code, with_sample=with_sample, until=filters.until()
    )
    tables.show(
        employment,
        ["period_label", "brc_label", "employed", "change", "change_label"],
        "Werkzame personen in Nederland, afgerond op duizend",
    )
    notes.under(
        employment,
        terms=("employed", "occupation"),
        key="employed",
        file_name=f"werkzaam_{choice.name}",
    )
    st.markdown(
        "**Lonen.** Er is geen bron van lonen per beroep geladen; daarom staat hier geen bedrag."
    )

    st.subheader("Wat hoort bij deze groep?", anchor=False)
    members = queries.beroepen.members(uwv_group_code=choice.code)
    shown.members(members)
    notes.under(
        members,
        terms=("uwv_group", "occupation"),
        key="members",
        file_name=f"beroepsgroepen_{choice.name}",
    )
    titles = queries.beroepen.titles(uwv_group_code=choice.code)
    shown.titles(titles, choice.name)
    notes.under(
        titles, terms=("occupation_title",), key="titles", file_name=f"titels_{choice.name}"
    )

    st.subheader("Verwante beroepsgroepen", anchor=False)
    related = queries.beroepen.related(
        uwv_group_code=choice.code,
        region_code=choice.region.codes[0],
        quarter=shown.quarter_of(choice.quarter),
        with_sample=with_sample,
    )
    shown.related(related, choice.quarter is not None)
    notes.under(
        related,
        terms=("occupation", "uwv_group", "tension"),
        key="related",
        file_name=f"verwant_{choice.name}",
    )


@st.fragment
def views() -> None:
    """Show the filters and the chosen view; a choice leaves what stands above as it is."""
    first, second, third, fourth = st.columns([1.25, 1.5, 1.3, 0.95])
    with first:
        area = filters.area("arbeidsmarktregio", "land")
    with second:
        chosen = filters.occupation_or_title()
    with third:
        selection = filters.selection()
    with fourth:
        quarter = filters.tension_quarter(with_sample)
    region = filters.one_of(area)
    group = shown.group_shown(chosen, region.codes[0], quarter, with_sample)
    choice = Choice(area, region, group, chosen is None, selection, quarter)
    shown.searched(filters.title_searched(choice.code), choice.code)
    if quarter is None:
        shown.no_tension()
        st.header(choice.name, anchor=False)
        facts(choice)
        return
    filters.views(
        {"Per regio": where, "Ranglijst": ranking, "Profiel van een beroep": profile}, choice
    )


st.title("Beroepen")
st.markdown(
    "Welke technische beroepen zijn krap, in welke regio, en wordt het erger? Een cijfer geldt "
    "voor een hele beroepsgroep van UWV, niet voor één functie."
)
with_sample = filters.with_sample("De spanning per beroepsgroep", "uwv_tension")
views()
