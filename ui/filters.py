"""The choices that pages share; each stands in the URL under its Dutch name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

import queries
from exports.tables import SAMPLE
from ui import measures

COALITION = "Techniekcoalitie Oost"
COALITION_CODES = ("PV23", "PV25")
COUNTRY = "Nederland"
COUNTRY_CODE = "NL01"
LATEST = "Laatste"
UNKNOWN = "_unknown_in_link"
CHANGED = "_changed_elsewhere"
LEVELS = {"provincie": "Provincie", "arbeidsmarktregio": "Arbeidsmarktregio", "corop": "COROP"}
MOST_OTHERS = 3
ALL_TECHNICAL = "Alle technische beroepen"


class Breakdown(NamedTuple):
    """A part of a measure, as ``region_figure`` has it.

    Attributes:
        code: Of the sector, occupations or series.
        label: Its name in Dutch.
    """

    code: str
    label: str


ONLY_SERIES = {
    "vacancies_per_100_unemployed": Breakdown("no", "niet seizoengecorrigeerd"),
    "ww_benefits": Breakdown("total", "seizoengecorrigeerd"),
}


class Area(NamedTuple):
    """A choice of one region, or of all that belong to the Techniekcoalitie Oost.

    Attributes:
        name: As it stands in the URL.
        kind: Of its regions: ``provincie``, ``arbeidsmarktregio`` or ``corop``.
        codes: Of its regions.
        provinces: Codes of the provinces that these lie in, largest part first.
        province_names: Their names.
    """

    name: str
    kind: str
    codes: tuple[str, ...]
    provinces: tuple[str, ...]
    province_names: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Return whether the area consists of whole provinces."""
        return self.kind == "provincie"


def area(*kinds: str) -> Area:
    """Let the reader choose a region of these kinds, or the Techniekcoalitie Oost.

    A link that asks for a region of another kind gives the one that it lies in, or its largest
    part.
    """
    _swap_default("gebied", COUNTRY, COALITION)
    regions = queries.filters_regions()
    labels = [COALITION, *regions.loc[regions["kind"].isin(kinds), "label"]]
    chosen = _choose("Gebied", "gebied", labels, lambda asked: counterpart(asked, *kinds))
    if chosen == COALITION:
        provinces = regions[regions["region_code"].isin(COALITION_CODES)]
        found = regions[regions["kind"].eq(kinds[0]) & _lies_in(regions, COALITION_CODES)]
        return Area(
            COALITION,
            kinds[0],
            tuple(found["region_code"]),
            COALITION_CODES,
            tuple(provinces["name"]),
        )
    row = regions.set_index("label").loc[chosen]
    return Area(
        chosen,
        row["kind"],
        (row["region_code"],),
        tuple(row["province_codes"]),
        tuple(row["province_names"]),
    )


def place(kind: str) -> Area:
    """Let the reader choose Nederland or one region of a kind, where several cannot be added up."""
    _swap_default("gebied", COALITION, COUNTRY)
    regions = queries.filters_regions()
    labels = [COUNTRY, *regions.loc[regions["kind"].eq(kind), "label"]]
    chosen = _choose("Gebied", "gebied", labels, lambda asked: _place_for(asked, kind))
    if chosen == COUNTRY:
        return Area(COUNTRY, "land", (COUNTRY_CODE,), (), ())
    row = regions.set_index("label").loc[chosen]
    return Area(
        row["name"],
        kind,
        (row["region_code"],),
        tuple(row["province_codes"]),
        tuple(row["province_names"]),
    )


def _place_for(asked: str, kind: str) -> str:
    return COUNTRY if _region_labelled(asked) is None else counterpart(asked, kind)


def _swap_default(key: str, other: str, own: str) -> None:
    """Start from the default of this page where another page left its own, unless a link asks."""
    if key not in st.query_params and st.session_state.get(key) == other:
        st.session_state[key] = own


def _lies_in(regions: pd.DataFrame, provinces: Sequence[str]) -> pd.Series:
    return regions["province_codes"].map(lambda codes: not set(codes).isdisjoint(provinces))


def choose_area(region_code: str) -> None:
    """Choose a region from elsewhere on the page, such as the map."""
    labels = queries.filters_regions().set_index("region_code")["label"]
    _set("gebied", COUNTRY if region_code == COUNTRY_CODE else labels[region_code])


