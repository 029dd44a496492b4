"""Where a figure comes from: the files of its way, found by reading them as text."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from etl.errors import DataError
from etl.folders import ROOT
from etl.register import REGISTER
from etl.where import Way, way
from tests.published import etl

REFERENCE = ROOT / "data" / "reference"
MEASURES = [row["measure"] for row in csv.DictReader((REFERENCE / "measure.csv").open("r"))]
DATASETS = sorted(
    path.stem
    for path in (ROOT / "queries" / "downloads").glob("*.sql")
    if re.search(r"\$province_codes", path.read_text("utf-8"))
)


def files(found: Way, stage: str) -> list[str]:
    return [place.rsplit(":", 1)[0] for place in found.get(stage, [])]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "open_vacancies",
            {
                "register": "etl/register/cbs.py",
                "source": "etl/sources/cbs_vacancies.sql",
                "schema": "etl/schema/40_vacancies.sql",
                "measures": "etl/measures/open_vacancies.sql",
                "question": "queries/regios/ranking.sql",
                "screen": "pages/regios.py",
            },
        ),
        (
            "tension",
            {
                "source": "etl/sources/uwv_tension.sql",
                "derive": "etl/derive/field_tension.sql",
                "measures": "etl/measures/tension.sql",
                "question": "queries/regios/ranking.sql",
            },
        ),
        (
            "unemployment_pct",
            {
                "source": "etl/sources/cbs_labour_force.sql",
                "measures": "etl/measures/unemployment_pct.sql",
                "question": "queries/regios/series.sql",
            },
        ),
        (
            "paid_eur",
            {
                "source": "etl/sources/deliveries.sql",
                "private": "etl/private/steps/20_record.sql",
                "question": "queries/programmas/cells.sql",
                "screen": "ui/programmas/programme.py",
            },
        ),
        (
            "target",
            {
                "register": "etl/register/programmes.py",
                "source": "etl/sources/programmes.sql",
                "question": "queries/programmas/targets.sql",
                "screen": "pages/programmas.py",
            },
        ),
        (
            "vacancies",
            {
                "source": "etl/sources/cbs_vacancies.sql",
                "question": "queries/downloads/vacancies.sql",
                "slide and file": "exports/tables/datasets.py",
            },
        ),
        (
            "regios",
            {
                "source": "etl/sources/cbs_vacancies.sql",
                "measures": "etl/measures/tension.sql",
                "question": "queries/regios/ranking.sql",
                "screen": "pages/regios.py",
                "drawing": "drawings/level_bars.py",
            },
        ),
    ],
)
def test_the_way_names_the_files_in_order(name: str, expected: dict[str, str]) -> None:
    found = way(name)
    assert {stage: path for stage, path in expected.items() if path in files(found, stage)} == (
        expected
    )
    stages = list(found)
    assert [stage for stage in stages if stage in expected] == list(expected)


def test_the_source_of_a_dataset_is_its_own() -> None:
    assert files(way("vacancies"), "source") == ["etl/sources/cbs_vacancies.sql"]
    assert files(way("open_vacancies"), "source") == ["etl/sources/cbs_vacancies.sql"]


def test_every_line_is_there() -> None:
    for name in ("unemployment_pct", "paid_eur", "regios", "targets"):
        for stage, places in way(name).items():
            for place in places:
                path, _, line = place.partition(":")
                assert (ROOT / path).exists() or stage == "raw", place
                lines = (ROOT / path).read_text("utf-8").splitlines() if line else [""]
                assert int(line or 1) <= len(lines), place


@pytest.mark.parametrize("name", [*MEASURES, *DATASETS])
def test_every_measure_and_dataset_has_a_way(name: str) -> None:
    found = way(name)
    assert found["raw"] and found["register"] and found["source"] and found["question"]
    known = {source.source_id for source in REGISTER} | {"reference"}
    assert {Path(path).stem for path in files(found, "source")} <= known


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(DataError) as refused:
        way("unemploymnt_pct")
    assert "unemployment_pct" in refused.value.next_step


def test_nothing_is_imported(tmp_path: Path) -> None:
    for room in ("etl", "queries", "pages", "ui", "drawings", "exports"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copytree(REFERENCE, tmp_path / "data" / "reference")
    for path in [*(tmp_path / "pages").glob("*.py"), *(tmp_path / "etl").glob("*.py")]:
        path.write_text(path.read_text("utf-8") + "\nraise RuntimeError\n", "utf-8")
    assert way("open_vacancies", tmp_path).keys() == way("open_vacancies").keys()


def test_the_command_is_short_unless_the_whole_is_asked() -> None:
    short, whole = etl("where", "open_vacancies"), etl("where", "open_vacancies", "--whole")
    assert short.returncode == 0, short.stderr
    assert "  etl/sources/cbs_vacancies.sql:" in short.stdout
    assert " more: --whole" in short.stdout and " more: --whole" not in whole.stdout
    assert len(short.stdout.splitlines()) < 45
    refused = etl("where", "open_vacancys")
    assert refused.returncode == 1 and "open_vacancies" in refused.stderr
