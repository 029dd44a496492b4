"""A local CBS: real HTTP, the shapes of OData v3, and every misbehaviour on demand."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

MEASURE = "OpenstaandeVacatures_1"
TOO_LONG_SECONDS = 3
COLUMNS = ("Perioden", "BedrijfstakkenBranchesSBI2008", "RegioS", MEASURE)


@dataclass
class Table:
    """One table as CBS serves it, and what goes wrong.

    Attributes:
        rows: Of the UntypedDataSet, with their ID.
        modified: As TableInfos says.
        unit: As DataProperties says.
        page_rows: Rows per page.
        page_seconds: How long a page takes.
        faults: Per part of an address the faults to give first, one per request.
        always: Faults that never go away, by part of an address.
        asked: Every address that was asked for.
        most_at_once: How many requests ran together at most.
    """

    rows: list[dict[str, Any]]
    modified: str = "2026-07-30T02:00:00"
    unit: str = "x 1 000"
    page_rows: int = 10_000
    page_seconds: float = 0
    faults: dict[str, list[str]] = field(default_factory=dict)
    always: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    most_at_once: int = 0
    running: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def pages_asked(self) -> list[int]:
        addresses = [urlsplit(address) for address in self.asked if "UntypedDataSet" in address]
        return [int(parse_qs(address.query)["$skip"][0]) for address in addresses]

    def fault(self, address: str) -> str | None:
        for part, faults in self.faults.items():
            if part in address and faults:
                return faults.pop(0)
        return next((fault for part, fault in self.always.items() if part in address), None)

    def answer(self, entity: str, skip: int) -> dict[str, Any]:
        if entity == "TableInfos":
            period = "2011 1e kwartaal - 2020 2e kwartaal"
            return {"value": [{"ID": 0, "Modified": self.modified, "Period": period}]}
        if entity == "DataProperties":
            dimensions = [{"Key": key, "Type": "Dimension"} for key in COLUMNS[:-1]]
            group = {"Key": "", "Type": "TopicGroup"}
            measure = {"Key": MEASURE, "Type": "Topic", "Unit": self.unit}
            return {"value": [*dimensions, group, measure]}
        page: dict[str, Any] = {"value": self.rows[skip : skip + self.page_rows]}
        following = skip + self.page_rows
        if following < len(self.rows):
            page["odata.nextLink"] = (
                f"https://opendata.cbs.nl/ODataFeed/OData/83599NED/UntypedDataSet/"
                f"?$format=json&$skip={following}"
            )
        return page


def spoiled(page: dict[str, Any], fault: str | None, table: Table) -> dict[str, Any]:
    """Return the page with the fault that its JSON carries."""
    rows = page["value"]
    if fault == "repeated page":
        rows = table.rows[: table.page_rows]
    if fault == "fewer rows":
        rows = rows[5:]
    if fault == "no measure":
        rows = [{"ID": row["ID"]} for row in rows]
    if fault == "renamed column":
        rows = [*rows[:-1], {**rows[-1], "Key": "OpenstaandeVacatures_2"}]
    link = {"odata.nextLink": "UntypedDataSet?$skip=0"} if fault == "same link" else {}
    return {**page, "value": rows, **link}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, table: Table) -> None:
        self.table = table
        super().__init__(*args)

    def do_GET(self) -> None:  # noqa: N802
        table = self.table
        with table.lock:
            table.asked.append(self.path)
            table.running += 1
            table.most_at_once = max(table.most_at_once, table.running)
            fault = table.fault(self.path)
        try:
            self.give(fault)
        finally:
            with table.lock:
                table.running -= 1

    def give(self, fault: str | None) -> None:
        address = urlsplit(self.path)
        entity = address.path.rsplit("/", 1)[-1]
        skip = int(parse_qs(address.query).get("$skip", ["0"])[0])
        page = json.loads(json.dumps(self.table.answer(entity, skip)))
        if entity == "UntypedDataSet":
            time.sleep(self.table.page_seconds)
        if fault == "timeout":
            time.sleep(TOO_LONG_SECONDS)
        body = json.dumps(spoiled(page, fault, self.table)).encode()
        body = {
            "html": b"<!DOCTYPE html><h1>Onderhoud</h1>",
            "truncated": body[: len(body) // 2],
            "empty": b"",
            "not utf-8": "één".encode("windows-1252"),
        }.get(fault or "", body)
        self.send_response(int(fault) if fault in {"404", "429", "500", "503"} else 200)
        if fault == "429":
            self.send_header("Retry-After", "1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if fault == "cut" else body)
        self.close_connection = fault == "cut"

    def log_message(self, *args: Any) -> None:
        pass


@contextlib.contextmanager
def serve(table: Table) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, table=table))  # type: ignore[arg-type]
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/ODataFeed/odata"
    finally:
        server.shutdown()
        server.server_close()
