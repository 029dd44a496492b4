"""Whole tables from the command line: what leaves is what was streamed, whole and marked."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

import queries
from answers.tables import UNBOUNDED, WORDS, is_figure, signs_of
from etl import transform
from etl.database import DATABASE_VARIABLE, ROOT
from exports import __main__ as command
from exports.tables import datasets, files, streams
from exports.tables.datasets import Wish
from tests.answers import DATASETS, EMPTY_TODAY, ask
from tests.packages import require_valid
from tests.programme_cells import Write
from tests.releases import AUGUST, MAY, PLACE
from tests.soak import IS_SOAK
from tests.written import as_shown

EMPTY = ("ww_benefits", "mbo_entrants")
NAMES = DATASETS
TABLES = {
    "programmes": "programme",
    "targets": "programme_target",
    "results": "programme_result",
    "budgets": "programme_budget",
    "resources": "programme_resource",
    "partners": "programme_partner",
    "programme_cells": "programme_cell",
    "notes": "note",
    "occupations": "occupation",
    "regions": "region_link",
}
GELDERLAND = Wish(("PV25",), ("Gelderland",))
SMALL_MEMORY = 300


@pytest.fixture(scope="module")
def filled(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database with a row in what is empty today, and few quarters of the largest table."""
    path = tmp_path_factory.mktemp("filled") / "monitor.duckdb"
    shutil.copyfile(database, path)
    with closing(duckdb.connect(str(path))) as connection:
        for name in EMPTY:
            connection.execute(EMPTY_TODAY[f"downloads/{name}"])
        connection.execute("update ww_benefits set region_code = 'PV25'")
        connection.execute(
            "delete from occupation_tension "
            "where quarter not in ('2023KW04', '2024KW01', '2026KW02')"
        )
        transform.derive(connection)
    return path


