"""Qualifications of mbo: name and level as the regulation has them, found and never guessed."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import queries
from etl import transform
from etl.database import DATABASE_VARIABLE, RAW, ROOT
from etl.errors import DataError
from etl.protocols import rows
from etl.register import ocw

RAW_FILE = next(RAW.glob("qualifications/*/crebo_hks_2015.csv"))
SOURCE = ocw.QUALIFICATIONS


@pytest.fixture(autouse=True)
def use_it(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def opened(name: str, **asked: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in asked.items():
        page.query_params[key] = value
    page.switch_page(f"pages/{name}.py").run()
    assert not page.exception, name
    return page


def said(page: AppTest) -> str:
    return "\n".join(str(one.value) for one in (*page.caption, *page.markdown))


def tables(page: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in page.get("html"))


def test_levels_are_those_of_the_regulation(facts: duckdb.DuckDBPyConnection) -> None:
    counted = facts.execute("select mbo_level, count(*) from qualification group by 1 order by 1")
    assert counted.fetchall() == [("mbo1", 12), ("mbo2", 126), ("mbo3", 154), ("mbo4", 178)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("niveau", "2"),
        ("leerweg", "thuis"),
        ("crebo", "25A78"),
        ("opleidingsdomein_code", "12345"),
        ("kwalificatie", " "),
    ],
)
def test_a_row_that_does_not_fit_is_refused_by_its_column(column: str, value: str) -> None:
    file = SOURCE.files[0]
    lines = RAW_FILE.read_text("utf-8").splitlines()
    header = lines[0].replace('"', "").split(",")
    values = dict(zip(header, lines[1].replace('"', "").split(","), strict=True)) | {column: value}
    table = rows.table([2], {name: [values[name]] for name in file.columns})
    with pytest.raises(DataError) as refused, transform.scratch(SOURCE, file, table, "a.csv"):
        pass
    assert [problem.column for problem in refused.value.problems] == [column]


def test_a_qualification_is_found_by_all_of_its_words_in_any_order() -> None:
    every = queries.mbo.qualifications(words="")
    assert len(every) == 248 and every["qualification_label"].is_unique
    found = queries.mbo.qualifications(words="TIMMERMAN allround")
    assert found[["qualification_label", "level_label"]].values.tolist() == [
        ["Allround betontimmerman", "mbo 3"],
        ["Allround timmerman", "mbo 3"],
    ]
    assert queries.mbo.qualifications(words="timmerman kapper").empty
    assert queries.mbo.qualifications(words="taxichauffeur").empty, "no technical domain"
    levels = queries.mbo.qualifications(words="bouw", order_by="level")["mbo_level"]
    assert levels.is_monotonic_increasing and levels.nunique() == 3


def test_only_the_very_name_of_a_title_gives_an_occupation_its_training() -> None:
    found = queries.beroepen.qualifications(uwv_group_code="UWV-0732")
    names = set(found["qualification_label"])
    assert {"Timmerman", "Betontimmerman"} <= names
    titles = set(queries.beroepen.titles(uwv_group_code="UWV-0732")["title"].str.lower())
    assert {name.lower() for name in names} <= titles


def test_the_search_of_the_header_leads_to_the_level_with_its_age() -> None:
    ways = queries.filters.search(with_sample=False).set_index("label")
    way = ways.loc["Betontimmerman · opleiding, mbo 2 (mei 2017)"]
    assert way[["page", "key", "value"]].tolist() == ["mbo", "opleiding", "Betontimmerman"]
    page = opened("mbo", opleiding="betontimmerman")
    assert "**Betontimmerman** is een opleiding op **mbo 2** in Bouw en infra" in said(page)
    assert "mei 2017 (" in said(page) and "jaar oud)" in said(page)
    assert "2 van 248" in tables(page), "the list stands open at what was asked for"


def test_words_of_an_address_are_no_markup_and_find_nothing() -> None:
    page = opened("mbo", opleiding="<b>x</b> ![a](https://example.org/a.png)")
    assert "is een opleiding op" not in said(page) and "example.org" not in said(page)
    assert "Geen opleiding in de techniek heeft al deze woorden." in said(page)


def test_the_list_is_folded_until_it_is_asked_for() -> None:
    assert "van 248" not in tables(opened("mbo"))