def level() -> str:
    """Let the reader choose a kind of region; a choice takes the area along."""
    names = list(LEVELS.values())
    asked = _region_labelled(st.query_params.get("gebied"))
    if "niveau" not in st.session_state and "niveau" not in st.query_params and asked is not None:
        st.session_state["niveau"] = LEVELS[asked["kind"]]
    _note_unknown("Niveau", "niveau", names)
    chosen = st.segmented_control(
        "Niveau",
        names,
        default=None if "niveau" in st.session_state else names[0],
        required=True,
        wrap=True,
        key="niveau",
        bind="query-params",
        persist_state="session",
        on_change=_take_area_along,
    )
    return next(kind for kind, name in LEVELS.items() if name == chosen)


def choose_level(kind: str) -> None:
    """Choose a kind of region from elsewhere on the page."""
    _set("niveau", LEVELS[kind])
    _take_area_along()


def _take_area_along() -> None:
    kind = next(kind for kind, name in LEVELS.items() if name == st.session_state["niveau"])
    st.session_state["gebied"] = counterpart(st.session_state.get("gebied", COALITION), kind)
    _forget("gebied")


def _region_labelled(label: str | None) -> pd.Series | None:
    regions = queries.filters_regions().set_index("label", drop=False)
    return regions.loc[label] if label in regions.index else None


def counterpart(label: str, *kinds: str) -> str:
    """Return the label of the region of these kinds that goes with another one.

    Args:
        label: Of a region of any kind; one that is unknown gives the coalition.
        kinds: The kinds wanted, the first before the others.
    """
    region = _region_labelled(label)
    if region is None or region["kind"] in kinds:
        return COALITION if region is None else label
    regions = queries.filters_regions()
    wanted = regions[regions["kind"].eq(kinds[0])]
    main = region["province_codes"][0]
    within = wanted[wanted["province_codes"].map(lambda codes: codes[0] == main)]
    within = within.sort_values("municipalities_in_first", ascending=False, kind="stable")
    by_name = within[within["name"] == region["name"]]
    return str((by_name if len(by_name) else within)["label"].iloc[0])


def measure() -> pd.Series:
    """Let the reader choose a measure; return its row of ``filters/measures``."""
    measures = queries.filters_measures().set_index("label", drop=False)
    return measures.loc[_choose("Maat", "maat", list(measures.index))]


def choose_measure(label: str) -> None:
    """Choose a measure from elsewhere on the page."""
    _set("maat", label)


def choose_tension() -> None:
    """Choose the tension of UWV, at the level where it is published."""
    choose_measure("Spanning (UWV)")
    choose_level("arbeidsmarktregio")


def sector() -> pd.Series:
    """Let the reader choose a sector; return its row of ``filters/sectors``."""
    sectors = queries.filters_sectors().set_index("short_label", drop=False)
    return sectors.loc[_choose("Sector", "sector", list(sectors.index))]


def occupations() -> pd.Series:
    """Let the reader choose all technical occupations, a techniekdomein or one group.

    Returns:
        Its row of ``filters/occupations``.
    """
    found = queries.filters_occupations().set_index("label", drop=False)
    return found.loc[_choose("Beroep", "beroep", list(found.index))]


def series(measure_code: str, kind: str) -> pd.Series | None:
    """Let the reader choose a series where there are several; return its row, or None."""
    found = queries.filters_series(measure=measure_code, kind=kind)
    if found.empty:
        return None
    named = found.set_index("series_label", drop=False)
    return named.loc[_choose("Reeks", "reeks", list(named.index))]


def breakdown(measure_code: str, kind: str) -> Breakdown:
    """Let the reader choose the part of a measure: a sector, occupations or a series.

    Args:
        measure_code: The measure.
        kind: Of regions.
    """
    if measure_code == "open_vacancies":
        row = sector()
        return Breakdown(row["sector_code"], row["label"].lower())
    if measure_code == "tension":
        row = occupations()
        return Breakdown(row["code"], row["label"])
    if measure_code == "unemployment_pct":
        found = series(measure_code, kind)
        return Breakdown(*("", "") if found is None else found[["breakdown", "series_label"]])
    only = ONLY_SERIES[measure_code]
    st.caption(f"Reeks  \n{only.label}")
    return only


