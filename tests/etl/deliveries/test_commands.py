"""The commands about deliveries: what they print, in which form, and their exit codes."""

from __future__ import annotations

import csv
import json
import subprocess
from pathlib import Path

import pytest

from etl.deliveries.findings import COLUMNS
from tests.deliveries import csv_of, good, participation, voucher, xlsx
from tests.published import etl
from ui.frame import commands

PROGRAMME_ID = "overijssels_vakmanschap"


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "to"


def delivery(rows: int = 2, **changes: object) -> bytes:
    made = good(rows)
    for row in made["voucher"]:
        row["funder"] = ""
    made["voucher"][0] |= changes
    return xlsx(made, levering=[["Peildatum", "2024-12-31"]])


def imported(
    content: bytes, to: Path, *options: str | Path, programme: str = PROGRAMME_ID
) -> subprocess.CompletedProcess[str]:
    """Deliver over standard input."""
    return etl(
        *("import", "-", "--programme", programme, "--deliveries", to), *options, given=content
    )


def test_the_page_delivers_over_the_standard_input_of_a_process(to: Path) -> None:
    place = ("--programme", PROGRAMME_ID, "--deliveries", str(to))
    answer = commands.etl("import", "-", *place, "--json", content=delivery())
    assert (answer.code, answer.problem) == (0, ""), answer
    assert list(to.rglob("*.parquet")) or list(to.rglob("*.csv")), list(to.rglob("*"))


def test_an_import_says_what_it_read_and_changed(to: Path) -> None:
    result = imported(delivery(), to)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [
        "Peildatum: 31-12-2024",
        "deelname: 2 rijen gelezen",
        "voucher: 2 rijen gelezen",
        "vacature: 2 rijen gelezen",
        "",
        "Wat er verandert:",
        "deelname: 2 rijen (nu 0); 2 nieuw, 0 vervallen, 0 gewijzigd.",
        "voucher: 2 rijen (nu 0); 2 nieuw, 0 vervallen, 0 gewijzigd.",
        "  som toegekend: € 0,00 → € 5.000,00",
        "  som betaald: € 0,00 → € 4.800,00",
        "vacature: 2 rijen (nu 0); 2 nieuw, 0 vervallen, 0 gewijzigd.",
        "",
        "Overgenomen als aanlevering 1.",
    ]


def test_a_refusal_is_exit_code_one_with_the_report(to: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    result = imported(delivery(granted_eur="6000"), to, "--report", report)
    assert result.returncode == 1
    assert "voucher, regel 2, kolom Toegekend bedrag: 6000,00." in result.stdout
    assert "Geweigerd; er is niets overgenomen. Dit is bewaard als nummer 1." in result.stdout
    with report.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    heads = ["onderdeel", "regel", "kolom", "waarde", "controlecode", "controle", "reden"]
    assert rows[0] == heads
    assert rows[1][:4] == ["voucher", "2", "Toegekend bedrag", "6000,00"]
    assert rows[1][4:6] == ["above_voucher_max", "Boven de bovengrens"]


def test_a_report_holds_no_formula(to: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    made = good()
    made["vacancy"][0]["match_interviews"] = "-12"
    imported(xlsx(made), to, "--report", report, "--as-of", "2024-12-31")
    with report.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert "'-12" in {row[3] for row in rows}
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@")]


@pytest.mark.slow
def test_the_answer_is_there_for_other_programs(to: Path) -> None:
    looked = imported(delivery(), to, "--check", "--json")
    answer = json.loads(looked.stdout)
    assert (answer["state"], answer["check_only"], answer["number"]) == ("accepted", True, None)
    assert not (to / PROGRAMME_ID / "1").exists()
    assert "er is nog niets veranderd" in answer["lines"][-1]
    voucher_change = answer["difference"][1]
    assert voucher_change["table"] == "voucher" and voucher_change["added"] == 2
    assert voucher_change["sums"]["granted_eur"] == ["0", "5000"]
    steps = [json.loads(line) for line in looked.stderr.splitlines()]
    assert [step["done"] for step in steps] == [0, 1, 2, 3]
    done = json.loads(imported(delivery(), to, "--json").stdout)
    assert (done["state"], done["number"], done["kept"]["voucher"]) == ("accepted", 1, 2)
    again = json.loads(imported(delivery(), to, "--json").stdout)
    assert (again["state"], again["number"]) == ("unchanged", 1)
    refused = imported(delivery(granted_eur="6000"), to, "--json")
    said = json.loads(refused.stdout)
    assert refused.returncode == 1 and said["findings_total"] == 1
    assert said["findings_per_rule"] == {"above_voucher_max": 1}
    assert set(said["findings"][0]) == set(COLUMNS)


def test_many_findings_are_counted_and_the_first_shown(to: Path) -> None:
    rows = [participation(n, position_at_start="") for n in range(1, 41)]
    result = imported(csv_of("participation", rows), to, "--as-of", "2024-12-31")
    assert "40 bevindingen:" in result.stdout and "… en nog 20. Per controle:" in result.stdout
    assert result.stdout.count("[required]") == 21
    assert "  Waarde ontbreekt [required]: 40" in result.stdout


def test_accept_valid_and_control_totals_are_options(to: Path) -> None:
    content = delivery(granted_eur="6000")
    wrong = imported(content, to, "--accept-valid", "--control", "voucher=3")
    assert wrong.returncode == 1 and "[control_differs]" in wrong.stdout
    right = imported(content, to, "--accept-valid", "--control", "Aantal vouchers=2")
    assert right.returncode == 0
    assert right.stdout.endswith("Overgenomen als aanlevering 2. 1 rij is niet overgenomen.\n")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--as-of", "2024-12-31"], "needs --programme"),
        (["--json"], "needs --programme"),
        (["--programme", PROGRAMME_ID, "--mapping", "x.toml"], "is of a UWV file"),
        (["--programme", PROGRAMME_ID, "--control", "x=1"], "were expected"),
        (["--programme", PROGRAMME_ID, "--as-of", "1-1-2024"], "is not a day"),
    ],
)
def test_wrong_use_is_exit_code_two(options: list[str], says: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"x")
    result = etl("import", path, *options)
    assert result.returncode == 2
    assert says in " ".join(result.stderr.replace("│", " ").split())


