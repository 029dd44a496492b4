"""A release that is taken out leaves the rows from before it, and can be put back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from etl import raw
from etl.database import RAW
from etl.releases import withdrawing
from tests.published import etl
from tests.releases import facts

CASES = Path(__file__).parents[2] / "cases"
BY_HAND = sorted((CASES / "17_cbs_by_hand").iterdir(), reverse=True)
REGIONS = sorted((CASES / "15_one_region_per_file").iterdir())


@pytest.mark.parametrize(
    ("source_id", "table", "files"),
    [
        ("uwv_tension", "occupation_tension", REGIONS),
        pytest.param("cbs_vacancies", "vacancies", BY_HAND, marks=pytest.mark.slow),
    ],
)
def test_withdrawing_gives_the_rows_from_before_and_undoing_those_after(
    source_id: str, table: str, files: list[Path], tmp_path: Path
) -> None:
    for name in ("regions", source_id):
        if (RAW / name).exists():
            shutil.copytree(RAW / name, tmp_path / name)
    states = [facts(tmp_path, source_id, table)]
    names = [path.name for path in (tmp_path / source_id).glob("*")]
    for file in files:
        assert etl("import", file, "--raw", tmp_path).returncode == 0
        states.append(facts(tmp_path, source_id, table))
    assert states[0] != states[1] != states[2]
    at = ("--raw", tmp_path)
    _, last = sorted(p.name for p in (tmp_path / source_id).glob("2*") if p.name not in names)
    looked = etl("withdraw", source_id, last, "--check", *at)
    assert "2023KW04" in looked.stdout or "2025KW04" in looked.stdout, looked.stderr
    assert facts(tmp_path, source_id, table) == states[2], "looking changes nothing"
    done = etl("withdraw", source_id, last, "--yes", *at)
    assert done.returncode == 0 and "--undo" in done.stdout, done.stderr
    assert facts(tmp_path, source_id, table) == states[1]
    listed = etl("releases", source_id, *at).stdout
    assert "withdrawn" in listed and "counts" in listed
    assert etl("withdraw", source_id, last, "--undo", "--yes", *at).returncode == 0
    assert facts(tmp_path, source_id, table) == states[2]


def test_a_release_of_the_same_day_takes_no_withdrawn_name(tmp_path: Path) -> None:
    shutil.copytree(RAW / "regions", tmp_path / "regions")
    first, second = REGIONS
    assert etl("import", first, "--raw", tmp_path).returncode == 0
    [name] = [path.name for path in (tmp_path / "uwv_tension").glob("2*")]
    assert etl("withdraw", "uwv_tension", name, "--yes", "--raw", tmp_path).returncode == 0
    assert etl("import", second, "--raw", tmp_path).returncode == 0
    assert (
        etl("withdraw", "uwv_tension", name, "--undo", "--yes", "--raw", tmp_path).returncode == 0
    )
    listed = [one for one in withdrawing.listed(tmp_path) if one.source.source_id == "uwv_tension"]
    assert [one.state for one in listed] == ["counts", "counts"]


def test_what_a_build_needs_or_is_not_there_is_refused(tmp_path: Path) -> None:
    shutil.copytree(RAW / "cbs_vacancies", tmp_path / "cbs_vacancies")
    at = ("--yes", "--raw", tmp_path)
    needed = etl("withdraw", "cbs_vacancies", "undated", *at)
    assert needed.returncode == 1 and "cannot do without 83599NED" in needed.stderr
    for name in ("2020-01-01", "..", ".", ".withdrawn", "../cbs_vacancies"):
        refused = etl("withdraw", "cbs_vacancies", name, *at)
        assert refused.returncode == 1 and "there are undated" in refused.stderr, name
    assert etl("withdraw", "no_source", "undated", *at).returncode == 2
    assert (tmp_path / "cbs_vacancies" / "undated" / "83599NED.parquet").exists()
    assert not (tmp_path / "cbs_vacancies" / raw.WITHDRAWN).exists()
