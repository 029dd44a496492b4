"""Which area: chosen once for the whole visit; a page shows of it what has figures there."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

import queries
import sentences
from answers.places import COALITION, place
from ui.filters.boxes import (
    begun,
    bound,
    choice_in,
    choose_for_visit,
    choose_some,
    keep,
    note_unknown,
    put,
    rerun_above,
    shown,
)

KEY = "gebied"
COUNTRY = "Nederland"
COUNTRY_CODE = "NL01"
LEVELS_HELP = (
    "In een arbeidsmarktregio werken gemeenten en UWV samen. COROP-gebieden zijn de 40 gebieden "
    "waarin CBS Nederland voor onderzoek verdeelt."
)
LEVELS = {"provincie": "Provincie", "arbeidsmarktregio": "Arbeidsmarktregio", "corop": "COROP"}


class Area(NamedTuple):
    """A region, or several that are shown apart.

    Attributes:
        name: As it stands in the URL, or the names of its regions.
        kind: Of its regions: ``land``, ``provincie``, ``arbeidsmarktregio`` or ``corop``.
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

    @property
    def spoken(self) -> str:
        """Return the name without the kind behind it."""
        return self.name.split(" (")[0]


def choose() -> None:
    """Let the reader choose an area for the whole visit."""
    labels = [COALITION, COUNTRY, *queries.filters.regions()["label"]]
    choose_for_visit("Gebied", KEY, labels, _take_level_along, is_labelled=False)


def area(*kinds: str, only_one: bool = False) -> Area:
    """Return what a page shows of the area that the reader chose.

    What is shown instead of it is said here and kept nowhere.

    Args:
        kinds: Of the regions that the page has figures of; the first before the others.
        only_one: Whether the page shows one region at a time.
    """
    asked = of_label(chosen_area())
    shown = nearest(asked, *kinds)
    if only_one and len(shown.codes) > 1:
        say_one(shown)
        return one_of(shown)
    if shown.codes != asked.codes and (asked.name, asked.codes) != (COALITION, shown.provinces):
        st.caption(_instead(asked, shown))
    return shown


def chosen_area() -> str:
    """Return the label of the area that the reader chose, here or on another page."""
    return str(st.session_state.get(KEY, COALITION))


def of_label(label: str) -> Area:
    """Return the area with a label; of one that is unknown the Techniekcoalitie Oost."""
    if label == COUNTRY:
        return Area(COUNTRY, "land", (COUNTRY_CODE,), (COUNTRY_CODE,), (COUNTRY,))
    is_known = queries.filters.regions()["label"].eq(label).any()
    one = place(label if is_known else COALITION)
    return Area(one.label, one.kind, one.codes, one.provinces, one.province_names)


def nearest(asked: Area, *kinds: str) -> Area:
    """Return what a page shows of an area.

    Args:
        asked: What the reader chose.
        kinds: Of the regions that the page has figures of, the first before the others.

    Returns:
        The area itself, or the regions of the first kind that lie in it or that it lies in, or
        otherwise the one that goes with it; for the whole country the Techniekcoalitie Oost.
    """
    if asked.kind in kinds:
        return asked
    if asked.kind == "land":
        return nearest(of_label(COALITION), *kinds)
    if kinds[0] == "provincie":
        name = sentences.listed(asked.province_names)
        return asked._replace(name=name, kind="provincie", codes=asked.provinces)
    if asked.kind != "provincie":
        return of_label(_counterpart(asked, kinds[0]))
    regions = queries.filters.regions()
    provinces = set(asked.provinces)
    lies_in = regions["province_codes"].map(lambda codes: not provinces.isdisjoint(codes))
    found = regions[regions["kind"].eq(kinds[0]) & lies_in]
    return asked._replace(kind=kinds[0], codes=tuple(found["region_code"]))


