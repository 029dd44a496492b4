"""Registering a programme: every problem named, nothing half written, the newest counts."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

import queries
from etl import database as etl_database
from etl import programmes
from etl import raw as raw_files
from etl.database import DATABASE_VARIABLE, RAW, SAMPLE, left_out
from etl.errors import DataError
from etl.programmes import registering
from etl.programmes.file import choices
from etl.programmes.registering import EXAMPLE, Registered
from tests.programme_cells import Write
from tests.published import etl
from words import reference

DAY = datetime.date(2026, 11, 25)
TEXT = EXAMPLE.read_text("utf-8")
REAL = "vakwerk_voorbeeld"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A folder of raw files that has what a registration needs."""
    for source in ("programmes", "regions"):
        shutil.copytree(RAW / source, tmp_path / "raw" / source)
    return tmp_path / "raw"


def add(raw: Path, text: str = TEXT, day: datetime.date = DAY, **more: bool) -> Registered:
    return registering.register("mine.toml", text.encode(), raw, SAMPLE, day, **more)


def folders(raw: Path) -> list[str]:
    return sorted(
        path.name for path in (raw / "programmes").iterdir() if not path.name.endswith(".lock")
    )


def problems(raw: Path, text: str) -> list[str]:
    before = folders(raw)
    with pytest.raises(DataError) as refused:
        add(raw, text)
    assert folders(raw) == before, "nothing may be written"
    assert "programme example" in refused.value.next_step
    return [str(problem) for problem in refused.value.problems]


def test_the_example_can_be_registered_as_it_is(raw: Path) -> None:
    registered = add(raw)
    assert registered.folder == raw / "programmes" / "2026-11-25"
    assert (registered.is_new, registered.changes) == (True, [])
    assert {path.name for path in registered.folder.glob("*.csv")} == {
        f"{stem}.csv" for stem in programmes.REGISTERED
    }
    for path in registered.folder.glob("*.csv"):
        said = raw_files.provenance_of(path)
        assert said["publisher"] == "Vakwerk Voorbeeld" and said["retrieved"] == "2026-11-25"


def test_a_registration_on_a_day_with_published_facts_gets_a_folder_of_its_own(raw: Path) -> None:
    [published] = folders(raw)
    day = datetime.date.fromisoformat(published)
    would = add(raw, day=day, dry_run=True)
    made = add(raw, TEXT, day)
    assert made.folder.name == would.folder.name == f"{published}.2" and made.is_new


def test_the_same_file_twice_changes_nothing(raw: Path) -> None:
    add(raw)
    before = folders(raw)
    again = add(raw, "# another remark\n" + TEXT)
    assert not again.is_new and folders(raw) == before


def test_a_changed_file_says_what_changes_and_then_counts(raw: Path) -> None:
    add(raw)
    changed = TEXT.replace("target = 150", "target = 175").replace('"PV25"', '"PV25", "PV23"')
    expected = [
        "region_codes: PV25 -> PV25;PV23",
        "targets: without placements / all / 150 / persons / exact",
        "targets: with placements / all / 175 / persons / exact",
    ]
    tried = add(raw, changed, dry_run=True)
    assert tried.changes == expected and not tried.folder.exists()
    registered = add(raw, changed)
    assert registered.changes == expected and registered.folder.name == "2026-11-25.2"
    assert programmes.find(REAL, raw).region_codes == ("PV25", "PV23")
    for number in range(3, 12):
        add(raw, changed.replace("175", str(number)))
    [(registration, folder)] = programmes.registrations(raw).values()
    assert folder.name == "2026-11-25.11", "the eleventh is newer than the second"
    assert registration.tables["registered_targets"][0]["target"] == "11"