@pytest.fixture(autouse=True)
def use_it(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(DATABASE_VARIABLE, str(filled))
    yield


@pytest.fixture(scope="module")
def gelderland(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All datasets of Gelderland in all formats, written by the command."""
    folder = tmp_path_factory.mktemp("gelderland") / "out"
    before = os.environ.get(DATABASE_VARIABLE)
    os.environ[DATABASE_VARIABLE] = str(filled)
    try:
        run(folder, "--province", "gelderland")
    finally:
        if before is not None:
            os.environ[DATABASE_VARIABLE] = before
    return folder


def run(folder: Path, *options: str) -> str:
    result = CliRunner().invoke(command.app, [str(folder), *options], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@lru_cache(maxsize=8)
def streamed(dataset: str, wish: Wish = GELDERLAND) -> pd.DataFrame:
    return pd.concat(list(datasets.rows_of(dataset, wish)), ignore_index=True)


def files_of(folder: Path, dataset: str, wish: Wish = GELDERLAND) -> dict[str, Path]:
    """The files of a dataset per format, found by the name that they must have."""
    listed = queries.downloads.datasets(with_sample=wish.with_sample).set_index("dataset")
    rows = streamed(dataset, wish)
    row = listed.loc[dataset].rename(dataset)
    kept = datasets.Kept(
        folder,
        head=rows.head(5),
        rows=len(rows),
        period=datasets.period_of(rows),
        has_sample=datasets.has_sample(rows),
        told_by=rows[[name for name in datasets.TOLD_BY if name in rows]].drop_duplicates(),
    )
    stem = datasets.described(pd.concat([row, pd.Series({"dataset": dataset})]), kept, wish).name
    return {key: folder / f"{stem}{kind.ending}" for key, kind in files.BY_KEY.items()}


def plain(value: object) -> object:
    if value is None or value is pd.NaT or value is pd.NA or value == "":
        return None
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, float, np.number)):
        return None if np.isnan(value) else round(float(value), 10)
    if isinstance(value, pd.Timestamp) or hasattr(value, "isoformat"):
        return str(pd.Timestamp(value).date())  # type: ignore[arg-type]
    return str(value)


def expected(frame: pd.DataFrame, words: dict[str, str]) -> list[list[object]]:
    """The cells of a file: a number, a text, or the word that says why there is no number."""
    columns = []
    for name in frame:
        values = [plain(value) for value in frame[name].tolist()]
        if is_figure(str(name), frame[name]):
            signs = signs_of(frame, str(name))
            values = [
                words.get(str(sign)) if value is None else value
                for value, sign in zip(values, signs, strict=True)
            ]
        columns.append(values)
    return [list(row) for row in zip(*columns, strict=True)]


def read_text(path: Path, frame: pd.DataFrame, *, sep: str, comma: bool) -> list[list[object]]:
    """The cells of a CSV, numbers where the column has numbers and the cell no word."""
    shown = io.BytesIO(as_shown(path.read_bytes()))
    text = pd.read_csv(shown, sep=sep, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert list(text.columns) == list(frame.columns)
    said = {"ja": True, "nee": False, "True": True, "False": False}
    columns = []
    for name in frame:
        found: list[object] = []
        is_number = is_figure(name, frame[name]) or name in ("line", "year")
        for cell in text[name].tolist():
            try:
                number = cell.replace(",", ".") if comma else cell
                found.append(round(float(number), 10) if is_number and cell else cell or None)
            except ValueError:
                found.append(np.inf if cell == UNBOUNDED else cell)
        if pd.api.types.is_bool_dtype(frame[name]):
            found = [None if cell is None else said[str(cell)] for cell in found]
        columns.append(found)
    return [list(row) for row in zip(*columns, strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("dataset", NAMES)
def test_every_file_of_a_dataset_holds_the_rows_that_were_streamed(
    dataset: str, gelderland: Path
) -> None:
    frame, paths = streamed(dataset), files_of(gelderland, dataset)
    if frame.empty:
        assert dataset == "resources"
        assert not any(path.exists() for path in paths.values())
        return
    codes = {code: code for code in WORDS}
    assert read_text(paths["csv"], frame, sep=",", comma=False) == expected(frame, codes)
    assert read_text(paths["csv_nl"], frame, sep=";", comma=True) == expected(frame, WORDS)
    assert paths["csv_nl"].read_bytes().startswith(b"\xef\xbb\xbf")
    assert paths["csv_nl"].read_bytes().endswith(b"\r\n")
    again = pq.read_table(paths["parquet"]).to_pandas()
    assert expected(again, {}) == expected(frame, {})


@pytest.mark.slow
@pytest.mark.parametrize("dataset", ["vacancies", "field_tension", "budgets", "programme_cells"])
def test_a_workbook_holds_the_rows_that_were_streamed(dataset: str, gelderland: Path) -> None:
    frame, paths = streamed(dataset), files_of(gelderland, dataset)
    book = CalamineWorkbook.from_path(paths["xlsx"])
    is_sample = (frame["fictief"] == "ja").any()
    first = "VOORBEELD Gegevens" if is_sample else "Gegevens"
    assert book.sheet_names == [first, "Toelichting", "Kolommen"]
    head, *cells = book.get_sheet_by_index(0).to_python()
    assert head == list(frame.columns)
    found = [[np.inf if v == UNBOUNDED else plain(v) for v in row] for row in cells]
    assert found == expected(frame, WORDS)
    said = {row[0]: row[1] for row in book.get_sheet_by_name("Toelichting").to_python()}
    assert said["Filter: Provincies"] == "Gelderland"
    assert len(str(said["Bron"])) > 10


@pytest.mark.slow
@pytest.mark.parametrize("dataset", ["vacancies", "targets", "programme_cells", "occupations"])
def test_a_package_is_valid_and_holds_the_other_files(
    dataset: str, gelderland: Path, tmp_path: Path
) -> None:
    paths = files_of(gelderland, dataset)
    with zipfile.ZipFile(paths["zip"]) as packed:
        packed.extractall(tmp_path)
        names = set(packed.namelist())
    assert names == {paths[key].name for key in paths if key != "zip"} | {"datapackage.json"}
    for key in ("csv", "csv_nl", "xlsx", "parquet"):
        assert (tmp_path / paths[key].name).read_bytes() == paths[key].read_bytes()
    require_valid(tmp_path)
    said = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    fields = said["resources"][0]["schema"]["fields"]
    assert [one["name"] for one in fields] == list(streamed(dataset).columns)


@pytest.mark.parametrize("dataset", NAMES)
def test_every_package_names_its_licences_and_sources(dataset: str, tmp_path: Path) -> None:
    kept = datasets.keep(dataset, datasets.Wish(), tmp_path / "kept.parquet")
    listed = queries.downloads.datasets(with_sample=True).set_index("dataset", drop=False)
    said = files.descriptor(datasets.described(listed.loc[dataset], kept, datasets.Wish()), {})
    assert bool(said["licenses"]) == bool(said["sources"]) == (kept.rows > 0)
    assert all(one["name"] for one in said["licenses"]), said["licenses"]
    assert all(one["title"] for one in said["sources"]), said["sources"]


@pytest.mark.parametrize("dataset", NAMES)
def test_no_figure_is_blank_without_a_reason(dataset: str) -> None:
    frame = streamed(dataset, Wish())
    for name in frame:
        if is_figure(str(name), frame[name]) and not str(name).endswith("decimals"):
            signs = pd.Series(signs_of(frame, str(name)), dtype=object)
            blank = frame[name].isna() & signs.isna()
            assert not blank.any(), f"{dataset}.{name}"


@pytest.mark.parametrize("dataset", NAMES)
def test_a_dataset_is_the_whole_table_once(dataset: str, filled: Path) -> None:
    table = TABLES.get(dataset, dataset)
    with closing(duckdb.connect(str(filled), read_only=True)) as connection:
        counted = connection.execute(f"select count(*) from {table}").fetchone()
    frame = streamed(dataset, Wish())
    assert counted == (len(frame),)
    listed = queries.downloads.datasets(with_sample=True).set_index("dataset")
    assert listed.loc[dataset, "row_count"] == len(frame)
    assert bool(listed.loc[dataset, "has_sample"]) == bool((frame["fictief"] == "ja").any())
    assert not frame.duplicated().any()


@pytest.mark.parametrize("dataset", ["vacancies", "occupations", "results", "ww_benefits"])
def test_a_stream_is_the_answer_in_parts_of_one_type(dataset: str) -> None:
    question = f"downloads/{dataset}"
    asked: dict[str, queries.Parameter] = {"province_codes": ("PV25",), "with_sample": True}
    values = {name: asked[name] for name in queries.parameters(question)}
    answer = ask(question, **values)
    frames = list(queries.stream(question, 100, **values))
    assert all(0 < len(frame) <= 100 for frame in frames)
    assert all(frame.dtypes.equals(frames[0].dtypes) for frame in frames)
    whole = pd.concat(frames, ignore_index=True)
    assert expected(whole, {}) == expected(answer, {})
    assert list(whole) == list(answer)


def test_a_stream_without_rows_has_one_frame_with_the_columns() -> None:
    asked: dict[str, queries.Parameter] = {"province_codes": ("PV99",), "with_sample": True}
    [empty] = queries.stream("downloads/field_tension", **asked)
    [some, *_] = queries.stream("downloads/field_tension", province_codes=(), with_sample=True)
    assert empty.empty and empty.dtypes.equals(some.dtypes)


def test_a_province_takes_along_what_lies_in_it_partly_and_the_country() -> None:
    codes = set(streamed("vacancies")["region_code"])
    assert codes == {"NL01", "PV25"}, "no other province and no landsdeel"
    tension = streamed("occupation_tension", Wish(("PV23",), ("Overijssel",)))
    names = dict(zip(tension["region_code"], tension["region_name"], strict=True))
    assert {"AM05", "NL01"} <= set(names)
    with closing(duckdb.connect(os.environ[DATABASE_VARIABLE], read_only=True)) as connection:
        links = connection.execute(
            "select distinct arbeidsmarktregio_code from region_link "
            "where provincie_code = 'PV23' and arbeidsmarktregio_code in "
            "(select region_code from occupation_tension)"
        ).fetchall()
    assert set(names) == {code for (code,) in links} | {"NL01"}
    assert set(streamed("regions")["provincie_code"]) == {"PV25"}
    programmes = set(streamed("programmes")["programme_id"])
    assert {"gelders_vakmanschap", "techniektalent_nu"} <= programmes, "its own, and national"
    assert not {"overijssels_vakmanschap", "techniek_crisis_door"} & programmes
    notes = streamed("notes", Wish(("PV20",), ("Groningen",)))
    assert (notes["region_codes"] == "NL01").any()
    assert not notes["region_names"].str.contains("Twente").any()


def test_a_region_has_the_name_that_it_had_in_the_period() -> None:
    frame = streamed("occupation_tension", Wish(("PV25",), ("Gelderland",)))
    region = frame[frame["region_code"] == "AM06"].groupby("period")["region_name"].unique()
    assert list(region["2023KW04"]) == ["Stedendriehoek en Noordwest Veluwe"]
    assert list(region["2024KW01"]) == ["Veluwe Stedendriehoek"]


@pytest.mark.slow
def test_names_of_files_say_province_dataset_and_period(gelderland: Path) -> None:
    names = {path.name for path in gelderland.iterdir()}
    assert "vakkrachtmonitor_gelderland_openstaande_vacatures_2026KW02.csv" in names
    assert "vakkrachtmonitor_gelderland_openstaande_vacatures_2026KW02_machine.csv" in names
    fictitious = "VOORBEELD_vakkrachtmonitor_gelderland_spanning_per_techniekdomein_2026KW02.xlsx"
    assert fictitious in names
    text = (gelderland / "LEESMIJ.txt").read_text("utf-8-sig")
    assert "Provincies: Gelderland" in text
    assert fictitious in text
    assert "Bron: CBS 83599NED (CC BY 4.0)" in text
    assert "Inzet van programma's: geen rijen, dus geen bestand." in text
    assert "Licenties: CC BY 4.0" in text
    for name in names - {"LEESMIJ.txt"}:
        assert name in text


@pytest.mark.slow
def test_fictitious_rows_are_marked_each_and_left_out_when_asked(tmp_path: Path) -> None:
    for dataset in ("occupation_tension", "targets"):
        rows = streamed(dataset)
        assert (rows["fictief"].eq("ja") == rows["status"].eq("sample")).all()
        assert rows["fictief"].eq("ja").any()
    run(tmp_path / "real", "--without-sample", "--format", "csv", "--format", "parquet")
    paths = sorted((tmp_path / "real").iterdir())
    assert len(paths) > 25
    assert not [path.name for path in paths if path.name.startswith("VOORBEELD")]
    for path in paths:
        if path.suffix == ".parquet":
            frame = pq.read_table(path).to_pandas()
            assert set(frame["fictief"]) == {"nee"}, path.name
            assert not frame["status"].eq("sample").any()
    for path in paths:
        if path.name.endswith("_machine.csv"):
            assert "sample/" not in path.read_text("utf-8"), path.name
    text = (tmp_path / "real" / "LEESMIJ.txt").read_text("utf-8-sig")
    assert "Fictieve voorbeeldcijfers: weggelaten" in text
    assert "Spanning per beroepsgroep (UWV): geen rijen" in text


@pytest.mark.slow
def test_protected_cells_leave_as_they_are_public(gelderland: Path, filled: Path) -> None:
    with closing(duckdb.connect(str(filled), read_only=True)) as connection:
        public = connection.execute(
            "select programme_id, subject, dimension_1, category_1, dimension_2, category_2, "
            "period_kind, period, number, granted_eur, paid_eur from programme_cell "
            "inner join programme_region using (programme_id) "
            "where region_code = 'PV25' or region_code = 'AM05'"
        ).df()
    keys = [name for name in public if name not in ("number", "granted_eur", "paid_eur")]
    path = files_of(gelderland, "programme_cells")["csv"]
    text = pd.read_csv(path, dtype=str, keep_default_na=False)
    shown = {
        tuple(row[keys]): tuple(row[["number", "granted_eur", "paid_eur"]])
        for _, row in text.iterrows()
    }
    ours = public[public["programme_id"].isin(set(text["programme_id"]))]
    assert len(shown) == len(text) == len(ours) > 1_000
    hidden = 0
    for _, row in ours.iterrows():
        said = shown[tuple(row[keys])]
        for column, cell in zip(("number", "granted_eur", "paid_eur"), said, strict=True):
            if pd.isna(row[column]):
                assert cell in ("withheld", "not_applicable")
                hidden += column == "number"
            else:
                assert cell == str(int(row[column]))
    assert hidden > 500
    dutch = pd.read_csv(
        files_of(gelderland, "programme_cells")["csv_nl"], sep=";", dtype=str, encoding="utf-8-sig"
    )
    assert (dutch["number"] == "niet getoond").sum() == hidden
    kept = pq.read_table(files_of(gelderland, "programme_cells")["parquet"]).to_pandas()
    assert kept.loc[kept["number_sign"] == "withheld", "number"].isna().all()


def test_text_that_looks_like_a_formula_leaves_as_text(
    write: Write, filled: Path, tmp_path: Path
) -> None:
    write("update programme_partner set organisation = '=1+1' where organisation = 'FNV'")
    run(tmp_path / "out", "--dataset", "partners")
    [path] = (tmp_path / "out").glob("*_machine.csv")
    cells = set(pd.read_csv(path)["organisation"])
    assert "'=1+1" in cells and "=1+1" not in cells
    [kept] = (tmp_path / "out").glob("*.parquet")
    assert "=1+1" in set(pq.read_table(kept).to_pandas()["organisation"])


@pytest.mark.slow
def test_the_same_database_gives_the_same_bytes(tmp_path: Path) -> None:
    chosen = ("--dataset", "vacancies", "--dataset", "targets", "--province", "PV25")
    run(tmp_path / "one", *chosen)
    time.sleep(2.1)  # a zip tells seconds apart by two
    run(tmp_path / "two", *chosen)
    first, second = (sorted((tmp_path / name).iterdir()) for name in ("one", "two"))
    assert [path.name for path in first] == [path.name for path in second]
    assert len(first) == 11
    for one, two in zip(first, second, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name
        assert str(tmp_path).encode() not in one.read_bytes()


@pytest.mark.slow
def test_a_day_gives_the_figure_that_was_known_then(releases: Path, tmp_path: Path) -> None:
    raw = releases / "raw"
    figures = {}
    for day in (MAY, AUGUST):
        folder = tmp_path / day
        run(folder, "--as-of", day, "--raw", str(raw), "--dataset", "vacancies", "--format", "csv")
        [path] = folder.glob("*_machine.csv")
        rows = pd.read_csv(path).set_index(["period", "sector_code", "region_code"])
        figures[day] = rows.loc[PLACE, "open_vacancies"]
        assert f"Zoals bekend op: {day}" in (folder / "LEESMIJ.txt").read_text("utf-8-sig")
    assert (str(figures[MAY]), str(figures[AUGUST])) == ("1400", "1500")
    assert not list(tmp_path.glob("*.duckdb")), "the database of that day is gone"


@pytest.mark.slow
def test_a_command_that_is_killed_leaves_no_file_under_its_name(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    folder = tmp_path / "out"
    wanted = [sys.executable, "-m", "exports", str(folder), "--dataset", "occupation_tension"]
    with subprocess.Popen(wanted, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        work = tmp_path / ".out.unfinished"
        deadline = time.monotonic() + 60
        while not list(work.glob("finished/*")) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert list(work.glob("finished/*")), "it was killed before it wrote anything"
        process.send_signal(signal.SIGKILL)
    assert not folder.exists()
    run(folder, "--dataset", "resources", "--format", "csv")
    assert {path.name for path in folder.iterdir()} == {
        "LEESMIJ.txt",
        "vakkrachtmonitor_inzet_van_programmas_machine.csv",
    }
    assert not work.exists(), "what was left of the killed run is gone"


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--province", "Gelre", "Gelderland (PV25)"),
        ("--dataset", "vacatures", "field_tension"),
        ("--format", "pdf", "csv_nl"),
        ("--as-of", "gisteren", "2026-05-12"),
    ],
)
def test_what_is_unknown_is_refused_with_what_there_is(
    option: str, value: str, said: str, tmp_path: Path
) -> None:
    result = CliRunner().invoke(
        command.app, [str(tmp_path / "out"), option, value], env={"COLUMNS": "400"}
    )
    assert result.exit_code == 2
    assert value in result.output and said in result.output
    assert not list(tmp_path.glob("out*")) and not list(tmp_path.glob(".out.unfinished"))


def test_two_provinces_by_name_and_code_are_taken_together(tmp_path: Path) -> None:
    chosen = ("--dataset", "vacancies", "--format", "parquet")
    run(tmp_path / "out", "--province", "PV25", "--province", "overijssel", *chosen)
    [path] = (tmp_path / "out").glob("*.parquet")
    assert (
        path.name == "vakkrachtmonitor_gelderland_overijssel_openstaande_vacatures_2026KW02.parquet"
    )
    assert set(pq.read_table(path).to_pandas()["region_code"]) == {"NL01", "PV23", "PV25"}


def test_a_sheet_does_not_hold_more_rows_than_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "SHEET_ROWS", 3)
    rows = pd.DataFrame({"a": [1, 2]})
    streams.write_xlsx([rows], io.BytesIO(), title="x", name="x")
    with pytest.raises(streams.TooManyRowsError):
        streams.write_xlsx([rows, rows], io.BytesIO(), title="x", name="x")


def test_a_table_that_no_sheet_can_hold_has_no_workbook(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(streams, "SHEET_ROWS", 10)
    run(tmp_path / "out", "--dataset", "targets", "--format", "csv", "--format", "xlsx")
    assert not list((tmp_path / "out").glob("*.xlsx"))
    text = (tmp_path / "out" / "LEESMIJ.txt").read_text("utf-8-sig")
    assert "Doelen van programma's: meer dan 10 rijen, dus geen xlsx." in text


def test_every_dataset_has_definitions_that_exist() -> None:
    listed = queries.downloads.datasets(with_sample=True)
    terms = tuple({term for terms in listed["terms"] for term in terms})
    assert set(queries.herkomst.definitions(terms=terms)["term"]) == set(terms)
    assert tuple(listed["dataset"]) == NAMES


# A process inherits the peak of the one that starts it, so a small one starts what is measured.
MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", *sys.argv[1:]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.slow
@pytest.mark.soak
def test_many_rows_take_little_memory(database: Path, tmp_path: Path) -> None:
    copies = 8 if IS_SOAK else 3
    rows = copies * 138_312
    large = tmp_path / "large.duckdb"
    shutil.copyfile(database, large)
    with closing(duckdb.connect(str(large))) as connection:
        connection.execute(
            "insert into occupation_tension by name "
            "select tension.* replace (tension.line + 1000000 * copy.number as line) "
            "from occupation_tension as tension cross join range(1, ?) as copy (number)",
            [copies],
        )
    environment = {**os.environ, DATABASE_VARIABLE: str(large)}
    chosen = ("--dataset", "occupation_tension")
    formats = [part for key in ("csv_nl", "csv", "parquet") for part in ("--format", key)]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "exports", str(tmp_path / "out"), *chosen, *formats],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert f"{rows} rows" in done.stdout
    peak = int(done.stdout.splitlines()[-1]) / 1024
    assert peak < SMALL_MEMORY, f"{peak:.0f} MB"
    [path] = (tmp_path / "out").glob("*.parquet")
    assert pq.ParquetFile(path).metadata.num_rows == rows
