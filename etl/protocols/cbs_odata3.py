"""CBS OData v3: the pages of an UntypedDataSet, fetched into a folder and read from it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

import pyarrow as pa

from etl.download import KEPT, Client, RefusedError
from etl.errors import DataError, Problem

Row = dict[str, Any]
INFO = "TableInfos.json"
NEXT_STEP = "Fetch the table again from CBS; the figures already loaded stay as they are."


class TableInfo(NamedTuple):
    """What CBS says about a table as a whole.

    Attributes:
        modified: When it last changed, as CBS writes it: ``2026-07-30T02:00:00``.
        period: The periods it covers, in words.
    """

    modified: str
    period: str


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
    found = _parse(address, text)["value"]
    if len(found) != 1 or not isinstance(found[0].get("Modified"), str):
        raise _refuse(address, "one table with its date Modified was expected")
    return TableInfo(found[0]["Modified"], str(found[0].get("Period") or ""))


def fetch(
    client: Client,
    url: str,
    info: TableInfo,
    columns: Sequence[str],
    units: Mapping[str, str],
    folder: Path,
    progress: Callable[[int], None] = lambda rows: None,
) -> None:
    """Download every page of a table into a folder, going on where an earlier attempt stopped.

    Args:
        client: To ask with.
        url: Of the table.
        info: What CBS says about it; the same must hold after the last page.
        columns: The dimensions and measures that each row must have.
        units: Unit of each measure that is used; another unit is refused.
        folder: Holds the pages; pages of an earlier version of the table are removed.
        progress: Is told how many rows are there so far.

    Raises:
        DataError: The table cannot be had whole; what was downloaded stays for the next attempt.
    """
    if _version_in(folder) != info.modified:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _write(folder / INFO, json.dumps({"Modified": info.modified}))
    _check_properties(client, url, columns, units)
    number, skip, rows = 1, 0, 0
    while True:
        path = _page(folder, number)
        address = f"{url}/UntypedDataSet?$format=json&$skip={skip}"
        read = partial(_read_page, address, columns=columns, first_id=rows, skip=skip)
        page = _stored(path, read)
        if page is None:
            page = client.get(address, read)
            _write(path, json.dumps(page))
        rows += len(page["value"])
        progress(rows)
        following = _following(path.name, page, skip)
        if following is None:
            break
        number, skip = number + 1, following
    if table_info(client, url) != info:
        shutil.rmtree(folder)
        raise _refuse(url, f"CBS changed the table while it was fetched. {KEPT}")


def extract(folder: Path, columns: Sequence[str]) -> pa.Table:
    """Read all pages of one table.

    Args:
        folder: Holds ``untyped_page<n>.json``.
        columns: The dimensions and measures that each row must have.

    Returns:
        One row per row of the feed: ``line`` (int64, the feed's own ID) and ``columns`` as text,
        padding included.

    Raises:
        DataError: A page is truncated, missing, repeated or superfluous, or a row lacks a column.
    """
    rows: list[Row] = []
    for name, page in _pages(folder):
        rows.extend(_checked_rows(name, page, columns, first_id=len(rows)))
    if not rows:
        raise _refuse(str(folder), "the table has no rows, at least one was expected")
    text = {column: pa.array([row[column] for row in rows], pa.string()) for column in columns}
    return pa.table({"line": pa.array([row["ID"] for row in rows], pa.int64()), **text})


def _pages(folder: Path) -> Iterator[tuple[str, Row]]:
    """Yield each page with its name, requiring that nextLink moves forward to an existing page."""
    number, skip = 1, 0
    while True:
        path = _page(folder, number)
        page = _parse(path.name, _read(path))
        yield path.name, page
        following = _following(path.name, page, skip)
        if following is None:
            break
        number, skip = number + 1, following
    superfluous = _page(folder, number + 1)
    if superfluous.exists():
        raise _refuse(
            superfluous.name,
            f"page {number} has no nextLink, so no page {number + 1} was expected",
        )


def _page(folder: Path, number: int) -> Path:
    return folder / f"untyped_page{number}.json"


def _version_in(folder: Path) -> str | None:
    path = folder / INFO
    if not path.exists():
        return None
    version: str = json.loads(path.read_text("utf-8"))["Modified"]
    return version


def _write(path: Path, text: str) -> None:
    """Write a file that is there whole or not at all."""
    part = path.with_suffix(".part")
    part.write_text(text, "utf-8")
    part.replace(path)


def _stored(path: Path, read: Callable[[str], Row]) -> Row | None:
    """Return the page of an earlier attempt, if it is there and whole."""
    try:
        return read(path.read_text("utf-8")) if path.exists() else None
    except (DataError, UnicodeDecodeError):
        return None


def _read_page(name: str, text: str, *, columns: Sequence[str], first_id: int, skip: int) -> Row:
    page = _parse(name, text)
    _checked_rows(name, page, columns, first_id)
    _following(name, page, skip)
    return page


def _check_properties(
    client: Client, url: str, columns: Sequence[str], units: Mapping[str, str]
) -> None:
    """Refuse a table whose columns or units are no longer what the register says."""
    address = f"{url}/DataProperties?$format=json"
    found = {
        entry["Key"]: entry.get("Unit")
        for entry in client.get(address, lambda text: _parse(address, text))["value"]
        if entry.get("Key")
    }
    for column in columns:
        if column not in found:
            reason = f"the column is missing; found {', '.join(found)}. {KEPT}"
            raise RefusedError([Problem(address, reason, column=column)], "")
    for measure, unit in units.items():
        if _spaceless(found[measure]) != _spaceless(unit):
            reason = f"the unit is {found[measure]!r}, {unit!r} was expected. {KEPT}"
            raise RefusedError([Problem(address, reason, column=measure)], "")


def _spaceless(unit: object) -> str:
    return "".join(str(unit).split())


def _following(name: str, page: Row, skip: int) -> int | None:
    """Return the row at which the next page starts, or None on the last page."""
    link = page.get("odata.nextLink")
    if link is None:
        return None
    following = _skip_of(name, link)
    if following <= skip:
        raise _refuse(
            name,
            f"nextLink goes back to row {following} after row {skip}, so a page would be "
            "read twice; a higher $skip was expected",
            value=link,
        )
    return following


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
    if text.lstrip().startswith("<"):
        raise _refuse(name, "this is an HTML page, a JSON page was expected")
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
