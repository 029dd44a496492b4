"""Which occupation, found by the name of its group or by a title, and which others beside it."""

import pandas as pd
import streamlit as st

import queries
import words as nl
from brand.classes import TIGHT
from ui.filters.boxes import (
    UNKNOWN,
    choice_in,
    choose,
    choose_of,
    choose_some,
    forget,
    note_unknown,
    put,
    say_of_link,
    shown,
    take_along,
)
from words.tension import CRAFTS, SETS

SUGGESTED = "Voorgesteld"
ARROW = " → "


def occupation_or_title() -> pd.Series | None:
    """Let the reader search a group of UWV by its name or by a title that leads to it.

    A title gives its group and stays in the URL as ``titel``; one that is unknown gives a note.

    Returns:
        The row of ``beroepen/choices`` of the group, or None when none was chosen.
    """
    choices = queries.beroepen.choices().set_index("label", drop=False)
    sets = SETS.values()
    if st.session_state.get("beroep") in (None, *sets):
        st.session_state.pop("beroep", None)
        if st.query_params.get("beroep") in sets:
            del st.query_params["beroep"]
    _take_title_of_link(set(choices["title"].dropna()))
    note_unknown("Beroep", "beroep", list(choices.index), _group_for)

    def box() -> str | None:
        chosen: str | None = st.selectbox(
            "Beroepsgroep of titel",
            list(choices.index),
            index=None,
            placeholder="Typ een beroep",
            filter_mode="contains",
            key="beroep",
            bind="query-params",
            persist_state="session",
            on_change=_take_group_of_title,
        )
        return chosen

    chosen = shown(box, choice_in("beroep", None))
    if chosen not in choices.index:
        _forget_title()
        return None
    row = choices.loc[chosen]
    if row["kind"] == "title":
        st.query_params["titel"] = row["title"]
    return choices.loc[row["occupation_label"]]


def group_shown(
    chosen: pd.Series | None,
    selection: str,
    region_code: str,
    quarter: pd.Series | None,
    with_sample: bool,
) -> pd.Series:
    """Return the chosen group, otherwise the first of the set in the region on tension.

    Args:
        chosen: A row of ``beroepen/choices``, or None.
        selection: See ``subjects.selection``; where it is no set, the crafts count.
        region_code: Of the region shown.
        quarter: A row of ``filters/quarters``, or None.
        with_sample: Whether fictitious figures are wanted.
    """
    if chosen is not None:
        return chosen
    groups = queries.beroepen.choices()
    if quarter is not None:
        ranked = queries.beroepen.ranking(
            selection=selection if selection in SETS else CRAFTS,
            region_code=region_code,
            quarter=str(quarter["period"]),
            basis="year_before",
            order_by="tension",
            with_sample=with_sample,
        )
        first = ranked["occupation_code"].iloc[0]
        groups = groups[groups["kind"].eq("group") & groups["uwv_group_code"].eq(first)]
    return groups.iloc[0]


def title_searched(uwv_group_code: str) -> pd.DataFrame:
    """Return the groups that the title which was searched leads to, or no rows.

    A title that does not lead to the group shown is forgotten.
    """
    choices = queries.beroepen.choices()
    found = choices[choices["title"].eq(st.query_params.get("titel", ""))]
    if not found["uwv_group_code"].eq(uwv_group_code).any():
        _forget_title()
        return found.head(0)
    return found


def choose_occupation(code: str) -> None:
    """Choose a group of UWV, or the first of a techniekdomein, from elsewhere on the page."""
    groups = _groups()
    found = groups[groups["uwv_group_code"].eq(code) | groups["technical_field"].eq(code)]
    put("beroep", found["label"].iloc[0])
    forget("titel")


def _groups() -> pd.DataFrame:
    choices = queries.beroepen.choices()
    return choices[choices["kind"].eq("group")]


