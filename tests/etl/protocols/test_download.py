"""Where an address leads: followed and named, never off https, never without end."""

from __future__ import annotations

import contextlib
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

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
def serve(to: str = "", context: ssl.SSLContext | None = None) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, to=to))  # type: ignore[arg-type]
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http{'s' if context else ''}://127.0.0.1:{server.server_port}"
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


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate")
def test_nothing_is_followed_off_https(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1")
    named = ("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate)
    subprocess.run([*made, *named], check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    client = Client(pause_seconds=0.01)
    with serve() as plain, serve(plain, context) as safe:
        with pytest.raises(RefusedError, match=f"leads to {plain}/new.*, which is not https"):
            client.get(f"{safe}/old?301", str)
        assert client.get(f"{safe}/new?200", str) == "200"
    assert client.moved == {}


def test_the_command_names_the_new_address(tmp_path: Path) -> None:
    with serve() as base:
        result = etl("fetch", "duo_mbo_students", "--base-url", base, "--raw", tmp_path)
    assert result.returncode == 1, "what stands there is no package of DUO"
    [line] = [line for line in result.stdout.splitlines() if " leads to " in line]
    assert line.endswith("/new; when that stays so, correct it in etl/register")
    assert "Traceback" not in result.stderr
