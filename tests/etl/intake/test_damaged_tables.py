"""Answers of CBS that are not what they should be are refused in words, alone and in a zip."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from etl.register import cbs
from tests.published import etl

AT = f"{cbs.ODATA3}/83599NED/$metadata#Cbs.OData.WebAPI."
ROW = {
    "ID": 0,
    "RegioS": "NL01",
    "BedrijfstakkenBranchesSBI2008": "T001081",
    "Perioden": "2020KW01",
    "OpenstaandeVacatures_1": "1.5",
}
BULK = {
    "Dimensions": '"Identifier";"Title"\n"RegioS";"Regio"\n',
    "MeasureCodes": '"Identifier";"Title";"Unit"\n"M";"Openstaande vacatures";"x 1 000"\n',
    "PeriodenCodes": '"Identifier";"Title";"Status"\n"2020KW01";"2020 1e kwartaal";"Definitief"\n',
    "Observations": '"Id";"Measure";"ValueAttribute";"Value";"StringValue";'
    '"BedrijfstakkenBranchesSBI2008";"RegioS";"Perioden"\n'
    '"0";"M";"None";"1.5";"";"T001081";"NL01";"2020KW01"\n',
}


def refused(path: Path, tmp_path: Path) -> str:
    done = etl("import", path, "--raw", tmp_path / "raw")
    assert done.returncode == 1 and done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "raw").glob("*/*/*.parquet"))
    return done.stderr


@pytest.mark.parametrize(
    "answers",
    [
        {"UntypedDataSet": {}},
        {"UntypedDataSet": {"value": [1]}},
        {"UntypedDataSet": {"value": [{"ID": None}]}},
        {"UntypedDataSet": {"value": [{**ROW, "ID": "x"}]}},
        {"UntypedDataSet": {"value": [ROW]}, "Perioden": {}},
        {"UntypedDataSet": {"value": [ROW]}, "Perioden": {"value": [{"x": 1}]}},
        {"UntypedDataSet": {"value": [ROW]}, "Perioden": {"value": [{"Key": 3}]}},
        {"UntypedDataSet": {"value": [ROW]}, "DataProperties": {"value": [{"x": 1}]}},
    ],
)
def test_pages_and_lists_that_are_damaged_are_refused(
    answers: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, answer in answers.items():
        text = json.dumps({"odata.metadata": AT + name, **answer})
        (folder / f"{name}.json").write_text(text, "utf-8")
    refused(folder, tmp_path)


@pytest.mark.parametrize("part", BULK)
@pytest.mark.parametrize("text", ["", "x;y\n1;2\n", '"Identifier"\n""\n', '"a\n'])
def test_a_whole_table_of_which_a_part_is_damaged_is_refused(
    part: str, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "83599NED.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**BULK, part: text}.items():
            archive.writestr(f"{name}.csv", content)
    if part == "Dimensions":  # nothing is read from it that the observations do not say
        assert "Traceback" not in etl("import", path, "--raw", tmp_path / "raw").stderr
    else:
        refused(path, tmp_path)


def test_zips_in_zips_end_and_take_nothing_else_along(tmp_path: Path) -> None:
    content = b"%PDF-1.7"
    for depth in range(5):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(f"{depth}.zip" if depth else "a.pdf", content)
        content = packed.getvalue()
    path = tmp_path / "deep.zip"
    path.write_bytes(content)
    assert "een zip in een zip" in refused(path, tmp_path)
