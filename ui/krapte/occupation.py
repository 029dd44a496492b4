"""One occupation: how tight it is, over time, its levels, its people, and what is like it."""

from collections.abc import Collection
from html import escape

import pandas as pd
import streamlit as st

import sentences
import words as nl
from drawings import tension_lines
from ui.filters import areas, groups
from ui.krapte import regions
from ui.krapte.occupations import TERMS, beside_real, told
from ui.parts import figures, notes, series_notes


def tension(latest: pd.DataFrame, name: str, area: areas.Area, period: str) -> None:
    """Say how tight an occupation or techniekdomein is in an area.

    Args:
        latest: Rows of ``regios/latest``.
        name: Of the occupation.
        area: To show.
        period: Of when the figures are, in Dutch.
    """
    if latest.empty:
        st.markdown(sentences.no_tension(name, area.spoken, period))
    said = [sentences.tension(row, name) for _, row in latest.iterrows()]
    st.markdown(sentences.bullets(said) if len(said) > 1 else sentences.paragraphs(said))
    regions.about(area.codes)
    notes.under(latest, terms=TERMS, key="finding", file_name=f"spanning_{name}_{area.spoken}")


def development(series: pd.DataFrame, codes: tuple[str, ...], name: str, area_name: str) -> None:
    """Show the tension of an occupation over time, with what stands beside it.

    Args:
        series: Rows of ``beroepen/series``.
        codes: Of the groups of UWV drawn.
        name: Of the occupation.
        area_name: Of the region.
    """
    if series.empty:
        st.markdown(f"Van {name.lower()} is nog geen enkel kwartaal gepubliceerd.")
        return
    found = series_notes.asked(series, occupation_codes=codes)
    first, last = series["period_label"].iloc[[0, -1]]
    figures.show(
        tension_lines.draw(series, found),
        told(series),
        value="tension_ratio",
        about=f"Spanning per kwartaal, {name}, {area_name}, {first} tot en met {last}",
        columns=["period_label", "line_label", "tension_ratio_text", "class_label"],
        terms=TERMS,
        file_name=f"spanning_{name}_{area_name}",
        legend="Vacatures per persoon met kortdurende WW. Stippellijnen: grenzen van de klassen "
        "van UWV. Een staafje: wat het cijfer ten minste en ten hoogste is. Een gat: geen cijfer, "
        "of geen werkzoekenden en dus geen getal.",
        notes_shown=found,
    )


def levels(frame: pd.DataFrame, name: str) -> None:
    """Show the assumed share of each mbo level as a bar, with its range as a line over it."""
    st.header("Welke mbo-niveaus?", anchor=False)
    st.markdown(
        "Landelijke aanname per beroep, gelijk in elke regio; geen gemeten vraag. Over niveaus per "
        "regio is niets gemeten."
    )
    for group, rows in frame.groupby("brc_label", sort=False):
        measured = sentences.measured_education(rows.iloc[0])
        lines = "".join(_level(row) for _, row in rows.iterrows())
        st.html(
            f'<table class="vkm-table vkm-levels"><caption>{escape(str(group))}: aangenomen '
            "aandeel per mbo-niveau (streep: ten minste tot ten hoogste)</caption><thead><tr>"
            '<th scope="col">Niveau</th><th scope="col">Aandeel</th><th scope="col">Bereik</th>'
            f'<th scope="col">Balk</th></tr></thead><tbody>{lines}</tbody></table>'
        )
        if measured:
            st.caption(measured)
    notes.under(frame, terms=("mbo_level_share",), file_name=f"niveaus_{name}")


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


def employment(frame: pd.DataFrame, name: str) -> None:
    """Show how many people work in an occupation (``beroepen/employment``)."""
    st.header("Hoeveel mensen werken erin?", anchor=False)
    figures.show_table(
        frame,
        ["period_label", "brc_label", "employed", "change", "change_label"],
        "Werkzame personen in Nederland, afgerond op duizend",
        terms=("employed", "occupation"),
        file_name=f"werkzaam_{name}",
    )
    st.caption(
        "Een jaar is een gemiddelde, een kwartaal een stand: een verschil daartussen "
        "staat hier niet."
    )


def wages(frame: pd.DataFrame, members: Collection[str], name: str) -> None:
    """Show what those who work in an occupation earn (``beroepen/wages``), or that it is unknown.

    Args:
        frame: Rows of all occupations.
        members: Codes of those of BRC 2014 in this one.
        name: Of the occupation.
    """
    own = frame[frame["occupation_code"].isin(list(members))]
    if own.empty:
        st.markdown(f"**Lonen.** Van {name.lower()} is geen mediaan uurloon gepubliceerd of zeker.")
        return
    figures.show_table(
        own,
        ["period_label", "brc_label", "hourly_wage"],
        f"Mediaan uurloon van werknemers, {nl.aged(*own.iloc[0][['period_label', 'period']])}",
        terms=("hourly_wage",),
        file_name=f"uurloon_{name}",
    )


def members(frame: pd.DataFrame, name: str) -> None:
    """Show which BRC groups a group of UWV holds, and why they count as technical or not."""
    st.header("Wat hoort bij deze groep?", anchor=False)
    figures.show_table(
        frame,
        ["brc_label", "segment_label", "field_label", "high_edu_pct", "why_label", "name_label"],
        "Groepen van BRC 2014 in deze groep van UWV, en of ze hier als technisch tellen",
        terms=("uwv_group", "occupation", "occupation_set"),
        file_name=f"beroepsgroepen_{name}",
    )


def titles(frame: pd.DataFrame, name: str) -> None:
    """Show the titles that lead to a group, or that none is known (``beroepen/titles``)."""
    figures.show_table(
        frame,
        ["title", "kind_label", "other_labels"],
        f"Titels die leiden naar {name}",
        none="Van deze groep is geen beroepstitel geladen.",
        terms=("occupation_title",),
        file_name=f"titels_{name}",
    )


def related(frame: pd.DataFrame, has_figures: bool, name: str) -> None:
    """Show related groups as buttons, each with its class in the region if there are figures."""
    st.header("Verwante beroepsgroepen", anchor=False)
    places = st.columns(3)
    for number, (_, row) in enumerate(beside_real(frame).iterrows()):
        with places[number % 3]:
            figure = f"{row['class_label']} ({row['tension_ratio_text']}); " if has_figures else ""
            st.button(
                row["occupation_label"],
                key=f"related_{row['uwv_group_code']}",
                on_click=groups.choose_occupation,
                args=(row["uwv_group_code"],),
                width="stretch",
            )
            st.caption(f"{figure}{row['relation_label']}")
    notes.under(frame, terms=("occupation", "uwv_group", "tension"), file_name=f"verwant_{name}")