def period(
    measure_code: str, breakdown: str, kind: str, with_sample: bool, label: str = "Periode"
) -> pd.Series | None:
    """Let the reader choose a period with figures, the newest unless asked for another.

    Args:
        measure_code: Of ``filters/measures``.
        breakdown: Of the measure.
        kind: Of regions.
        with_sample: Whether fictitious figures count.
        label: Of the box.

    Returns:
        Its row of ``filters/periods``, or None when there is no figure at all.
    """
    found = queries.filters_periods(
        measure=measure_code, breakdown=breakdown, kind=kind, with_sample=with_sample
    )
    if found.empty:
        return None
    return _choose_period(found, label)


def tension_quarter(with_sample: bool) -> pd.Series | None:
    """Let the reader choose a quarter in which any occupation has a tension.

    Returns:
        Its row of ``beroepen/quarters``, or None when there is no figure at all.
    """
    found = queries.beroepen_quarters(with_sample=with_sample)
    return None if found.empty else _choose_period(found)


def _choose_period(found: pd.DataFrame, label: str = "Periode") -> pd.Series:
    labelled = found.set_index("period_label", drop=False)
    name = _choose(label, "periode", [LATEST, *labelled.index])
    return found.iloc[0] if name == LATEST else labelled.loc[name]


def selection() -> str:
    """Let the reader choose which occupations to compare.

    Returns:
        ``all_technical``, ``fields`` or ``all``.
    """
    selections = {
        "Technische beroepen": "all_technical",
        "Per techniekdomein": "fields",
        "Alle beroepen": "all",
    }
    return selections[_choose("Beroepen", "toon", list(selections))]


def order() -> str:
    """Let the reader choose the order of the ranking of occupations.

    Returns:
        ``tension``, ``open_vacancies`` or ``change``.
    """
    orders = {
        "spanning": "tension",
        "openstaande vacatures": "open_vacancies",
        "verandering in een jaar": "change",
    }
    return orders[_choose("Volgorde", "volgorde", list(orders))]


def basis(measure_code: str) -> str:
    """Let the reader choose what figures are compared with; counts not with the whole country.

    Args:
        measure_code: The measure.

    Returns:
        ``year_before``, ``previous`` or ``country``.
    """
    bases = {
        "een jaar eerder": "year_before",
        "de vorige periode": "previous",
        "Nederland": "country",
    }
    if measure_code in measures.COUNTS:
        del bases["Nederland"]
    return bases[_choose("Vergelijk met", "vergelijk", list(bases))]


def others(kind: str, chosen: Sequence[str]) -> tuple[str, ...]:
    """Let the reader choose up to three other regions to stand beside the chosen ones.

    Returns:
        Their codes.
    """
    regions = queries.filters_regions()
    regions = regions[regions["kind"].eq(kind) & ~regions["region_code"].isin(chosen)]
    labels = regions.set_index("label")["region_code"]
    picked = _choose_some("Zet ernaast", "naast", list(labels.index))
    return tuple(labels[label] for label in picked)


def occupation_or_title() -> pd.Series | None:
    """Let the reader search a group of UWV by its name or by a title that leads to it.

    A title gives its group and stays in the URL as ``titel``.

    Returns:
        The row of ``beroepen/choices`` of the group, or None when none was chosen.
    """
    choices = queries.beroepen_choices().set_index("label", drop=False)
    if st.session_state.get("beroep") in (None, ALL_TECHNICAL):
        st.session_state.pop("beroep", None)
        if st.query_params.get("beroep") == ALL_TECHNICAL:
            del st.query_params["beroep"]
    _note_unknown("Beroep", "beroep", list(choices.index), _group_for)
    chosen: str | None = st.selectbox(
        "Beroepsgroep of titel",
        list(choices.index),
        index=None,
        placeholder="Typ een beroep",
        key="beroep",
        bind="query-params",
        persist_state="session",
        on_change=_take_group_of_title,
    )
    if chosen not in choices.index:
        _forget_title()
        return None
    row = choices.loc[chosen]
    if row["kind"] == "title":
        _set_title(row["title"])
    return choices.loc[row["occupation_label"]]


def title_searched(uwv_group_code: str) -> pd.DataFrame:
    """Return the groups that the title which was searched leads to, or no rows.

    Args:
        uwv_group_code: Of the group shown; a title that does not lead to it is forgotten.
    """
    choices = queries.beroepen_choices()
    found = choices[choices["title"].eq(st.query_params.get("titel", ""))]
    if not found["uwv_group_code"].eq(uwv_group_code).any():
        _forget_title()
        return found.head(0)
    return found


