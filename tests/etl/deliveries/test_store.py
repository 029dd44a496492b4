"""The folders of deliveries: whole or not at all, one at a time, undone and removed for good."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest
from filelock import FileLock

from etl.database import ROOT
from etl.deliveries import difference, history, store
from etl.deliveries.store import Store
from tests.deliveries import (
    csv_of,
    deliver,
    found,
    good,
    only,
    participation,
    vacancy,
    voucher,
    xlsx,
)
from tests.killing import Killer
from tests.published import etl

PROGRAMME_ID = "overijssels_vakmanschap"
FILES = ["decision.json", "participation.parquet", "vacancy.parquet", "voucher.parquet"]


def registered() -> dict[str, list[dict[str, object]]]:
    """A delivery of a registered programme."""
    delivery = good()
    for row in delivery["voucher"]:
        row["funder"] = ""
    return delivery


def folders(to: Path, programme_id: str = "proef") -> dict[str, list[str]]:
    return {
        path.name: sorted(file.name for file in path.iterdir())
        for path in sorted((to / programme_id).iterdir())
        if path.name.isdigit()
    }


def decision(to: Path, number: int, programme_id: str = "proef") -> dict[str, object]:
    path = to / programme_id / str(number) / "decision.json"
    return json.loads(path.read_text("utf-8"))  # type: ignore[no-any-return]


def test_a_delivery_is_a_numbered_folder_with_its_decision(tmp_path: Path) -> None:
    content = xlsx(good(), levering=[["Peildatum", "31-12-2024"]])
    result = deliver(content, tmp_path, as_of=None)
    assert (result.state, result.number) == ("accepted", 1)
    assert folders(tmp_path) == {"1": FILES}
    said = decision(tmp_path, 1)
    assert said["decision"] == "accepted" and said["as_of"] == "2024-12-31"
    assert said["tables"] == {"participation": 2, "voucher": 2, "vacancy": 2}
    assert (said["refused_rows"], said["accepted_valid"], said["control"]) == (0, False, {})
    assert len(str(said["sha256"])) == 64 and str(said["decided_at"]).endswith("+00:00")


def test_only_the_owner_can_read_deliveries(tmp_path: Path) -> None:
    deliver(xlsx(good()), tmp_path / "to")
    deliver(csv_of("voucher", [voucher(1, granted_eur="1")]), tmp_path / "to")
    for path in [tmp_path / "to", *(tmp_path / "to").rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    assert len(folders(tmp_path / "to")) == 2


def test_a_bad_delivery_is_refused_as_a_whole_and_changes_nothing_that_counts(
    tmp_path: Path,
) -> None:
    deliver(xlsx(good()), tmp_path)
    bad = good(3)
    bad["voucher"][2]["granted_eur"] = "9999"
    content = xlsx(bad)
    result = deliver(content, tmp_path)
    assert (result.state, result.number, result.refused_rows) == ("refused", 2, 1)
    assert folders(tmp_path) == {"1": FILES, "2": ["decision.json", "refused.csv"]}
    counting = Store(tmp_path, "proef").counting()
    assert counting and counting.number == 1
    assert decision(tmp_path, 2)["decision"] == "refused"
    again = deliver(content, tmp_path)
    assert (again.state, again.number) == ("refused", 2)
    assert len(folders(tmp_path)) == 2


def test_accept_valid_takes_the_good_rows_and_keeps_the_refused_ones(tmp_path: Path) -> None:
    delivery = good(3)
    delivery["participation"][1]["start_on"] = "2019-12-31"
    delivery["vacancy"][0]["registered_on"] = ""
    result = deliver(xlsx(delivery), tmp_path, accept_valid=True)
    assert result.state == "accepted"
    assert result.kept == {"participation": 2, "voucher": 2, "vacancy": 2}
    assert found(result) == [
        ("deelname", 3, "Datum start", "start_on_before_intake_on"),
        ("vacature", 2, "Datum aanmelding", "required"),
        ("voucher", 3, "Sleutel deelname", "participation_refused"),
    ]
    assert folders(tmp_path) == {"1": sorted([*FILES, "refused.csv"])}
    said = decision(tmp_path, 1)
    assert (said["refused_rows"], said["accepted_valid"]) == (3, True)
    refused = (tmp_path / "proef" / "1" / "refused.csv").read_text().splitlines()
    assert refused[0] == "table,line,column,value,rule,label,reason"
    assert refused[1].startswith("deelname,3,Datum start,31-12-2019,start_on_before_intake_on,")
    rows = pd.read_parquet(tmp_path / "proef" / "1" / "voucher.parquet")
    assert list(rows["voucher_key"]) == ["V-0001", "V-0003"] and list(rows["line"]) == [2, 4]


def test_accept_valid_does_not_empty_a_table(tmp_path: Path) -> None:
    deliver(xlsx(good()), tmp_path)
    delivery = good()
    for row in delivery["vacancy"]:
        row["registered_on"] = "1-1-2018"
    assert deliver(xlsx(delivery), tmp_path, accept_valid=True).state == "refused"


def test_the_same_file_or_the_same_rows_again_change_nothing(tmp_path: Path) -> None:
    content = xlsx(good())
    deliver(content, tmp_path)
    before = folders(tmp_path), decision(tmp_path, 1)
    for same in (content, xlsx(good(), Leeg=[[""]]), csv_of("voucher", good()["voucher"])):
        result = deliver(same, tmp_path)
        assert (result.state, result.number) == ("unchanged", 1)
        assert "als nummer 1; er verandert niets." in result.notes[-1]
    assert (folders(tmp_path), decision(tmp_path, 1)) == before


def test_a_table_that_is_not_delivered_is_taken_over(tmp_path: Path) -> None:
    delivery = good()
    deliver(csv_of("participation", delivery["participation"]), tmp_path)
    result = deliver(csv_of("voucher", delivery["voucher"]), tmp_path)
    assert result.kept == {"participation": 2, "voucher": 2}
    assert result.notes == ["deelname: niet geleverd; de stand van aanlevering 1 blijft."]
    deliver(csv_of("vacancy", delivery["vacancy"]), tmp_path)
    assert folders(tmp_path)["3"] == FILES
    assert decision(tmp_path, 3)["taken_over"] == {"participation": 1, "voucher": 2}


def test_a_voucher_leads_to_a_participation_of_an_earlier_delivery_too(tmp_path: Path) -> None:
    first = deliver(csv_of("voucher", [voucher()]), tmp_path)
    assert {one.rule for one in first.findings} == {"participation_unknown"}
    deliver(csv_of("participation", [participation(1), participation(2)]), tmp_path)
    assert deliver(csv_of("voucher", [voucher(2)]), tmp_path).state == "accepted"
    left = deliver(csv_of("participation", [participation(1)]), tmp_path)
    assert only(left).rule == "voucher_left_over" and left.state == "refused"


def test_an_empty_sheet_is_no_delivered_table(tmp_path: Path) -> None:
    deliver(xlsx(good()), tmp_path)
    delivery = good()
    delivery["vacancy"] = []
    delivery["participation"][0]["exit_on"] = "2020-10-01"
    result = deliver(xlsx(delivery), tmp_path)
    assert result.kept["vacancy"] == 2 and "vacature: niet geleverd" in result.notes[-1]


def test_the_difference_is_told_in_dutch(tmp_path: Path) -> None:
    deliver(xlsx(good(3)), tmp_path)
    after = good(4)
    del after["participation"][0], after["voucher"][0], after["vacancy"][0]
    after["participation"][0]["outcome"] = "behouden"
    after["participation"][1]["at_work_12"] = ""
    after["voucher"][1]["paid_eur"] = "2300"
    result = deliver(xlsx(after), tmp_path)
    assert difference.lines(result.changes) == [
        "deelname: 3 rijen (nu 3); 1 nieuw, 1 vervallen, 2 gewijzigd.",
        "  gewijzigd: Uitkomst (1), Aan het werk na 12 maanden (1)",
        "voucher: 3 rijen (nu 3); 1 nieuw, 1 vervallen, 1 gewijzigd.",
        "  gewijzigd: Betaald bedrag (1)",
        "  som betaald: € 7.200,00 → € 7.100,00",
        "vacature: 3 rijen (nu 3); 1 nieuw, 1 vervallen, 0 gewijzigd.",
    ]


def test_an_older_day_is_told(tmp_path: Path) -> None:
    deliver(xlsx(good()), tmp_path)
    older = deliver(xlsx(good(3), levering=[["Peildatum", "2023-12-31"]]), tmp_path, as_of=None)
    assert "Let op: de aanlevering die nu telt is van later, 2024-12-31." in older.notes


@pytest.mark.parametrize(
    ("day", "wished", "rule"),
    [
        ("", None, "no_as_of"),
        ("morgen", None, "as_of"),
        ("31-12-2024", "2024-12-30", "as_of_differs"),
        ("31-12-2099", None, "as_of_future"),
        ("31-12-2018", None, "as_of_early"),
    ],
)
def test_a_delivery_has_a_day(day: str, wished: str | None, rule: str, tmp_path: Path) -> None:
    chosen = pd.Timestamp(wished).date() if wished else None
    result = deliver(xlsx(good(), levering=[["Peildatum", day]]), tmp_path, as_of=chosen)
    assert rule in {one.rule for one in result.findings} and result.state == "refused"


def controls(**told: object) -> list[list[object]]:
    labels = {
        "participation": "Aantal deelnames",
        "voucher": "Aantal vouchers",
        "granted": "Som toegekend",
        "paid": "Som betaald",
    }
    return [["Controletotaal", "Waarde"], *([labels[key], value] for key, value in told.items())]


def test_control_totals_must_agree(tmp_path: Path) -> None:
    right = controls(participation="2", voucher=2, granted="5.000,00", paid=4800)
    result = deliver(xlsx(good(), controle=right), tmp_path)
    assert result.state == "accepted"
    assert decision(tmp_path, 1)["control"] == {
        "participation": "2",
        "voucher": "2",
        "granted_eur": "5000",
        "paid_eur": "4800",
    }
    for told, reason in (
        ({"participation": 3}, "Het controletotaal is anders; de rijen geven 2."),
        ({"granted": "5000,01"}, "Het controletotaal is anders; de rijen geven 5.000."),
        ({"paid": "veel"}, "Dit controletotaal is geen getal."),
    ):
        wrong = deliver(xlsx(good(), controle=controls(**told)), tmp_path, accept_valid=True)
        assert wrong.state == "refused" and only(wrong).reason == reason
    option = deliver(xlsx(good(3)), tmp_path, controls={"granted_eur": "7500", "vacancy": "3"})
    assert option.state == "accepted"


def test_check_only_looks(tmp_path: Path) -> None:
    deliver(xlsx(good()), tmp_path)
    before = folders(tmp_path)
    for delivery, state in ((good(3), "accepted"), ({"voucher": [voucher(9)]}, "refused")):
        result = deliver(xlsx(delivery), tmp_path, check_only=True)
        assert (result.state, result.number) == (state, None)
        assert folders(tmp_path) == before


def test_rolling_back_lets_the_earlier_one_count_and_keeps_the_history(tmp_path: Path) -> None:
    own = Store(tmp_path, "proef")
    deliver(xlsx(good(2)), tmp_path)
    deliver(xlsx(good(3)), tmp_path)
    newest = history.newest(own)
    assert history.without(own, newest)[:2] == [
        "Daarna telt aanlevering 1.",
        "deelname: 2 rijen (nu 3); 0 nieuw, 1 vervallen, 0 gewijzigd.",
    ]
    own.decide(newest, store.ROLLED_BACK)
    assert [one.state for one in own.all()] == ["accepted", "rolled_back"]
    said = decision(tmp_path, 2)
    assert [was["decision"] for was in said["history"]] == ["accepted"]  # type: ignore[attr-defined]
    assert history.newest(own).number == 1
    again = deliver(xlsx(good(3)), tmp_path)
    assert (again.state, again.number) == ("accepted", 3)


def test_removing_deletes_for_good_and_never_gives_the_number_again(tmp_path: Path) -> None:
    own = Store(tmp_path, "proef")
    deliver(csv_of("participation", [participation()]), tmp_path)
    deliver(csv_of("vacancy", [vacancy()]), tmp_path)
    first = history.numbered(own, 1)
    assert history.without(own, first) == [
        "Aanlevering 1 telt nu niet; de cijfers veranderen niet."
    ]
    assert history.copies(own, first) == [
        "Let op: aanlevering 2 heeft deelname uit aanlevering 1 overgenomen en houdt die; "
        "verwijder ook die."
    ]
    own.remove(history.numbered(own, 2))
    assert history.newest(own).number == 1
    own.remove(first)
    assert folders(tmp_path) == {}
    assert not list(tmp_path.rglob("*.parquet"))
    assert [one["number"] for one in own.removed()] == [2, 1]
    result = deliver(csv_of("vacancy", [vacancy()]), tmp_path)
    assert result.number == 3


def test_a_removal_that_was_killed_is_finished(tmp_path: Path) -> None:
    own = Store(tmp_path, "proef")
    deliver(xlsx(good()), tmp_path)
    removed = [{"number": 1, "removed_at": "2026-01-01T00:00:00+00:00"}]
    (tmp_path / "proef" / "removed.json").write_text(json.dumps(removed))
    (tmp_path / "proef" / ".removed-7").mkdir()
    with own.locked(lambda: None):
        pass
    assert folders(tmp_path) == {} and not list((tmp_path / "proef").glob(".removed*"))


@pytest.mark.slow
def test_killing_an_import_leaves_nothing_or_a_whole_delivery(tmp_path: Path) -> None:
    path = tmp_path / "delivery.xlsx"
    path.write_bytes(xlsx(registered()))
    command: list[str | Path] = [
        "import",
        path,
        "--programme",
        PROGRAMME_ID,
        "--as-of",
        "2024-12-31",
    ]
    command += ["--deliveries"]
    killer, killed = Killer(*command, tmp_path / "time"), 0
    for step in range(6):
        to = tmp_path / f"killed{step}"
        killed += killer.kills(*command, to, share=0.55 + 0.075 * step)
        if (to / PROGRAMME_ID).exists():
            assert list(folders(to, PROGRAMME_ID).values()) in ([], [FILES])
        again = etl(*command, to)
        assert again.returncode == 0, again.stdout
        assert list(folders(to, PROGRAMME_ID).values()) == [FILES]
        assert not (to / PROGRAMME_ID / store.STAGING).exists()
    assert killed, "no import was killed halfway, so this test showed nothing"


KILLED_AT = """
import os, signal, sys
from pathlib import Path
from tests.deliveries import deliver, good, xlsx
calls, original = 0, os.fsync
def fatal(handle):
    global calls
    calls += 1
    if calls == {number}:
        os.kill(os.getpid(), signal.SIGKILL)
    original(handle)
