"""Every published figure of the whole tables, found again in the raw files with pandas alone."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd
import pytest

import queries
from etl.database import DATABASE_VARIABLE, RAW
from exports.tables import datasets
from exports.tables.datasets import Wish

PERIOD = r"\d{4}(?:KW\d\d|JJ00|SJ00)"
# Per table: its column, the column of a raw file (with the period in its name where a row has
# several), and how many of the one make one of the other.
COLUMNS: dict[str, list[tuple[str, str, int]]] = {
    "vacancies": [
        (
            "open_vacancies",
            r"OpenstaandeVacatures_1|{period}_x1000|openstaande_x1000|open_vacancies_x1000",
            1000,
        )
    ],
    "labour_force": [
        ("labour_force", r"beroepsbevolking_x1000", 1000),
        ("employed", r"werkzame(_beroepsbevolking)?_x1000", 1000),
        ("unemployed", r"werkloze(_beroepsbevolking)?_x1000", 1000),
        ("unemployment_pct", r"werkloosheidspercentage|unemployment_rate_pct", 1),
    ],
    "cbs_tension": [
        (
            "vacancies_per_100_unemployed",
            r"vacatures_per_100_werklozen|vacancies_per_100_unemployed",
            1,
        )
    ],
    "employment": [("employed", r"{period}_x1000", 1000), ("employed", r"werkzaam_{period}", 1)],
    "created_vacancies": [("created_vacancies", r"ontstane_vacatures_x1000", 1000)],
    "national_vacancies": [
        ("open_vacancies", r"open(staande)?_x1000|vacatures_seizoengecorrigeerd_x1000", 1000),
        ("created_vacancies", r"(ontstane|created)_x1000", 1000),
        ("filled_vacancies", r"(vervulde|filled)_x1000", 1000),
        ("vacancies_per_1000_jobs", r"vacancies_per_1000_jobs", 1),
    ],
    "mbo_students": [("students", r"mbo_studenten", 1)],
}
# Tables in which one row, or one column, is of several series.
OF_SERIES: dict[str, list[tuple[str, str, int]]] = {
    series: [
        (column, name, factor)
        for (column, factor), name in zip(
            (
                ("labour_force", 1000),
                ("employed", 1000),
                ("unemployed", 1000),
                ("unemployment_pct", 1),
            ),
            names.split(),
            strict=True,
        )
    ]
    for series, names in {
        "recalculated": "3000790_2 3000795 3000800_2 M001906",
        "recalculated_adjusted": "3000790_2 3000795 3000800_2 M001906",
        "monthly": "3000790_2 3000795_2 3000800_2 M001906_2",
        "monthly_adjusted": "D002308 D006409 D001875 M004210",
    }.items()
}
PARTLY = {"cbs_tension", "created_vacancies", "national_vacancies"}
LEAST = {
    "mbo_students": 4,
    "vacancies": 15_500,
    "labour_force": 4_000,
    "employment": 230,
    "cbs_tension": 25,
}
OTHER_NAMES = {"Friesland": "Fryslân"}


def exported(dataset: str, folder: Path) -> pd.DataFrame:
    """The rows of the file for programs, as text."""
    kept = datasets.keep(dataset, Wish(with_sample=False), folder / "kept.parquet")
    listed = queries.downloads.datasets(with_sample=False).set_index("dataset", drop=False)
    table = datasets.described(listed.loc[dataset], kept, Wish(with_sample=False))
    path = datasets.write("csv", table, kept, folder)
    assert path is not None
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def raw_rows(release_id: str) -> pd.DataFrame:
    path = RAW / release_id
    read = pd.read_parquet if path.suffix == ".parquet" else pd.read_csv
    options = {} if path.suffix == ".parquet" else {"dtype": str, "keep_default_na": False}
    rows = read(path, **options)
    return rows.astype(str).map(str.strip).set_index("line")


def number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


@pytest.mark.parametrize("dataset", COLUMNS)
def test_every_figure_is_the_one_of_its_row_in_the_raw_file(
    dataset: str, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    found = exported(dataset, tmp_path)
    compared = 0
    for release_id, rows in found.groupby("release_id"):
        raw = raw_rows(str(release_id))
        for _, row in rows.iterrows():
            source = raw.loc[row["line"]]
            if "regio" in source:
                name = re.sub(r" \((PV|CR|LD|gemeente)\)$", "", source["regio"])
                assert row["region_name"] == OTHER_NAMES.get(name, name)
            if "periode" in source:
                assert row["period"] == source["periode"]
            for column, pattern, factor in OF_SERIES.get(row.get("series"), COLUMNS[dataset]):
                wanted = re.compile(pattern.format(period=row["period"]))
                names = [name for name in source.index if wanted.fullmatch(name)]
                for name in names:
                    figure, said = number(source[name]), row[column]
                    if figure is None:
                        assert number(said) is None and said, (release_id, row["line"], name)
                    else:
                        assert number(said) == figure * factor, (release_id, row["line"], name)
                        compared += 1
        is_whole = dataset not in PARTLY and "lfst_r_lfu3rt" not in str(release_id)
        assert not is_whole or {*rows["line"]} == {*raw.index}, "a row of the file is not there"
    assert compared >= LEAST.get(dataset, 10)
