"""CBS OData v3: the pages of an UntypedDataSet, from a folder or from a base URL."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
import pyarrow as pa

from etl.errors import DataError, Problem

Row = dict[str, Any]
SECONDS_PER_REQUEST = 60
NEXT_STEP = "Fetch the table again from CBS; the figures already loaded stay as they are."


def extract(location: str | Path, columns: Sequence[str]) -> pa.Table:
    """Read all pages of one table.

    Args:
        location: A folder with ``untyped_page<n>.json``, or the base URL of the table, such as
            ``https://opendata.cbs.nl/ODataFeed/odata/83599NED``.
        columns: The dimensions and measures that each row must have.

    Returns:
        One row per row of the feed: ``line`` (int64, the feed's own ID) and ``columns`` as text,
        padding included.

    Raises:
        DataError: A page is truncated, missing, repeated or superfluous, or a row lacks a column.
    """
    rows: list[Row] = []
    for name, page in _pages(location):
        rows.extend(_checked_rows(name, page, columns, first_id=len(rows)))
    if not rows:
        raise _refuse(str(location), "the table has no rows, at least one was expected")
    text = {column: pa.array([row[column] for row in rows], pa.string()) for column in columns}
    return pa.table({"line": pa.array([row["ID"] for row in rows], pa.int64()), **text})


def _pages(location: str | Path) -> Iterator[tuple[str, Row]]:
    """Yield each page with its name, following nextLink and requiring that it moves forward."""
    is_url = str(location).startswith(("http://", "https://"))
    number, skip = 1, 0
    while True:
        if is_url:
            name = f"UntypedDataSet?$format=json&$skip={skip}"
            text = _download(f"{str(location).rstrip('/')}/{name}", name)
        else:
            name = f"untyped_page{number}.json"
            text = _read(Path(location) / name)
        page = _parse(name, text)
        yield name, page
        link = page.get("odata.nextLink")
        if link is None:
            break
        following = _skip_of(name, link)
        if following <= skip:
            raise _refuse(
                name,
                f"nextLink goes back to row {following} after row {skip}, so a page would be "
                "read twice; a higher $skip was expected",
                value=link,
            )
        number, skip = number + 1, following
    if not is_url and (Path(location) / f"untyped_page{number + 1}.json").exists():
        raise _refuse(
            f"untyped_page{number + 1}.json",
            f"page {number} has no nextLink, so no page {number + 1} was expected",
        )


def _download(url: str, name: str) -> str:
    try:
        response = httpx.get(url, timeout=SECONDS_PER_REQUEST, follow_redirects=False)
        response.raise_for_status()
    except httpx.HTTPError as error:
        raise _refuse(name, f"the page could not be downloaded ({error})") from error
    return response.text


def _read(path: Path) -> str:
    if not path.exists():
        raise _refuse(path.name, f"the page is not in {path.parent.name}, but it was expected")
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise _refuse(path.name, f"the file is not UTF-8 at byte {error.start}") from error


def _parse(name: str, text: str) -> Row:
    if not text.strip():
        raise _refuse(name, "the file is empty, a JSON page was expected")
    try:
        page = json.loads(text)
    except json.JSONDecodeError as error:
        raise _refuse(
            name,
            f"the JSON breaks off or is damaged at character {error.pos} ({error.msg})",
            line=error.lineno,
        ) from error
    if not isinstance(page, dict) or not isinstance(page.get("value"), list):
        raise _refuse(name, "an object with a list called 'value' was expected")
    return page


def _skip_of(name: str, link: str) -> int:
    value = parse_qs(unquote(urlsplit(link).query)).get("$skip", [""])[0]
    if not value.isdigit():
        raise _refuse(name, "nextLink has no $skip, a row number was expected", value=link)
    return int(value)


def _checked_rows(name: str, page: Row, columns: Sequence[str], first_id: int) -> list[Row]:
    """Return the page's rows after checking that each has its columns and its place in the feed."""
    expected = {*columns, "ID"}
    for position, row in enumerate(page["value"], start=first_id):
        for column in sorted(expected - row.keys()):
            found = ", ".join(row)
            raise _refuse(
                name, f"the column is missing; found {found}", line=position, column=column
            )
        if row["ID"] != position:
            raise _refuse(
                name,
                f"row {position} was expected here, so a page is repeated or rows are missing",
                line=position,
                column="ID",
                value=str(row["ID"]),
            )
        for column in columns:
            if row[column] is not None and not isinstance(row[column], str):
                raise _refuse(
                    name,
                    "text was expected, as an UntypedDataSet gives it",
                    line=position,
                    column=column,
                    value=str(row[column]),
                )
    rows: list[Row] = page["value"]
    return rows


def _refuse(
    file: str,
    reason: str,
    *,
    line: int | None = None,
    column: str | None = None,
    value: str | None = None,
) -> DataError:
    return DataError([Problem(file, reason, line, column, value)], NEXT_STEP)
