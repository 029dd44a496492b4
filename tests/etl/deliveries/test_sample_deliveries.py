"""The fictitious programmes and their deliveries: always the same, every kind of record."""

from __future__ import annotations

import csv
import datetime
import filecmp
import hashlib
import json
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from etl import programmes
from etl import raw as raw_files
from etl.database import RAW, SAMPLE
from etl.sample import deliveries as sample_deliveries
from etl.sample import programmes as sample_programmes
from etl.sample import records as sample_records
from etl.sample.deliveries import PLANS
from etl.transform import REFERENCE

A, B = (plan.programme_id for plan in PLANS)
JOBLESS = set(sample_records.JOBLESS)


def delivered(programme_id: str, number: int = 2) -> dict[str, pd.DataFrame]:
    folder = SAMPLE / "deliveries" / programme_id / str(number)
    return {path.stem: pd.read_parquet(path) for path in folder.glob("*.parquet")}


def decision(programme_id: str, number: int) -> dict[str, object]:
    path = SAMPLE / "deliveries" / programme_id / str(number) / "decision.json"
    found: dict[str, object] = json.loads(path.read_text("utf-8"))
    return found


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_what_is_committed_is_what_the_generator_makes(tmp_path: Path) -> None:
    sample_programmes.make(tmp_path)
    sample_deliveries.make(tmp_path)
    for name in ("programmes", "deliveries"):
        made = {file for file in files(tmp_path / name) if not file.endswith(".lock")}
        committed = {
            file
            for file in files(SAMPLE / name)
            if not file.endswith((".toml", ".lock")) and "published" not in Path(file).parts
        }
        assert made == committed and len(made) > 10
        for file in made:
            ours, theirs = tmp_path / name / file, SAMPLE / name / file
            if file.endswith(".parquet"):
                pd.testing.assert_frame_equal(pd.read_parquet(ours), pd.read_parquet(theirs))
            else:
                assert filecmp.cmp(ours, theirs, shallow=False), file


def test_another_seed_gives_other_records_and_the_same_seed_the_same() -> None:
    places = ["GM0153", "GM0141"]
    first = sample_records.records(PLANS[1], places)
    assert first == sample_records.records(PLANS[1], places)
    other = sample_records.Plan(**{**vars(PLANS[1]), "seed": 1})
    assert first != sample_records.records(other, places)


def test_the_fictitious_programmes_call_themselves_so() -> None:
    registered = programmes.registrations(SAMPLE)
    assert set(registered) == {A, B}
    for registration, folder in registered.values():
        assert registration.name.endswith("(fictief)")
        for table in registration.tables.values():
            for row in table:
                for key in ("name", "funder", "organisation"):
                    assert "fictief" in row.get(key, "fictief") or not row[key]
        for path in folder.glob("*.csv"):
            assert "VOORBEELD" in raw_files.provenance_of(path)["title"]


def test_a_is_of_a_province_and_b_is_small() -> None:
    sizes = {name: len(frame) for name, frame in delivered(A).items()}
    assert sizes == {"participation": 600, "voucher": 500, "vacancy": 260}
    assert {name: len(frame) for name, frame in delivered(B).items()} == {
        "participation": 60,
        "vacancy": 44,
    }
    intakes = delivered(A)["participation"]["intake_on"].str[:4]
    assert set(intakes) == {"2022", "2023", "2024", "2025"}
    kept = (SAMPLE / "deliveries").glob("*/[0-9]*/*")
    assert sum(path.stat().st_size for path in kept) < 200_000


def placements(frame: pd.DataFrame) -> pd.DataFrame:
    """Return who had no fixed job and got one between the start and half a year after exit."""
    dates = frame[["start_on", "exit_on", "outcome_on"]].apply(pd.to_datetime)
    return frame[
        frame["outcome"].eq("new_job")
        & frame["position_at_start"].isin(JOBLESS)
        & dates["outcome_on"].between(dates["start_on"], dates["exit_on"] + pd.DateOffset(months=6))
    ]


def test_b_has_34_placements_and_small_cells() -> None:
    placed = placements(delivered(B)["participation"])
    assert len(placed) == 34
    assert placed["aimed_occupation_code"].value_counts().max() < 10


