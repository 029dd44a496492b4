"""Where an address leads: followed and named, never off https, never without end."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from etl.download import Client, RefusedError
from tests.published import etl


class Handler(BaseHTTPRequestHandler):
    """Moves each address to ``/new``, by the status in its query; ``/loop`` leads to itself."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, to: str) -> None:
        self.to = to
        super().__init__(*args)

    def do_GET(self) -> None:  # noqa: N802
        path, _, query = self.path.partition("?")
        status = int(query) if query.isdigit() else 301
        if path == "/new":
            status = 200 if query.isdigit() else 404
        body = query.encode()
        self.send_response(status)
        self.send_header("Location", "/loop" if path == "/loop" else f"{self.to}/new?{query}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


@contextlib.contextmanager
def serve(to: str = "") -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, to=to))  # type: ignore[arg-type]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("is_whole", [True, False])
def test_a_moved_address_is_followed_and_named(status: int, is_whole: bool) -> None:
    with serve() as new, serve(new if is_whole else "") as old:
        client = Client(pause_seconds=0.01)
        assert client.get(f"{old}/old?{status}", str) == str(status)
        assert client.moved == {f"{old}/old": f"{new if is_whole else old}/new"}


def test_an_address_that_leads_on_without_end_is_refused() -> None:
    with serve() as base, pytest.raises(RefusedError, match="from one address to the next"):
        Client(pause_seconds=0.01).get(f"{base}/loop", str)


def test_nothing_is_followed_off_https() -> None:
    client = Client(pause_seconds=0.01)
    request = httpx.Request("GET", "https://example.org/a")
    answer = httpx.Response(301, headers={"Location": "http://example.org/b"}, request=request)
    answer.next_request = httpx.Request("GET", "http://example.org/b")
    with pytest.raises(RefusedError, match="http://example.org/b, which is not https"):
        client._followed(answer)


def test_the_command_names_the_new_address(tmp_path: Path) -> None:
    with serve() as base:
        result = etl("fetch", "duo_mbo_students", "--base-url", base, "--raw", tmp_path)
    assert result.returncode == 1, "what stands there is no package of DUO"
    [line] = [line for line in result.stdout.splitlines() if " leads to " in line]
    assert line.endswith("/new; when that stays so, correct it in etl/register")
    assert "Traceback" not in result.stderr
