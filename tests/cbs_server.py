"""A local CBS: real HTTP, the shapes of OData v3 and v4, and every misbehaviour on demand."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from etl.register import RawFile

TOO_LONG_SECONDS = 3
RETRY_AFTER_SECONDS = 1
Row = dict[str, Any]


@dataclass
class Table:
    """One table as CBS serves it, and what goes wrong.

    Attributes:
        table_id: Its last part of the address.
        dimensions: Per dimension its categories, with Key, Title and for a period its Status.
        measures: Per measure its key and unit.
        rows: Of the UntypedDataSet, with their ID.
        groups: Of a measure the title of the group that it belongs to.
        modified: When it last changed.
        page_rows: Rows per page.
        page_seconds: How long a page takes.
        counted: Whether OData v4 says how many observations a filter gives.
        empty_end: Whether a page without rows follows the last ones.
        as_text: Whether OData v4 gives counts as text.
        values: Of OData v4 what an observation has in place of its value, by its number.
        order: Of OData v4 the order in which observations come; none is that of their numbers.
        faults: Per part of an address the faults to give first, one per request.
        always: Faults that never go away, by part of an address; "busy" does after as long as its
            answer asks to wait.
        asked: Every address that was asked for.
        most_at_once: How many requests ran together at most.
    """

    table_id: str
    dimensions: dict[str, list[Row]]
    measures: dict[str, str]
    rows: list[Row]
    groups: dict[str, str] = field(default_factory=dict)
    modified: str = "2026-07-30T02:00:00"
    page_rows: int = 10_000
    page_seconds: float = 0
    counted: bool = True
    empty_end: bool = False
    as_text: bool = False
    values: dict[int, Row] = field(default_factory=dict)
    order: Callable[[list[Row]], list[Row]] = list
    faults: dict[str, list[str]] = field(default_factory=dict)
    always: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    most_at_once: int = 0
    running: int = 0
    busy_until: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def pages_asked(self) -> list[int]:
        pages = [urlsplit(a) for a in self.asked if "UntypedDataSet" in a or "Observations" in a]
        return [int(parse_qs(page.query).get("$skip", ["0"])[0]) for page in pages]

    def fault(self, address: str) -> str | None:
        for part, faults in self.faults.items():
            if part in address and faults:
                return faults.pop(0)
        found = next((fault for part, fault in self.always.items() if part in address), None)
        if found != "busy":
            return found
        self.busy_until = self.busy_until or time.monotonic() + RETRY_AFTER_SECONDS
        return "429" if time.monotonic() < self.busy_until else None

    def answer(self, entity: str, query: dict[str, list[str]]) -> Row | None:
        found = self.answer3(entity, query)
        return self.answer4(entity, query) if found is None else found

    def answer3(self, entity: str, query: dict[str, list[str]]) -> Row | None:
        if entity == "TableInfos":
            period = "2011 1e kwartaal - 2020 2e kwartaal"
            return {"value": [{"ID": 0, "Modified": self.modified, "Period": period}]}
        if entity == "DataProperties":
            return {"value": self.properties()}
        if entity in self.dimensions:
            return {"value": self.dimensions[entity]}
        if entity == "UntypedDataSet":
            return self.page(self.chosen(self.rows, query), query, "odata.nextLink")
        return None

    def answer4(self, entity: str, query: dict[str, list[str]]) -> Row | None:
        if entity == "Properties":
            count = len(self.rows) * len(self.measures)
            return {
                "Identifier": self.table_id,
                "Modified": self.modified,
                "TemporalCoverage": "januari 2013 t/m april 2026",
                "ObservationCount": str(count) if self.as_text else count,
            }
        if entity == "Dimensions":
            return {
                "value": [{"Identifier": name, "Kind": "Dimension"} for name in self.dimensions]
            }
        if entity == "MeasureCodes":
            return {"value": self.measures4()}
        if entity == "MeasureGroups":
            return {"value": [{"Id": "G1 ", "Title": "Groep", "ParentId": None}]}
        if entity.removesuffix("Codes") in self.dimensions:
            entries = self.dimensions[entity.removesuffix("Codes")]
            return {"value": [{**entry, "Identifier": entry["Key"].strip()} for entry in entries]}
        if entity == "Observations":
            return self.page(self.chosen(self.observations(), query), query, "@odata.nextLink")
        return None

    def properties(self) -> list[Row]:
        dimensions = [
            {
                "ID": number,
                "Key": name,
                "Type": "TimeDimension" if name == "Perioden" else "Dimension",
            }
            for number, name in enumerate(self.dimensions)
        ]
        names = list(dict.fromkeys(self.groups.values()))
        groups = [
            {"ID": 50 + n, "Key": "", "Type": "TopicGroup", "Title": name, "ParentID": None}
            for n, name in enumerate(names)
        ]
        measures = [
            {"ID": 91 + n, "Key": key, "Title": title_of(key), "Type": "Topic", "Unit": unit}
            | {"ParentID": 50 + names.index(self.groups[key]) if key in self.groups else None}
            for n, (key, unit) in enumerate(self.measures.items())
        ]
        return [*dimensions, *groups, *measures]

    def measures4(self) -> list[Row]:
        return [
            {"Identifier": f"M{n:06}", "Title": title_of(key), "Unit": unit, "MeasureGroupId": "G1"}
            for n, (key, unit) in enumerate(self.measures.items())
        ]

    def observations(self) -> list[Row]:
        found = []
        for row in self.rows:
            for number, key in enumerate(self.measures):
                text = row[key].strip()
                value = float(text) if re.fullmatch(r"-?[0-9.]*[0-9]", text) else None
                attribute = "None" if value is not None else "Impossible"
                codes = {name: row[name].strip() for name in self.dimensions}
                found.append(
                    {"Id": len(found), "Measure": f"M{number:06}", "Value": value, **codes}
                    | {"ValueAttribute": attribute, "StringValue": None}
                    | self.values.get(len(found), {})
                )
        return self.order(found)

    def chosen(self, rows: list[Row], query: dict[str, list[str]]) -> list[Row]:
        wanted: dict[str, set[str]] = {}
        for name, code in re.findall(r"(\w+) eq '([^']*)'", query.get("$filter", [""])[0]):
            wanted.setdefault(name, set()).add(code)
        return [row for row in rows if all(row[name] in codes for name, codes in wanted.items())]

    def page(self, rows: list[Row], query: dict[str, list[str]], link: str) -> Row:
        skip = int(query.get("$skip", ["0"])[0])
        page: Row = {"value": rows[skip : skip + self.page_rows]}
        if self.counted and query.get("$count") == ["true"]:
            page["@odata.count"] = str(len(rows)) if self.as_text else len(rows)
        following = skip + self.page_rows
        if following < len(rows) or (self.empty_end and skip < len(rows)):
            kept = "".join(
                f"{name}={values[0]}&" for name, values in query.items() if name != "$skip"
            )
            page[link] = f"https://opendata.cbs.nl/elders/{self.table_id}/x?{kept}$skip={following}"
        return page


@dataclass
class Recorded(Table):
    """A table that gives the answers of OData v4 as CBS itself once gave them.

    Attributes:
        answers: Per name of a list, and of the observations, what was answered.
    """

    answers: dict[str, Row] = field(default_factory=dict)

    def answer3(self, entity: str, query: dict[str, list[str]]) -> Row | None:
        return None

    def answer4(self, entity: str, query: dict[str, list[str]]) -> Row | None:
        if entity != "Observations":
            return self.answers.get(entity)
        rows = self.answers.get(entity, {"value": []})["value"]
        return self.page(self.chosen(rows, query), query, "@odata.nextLink")


def recorded(table_id: str, **more: Any) -> Recorded:
    """Return a table with the answers in ``tests/cases/recorded_odata4``."""
    path = Path(__file__).parent / "cases/recorded_odata4" / f"{table_id}.json.gz"
    answers = json.loads(gzip.decompress(path.read_bytes()))
    return Recorded(table_id, {}, {}, [], answers=answers, **more)


def title_of(key: str) -> str:
    """Write a key as CBS writes a title: OpenstaandeVacatures_1 is Openstaande vacatures."""
    if " " in key or "/" in key:
        return key.rsplit("/", 1)[-1]
    words = re.sub(r"_[0-9]+$", "", key)
    return re.sub(r"(?<=[a-z])[A-Z]", lambda capital: " " + capital.group().lower(), words)


def table_like(
    file: RawFile, categories: dict[str, list[Row]], value: str = "     1.0", **more: Any
) -> Table:
    """Make a table in the shape that the register describes, with a cell per combination.

    As CBS does, it pads keys and numbers its measures, otherwise than another table would.
    """
    totals = {name: [{"Key": f"{code:<8}", "Title": code}] for name, code in file.only.items()}
    dimensions = {
        name: [*(totals.get(name) or []), *categories.get(name, [])]
        for name in [*file.only, *file.dimensions]
    }
    keys = {name: key_of(name, number) for number, name in enumerate(file.units, start=7)}
    if file.protocol == "cbs_odata4":
        keys = {name: name for name in file.units}
    measures = {keys[name]: unit for name, unit in file.units.items()}
    groups = {keys[name]: name.rpartition("/")[0] for name in file.units if "/" in name}
    combinations = itertools.product(*dimensions.values())
    rows = [
        {name: entry["Key"] for name, entry in zip(dimensions, entries, strict=True)}
        | dict.fromkeys(measures, value)
        | {"ID": number}
        for number, entries in enumerate(combinations)
    ]
    assert file.table_id
    return Table(file.table_id, dimensions, measures, rows, groups, **more)


def key_of(name: str, number: int) -> str:
    """Write a measure of the register as CBS writes a key: Code_7; one with its number stays."""
    plain = re.sub(r"[^A-Za-z0-9_]", "", name.rsplit("/", 1)[-1])
    return plain if re.search(r"_[0-9]+$", plain) else f"{plain}_{number}"


def spoiled(page: Row, fault: str | None, table: Table) -> Row:
    """Return the page with the fault that its JSON carries."""
    rows = page["value"]
    if fault == "repeated page":
        first = table.rows if "ID" in rows[0] else table.observations()
        rows = first[: table.page_rows]
    if fault in ("fewer rows", "no rows"):
        rows = rows[5:] if fault == "fewer rows" else []
    if fault == "no measure":
        rows = [{key: row[key] for key in ("ID", "Id") if key in row} for row in rows]
    if fault == "renamed column":
        rows = [*rows[:-1], {**rows[-1], "Key": "Anders_2", "Title": "Anders"}]
    if fault == "another unit":
        rows = [*rows[:-1], {**rows[-1], "Unit": "x 1 mln"}]
    if fault == "one more dimension":
        extra = {"ID": 80, "Key": "Marges", "Identifier": "Marges", "Type": "Dimension"}
        rows = [*rows, extra]
    link = {"odata.nextLink": "UntypedDataSet?$skip=0"} if fault == "same link" else {}
    return {**page, "value": rows, **link}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, tables: dict[str, Table]) -> None:
        self.tables = tables
        super().__init__(*args)

    def do_GET(self) -> None:  # noqa: N802
        table = self.tables.get(urlsplit(self.path).path.split("/")[-2])
        if table is None:
            self.send_error(404)
            return
        with table.lock:
            table.asked.append(unquote(self.path))
            table.running += 1
            table.most_at_once = max(table.most_at_once, table.running)
            fault = table.fault(unquote(self.path))
        try:
            self.give(table, fault)
        finally:
            with table.lock:
                table.running -= 1

    def give(self, table: Table, fault: str | None) -> None:
        address = urlsplit(self.path)
        entity = address.path.rsplit("/", 1)[-1]
        page = table.answer(entity, parse_qs(address.query))
        if page is None:
            self.send_error(404)
            return
        page = json.loads(json.dumps(page))
        if entity in ("UntypedDataSet", "Observations"):
            time.sleep(table.page_seconds)
        if fault == "timeout":
            time.sleep(TOO_LONG_SECONDS)
        body = json.dumps(spoiled(page, fault, table) if "value" in page else page).encode()
        body = {
            "html": b"<!DOCTYPE html><h1>Onderhoud</h1>",
            "bom": b"\xef\xbb\xbf" + body,
            "truncated": body[: len(body) // 2],
            "empty": b"",
            "not utf-8": "één".encode("windows-1252"),
        }.get(fault or "", body)
        self.send_response(int(fault) if fault in {"404", "429", "500", "503"} else 200)
        if fault == "429":
            self.send_header("Retry-After", str(RETRY_AFTER_SECONDS))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError):
            self.wfile.write(body[: len(body) // 2] if fault == "cut" else body)
        self.close_connection = fault == "cut"

    def log_message(self, *args: Any) -> None:
        pass


@contextlib.contextmanager
def serve(*tables: Table) -> Iterator[str]:
    handler = partial(Handler, tables={table.table_id: table for table in tables})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/odata"
    finally:
        server.shutdown()
        server.server_close()