def _take_title_of_link(titles: set[str]) -> None:
    """Show the group of a title that stands alone in the URL, or say that it is not there."""
    asked = st.query_params.get("titel")
    if asked is not None and asked not in titles:
        st.session_state.setdefault(UNKNOWN, {})["titel"] = asked
        _forget_title()
    elif asked is not None and not ("beroep" in st.query_params or "beroep" in st.session_state):
        st.session_state["beroep"] = _group_for(asked)
    if unknown := st.session_state.get(UNKNOWN, {}).get("titel"):
        say_of_link(f"Titel ‘{nl.letters(unknown)}’ is hier niet beschikbaar.")


def _take_group_of_title() -> None:
    forget("beroep")
    forget("titel")
    _forget_title()
    choices = queries.beroepen.choices().set_index("label")
    chosen = st.session_state["beroep"]
    if chosen in choices.index and choices.loc[chosen, "kind"] == "title":
        st.query_params["titel"] = choices.loc[chosen, "title"]
        st.session_state["beroep"] = choices.loc[chosen, "occupation_label"]


def _forget_title() -> None:
    st.query_params.pop("titel", None)


def _group_for(asked: str) -> str:
    """Return the group for what another page calls a techniekdomein, or for a bare title."""
    choices, groups = queries.beroepen.choices(), _groups()
    fields = queries.filters.occupations().set_index("label")["code"]
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
    regions, groups = queries.filters.regions(), _groups()
    regions = regions[regions["kind"].eq(kind) & regions["region_code"].ne(region_code)]
    groups = groups[groups["uwv_group_code"].ne(uwv_group_code)]
    named = [
        dict(zip(regions["label"], regions["region_code"], strict=True)),
        dict(zip(groups["label"], groups["uwv_group_code"], strict=True)),
    ]
    picked = choose_some("Zet ernaast", "naast", [label for codes in named for label in codes])
    places, occupations = ([codes[label] for label in picked if label in codes] for codes in named)
    return places, occupations


def with_neighbours() -> bool:
    """Let the reader choose whether the regions that border on the chosen one count too."""
    take_along("buren")

    def box() -> bool:
        return st.toggle(
            "Buurregio's",
            value=True,
            key="buren",
            bind="query-params",
            persist_state="session",
            help="Telt regio's mee die grenzen aan het gekozen gebied. Nederland heeft er geen.",
        )

    return shown(box, str(choice_in("buren", True)).lower() == "true")


def only_tight() -> bool:
    """Let the reader choose to see tight occupations only."""
    return choose_of("Toon", "krapte", {"alle technische beroepen": False, TIGHT: True})


def target(candidates: pd.DataFrame, start: pd.Series, suggested: str | None) -> pd.Series | None:
    """Let the reader choose the occupation that someone moves to, by its name or by a title.

    Args:
        candidates: Rows of ``overstappen/candidates``, at least one.
        start: The row of ``beroepen/choices`` that someone comes from.
        suggested: Code of the one to suggest; otherwise it is the first.

    Returns:
        One of the candidates, or None when what was chosen is of the group that someone comes from.
    """
    choices, own = queries.beroepen.choices(), start["uwv_group_code"]
    titles = choices[
        choices["kind"].eq("title")
        & choices["uwv_group_code"].isin([own, *candidates["uwv_group_code"]])
    ]
    groups = dict(zip(candidates["occupation_label"], candidates["uwv_group_code"], strict=True))
    groups |= {start["occupation_label"]: own}
    groups |= dict(zip(titles["label"], titles["uwv_group_code"], strict=True))
    chosen = choose("Naar welk beroep?", "naar", [SUGGESTED, *groups])
    if chosen == SUGGESTED:
        found = candidates[candidates["occupation_code"].eq(suggested)]
        return (found if len(found) else candidates).iloc[0]
    if groups[chosen] == own:
        return None
    named = candidates[candidates["occupation_label"].eq(chosen)]
    within = candidates[candidates["uwv_group_code"].eq(groups[chosen])]
    return (named if len(named) else within).iloc[0]


def asked_target() -> str:
    """Return the occupation or title that someone moves to, as the reader chose it."""
    return str(st.session_state.get("naar", SUGGESTED)).split(ARROW)[0]