def test_every_kind_of_record_is_there() -> None:
    tables = delivered(A)
    people, vouchers = tables["participation"], tables["voucher"]
    dates = people[["intake_on", "start_on", "exit_on", "outcome_on"]].apply(pd.to_datetime)
    late = dates["exit_on"] + pd.DateOffset(months=6)
    at_work = people["position_at_start"].isin(sample_records.AT_WORK)
    found = {
        "overlapping target groups": people["target_groups"].str.contains(";").sum(),
        "no target group": people["target_groups"].isna().sum(),
        "somebody twice": people["person_key"].duplicated().sum(),
        "placed before the start": (dates["outcome_on"] < dates["start_on"]).sum(),
        "placed after half a year": (dates["outcome_on"] > late).sum(),
        "late starters": (dates["start_on"] - dates["intake_on"]).dt.days.gt(180).sum(),
        "never started": people["start_on"].isna().sum(),
        "still in the programme": (people["start_on"].notna() & people["exit_on"].isna()).sum(),
        "left without an outcome": (people["exit_on"].notna() & people["outcome"].isna()).sum(),
        "outcome unknown": people["outcome"].eq("unknown").sum(),
        "at work, kept": (at_work & people["outcome"].eq("retained")).sum(),
        "at work, advanced": (at_work & people["outcome"].eq("advanced")).sum(),
        "at work, another job": (at_work & people["outcome"].eq("new_job")).sum(),
        "place unknown": people["municipality_code"].eq("unknown").sum(),
        "not known whether at work": people["at_work_12"].eq("unknown").sum(),
        "not asked though it could": (
            people["at_work_6"].isna() & (late <= pd.Timestamp("2025-12-31"))
        ).sum(),
        "two vouchers for one": vouchers["participation_key"].duplicated().sum(),
        "withdrawn": vouchers["voucher_state"].eq("withdrawn").sum(),
        "granted, not paid": vouchers["voucher_state"].eq("granted").sum(),
        "paid less": (
            vouchers["paid_eur"].astype(float) < vouchers["granted_eur"].astype(float)
        ).sum(),
        "no funder": vouchers["funder"].isna().sum(),
        "vacancies not filled": tables["vacancy"]["filled_on"].isna().sum(),
    }
    assert {name: count for name, count in found.items() if count < 5} == {}
    keys = people.set_index("participation_key")["person_key"]
    assert keys[vouchers["participation_key"]].duplicated().any(), "two for one person"
    told = {story.outcome for story in sample_records.STORIES.values()} - {""}
    assert set(people["outcome"].dropna()) == told <= codes("outcome")
    assert set(vouchers["voucher_kind"]) == set(sample_records.VOUCHERS) <= codes("voucher_kind")


def codes(name: str) -> set[str]:
    with (REFERENCE / "code_label.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"] for row in csv.DictReader(file) if row["list"] == name}


@pytest.mark.parametrize("programme_id", [A, B])
@pytest.mark.parametrize("number", [1, 2])
def test_a_delivery_has_the_form_and_the_codes_of_the_format(
    programme_id: str, number: int
) -> None:
    tables = delivered(programme_id, number)
    with (REFERENCE / "delivery_column.csv").open(encoding="utf-8", newline="") as file:
        columns = list(csv.DictReader(file))
    with (REFERENCE / "occupation.csv").open(encoding="utf-8", newline="") as file:
        groups = {r["occupation_code"] for r in csv.DictReader(file) if r["kind"] == "brc_group"}
    programme = programmes.find(programme_id, RAW, SAMPLE)
    within = programmes.municipalities(programme, RAW) | {"unknown"}
    known = {"occupation": groups, "region": within, "funder": set(programme.funders)}
    for name, frame in tables.items():
        own = [column for column in columns if column["table_name"] == name]
        assert list(frame) == ["line", *(column["column_name"] for column in own)]
        assert frame["line"].tolist() == list(range(2, len(frame) + 2))
        assert frame.iloc[:, 1].is_unique
        for column in own:
            values = frame[column["column_name"]]
            assert column["required"] == "no" or values.notna().all()
            listed = column["list"] if codes(column["list"]) else "category"
            allowed = codes(listed) if column["list"] else known.get(column["type"])
            parts = set(values.dropna().str.split(";").explode())
            assert allowed is None or parts <= allowed, column["column_name"]
            if column["type"] == "date":
                assert values.dropna().str.fullmatch(r"\d{4}-\d\d-\d\d").all()
                assert (values.dropna() <= str(decision(programme_id, number)["as_of"])).all()


