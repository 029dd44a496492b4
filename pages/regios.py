"""Regio's: where is it tight, and is it rising; on a map, in a ranking and over time."""

import streamlit as st

import queries
from ui import filters, measures, notes, region_map, regions, sentences, shell

shell.ensure()

BREAKDOWNS = {"vacancies_per_100_unemployed": "no", "ww_benefits": "total"}
SERIES = {"yes": "seizoengecorrigeerd", "unknown": "niet vermeld of seizoengecorrigeerd is"}
VIEWS = ["Kaart en rang", "Profiel", "Door de tijd", "Naast de buren"]
MOST_NEIGHBOURS = 5

st.title("Regio's")
st.markdown("Waar is het krap of staan vacatures open, en neemt het toe?")
first, second, third = st.columns([1, 1.55, 1.2])
with first:
    measure = filters.measure()
with second:
    kind = filters.level()
with third:
    area = filters.area(kind)
code = measure["measure"]
is_tension = code == "tension"

levels = queries.filters_levels(measure=code)
if not levels.set_index("kind").loc[kind, "is_published"]:
    regions.not_published(measure, levels, kind)
    st.stop()
with_sample = filters.with_sample(f"De maat ‘{measure['label']}’", measure["source_id"])

left, middle, right = st.columns([1.3, 1, 1])
with left:
    if code == "open_vacancies":
        sector = filters.sector()
        breakdown, subject = sector["sector_code"], sector["label"].lower()
    elif is_tension:
        occupations = filters.occupations()
        breakdown, subject = occupations["code"], occupations["label"].lower()
    elif code == "unemployment_pct":
        series = filters.series(code, kind)
        breakdown = "" if series is None else series["breakdown"]
        subject = "" if series is None else series["series_label"]
    else:
        breakdown = BREAKDOWNS[code]
        subject = "niet seizoengecorrigeerd" if breakdown == "no" else "seizoengecorrigeerd"
        st.caption(f"Reeks  \n{subject}")
with middle:
    period = filters.period(code, breakdown, kind, with_sample)
with right:
    basis = filters.basis()
if period is None:
    regions.not_loaded(measure, levels, kind)
    st.stop()

asked = {"measure": code, "breakdown": breakdown, "period": period["period"]}
title = f"{measure['label']}, {subject}"
terms = (measure["term"], "rank", *(("field_tension", "uwv_group") if is_tension else ()))
where, profile, development, neighbours = st.tabs(VIEWS, key="weergave", bind="query-params")

if where.open or profile.open:
    ranking = measures.texts(queries.regios_ranking(kind=kind, with_sample=with_sample, **asked))
if where.open:
    with where:
        st.header(f"{title}, {period['period_label']}", anchor=False)
        if code == "open_vacancies":
            latest = queries.overzicht_latest(region_codes=area.codes, sector_codes=(breakdown,))
            regions.headline(latest, sentences.headline, sentences.behind)
        else:
            latest = queries.regios_latest(
                region_codes=area.codes, with_sample=with_sample, **asked
            )
            if is_tension:
                regions.tension_headline(latest, occupations["label"])
            else:
                regions.headline(latest, sentences.newest, sentences.measured_behind)
        region_map.show(
            ranking,
            level=kind,
            change=f"change_{basis}_text",
            change_label=regions.BASES[basis],
            selected=area.codes,
            on_choose=filters.choose_area,
        )
        regions.table(ranking, basis, f"{title}, {period['period_label']}, in {measure['unit']}")
        file_name = f"{measure['label']}_{kind}_{subject}_{period['period']}"
        notes.under(ranking, terms=terms, key="ranking", file_name=file_name)

if profile.open:
    with profile:
        st.header(f"{area.name}, {period['period_label']}", anchor=False)
        regions.about(
            queries.regios_parts(region_codes=area.codes),
            queries.regios_breaks(region_codes=area.codes),
            area.codes,
        )
        regions.tiles(ranking, area.codes, basis, f"{title}, in {measure['unit']}")
        if is_tension:
            for region_code in area.codes:
                regions.tight_occupations(
                    queries.regios_tight_occupations(
                        region_code=region_code, quarter=period["period"], with_sample=with_sample
                    )
                )
                regions.level_mix(
                    queries.regios_level_mix(
                        region_codes=(region_code,),
                        quarter=period["period"],
                        with_sample=with_sample,
                    )
                )
        if code == "open_vacancies":
            regions.sector_changes(
                queries.regios_sector_changes(region_codes=area.codes, quarter=period["period"]),
                area.name,
            )
        if code == "vacancies_per_100_unemployed":
            for adjusted, said in SERIES.items():
                regions.development(
                    queries.regios_series(
                        region_codes=("NL01",),
                        with_sample=with_sample,
                        **{**asked, "breakdown": adjusted},
                    ),
                    chosen=(),
                    title=f"Nederland, {said}",
                    about=f"{measure['label']}, {said}",
                    terms=terms,
                    key=f"national_{adjusted}",
                )
        if code == "unemployment_pct":
            regions.labour_force(
                queries.regios_labour_force(region_codes=area.provinces), area.name
            )
        if code in {"tension", "ww_benefits"}:
            regions.press(queries.regios_press(region_codes=area.provinces), area.name)

if development.open:
    with development:
        beside = filters.others(kind, area.codes)
        shown = (*area.codes, *beside, "NL01")
        regions.development(
            queries.regios_series(region_codes=shown, with_sample=with_sample, **asked),
            chosen=area.codes,
            title=f"{area.name} over de tijd",
            about=title,
            terms=terms,
            key="series",
        )
        regions.about(
            queries.regios_parts(region_codes=shown),
            queries.regios_breaks(region_codes=shown),
            shown,
        )

if neighbours.open:
    with neighbours:
        near = queries.regios_neighbours(region_codes=area.codes)["region_code"]
        regions.development(
            queries.regios_series(
                region_codes=(*area.codes, *near.head(MOST_NEIGHBOURS)),
                with_sample=with_sample,
                **asked,
            ),
            chosen=area.codes,
            title=f"{area.name} naast de buren",
            about=f"{title}, naast de buren",
            terms=terms,
            key="neighbours",
        )
