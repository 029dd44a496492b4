"""A local PDOK: real HTTP, the reply of its web feature service, and every misbehaviour."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Feature = dict[str, Any]
EXCEPTION = b"""<?xml version="1.0" encoding="UTF-8"?>
<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">
<ows:Exception exceptionCode="InvalidParameterValue" locator="srsName">
<ows:ExceptionText>msWFSGetFeature(): unsupported srsName</ows:ExceptionText>
</ows:Exception></ows:ExceptionReport>"""


@dataclass
class Layer:
    """The municipalities of one year as PDOK serves them, and what goes wrong.

    Attributes:
        features: In the order of the service.
        most: How many it gives at most in one reply.
        says: Counts that it gives beside the features, by the names of WFS.
        faults: Faults to give first, one per request.
        always: A fault that never goes away.
        asked: The query of each request.
    """

    features: list[Feature]
    most: int = 1_000
    says: dict[str, object] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    always: str | None = None
    asked: list[dict[str, str]] = field(default_factory=list)

    def reply(self, query: dict[str, str], fault: str | None) -> dict[str, Any]:
        start = 0 if fault == "repeated page" else int(query.get("startIndex", 0))
        count = min(self.most, int(query.get("count", self.most)))
        given = self.features[start : start + count]
        announced = {"numberMatched": len(self.features), "numberReturned": len(given)}
        if fault == "fewer features":
            given = given[1:]
        return {"type": "FeatureCollection", **announced, **self.says, "features": given}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, layer: Layer) -> None:
        self.layer = layer
        super().__init__(*args)

    def do_GET(self) -> None:  # noqa: N802
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        self.layer.asked.append(query)
        fault = self.layer.faults.pop(0) if self.layer.faults else self.layer.always
        body = json.dumps(self.layer.reply(query, fault)).encode()
        body = {
            "html": b"<!DOCTYPE html><h1>Onderhoud</h1>",
            "xml": EXCEPTION,
            "truncated": body[: len(body) // 2],
            "empty": b"",
            "no collection": b'{"type": "Feature"}',
            "no features": b'{"type": "FeatureCollection", "features": [1]}',
        }.get(fault or "", body)
        self.send_response(int(fault) if fault in {"404", "429", "500"} else 200)
        if fault == "429":
            self.send_header("Retry-After", "1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if fault == "cut" else body)
        self.close_connection = fault == "cut"

    def log_message(self, *args: Any) -> None:
        pass


@contextlib.contextmanager
def serve(layer: Layer) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, layer=layer))  # type: ignore[arg-type]
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/cbs/gebiedsindelingen/2026/wfs/v1_0"
    finally:
        server.shutdown()
        server.server_close()
