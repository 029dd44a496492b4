"""Municipalities, the regions they belong to, and their boundaries."""

from __future__ import annotations

from typing import Any

from etl.register.cbs import CBS, CC_BY, feed
from etl.register.model import RawFile, Source, excerpt


def _regions_of(table: str, year: int) -> RawFile:
    """Return the municipalities of one year with the regions they belong to."""
    return feed(
        table,
        f"Gebieden in Nederland {year}",
        "RegioS",
        {"Arbeidsmarktregio's/Code": "", "COROP-gebieden/Code": "", "Provincies/Code": ""},
        constants={"jaar": str(year)},
        period=str(year),
    )


def _boundaries(year: int, path: str, **more: Any) -> RawFile:
    """Return the boundaries of the municipalities of one year."""
    return RawFile(
        stem=f"municipalities_{year}",
        title=f"Gemeentegrenzen {year}, gegeneraliseerd",
        url=f"https://service.pdok.nl/cbs/gebiedsindelingen/{year}/wfs/v1_0",
        protocol="municipality_polygons",
        path=path,
        columns=("statcode", "statnaam"),
        period=str(year),
        **more,
    )


REGIONS = Source(
    source_id="regions",
    title="Gemeenten en hun regio's",
    publisher=f"{CBS} en Kadaster",
    licence=CC_BY,
    about="Gemeenten met hun arbeidsmarktregio, COROP-gebied en provincie, en hun grenzen.",
    files=(
        excerpt(
            "geo/mapping_gm_am_cr_nuts_pv_2026",
            "Gebieden in Nederland 2026",
            "gm gm_naam am am_naam cr cr_naam nuts3_2024 pv pv_naam",
            stem="municipality_regions_2026",
            url="https://www.cbs.nl/nl-nl/cijfers/detail/86247NED",
            table_id="86247NED",
            period="2026",
            note="Samengesteld overzicht; alle 342 gemeenten nagekeken in CBS 86247NED.",
        ),
        _boundaries(2022, "geo/gemeenten_2022.geojson"),
        _boundaries(
            2026,
            "geo/gemeenten_2026.geojson",
            optional=True,
            note="Voor de kaart: python -m etl geometry.",
        ),
        _regions_of("84378NED", 2019),
        _regions_of("84721NED", 2020),
        _regions_of("84929NED", 2021),
        _regions_of("85067NED", 2022),
        _regions_of("85385NED", 2023),
        _regions_of("85755NED", 2024),
        _regions_of("86059NED", 2025),
        _regions_of("86247NED", 2026),
    ),
)
