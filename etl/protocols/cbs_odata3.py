"""CBS OData v3: the pages of an UntypedDataSet, fetched into a folder and read from it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

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
    refuse,
    require_dimensions,
)
from etl.register import RawFile

PROPERTIES = "DataProperties.json"
KEY = "Key"


def table_info(client: Client, url: str) -> TableInfo:
    """Ask what CBS says about a table.

    Args:
        client: To ask with.
        url: Of the table, such as ``https://opendata.cbs.nl/ODataFeed/odata/83599NED``.

    Raises:
        DataError: The table does not exist, or nothing usable was answered.
    """
    address = f"{url}/TableInfos?$format=json"
    return client.get(address, lambda text: _info(address, text))


def _info(address: str, text: str) -> TableInfo:
    found = parse(address, text)["value"]
    if len(found) != 1 or not isinstance(found[0].get("Modified"), str):
        raise refuse(address, "one table with its date Modified was expected")
    return TableInfo(found[0]["Modified"], str(found[0].get("Period") or ""))


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
        progress: Is told how many rows are there so far.

    Raises:
        DataError: The table cannot be had whole; what was downloaded stays for the next attempt.
    """
    staging.open_for(folder, info.modified)
    keys = _fetch_properties(client, url, file, folder)
    lists = {name: _fetch_list(client, url, name, folder) for name in file.listed}
    found = condition(file, lists, KEY)
    wanted = f"&$filter={quote(found)}" if found else ""
    number, skip, rows, last = 1, 0, 0, -1
    while True:
        path = _page(folder, number)
        address = f"{url}/UntypedDataSet?$format=json{wanted}&$skip={skip}"
        read = partial(
            _read_page, address, keys=keys, last=last, skip=skip, filtered=bool(file.only)
        )
        page = staging.stored(path, read)
        if page is None:
            page = client.get(address, read)
            staging.write(path, json.dumps(page))
        rows += len(page["value"])
        last = page["value"][-1]["ID"] if page["value"] else last
        progress(rows)
        following = _following(path.name, page, skip)
        if following is None:
            break
        number, skip = number + 1, following
    if table_info(client, url) != info:
        shutil.rmtree(folder)
        raise refuse(url, f"CBS changed the table while it was fetched. {KEPT}")


def extract(folder: Path, file: RawFile) -> pa.Table:
    """Read all pages of one table.

    Args:
        folder: Holds ``untyped_page<n>.json``, ``DataProperties.json`` unless the register calls
            each measure by its exact key, and ``<dimension>.json`` per dimension with attributes.
        file: Its entry in the register.

    Returns:
        One row per row of the feed: ``line`` (int64, the feed's own ID) and the columns of the
        register as text, padding included.

    Raises:
        DataError: A page is truncated, missing, repeated or superfluous, or a row lacks a column.
    """
    keys = _keys_in(folder, file)
    of_category = attributes(file, folder, KEY)
    rows: list[Row] = []
    for name, page in _pages(folder):
        last = rows[-1]["ID"] if rows else -1
        rows.extend(_checked_rows(name, page, keys, last, filtered=bool(file.only)))
    if not rows:
        raise refuse(str(folder), "the table has no rows, at least one was expected")
    columns = {
        column: (
            [of_category[column].get(row[column.split(":")[0]].strip(), "") for row in rows]
            if column in of_category
            else [row[keys[column]] for row in rows]
        )
        for column in file.columns
    }
    text = {name: pa.array(values, pa.string()) for name, values in columns.items()}
    return pa.table({"line": pa.array([row["ID"] for row in rows], pa.int64()), **text})


def _fetch_properties(client: Client, url: str, file: RawFile, folder: Path) -> dict[str, str]:
    """Keep what the table says about its columns; refuse it when the register says otherwise."""
    address = f"{url}/DataProperties?$format=json"
    found = client.get(address, lambda text: parse(address, text))
    dimensions = [entry["Key"] for entry in found["value"] if "Dimension" in entry["Type"]]
    require_dimensions(file, dimensions, address)
    keys = _keys(file, found, address)
    staging.write(folder / PROPERTIES, json.dumps(found))
    return keys


