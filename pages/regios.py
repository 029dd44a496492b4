"""Regio's: where is it tight, and is it rising; on a map, in a ranking and over time."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

import queries
import sentences
from ui import map as region_map
from ui.filters import areas, boxes, periods, samples, subjects
from ui.frame import shell
from ui.krapte import region_profile, regions
from ui.parts import shown
from words import measures
from words.tension import CRAFTS, SETS

shell.ensure()

SERIES = {"yes": "seizoengecorrigeerd", "unknown": "niet vermeld of seizoengecorrigeerd is"}
MOST_NEIGHBOURS = 5


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
    """

    measure: pd.Series
    kind: str
    area: areas.Area
    subject: str
    basis: str
    period: pd.Series
    asked: dict[str, Any]

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

    def ranking(self) -> pd.DataFrame:
        """Return the regions of the level, in order, with their texts."""
        return measures.texts(queries.regios.ranking(kind=self.kind, **self.asked))


def where(choice: Choice) -> None:
    """Show the headline, the map and its ranking."""
    measure, area = choice.measure, choice.area
    st.header(f"{choice.title}, {choice.period['period_label']}", anchor=False)
    if measure["unit"] != measure["label"].lower():
        st.caption(f"In {measure['unit']}.")
    if choice.code == "open_vacancies":
        latest = queries.overzicht.latest(
            region_codes=area.codes,
            sector_codes=(choice.asked["breakdown"],),
            until=choice.asked["period"],
        )
        regions.headline(latest, sentences.headline, sentences.behind)
    else:
        latest = queries.regios.latest(region_codes=area.codes, **choice.asked)
        regions.measured(latest, choice.code, choice.subject)
    ranking = choice.ranking()
    region_map.show(
        ranking,
        about=choice.title,
        period_code=str(choice.period["period"]),
        level=choice.kind,
        change=f"change_{choice.basis}_text",
        change_label=regions.BASES[choice.basis],
        selected=area.codes,
        on_choose=areas.choose_area,
    )
    regions.table(
        ranking,
        choice.basis,
        f"{choice.title}, {choice.period['period_label']}, in {measure['unit']}",
        terms=choice.terms,
        file_name=f"{measure['label']}_{choice.kind}_{choice.subject}_{choice.period['period']}",
    )
    regions.about(area.codes)


def profile(choice: Choice) -> None:
    """Show the chosen region by itself, and what stands behind its figure."""
    area, code, period = choice.area, choice.code, choice.period["period"]
    until = periods.until()
    st.header(f"{area.name}, {choice.period['period_label']}", anchor=False)
    regions.about(area.codes)
    about = f"{choice.title}, in {choice.measure['unit']}"
    regions.tiles(choice.ranking(), area.codes, choice.basis, about)
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
    if code != "tension":
        region_profile.lead_to_tension()
    if code in {"tension", "ww_benefits"}:
        quoted = queries.regios.press(region_codes=area.provinces, until=until)
        region_profile.press(quoted, area.name)


def over_time(choice: Choice, beside: tuple[str, ...], title: str, key: str) -> None:
    """Show the chosen region over time, beside others."""
    regions.development(
        queries.regios.series(
            region_codes=(*choice.area.codes, *beside), until=periods.until(), **choice.asked
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
    regions.about((*choice.area.codes, *beside))


def neighbours(choice: Choice) -> None:
    """Show the chosen region over time, beside the regions around it."""
    near = queries.regios.neighbours(region_codes=choice.area.codes)["region_code"]
    over_time(choice, tuple(near.head(MOST_NEIGHBOURS)), "naast de buren", "neighbours")


VIEWS = {
    "Kaart en rang": where,
    "Profiel": profile,
    "Door de tijd": development,
    "Naast de buren": neighbours,
}


@shown.part
def views(
    measure: pd.Series, kind: str, area: areas.Area, levels: pd.DataFrame, with_sample: bool
) -> None:
    """Show the chosen view; a choice here leaves what stands above as it is."""
    boxes.rerun_after_choice_above()
    code = measure["measure"]
    with boxes.folded_on_a_phone("part"):
        left, middle, right = st.columns([1.3, 1, 1])
        with left:
            part = subjects.breakdown(code, kind)
        with middle:
            period = periods.period(code, part.code, kind, with_sample)
        with right:
            basis = subjects.basis(code)
    if period is None:
        regions.no_figure(measure, levels, kind)
        return
    asked = {
        "measure": code,
        "breakdown": part.code,
        "period": str(period["period"]),
        "with_sample": with_sample,
    }
    boxes.views(VIEWS, Choice(measure, kind, area, part.label, basis, period, asked))


st.title("Regio's")
st.markdown("Waar is het krap of staan vacatures open, en neemt het toe?")
with boxes.folded_on_a_phone("level"):
    first, second = st.columns(2)
    with second:
        kind = areas.level()
    with first:
        measure = subjects.measure(kind)
area = areas.area(kind)
levels = queries.filters.levels(measure=measure["measure"])
if levels.set_index("kind").loc[kind, "is_published"]:
    with_sample = samples.wanted(f"De maat ‘{measure['label']}’", measure["source_id"])
    views(measure, kind, area, levels, with_sample)
else:
    regions.no_figure(measure, levels, kind)