@pytest.mark.parametrize("programme_id", [A, B])
def test_what_is_not_yet_known_is_left_open(programme_id: str) -> None:
    for number in (1, 2):
        frame = delivered(programme_id, number)["participation"]
        as_of = pd.Timestamp(str(decision(programme_id, number)["as_of"]))
        exits = pd.to_datetime(frame["exit_on"])
        for months in sample_records.MEASURED:
            measured = frame[f"at_work_{months}"].notna()
            assert (exits[measured] + pd.DateOffset(months=months) <= as_of).all()
        for first, then in (("intake_on", "start_on"), ("start_on", "exit_on")):
            assert not (frame[then] < frame[first]).any()
        details = frame[["outcome_on", "outcome_in_technical", "to_occupation_code"]]
        assert details[frame["outcome"].isna() | frame["outcome"].eq("none")].isna().all(axis=None)


def test_the_second_delivery_replaces_the_first_and_says_more() -> None:
    for programme_id in (A, B):
        first, second = (delivered(programme_id, number)["participation"] for number in (1, 2))
        assert len(first) < len(second)
        both = second[second["participation_key"].isin(first["participation_key"])]
        assert len(both) == len(first)
        assert (both["outcome"].notna().sum()) > first["outcome"].notna().sum()
        days = [decision(programme_id, number)["as_of"] for number in (1, 2)]
        assert days == ["2024-12-31", "2025-12-31"]


def test_vouchers_stay_within_what_the_programme_says() -> None:
    programme = programmes.find(A, RAW, SAMPLE)
    assert programme.voucher_min_eur and programme.voucher_max_eur
    vouchers = delivered(A)["voucher"]
    granted = vouchers["granted_eur"].astype(float)
    assert granted.between(float(programme.voucher_min_eur), float(programme.voucher_max_eur)).all()
    paid = vouchers["voucher_state"].eq("paid")
    assert vouchers.loc[paid, ["paid_on", "paid_eur"]].notna().all(axis=None)
    assert vouchers.loc[~paid, ["paid_on", "paid_eur"]].isna().all(axis=None)
    starts = delivered(A)["participation"].set_index("participation_key")["start_on"]
    assert (vouchers["granted_on"].values >= starts[vouchers["participation_key"]].values).all()


def test_the_workbook_of_a_delivery_is_the_one_that_its_decision_names() -> None:
    for plan in PLANS:
        for number, (day, tables) in enumerate(sample_deliveries.deliveries(plan), start=1):
            content = sample_deliveries.workbook(tables, day)
            said = decision(plan.programme_id, number)
            assert said["sha256"] == hashlib.sha256(content).hexdigest()
            assert said["tables"] == {name: len(rows) for name, rows in tables.items()}


def test_the_import_makes_of_the_workbooks_what_is_committed(tmp_path: Path) -> None:
    engine = pytest.importorskip("etl.deliveries.engine")
    store = pytest.importorskip("etl.deliveries.store")
    for plan in PLANS:
        programme = programmes.find(plan.programme_id, RAW, SAMPLE)
        to = store.Store(tmp_path, plan.programme_id)
        for number, (day, tables) in enumerate(sample_deliveries.deliveries(plan), start=1):
            content = sample_deliveries.workbook(tables, day)
            with to.locked(lambda: None):
                result = engine.deliver(content, programme, to, engine.Wish())
            assert (result.state, result.number, result.findings) == ("accepted", number, [])
            made, committed = to.counting().frames(), delivered(plan.programme_id, number)
            assert set(made) == set(committed)
            for name, frame in made.items():
                pd.testing.assert_frame_equal(frame, committed[name])


def test_a_day_so_many_months_later() -> None:
    after = sample_records._after
    assert after("2024-08-31", 6) == datetime.date(2025, 2, 28)
    assert after("2023-12-31", 12) == datetime.date(2024, 12, 31)
    assert after("2022-06-30", 24) == datetime.date(2024, 6, 30)


def test_each_story_comes_as_often_as_planned() -> None:
    tables = sample_records.records(PLANS[0], ["GM0150"])
    outcomes = Counter(row["outcome"] for row in tables["participation"])
    planned: Counter[str] = Counter()
    for name, times in PLANS[0].stories.items():
        planned[sample_records.STORIES[name].outcome] += times
    assert outcomes == planned
