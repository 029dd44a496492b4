"""A real Streamlit server on a free loopback port, ended by its own process id."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

from etl.database import DATABASE_VARIABLE, ROOT

SECONDS_TO_START = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def serve(
    database: Path,
    app: Path = ROOT / "app.py",
    output: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> Iterator[str]:
    port = free_port()
    written = output.open("wb") if output else None
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, DATABASE_VARIABLE: str(database), **(variables or {})},
        stdout=written or subprocess.DEVNULL,
        stderr=written or subprocess.DEVNULL,
    )
    try:
        wait_until_open(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if written:
            written.close()


def wait_until_open(
    port: int, process: subprocess.Popen[bytes], path: str = "_stcore/health"
) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=1)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start; exit code {process.poll()}")
