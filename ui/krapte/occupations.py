"""Occupations beside each other: their classes per region, their ranking, and which to choose."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import sentences
import words as nl
from ui import heatmap
from ui.filters import areas, groups, subjects
from ui.krapte import finding as titles
from ui.parts import notes, tables
from words import tension
from words.marks import MARK

TERMS = ("tension", "uwv_group", "occupation_set")
NONE_CHOSEN = "Nog geen beroep gekozen: u ziet de eerste groep van {} op spanning."
NO_TENSION = (
    "Hoe krap een beroep per arbeidsmarktregio is, publiceert UWV in een bestand; dat is hier nog "
    "niet ingelezen (vraag de beheerder)."
)
OF_GROUPS = "UWV. Een cijfer geldt voor een hele beroepsgroep, niet voor één functie."
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
SINCE = {
    "year_before": "in een jaar",
    "previous": "sinds de vorige periode",
    "five_years_before": "in vijf jaar",
}


def finding(
    employed: pd.DataFrame, tension: pd.DataFrame | None, group: pd.Series, is_default: bool
) -> None:
    """Show what is most to be known of occupations as the title of the page, and on what it rests.

    Args:
        employed: Rows of ``beroepen/employed``.
        tension: Rows of ``regios/latest`` about the group; None where none is loaded.
        group: A row of ``beroepen/choices``.
        is_default: Whether the reader chose no group.
    """
    name = group["occupation_label"]
    if tension is not None:
        titles.show(
            sentences.tension_in_brief(tension, name), OF_GROUPS, otherwise=f"{name}: hoe krap?"
        )
        return
    own = employed[employed["uwv_group_code"].eq(group["uwv_group_code"])]
    if employed.empty or (own.empty and not is_default):
        titles.show(name, NO_TENSION, otherwise=name)
        return
    said = sentences.most_employed(employed) if is_default else sentences.employed_in(own, name)
    first = employed.iloc[0]
    period = nl.aged(first["period_label"], first["period"])
    titles.show(said, f"CBS, {period}, afgerond op duizend. {NO_TENSION}", otherwise=name)


def heatmap_row(group: pd.Series, selection: str) -> str | None:
    """Return the code of the row of the heatmap that a group is, or is part of.

    Args:
        group: A row of ``beroepen/choices``.
        selection: See ``subjects.selection``.
    """
    code = group["technical_field"] if selection == "fields" else group["uwv_group_code"]
    return None if nl.is_missing(code) else str(code)


def name_of(code: str, group: pd.Series, named: pd.DataFrame) -> str:
    """Return the name of a row of the heatmap: of a group, or of the techniekdomein around it."""
    if code == group["uwv_group_code"]:
        return str(group["occupation_label"])
    return str(named.set_index("code").loc[code, "label"])


def classes(
    frame: pd.DataFrame,
    quarter: pd.Series,
    region_codes: Sequence[str],
    group: pd.Series,
    selection: str,
) -> None:
    """Show the classes of occupations and regions; a click chooses both.

    Args:
        frame: Rows of ``beroepen/heatmap``.
        quarter: A row of ``filters/quarters``.
        region_codes: Of the regions of the chosen area.
        group: A row of ``beroepen/choices``.
        selection: See ``subjects.selection``.
    """
    named = name_of_selection(selection)
    label = quarter["period_label"]
    st.markdown(f"{invitation(frame)} Beroepen: {named}.")
    heatmap.show(
        frame,
        period=label,
        occupation_code=heatmap_row(group, selection),
        region_codes=region_codes,
        on_choose=choose,
    )
    tables.behind_button(
        told(frame),
        ["field_label", "occupation_label", "region_name", "class_label", "tension_ratio_text"],
        f"Spanning per beroepsgroep en gebied, {named}, {label}",
        "heatmap",
    )
    notes.under(
        frame,
        terms=(*TERMS, "field_tension"),
        file_name=f"spanning_{named}_gebieden_{quarter['period']}",
    )


def invitation(frame: pd.DataFrame) -> str:
    """Return what the heatmap (``beroepen/heatmap``) holds and how to choose from it."""
    rows = frame["occupation_code"].nunique()
    scrolls = " (rol voor de onderste)" if rows > FITTING_ROWS else ""
    return (
        f"{frame['quarter_label'].iloc[0]}, {rows} rijen{scrolls}. Kies met een klik, of met de "
        "pijltjes en Enter; de keuze is omlijnd."
    )


def choose(occupation_code: str | None, region_code: str | None) -> None:
    """Choose what was clicked in the heatmap."""
    if occupation_code:
        groups.choose_occupation(occupation_code)
    if region_code:
        areas.choose_area(region_code)


def told(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a copy with the tension of each row in words, and an unsure class called so.

    Args:
        frame: Has ``tension_ratio``, ``tension_low``, ``tension_high``, ``sign``, ``class_label``.
    """
    return frame.assign(
        tension_ratio_text=tension.ratios(frame),
        class_label=frame["class_label"].fillna(NOT_CERTAIN),
    )


