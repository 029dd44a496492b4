"""The extractors: what arrives, what is refused, and that a refusal changes nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyarrow.parquet
import pytest

from etl import raw
from etl.database import RAW
from etl.errors import DataError, refusal
from etl.protocols import rows
from etl.register import REGISTER
from tests.published import EXTRACTED, SHARED, etl

FEED = "cbs/odata3/83599NED"


def test_a_file_of_a_comment_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "only.csv"
    path.write_text("# a title and nothing else\n", "utf-8")
    with pytest.raises(DataError, match=r"only\.csv.*no records"):
        list(rows.of_csv(path, partial(refusal, "See the docs")))


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def without_date(name: str) -> str:
    source_id, _, rest = name.split("/", 2)
    return f"{source_id}/{rest}"


@pytest.mark.parametrize(
    "origin",
    [
        "published",
        pytest.param(
            "shared", marks=pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
        ),
    ],
)
def test_extracting_again_gives_the_committed_extracts(
    origin: str, published: Path, tmp_path: Path
) -> None:
    for entry in EXTRACTED:
        raw.extract(entry, published if origin == "published" else SHARED, tmp_path / "raw")
    optional = {
        f"{one.source_id}/{file.stem}.parquet"
        for one in REGISTER
        for file in one.files
        if file.optional
    }
    committed = {
        without_date(n): c
        for n, c in files_of(RAW).items()
        if "provenance" not in n and without_date(n) not in optional
    }
    again = {
        without_date(n): c for n, c in files_of(tmp_path / "raw").items() if "provenance" not in n
    }
    assert again.keys() == committed.keys()
    for name, content in committed.items():
        if name.endswith(".parquet"):
            assert pyarrow.parquet.read_table(
                next(RAW.glob(f"*/*/{Path(name).name}"))
            ) == pyarrow.parquet.read_table(next((tmp_path / "raw").glob(f"*/*/{Path(name).name}")))
        elif origin == "shared":
            assert again[name] == content, name
        else:
            assert len(again[name].splitlines()) == len(content.splitlines()), name


def test_each_extract_has_its_provenance() -> None:
    for release in raw.releases(RAW):
        said = release.provenance
        assert said["publisher"] and said["title"] and said["licence"], release.release_id
        assert said["rows"] > 0
        assert said["sha256"] == raw.sha256(release.path)
    secondary = {r.file.stem for r in raw.releases(RAW) if r.provenance["copy"] == "secondary"}
    assert {"83599NED_recent_quarters", "83599NED_dashboard_quarters"} <= secondary
    assert "83599NED" not in secondary


def truncate(folder: Path) -> None:
    page = folder / FEED / "untyped_page2.json"
    page.write_bytes(page.read_bytes()[:-5000])


def repeat_page(folder: Path) -> None:
    page = folder / FEED / "untyped_page2.json"
    content = json.loads(page.read_text())
    content["odata.nextLink"] = "https://opendata.cbs.nl/x?$format=json&$skip=10000"
    page.write_text(json.dumps(content))


def same_rows_twice(folder: Path) -> None:
    first = json.loads((folder / FEED / "untyped_page1.json").read_text())
    del first["odata.nextLink"]
    (folder / FEED / "untyped_page2.json").write_text(json.dumps(first))


def missing_page(folder: Path) -> None:
    (folder / FEED / "untyped_page2.json").unlink()


def page_too_many(folder: Path) -> None:
    shutil.copy(folder / FEED / "untyped_page2.json", folder / FEED / "untyped_page3.json")


def renamed_column(folder: Path) -> None:
    page = folder / FEED / "untyped_page1.json"
    page.write_text(page.read_text().replace("OpenstaandeVacatures_1", "OpenstaandeVacatures_2"))


def missing_column(folder: Path) -> None:
    page = folder / FEED / "untyped_page1.json"
    content = json.loads(page.read_text())
    del content["value"][7]["RegioS"]
    page.write_text(json.dumps(content))


def empty_page(folder: Path) -> None:
    (folder / FEED / "untyped_page1.json").write_bytes(b"")


def no_rows(folder: Path) -> None:
    (folder / FEED / "untyped_page1.json").write_text('{"value": []}')
    (folder / FEED / "untyped_page2.json").unlink()


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        text = (folder / path).read_text("utf-8")
        assert old in text
        (folder / path).write_text(text.replace(old, new, 1), "utf-8")

    return damage


def emptied(path: str) -> Callable[[Path], None]:
    return lambda folder: (folder / path).write_text("") and None


RECENT = "cbs/excerpts/83599NED_recent_quarters.csv"
TARGETS = "facts/programme_targets.csv"

REFUSED_AT_EXTRACT: list[tuple[str, str, Callable[[Path], None], list[str]]] = [
    ("truncated JSON", "cbs_vacancies", truncate, ["untyped_page2.json, row 1", "breaks off"]),
    (
        "nextLink back",
        "cbs_vacancies",
        repeat_page,
        ["untyped_page2.json", "$skip=10000", "read twice"],
    ),
    ("page repeated", "cbs_vacancies", same_rows_twice, ["untyped_page2.json, row 10000", "ID"]),
    ("page missing", "cbs_vacancies", missing_page, ["untyped_page2.json", "expected"]),
    ("page too many", "cbs_vacancies", page_too_many, ["untyped_page3.json", "no nextLink"]),
    (
        "column renamed",
        "cbs_vacancies",
        renamed_column,
        ["untyped_page1.json, row 0", "OpenstaandeVacatures_1", "found", "OpenstaandeVacatures_2"],
    ),
    (
        "column missing",
        "cbs_vacancies",
        missing_column,
        ["untyped_page1.json, row 7", "column RegioS", "missing"],
    ),
    ("empty page", "cbs_vacancies", empty_page, ["untyped_page1.json", "empty"]),
    ("no rows", "cbs_vacancies", no_rows, ["no rows"]),
    (
        "excerpt column renamed",
        "cbs_vacancies",
        edit(RECENT, "2026KW02_x1000", "2026KW02"),
        ["83599NED_recent_quarters.csv, row 2", "missing: 2026KW02_x1000", "unknown: 2026KW02"],
    ),
    (
        "excerpt empty",
        "cbs_tension",
        emptied("cbs/excerpts/spanning_cbs_nl.csv"),
        ["spanning_cbs_nl.csv", "empty"],
    ),
    (
        "field too many",
        "programmes",
        edit(TARGETS, "twente_werkt,placements,all", "twente_werkt,placements,all,all"),
        ["programme_targets.csv, row 6", "10 fields found, 9 were expected"],
    ),
    (
        "boundaries cut off",
        "regions",
        edit("geo/gemeenten_2022.geojson", '"features"', '"feature'),
        ["gemeenten_2022.geojson", "FeatureCollection"],
    ),
]


@pytest.mark.parametrize(
    ("source_id", "damage", "says"),
    [case[1:] for case in REFUSED_AT_EXTRACT],
    ids=[case[0] for case in REFUSED_AT_EXTRACT],
)
def test_a_bad_file_is_refused_and_changes_nothing(
    source_id: str,
    damage: Callable[[Path], None],
    says: list[str],
    published: Path,
    tmp_path: Path,
) -> None:
    extracts = tmp_path / "raw"
    shutil.copytree(RAW, extracts)
    before = files_of(extracts)
    damage(published)
    result = etl("extract", source_id, published, "--raw", extracts)
    assert result.returncode == 1
    for words in says:
        assert words in result.stderr
    assert len(result.stderr.strip().splitlines()) == 2, "one message and what to do"
    assert files_of(extracts) == before


def test_an_unknown_source_is_wrong_use(tmp_path: Path) -> None:
    result = etl("extract", "cbs_vacancy", tmp_path)
    assert result.returncode == 2
    assert "cbs_vacancies" in result.stderr


def test_a_source_without_files_in_the_folder_says_so(tmp_path: Path) -> None:
    result = etl("extract", "cbs_ww_benefits", tmp_path, "--raw", tmp_path)
    assert result.returncode == 1
    assert "no file of cbs_ww_benefits stands in this folder" in result.stderr
