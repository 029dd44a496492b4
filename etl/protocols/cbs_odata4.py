"""CBS OData v4: a table as observations, one per measure and combination of categories."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import quote, urlsplit

from etl.protocols.cbs_odata3 import Columns, OData3
from etl.protocols.cbs_table import Measure, Row, TableInfo, count_of, parse_object, refuse
from etl.register import RawFile


class OData4(OData3):
    """Where v4 differs: the measures of a table stand below each other and are set side by side."""

    key = "Identifier"
    row_id = "Id"
    link = "@odata.nextLink"
    page = "observations_page{}.json"
    address = "{}"
    list_address = "{}Codes"
    info = "Properties"
    fields: ClassVar[dict[str, tuple[str, ...]]] = {
        "Dimensions": ("Identifier",),
        "MeasureCodes": ("Identifier", "Title"),
        "MeasureGroups": ("Id", "Title"),
    }
    is_ordered = False

    def _info(self, address: str, text: str) -> TableInfo:
        said = parse_object(address, text)
        modified = said.get("Modified")
        if not isinstance(modified, str):
            raise refuse(address, "a table with its Modified was expected")
        rows = count_of(address, "ObservationCount", said.get("ObservationCount"))
        return TableInfo(modified, str(said.get("TemporalCoverage") or ""), rows)

    def _beyond(self, name: str, link: str, place: str) -> str:
        return f"Observations?{urlsplit(link).query}"

    def _start(self, keys: dict[str, str], wanted: str = "") -> str:
        measures = " or ".join(f"Measure eq '{key}'" for key in keys.values())
        taken = quote(" and ".join(filter(None, [wanted, f"({measures})"])))
        return f"Observations?$filter={taken}&$count=true"

    def _about(self, file: RawFile) -> list[str]:
        groups = ["MeasureGroups"] if any("/" in name for name in file.units) else []
        return ["Dimensions", "MeasureCodes", *groups]

    def _dimensions(self, about: dict[str, Row]) -> list[str]:
        return [entry[self.key] for entry in about["Dimensions"]["value"]]

    def _measures(self, about: dict[str, Row]) -> list[Measure]:
        groups = about.get("MeasureGroups", {"value": []})["value"]
        titles = {entry["Id"].strip(): entry["Title"] for entry in groups}
        return [
            Measure(
                entry[self.key],
                entry["Title"],
                titles.get((entry.get("MeasureGroupId") or "").strip(), ""),
                entry.get("Unit") or "",
            )
            for entry in about["MeasureCodes"]["value"]
        ]

    def _fields(self, keys: dict[str, str]) -> list[str]:
        return ["Measure", "Value", "ValueAttribute"]

    def _check(self, name: str, page: Row, file: RawFile, keys: dict[str, str]) -> None:
        if not page["value"] and page.get(self.link) is not None:
            raise refuse(name, "the page has no observations, only the last one may be so")
        for entry in page["value"]:
            value, wrong = entry["Value"], ""
            if value is not None and not _is_number(value):
                column, wrong = "Value", "a number or null was expected"
            elif strange := [one for one in file.dimensions if not isinstance(entry[one], str)]:
                column, wrong = strange[0], "a code was expected"
            if wrong:
                raise refuse(name, wrong, entry["Id"], column, str(entry[column]))

    def _rows(
        self, file: RawFile, keys: dict[str, str], rows: list[Row]
    ) -> Iterator[tuple[int, Columns]]:
        """Yield each combination of categories; where there is no value stands CBS's attribute."""
        names = {key.strip(): name for name, key in keys.items()}
        found: dict[tuple[str, ...], tuple[int, Columns]] = {}
        for entry in rows:
            key = str(entry["Measure"]).strip()
            if key not in names:
                continue
            codes = {dimension: entry[dimension].strip() for dimension in file.dimensions}
            _, row = found.setdefault(tuple(codes.values()), (entry["Id"], {**codes}))
            measure, value = names[key], entry["Value"]
            if measure in row:
                reason = f"{' / '.join(codes.values())} stands there twice"
                raise refuse(file.stem, reason, entry["Id"], measure)
            why = entry.get("StringValue") or entry["ValueAttribute"]
            said = None if why in (None, "None") else str(why)  # no value, and nothing said of it
            row[measure] = said if value is None else str(value)
        yield from found.values()


def _is_number(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and math.isfinite(value)
