"""The search box of the header: a name leads to the page that answers."""

import streamlit as st

import queries
from answers.places import COALITION
from ui.filters import addresses, samples
from ui.filters.areas import COUNTRY

KEY = "search_box"
LABEL = "Zoeken"


@queries.once_per_database
def _ways(*, with_sample: bool) -> dict[str, tuple[str, dict[str, str]]]:
    """Return by what can be found the page that answers, and what is chosen there."""
    found = queries.filters.search(with_sample=with_sample)
    ways = {
        label: (page, {key: value} | ({"beroep": group} if isinstance(group, str) else {}))
        for label, page, key, value, group in found.itertuples(index=False, name=None)
    }
    return ways | {name: (addresses.START, {"gebied": name}) for name in (COUNTRY, COALITION)}


def box() -> None:
    """Show the box; what is chosen in it opens, in the next run."""
    ways = _ways(with_sample=samples.are_on())

    def chosen() -> None:
        page, asked = ways[st.session_state[KEY]]
        addresses.go(addresses.to(page, **asked))
        st.session_state[KEY] = None

    st.selectbox(
        LABEL,
        list(ways),
        index=None,
        placeholder="Zoek gebied, beroep…",
        label_visibility="collapsed",
        filter_mode="contains",
        key=KEY,
        on_change=chosen,
        width=260,
    )