BAD: list[tuple[str, str, list[str]]] = [
    ('kind = "voucher"', 'kind = "cursus"', ["key kind", "'cursus'", "one of cooperation"]),
    ('scope = "technical"', "scope = 3", ["key scope", "'3'", "technical, cross_sector"]),
    ('["PV25"]', '["PV25", "GM0150"]', ["key regions", "'GM0150'", "arbeidsmarktregio's"]),
    ('["PV25"]', '["AM99"]', ["key regions", "'AM99'"]),
    ('["PV25"]', '["PV25", "PV25"]', ["key regions", "each code once"]),
    ('["PV25"]', '"PV25"', ["key regions", 'such as ["PV25"]']),
    ('id = "vakwerk_voorbeeld"', "", ["key id", "the key is missing", "small letters"]),
    ('"vakwerk_voorbeeld"', '"../x"', ["key id", "'../x'", "small letters"]),
    ('"Vakwerk Voorbeeld"', '"![x](http://y)"', ["key name", "without"]),
    ('"Vakwerk Voorbeeld"', '"<b>x</b>"', ["key name", "'<b>x</b>'", "without"]),
    *(
        ('"Vakwerk Voorbeeld"', f'"Vakwerk {text}"', ["key name", text, "without"])
        for text in ("https://x.nl", "www.x.nl", "a@x.nl", ":smile:", "*vet*", "_vet_", "~~weg~~")
    ),
    ('"Vakwerk Voorbeeld"', '""', ["key name", "a text of at most 120"]),
    ('action_line = "work"', 'action_line = "werk"', ["key action_line", "choose, learn, work"]),
    ('start = "2026-01-01"', 'start = "2026-13"', ["key period.start", "'2026-13'", "a day"]),
    ('start = "2026-01-01"', 'start = "2026-02-30"', ["key period.start", "'2026-02-30'"]),
    ('start = "2026-01-01"', "", ["key period.start", "the key is missing"]),
    ('end = "2027-12"', 'end = "2025"', ["key period.end", "on or after 2026-01-01"]),
    ("min_eur = 500", "min_eur = 2600", ["key voucher.max_eur", "at least 2600"]),
    ("min_eur = 500", "minimum = 500", ["key voucher.minimum", "this key is not known"]),
    ("target = 150", 'target = "150"', ["key target 1, target", "'150'", "without quotes"]),
    ("target = 150", "target = 0", ["key target 1, target", "from 1"]),
    ("target = 150", "target = true", ["key target 1, target"]),
    ('target_group = "women"', 'target_group = "all"', []),
    ('target_group = "women"', 'target_group = "construction"', ["key target 2, target_group"]),
    ('unit = "vouchers"', 'unit = "stuks"', ["key target 2, unit", "'stuks'"]),
    ('unit = "vouchers"', 'unit = "persons"', ["target 2, unit", "'persons'", "unit vouchers was"]),
    ("amount_eur = 1200000", "amount_eur = 1.200", ["'1.2'", "1200, not 1.200"]),
    ("amount_eur = 1200000", "amount_eur = 1.5", ["key budget 1, amount_eur", "'1.5'"]),
    ('stage = "available"', 'stage = "rule"', ["key budget 1, stage", "'rule'"]),
    ('role = "financier"', 'role = "baas"', ["key partner 1, role", "'baas'"]),
    ('scope = "technical"', 'scope = "technical"\ncolour = 1', ["key colour", "known are id"]),
    ('id = "vakwerk_voorbeeld"', 'id = "twente_werkt"', ["key id", "published facts"]),
    ('id = "vakwerk_voorbeeld"', 'id = "voorbeeldprogramma_a"', ["key id", "fictitious"]),
    ('"Vakwerk Voorbeeld"', '"twents fonds voor vakmanschap"', ["key name", "another programme"]),
]


@pytest.mark.parametrize(("old", "new", "says"), BAD, ids=[f"{new}" for _, new, _ in BAD])
def test_a_wrong_value_is_named_with_what_was_expected(
    raw: Path, old: str, new: str, says: list[str]
) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    if not says:
        assert add(raw, text).is_new
        return
    found = problems(raw, text)
    assert len(found) == 1
    assert found[0].startswith("mine.toml, key ")
    for words in says:
        assert words in found[0]


def test_every_problem_is_named_and_each_once(raw: Path) -> None:
    found = problems(raw, 'id = "X"\n[[target]]\n[[target]]\nunit = "persons"\n')
    keys = [problem.split(", key ")[1].split(":")[0] for problem in found]
    assert len(keys) == len(set(keys))
    assert {"id", "name", "kind", "scope", "regions", "aim", "period"} <= set(keys)
    assert {"target 1, indicator", "target 1, target", "target 2, target"} <= set(keys)


def test_what_stands_twice_is_refused(raw: Path) -> None:
    target = '\n[[target]]\nindicator = "placements"\ntarget = 10\nunit = "persons"\n'
    assert "stands here 2 times" in problems(raw, TEXT + target)[0]
    partner = '\n[[partner]]\norganisation = "Provincie Gelderland"\nrole = "financier"\n'
    assert "stands here 2 times" in problems(raw, TEXT + partner)[0]


