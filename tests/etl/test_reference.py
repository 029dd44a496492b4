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
EDUCATION = Path(__file__).parents[1] / "cases/measured_education/lfsa_egised_NL_2023.csv"


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
        edit("isco_level_share.csv", "4,hbo_plus,1.00,0.60,1.00", "4,hbo_plus,1.00,0.60,0.90"),
        ["check levels_sum_to_one", "0811"],
    ),
    (
        "a range that no division reaches",
        edit("isco_level_share.csv", "2,mbo1,0.00,0.00,0.45", "2,mbo1,0.00,0.00,0.85"),
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
        "a technical group of which nothing says whether it is a craft",
        edit("occupation.csv", ",yes,metal_machinery,0.0385,", ",yes,metal_machinery,,"),
        ["occupation.csv, row", "column high_edu_share", "from 0 to 1"],
    ),
    (
        "a measure without its words in a sentence",
        edit("measure.csv", "was de werkloosheid", ""),
        ["measure.csv, row 3, column said", "a word was expected"],
    ),
    (
        "a measure that is not explained",
        edit("measure.csv", ",unemployment_pct,python", ",unemployment,python"),
        ["measure.csv, row 3, column term", "unemployment", "a term of"],
    ),
    (
        "a measure that is broken down in an unknown way",
        edit("measure.csv", "series,", "reeksen,"),
        ["measure.csv, row 3, column parts", "reeksen", "series or one"],
    ),
    (
        "a kind of region of an unknown measure",
        edit("measure_level.csv", "\nww_benefits,corop", "\nww_benefit,corop"),
        ["measure_level.csv, row 19, column measure", "ww_benefit"],
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
        ("0742", [(0, 0.45), (0.25, 0.95), (0, 0.5), (0, 0.25), (0, 0)]),
        ("0723", [(0, 0.15), (0, 0.6), (0.1, 0.85), (0.1, 0.75), (0, 0)]),
        ("0811", [(0, 0.1), (0, 0.3), (0, 0.4), (0.6, 1), (0, 0)]),
        ("0781", [(0.5, 0.95), (0.05, 0.5), (0, 0.25), (0, 0.1087), (0, 0)]),
        ("1111", [(0, 0.45), (0.25, 0.95), (0, 0.5), (0, 0.3704), (0, 0)]),
        ("0532", [(0, 0.1), (0, 0.3), (0, 0.4), (0.3667, 1), (0, 0)]),
        ("1112", [(0, 1)] * 5),
    ],
)
def test_a_group_gets_the_range_of_its_skill_level_and_of_what_was_measured_of_it(
    facts: Facts, occupation: str, expected: list[tuple[float, float]]
) -> None:
    rows = facts.execute(
        "select share_low, share_high from occupation_level where occupation_code = ? "
        "order by array_position(['mbo1', 'mbo2_3', 'mbo4', 'hbo_plus', 'unmapped'], mbo_level)",
        [occupation],
    ).fetchall()
    assert [(float(low), float(high)) for low, high in rows] == expected


def test_every_range_holds_the_measured_education_of_the_occupation(facts: Facts) -> None:
    rows = facts.execute(
        "select count(*), count(*) filter (high_edu_share between share_low and share_high), "
        "min(share_high) from occupation_level inner join occupation_education using "
        "(occupation_code) where mbo_level = 'hbo_plus'"
    ).fetchall()
    assert rows[0][:2] == (114, 114) and rows[0][2] > 0


SKILL_LEVELS = {2: 4, 3: 3, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2, 9: 1}


def test_every_range_holds_the_measured_education_of_the_major_group(facts: Facts) -> None:
    """Of ISCO major groups with one skill level: up to ED0-2, ED3_4 (mbo 2 to 4), and ED5-8."""
    with EDUCATION.open(encoding="utf-8") as file:
        measured = {
            (row["isco08"], row["isced11"]): float(row["employed_x1000"])
            for row in csv.DictReader(file)
        }
    for major, skill_level in SKILL_LEVELS.items():
        low, middle, high = (measured[f"OC{major}", level] for level in ("ED0-2", "ED3_4", "ED5-8"))
        bounds = {
            level: (float(least), float(most))
            for level, least, most in facts.execute(
                "select mbo_level, share_low, share_high from isco_level_share "
                "where skill_level = ?",
                [skill_level],
            ).fetchall()
        }
        middle_bounds = [sum(ends) for ends in zip(bounds["mbo2_3"], bounds["mbo4"], strict=True)]
        for people, (least, most) in (
            (low, bounds["mbo1"]),
            (middle, middle_bounds),
            (high, bounds["hbo_plus"]),
        ):
            assert least <= people / (low + middle + high) <= most, (major, bounds)


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
