"""Regio's: where is it tight, and is it rising; on a map, in a ranking and over time."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

import queries
import words as nl
from ui import map as region_map
from ui.filters import areas, boxes, periods, samples, subjects
from ui.frame import shell
from ui.krapte import levels, national, region_profile, regions
from ui.parts import quotes, shown
from words.tension import CRAFTS, SETS

shell.ensure()

SERIES = {"yes": "seizoengecorrigeerd", "unknown": "niet vermeld of seizoengecorrigeerd is"}
MOST_NEIGHBOURS = 5
EUROSTAT = "eurostat"


class Choice(NamedTuple):
    """What the reader chose.

    Attributes:
        measure: A row of ``filters/measures``.
        kind: Of regions.
        area: The regions chosen.
        subject: Which part of the measure, in Dutch.
        basis: What to compare with.
        period: A row of ``filters/periods``.
        asked: Parameters of the questions about this measure.
        ranking: The regions of the level, in order, with their texts.
        chosen: The rows of those chosen; of one that has none there its newest figure.
    """

    measure: pd.Series
    kind: str
    area: areas.Area
    subject: str
    basis: str
    period: pd.Series
    asked: dict[str, Any]
    ranking: pd.DataFrame
    chosen: pd.DataFrame

    @property
    def code(self) -> str:
        """Return the code of the measure."""
        return str(self.measure["measure"])

    @property
    def title(self) -> str:
        """Return what is shown, in Dutch."""
        return f"{self.measure['label']}, {self.subject}"

    @property
    def terms(self) -> tuple[str, ...]:
        """Return the terms that explain it."""
        of_groups = (
            ("field_tension", "uwv_group", "occupation_set") if self.code == "tension" else ()
        )
        return (self.measure["term"], "rank", *of_groups)


def where(choice: Choice) -> None:
    """Show the map and its ranking."""
    measure, area, ranking = choice.measure, choice.area, choice.ranking
    period = nl.aged(choice.period["period_label"], choice.asked["period"])
    drawn = regions.drawn(choice.kind, periods.until(), choice.basis, area.codes, **choice.asked)
    region_map.show(
        ranking, drawn, about=choice.title, level=choice.kind, on_choose=areas.choose_area
    )
    regions.table(
        ranking,
        choice.basis,
        f"{choice.title}, {period}, in {measure['unit']}",
        terms=choice.terms,
        file_name=f"{measure['label']}_{choice.kind}_{choice.subject}_{choice.period['period']}",
    )
    regions.about(area.codes)


def profile(choice: Choice) -> None:
    """Show the chosen region by itself, and what stands behind its figure."""
    area, code, period = choice.area, choice.code, choice.period["period"]
    until = periods.until()
    shown_at = choice.chosen.iloc[0] if len(choice.chosen) == 1 else choice.period
    period_label = nl.aged(shown_at["period_label"], shown_at["period"])
    st.header(f"{area.name}, {period_label}", anchor=False)
    regions.about(area.codes)
    about = f"{choice.title}, in {choice.measure['unit']}"
    regions.tiles(choice.chosen, choice.basis, about)
    if code == "tension":
        asked = {
            "selection": choice.asked["breakdown"] if choice.asked["breakdown"] in SETS else CRAFTS,
            "quarter": period,
            "with_sample": choice.asked["with_sample"],
        }
        for region in area.codes:
            region_profile.tight_occupations(
                queries.regios.tight_occupations(region_code=region, **asked)
            )
            region_profile.level_mix(queries.regios.level_mix(region_codes=(region,), **asked))
    if code == "open_vacancies":
        changes = queries.regios.sector_changes(region_codes=area.codes, quarter=period)
        region_profile.sector_changes(changes, area.name)
    if code == "vacancies_per_100_unemployed":
        for adjusted, said in SERIES.items():
            asked = {**choice.asked, "breakdown": adjusted}
            regions.development(
                queries.regios.series(region_codes=("NL01",), until=until, **asked),
                chosen=(),
                title=f"Nederland, {said}",
                about=f"{choice.measure['label']}, {said}",
                terms=choice.terms,
                key=f"national_{adjusted}",
            )
    if code == "unemployment_pct":
        people = queries.regios.labour_force(region_codes=area.provinces, until=until)
        region_profile.labour_force(people, area.name)
    with st.columns(2)[0]:
        national.show(code, until)
    if code == "unemployment_pct":
        levels.technical_unemployment(queries.mbo.technical_unemployment(until=until))
    if code != "tension":
        region_profile.lead_to_tension()
    if code == "staff_shortage_pct":
        region_profile.staff_shortage(
            queries.regios.staff_shortage(region_codes=(*area.codes, *area.provinces), until=until),
            area.name,
        )
    quotes.press(
        queries.regios.press(region_codes=area.provinces, until=until),
        quotes.ABOUT_AREA,
        f"{area.name}_uwv_in_het_nieuws",
    )


def over_time(choice: Choice, beside: tuple[str, ...], title: str, key: str) -> None:
    """Show the chosen region over time, beside others."""
    regions.development(
        queries.regios.series(
            region_codes=tuple(dict.fromkeys((*choice.area.codes, *beside))),
            until=periods.until(),
            **choice.asked,
        ),
        chosen=choice.area.codes,
        title=f"{choice.area.name} {title}",
        about=choice.title,
        terms=choice.terms,
        key=key,
    )


def development(choice: Choice) -> None:
    """Show the chosen region over time, beside Nederland and up to three others."""
    beside = (*areas.others(choice.kind, choice.area.codes), "NL01")
    over_time(choice, beside, "over de tijd", "series")
    if choice.code == "unemployment_pct" and choice.kind == "provincie":
        before_programmes(choice, beside)
    regions.about((*choice.area.codes, *beside))


def before_programmes(choice: Choice, beside: tuple[str, ...]) -> None:
    """Show the years before CBS's own series here, as Eurostat counted them, in panels apart."""
    if choice.asked["breakdown"] == EUROSTAT:
        return
    asked = {**choice.asked, "breakdown": EUROSTAT, "period": "2013JJ00"}
    regions.development(
        queries.regios.series(
            region_codes=tuple(dict.fromkeys((*choice.area.codes, *beside))),
            until=periods.until(),
            **asked,
        ),
        chosen=choice.area.codes,
        title="Voor de programma's, volgens Eurostat",
        about="Werkloosheid per jaar, 1999–2013, een andere telling dan die van CBS",
        terms=("eurostat_unemployment",),
        key="eurostat",
        with_notes=False,
    )


