"""The reference data on occupations: what it says, and that a broken file is not loaded."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

import queries
from etl import database as etl_database
from etl import transform
from etl.errors import DataError

REFERENCE = transform.REFERENCE
Facts = duckdb.DuckDBPyConnection


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return damage


BROKEN: list[tuple[str, Callable[[Path], None], list[str]]] = [
    (
        "shares that do not sum to 1",
        edit("isco_level_share.csv", "2,mbo4,0.25", "2,mbo4,0.50"),
        ["check levels_sum_to_one", "0742"],
    ),
    (
        "a share above its range",
        edit("isco_level_share.csv", "4,hbo_plus,1.00,0.75,1.00", "4,hbo_plus,1.00,0.75,0.90"),
        ["check levels_sum_to_one", "0811"],
    ),
    (
        "a range that no division reaches",
        edit("isco_level_share.csv", "2,mbo1,0.00,0.00,0.25", "2,mbo1,0.00,0.00,0.75"),
        ["check levels_sum_to_one", "mbo1"],
    ),
    (
        "a share in words",
        edit("isco_level_share.csv", "2,mbo4,0.25", "2,mbo4,een kwart"),
        ["isco_level_share.csv", "een kwart", "a share from 0 to 1"],
    ),
    (
        "a level without a label",
        edit("isco_level_share.csv", "2,mbo4,", "2,mbo5,"),
        ["check codes_have_a_label", "mbo5"],
    ),
    (
        "a title of an unknown group",
        edit("occupation_title.csv", "lasser,0742,", "lasser,0749,"),
        ["check titles_lead_to_groups", "0749"],
    ),
    (
        "a title of another group than its ISCO code",
        edit("occupation_title.csv", "lasser,0742,7212", "lasser,0742,7214"),
        ["check titles_lead_to_groups", "7214"],
    ),
    (
        "a title twice",
        edit(
            "occupation_title.csv",
            "\nlasser,0742,7212",
            "\nlasser,0742,7213,current,\nlasser,0742,7212",
        ),
        ["occupation_title.csv", "lasser / 0742", "2 times"],
    ),
    (
        "a BRC group that belongs nowhere",
        edit("uwv_group_brc.csv", "0742,UWV-0742,", "0742,,"),
        ["check uwv_groups_cover_occupations", "0742", "no UWV group and no reason"],
    ),
    (
        "a UWV group that does not exist",
        edit("uwv_group_brc.csv", "0742,UWV-0742,", "0742,UWV-0749,"),
        ["check uwv_groups_cover_occupations", "UWV-0749", "UWV-0742"],
    ),
    (
        "a published name of an unknown group",
        edit("uwv_group_name.csv", "machinemonteurs,UWV-0744", "machinemonteurs,UWV-0749"),
        ["check uwv_groups_cover_occupations", "machinemonteurs"],
    ),
    (
        "an ISCO group in another BRC group",
        edit("isco.csv", "7212,Lassers en snijders,4,2,0742", "7212,Lassers en snijders,4,2,0741"),
        ["check isco_leads_to_groups", "7212", "0742"],
    ),
    (
        "a technique of a group that is not technical",
        edit("technique_occupation.csv", "turning,0741,", "turning,0111,"),
        ["technique_occupation.csv", "turning, 0111", "a technical group of BRC 2014"],
    ),
    (
        "a technique that is not listed",
        edit("technique_occupation.csv", "turning,0741,", "twisting,0741,"),
        ["technique_occupation.csv", "twisting, 0741", "a known technique"],
    ),
    (
        "a technique of a group without a reason",
        edit(
            "technique_occupation.csv",
            "turning,0741,bedienen en instellen van draaibanken",
            "turning,0741,",
        ),
        ["technique_occupation.csv", "turning, 0741", "a reason"],
    ),
    (
        "a measure without its words in a sentence",
        edit("measure.csv", "was de werkloosheid", ""),
        ["measure.csv, row 5, column said", "a word was expected"],
    ),
    (
        "a measure that is not explained",
        edit("measure.csv", ",unemployment_pct,python", ",unemployment,python"),
        ["measure.csv, row 5, column term", "unemployment", "a term of"],
    ),
    (
        "a measure that is broken down in an unknown way",
        edit("measure.csv", "series,", "reeksen,"),
        ["measure.csv, row 5, column parts", "reeksen", "series or one"],
    ),
    (
        "a kind of region of an unknown measure",
        edit("measure_level.csv", "\nww_benefits,corop", "\nww_benefit,corop"),
        ["measure_level.csv, row 16, column measure", "ww_benefit"],
    ),
    (
        "a measure of an unknown source",
        edit("measure.csv", "cbs_ww_benefits,ww_benefits", "cbs_ww,ww_benefits"),
        ["check measures_are_known", "cbs_ww", "etl/register"],
    ),
    (
        "a place in words",
        edit("technical_field.csv", ",1,", ",een,"),
        ["reference.sql: a value does not fit", "'een'"],
    ),
    (
        "a sector twice",
        edit("sector.csv", "\n301000,", "\nT001081,"),
        ["reference.sql: a value does not fit", "T001081"],
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("damage", "says"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_broken_reference_file_is_not_loaded(
    damage: Callable[[Path], None],
    says: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(REFERENCE, folder)
    damage(folder)
    monkeypatch.setattr(transform, "REFERENCE", folder)
    with pytest.raises(DataError) as refused:
        etl_database.build(tmp_path / "monitor.duckdb")
    for words in says:
        assert words in str(refused.value)
    assert not (tmp_path / "monitor.duckdb").exists()


@pytest.mark.parametrize("path", sorted(REFERENCE.glob("*.csv")), ids=lambda path: path.stem)
def test_every_row_names_its_source(path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows
    made_here = {
        "code_label",
        "dataset",
        "delivery_column",
        "label",
        "programme_relation",
        "programme_table",
        "target_unit",
    }
    if path.stem not in made_here:
        assert all(row["source"].strip() for row in rows)


def test_shares_of_every_group_sum_to_one_within_their_range(facts: Facts) -> None:
    rows = facts.execute(
        """
        select occupation_code, sum(share), bool_and(share between share_low and share_high),
            min(status), count(*)
        from occupation_level group by all
        """
    ).fetchall()
    assert len(rows) == 114
    assert all(row[1:] == (1, True, "estimated", 5) for row in rows)


@pytest.mark.parametrize(
    ("occupation", "expected"),
    [
        ("0742", {"mbo1": (0, 0.25), "mbo2_3": (0.5, 1), "mbo4": (0, 0.5)}),
        ("0723", {"mbo2_3": (0, 0.25), "mbo4": (0.25, 1), "hbo_plus": (0, 0.75)}),
        ("0811", {"mbo4": (0, 0.25), "hbo_plus": (0.75, 1)}),
        ("0781", {"mbo1": (0.5, 1), "mbo2_3": (0, 0.5)}),
        ("1112", {"unmapped": (1, 1)}),
        ("0551", {"unmapped": (1, 1)}),
    ],
)
def test_a_group_gets_the_range_of_its_skill_level(
    facts: Facts, occupation: str, expected: dict[str, tuple[float, float]]
) -> None:
    rows = facts.execute(
        "select mbo_level, share_low, share_high from occupation_level "
        "where occupation_code = ? and share_high > 0",
        [occupation],
    ).fetchall()
    assert {level: (float(low), float(high)) for level, low, high in rows} == expected


def test_what_has_no_level_is_named_and_weighed(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(etl_database.DATABASE_VARIABLE, str(database))
    technical, overall = queries.verantwoording.unmapped().to_dict("records")
    assert (technical["occupations"], technical["unmapped_occupations"]) == (24, 0)
    assert technical["unmapped_pct"] == 0
    assert (overall["occupations"], overall["unmapped_occupations"]) == (114, 4)
    assert "Koks" in overall["unmapped_labels"]
    assert 1 < overall["unmapped_pct"] < 10


def test_the_definition_says_that_levels_are_an_assumption(facts: Facts) -> None:
    definition = facts.execute(
        "select definition from definition where term = 'mbo_level_share'"
    ).fetchall()
    assert definition[0][0].startswith(
        "Niveauverdeling: landelijke aanname per beroep, gelijk in elke regio; geen gemeten vraag."
    )


@pytest.mark.parametrize(
    ("title", "groups"),
    [
        ("CNC-verspaner", {"0741"}),
        ("koelmonteur", {"0733"}),
        ("fietsenmaker", {"0744"}),
        ("werkvoorbereider", {"0435"}),
        ("monteur", {"0734", "0743", "0744", "0761", "0772"}),
    ],
)
def test_a_title_leads_to_every_group_it_can_mean(
    facts: Facts, title: str, groups: set[str]
) -> None:
    rows = facts.execute(
        "select occupation_code from occupation_title where title = ?", [title]
    ).fetchall()
    assert {code for (code,) in rows} == groups


def test_titles_reach_every_technical_group_and_differ_in_more_than_capitals(
    facts: Facts,
) -> None:
    sql = """
        select count(*) from occupation
        where is_technical and (
            select count(distinct title) from occupation_title
            where occupation_title.occupation_code = occupation.occupation_code
        ) < 5
    """
    assert facts.execute(sql).fetchall() == [(0,)]
    sql = "select count(distinct title), count(distinct lower(title)) from occupation_title"
    titles, folded = facts.execute(sql).fetchall()[0]
    assert titles == folded > 150


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Machinemonteurs", "0744"),
        ("hulpkrachten bouw en industrie", "0781"),
        ("hulpkrachten in de bouw en industrie", "0781"),
        ("elektrotechnisch ingenieurs", "0713"),
        ("databank- en netwerkspecialisten", "0812"),
    ],
)
def test_a_name_quoted_in_the_press_finds_its_group(facts: Facts, name: str, group: str) -> None:
    sql = """
        select brc_group_code from uwv_group_name
        inner join uwv_group_brc using (uwv_group_code)
        where name = lower(?)
    """
    assert facts.execute(sql, [name]).fetchall() == [(group,)]


def test_a_group_without_a_uwv_group_is_reported(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(etl_database.DATABASE_VARIABLE, str(database))
    empty = queries.verantwoording.empty()
    missing = empty[empty["missing_label"] == "een groep van UWV"]
    assert missing["subject"].tolist() == ["Beroep onbekend of niet in te delen"]
    assert "88 van de 113" in empty["subject"].tolist()
