"""Beroepen: which technical occupations are short, in which region, and is it getting worse."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries
from ui.filters import areas, boxes, groups, periods, samples, subjects
from ui.frame import shell
from ui.krapte import employment, levels, occupation, occupations, qualifications, rates
from ui.parts import quotes, shown
from words.tension import CRAFTS, SETS

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
    def national_selection(self) -> str:
        """Return which occupations are shown where there are no techniekdomeinen."""
        return self.selection if self.selection in {*SETS, "all"} else CRAFTS

    @property
    def employed(self) -> pd.DataFrame:
        """Return how many people work in each occupation."""
        return queries.beroepen.employed(
            selection=self.national_selection,
            with_sample=self.with_sample,
            until=periods.until(),
        )

    @property
    def tension(self) -> pd.DataFrame | None:
        """Return the newest tension of the group in the area, if any is loaded."""
        if self.quarter is None:
            return None
        return queries.regios.latest(
            measure="tension",
            breakdown=self.code,
            region_codes=self.area.codes,
            period=self.quarter["period"],
            with_sample=self.with_sample,
        )

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
    assumed = queries.beroepen.levels(uwv_group_code=code)
    occupation.levels(assumed, name)
    groups_of_isco = tuple(sorted(set(assumed["isco_group"].dropna())))
    levels.education(queries.mbo.education(isco_groups=groups_of_isco, until=periods.until()))
    occupation.employment(
        queries.beroepen.employment(
            uwv_group_code=code, with_sample=choice.with_sample, until=periods.until()
        ),
        name,
    )
    members = queries.beroepen.members(uwv_group_code=code)
    wages = queries.beroepen.wages(with_sample=choice.with_sample, until=periods.until())
    occupation.wages(wages, members["occupation_code"], name)
    occupation.members(members, name)
    occupation.titles(queries.beroepen.titles(uwv_group_code=code), name)
    qualifications.of_titles(queries.beroepen.qualifications(uwv_group_code=code), name)
    related = queries.beroepen.related(
        uwv_group_code=code,
        region_code=choice.region.codes[0],
        quarter=periods.code_of(choice.quarter),
        with_sample=choice.with_sample,
    )
    occupation.related(related, choice.quarter is not None, name)


def at_work(choice: Choice) -> None:
    """Show how many work in each occupation, vacancies that were created, and what UWV said."""
    employment.employed(
        choice.employed,
        queries.beroepen.wages(with_sample=choice.with_sample, until=periods.until()),
        "" if choice.is_default else choice.code,
        occupations.name_of_selection(choice.national_selection),
    )
    employment.created(queries.beroepen.created(until=periods.until()))
    rates.show(queries.beroepen.vacancy_rates(until=periods.until()))
    quotes.press(
        queries.regios.press(region_codes=choice.area.provinces, until=periods.until()),
        quotes.ABOUT_AREA,
        f"{choice.area.spoken}_uwv_in_het_nieuws",
    )


VIEWS = {
    "Per regio": where,
    "Ranglijst": ranking,
    "Werkenden en vacatures": at_work,
    "Profiel van een beroep": profile,
}
NATIONAL = {"Werkenden en vacatures": at_work, "Profiel van een beroep": facts}


@shown.part
def page() -> None:
    """Show the finding, the filters and the chosen view; only a choice above runs the rest."""
    boxes.rerun_after_choice_above()
    title, said = st.container(key="finding"), st.container(key="instead")
    with said:
        with_sample = samples.wanted("De spanning per beroepsgroep", "uwv_tension")
    with boxes.filters():
        chosen = groups.occupation_or_title()
        selection = subjects.selection()
        quarter = periods.tension_quarter(with_sample)
    area = areas.nearest(areas.of_label(areas.chosen_area()), "arbeidsmarktregio", "land")
    if quarter is not None:
        with said:
            area = areas.area("arbeidsmarktregio", "land")
    region = areas.one_of(area)
    group = groups.group_shown(chosen, selection, region.codes[0], quarter, with_sample)
    choice = Choice(area, region, group, chosen is None, selection, quarter, with_sample)
    with title:
        occupations.finding(choice.employed, choice.tension, choice.group, chosen is None)
    with said:
        occupations.searched(groups.title_searched(choice.code), choice.code)
    boxes.views(NATIONAL if quarter is None else VIEWS, choice)


page()
