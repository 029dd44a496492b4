"""The parts of the page about occupations: ranking, levels, people at work, related groups."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

import queries
import words as nl
from ui import filters
from ui.parts import empty, tables
from words import tension
from words.marks import SAMPLE, is_sample

IMPORT = "python -m etl import BESTAND"
NOT_CERTAIN = "onbekend"
FITTING_ROWS = 15
ORDERED = {
    "tension": "Geordend op wat de spanning ten minste is. Bij minder dan 10 vacatures of personen "
    "is zij alleen binnen grenzen bekend.",
    "open_vacancies": "Geordend op het aantal openstaande vacatures.",
    "change": "Geordend op wat er {since} zeker veranderde; stijgers eerst. Een verandering "
    "binnen de afronding, of die niet vast te stellen is, telt als geen verandering. Een onbekende "
    "staat onderaan.",
}
SINCE = {"year_before": "in een jaar", "previous": "sinds de vorige periode"}


def no_tension() -> None:
    """Show what stands where no tension is loaded."""
    empty.show(
        "De spanning per beroepsgroep is nog niet geladen.",
        "UWV publiceert vacatures en kortdurende WW per arbeidsmarktregio en beroepsgroep in een "
        "bestand; een echt bestand is nog niet ingelezen. Niveaus, werkzame personen en titels "
        "hieronder zijn er wel.",
        how=IMPORT,
        key="tension",
    )


def quarter_of(quarter: pd.Series | None) -> str:
    """Return the code of a chosen quarter, or of none."""
    return "" if quarter is None else str(quarter["period"])


def group_shown(
    chosen: pd.Series | None, region_code: str, quarter: pd.Series | None, with_sample: bool
) -> pd.Series:
    """Return the chosen group, otherwise the first technical one of the region on tension.

    Args:
        chosen: A row of ``beroepen/choices``, or None.
        region_code: Of the region shown.
        quarter: A row of ``beroepen/quarters``, or None.
        with_sample: Whether fictitious figures are wanted.
    """
    if chosen is not None:
        return chosen
    groups = queries.beroepen.choices()
    if quarter is not None:
        ranked = queries.beroepen.ranking(
            selection="all_technical",
            region_code=region_code,
            quarter=str(quarter["period"]),
            basis="year_before",
            order_by="tension",
            with_sample=with_sample,
        )
        first = ranked["occupation_code"].iloc[0]
        groups = groups[groups["kind"].eq("group") & groups["uwv_group_code"].eq(first)]
    return groups.iloc[0]


def none_chosen(quarter: pd.Series | None, region: str) -> str:
    """Return which group is shown while none was chosen.

    Args:
        quarter: A row of ``beroepen/quarters``, or None.
        region: Name of the region whose order it is.
    """
    listed = "op naam" if quarter is None else f"van {region} op spanning"
    return f"Nog geen beroep gekozen: u ziet de eerste technische groep {listed}."


def heatmap_row(group: pd.Series, selection: str) -> str | None:
    """Return the code of the row of the heatmap that a group is, or is part of.

    Args:
        group: A row of ``beroepen/choices``.
        selection: ``all_technical``, ``fields`` or ``all``.
    """
    code = group["technical_field"] if selection == "fields" else group["uwv_group_code"]
    return None if nl.is_missing(code) else str(code)


def name_of(code: str, group: pd.Series) -> str:
    """Return the name of a row of the heatmap: of a group, or of the techniekdomein it is part of.

    Args:
        code: See ``heatmap_row``.
        group: A row of ``beroepen/choices``.
    """
    if code == group["uwv_group_code"]:
        return str(group["occupation_label"])
    fields = queries.filters.occupations().set_index("code")["label"]
    return str(fields[code])


def invitation(frame: pd.DataFrame) -> str:
    """Return what the heatmap holds and how to choose from it.

    Args:
        frame: Rows of ``beroepen/heatmap``.
    """
    rows = frame["occupation_code"].nunique()
    scrolls = " (rol voor de onderste)" if rows > FITTING_ROWS else ""
    return (
        f"{frame['quarter_label'].iloc[0]}, {rows} rijen{scrolls}. Kies met een klik, of met de "
        "pijltjes en Enter; de keuze is omlijnd."
    )


def choose(occupation_code: str | None, region_code: str | None) -> None:
    """Choose what was clicked in the heatmap."""
    if occupation_code:
        filters.choose_occupation(occupation_code)
    if region_code:
        filters.choose_area(region_code)


def told(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a copy with the tension of each row in words, and an unsure class called so.

    Args:
        frame: Has ``tension_ratio``, ``tension_low``, ``tension_high``, ``sign``, ``class_label``.
    """
    columns = ["tension_ratio", "tension_low", "tension_high", "sign"]
    return frame.assign(
        tension_ratio_text=[tension.ratio(*row) for row in frame[columns].itertuples(index=False)],
        class_label=frame["class_label"].fillna(NOT_CERTAIN),
    )


def ordered(order_by: str, basis: str) -> str:
    """Return by what a ranking is ordered.

    Args:
        order_by: See ``filters.order``.
        basis: See ``filters.basis``.
    """
    return ORDERED[order_by].format(since=SINCE[basis])


