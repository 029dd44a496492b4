"""CBS OData v3: the pages of an UntypedDataSet, fetched into a folder and read from it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pyarrow as pa

from etl.download import KEPT, Client
from etl.protocols import staging
from etl.protocols.cbs_table import (
    Measure,
    Row,
    TableInfo,
    attributes,
    count_of,
    keys_of,
    parse,
    refuse,
    require_dimensions,
    taken,
)
from etl.protocols.rows import table
from etl.register import RawFile

Read = Callable[[str, str], Row]
Columns = dict[str, str | None]


class OData3:
    """A table as lists that say what it holds and pages of numbered rows; v4 differs in places.

    Attributes:
        key: Field of a category that holds its code.
        row_id: Field that numbers the rows.
        link: Field of a page that says where the next one is.
        page: File of a page, by its number.
        address: Of what a table says about itself, by its name.
        list_address: Of the categories of a dimension.
        info: Where a table says when it changed.
        fields: Of each list about a table, which hold a text.
        is_ordered: Whether the rows come in the order of their numbers, of which all are there.
    """

    key = "Key"
    row_id = "ID"
    link = "odata.nextLink"
    page = "untyped_page{}.json"
    address = list_address = "{}?$format=json"
    info = "TableInfos?$format=json"
    fields: ClassVar[dict[str, tuple[str, ...]]] = {"DataProperties": ("Key", "Type")}
    is_ordered = True

    def table_info(self, client: Client, url: str) -> TableInfo:
        """Ask what CBS says about a table, ``https://opendata.cbs.nl/ODataFeed/odata/83599NED``.

        Raises:
            DataError: The table does not exist, or nothing usable was answered.
        """
        address = f"{url}/{self.info}"
        return client.get(address, partial(self._info, address))

    def fetch(
        self,
        client: Client,
        url: str,
        info: TableInfo,
        file: RawFile,
        folder: Path,
        progress: Callable[[int], None],
    ) -> None:
        """Download a table into a folder, going on where an earlier attempt stopped.

        Pages of an earlier version of the table are removed; what CBS says about it must be the
        same after the last page. Progress is told in rows of the feed.

        Raises:
            DataError: The table cannot be had whole; what was downloaded stays for the next time.
        """

        def kept(address: str, name: str) -> Row:
            place = f"{url}/{address.format(name)}"
            fields = self.fields.get(name, (self.key,))
            found = client.get(place, partial(parse, place, fields=fields))
            staging.write(folder / f"{name}.json", json.dumps(found))
            return found

        def page_of(name: str, place: str, read: Read) -> Row:
            address = f"{url}/{place}"
            page = staging.stored(folder / name, partial(read, address))
            if page is None:
                page = client.get(address, partial(read, address))
                staging.write(folder / name, json.dumps(page))
            return page

        staging.open_for(folder, info.modified)
        about = {name: kept(self.address, name) for name in self._about(file)}
        require_dimensions(file, self._dimensions(about), url)
        keys = keys_of(file, self._measures(about), url)
        lists = {name: kept(self.list_address, name) for name in file.listed}
        wanted = taken(file, lists, self.key).items()
        start = self._start(keys, " and ".join(f"{name} eq '{code}'" for name, code in wanted))
        page: Row = {}
        rows, offered = 0, None
        for page in self._pages(file, keys, start, page_of):
            rows += len(page["value"])
            if (said := page.get("@odata.count")) is not None:
                offered = count_of(url, "@odata.count", said)
            progress(rows)
        changed = f"CBS changed the table while it was fetched. {KEPT}"
        if offered is None and not page["value"] and not self.is_ordered:
            changed = f"the last page is empty and nothing says how many rows there are. {KEPT}"
        elif offered not in (None, rows):
            changed = f"{rows} observations arrived, {offered} were expected. {KEPT}"
        elif self.table_info(client, url) == info:
            return
        shutil.rmtree(folder)
        raise refuse(url, changed)

    def extract(self, folder: Path, file: RawFile) -> pa.Table:
        """Read the pages of one table, and beside them what it says about its columns.

        Without the latter the register must call each measure by its exact key.

        Returns:
            One row per combination of categories: ``line`` (int64, the feed's own number of it) and
            the columns of the register as text; of v3 with its padding.

        Raises:
            DataError: A page is truncated, missing, repeated or superfluous, or a row lacks a
                column or stands there twice.
        """
        about = {
            name: parse(name, (folder / f"{name}.json").read_text("utf-8"), self.fields[name])
            for name in self._about(file)
            if (folder / f"{name}.json").exists()
        }
        keys = {name: name for name in file.units}
        if about:
            keys = keys_of(file, self._measures(about), folder.name)
        start = self._start(keys)
        pages = list(self._pages(file, keys, start, partial(_page_in, folder)))
        beyond = self.page.format(len(pages) + 1)
        if (folder / beyond).exists():
            reason = f"page {len(pages)} has no nextLink, so no page {len(pages) + 1} was expected"
            raise refuse(beyond, reason)
        found = [row for page in pages for row in page["value"]]
        found.sort(key=lambda row: row[self.row_id])
        for dimension, code in self._taken(folder, file).items():
            found = [row for row in found if row.get(dimension, code).strip() == code.strip()]
        rows = list(self._rows(file, keys, found))
        if not rows:
            raise refuse(str(folder), "the table has no rows, at least one was expected")
        columns: dict[str, list[str | None]] = {}
        of_category = attributes(file, folder, self.key)
        for column in file.columns:
            values = [row.get(column.split(":")[0]) for _, row in rows]
            if column in of_category:
                values = [of_category[column].get((code or "").strip(), "") for code in values]
            columns[column] = values
        return table([line for line, _ in rows], columns)

    def _taken(self, folder: Path, file: RawFile) -> dict[str, str]:
        """Return what is taken of dimensions that are no column, where their lists are there."""
        paths = {name: folder / f"{name}.json" for name in file.only}
        if not all(path.exists() for path in paths.values()):
            return {}
        lists = {
            name: parse(name, path.read_text("utf-8"), [self.key]) for name, path in paths.items()
        }
        return taken(file, lists, self.key)

    def _info(self, address: str, text: str) -> TableInfo:
        found = parse(address, text)["value"]
        if len(found) != 1 or not isinstance(found[0].get("Modified"), str):
            raise refuse(address, "one table with its date Modified was expected")
        return TableInfo(found[0]["Modified"], str(found[0].get("Period") or ""))

    def _pages(
        self,
        file: RawFile,
        keys: dict[str, str],
        place: str,
        page_of: Callable[[str, str, Read], Row],
    ) -> Iterator[Row]:
        """Yield each page, which must go on where the one before it ended."""
        number = 1
        seen: set[int] = set()
        while place:
            name = self.page.format(number)
            page = page_of(name, place, partial(self._checked, file, keys, place, seen))
            yield page
            seen |= {row[self.row_id] for row in page["value"]}
            number, place = number + 1, self._following(name, page, place)

    def _checked(
        self, file: RawFile, keys: dict[str, str], place: str, seen: set[int], name: str, text: str
    ) -> Row:
        """Read a page of which each row has its columns and its place in the feed."""
        page = parse(name, text)
        expected = {self.row_id, *file.dimensions, *self._fields(keys)}
        here, last = set(seen), max(seen, default=-1)
        for row in page["value"]:
            if missing := sorted(expected - row.keys()):
                reason = f"the column is missing; found {', '.join(row)}"
                raise refuse(name, reason, last + 1, missing[0])
            row[self.row_id] = number = count_of(name, self.row_id, row[self.row_id])
            is_behind = number <= last if self.is_ordered else number in here
            is_ahead = self.is_ordered and number > last + 1 and not file.only  # a filter has gaps
            if is_behind or is_ahead:
                reason = "it came before, so a page is repeated"
                if self.is_ordered:
                    reason = f"{last + 1} was expected: a page is repeated or rows are missing"
                raise refuse(name, reason, last + 1, self.row_id, str(number))
            last = number
            here.add(number)
        self._check(name, page, file, keys)
        self._following(name, page, place)
        return page

    def _following(self, name: str, page: Row, place: str) -> str:
        """Return where the next page stands below the table; empty on the last page."""
        link = page.get(self.link)
        return self._beyond(name, link, place) if link is not None else ""

    def _beyond(self, name: str, link: str, place: str) -> str:
        skip = parse_qs(unquote(urlsplit(link).query)).get("$skip", [""])[0]
        if not skip.isdigit():
            raise refuse(name, "nextLink has no $skip, a row number was expected", value=link)
        start, _, before = place.rpartition("=")
        if int(skip) <= int(before):
            reason = (
                f"nextLink goes back to row {skip} after row {before}, so a page would be "
                "read twice; a higher $skip was expected"
            )
            raise refuse(name, reason, value=link)
        return f"{start}={skip}"

    def _start(self, keys: dict[str, str], wanted: str = "") -> str:
        taken = f"&$filter={quote(wanted)}" if wanted else ""
        return f"UntypedDataSet?$format=json{taken}&$skip=0"

    def _about(self, file: RawFile) -> list[str]:
        return ["DataProperties"]

    def _dimensions(self, about: dict[str, Row]) -> list[str]:
        found = about["DataProperties"]["value"]
        return [entry["Key"] for entry in found if "Dimension" in entry["Type"]]

    def _measures(self, about: dict[str, Row]) -> list[Measure]:
        found = about["DataProperties"]["value"]
        titles = {entry.get("ID"): entry.get("Title") or "" for entry in found}
        return [
            Measure(
                entry["Key"],
                entry.get("Title") or "",
                titles.get(entry.get("ParentID"), ""),
                entry.get("Unit") or "",
            )
            for entry in found
            if entry["Type"] == "Topic"
        ]

    def _fields(self, keys: dict[str, str]) -> list[str]:
        return list(keys.values())

    def _check(self, name: str, page: Row, file: RawFile, keys: dict[str, str]) -> None:
        columns = (*file.dimensions, *keys.values())
        for row in page["value"]:
            for column in columns:
                if row[column] is not None and not isinstance(row[column], str):
                    reason = "text was expected, as an UntypedDataSet gives it"
                    raise refuse(name, reason, row["ID"], column, str(row[column]))

    def _rows(
        self, file: RawFile, keys: dict[str, str], rows: list[Row]
    ) -> Iterator[tuple[int, Columns]]:
        for row in rows:
            yield row["ID"], row | {name: row[key] for name, key in keys.items()}


def _page_in(folder: Path, name: str, place: str, read: Read) -> Row:
    path = folder / name
    if not path.exists():
        raise refuse(name, f"the page is not in {folder.name}, but it was expected")
    try:
        return read(name, path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise refuse(name, f"the file is not UTF-8 at byte {error.start}") from error
