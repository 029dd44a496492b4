"""Which region, or which regions beside it; an area of another page is taken along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

import queries
from answers.places import COALITION
from answers.places import COALITION_CODES as COALITION_CODES
from ui.filters.boxes import choose, choose_named, choose_some, forget, note_unknown, put

COUNTRY = "Nederland"
COUNTRY_CODE = "NL01"
LEVELS = {"provincie": "Provincie", "arbeidsmarktregio": "Arbeidsmarktregio", "corop": "COROP"}


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
    regions = queries.filters.regions()
    labels = [COALITION, *regions.loc[regions["kind"].isin(kinds), "label"]]
    chosen = choose("Gebied", "gebied", labels, lambda asked: counterpart(asked, *kinds))
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


def area_label(*kinds: str) -> str:
    """Let the reader choose an area on a page that can be left by a key; the address names it.

    Not bound to the address: Streamlit leaves no page by itself while a box is.

    Returns:
        Its label.
    """
    _swap_default("gebied", COUNTRY, COALITION)
    regions = queries.filters.regions()
    labels = [COALITION, *regions.loc[regions["kind"].isin(kinds), "label"]]
    return choose_named("Gebied", "gebied", labels, lambda asked: counterpart(asked, *kinds))


def place(kind: str) -> Area:
    """Let the reader choose Nederland or one region of a kind, where several cannot be added up."""
    _swap_default("gebied", COALITION, COUNTRY)
    regions = queries.filters.regions()
    labels = [COUNTRY, *regions.loc[regions["kind"].eq(kind), "label"]]
    chosen = choose("Gebied", "gebied", labels, lambda asked: _place_for(asked, kind))
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
    labels = queries.filters.regions().set_index("region_code")["label"]
    put("gebied", COUNTRY if region_code == COUNTRY_CODE else labels[region_code])


def level() -> str:
    """Let the reader choose a kind of region; a choice takes the area along."""
    names = list(LEVELS.values())
    asked = _region_labelled(st.query_params.get("gebied"))
    if "niveau" not in st.session_state and "niveau" not in st.query_params and asked is not None:
        st.session_state["niveau"] = LEVELS[asked["kind"]]
    note_unknown("Niveau", "niveau", names)
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
    put("niveau", LEVELS[kind])
    _take_area_along()


def _take_area_along() -> None:
    kind = next(kind for kind, name in LEVELS.items() if name == st.session_state["niveau"])
    st.session_state["gebied"] = counterpart(st.session_state.get("gebied", COALITION), kind)
    forget("gebied")


def _region_labelled(label: str | None) -> pd.Series | None:
    regions = queries.filters.regions().set_index("label", drop=False)
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
    regions = queries.filters.regions()
    wanted = regions[regions["kind"].eq(kinds[0])]
    main = region["province_codes"][0]
    within = wanted[wanted["province_codes"].map(lambda codes: codes[0] == main)]
    within = within.sort_values("municipalities_in_first", ascending=False, kind="stable")
    by_name = within[within["name"] == region["name"]]
    return str((by_name if len(by_name) else within)["label"].iloc[0])


def others(kind: str, chosen: Sequence[str]) -> tuple[str, ...]:
    """Let the reader choose up to three other regions to stand beside the chosen ones.

    Returns:
        Their codes.
    """
    regions = queries.filters.regions()
    regions = regions[regions["kind"].eq(kind) & ~regions["region_code"].isin(chosen)]
    labels = regions.set_index("label")["region_code"]
    picked = choose_some("Zet ernaast", "naast", list(labels.index))
    return tuple(labels[label] for label in picked)