@pytest.mark.parametrize("unit", choices("unit"))
@pytest.mark.parametrize("indicator", choices("indicator"))
def test_a_target_is_in_a_unit_that_its_indicator_is_counted_in(
    raw: Path, indicator: str, unit: str
) -> None:
    text = TEXT.replace('"placements"', f'"{indicator}"', 1).replace('"persons"', f'"{unit}"', 1)
    text = text.replace('target_group = "women"', 'target_group = "youth"')
    units = [row["unit"] for row in reference("target_unit") if row["indicator"] == indicator]
    if unit in units:
        assert add(raw, text, dry_run=True).is_new
        return
    [found] = problems(raw, text)
    assert f"key target 1, unit: found {unit!r}; of {indicator} the unit" in found
    assert all(each in found for each in units)


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ('"Vakwerk Voorbeeld" ', "“Vakwerk Voorbeeld” ", 'name = "Vakwerk Voorbeeld" '),
        ('"Vakwerk Voorbeeld" ', '„Vakwerk Voorbeeld" ', 'name = "Vakwerk Voorbeeld" '),
        ('"Vakwerk Voorbeeld" ', "‘Vakwerk Voorbeeld’ ", 'name = "Vakwerk Voorbeeld" '),
        ('["PV25"] ', "[“PV25”] ", 'regions = ["PV25"] '),
        ('["PV25"] ', "[\n  “PV25”,\n] ", '"PV25",'),
        ("amount_eur = 1200000", "amount_eur = 1.200.000", "amount_eur = 1200000"),
        (
            "amount_eur = 1200000",
            "amount_eur = € 1.200.000,-  # rond",
            "amount_eur = 1200000  # rond",
        ),
        ("amount_eur = 1200000", "amount_eur = 1 200 000,00", "amount_eur = 1200000"),
        ('kind = "voucher" ', "kind = voucher ", 'kind = "voucher" '),
        ('end = "2027-12"', "end = 2027-12", 'end = "2027-12"'),
    ],
)
def test_a_slip_of_writing_is_named_with_what_to_write(
    raw: Path, old: str, new: str, written: str
) -> None:
    text = TEXT.replace(old, new, 1)
    stands = new.splitlines()[new.count("\n") // 2].strip()
    [line] = [number for number, one in enumerate(text.splitlines(), 1) if stands in one]
    [found] = problems(raw, text)
    assert found.startswith(f"mine.toml, row {line}: found ") and stands in found
    assert f"; write {written.strip()}" in found
    assert "TOML" not in found and "column" not in found


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"id = ", "not TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"#" * 200_001, "larger than 200 kB"),
        (b"a = " + b"[" * 50_000, "not TOML"),
    ],
)
def test_a_file_that_is_no_registration_gives_one_message(
    raw: Path, content: bytes, says: str
) -> None:
    with pytest.raises(DataError, match=says) as refused:
        registering.register("mine.toml", content, raw, SAMPLE, DAY)
    assert len(refused.value.problems) == 1