def one_of(shown: Area) -> Area:
    """Return one region of several: of a province the largest there, of several the country."""
    if len(shown.codes) == 1:
        return shown
    if len(shown.provinces) > 1:
        return of_label(COUNTRY)
    return of_label(_counterpart(shown._replace(kind="provincie"), shown.kind))


def say_one(shown: Area) -> None:
    """Say which region is shown where several do not fit."""
    if len(shown.codes) > 1:
        st.caption(f"Hier past één gebied tegelijk: u ziet {one_of(shown).name}.")


def _instead(asked: Area, shown: Area) -> str:
    if asked.kind == "land":
        return f"Hier staat niets over heel {asked.name}. U ziet {shown.name}."
    kind = LEVELS[shown.kind].lower().replace("corop", "COROP-gebied")
    text = f"U ziet {shown.name}, het dichtst bij {asked.name}."
    if asked.is_whole:
        text = f"U ziet wat geheel of deels in {asked.name} ligt."
    elif shown.is_whole:
        text = f"U ziet {shown.name}, waarin {asked.name} ligt."
    return f"Hier staan cijfers per {kind}. {text}"


def _counterpart(asked: Area, kind: str) -> str:
    """Return the label of the namesake of a kind in the same province, or of the largest there."""
    regions = queries.filters.regions()
    main = regions["province_codes"].map(lambda codes: codes[0] == asked.provinces[0])
    within = regions[regions["kind"].eq(kind) & main]
    within = within.sort_values("municipalities_in_first", ascending=False, kind="stable")
    names = regions.loc[regions["label"].eq(asked.name), "name"]
    by_name = within[within["name"].isin(names)]
    return str((by_name if len(by_name) else within)["label"].iloc[0])


def choose_area(region_code: str) -> None:
    """Choose a region from elsewhere on the page, such as the map."""
    labels = queries.filters.regions().set_index("region_code")["label"]
    keep(KEY, COUNTRY if region_code == COUNTRY_CODE else labels[region_code])
    rerun_above()


def level() -> str:
    """Let the reader choose a kind of region; it follows the area where the measure is known so."""
    names = list(LEVELS.values())
    if "niveau" not in st.session_state and "niveau" not in st.query_params:
        _take_level_along()
    note_unknown("Niveau", "niveau", names)

    def box() -> str:
        return str(
            st.segmented_control(
                "Niveau",
                names,
                default=None if "niveau" in st.session_state else names[0],
                required=True,
                wrap=True,
                help=LEVELS_HELP,
                **bound("niveau"),
            )
        )

    chosen = shown(box, choice_in("niveau", names[0]))
    return next(kind for kind, name in LEVELS.items() if name == chosen)


def choose_level(kind: str) -> None:
    """Choose a kind of region from elsewhere on the page."""
    put("niveau", LEVELS[kind])


def _take_level_along() -> None:
    """Choose the level of the area, where there are figures of the measure, or to begin with."""
    kind = of_label(chosen_area()).kind
    if kind not in LEVELS:
        return
    measures = queries.filters.measures(kind=kind).set_index("label")["measure"]
    asked = st.session_state.get("maat", st.query_params.get("maat"))
    is_asked = asked in measures and asked != st.session_state.get(begun("maat"))
    levels = queries.filters.levels(measure=measures[asked] if is_asked else measures.iloc[0])
    if kind in set(levels.loc[levels["is_published" if is_asked else "has_real"], "kind"]):
        st.session_state["niveau"] = LEVELS[kind]


def others(kind: str, chosen: Sequence[str]) -> tuple[str, ...]:
    """Let the reader choose up to three regions beside the chosen ones; return their codes."""
    regions = queries.filters.regions()
    regions = regions[regions["kind"].eq(kind) & ~regions["region_code"].isin(chosen)]
    labels = regions.set_index("label")["region_code"]
    picked = choose_some("Zet ernaast", "naast", list(labels.index))
    return tuple(labels[label] for label in picked)