def test_a_programme_must_be_registered(to: Path) -> None:
    for programme, says in (("onbekend", "not registered"), ("../x", "lower case letters")):
        result = imported(delivery(), to, programme=programme)
        assert result.returncode == 1 and says in result.stderr
        assert not to.exists()


@pytest.mark.slow
def test_deliveries_are_listed_rolled_back_and_removed(to: Path) -> None:
    own = ("--deliveries", to)
    imported(delivery(), to)
    imported(delivery(3), to)
    listed = etl("deliveries", *own).stdout
    assert listed.count("overgenomen") == 2 and "deelname 3" in listed
    looked = etl("rollback", PROGRAMME_ID, "--check", *own)
    assert "Daarna telt aanlevering 1." in looked.stdout and "Rolled back" not in looked.stdout
    asked = etl("rollback", PROGRAMME_ID, *own)
    assert asked.returncode == 1 and "Go on?" in asked.stdout
    done = etl("rollback", PROGRAMME_ID, "--yes", *own)
    assert "Rolled back delivery 2" in done.stdout
    assert "teruggedraaid" in etl("deliveries", *own).stdout
    gone = etl("remove", PROGRAMME_ID, "1", "--yes", *own)
    assert "Daarna telt er geen aanlevering van dit programma." in gone.stdout
    assert "deelname: 0 rijen (nu 2); 0 nieuw, 2 vervallen, 0 gewijzigd." in gone.stdout
    assert not (to / PROGRAMME_ID / "1").exists()
    assert "verwijderd" in etl("deliveries", "--programme", PROGRAMME_ID, *own).stdout
    for command in (("rollback", PROGRAMME_ID), ("remove", PROGRAMME_ID, "9")):
        result = etl(*command, "--yes", *own)
        assert result.returncode == 1 and "python -m etl deliveries" in result.stderr


@pytest.mark.slow
def test_a_decision_holds_only_for_what_was_compared_with(to: Path) -> None:
    own = ("--deliveries", to)
    looked = json.loads(imported(delivery(), to, "--check", "--json", "--report", "-").stdout)
    assert looked["counting"] == 0 and looked["report"].startswith("onderdeel;")
    assert imported(delivery(3), to, "--after", "0").returncode == 0
    late = imported(delivery(), to, "--json", "--after", "0")
    said = json.loads(late.stdout)
    assert (late.returncode, said["state"], said["counting"]) == (1, "overtaken", 1)
    assert "Intussen telt aanlevering 1" in said["notes"][0]
    assert not (to / PROGRAMME_ID / "2").exists()
    wrong = etl("rollback", PROGRAMME_ID, "--number", "7", "--yes", *own)
    assert wrong.returncode == 1 and "delivery 1 counts by now, not 7" in wrong.stderr
    [row] = json.loads(etl("deliveries", "--json", *own).stdout)
    assert (row["programme_id"], row["number"], row["counts"]) == (PROGRAMME_ID, "1", "ja")
    seen = json.loads(etl("rollback", PROGRAMME_ID, "--number", "1", "--json", *own).stdout)
    assert (seen["number"], seen["done"]) == (1, False)
    done = json.loads(etl("remove", PROGRAMME_ID, "1", "--yes", "--json", *own).stdout)
    assert done["done"] and "Daarna telt er geen aanlevering" in done["lines"][0]
    assert not (to / PROGRAMME_ID / "1").exists()


def test_a_personal_value_does_not_reach_the_screen(to: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    rows = [voucher(1, funder="Jan de Vries, 06-12345678")]
    for form in ((), ("--json",)):
        options = ("--report", report, "--as-of", "2024-12-31", *form)
        result = imported(csv_of("voucher", rows), to, *options)
        said = result.stdout + result.stderr + report.read_text("utf-8")
        assert result.returncode == 1 and "persoonsgegeven" in said
        assert "Vries" not in said and "12345678" not in said


def test_a_delivery_without_its_programme_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(csv_of("voucher", [voucher()]))
    result = etl("import", path, "--raw", tmp_path / "raw")
    assert result.returncode == 1 and "--programme" in result.stderr