def _fetch_list(client: Client, url: str, dimension: str, folder: Path) -> Row:
    address = f"{url}/{dimension}?$format=json"
    found = client.get(address, lambda text: parse(address, text))
    staging.write(folder / f"{dimension}.json", json.dumps(found))
    return found


def _keys_in(folder: Path, file: RawFile) -> dict[str, str]:
    path = folder / PROPERTIES
    if path.exists():
        return _keys(file, parse(path.name, _read(path)), path.name)
    return {column: column for column in [*file.dimensions, *file.units]}


def _keys(file: RawFile, properties: Row, place: str) -> dict[str, str]:
    """Return under which key the rows have each dimension and measure of the register."""
    titles = {entry["ID"]: entry.get("Title") or "" for entry in properties["value"]}
    measures = [
        Measure(
            entry["Key"],
            entry.get("Title") or "",
            titles.get(entry.get("ParentID"), ""),
            entry.get("Unit") or "",
        )
        for entry in properties["value"]
        if entry["Type"] == "Topic"
    ]
    return {
        **{dimension: dimension for dimension in file.dimensions},
        **keys_of(file, measures, place),
    }


def _pages(folder: Path) -> Iterator[tuple[str, Row]]:
    """Yield each page with its name, requiring that nextLink moves forward to an existing page."""
    number, skip = 1, 0
    while True:
        path = _page(folder, number)
        page = parse(path.name, _read(path))
        yield path.name, page
        following = _following(path.name, page, skip)
        if following is None:
            break
        number, skip = number + 1, following
    superfluous = _page(folder, number + 1)
    if superfluous.exists():
        raise refuse(
            superfluous.name,
            f"page {number} has no nextLink, so no page {number + 1} was expected",
        )


def _page(folder: Path, number: int) -> Path:
    return folder / f"untyped_page{number}.json"


def _read_page(
    name: str, text: str, *, keys: dict[str, str], last: int, skip: int, filtered: bool
) -> Row:
    page = parse(name, text)
    _checked_rows(name, page, keys, last, filtered)
    _following(name, page, skip)
    return page


def _following(name: str, page: Row, skip: int) -> int | None:
    """Return the row at which the next page starts, or None on the last page."""
    link = page.get("odata.nextLink")
    if link is None:
        return None
    following = _skip_of(name, link)
    if following <= skip:
        raise refuse(
            name,
            f"nextLink goes back to row {following} after row {skip}, so a page would be "
            "read twice; a higher $skip was expected",
            value=link,
        )
    return following


def _read(path: Path) -> str:
    if not path.exists():
        raise refuse(path.name, f"the page is not in {path.parent.name}, but it was expected")
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise refuse(path.name, f"the file is not UTF-8 at byte {error.start}") from error


def _skip_of(name: str, link: str) -> int:
    value = parse_qs(unquote(urlsplit(link).query)).get("$skip", [""])[0]
    if not value.isdigit():
        raise refuse(name, "nextLink has no $skip, a row number was expected", value=link)
    return int(value)


def _checked_rows(
    name: str, page: Row, keys: dict[str, str], last: int, filtered: bool
) -> list[Row]:
    """Return the page's rows after checking that each has its columns and its place in the feed.

    The feed numbers its rows from 0 without a gap; of a filtered feed the numbers only rise.
    """
    expected = {*keys.values(), "ID"}
    for position, row in enumerate(page["value"], start=last + 1):
        for column in sorted(expected - row.keys()):
            found = ", ".join(row)
            raise refuse(
                name, f"the column is missing; found {found}", line=position, column=column
            )
        if row["ID"] <= last or (row["ID"] != position and not filtered):
            raise refuse(
                name,
                f"row {last + 1} was expected here, so a page is repeated or rows are missing",
                line=position,
                column="ID",
                value=str(row["ID"]),
            )
        last = row["ID"]
        for column in keys.values():
            if row[column] is not None and not isinstance(row[column], str):
                raise refuse(
                    name,
                    "text was expected, as an UntypedDataSet gives it",
                    line=position,
                    column=column,
                    value=str(row[column]),
                )
    rows: list[Row] = page["value"]
    return rows
