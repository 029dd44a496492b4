"""Every source that is loaded says on screen whose it is, on which terms, from where, of when."""

from __future__ import annotations

import csv
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import queries
from answers import origin
from etl.database import DATABASE_VARIABLE, RAW, ROOT
from etl.register import REGISTER, Source
from ui.about import accountability

SOURCES = [source for source in REGISTER if any(RAW.glob(f"{source.source_id}/*"))]
# Of these nobody wrote down when part of the files was taken; a new source has a day.
UNDATED = {
    "regions",
    "cbs_vacancies",
    "cbs_national_vacancies",
    "cbs_created_vacancies",
    "cbs_labour_force",
    "cbs_employment",
    "cbs_mbo_students",
    "cbs_tension",
    "eurostat_unemployment",
    "uwv_press",
}
every_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.source_id)


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def files_of(source: Source) -> pd.DataFrame:
    """Return the real files of a source, as page verantwoording has them."""
    found = queries.verantwoording.releases()
    return found[found["source_id"].eq(source.source_id) & found["status"].eq("published")]


@every_source
def test_a_source_names_publisher_licence_and_address(source: Source) -> None:
    files = files_of(source)
    assert len(files), "it lies in data/raw and is not loaded"
    assert files["publisher"].eq(source.publisher).all()
    assert files["licence"].eq(source.licence).all()
    for _, file in files.iterrows():
        said = accountability.address(file)
        if said == "bij elk cijfer":
            with (RAW / file["release_id"]).open(encoding="utf-8", newline="") as raw:
                header = next(csv.reader(raw))
            assert {"source_url", "bron_url", "url", "source_id", "source_ids"} & set(header)
        else:
            assert said.startswith("https://"), said


@every_source
def test_a_source_has_a_day_unless_nobody_wrote_it_down(source: Source) -> None:
    files = files_of(source)
    is_dated = files["retrieved_on"].notna() | files["modified_on"].notna()
    assert is_dated.all() == (source.source_id not in UNDATED)


@every_source
def test_a_figure_is_attributed_as_its_licence_asks(source: Source, database: Path) -> None:
    files = files_of(source)
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        assert connection.execute(
            "select count(*) from source where source_id = ? and about <> ''", [source.source_id]
        ).fetchone() == (1,)
    line = origin.source_line(
        pd.DataFrame({"release_id": files["release_id"], "status": "published"})
    )
    assert source.publisher.replace(f"{origin.CBS_NAME} (CBS)", "CBS") in line
    assert not source.licence.startswith("CC") or source.licence in line


def test_the_page_shows_all_of_it() -> None:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.query_params["bronnen_en_versheid"] = "true"
    page.switch_page("pages/verantwoording.py").run()
    said = "\n".join(one.value for one in page.markdown)
    shown = "\n".join(str(one.proto.body) for one in page.get("html"))
    for source in SOURCES:
        assert f"**{source.title}.** {source.about} {source.publisher}, {source.licence}." in said
        for url in files_of(source)["url"].dropna().unique():
            assert f'href="{url}"' in shown, url
    assert "bij elk cijfer" in shown and "niet vermeld" in shown
