"""Which programme, and which beside it."""

from collections.abc import Mapping

import streamlit as st

import queries
import words as nl
from ui.filters.areas import chosen_area, of_label
from ui.filters.boxes import box_of, carry, choose_for_visit, choose_some, keep, say_of_link

KEY = "programma"


def named(with_sample: bool) -> str | None:
    """Return the id of the programme that the address names; of an unknown one say so."""
    asked = st.query_params.get(KEY)
    if asked is None:
        return None
    programmes = queries.filters.programmes(with_sample=with_sample)
    found = programmes.loc[programmes["programme_name"].eq(asked), "programme_id"]
    if found.empty:
        say_of_link(f"Programma ‘{nl.letters(asked)}’ is hier niet beschikbaar.")
        return None
    return str(found.iloc[0])


def one_of(options: Mapping[str, str]) -> str:
    """Let the reader choose among programmes by name; return the id.

    The first is shown unless the address names another.
    """
    asked = st.query_params.get(KEY)
    shown = asked if asked is not None and asked in options else next(iter(options))
    if asked is not None and asked != shown:
        say_of_link(
            f"Van programma ‘{nl.letters(asked)}’ is hier niets bekend; u ziet {nl.letters(shown)}."
        )
    names = list(options)
    return options[str(st.selectbox("Programma", names, width=420, **box_of(KEY, shown)))]


def programme(with_sample: bool) -> str | None:
    """Let the reader choose a programme; the address always names it.

    Those of the area that the reader chose on another page come first, fictitious ones never.

    Returns:
        Its id, or None when there is no programme at all.
    """
    near = of_label(chosen_area())
    programmes = queries.filters.programmes(
        with_sample=with_sample, region_codes=near.codes, province_codes=near.provinces
    )
    found = programmes.set_index("programme_name")["programme_id"]
    if found.empty:
        return None
    carry(KEY)
    if KEY not in st.session_state:
        keep(KEY, found.index[0])  # which one is the default changes
    return str(found[choose_for_visit("Programma", KEY, list(found.index))])


def programmes_beside(programme_id: str, with_sample: bool) -> tuple[str, ...]:
    """Let the reader choose up to three programmes beside one; fictitious ones never beside real.

    Returns:
        The ids of all, that one first.
    """
    programmes = queries.filters.programmes(with_sample=with_sample).set_index("programme_id")
    alike = programmes[programmes["status"].eq(programmes.loc[programme_id, "status"])]
    others = alike.drop(programme_id).reset_index().set_index("programme_name")["programme_id"]
    picked = choose_some("Zet ernaast", "ernaast", list(others.index))
    return (programme_id, *(str(others[name]) for name in picked))
