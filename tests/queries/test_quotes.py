"""Quoted figures beside a file of UWV: which agree, and what a difference does."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import queries
import sentences
from etl.database import DATABASE_VARIABLE
from tests.tension import Row, database_with

GROUP = "UWV-0742"


def compared(
    rows: list[Row], database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> pd.DataFrame:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database_with(rows, database, folder)))
    return queries.verantwoording.quotes_compared()


@pytest.mark.parametrize(
    ("row", "indicator", "expected"),
    [
        (Row("AM09", GROUP, "2023KW01", 300, 100), "klasse van de arbeidsmarkt", "komt overeen"),
        (Row("AM09", GROUP, "2023KW01", 500, 100), "klasse van de arbeidsmarkt", "wijkt af"),
        (Row("AM05", GROUP, "2022KW02", 453, 100), "spanning", "wijkt af"),
        (Row("AM05", GROUP, "2022KW02", 450, 100), "spanning", "komt overeen"),
        (Row("AM05", GROUP, "2024KW01", 700, 200), "spanning", "komt overeen"),
        (Row("AM05", GROUP, "2024KW01", 500, 200), "spanning", "wijkt af"),
        (Row("AM05", GROUP, "2018KW02", 6_730, 900), "openstaande vacatures", "komt overeen"),
        (Row("AM05", GROUP, "2018KW02", 7_400, 900), "openstaande vacatures", "wijkt af"),
        (Row("AM13", GROUP, "2022KW02", 37_900, 900), "openstaande vacatures", "komt overeen"),
    ],
)
def test_a_quote_agrees_with_the_file_within_how_precise_it_is(
    row: Row,
    indicator: str,
    expected: str,
    database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = compared([row], database, tmp_path, monkeypatch)
    assert found.set_index("indicator_label").loc[indicator, "agrees_label"] == expected
    differ = int(expected == "wijkt af")
    assert f"wijken er {differ} af" in sentences.quotes_compared(found)


def test_a_class_of_some_occupations_and_a_fictitious_file_are_not_compared(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    technical = Row("AM38", GROUP, "2017KW03", 100, 100)
    fictitious = Row("AM09", GROUP, "2023KW01", 500, 100, status="sample")
    found = compared([technical, fictitious], database, tmp_path, monkeypatch)
    assert found.empty
    assert "geen bestand van UWV" in sentences.quotes_compared(found)


def test_what_stands_where_is_real_and_every_gap_says_why(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    rows = queries.verantwoording.what_stands()
    here = rows[rows["subject"].eq("Openstaande vacatures") & rows["kind_label"].eq("provincie")]
    assert here[
        ["state_label", "newest_period_label", "known_regions", "regions"]
    ].values.tolist() == [["echt", "2e kwartaal 2026", 7, 12]]
    gaps = rows[rows["state_label"].ne("echt")]
    assert gaps["why_label"].notna().all()
    tension = gaps[gaps["subject"].eq("Spanning (UWV)")].set_index("kind_label")["state_label"]
    assert tension["arbeidsmarktregio"] == "nog niet ingelezen", "a fictitious figure is none"
    assert tension["provincie"] == "niet gepubliceerd"
