"""Where an address leads, followed and named, and why none was reached, told apart."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import certifi
import pytest

from etl.download import ATTEMPTS, Client, OfflineError, RefusedError
from etl.errors import DataError
from tests.published import etl


class Handler(BaseHTTPRequestHandler):
    """Moves each address to ``/new``, by the status in its query; ``/loop`` leads to itself.

    As a proxy it refuses everything.
    """

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, to: str, refusing: int, asked: list[str]) -> None:
        self.to, self.refusing, self.asked = to, refusing, asked
        super().__init__(*args)

    def do_CONNECT(self) -> None:  # noqa: N802
        self.asked.append(self.command)
        self.send_response(self.refusing)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:  # noqa: N802
        if self.refusing:
            self.do_CONNECT()
            return
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
def serve(
    to: str = "",
    context: ssl.SSLContext | None = None,
    refusing: int = 0,
    asked: list[str] | None = None,
) -> Iterator[str]:
    handler = partial(Handler, to=to, refusing=refusing, asked=[] if asked is None else asked)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
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


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody knows, with its key beside it."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1")
    named = ("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", path.with_suffix(".key"))
    subprocess.run([*made, *named, "-out", path], check=True, capture_output=True)
    return path


@pytest.fixture
def safely(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return context


def test_nothing_is_followed_off_https(
    certificate: Path, safely: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    client = Client(pause_seconds=0.01)
    with serve() as plain, serve(plain, safely) as safe:
        with pytest.raises(RefusedError, match=f"leads to {plain}/new.*, which is not https"):
            client.get(f"{safe}/old?301", str)
        assert client.get(f"{safe}/new?200", str) == "200"
    assert client.moved == {}


def offline(url: str) -> str:
    with pytest.raises(OfflineError) as caught:
        Client(pause_seconds=0.01).get(url, str)
    return str(caught.value)


def test_a_certificate_that_is_not_trusted_is_named_with_what_helps(
    safely: ssl.SSLContext, tmp_path: Path
) -> None:
    with serve(context=safely) as safe:
        said = offline(f"{safe}/new?200")
        result = etl("fetch", "duo_mbo_students", "--base-url", safe, "--raw", tmp_path)
        other_name = offline(safe.replace("127.0.0.1", "localhost") + "/new?200")
    assert "its certificate is not trusted (self-signed certificate)" in said
    assert "let SSL_CERT_FILE name a file with the certificate of its authority" in said
    assert result.returncode == 1 and result.stderr.strip() == said
    assert "is not trusted" in other_name


def test_a_certificate_of_another_name_is_named(
    certificate: Path, safely: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serve(context=safely) as safe:
        said = offline(safe.replace("127.0.0.1", "localhost") + "/new?200")
    assert "Hostname mismatch" in said and "in the place of this host" in said


def test_the_store_of_the_system_is_trusted_beside_a_file_of_ones_own(
    certificate: Path, safely: ssl.SSLContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed = subprocess.run(
        ["openssl", "x509", "-hash", "-noout", "-in", certificate],
        check=True,
        capture_output=True,
        text=True,
    )
    shutil.copy(certificate, tmp_path / f"{hashed.stdout.strip()}.0")
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))  # where OpenSSL looks for the store
    monkeypatch.setenv("SSL_CERT_FILE", certifi.where())
    with serve(context=safely) as safe:
        assert Client(pause_seconds=0.01).get(f"{safe}/new?200", str) == "200"


def test_what_does_not_speak_https_is_named() -> None:
    with serve() as plain:
        said = offline(plain.replace("http:", "https:") + "/new?200")
    assert "no safe connection could be made" in said


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_certificates_that_cannot_be_read_are_named(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "authority.pem"
    if content:
        path.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    result = etl("fetch", "duo_mbo_students", "--raw", tmp_path)
    assert result.returncode == 1
    assert f"SSL_CERT_FILE: found '{path}'; no certificates in PEM" in result.stderr


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://bestaat-niet.invalid/x", "the name cannot be found (DNS); when this network has"),
        ("http://127.0.0.1:9/x", "the connection was refused: nothing listens there"),
    ],
)
def test_a_host_that_cannot_be_reached_is_told_apart(url: str, says: str) -> None:
    assert says in offline(url)


@pytest.mark.parametrize(
    ("proxy", "says"),
    [
        (
            "http://naam:geheim@127.0.0.1:9",
            "proxy 127.0.0.1:9 cannot be reached: the connection was",
        ),
        (
            "http://proxy.invalid:8080",
            "proxy proxy.invalid:8080 cannot be reached: the name cannot",
        ),
    ],
)
def test_a_proxy_that_cannot_be_reached_is_named_without_its_password(
    proxy: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    said = offline("https://opendata.cbs.nl/x")
    assert says in said and "correct HTTPS_PROXY" in said and "geheim" not in said


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (407, "the proxy asks for a name and password (407): set HTTPS_PROXY="),
        (403, "refuses it (403 Forbidden); ask its keeper to let this host through"),
        (502, "refuses it (502 Bad Gateway)"),
    ],
)
def test_a_proxy_that_refuses_is_named(
    status: int, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    with serve(refusing=status, asked=asked) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        assert says in offline("https://opendata.cbs.nl/x")
        monkeypatch.setenv("HTTP_PROXY", proxy)
        if status == 407:
            with pytest.raises(RefusedError, match="asks for a name and password"):
                Client(pause_seconds=0.01).get("http://opendata.cbs.nl/x", str)
    tries = ATTEMPTS if status == 502 else 1
    assert [one for one in asked if one == "CONNECT"] == ["CONNECT"] * tries


def test_a_server_that_does_not_answer_in_time_is_told_apart() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}/x"
        with pytest.raises(DataError, match="no answer after 5 attempts: .*timed out") as caught:
            Client(pause_seconds=0.01, timeout_seconds=0.05).get(url, str)
    assert not isinstance(caught.value, OfflineError)


def test_the_command_names_the_new_address(tmp_path: Path) -> None:
    with serve() as base:
        result = etl("fetch", "duo_mbo_students", "--base-url", base, "--raw", tmp_path)
    assert result.returncode == 1, "what stands there is no package of DUO"
    [line] = [line for line in result.stdout.splitlines() if " leads to " in line]
    assert line.endswith("/new; when that stays so, correct it in etl/register")
    assert "Traceback" not in result.stderr
