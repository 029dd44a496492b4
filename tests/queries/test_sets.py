"""Sets of technical occupations: which groups are crafts, and when a set has a total."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pytest

import queries
import sentences
from etl import transform
from etl.database import DATABASE_VARIABLE
from etl.errors import DataError
from etl.folders import ROOT
from etl.register import REGISTER
from tests.tension import Row, database_with
from words import tension
from words.tension import SETS

NOW = "2026KW02"
LATHE, ENGINEER, SOFTWARE = "UWV-0741", "UWV-0712", "UWV-0811"
MEASURED = ROOT / "data" / "raw" / "cbs_employment" / "undated" / "85276NED_brc_groups.csv"
OCCUPATIONS = ROOT / "data" / "reference" / "occupation.csv"
HIGHER_EDUCATED = {"0712", "0713", "0714", "0811", "0812"}


def use(rows: Sequence[Row], database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database_with(rows, database, folder)))


def together(selection: str) -> pd.Series:
    return queries.regios.latest(
        measure="tension",
        breakdown=selection,
        region_codes=("AM05",),
        period=NOW,
        with_sample=False,
    ).iloc[0]


def test_a_craft_is_technical_with_less_than_half_of_its_workers_higher_educated(
    facts: duckdb.DuckDBPyConnection,
) -> None:
    found = facts.sql("select occupation_code, is_craft from occupation where is_technical")
    crafts = {code for code, is_craft in found.fetchall() if is_craft}
    others = {code for code, is_craft in found.fetchall() if not is_craft}
    assert (len(crafts), others) == (19, HIGHER_EDUCATED)


def test_the_reason_of_a_craft_is_what_cbs_measured() -> None:
    with MEASURED.open(encoding="utf-8") as file:
        measured = {row["brc_group"]: row["high_edu_share"] for row in csv.DictReader(file)}
    with OCCUPATIONS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            expected = measured[row["occupation_code"]] if row["technical"] == "yes" else ""
            assert row["high_edu_share"] == expected, row["occupation_code"]


def test_each_set_has_its_own_total_and_its_own_name(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Crafts 300 ÷ 100 = 3; with 700 ÷ 100 for software developers (300 + 700) ÷ 200 = 5."""
    rows = [Row("AM05", LATHE, NOW, 300, 100), Row("AM05", SOFTWARE, NOW, 700, 100)]
    use(rows, database, tmp_path, monkeypatch)
    assert sentences.tension(together("crafts"), SETS["crafts"]).startswith(
        "De vakkrachten samen zijn in Twente **krap**: 3,00 vacatures"
    )
    assert sentences.tension(together("all_technical"), SETS["all_technical"]).startswith(
        "Alle technische beroepen samen zijn in Twente **zeer krap**: 5,00 vacatures"
    )
    first = {"region_code": "AM05", "quarter": NOW, "with_sample": False}
    tight = queries.regios.tight_occupations(selection="crafts", **first)
    assert SOFTWARE not in set(tight["uwv_group_code"])
    assert tension.tightest(tight.iloc[0]).startswith(
        "Krapste beroepen, vakkrachten (1 van 19 groepen), Twente"
    )
    ranked = queries.beroepen.ranking(
        selection="crafts", basis="previous", order_by="tension", **first
    )
    assert len(ranked) == 19 and ENGINEER not in set(ranked["occupation_code"])


def test_a_total_of_a_set_needs_all_groups_of_that_set(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use([Row("AM05", LATHE, NOW, 300, 100)], database, tmp_path, monkeypatch)
    whole = together("crafts")
    assert (whole["groups"], whole["expected_groups"], whole["figure"]) == (19, 19, 3)


@pytest.mark.parametrize(
    ("lacking", "without_total"),
    [(LATHE, {"crafts", "all_technical"}), (ENGINEER, {"all_technical"})],
)
def test_a_lacking_group_takes_the_total_of_the_sets_that_it_is_in(
    database: Path, tmp_path: Path, lacking: str, without_total: set[str]
) -> None:
    path = database_with([Row("AM05", "UWV-0742", NOW, 300, 100)], database, tmp_path)
    derive = (ROOT / "etl" / "derive" / "field_tension.sql").read_text("utf-8")
    with closing(duckdb.connect(str(path))) as connection:
        connection.execute("delete from occupation_tension where uwv_group_code = ?", [lacking])
        connection.execute(derive)
        found = connection.execute(
            "select technical_field from field_tension where vacancies_low is null "
            "and technical_field in ('crafts', 'all_technical')"
        ).fetchall()
    assert {field for (field,) in found} == without_total


def test_cells_of_programmes_keep_their_six_techniekdomeinen(
    facts: duckdb.DuckDBPyConnection,
) -> None:
    found = facts.sql("select distinct technical_field from programme_tension").fetchall()
    assert "crafts" not in {field for (field,) in found} and len(found) == 7


@pytest.mark.parametrize("share", ["1.2", "veel", "-0.1"])
def test_a_share_that_is_none_is_refused_by_file_line_and_column(share: str) -> None:
    source = next(one for one in REGISTER if one.source_id == "cbs_employment")
    [file] = [one for one in source.files if one.stem == MEASURED.stem]
    with MEASURED.open(encoding="utf-8") as excerpt:
        rows = list(csv.DictReader(excerpt))
    rows[3]["high_edu_share"] = share
    table = pa.Table.from_pylist([{**row, "line": int(row["line"])} for row in rows])
    connection = transform._with_reference()
    for one in source.files:
        transform.load_file(connection, one, [])
    transform.load_rows(connection, file, table, "groepen.csv")
    with pytest.raises(DataError) as refused:
        transform.run(connection, source.source_id)
    [problem] = refused.value.problems
    for part in ("groepen.csv", "high_edu_share", share, "from 0 to 1"):
        assert part in str(problem)
