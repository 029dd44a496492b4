"""Whole tables to take along: which there are, and each in the form that is asked for."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import queries
import words as nl
from exports import aside
from exports.tables import datasets, files
from ui import filters
from ui.parts import tables

COMMAND = "python -m exports MAP"


def show(area: filters.Area, with_sample: bool) -> None:
    """Show the tables and let the reader take one along, about the provinces of an area.

    Args:
        area: Its provinces limit the rows.
        with_sample: Whether fictitious figures are wanted.
    """
    listed = queries.downloads.datasets(with_sample=with_sample)
    chosen = filters.choice("Tabel", "tabel", list(listed.loc[listed["row_count"] > 0, "title"]))
    one = listed.set_index("title", drop=False).loc[chosen]
    where = " en ".join(area.province_names)
    st.markdown(
        f"{one['grain_label']}. Alleen wat over {where} gaat, met regio's die daar deels in liggen "
        f"en het hele land. {nl.number(one['row_count'])} rijen in heel Nederland."
    )
    if one["row_count"] > files.MOST_ROWS:
        st.markdown(f"Te veel rijen voor het scherm. Zo komen ze als bestand: `{COMMAND}`.")
    else:
        _buttons(one, area, with_sample)
    tables.show(
        listed,
        ["title", "grain_label", "row_count", "first_period_label", "last_period_label"],
        "Hele tabellen, met het aantal rijen in heel Nederland",
    )
    provinces = " ".join(f"--province {name}" for name in area.province_names)
    st.caption(f"Alle tabellen tegelijk, zonder scherm: `{COMMAND} {provinces}`.")


def _buttons(one: pd.Series, area: filters.Area, with_sample: bool) -> None:
    period = "" if nl.is_missing(one["last_period"]) else str(one["last_period"])
    stem = datasets.file_name(
        one["title"], area.province_names, period, fictitious=one["status"] == "sample"
    )
    asked = ["--dataset", one["dataset"]]
    for province in area.province_names:
        asked += ["--province", province]
    if not with_sample:
        asked.append("--without-sample")
    with st.container(horizontal=True):
        for kind in files.FORMATS:
            st.download_button(
                kind.label,
                data=lambda kind=kind: aside.made(  # type: ignore[misc]
                    "exports", aside.TO, "--format", kind.key, *asked
                ),
                file_name=f"{stem}{kind.ending}",
                mime=kind.mime,
                key=f"dataset_{kind.key}",
                icon=":material/download:",
                on_click="ignore",
            )
