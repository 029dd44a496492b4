"""Regio's: where is it tight, and is it rising; on a map, in a ranking and over time."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries
import sentences
from ui import filters
from ui import map as region_map
from ui.frame import shell
from ui.krapte import region_profile, regions
from ui.parts import notes
from words import measures

shell.ensure()

SERIES = {"yes": "seizoengecorrigeerd", "unknown": "niet vermeld of seizoengecorrigeerd is"}
MOST_NEIGHBOURS = 5


class Choice(NamedTuple):
    """What the reader chose below the measure, its level and the area."""

    subject: str
    basis: str
    period: pd.Series
    asked: dict[str, str]

    @property
    def title(self) -> str:
        """Return what is shown, in Dutch."""
        return f"{measure['label']}, {self.subject}"

    @property
    def terms(self) -> tuple[str, ...]:
        """Return the terms that explain it."""
        of_groups = ("field_tension", "uwv_group") if measure["measure"] == "tension" else ()
        return (measure["term"], "rank", *of_groups)

    def ranking(self) -> pd.DataFrame:
        """Return the regions of the level, in order, with their texts."""
        return measures.texts(
            queries.regios.ranking(kind=kind, with_sample=with_sample, **self.asked)
        )


def where(choice: Choice) -> None:
    """Show the headline, the map and its ranking."""
    period = choice.period["period_label"]
    st.header(f"{choice.title}, {period}", anchor=False)
    if measure["unit"] != measure["label"].lower():
        st.caption(f"In {measure['unit']}.")
    if measure["measure"] == "open_vacancies":
        latest = queries.overzicht.latest(
            region_codes=area.codes,
            sector_codes=(choice.asked["breakdown"],),
            until=choice.asked["period"],
        )
        regions.headline(latest, sentences.headline, sentences.behind)
    else:
        latest = queries.regios.latest(
            region_codes=area.codes, with_sample=with_sample, **choice.asked
        )
        if measure["measure"] == "tension":
            regions.tension_headline(latest, choice.subject)
        else:
            regions.headline(latest, sentences.newest, sentences.measured_behind)
    ranking = choice.ranking()
    region_map.show(
        ranking,
        about=choice.title,
        period_code=str(choice.period["period"]),
        level=kind,
        change=f"change_{choice.basis}_text",
        change_label=regions.BASES[choice.basis],
        selected=area.codes,
        on_choose=filters.choose_area,
    )
    regions.table(ranking, choice.basis, f"{choice.title}, {period}, in {measure['unit']}")
    file_name = f"{measure['label']}_{kind}_{choice.subject}_{choice.period['period']}"
    notes.under(ranking, terms=choice.terms, key="ranking", file_name=file_name)
    regions.about(
        queries.regios.parts(region_codes=area.codes),
        queries.regios.breaks(region_codes=area.codes),
        area.codes,
    )


def profile(choice: Choice) -> None:
    """Show the chosen region by itself, and what stands behind its figure."""
    st.header(f"{area.name}, {choice.period['period_label']}", anchor=False)
    regions.about(
        queries.regios.parts(region_codes=area.codes),
        queries.regios.breaks(region_codes=area.codes),
        area.codes,
    )
    regions.tiles(
        choice.ranking(), area.codes, choice.basis, f"{choice.title}, in {measure['unit']}"
    )
    code, period = measure["measure"], choice.period["period"]
    if code == "tension":
        for region in area.codes:
            region_profile.tight_occupations(
                queries.regios.tight_occupations(
                    region_code=region, quarter=period, with_sample=with_sample
                )
            )
            region_profile.level_mix(
                queries.regios.level_mix(
                    region_codes=(region,), quarter=period, with_sample=with_sample
                )
            )
    if code == "open_vacancies":
        changes = queries.regios.sector_changes(region_codes=area.codes, quarter=period)
        region_profile.sector_changes(changes, area.name)
    if code == "vacancies_per_100_unemployed":
        for adjusted, said in SERIES.items():
            asked = {**choice.asked, "breakdown": adjusted}
            regions.development(
                queries.regios.series(
                    region_codes=("NL01",), with_sample=with_sample, until=filters.until(), **asked
                ),
                chosen=(),
                title=f"Nederland, {said}",
                about=f"{measure['label']}, {said}",
                terms=choice.terms,
                key=f"national_{adjusted}",
            )
    if code == "unemployment_pct":
        people = queries.regios.labour_force(region_codes=area.provinces, until=filters.until())
        region_profile.labour_force(people, area.name)
    if code != "tension":
        region_profile.lead_to_tension()
    if code in {"tension", "ww_benefits"}:
        region_profile.press(
            queries.regios.press(region_codes=area.provinces, until=filters.until()), area.name
        )


def development(choice: Choice) -> None:
    """Show the chosen region over time, beside Nederland and up to three others."""
    shown = (*area.codes, *filters.others(kind, area.codes), "NL01")
    regions.development(
        queries.regios.series(
            region_codes=shown, with_sample=with_sample, until=filters.until(), **choice.asked
        ),
        chosen=area.codes,
        title=f"{area.name} over de tijd",
        about=choice.title,
        terms=choice.terms,
        key="series",
    )
    regions.about(
        queries.regios.parts(region_codes=shown), queries.regios.breaks(region_codes=shown), shown
    )


def neighbours(choice: Choice) -> None:
    """Show the chosen region over time, beside the regions around it."""
    near = queries.regios.neighbours(region_codes=area.codes)["region_code"]
    shown = (*area.codes, *near.head(MOST_NEIGHBOURS))
    regions.development(
        queries.regios.series(
            region_codes=shown, with_sample=with_sample, until=filters.until(), **choice.asked
        ),
        chosen=area.codes,
        title=f"{area.name} naast de buren",
        about=choice.title,
        terms=choice.terms,
        key="neighbours",
    )


@st.fragment
def views() -> None:
    """Show the chosen view; a choice here leaves what stands above as it is."""
    filters.rerun_after_choice_above()
    left, middle, right = st.columns([1.3, 1, 1])
    with left:
        part = filters.breakdown(measure["measure"], kind)
    with middle:
        period = filters.period(measure["measure"], part.code, kind, with_sample)
    with right:
        basis = filters.basis(measure["measure"])
    if period is None:
        regions.not_loaded(measure, levels, kind)
        return
    asked = {
        "measure": measure["measure"],
        "breakdown": part.code,
        "period": str(period["period"]),
    }
    choice = Choice(part.label, basis, period, asked)
    filters.views(
        {
            "Kaart en rang": where,
            "Profiel": profile,
            "Door de tijd": development,
            "Naast de buren": neighbours,
        },
        choice,
    )


st.title("Regio's")
st.markdown("Waar is het krap of staan vacatures open, en neemt het toe?")
first, second, third = st.columns([1, 1.55, 1.2])
with first:
    measure = filters.measure()
with second:
    kind = filters.level()
with third:
    area = filters.area(kind)
levels = queries.filters.levels(measure=measure["measure"])
if levels.set_index("kind").loc[kind, "is_published"]:
    with_sample = filters.with_sample(f"De maat ‘{measure['label']}’", measure["source_id"])
    views()
else:
    regions.not_published(measure, levels, kind)