def beside_real(frame: pd.DataFrame) -> pd.DataFrame:
    """Return ``told`` rows of which the tension alone may be fictitious: then it alone says so.

    Args:
        frame: Has ``tension_status`` beside the ``status`` of its other figures.
    """
    fictitious = frame["tension_status"].eq("sample")
    shown = told(frame.drop(columns="tension_status"))
    for name in ("class_label", "neighbours_label"):
        if name in shown:
            marked = shown[name].where(shown[name].isna(), shown[name] + f" ({MARK})")
            shown[name] = shown[name].mask(fictitious, marked)
    return shown


def ordered(order_by: str, basis: str) -> str:
    """Return by what a ranking is ordered; see ``subjects.order`` and ``subjects.basis``."""
    return ORDERED[order_by].format(since=SINCE[basis])


def name_of_selection(selection: str) -> str:
    """Return the name of the occupations that are compared, within a sentence."""
    names = {code: label.lower() for label, code in subjects.SELECTIONS.items()}
    return names[selection]


def ranking(
    frame: pd.DataFrame, basis: str, area_name: str, quarter: pd.Series, selection: str
) -> None:
    """Show the occupations of a region in the order of the question.

    Args:
        frame: Rows of ``beroepen/ranking``.
        basis: What was before; see ``subjects.basis``.
        area_name: Of the region.
        quarter: A row of ``filters/quarters``.
        selection: See ``subjects.selection``.
    """
    named = name_of_selection(selection)
    before = ("before_ratio", "before_low", "before_high", "before_sign")
    shown = told(frame).assign(
        vacancies_text=_counts(frame, "open_vacancies"),
        ww_text=_counts(frame, "ww_under_6_months"),
        technical_label=frame["is_technical"].map({True: "ja", False: "nee"}),
        **{
            f"figure_{basis}_text": tension.ratios(frame, before),
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
        caption = f"{named.capitalize()} in {area_name}, {quarter['period_label']}"
        tables.show(shown, columns, compared(frame, caption))
    notes.under(
        frame,
        terms=(*TERMS, "field_tension"),
        file_name=f"ranglijst_{named}_{area_name}_{quarter['period']}",
    )


def compared(frame: pd.DataFrame, caption: str) -> str:
    """Return the caption of a ranking with the quarter that it is compared with."""
    before = frame["before_label"].iloc[0]
    return caption if nl.is_missing(before) else f"{caption}, vergeleken met {before}"


def _counts(frame: pd.DataFrame, name: str) -> list[str]:
    columns = [f"{name}_low", f"{name}_high", f"{name}_sign"]
    return [tension.count(*values) for values in frame[columns].itertuples(index=False)]


def searched(found: pd.DataFrame, uwv_group_code: str) -> None:
    """Say that a title was searched, and offer the other groups that it leads to."""
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
                on_click=groups.choose_occupation,
                args=(row["uwv_group_code"],),
            )