def choose_occupation(code: str) -> None:
    """Choose a group of UWV, or the first of a techniekdomein, from elsewhere on the page."""
    choices = queries.beroepen_choices()
    groups = choices[choices["kind"].eq("group")]
    found = groups[groups["uwv_group_code"].eq(code) | groups["technical_field"].eq(code)]
    _set("beroep", found["label"].iloc[0])


def _take_group_of_title() -> None:
    _forget("beroep")
    _forget_title()
    choices = queries.beroepen_choices().set_index("label")
    chosen = st.session_state["beroep"]
    if chosen in choices.index and choices.loc[chosen, "kind"] == "title":
        _set_title(choices.loc[chosen, "title"])
        st.session_state["beroep"] = choices.loc[chosen, "occupation_label"]


def _set_title(title: str) -> None:
    st.query_params["titel"] = title


def _forget_title() -> None:
    if "titel" in st.query_params:
        del st.query_params["titel"]


def _group_for(asked: str) -> str:
    """Return the group for what another page calls a techniekdomein, or for a bare title."""
    choices = queries.beroepen_choices()
    groups = choices[choices["kind"].eq("group")]
    fields = queries.filters_occupations().set_index("label")["code"]
    within = groups[groups["technical_field"].eq(fields.get(asked))]
    titled = choices[choices["title"].eq(asked)]
    for found in (titled, within, groups):
        if len(found):
            return str(found["occupation_label"].iloc[0])
    raise LookupError("there is no group of UWV")


def beside(kind: str, region_code: str, uwv_group_code: str) -> tuple[list[str], list[str]]:
    """Let the reader choose up to three other regions or occupations to stand beside the chosen.

    Returns:
        The codes of the regions, and those of the groups of UWV.
    """
    regions = queries.filters_regions()
    regions = regions[regions["kind"].eq(kind) & regions["region_code"].ne(region_code)]
    groups = queries.beroepen_choices()
    groups = groups[groups["kind"].eq("group") & groups["uwv_group_code"].ne(uwv_group_code)]
    places = dict(zip(regions["label"], regions["region_code"], strict=True))
    occupations_ = dict(zip(groups["label"], groups["uwv_group_code"], strict=True))
    picked = _choose_some("Zet ernaast", "naast", [*places, *occupations_])
    return (
        [places[label] for label in picked if label in places],
        [occupations_[label] for label in picked if label in occupations_],
    )


def views(names: Sequence[str]) -> Sequence[Any]:
    """Let the reader choose a view of the page; only the one that is open needs to be made."""
    if st.session_state.get("weergave", names[0]) not in names:
        del st.session_state["weergave"]
    _note_unknown("Weergave", "weergave", list(names))
    return st.tabs(list(names), key="weergave", bind="query-params")


def rerun_after_choice_above() -> None:
    """Run the whole page when a choice within a fragment changed what stands outside it."""
    if st.session_state.pop(CHANGED, False):
        st.rerun()


def programme(with_sample: bool) -> str | None:
    """Let the reader choose a programme; the address always names it.

    Args:
        with_sample: Whether fictitious programmes can be chosen; they are never the first.

    Returns:
        Its id, or None when there is no programme at all.
    """
    programmes = queries.filters_programmes(with_sample=with_sample)
    found = programmes.set_index("programme_name")["programme_id"]
    if found.empty:
        return None
    names = list(found.index)
    # Not bound: a bound box leaves its default out, and which one that is changes.
    st.session_state["programma"] = st.query_params.get(
        "programma", st.session_state.get("programma", names[0])
    )
    _note_unknown("Programma", "programma", names)
    st.query_params["programma"] = st.session_state["programma"]
    chosen: str = st.selectbox(
        "Programma",
        names,
        key="programma",
        persist_state="session",
        on_change=_name_programme,
    )
    return str(found[chosen])


def _name_programme() -> None:
    _forget("programma")
    st.query_params["programma"] = st.session_state["programma"]


def field(with_sample: bool) -> pd.Series:
    """Let the reader choose a field of study, techniek first; return its row of ``mbo/fields``."""
    found = queries.mbo_fields(with_sample=with_sample).set_index("study_field_label", drop=False)
    return found.loc[_choose("Richting", "richting", list(found.index))]


