"""The README's recipe for a source, followed to the letter."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from etl import database, fetch, raw, transform
from etl.database import ROOT
from etl.download import Client
from etl.register import REGISTER, Source, cbs
from tests.cbs_server import serve, table_like

README = (ROOT / "README.md").read_text("utf-8").split("**A source.**")[1]


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.S)
    assert found
    return found[1]


def test_a_source_is_added_in_ten_lines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert len(block("python").strip().splitlines()) <= 10
    entry = eval(block("python"), vars(cbs).copy())
    assert isinstance(entry, Source)
    for module in (database, raw):
        monkeypatch.setattr(module, "REGISTER", (*REGISTER, entry))
    shutil.copytree(transform.ETL, tmp_path / "etl")
    for module in (database, transform):
        monkeypatch.setattr(module, "ETL", tmp_path / "etl")
    (tmp_path / "etl" / "sources" / f"{entry.source_id}.sql").write_text(block("sql"), "utf-8")
    table = table_like(
        entry.files[0],
        {
            "RegioS": [{"Key": code, "Title": code} for code in ("NL01", "AM05", "AM04")],
            "Perioden": [{"Key": "2013MM01", "Title": "", "Status": "Definitief"}],
        },
        value="     120",
    )
    shutil.copytree(database.RAW, tmp_path / "raw")
    with serve(table) as base:
        client = Client(pause_seconds=0.01)
        fetch.fetch(
            entry,
            entry.files[0],
            tmp_path / "raw",
            client=client,
            today="2026-11-23",
            base_url=base,
        )
    target = tmp_path / "monitor.duckdb"
    database.build(target, database.Inputs(tmp_path / "raw"))
    with closing(duckdb.connect(str(target), read_only=True)) as facts:
        found = facts.execute(
            "select region_code, ww_benefits, release_status from ww_benefits "
            "where source_id = 'cbs_ww_benefits_2013' order by 1"
        ).fetchall()
    assert found == [("AM05", 120, "definitive"), ("NL01", 120, "definitive")]
