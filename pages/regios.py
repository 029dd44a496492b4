"""Regio's: where is it tight, and is it rising; on a map, in a ranking and over time."""

import streamlit as st

import queries
from ui import filters, measures, notes, region_map, regions, sentences, shell

shell.ensure()

BREAKDOWNS = {"vacancies_per_100_unemployed": "no", "ww_benefits": "total"}
SERIES = {"yes": "seizoengecorrigeerd", "unknown": "niet vermeld of seizoengecorrigeerd is"}
MOST_NEIGHBOURS = 6

st.title("Regio's")
st.markdown("Waar is het krap of staan vacatures open, en neemt het toe?")
first, second, third = st.columns([1, 1.55, 1.2])
with first:
    measure = filters.measure()
with second:
    kind = filters.level()
with third:
    area = filters.area(kind)

levels = queries.filters_levels(measure=measure["measure"])
if not levels.set_index("kind").loc[kind, "is_published"]:
    regions.not_published(measure, levels, kind)
    st.stop()
is_tension = measure["measure"] == "tension"
with_sample = filters.with_sample(f"De maat ‘{measure['label']}’", measure["source_id"])

left, middle, right = st.columns([1.3, 1, 1])
with left:
    if measure["measure"] == "open_vacancies":
        sector = filters.sector()
        breakdown, subject = sector["sector_code"], sector["label"].lower()
    elif is_tension:
        occupations = filters.occupations()
        breakdown, subject = occupations["code"], occupations["label"].lower()
    elif measure["measure"] == "unemployment_pct":
        series = filters.series("unemployment_pct", kind)
        breakdown = "" if series is None else series["breakdown"]
        subject = "" if series is None else series["series_label"]
    else:
        breakdown = BREAKDOWNS[measure["measure"]]
        subject = "niet seizoengecorrigeerd" if breakdown == "no" else "seizoengecorrigeerd"
        st.caption(f"Reeks  \n{subject}")
with right:
    basis = filters.basis()
terms = (measure["term"], "rank", *(("field_tension", "uwv_group") if is_tension else ()))
file_name = f"{measure['label']}_{kind}_{subject}"


@st.fragment
def where() -> None:
    """Show what depends on the period; another one changes nothing else on the page."""
    with middle:
        period = filters.period(measure["measure"], breakdown, kind, with_sample)
    if period is None:
        regions.not_loaded(measure, levels, kind)
        return
    asked = {"measure": measure["measure"], "breakdown": breakdown, "period": period["period"]}
    ranking = measures.texts(queries.regios_ranking(kind=kind, with_sample=with_sample, **asked))
    title = f"{measure['label']}, {subject}, {period['period_label']}"
    st.header(title, anchor=False)
    st.caption(f"In {measure['unit']}.")
    if measure["measure"] == "open_vacancies":
        latest = queries.overzicht_latest(region_codes=area.codes, sector_codes=(breakdown,))
        regions.headline(latest, sentences.headline)
        regions.late(latest, sentences.behind)
    else:
        latest = queries.regios_latest(region_codes=area.codes, with_sample=with_sample, **asked)
        regions.headline(latest, sentences.newest)
        regions.late(latest, sentences.measured_behind)
    regions.tiles(ranking, area.codes, basis)
    region_map.show(
        ranking,
        level=kind,
        change=f"change_{basis}_text",
        change_label=regions.BASES[basis],
        selected=area.codes,
        on_choose=filters.choose_area,
    )
    regions.table(ranking, basis, f"{title}, in {measure['unit']}")
    notes.under(ranking, terms=terms, key="ranking", file_name=f"{file_name}_{period['period']}")

    if is_tension and len(area.codes) == 1:
        region_code, quarter = area.codes[0], period["period"]
        tight = queries.regios_tight_occupations(
            region_code=region_code, quarter=quarter, with_sample=with_sample
        )
        st.header("Welke technische beroepen zijn hier het krapst?")
        regions.tight_occupations(tight)
        st.header("Welk mbo-niveau vragen deze vacatures?")
        mix = queries.regios_level_mix(
            region_codes=area.codes, quarter=quarter, with_sample=with_sample
        )
        regions.level_mix(mix)
    if measure["measure"] == "open_vacancies":
        st.header("In welke sectoren dalen of stijgen vacatures?")
        regions.sector_changes(
            queries.regios_sector_changes(region_codes=area.codes, quarter=period["period"]),
            area.name,
        )


where()

newest = queries.filters_periods(
    measure=measure["measure"], breakdown=breakdown, kind=kind, with_sample=with_sample
)
if newest.empty:
    st.stop()
of_kind = {
    "measure": measure["measure"],
    "breakdown": breakdown,
    "period": newest["period"].iloc[0],
}
st.header(f"{area.name} over de tijd")
beside = filters.others(kind, area.codes)
regions.development(
    queries.regios_series(
        region_codes=(*area.codes, *beside, "NL01"), with_sample=with_sample, **of_kind
    ),
    chosen=area.codes,
    name=area.name,
    about=f"{measure['label']}, {subject}",
    terms=terms,
    key="series",
)
regions.about(
    queries.regios_parts(region_codes=area.codes),
    queries.regios_breaks(region_codes=(*area.codes, *beside)),
    area.codes,
)

near = queries.regios_neighbours(region_codes=area.codes)
if len(near):
    st.header("Naast de buren")
    codes = tuple(near["region_code"].head(MOST_NEIGHBOURS))
    regions.development(
        queries.regios_series(
            region_codes=(*area.codes[:1], *codes), with_sample=with_sample, **of_kind
        ),
        chosen=area.codes,
        name=f"{area.name} en buren",
        about=f"{measure['label']}, {subject}, bij de buren",
        terms=terms,
        key="neighbours",
    )

if measure["measure"] == "vacancies_per_100_unemployed":
    st.header("Nederland, andere reeksen")
    st.markdown("Seizoengecorrigeerde en andere cijfers zijn niet te vergelijken en staan apart.")
    for code, said in SERIES.items():
        national = queries.regios_series(
            region_codes=("NL01",),
            with_sample=False,
            **{**of_kind, "breakdown": code},
        )
        regions.development(
            national,
            chosen=(),
            name=f"Nederland, {said}",
            about=f"{measure['label']}, Nederland, {said}",
            terms=terms,
            key=f"national_{code}",
        )

if measure["measure"] == "unemployment_pct":
    st.header("Beroepsbevolking en werkloosheid")
    st.markdown(
        "Cijfers volgens de oude en de nieuwe methode zijn niet vergelijkbaar en staan apart."
    )
    regions.labour_force(queries.regios_labour_force(region_codes=area.provinces), area.name)

if is_tension or measure["measure"] == "ww_benefits":
    st.header("UWV in het nieuws")
    regions.press(queries.regios_press(region_codes=area.provinces), area.name)