def school_year(*found: pd.DataFrame) -> tuple[str | None, ...]:
    """Let the reader choose a school year out of several lists, the newest by default.

    Args:
        found: Answers of ``mbo/school_years``, newest first.

    Returns:
        Per list a school year: of each its own newest, or the one that was asked for. None for a
        list that does not have it.
    """
    codes = {
        row["school_year_label"]: row["school_year"]
        for years in found
        for _, row in years.iterrows()
    }
    if not codes:
        return (None,) * len(found)
    name = _choose("Schooljaar", "schooljaar", [LATEST, *sorted(codes, reverse=True)])
    if name == LATEST:
        return tuple(None if years.empty else years["school_year"].iloc[0] for years in found)
    asked = codes[name]
    return tuple(asked if asked in set(years["school_year"]) else None for years in found)


def with_sample(about: str, *source_ids: str) -> bool:
    """Say that a page shows fictitious figures, with the switch that leaves them out.

    The switch starts on the fictitious figures only while no file of UWV is loaded.

    Args:
        about: What is fictitious here, in Dutch; begins the sentence.
        source_ids: Of the sources that this page shows.

    Returns:
        Whether fictitious figures are wanted; false when these sources have none.
    """
    samples = queries.filters_samples()
    if samples.empty or not samples["source_id"].isin(source_ids).any():
        return False
    with st.container(border=True, key="sample_banner"):
        left, right = st.columns([2.2, 1.3], vertical_alignment="center")
        with right:
            only_published = st.toggle(
                "Alleen gepubliceerde cijfers",
                value=bool(samples["has_real_uwv"].iloc[0]),
                key="gepubliceerd",
                bind="query-params",
                persist_state="session",
                help="Laat verzonnen cijfers weg. Modelschattingen uit gepubliceerde cijfers "
                "blijven staan en heten zo.",
            )
        if only_published:
            left.markdown(f"{about}: verzonnen cijfers zijn weggelaten.")
        else:
            left.markdown(
                f":red-badge[{SAMPLE}] {about} is hier verzonnen tot er echte cijfers geladen "
                "zijn: het zegt niets over een gebied."
            )
    return not only_published


def _choose(
    label: str,
    key: str,
    options: list[str],
    instead: Callable[[str], str] | None = None,
) -> str:
    """Show a select box bound to the URL, with a note when the URL asks for what is not there.

    The note stays until the reader chooses, or until what was asked for is there again.

    Args:
        label: Of the box.
        key: In the URL.
        options: What can be chosen; the first unless asked for another.
        instead: Given what is not there, what to show in its place.
    """
    _note_unknown(label, key, options, instead)
    chosen: str | None = st.selectbox(
        label,
        options,
        key=key,
        bind="query-params",
        persist_state="session",
        on_change=_forget,
        args=(key,),
    )
    return chosen if chosen in options else options[0]


def _choose_some(label: str, key: str, options: list[str]) -> list[str]:
    """Show a box for up to three choices, bound to the URL."""
    asked = st.query_params.get_all(key)
    absent = [value for value in asked if value not in options]
    if absent:
        st.session_state[key] = [value for value in asked if value in options]
        st.session_state.setdefault(UNKNOWN, {})[key] = ", ".join(absent)
    elif any(value not in options for value in st.session_state.get(key, [])):
        st.session_state[key] = [value for value in st.session_state[key] if value in options]
    if unknown := st.session_state.get(UNKNOWN, {}).get(key):
        st.info(f"{label}: ‘{unknown}’ is hier niet beschikbaar.", icon=":material/link_off:")
    return list(
        st.multiselect(
            label,
            options,
            key=key,
            max_selections=MOST_OTHERS,
            placeholder="Kies ten hoogste drie",
            bind="query-params",
            persist_state="session",
            on_change=_forget,
            args=(key,),
        )
    )


def _note_unknown(
    label: str, key: str, options: list[str], instead: Callable[[str], str] | None = None
) -> None:
    """Put another option where an unknown value stands, and say so."""
    asked = st.query_params.get(key, st.session_state.get(key))
    if asked is not None and asked not in options:
        st.session_state.setdefault(UNKNOWN, {})[key] = asked
        st.session_state[key] = instead(asked) if instead else options[0]
    unknown = st.session_state.get(UNKNOWN, {}).get(key)
    if unknown in options:
        _forget(key)
    elif unknown is not None:
        st.info(
            f"{label} ‘{unknown}’ is hier niet beschikbaar; u ziet {st.session_state[key]}.",
            icon=":material/link_off:",
        )


def _set(key: str, value: str) -> None:
    st.session_state[key] = value
    st.session_state[CHANGED] = True
    _forget(key)


def _forget(key: str) -> None:
    st.session_state.get(UNKNOWN, {}).pop(key, None)
