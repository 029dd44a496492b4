"""From one occupation to another: nearness and fit by hand, what is shown, and what is not kept."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

import queries
import sentences
from drawings import flows
from etl.database import DATABASE_VARIABLE
from etl.transform import ETL, REFERENCE
from ui.overstappen import moves
from words.marks import SAMPLE

QUARTER = "2026KW02"
TWENTE, ACHTERHOEK, AMSTERDAM = "AM05", "AM09", "AM18"
A = "voorbeeldprogramma_a"
PERSON: dict[str, Any] = {
    "uwv_group_code": "UWV-0761",
    "mbo_level": "mbo2_3",
    "techniques": ("turning", "cnc", "plc"),
    "region_code": TWENTE,
    "quarter": QUARTER,
    "with_neighbours": True,
    "with_sample": True,
}


@pytest.fixture(autouse=True)
def path(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    copy = Path(shutil.copy(database, tmp_path / "monitor.duckdb"))
    monkeypatch.setenv(DATABASE_VARIABLE, str(copy))
    yield copy


def change(path: Path, *statements: str) -> None:
    queries.reading._connection.cache_clear()
    with closing(duckdb.connect(str(path))) as connection:
        for statement in statements:
            connection.execute(statement)


def asked(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(duckdb.connect(str(path), read_only=True)) as connection:
        return connection.execute(sql).fetchall()


def nearness(path: Path, one: str, other: str) -> tuple[Any, ...]:
    [row] = asked(
        path,
        "select nearness, level_step_label, why_label from occupation_nearness "
        f"where from_code = '{one}' and to_code = '{other}'",
    )
    return row


def candidates(**more: Any) -> pd.DataFrame:
    values: dict[str, Any] = {
        "uwv_group_code": "UWV-0761",
        "region_code": TWENTE,
        "quarter": QUARTER,
        "with_neighbours": True,
        "with_sample": True,
    }
    return queries.overstappen.candidates(**{**values, **more}).set_index(
        "occupation_code", drop=False
    )


def tailored(**more: Any) -> pd.DataFrame:
    return queries.overstappen.tailored(**{**PERSON, **more}).set_index(
        "occupation_code", drop=False
    )


def test_welders_are_as_near_to_metal_workers_as_can_be(path: Path) -> None:
    """0742 to 0741: segment 074 both (35), metal both (20), level 2 and 2 (20), and grinding,
    MIG/MAG, electrode, sheet metal, structures and drawings shared (25): 35 + 20 + 20 + 25 = 100.
    """
    assert nearness(path, "0742", "0741") == (
        100,
        "zelfde niveau",
        "zelfde segment; zelfde techniekdomein; 3 of meer gedeelde technieken",
    )


def test_electricians_share_class_and_level_with_metal_workers(path: Path) -> None:
    """0761 to 0741: segment 076 and 074 in class 07 (15), electric and metal (0), level 2 and 2
    (20), no technique in common (0): 15 + 0 + 20 + 0 = 35.
    """
    assert nearness(path, "0761", "0741") == (35, "zelfde niveau", "zelfde klasse")


def test_a_step_up_and_one_technique_count_for_less(path: Path) -> None:
    """0761 to 0723: class 07 (15), electric and process (0), level 2 to 3 (10), PLC (10): 35."""
    assert nearness(path, "0761", "0723") == (
        35,
        "1 stap hoger",
        "zelfde klasse; 1 of 2 gedeelde technieken",
    )


def test_what_shares_nothing_is_at_nought(path: Path) -> None:
    """0811 to 0742: class 08 and 07, ICT and metal, level 4 to 2, no technique: 0."""
    assert nearness(path, "0811", "0742") == (0, "2 stappen lager", "verder niets gedeeld")


def test_a_level_that_is_not_known_gives_no_step_and_no_points(path: Path) -> None:
    """A group of several levels, otherwise as 0742 to 0741: 35 + 20 + 0 + 25 = 80."""
    change(
        path,
        "update isco set skill_level = 3 where isco_code = '7213'",
        (ETL / "derive" / "occupation_step.sql").read_text("utf-8"),
    )
    assert nearness(path, "0742", "0741")[:2] == (80, "niet te bepalen")
    steps = queries.overstappen.steps(uwv_group_code="UWV-0742", occupation_code="0741")
    assert steps["nearness"].eq(80).all()
    assert sentences.nearness(steps, "Van A naar B") == (
        "Van A naar B: nabijheid **80 van 100** (indicatie), niveaustap niet te bepalen. De vraag "
        "naar vaardigheden wordt niet gemeten."
    )


def test_nearness_is_the_same_there_and_back_and_a_step_the_opposite(path: Path) -> None:
    rows = asked(
        path,
        """
        select there.nearness, back.nearness, there.level_step, back.level_step
        from occupation_nearness as there
        inner join occupation_nearness as back
            on back.from_code = there.to_code and back.to_code = there.from_code
        """,
    )
    assert len(rows) == 24 * 24
    assert all(one == other and step == -back for one, other, step, back in rows)
    assert {row[0] for row in rows} >= {0, 35, 100} and max(row[0] for row in rows) == 100


def test_the_points_are_those_of_the_definition_and_end_at_100(path: Path) -> None:
    rows = asked(path, "select part, label, points from nearness_point")
    definition = asked(path, "select definition from definition where term = 'nearness'")[0][0]
    most: dict[str, int] = {}
    for part, label, points in rows:
        most[part] = max(points, most.get(part, 0))
        assert f": {points}" in definition, label
    assert sum(most.values()) == 100


def test_the_steps_add_up_to_the_nearness_and_name_what_is_shared() -> None:
    steps = queries.overstappen.steps(uwv_group_code="UWV-0743", occupation_code="0744")
    assert steps["points"].tolist() == [35, 0, 20, 25]
    assert steps["nearness"].unique().tolist() == [80] == [steps["points"].sum()]
    assert steps["from_text"].tolist()[-1] == (
        "Hydrauliek; Elektrische storingen zoeken; Motoren en aandrijflijn"
    )
    assert steps["status"].unique().tolist() == ["estimated"]


def test_the_techniques_cover_every_technical_group(path: Path) -> None:
    techniques = queries.overstappen.techniques()
    assert 25 <= len(techniques) <= 40
    assert techniques["used_by_text"].str.contains(r"\(.+\)").all()
    missing = asked(
        path,
        "select label from occupation where is_technical and kind = 'brc_group' "
        "and occupation_code not in (select occupation_code from technique_occupation)",
    )
    assert missing == []
    with (REFERENCE / "technique_occupation.csv").open(encoding="utf-8") as file:
        assert {row["source"] for row in csv.DictReader(file)} == {
            "Eigen toewijzing in deze monitor; niet gemeten"
        }


def test_candidates_are_the_technical_groups_by_nearness_without_its_own() -> None:
    frame = candidates()
    assert len(frame) == 23 and "0761" not in frame.index
    assert frame["nearness"].is_monotonic_decreasing
    assert frame["occupation_code"].iloc[0] == "0734"
    assert frame.loc["0811", "study_field_label"] == "Informatica"
    assert frame.loc["0741", "study_field_label"].startswith("Techniek")
    assert len(candidates(uwv_group_code="UWV-1111")) == 24, "from outside techniek to all of it"


def test_tension_never_changes_the_order(path: Path) -> None:
    before = candidates()["occupation_code"].tolist()
    change(path, "update occupation_tension set tension_class = 'very_loose'")
    assert candidates()["occupation_code"].tolist() == before
    assert candidates(quarter="")["occupation_code"].tolist() == before


def test_neighbours_are_named_only_where_tight_and_only_when_wanted(path: Path) -> None:
    change(
        path,
        "update occupation_tension set tension_class = 'average' where uwv_group_code = 'UWV-0741'",
        "update occupation_tension set tension_class = 'very_tight' "
        f"where uwv_group_code = 'UWV-0741' and region_code in ('{ACHTERHOEK}', '{AMSTERDAM}')",
    )
    row = candidates().loc["0741"]
    assert row["neighbours_label"] == "Achterhoek (zeer krap)" and row["is_tight"]
    assert not candidates(with_neighbours=False).loc["0741", "is_tight"]
    assert candidates(with_neighbours=False)["neighbours_label"].isna().all()
    assert candidates(region_code="NL01")["neighbours_label"].isna().all()


def test_a_region_without_a_figure_keeps_its_row(path: Path) -> None:
    change(
        path,
        "delete from occupation_tension "
        f"where uwv_group_code = 'UWV-0741' and region_code = '{ACHTERHOEK}'",
    )
    values = {"occupation_code": "0741", "quarter": QUARTER, "with_sample": True}
    frame = queries.overstappen.tension(region_code=TWENTE, with_neighbours=True, **values)
    assert frame["region_name"].iloc[0] == "Twente"
    assert len(frame) > 2
    gone = frame.set_index("region_code").loc[ACHTERHOEK]
    assert gone["sign"] == "missing" and pd.isna(gone["tension_ratio"])
    alone = queries.overstappen.tension(region_code=TWENTE, with_neighbours=False, **values)
    assert alone["region_name"].tolist() == ["Twente"]


def test_vouchers_are_those_of_the_province_the_neighbours_and_the_country() -> None:
    def found(region: str, with_neighbours: bool, with_sample: bool = True) -> dict[str, str]:
        frame = queries.overstappen.instruments(
            region_code=region, with_neighbours=with_neighbours, with_sample=with_sample
        )
        return dict(zip(frame["programme_id"], frame["where_label"], strict=True))

    assert found(TWENTE, False) == {
        "kansenplan_1000": "dit gebied",
        "overijssels_vakmanschap": "dit gebied",
    }
    assert found(TWENTE, True)[A] == "buurregio"
    assert A not in found(TWENTE, True, with_sample=False)
    assert "technisch_talent_werkt" in found("NL01", False)
    assert found(AMSTERDAM, False) == {"technisch_talent_werkt": "dit gebied"}


def test_bounds_that_differ_between_sources_all_stand_there() -> None:
    frame = queries.overstappen.instruments(
        region_code=TWENTE, with_neighbours=False, with_sample=False
    )
    bounds = frame[frame["budget_kind_label"].eq("voucher: bovengrens")]
    assert bounds["amount_eur"].tolist() == [3_000, 2_500]
    assert bounds["source_names"].nunique() == 2
    assert sentences.rules_running(frame) == (
        "Van geen van deze programma's zeggen de bronnen dat het nu loopt."
    )
    running = frame.assign(state=["running", *["unknown"] * (len(frame) - 1)])
    assert sentences.rules_running(running) == (
        "Nu loopt volgens de bronnen: 1.000 kansenplan. Van Overijssels Vakmanschap is dat "
        "onbekend."
    )


def test_the_example_is_what_a_source_says() -> None:
    told = queries.overstappen.case(title=moves.CASE_TITLE, with_sample=False)
    assert told["programme_id"].unique().tolist() == ["technisch_talent_werkt"]
    assert told["source_id"].is_unique and len(told) == 3
    assert sentences.moved(told) == (
        "Over **Technisch Talent Werkt** (Noord-Holland) melden openbare bronnen: omscholing "
        "vanuit metaal en elektrotechniek naar CNC-verspaner."
    )
    towards = queries.overstappen.towards(
        title=moves.CASE_TITLE, segment_codes=moves.CASE_SEGMENTS
    ).set_index("from_code")
    assert towards["nearness"].to_dict() == {
        "0741": 100,
        "0742": 100,
        "0744": 85,
        "0743": 65,
        "0761": 35,
    }
    assert towards.loc["0741", "why_label"] == "dezelfde beroepsgroep"
    assert queries.overstappen.case(title="Tovenaar", with_sample=True).empty


def test_fit_weighs_ticks_for_70_and_nearness_for_30() -> None:
    """Turning, CNC and PLC ticked, from 0761 at mbo 2-3.

    0741 uses two of the three and is at 35: 70 x 2/3 + 0.3 x 35 = 46.67 + 10.5 = 57.17, so 57; it
    begins at mbo 2-3, no step. 0723 uses PLC, is at 35 and begins at mbo 4, one step:
    23.33 + 10.5 - 15 = 18.83, so 19. 0761 itself uses PLC and is at 100: 23.33 + 30 = 53.33, so 53.
    """
    frame = tailored()
    assert frame["fit"][["0741", "0723", "0761"]].tolist() == [57, 19, 53]
    assert frame.loc["0741", "why_label"] == (
        "2 van 3 technieken (Draaien, CNC-programmeren en instellen); nabijheid 35 van 100; "
        "past bij het niveau"
    )
    assert frame.loc["0723", "why_label"].endswith("begint 1 stap hoger dan het niveau")
    assert frame.loc["0761", "why_label"].split("; ")[1] == "het beroep zelf"
    assert frame["fit"].is_monotonic_decreasing


def test_fit_never_falls_below_nought_and_what_fits_nothing_is_not_listed() -> None:
    """0713 uses none of the three, is at 15 and begins two steps higher: 4.5 - 30 < 0."""
    assert "0713" not in tailored().index
    assert tailored()["fit"].min() > 0


def test_what_is_not_known_does_not_count() -> None:
    """Without an occupation two of three is 67; without ticks fit is nearness; without a level
    0723 loses nothing: 23.33 + 10.5 = 33.83, so 34.
    """
    by_ticks = tailored(uwv_group_code="")
    assert (
        by_ticks.loc["0741", "fit"] == 67 and "nabijheid" not in by_ticks.loc["0741", "why_label"]
    )
    by_nearness = tailored(techniques=())
    assert by_nearness.loc["0741", "fit"] == 35
    assert "technieken" not in by_nearness.loc["0741", "why_label"]
    assert tailored(mbo_level="").loc["0723", "fit"] == 34
    assert not tailored(mbo_level="")["why_label"].str.contains("het niveau").any()
    assert tailored(uwv_group_code="", techniques=()).empty


def test_what_someone_ticks_is_kept_nowhere(path: Path) -> None:
    before = queries.question.kept.cache_info()
    files = {file: file.read_bytes() for file in path.parent.iterdir()}
    assert len(tailored()) > 3
    assert queries.question.kept.cache_info() == before
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == files


def test_each_number_of_a_flow_is_a_cell_as_it_was_protected(path: Path) -> None:
    frame = queries.overstappen.flows(programme_id=A, with_sample=True)
    cells = asked(
        path,
        "select category_1, category_2, number, sign from programme_cell "
        f"where programme_id = '{A}' and subject = 'exit' and dimension_1 = 'from_field' "
        "and dimension_2 = 'to_field' and period_kind = 'all'",
    )
    exact = {(one, two): (number, sign) for one, two, number, sign in cells}
    assert len(frame) == len(exact) == 64
    for _, row in frame.iterrows():
        number, sign = exact[(row["from_field"], row["to_field"])]
        assert (number is None) == pd.isna(row["number"]) == (row["sign"] == "withheld")
        assert number is None or number == row["number"]
        assert sign == "withheld" or pd.isna(row["sign"])
    assert frame["of_whole_low_pct"].notna().sum() == 9
    both = frame["number"].notna() & frame["from_number"].ge(50)
    assert (frame["of_whole_low_pct"].notna() == both).all()


def test_a_flow_of_a_fictitious_programme_goes_without_fictitious_figures() -> None:
    assert queries.overstappen.flows(programme_id=A, with_sample=False).empty
    assert queries.overstappen.programmes(with_sample=False).empty
    assert queries.overstappen.programmes(with_sample=True)["status"].unique() == ["sample"]


def arrivals(with_sample: bool = True) -> pd.DataFrame:
    return queries.overstappen.arrivals(
        programme_id=A, region_code=TWENTE, quarter=QUARTER, with_sample=with_sample
    ).set_index("to_field")


def test_real_tension_never_stands_beside_fictitious_numbers(path: Path) -> None:
    assert arrivals().loc["construction", "tension_class"] is not None
    assert arrivals()["status"].unique().tolist() == ["sample"]
    change(path, "update field_tension set status = 'published'")
    assert arrivals()["tension_class"].isna().all()
    assert arrivals()["tension_low"].isna().all()


def test_fictitious_tension_never_stands_beside_real_numbers(path: Path) -> None:
    change(path, "update programme_cell set status = 'published'")
    assert len(arrivals()) == 8
    assert arrivals()["tension_class"].isna().all()
    assert arrivals()["status"].unique().tolist() == ["estimated"]
    change(path, "update field_tension set status = 'published'")
    real = arrivals(with_sample=False)
    assert real["tension_class"].notna().sum() == 6
    assert real.loc["other", "class_label"] == real.loc["unknown", "class_label"] == "n.v.t."


def flow(status: str) -> pd.DataFrame:
    frame = queries.overstappen.flows(programme_id=A, with_sample=True)
    return frame.assign(status=status)


def test_a_band_is_drawn_for_each_shown_number_and_no_other() -> None:
    frame = flow("estimated")
    drawn = flows.draw(frame)
    assert drawn.count("<path") == frame["number"].notna().sum() == 9
    assert "geen technisch beroep (365)" in drawn and "Mobiliteit (•)" in drawn
    assert SAMPLE not in drawn and "url(#hatch" not in drawn
    fictitious = flows.draw(flow("sample"))
    assert SAMPLE in fictitious and fictitious.count("url(#hatch0)") == 9


def test_the_words_of_a_flow_name_each_number_and_count_what_is_not_shown() -> None:
    said = flows.words(flow("estimated"))
    assert said.startswith("van geen technisch beroep naar Bouw 65; ")
    assert said.endswith("; 55 van 64 niet getoond")
    assert flows.words(flow("sample")) == sentences.NOTHING_TO_SAY


def test_bands_stay_within_their_blocks() -> None:
    """Nodes are as high as the larger of their own number and their bands."""
    frame = flow("estimated")
    scale = flows._scale(frame)
    for side in ("from", "to"):
        nodes = flows._nodes(frame, side, 0, scale)
        for code, rows in frame.groupby(f"{side}_field"):
            assert rows["number"].sum() * scale <= nodes[str(code)].height + 0.01
        tops = [node.y for node in nodes.values()]
        ends = [node.y + node.height for node in nodes.values()]
        assert all(end < top for end, top in zip(ends, tops[1:], strict=False))
