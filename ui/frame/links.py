"""Links that keep: the two addresses of a view, and what a frozen or older link says."""

import datetime
from urllib.parse import quote, urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import queries
import sentences
from ui.filters import periods
from ui.frame import shown_files
from ui.meeting import since

OF_PERIOD = ("periode", "schooljaar")
LABEL = "Delen"
ALWAYS_NEWEST = ("sinds", "downloads", "verantwoording", "aanleveren")
PARTLY_NEWEST = ("overzicht", "programmas", "krapte_en_inzet", "overstappen")


def begin(page: str) -> DeltaGenerator:
    """Take what a link says about time, say it, and begin to remember what the page shows.

    Returns:
        Where the note about revised figures goes; style.css puts both under the title.
    """
    problems = periods.take_from_link()
    shown_files.forget()
    with st.container(key="link_notes"):
        for problem in problems:
            st.info(problem, icon=":material/link_off:")
        quarters = periods.frozen_quarters().set_index("period")["period_label"]
        if periods.until() in quarters.index:
            _frozen(page, quarters[periods.until()])
        return st.empty()


def finish(place: DeltaGenerator) -> None:
    """Say at its place which figures of the files on the page were revised since the link."""
    made_on = periods.made_on()
    if made_on is None:
        return
    revised = queries.links.revised(
        release_ids=shown_files.known(), since_day=made_on.isoformat(), with_sample=False
    )
    if revised.empty:
        return
    link = f"sinds?{urlencode({'vanaf': made_on, 'tot': datetime.date.today()})}"
    with place.container():
        st.info(
            f"{sentences.revised(since.changed_texts(revised), made_on)} "
            f"[Alle veranderingen sinds die dag]({link})",
            icon=":material/edit_calendar:",
        )


def control(page: str) -> None:
    """Show the button that gives the addresses of what is shown now."""
    popover = st.popover(LABEL, icon=":material/link:", key="link_control", on_change="rerun")
    if popover.open:
        with popover:
            _addresses(page)


def _addresses(page: str) -> None:
    quarters = periods.frozen_quarters()
    base = (st.context.url or "").split("?")[0]
    chosen = {key: st.query_params.get_all(key) for key in st.query_params}
    st.markdown("**Volgt het laatste kwartaal**")
    st.caption("Opent deze keuzes altijd met de nieuwste cijfers.")
    st.code(following(base, chosen), language=None, wrap_lines=True)
    if quarters.empty or page in ALWAYS_NEWEST:
        return
    now = quarters.set_index("period")["period_label"]
    quarter = periods.until() if periods.until() in now.index else now.index[0]
    st.markdown(f"**Bevroren op {now[quarter]}**")
    st.caption(
        "Toont later geen nieuwere kwartalen, en zegt welke cijfers sinds vandaag zijn herzien."
    )
    st.code(frozen_at(base, chosen, quarter, datetime.date.today()), language=None, wrap_lines=True)


def following(base: str, chosen: dict[str, list[str]]) -> str:
    """Return the address that opens the same choices with the newest figures."""
    without = (periods.FROZEN, periods.MADE, *OF_PERIOD)
    return _address(base, {key: kept for key, kept in chosen.items() if key not in without})


def frozen_at(base: str, chosen: dict[str, list[str]], quarter: str, made_on: datetime.date) -> str:
    """Return the address that opens the same choices without newer figures.

    Args:
        base: Address of the page.
        chosen: What stands in the address now, per key.
        quarter: The last one to show, such as ``2026KW02``.
        made_on: The day after which revised figures are told.
    """
    more = {periods.FROZEN: [quarter], periods.MADE: [made_on.isoformat()]}
    return _address(base, {**chosen, **more})


def _address(base: str, chosen: dict[str, list[str]]) -> str:
    asked = urlencode(chosen, doseq=True, quote_via=quote)
    return f"{base}?{asked}" if asked else base


def _frozen(page: str, quarter_label: str) -> None:
    text = f"Bevroren op {quarter_label}: nieuwere kwartalen staan er niet bij."
    if page in ALWAYS_NEWEST:
        text = f"U volgt een link die bevroren is op {quarter_label}; deze pagina is dat niet."
    elif page in PARTLY_NEWEST:
        text += (
            " Wat programma's publiceerden of aanleverden, met de krapte ‘nu’ ernaast, is wel het "
            "nieuwste."
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/ac_unit: {text}")
        st.button("Toon het laatste", on_click=periods.thaw, key="thaw")
