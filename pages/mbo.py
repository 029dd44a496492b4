"""Vraag en aanbod mbo: which level is asked for, what do schools deliver, and what is unknown."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries
from ui.filters import areas, boxes, periods, samples, subjects
from ui.frame import shell
from ui.krapte import levels, mbo, qualifications
from ui.parts import quotes

shell.ensure()


class Choice(NamedTuple):
    """What the reader chose.

    Attributes:
        area: Of the demand; the supply is of its provinces.
        field: A row of ``mbo/fields``.
        years: The school year of each kind that is counted, as far as there is one.
        selection: The set of occupations that the demand is of.
        quarter: Of the demand, if there is any.
        with_sample: Whether fictitious figures are wanted.
    """

    area: areas.Area
    field: pd.Series
    years: dict[str, str | None]
    selection: str
    quarter: pd.Series | None
    with_sample: bool

    @property
    def older_students(self) -> pd.DataFrame:
        """Return the students of the whole country by the older table of CBS."""
        return queries.mbo.older_students(with_sample=self.with_sample, until=periods.until())

    @property
    def skill_vacancies(self) -> pd.DataFrame:
        """Return the technical vacancies of the whole country by skill level of ISCO."""
        return queries.mbo.skill_vacancies(until=periods.until())

    def supply_of(self, counted: str, places: tuple[str, ...]) -> pd.DataFrame:
        """Return students or graduates of some places."""
        return queries.mbo.supply(
            counted=counted,
            region_codes=places,
            field_code=self.field["field_code"],
            school_year=self.years[counted] or "",
            with_sample=self.with_sample,
        )

    def with_others(self) -> tuple[str, ...]:
        """Return the provinces shown and the whole country; let the reader choose others beside."""
        others = areas.others("provincie", self.area.provinces) if any(self.years.values()) else ()
        return tuple(dict.fromkeys((*self.area.provinces, *others, "NL01")))


def demand(choice: Choice, regions: pd.DataFrame) -> list[str]:
    """Show the technical vacancies per level; return what is missing."""
    st.header("Vraag: openstaande vacatures per niveau")
    levels.skill_vacancies(choice.skill_vacancies)
    if choice.area.is_whole and choice.quarter is not None:
        st.caption(mbo.crossing(regions, choice.area.name))
    mix = queries.regios.level_mix(
        selection=choice.selection,
        region_codes=(*regions["region_code"], "NL01"),
        quarter=periods.code_of(choice.quarter),
        with_sample=choice.with_sample,
    )
    mbo.demand(mix, choice.area.name)
    levels.skill_as_mbo(queries.mbo.skill_as_mbo(until=periods.until()))
    return ["demand"] if mix.empty else []


def supply(choice: Choice, regions: pd.DataFrame) -> list[str]:
    """Show students and graduates per level; return what is missing."""
    area = choice.area
    st.header("Aanbod: studenten en gediplomeerden per niveau")
    if not any(choice.years.values()):
        mbo.national(choice.older_students)
    levels.technical_inflow(queries.mbo.technical_inflow(until=periods.until()))
    in_part = area.kind == "arbeidsmarktregio"
    name = regions["region_name"].iloc[0] if in_part else area.name
    if any(choice.years.values()):
        st.caption(mbo.where_supply_lives(name, not in_part, area.province_names))
    places = choice.with_others()
    found = {counted: choice.supply_of(counted, places) for counted in choice.years}
    for counted, frame in found.items():
        mbo.supply(frame, counted, choice.field["study_field_label"], area.name)
    return [counted for counted, frame in found.items() if frame.empty]


def side_by_side(choice: Choice) -> None:
    """Show demand beside supply, and what is known."""
    area = choice.area
    regions = queries.mbo.labour_regions(region_codes=area.codes, is_whole=area.is_whole)
    first = st.container(key="missing_here")
    with st.container(key="side_by_side"):
        left, right = st.columns(2)
    with left:
        missing = demand(choice, regions)
    with right:
        missing += supply(choice, regions)
        st.header("Gemeten: welke opleiding heeft wie dit werk doet?")
        until = periods.until()
        levels.education(queries.mbo.education(isco_groups=levels.TECHNICAL, until=until))
        levels.education_split(queries.mbo.education_split(until=until))
    with first:
        mbo.missing(missing)
    with st.expander("Wat weten we over mbo 3 en 4, en wat niet?"):
        mbo.what_is_known(queries.mbo.known().iloc[0])
    qualifications.listed()


def per_school_year(choice: Choice) -> None:
    """Show the supply over the school years."""
    st.header("Ontwikkeling van het aanbod per schooljaar")
    if not any(choice.years.values()):
        st.markdown("Zonder cijfers per schooljaar is er geen ontwikkeling te tonen.")
    places = choice.with_others()
    for counted in (counted for counted, year in choice.years.items() if year):
        series = queries.mbo.supply_series(
            counted=counted,
            region_codes=places,
            field_code=choice.field["field_code"],
            with_sample=choice.with_sample,
            until=periods.until(),
        )
        mbo.development(series, counted, choice.field["study_field_label"], choice.area.name)
    mbo.older_students(choice.older_students)
    is_alone = not any(choice.years.values())
    with st.expander("Monitor Techniekpact, elke editie apart", expanded=is_alone):
        levels.skill_editions(choice.skill_vacancies)
        levels.monitor_tables(
            queries.mbo.technical_inflow(until=periods.until()),
            queries.mbo.technical_workers(until=periods.until()),
        )
        levels.technical_unemployment(queries.mbo.technical_unemployment(until=periods.until()))


def work_and_entry(choice: Choice) -> None:
    """Show occupied training places and who entered from work."""
    st.header("Leerwerkplekken (benadering)")
    places = queries.mbo.work_places(
        region_codes=tuple(dict.fromkeys((*choice.area.provinces, "NL01"))),
        school_year=choice.years["students"] or "",
        with_sample=choice.with_sample,
    )
    mbo.work_places(places, choice.area.name)
    quotes.show(
        queries.regios.press(
            region_codes=choice.area.provinces, source_id="sbb_press", until=periods.until()
        ),
        "Cijfers van SBB over stages en leerbanen, zoals aangehaald",
        quotes.ABOUT_PLACES,
        terms=("sbb_press",),
        file_name=f"{choice.area.name}_sbb_in_berichten",
    )
    st.header("Zij-instroom")
    mbo.entrants(queries.mbo.entrants(until=periods.until()))


VIEWS = {
    "Vraag en aanbod": side_by_side,
    "Per schooljaar": per_school_year,
    "Leerwerkplekken en zij-instroom": work_and_entry,
}

title, said = st.container(key="finding"), st.container(key="instead")
with said:
    with_sample = samples.wanted(
        "De vraag per niveau en het aanbod per provincie",
        "uwv_tension",
        "cbs_mbo_students",
        "cbs_mbo_graduates",
    )
area = areas.nearest(areas.of_label(areas.chosen_area()), "provincie", "arbeidsmarktregio", "land")
with boxes.filters() as draw:
    field = subjects.field(with_sample)
    known = [
        queries.mbo.school_years(
            counted=counted,
            region_codes=area.provinces,
            field_code=field["field_code"],
            with_sample=with_sample,
            until=periods.until(),
        )
        for counted in mbo.COUNTED
    ]
    years = dict(zip(mbo.COUNTED, periods.school_year(*known), strict=True))
    selection = subjects.occupation_set()
    quarter = periods.period(
        "tension", selection, "arbeidsmarktregio", with_sample, label="Kwartaal (vraag)"
    )
if quarter is not None or any(years.values()):
    with said:
        areas.area("provincie", "arbeidsmarktregio", "land")
choice = Choice(area, field, years, selection, quarter, with_sample)
with title:
    counted = next((counted for counted, year in years.items() if year), None)
    shown = None if counted is None else choice.supply_of(counted, area.provinces)
    mbo.finding(shown, choice.older_students, field)
with said:
    qualifications.asked()
boxes.views(VIEWS, choice)
draw()