def ranking(frame: pd.DataFrame, basis: str, caption: str) -> None:
    """Show the occupations of a region in the order of the question.

    Args:
        frame: Rows of ``beroepen/ranking``.
        basis: What was before; see ``filters.basis``.
        caption: What the table holds.
    """
    before = ["before_ratio", "before_low", "before_high", "before_sign"]
    shown = told(frame).assign(
        vacancies_text=_counts(frame, "open_vacancies"),
        ww_text=_counts(frame, "ww_under_6_months"),
        technical_label=frame["is_technical"].map({True: "ja", False: "nee"}),
        **{
            f"figure_{basis}_text": [
                tension.ratio(*row) for row in frame[before].itertuples(index=False)
            ],
            f"change_{basis}_text": [tension.change(row) for _, row in frame.iterrows()],
        },
    )
    columns = [
        "occupation_label",
        "class_label",
        "tension_ratio_text",
        "vacancies_text",
        "ww_text",
        f"figure_{basis}_text",
        f"change_{basis}_text",
    ]
    if not frame["is_technical"].all():
        columns.insert(1, "technical_label")
    with st.container(key="ranking"):
        tables.show(shown, columns, compared(frame, caption))


def compared(frame: pd.DataFrame, caption: str) -> str:
    """Return what a ranking holds, with the quarter that it is compared with.

    Args:
        frame: Rows of ``beroepen/ranking``.
        caption: What it holds, with its own quarter.
    """
    before = frame["before_label"].iloc[0]
    return caption if nl.is_missing(before) else f"{caption}, vergeleken met {before}"


def _counts(frame: pd.DataFrame, name: str) -> list[str]:
    columns = [f"{name}_low", f"{name}_high", f"{name}_sign"]
    return [tension.count(*row) for row in frame[columns].itertuples(index=False)]


def levels(frame: pd.DataFrame) -> None:
    """Show the assumed share of each mbo level as a bar, with its range as a line over it.

    Args:
        frame: Rows of ``beroepen/levels``.
    """
    for name, rows in frame.groupby("brc_label", sort=False):
        lines = "".join(_level(row) for _, row in rows.iterrows())
        st.html(
            f'<table class="vkm-table vkm-levels"><caption>{escape(str(name))}: aangenomen aandeel '
            "per mbo-niveau (streep: ten minste tot ten hoogste)</caption><thead><tr>"
            '<th scope="col">Niveau</th><th scope="col">Aandeel</th><th scope="col">Bereik</th>'
            f'<th scope="col">Balk</th></tr></thead><tbody>{lines}</tbody></table>'
        )


def _level(row: pd.Series) -> str:
    share, low, high = (
        float(row[name]) for name in ("share_pct", "share_low_pct", "share_high_pct")
    )
    spread = f"{nl.percentage(low)}–{nl.percentage(high)}" if low < high else nl.percentage(low)
    bar = (
        f'<div class="vkm-bar"><div class="vkm-share" style="width:{share:g}%"></div>'
        f'<div class="vkm-range" style="left:{low:g}%;width:{high - low:g}%"></div></div>'
    )
    return (
        f'<tr><th scope="row">{escape(row["level_label"])}</th><td>{nl.percentage(share)}</td>'
        f"<td>{spread}</td><td>{bar}</td></tr>"
    )


def related(frame: pd.DataFrame, has_figures: bool) -> None:
    """Show related groups as buttons, each with its class in the chosen region.

    Args:
        frame: Rows of ``beroepen/related``.
        has_figures: Whether there are figures to name.
    """
    if is_sample(frame).any():
        st.badge(SAMPLE, color="red")
    places = st.columns(3)
    for number, (_, row) in enumerate(told(frame).iterrows()):
        with places[number % 3]:
            st.button(
                row["occupation_label"],
                key=f"related_{row['uwv_group_code']}",
                on_click=filters.choose_occupation,
                args=(row["uwv_group_code"],),
                width="stretch",
            )
            figure = f"{row['class_label']} ({row['tension_ratio_text']}); " if has_figures else ""
            st.caption(f"{figure}{row['relation_label']}")


def about(series: pd.DataFrame, what: str) -> str:
    """Return what a series shows, with its first and last quarter.

    Args:
        series: Rows of ``beroepen/series``.
        what: What is shown, in Dutch.
    """
    first, last = series["period_label"].iloc[[0, -1]]
    return f"{what}, {first} tot en met {last}"


def searched(found: pd.DataFrame, uwv_group_code: str) -> None:
    """Say that a title was searched, and offer the other groups that it leads to.

    Args:
        found: Rows of ``beroepen/choices`` about the title; none when none was searched.
        uwv_group_code: Of the group shown.
    """
    if found.empty:
        return
    title = found["title"].iloc[0]
    others = found[found["uwv_group_code"].ne(uwv_group_code)]
    if others.empty:
        st.markdown(f"‘{title}’ hoort bij deze groep. Het cijfer geldt voor de hele groep.")
        return
    st.markdown(f"‘{title}’ past bij {len(found)} beroepsgroepen; u ziet er één. Kies een andere:")
    with st.container(horizontal=True):
        for _, row in others.iterrows():
            st.button(
                row["occupation_label"],
                key=f"title_{row['uwv_group_code']}",
                on_click=filters.choose_occupation,
                args=(row["uwv_group_code"],),
            )


def members(frame: pd.DataFrame) -> None:
    """Show which BRC groups a group of UWV holds, and why they count as technical or not.

    Args:
        frame: Rows of ``beroepen/members``.
    """
    tables.show(
        frame,
        ["brc_label", "segment_label", "field_label", "why_label", "name_label"],
        "Groepen van BRC 2014 in deze groep van UWV, en of ze hier als technisch tellen",
    )


def titles(frame: pd.DataFrame, name: str) -> None:
    """Show the titles that lead to a group, or that none is known.

    Args:
        frame: Rows of ``beroepen/titles``.
        name: Of the group.
    """
    if frame.empty:
        st.markdown("Van deze groep is geen beroepstitel geladen.")
        return
    tables.show(frame, ["title", "kind_label", "other_labels"], f"Titels die leiden naar {name}")
