"""Meeting mode: one message per screen, in large type, for a beamer."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple

import plotly.graph_objects as go
import streamlit as st

import queries
import words as nl
from answers import parts
from answers.content import Pack, Slide
from brand import house_style
from drawings import plot
from drawings import points as charted
from ui.filters import areas, periods
from ui.parts import figures, tables

SLIDE = "dia"
HEIGHT_PX, TEXT_PX = 330, 20
KEPT = 64
SENTENCES_SHOWN = 2
QUESTIONS_SHOWN = 6
SHOWN_AS_TABLE = ("at_a_glance",)
# The box would keep the focus, and with it the arrow keys that lead to the next slide. It runs when
# its text is new: at first, when nothing has the focus, and for another area.
TO_THE_KEYS = """<script>/* {} */
if (document.activeElement?.closest('[data-testid="stSelectbox"]'))
  document.querySelector(".st-key-next_slide button")?.focus()
</script>"""
PackOf = Callable[[str, str | None], Pack]
PAGE, BACK = "pages/vergadering.py", "pages/downloads.py"


class Screen(NamedTuple):
    """A slide with what is made of it once, so that the next one is there at once.

    Attributes:
        slide: What it says.
        figure: Its chart, drawn.
        choices: What was chosen, of when the figures are, and what kind they are.
        sources: The "Bron" lines of its figures.
    """

    slide: Slide
    figure: go.Figure | None
    choices: str
    sources: str


def start_button() -> None:
    """Show what opens the meeting mode about the area of this page."""
    with st.container(key="start_meeting"):
        st.page_link(
            PAGE,
            label="Start vergadermodus",
            icon=":material/slideshow:",
            query_params={"gebied": areas.chosen_area(), SLIDE: "1"},
        )


def show(pack_of: PackOf) -> None:
    """Show the slide of a pack that the address asks for, with what leads to the others."""
    content = st.container(key="meeting")
    with st.container(key="meeting_nav", horizontal=True, vertical_alignment="center"):
        before, position, after = st.empty(), st.empty(), st.empty()
        areas.choose()
        label = areas.area("provincie", "arbeidsmarktregio", "corop").name
        if st.button("Sluiten", icon=":material/close:", shortcut="Esc", key="close_meeting"):
            st.switch_page(BACK)
    with st.spinner("De dia's worden gemaakt"):
        screens = _screens(queries.identity(), label, periods.previous_meeting(), pack_of)
    asked = st.query_params.get(SLIDE, "1")
    number = slide_number(asked, len(screens))
    if str(number) != asked:
        content.info(
            f"Dia ‘{nl.letters(asked)}’ is er niet; u ziet dia {number}.",
            icon=":material/link_off:",
        )
    before.button(
        "Vorige",
        icon=":material/arrow_back:",
        shortcut="Left",
        on_click=_go,
        args=(max(number - 1, 1),),
        key="previous_slide",
    )
    after.button(
        "Volgende",
        icon=":material/arrow_forward:",
        shortcut="Right",
        on_click=_go,
        args=(min(number + 1, len(screens)),),
        key="next_slide",
    )
    st.html(TO_THE_KEYS.replace("{}", escape(label)), unsafe_allow_javascript=True)
    screen = screens[number - 1]
    position.html(
        f'<p role="status" class="vkm-position">{number} van {len(screens)}'
        f'<span class="vkm-spoken">: {escape(screen.slide.title)}</span></p>',
        width="content",
    )
    with content:
        _screen(screen)


def slide_number(asked: str, slides: int) -> int:
    """Return the number of the slide to show: the nearest to the one that was asked for."""
    if not asked.isascii() or not asked.isdigit():
        return 1
    return min(max(int(asked[:9]), 1), slides)


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _screens(
    file: queries.Identity, label: str, day: str | None, _pack_of: PackOf
) -> tuple[Screen, ...]:
    """Return all screens about an area, drawn; made once per database."""
    return tuple(_made(slide) for slide in _pack_of(label, day).slides)


def _made(slide: Slide) -> Screen:
    return Screen(
        slide,
        None
        if slide.chart is None
        else plot.figure(slide.chart, house_style.load(), height=HEIGHT_PX, size=TEXT_PX),
        parts.choices(slide).removeprefix("gebied: "),
        " ".join(parts.sources_together(slide)),
    )


def _screen(screen: Screen) -> None:
    slide = screen.slide
    if slide.chart is None and slide.topic != slide.title:
        st.html(f'<p class="vkm-topic">{escape(slide.topic)}</p>')
    st.title(parts.title(slide), anchor=False)
    rest = slide.sentences
    if slide.chart is not None and screen.figure is not None:
        st.html(f'<p class="vkm-topic">{escape(charted.heading(slide.chart))}</p>')
        figures.show_large(screen.figure, slide.chart)
    elif slide.why_empty:
        st.markdown(slide.why_empty)
    elif slide.table is not None and slide.key in SHOWN_AS_TABLE:
        tables.show(slide.table.frame, slide.table.columns, slide.table.caption)
    elif not slide.to_fill_in:
        for sentence in slide.sentences[:SENTENCES_SHOWN]:
            st.markdown(sentence)
        rest = slide.sentences[SENTENCES_SHOWN:]
    if slide.table is not None and slide.to_fill_in:
        shown, total = slide.table.frame.head(QUESTIONS_SHOWN), len(slide.table.frame)
        of_all = (
            f" ({len(shown)} van {total}; alle onder Toelichting)" if total > len(shown) else ""
        )
        tables.show(shown, slide.table.columns, f"{slide.table.caption}{of_all}")
        st.markdown(f"Af te spreken: {', '.join(slide.to_fill_in).lower()}.")
    with st.container(key="meeting_sources"):
        st.caption("  \n".join(words for words in (screen.choices, screen.sources) if words))
    _more(slide, rest)


def _more(slide: Slide, rest: tuple[str, ...]) -> None:
    """Show what does not belong on one screen once someone asks for it."""
    is_shown = slide.key in SHOWN_AS_TABLE
    is_cut = slide.table is not None and len(slide.table.frame) > QUESTIONS_SHOWN
    has_table = slide.table is not None and not is_shown and (is_cut or not slide.to_fill_in)
    if not rest and not has_table:
        return
    with st.expander("Toelichting", key=f"more_{slide.key}"):
        for sentence in rest:
            st.markdown(sentence)
        if slide.table is not None and has_table:
            tables.show(slide.table.frame, slide.table.columns, slide.table.caption)


def _go(number: int) -> None:
    st.query_params[SLIDE] = str(number)
