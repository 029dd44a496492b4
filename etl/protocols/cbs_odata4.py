"""CBS OData v4: the observations of a dataset, fetched into a folder and read from it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

import pyarrow as pa

from etl.download import KEPT, Client
from etl.protocols import staging
from etl.protocols.cbs_table import (
    Measure,
    Row,
    TableInfo,
    attributes,
    condition,
    keys_of,
    parse,
    parse_object,
    refuse,
    require_dimensions,
)
from etl.register import RawFile

KEY = "Identifier"
MEASURES = "MeasureCodes.json"
GROUPS = "MeasureGroups.json"


def table_info(client: Client, url: str) -> TableInfo:
    """Ask what CBS says about a table.

    Args:
        client: To ask with.
        url: Of the table, such as ``https://datasets.cbs.nl/odata/v1/CBS/85554NED``.

    Raises:
        DataError: The table does not exist, or nothing usable was answered.
    """
    address = f"{url}/Properties"
    return client.get(address, lambda text: _info(address, text))


def _info(address: str, text: str) -> TableInfo:
    said = parse_object(address, text)
    if not isinstance(said.get("Modified"), str) or not isinstance(
        said.get("ObservationCount"), int
    ):
        raise refuse(address, "a table with its Modified and ObservationCount was expected")
    return TableInfo(
        said["Modified"], str(said.get("TemporalCoverage") or ""), said["ObservationCount"]
    )


def fetch(
    client: Client,
    url: str,
    info: TableInfo,
    file: RawFile,
    folder: Path,
    progress: Callable[[int], None] = lambda rows: None,
) -> None:
    """Download a table into a folder, going on where an earlier attempt stopped.

    Args:
        client: To ask with.
        url: Of the table.
        info: What CBS says about it; the same must hold after the last page.
        file: Its entry in the register.
        folder: Holds the pages; pages of an earlier version of the table are removed.
        progress: Is told how many observations are there so far.

    Raises:
        DataError: The table cannot be had whole; what was downloaded stays for the next attempt.
    """
    staging.open_for(folder, info.modified)
    keys = _fetch_measures(client, url, file, folder)
    lists = {
        name: _keep(client, f"{url}/{name}Codes", folder / f"{name}.json") for name in file.listed
    }
    measures = " or ".join(f"Measure eq '{key}'" for key in keys.values())
    wanted = " and ".join(filter(None, [condition(file, lists, KEY), f"({measures})"]))
    start = f"{url}/Observations?$filter={quote(wanted)}&$count=true"
    address, number, rows, last, offered = start, 1, 0, -1, None
    while True:
        path = _page(folder, number)
        read = partial(_read_page, address, file=file, keys=keys, last=last)
        page = staging.stored(path, read)
        if page is None:
            page = client.get(address, read)
            staging.write(path, json.dumps(page))
        rows += len(page["value"])
        last = page["value"][-1]["Id"]
        offered = page.get("@odata.count", offered)
        progress(rows)
        link = page.get("@odata.nextLink")
        if link is None:
            break
        address, number = f"{url}/Observations?{urlsplit(link).query}", number + 1
    if offered not in (None, rows):
        shutil.rmtree(folder)
        reason = f"{rows} observations arrived, {offered} were expected. {KEPT}"
        raise refuse(start, reason)
    if table_info(client, url) != info:
        shutil.rmtree(folder)
        raise refuse(url, f"CBS changed the table while it was fetched. {KEPT}")


def extract(folder: Path, file: RawFile) -> pa.Table:
    """Read all pages of one table and set the measures beside each other.

    Args:
        folder: Holds ``observations_page<n>.json``, ``MeasureCodes.json`` and ``<dimension>.json``
            per dimension with attributes.
        file: Its entry in the register.

    Returns:
        One row per combination of categories: ``line`` (int64, Id of its first observation) and
        the columns of the register as text. Where there is no value stands CBS's ValueAttribute.

    Raises:
        DataError: A page is truncated or missing, or an observation stands there twice.
    """
    keys = _keys_in(folder, file)
    of_category = attributes(file, folder, KEY)
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    lines: dict[tuple[str, ...], int] = {}
    for name, page in _pages(folder, file, keys):
        for entry in page["value"]:
            codes = tuple(entry[dimension].strip() for dimension in file.dimensions)
            lines.setdefault(codes, entry["Id"])
            values = rows.setdefault(codes, {})
            if entry["Measure"] in values:
                raise refuse(
                    name, f"{' / '.join(codes)} stands there twice", line=entry["Id"],
                    column=entry["Measure"],
                )  # fmt: skip
            values[entry["Measure"]] = _text(entry)
    text: dict[str, list[str | None]] = {column: [] for column in file.columns}
    for codes, values in rows.items():
        code_of = dict(zip(file.dimensions, codes, strict=True))
        for column in file.columns:
            if column in keys:
                text[column].append(values.get(keys[column]))
            elif column in of_category:
                code = code_of[column.split(":")[0]].strip()
                text[column].append(of_category[column].get(code, ""))
            else:
                text[column].append(code_of[column])
    columns = {name: pa.array(values, pa.string()) for name, values in text.items()}
    return pa.table({"line": pa.array(list(lines.values()), pa.int64()), **columns})


def _fetch_measures(client: Client, url: str, file: RawFile, folder: Path) -> dict[str, str]:
    """Keep what the table says about its columns; refuse it when the register says otherwise."""
    address = f"{url}/Dimensions"
    found = client.get(address, lambda text: parse(address, text))
    require_dimensions(file, [entry[KEY] for entry in found["value"]], address)
    measures = _keep(client, f"{url}/MeasureCodes", folder / MEASURES)
    groups: Row = {"value": []}
    if any("/" in name for name in file.units):
        groups = _keep(client, f"{url}/MeasureGroups", folder / GROUPS)
    return _keys(file, measures, groups, f"{url}/MeasureCodes")


def _keep(client: Client, address: str, path: Path) -> Row:
    found = client.get(address, lambda text: parse(address, text))
    staging.write(path, json.dumps(found))
    return found


def _keys_in(folder: Path, file: RawFile) -> dict[str, str]:
    groups = folder / GROUPS
    return _keys(
        file,
        parse(MEASURES, (folder / MEASURES).read_text("utf-8")),
        parse(GROUPS, groups.read_text("utf-8")) if groups.exists() else {"value": []},
        MEASURES,
    )


def _keys(file: RawFile, measures: Row, groups: Row, place: str) -> dict[str, str]:
    """Return under which identifier the table has each measure of the register."""
    titles = {entry["Id"].strip(): entry["Title"] for entry in groups["value"]}
    known = [
        Measure(
            entry[KEY],
            entry["Title"],
            titles.get((entry.get("MeasureGroupId") or "").strip(), ""),
            entry.get("Unit") or "",
        )
        for entry in measures["value"]
    ]
    return keys_of(file, known, place)


def _pages(folder: Path, file: RawFile, keys: dict[str, str]) -> Iterator[tuple[str, Row]]:
    number, last = 1, -1
    while True:
        path = _page(folder, number)
        if not path.exists():
            raise refuse(path.name, f"the page is not in {folder.name}, but it was expected")
        page = _read_page(path.name, path.read_text("utf-8"), file=file, keys=keys, last=last)
        yield path.name, page
        if "@odata.nextLink" not in page:
            return
        number, last = number + 1, page["value"][-1]["Id"]


def _page(folder: Path, number: int) -> Path:
    return folder / f"observations_page{number}.json"


def _read_page(name: str, text: str, *, file: RawFile, keys: dict[str, str], last: int) -> Row:
    """Return a page after checking that each observation is whole and stands in its place."""
    page = parse(name, text)
    if not page["value"]:
        raise refuse(name, "the page has no observations, at least one was expected")
    expected = {"Id", "Measure", "Value", "ValueAttribute", *file.dimensions}
    for entry in page["value"]:
        for column in sorted(expected - entry.keys()):
            found = ", ".join(entry)
            raise refuse(
                name, f"the column is missing; found {found}", line=last + 1, column=column
            )
        if entry["Id"] <= last:
            raise refuse(
                name,
                f"an Id above {last} was expected, so a page is repeated",
                column="Id",
                value=str(entry["Id"]),
            )
        last = entry["Id"]
        if entry["Measure"] not in keys.values():
            raise refuse(
                name,
                f"one of {', '.join(keys.values())} was expected",
                line=last,
                column="Measure",
                value=str(entry["Measure"]),
            )
    return page


def _text(entry: Row) -> str:
    """Return the value as text, or why there is none."""
    if entry["Value"] is not None:
        return str(entry["Value"])
    return str(entry.get("StringValue") or entry["ValueAttribute"])