os.fsync = fatal
deliver(xlsx(good(3)), Path(sys.argv[1]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 8))
def test_killing_the_writing_itself_leaves_the_earlier_delivery(
    number: int, tmp_path: Path
) -> None:
    """Four files, their folder and, when it has its number, the folder above are synced."""
    deliver(xlsx(good(2)), tmp_path)
    program = KILLED_AT.format(number=number)
    process = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, capture_output=True
    )
    was_killed = process.returncode == -signal.SIGKILL
    assert was_killed == (number <= 6), process.stderr
    now = folders(tmp_path)
    is_written = number >= 6
    assert now == ({"1": FILES, "2": FILES} if is_written else {"1": FILES})
    result = deliver(xlsx(good(3)), tmp_path)
    assert result.state == ("unchanged" if is_written else "accepted")
    assert folders(tmp_path) == {"1": FILES, "2": FILES}


def test_a_second_import_waits_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "delivery.xlsx"
    path.write_bytes(xlsx(registered()))
    (tmp_path / "to" / PROGRAMME_ID).mkdir(parents=True)
    command = [sys.executable, "-m", "etl", "import", str(path), "--programme", PROGRAMME_ID]
    command += ["--as-of", "2024-12-31", "--deliveries", str(tmp_path / "to")]
    with FileLock(tmp_path / "to" / PROGRAMME_ID / store.LOCK):
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert process.stderr
        assert "this one waits" in process.stderr.readline()
        time.sleep(0.5)
        assert process.poll() is None and folders(tmp_path / "to", PROGRAMME_ID) == {}
    assert process.wait(60) == 0
    assert folders(tmp_path / "to", PROGRAMME_ID) == {"1": FILES}


