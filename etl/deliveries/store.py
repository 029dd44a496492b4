"""The numbered folders of deliveries: written whole or not at all, readable by their owner only.

``<deliveries>/<programme_id>/<number>/`` holds ``decision.json``, a parquet file per table and, of
rows that were refused, ``refused.csv``. The delivery that counts is the accepted one with the
highest number.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from filelock import FileLock, Timeout

from etl.deliveries.format import tables
from etl.errors import read_json

DECISION, REFUSED, REMOVED = "decision.json", "refused.csv", "removed.json"
STAGING, LOCK = ".staging", ".lock"
ACCEPTED, REJECTED, ROLLED_BACK = "accepted", "refused", "rolled_back"
OWNER_FOLDER, OWNER_FILE = 0o700, 0o600


@dataclass(frozen=True)
class Delivery:
    """One numbered delivery, with its folder and what its decision says."""

    number: int
    path: Path
    decision: dict[str, Any]

    @property
    def state(self) -> str:
        """Accepted, refused or rolled_back."""
        return str(self.decision["decision"])

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the tables that it holds, as they were written."""
        paths = {name: self.path / f"{name}.parquet" for name in tables()}
        return {name: pd.read_parquet(path) for name, path in paths.items() if path.exists()}


class Store:
    """The deliveries of one programme."""

    def __init__(self, deliveries: Path, programme_id: str) -> None:
        """Point at a folder; it need not be there yet."""
        self.folder = deliveries / programme_id

    def all(self) -> list[Delivery]:
        """Return every delivery, the oldest first."""
        paths = [path for path in self.folder.glob("[0-9]*") if path.name.isdigit()]
        return [
            Delivery(int(path.name), path, read_json(path / DECISION))
            for path in sorted(paths, key=lambda path: int(path.name))
        ]

    def counting(self) -> Delivery | None:
        """Return the delivery that counts, if there is one."""
        return next((one for one in reversed(self.all()) if one.state == ACCEPTED), None)

    @contextlib.contextmanager
    def locked(self, waits: Callable[[], None]) -> Iterator[None]:
        """Let one command at a time change the deliveries; say so before waiting for another."""
        previous = os.umask(0o077)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=OWNER_FOLDER)
            for folder in (self.folder.parent, self.folder):
                folder.chmod(OWNER_FOLDER)
            lock = FileLock(self.folder / LOCK, mode=OWNER_FILE)
            try:
                lock.acquire(timeout=0)
            except Timeout:
                waits()
                lock.acquire()
            try:
                shutil.rmtree(self.folder / STAGING, ignore_errors=True)
                self._finish_removals()
                yield
            finally:
                lock.release()
        finally:
            os.umask(previous)

    def add(
        self, decision: dict[str, Any], frames: dict[str, pd.DataFrame], refused: str
    ) -> Delivery:
        """Write a delivery and put it among the others in one step; the lock must be held.

        The rows that were ``refused`` are csv, empty when there are none.
        """
        staging = self.folder / STAGING
        staging.mkdir(mode=OWNER_FOLDER)
        try:
            for name, frame in frames.items():
                frame.to_parquet(staging / f"{name}.parquet", index=False, compression="zstd")
            if refused:
                (staging / REFUSED).write_text(refused, "utf-8")
            (staging / DECISION).write_text(_json(decision), "utf-8")
            for path in staging.iterdir():
                _sync(path)
            _sync(staging)
            removed = [int(one["number"]) for one in self.removed()]
            number = max([0, *removed, *(one.number for one in self.all())]) + 1
            target = self.folder / str(number)
            staging.rename(target)
            _sync(self.folder)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        return Delivery(number, target, decision)

    def decide(self, delivery: Delivery, decision: str) -> None:
        """Replace the decision of a delivery in one step; the earlier one stays in its history."""
        was = {key: delivery.decision[key] for key in ("decision", "decided_at")}
        history = [*delivery.decision.get("history", []), was]
        now = {**delivery.decision, "decision": decision, "decided_at": moment()}
        _replace(delivery.path / DECISION, _json({**now, "history": history}))

    def remove(self, delivery: Delivery) -> None:
        """Delete a delivery for good; its number is never given again."""
        removed = [*self.removed(), {"number": delivery.number, "removed_at": moment()}]
        _replace(self.folder / REMOVED, _json(removed))
        self._finish_removals()

    def removed(self) -> list[dict[str, Any]]:
        """Return which numbers were removed, and when."""
        path = self.folder / REMOVED
        found: list[dict[str, Any]] = read_json(path, list) if path.exists() else []
        return found

    def _finish_removals(self) -> None:
        """Delete what was to be removed, also when an earlier removal was killed halfway."""
        for one in self.removed():
            path = self.folder / str(one["number"])
            if path.exists():
                path.rename(self.folder / f".removed-{one['number']}")
        for path in self.folder.glob(".removed-*"):
            shutil.rmtree(path)


def moment() -> str:
    """Return the present moment in UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _replace(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    part.write_text(text, "utf-8")
    part.chmod(OWNER_FILE)
    _sync(part)
    part.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
