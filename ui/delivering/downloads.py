"""The files that the page of deliveries gives: to fill in, and what came of them."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from etl.deliveries import template
from etl.deliveries.format import tables

CSV, TEXT = "text/csv", "text/plain"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def button(label: str, data: bytes | Callable[[], bytes], name: str, mime: str, key: str) -> None:
    """Show a button that gives a file; what the page shows stays as it is."""
    st.download_button(
        label,
        data=data,
        file_name=name,
        mime=mime,
        key=key,
        icon=":material/download:",
        on_click="ignore",
    )


def needed() -> None:
    """Say what a delivery is, and offer the files to fill in, made of the format itself."""
    st.markdown(
        "Een werkboek (xlsx), of per onderdeel een csv-bestand: **deelnames**, **vouchers** en "
        "**vacatures**. Elke aanlevering is de hele stand van het programma op de peildatum. Een "
        "onderdeel dat er niet in staat, blijft zoals het was.\n\n"
        "**Wel**: een betekenisloze sleutel per deelname en persoon (zoals D-0001), datums, "
        "gemeente, beroep, sector, bedragen en keuzes uit de lijsten.\n\n"
        "**Niet**: namen, BSN, geboortedatum, adres, postcode, e-mail, telefoon- of "
        "rekeningnummer. Een bestand met zo'n gegeven wordt in zijn geheel geweigerd en nergens "
        "bewaard. Ook geen formules, macro's, opmerkingen of eigen kolommen."
    )
    files = {
        template.WORKBOOK: ("Sjabloon (xlsx)", XLSX),
        template.DICTIONARY: ("Gegevenswoordenboek (csv)", CSV),
        **{f"{one.label}.csv": (f"Leeg csv: {one.label}", CSV) for one in tables().values()},
    }
    with st.container(horizontal=True):
        for name, (label, mime) in files.items():
            button(label, functools.partial(_made, name), name, mime, f"template_{name}")


def _made(name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        template.make(Path(folder))
        return (Path(folder) / name).read_bytes()