@pytest.mark.slow
def test_imports_at_once_give_each_a_number(tmp_path: Path) -> None:
    processes = []
    for number in range(3):
        path = tmp_path / f"{number}.xlsx"
        delivery = registered()
        delivery["vacancy"][0]["match_interviews"] = str(number)
        path.write_bytes(xlsx(delivery))
        command = [sys.executable, "-m", "etl", "import", str(path), "--programme", PROGRAMME_ID]
        command += ["--as-of", "2024-12-31", "--deliveries", str(tmp_path / "to")]
        processes.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL))
    assert [process.wait(120) for process in processes] == [0, 0, 0]
    assert folders(tmp_path / "to", PROGRAMME_ID) == {"1": FILES, "2": FILES, "3": FILES}


def test_a_full_disk_gives_one_message_and_no_delivery(tmp_path: Path) -> None:
    path = tmp_path / "delivery.xlsx"
    path.write_bytes(xlsx(registered()))
    command = (
        f"ulimit -f 2; exec {sys.executable} -m etl import {path} --programme {PROGRAMME_ID} "
        f"--as-of 2024-12-31 --deliveries {tmp_path / 'to'}"
    )
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 1, result
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    assert "Nothing was replaced" in result.stderr and "None" not in result.stderr
    assert folders(tmp_path / "to", PROGRAMME_ID) == {}


def test_a_folder_that_cannot_be_written_gives_one_message(tmp_path: Path) -> None:
    path = tmp_path / "delivery.xlsx"
    path.write_bytes(xlsx(registered()))
    blocked = tmp_path / "blocked"
    if os.geteuid() == 0:
        blocked.write_text("not a folder")
    else:
        blocked.mkdir(mode=0o500)
    result = etl(
        *("import", path, "--programme", PROGRAMME_ID, "--as-of", "2024-12-31"),
        *("--deliveries", blocked),
    )
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr


def test_a_delivery_of_one_programme_is_no_delivery_of_another(tmp_path: Path) -> None:
    deliver(xlsx(good()), tmp_path)
    assert Store(tmp_path, "ander").all() == []
    assert [row[0] for row in history.listed(tmp_path)] == ["proef"]
    assert history.listed(tmp_path, "ander") == []