def test_a_write_that_fails_leaves_nothing_behind(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = folders(raw)

    def fails(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(raw_files.os, "fsync", fails)
    with pytest.raises(OSError, match="space"):
        add(raw)
    assert folders(raw) == before


@pytest.mark.parametrize(
    ("start", "end", "state"),
    [
        ("2026-01", "2027", "running"),
        ("2024", "2026-11-24", "ended"),
        ("2024", "2026-11-25", "running"),
        ("2026-12", "2027", "planned"),
        ("2024", None, "unknown"),
    ],
)
def test_the_day_of_registration_decides_the_state(
    raw: Path, start: str, end: str | None, state: str
) -> None:
    text = TEXT.replace('"2026-01-01"', f'"{start}"')
    text = text.replace('end = "2027-12"', f'end = "{end}"' if end else "")
    add(raw, text)
    [(registration, _)] = programmes.registrations(raw).values()
    assert registration.tables["registered_programmes"][0]["state"] == state


@pytest.mark.slow
def test_the_command_line_registers_lists_and_refuses(raw: Path, tmp_path: Path) -> None:
    example = etl("programme", "example")
    assert example.returncode == 0 and example.stdout == TEXT
    file = tmp_path / "mine.toml"
    file.write_text(example.stdout, "utf-8")
    first = etl("programme", "add", file, "--raw", raw)
    assert first.returncode == 0 and "Next: python -m etl build" in first.stdout
    assert "nothing was changed" in etl("programme", "add", file, "--raw", raw).stdout
    file.write_text(TEXT.replace("= 150", "= 151"), "utf-8")
    assert "Changes targets: with placements" in etl("programme", "add", file, "--raw", raw).stdout
    listed = etl("programme", "list", "--raw", raw).stdout
    assert f"{REAL}  published  2026-01-01 to 2027-12-31  PV25  Vakwerk Voorbeeld" in listed
    assert "voorbeeldprogramma_a  sample  2022-01-01 to 2025-12-31" in listed
    file.write_text(TEXT.replace('"technical"', '"alles"'), "utf-8")
    refused = etl("programme", "add", file, "--raw", raw)
    assert refused.returncode == 1
    assert "mine.toml, key scope: found 'alles'" in refused.stderr
    assert etl("programme", "add", tmp_path / "none.toml").returncode == 1


def test_a_delivery_knows_its_programme(raw: Path) -> None:
    add(raw)
    found = programmes.find(REAL, raw, SAMPLE)
    assert (found.status, found.region_codes) == ("published", ("PV25",))
    assert found.starts_on == datetime.date(2026, 1, 1)
    assert found.ends_on == datetime.date(2027, 12, 31)
    assert (found.voucher_min_eur, found.voucher_max_eur) == (Decimal(500), Decimal(2500))
    assert found.funders == ("Provincie Gelderland",)
    fictitious = programmes.find("voorbeeldprogramma_b", raw, SAMPLE)
    assert (fictitious.status, fictitious.voucher_max_eur) == ("sample", None)
    with pytest.raises(DataError, match="this programme is not registered; known are techniek"):
        programmes.find("voorbeeldprogramma_b", raw, None)
    with pytest.raises(DataError, match="no source says when"):
        programmes.find("techniektalent_nu", raw)


def test_where_sources_differ_a_voucher_may_be_what_any_of_them_allows() -> None:
    found = programmes.find("overijssels_vakmanschap", RAW)
    assert (found.voucher_min_eur, found.voucher_max_eur) == (Decimal(1000), Decimal(5000))
    assert found.ends_on == datetime.date(2020, 12, 31), "of a year the last day"


def test_the_municipalities_of_a_programme_are_those_of_any_year() -> None:
    def inside(*codes: str) -> frozenset[str]:
        programme = programmes.find("twente_werkt", RAW)
        return programmes.municipalities(
            programmes.Programme(**{**vars(programme), "region_codes": codes}), RAW
        )

    assert {"GM0153", "GM0141"} <= inside("AM05") <= inside("PV23")
    assert "GM0150" in inside("PV23") and "GM0150" not in inside("PV25")
    assert "GM0246" in inside("AM36"), "Heerde belonged to Zwolle until 2020"
    assert "GM0246" in inside("AM06")
    assert "GM0003" in inside("PV20"), "Appingedam merged in 2021"
    assert len(inside("NL01")) > 342
    assert not inside("PV23") & inside("PV27")


@pytest.fixture
def built(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Build a database with what is registered by then."""
    whole = tmp_path / "whole"
    shutil.copytree(
        RAW, whole, ignore=lambda folder, _: ["programmes"] if folder == str(RAW) else []
    )
    (whole / "programmes").symlink_to(raw / "programmes")

    def build() -> Path:
        path = tmp_path / "monitor.duckdb"
        etl_database.build(path, etl_database.Inputs(whole))
        monkeypatch.setenv(DATABASE_VARIABLE, str(path))
        return path

    return build


@pytest.mark.slow
def test_a_registration_is_real_names_its_source_and_survives_a_rebuild(
    raw: Path, built: Callable[[], Path]
) -> None:
    add(raw)
    add(raw, TEXT.replace("target = 150", "target = 175"))
    path = built()
    profile = queries.programmas.profile(programme_id=REAL, with_sample=False).iloc[0]
    assert (profile["status"], profile["state"]) == ("published", "running")
    assert profile["action_line_label"] == "werken in de techniek"
    assert profile["techniekpact_goal"] == "12"
    targets = queries.programmas.targets(programme_ids=(REAL,), with_sample=False)
    assert targets["target"].tolist() == [175, 60], "the newest registration counts, alone"
    assert set(targets["source_names"]) == {"Vakwerk Voorbeeld"}
    assert targets["release_id"].str.contains("2026-11-25.2").all()
    budgets = queries.programmas.budgets(programme_ids=(REAL,), with_sample=False)
    assert budgets["amount_eur"].tolist() == [1_200_000, 500, 2_500]
    sources = queries.programmas.sources(programme_id=REAL, with_sample=False)
    assert sources[["title", "is_registration"]].values.tolist() == [
        ["Opgave van het programma", True]
    ]
    here = queries.overzicht.programmes(region_codes=("PV25",), with_sample=False)
    assert REAL in set(here["programme_id"])
    path.unlink()
    built()
    again = queries.programmas.targets(programme_ids=(REAL,), with_sample=False)
    assert again.equals(targets)


@pytest.mark.slow
def test_of_a_programme_that_still_runs_no_quarter_to_come_is_missed(
    raw: Path, built: Callable[[], Path]
) -> None:
    add(raw, TEXT.replace('"2026-01-01"', '"2019-01-01"'))
    built()
    unknown = queries.overzicht.unknown(region_codes=("PV25",), sector_codes=("T001081",))
    said = unknown[unknown["subject"].eq("Vakwerk Voorbeeld")].set_index("kind")["period_label"]
    assert said["gap_while_running"] == "20 van de 30", "2019KW01 to 2026KW02"
    during = queries.overzicht.vacancies_during(
        region_codes=("PV25",), sector_code="307500", with_sample=False
    )
    assert REAL not in set(during["programme_id"]) and len(during) > 0


@pytest.mark.slow
def test_a_database_without_the_registration_of_later_can_be_made_again(
    raw: Path, built: Callable[[], Path], tmp_path: Path
) -> None:
    add(raw)
    earlier = tmp_path / "earlier.duckdb"
    built()
    etl_database.build(earlier, etl_database.Inputs(tmp_path / "whole", as_of="2026-11-24"))
    with closing(duckdb.connect(str(earlier), read_only=True)) as connection:
        found = connection.execute("select 1 from programme where programme_id = ?", [REAL])
        assert found.fetchall() == []


@pytest.mark.slow
def test_one_id_for_a_real_and_a_fictitious_programme_is_left_out_by_the_build(
    raw: Path, built: Callable[[], Path]
) -> None:
    text = TEXT.replace(REAL, "voorbeeldprogramma_a")
    registering.register("mine.toml", text.encode(), raw, None, DAY)
    [left] = left_out(built())
    assert "the programme stands here 2 times" in str(left)


def test_fictitious_programmes_are_told_apart(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    chosen = queries.filters.programmes(with_sample=True)
    assert chosen["status"].tolist() == ["published"] * 9 + ["sample"] * 2
    assert (queries.filters.programmes(with_sample=False)["status"] == "published").all()
    for with_sample, names in ((True, 2), (False, 0)):
        listed = queries.programmas.list(with_sample=with_sample)
        assert (listed["status"] == "sample").sum() == names
        assert listed["status"].is_monotonic_increasing, "the fictitious ones come last"
    fictitious = "voorbeeldprogramma_a"
    assert queries.programmas.profile(programme_id=fictitious, with_sample=False).empty
    for frame in (
        queries.programmas.targets(programme_ids=("twente_werkt", fictitious), with_sample=True),
        queries.programmas.budgets(programme_ids=("twente_werkt", fictitious), with_sample=True),
    ):
        is_fictitious = frame["programme_id"] == fictitious
        assert is_fictitious.any() and not is_fictitious.all()
        assert frame["status"].eq("sample").equals(is_fictitious)


def test_programmes_of_an_area_can_be_chosen_first(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    found = queries.filters.programmes(
        with_sample=True, region_codes=("AM05",), province_codes=("PV23",)
    )
    assert found["programme_id"].tolist()[:5] == [
        "twente_werkt",
        "twents_fonds",
        "kansenplan_1000",
        "overijssels_vakmanschap",
        "techniektalent_nu",
    ]
    assert found["status"].tolist()[-2:] == ["sample"] * 2, "fictitious ones stay last"
    without = queries.filters.programmes(with_sample=True)
    assert set(without["programme_id"]) == set(found["programme_id"])


def test_a_programme_in_several_regions_of_a_province_misses_each_quarter_once(
    write: Write,
) -> None:
    run = "techniek_crisis_door"
    said = []
    for regions in ("'AM07'", "'AM06', 'AM07', 'AM08'"):
        write(
            f"delete from programme_region where programme_id = '{run}'",
            "insert into programme_region by name select programme_id, region_code, status "
            f"from programme cross join unnest([{regions}]) as region (region_code) "
            f"where programme_id = '{run}'",
        )
        unknown = queries.overzicht.unknown(region_codes=("PV25",), sector_codes=("T001081",))
        gaps = unknown[unknown["kind"].eq("gap_while_running")].set_index("subject")
        said.append(gaps.loc["De techniek samen de crisis door", "period_label"])
    assert said == ["alle 3", "alle 3"]


def test_no_list_of_gaps_speaks_of_a_fictitious_programme(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))
    unknown = queries.overzicht.unknown(
        region_codes=("PV23", "PV25"), sector_codes=("T001081", "350000")
    )
    for frame in (unknown, queries.verantwoording.empty()):
        assert not frame.astype(str).apply(lambda text: text.str.contains("fictief")).any(axis=None)
