"""Beroepen: which technical occupations are short, in which region, and is it getting worse."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries
from ui.filters import areas, boxes, groups, periods, samples, subjects
from ui.frame import shell
from ui.krapte import occupation, occupations
from ui.parts import shown

shell.ensure()


class Choice(NamedTuple):
    """What the reader chose; the quarter is missing when no figure is loaded.

    The region is the one of the area to show where several do not fit.
    """

    area: areas.Area
    region: areas.Area
    group: pd.Series
    is_default: bool
    selection: str
    quarter: pd.Series
    with_sample: bool

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
        selection=choice.selection,
        quarter=choice.quarter["period"],
        with_sample=choice.with_sample,
    )
    occupations.classes(classes, choice.quarter, choice.area.codes, choice.group, choice.selection)
    code = occupations.heatmap_row(choice.group, choice.selection) or choice.code
    name = occupations.name_of(code, choice.group, queries.filters.occupations())
    finding(choice, code, name, choice.area)


def finding(choice: Choice, code: str, name: str, area: areas.Area) -> None:
    """Say how tight an occupation or techniekdomein is in an area."""
    st.header(name, anchor=False)
    if choice.is_default and code == choice.code:
        st.markdown(occupations.NONE_CHOSEN.format(choice.region.spoken))
    latest = queries.regios.latest(
        measure="tension",
        breakdown=code,
        region_codes=area.codes,
        period=choice.quarter["period"],
        with_sample=choice.with_sample,
    )
    occupation.tension(latest, name, area, choice.quarter["period_label"])


def ranking(choice: Choice) -> None:
    """Show the occupations of the region in the order that is asked for."""
    areas.say_one(choice.area)
    heading, before, order = st.columns([1.2, 1, 1], vertical_alignment="bottom")
    heading.header(f"Ranglijst {choice.region.spoken}", anchor=False)
    with before:
        basis = subjects.basis("tension", with_country=False)
    with order:
        order_by = subjects.order()
    st.markdown(occupations.ordered(order_by, basis))
    ranked = queries.beroepen.ranking(
        selection=choice.selection,
        region_code=choice.region.codes[0],
        quarter=choice.quarter["period"],
        basis=basis,
        order_by=order_by,
        with_sample=choice.with_sample,
    )
    occupations.ranking(ranked, basis, choice.region.spoken, choice.quarter, choice.selection)


def profile(choice: Choice) -> None:
    """Show the chosen occupation in the chosen region and in the whole country."""
    areas.say_one(choice.area)
    finding(choice, choice.code, choice.name, choice.region)
    region = choice.region.codes[0]
    places, others = groups.beside("arbeidsmarktregio", region, choice.code)
    codes = (choice.code, *others)
    series = queries.beroepen.series(
        uwv_group_codes=codes,
        region_codes=tuple(dict.fromkeys((region, "NL01", *places))),
        with_sample=choice.with_sample,
        until=periods.until(),
    )
    occupation.development(series, codes, choice.name, choice.region.spoken)
    facts(choice)


def facts(choice: Choice) -> None:
    """Show what is known of the chosen occupation in the whole country."""
    code, name = choice.code, choice.name
    occupation.levels(queries.beroepen.levels(uwv_group_code=code), name)
    occupation.employment(
        queries.beroepen.employment(
            uwv_group_code=code, with_sample=choice.with_sample, until=periods.until()
        ),
        name,
    )
    occupation.members(queries.beroepen.members(uwv_group_code=code), name)
    occupation.titles(queries.beroepen.titles(uwv_group_code=code), name)
    related = queries.beroepen.related(
        uwv_group_code=code,
        region_code=choice.region.codes[0],
        quarter=periods.code_of(choice.quarter),
        with_sample=choice.with_sample,
    )
    occupation.related(related, choice.quarter is not None, name)


VIEWS = {"Per regio": where, "Ranglijst": ranking, "Profiel van een beroep": profile}


@shown.part
def views(with_sample: bool) -> None:
    """Show the filters and the chosen view; a choice leaves what stands above as it is."""
    area = areas.area("arbeidsmarktregio", "land")
    with boxes.folded_on_a_phone("filters"):
        first, second, third = st.columns([1.5, 1.3, 0.95])
        with first:
            chosen = groups.occupation_or_title()
        with second:
            selection = subjects.selection()
        with third:
            quarter = periods.tension_quarter(with_sample)
    region = areas.one_of(area)
    group = groups.group_shown(chosen, selection, region.codes[0], quarter, with_sample)
    choice = Choice(area, region, group, chosen is None, selection, quarter, with_sample)
    occupations.searched(groups.title_searched(choice.code), choice.code)
    if quarter is None:
        occupations.no_tension()
        st.header(choice.name, anchor=False)
        facts(choice)
    else:
        boxes.views(VIEWS, choice)


st.title("Beroepen")
st.markdown(
    "Welke technische beroepen zijn krap, in welke regio, en wordt het erger? Een cijfer geldt "
    "voor een hele beroepsgroep van UWV, niet voor één functie."
)
views(samples.wanted("De spanning per beroepsgroep", "uwv_tension"))
