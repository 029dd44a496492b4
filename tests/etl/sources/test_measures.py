"""What a measure does once its figures are loaded: WW per month, and a real file of UWV."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

import queries
import sentences
from etl import database as etl_database
from etl import transform
from etl.database import DATABASE_VARIABLE, RAW, Inputs
from etl.releases import importing
from words import measures

HEADER = (
    "Arbeidsmarktregio;Beroepsgroep;Kwartaal;Openstaande vacatures;WW korter dan zes maanden;"
    "Spanningsindicator;Typering"
)
RELEASE = "cbs_vacancies/undated/83599NED.parquet"


def test_ww_is_compared_by_month_within_its_rounding(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Overijssel 9 000, a month earlier 9 010 (within tens), a year earlier 10 000."""
    path = Path(shutil.copy(database, tmp_path / "ww.duckdb"))
    rows = [
        ("PV23", "2026MM05", 9_000),
        ("PV23", "2026MM04", 9_010),
        ("PV23", "2025MM05", 10_000),
        ("PV25", "2026MM05", 9_010),
        ("PV26", "2026MM05", 12_000),
        ("NL01", "2026MM05", 190_000),
    ]
    with closing(duckdb.connect(":memory:")) as connection:
        connection.execute(f"attach '{path}' as monitor")
        connection.execute("use monitor")
        connection.executemany(
            "insert into ww_benefits by name select 'cbs_ww_benefits' as source_id, "
            "$1 as region_code, $2 as month, cast($3 as integer) as ww_benefits, "
            "'published' as status, $4 as release_id, 1 as line",
            [[*row, RELEASE] for row in rows],
        )
        transform.derive(connection)
    monkeypatch.setenv(DATABASE_VARIABLE, str(path))
    asked = {"measure": "ww_benefits", "breakdown": "total", "with_sample": False}
    periods = queries.filters.periods(kind="provincie", **asked)
    assert periods["period_label"].tolist() == ["mei 2026", "april 2026", "mei 2025"]
    shown = measures.texts(
        queries.regios.ranking(kind="provincie", period="2026MM05", **asked)
    ).set_index("region_code")
    assert shown.loc["PV26", "known_rank_label"] == "1"
    assert shown.loc["PV23", "known_rank_label"] == shown.loc["PV25", "known_rank_label"] == "2–3"
    assert shown.loc["PV23", "change_previous_text"] == "binnen afronding"
    assert shown.loc["PV23", "change_year_before_text"] == "−1.000"
    latest = queries.regios.latest(region_codes=("PV23",), period="2026MM05", **asked)
    assert sentences.newest(latest.iloc[0]) == (
        "In Overijssel waren de WW-uitkeringen in mei 2026 **9.000 personen met een "
        "WW-uitkering**, 1.000 minder dan een jaar eerder (10.000; CBS)."
    )
    series = queries.regios.series(region_codes=("PV23",), period="2026MM05", **asked)
    assert len(series) == 13 and series["figure"].count() == 3, "months without a figure are gaps"


@pytest.mark.slow
def test_a_real_file_of_uwv_speaks_and_starts_on_published_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, path, file = tmp_path / "raw", tmp_path / "monitor.duckdb", tmp_path / "uwv.csv"
    shutil.copytree(RAW, raw)
    rows = [
        f"Twente;Lassers en plaatwerkers;{quarter};120;20;6,0;zeer krap"
        for quarter in ("2025KW03", "2025KW04", "2026KW01")
    ]
    file.write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
    importing.import_workbook(file, raw, "2026-08-09")
    etl_database.build(path, Inputs(raw))
    monkeypatch.setenv(DATABASE_VARIABLE, str(path))
    assert queries.filters.samples()["has_real"].all(), "the switch starts on published"
    row = queries.regios.latest(
        measure="tension",
        breakdown="UWV-0742",
        region_codes=("AM05",),
        period="2026KW01",
        with_sample=False,
    ).iloc[0]
    assert sentences.tension(row, "Lassers en plaatwerkers") == (
        "De beroepsgroep Lassers en plaatwerkers is in Twente **zeer krap**: 6,00 vacatures per "
        "persoon met kortdurende WW (UWV, 1e kwartaal 2026); al 3 kwartalen achtereen."
    )
    tight = queries.regios.tight_occupations(
        selection="all_technical", region_code="AM05", quarter="2026KW01", with_sample=False
    )
    assert tight["status"].tolist() == ["published"]
    levels = queries.filters.levels(measure="tension").set_index("kind")
    assert levels.loc["arbeidsmarktregio", "has_real"]