def neighbours(choice: Choice) -> None:
    """Show the chosen region over time, beside the regions around it."""
    near = queries.regios.neighbours(region_codes=choice.area.codes)["region_code"]
    over_time(choice, tuple(near.head(MOST_NEIGHBOURS)), "naast de buren", "neighbours")


NATIONAL = {"Kaart en rang": where, "Profiel": profile, "Door de tijd": development}
VIEWS = {**NATIONAL, "Naast de buren": neighbours}


@shown.part
def page() -> None:
    """Show the finding, the filters and the chosen view; only a choice above runs the rest."""
    boxes.rerun_after_choice_above()
    title, said = st.container(key="finding"), st.container(key="instead")
    with boxes.filters() as draw:
        kind = areas.level()
        measure = subjects.measure(kind)
        code = measure["measure"]
        with said:
            area = areas.area(kind, "land")
        levels = queries.filters.levels(measure=code)
        period = None
        if levels.set_index("kind").loc[kind, "is_published"]:
            with said:
                with_sample = samples.wanted(f"De maat ‘{measure['label']}’", measure["source_id"])
            part = subjects.breakdown(code, kind)
            period = periods.period(code, part.code, kind, with_sample)
            basis = subjects.basis(code)
    if period is None:
        with title:
            regions.nothing(measure, area, kind)
        regions.no_figure(measure, levels, kind)
        with st.columns(2)[0]:
            national.show(code, periods.until())
        draw()
        return
    asked = {
        "measure": code,
        "breakdown": part.code,
        "period": str(period["period"]),
        "with_sample": with_sample,
    }
    ranking = regions.ranked(kind, **asked).copy(deep=False)
    chosen = regions.chosen(kind, area.codes, **asked).copy(deep=False)
    with title:
        if chosen.empty:
            regions.nothing(measure, area, kind)
        else:
            regions.finding(kind, area.codes, part.label, measure["term"], **asked)
    choice = Choice(measure, kind, area, part.label, basis, period, asked, ranking, chosen)
    boxes.views(NATIONAL if area.kind == "land" else VIEWS, choice)
    draw()


page()
