"""No personal value that stands anywhere in a delivery ever comes out of it."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import string
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.console import Console

from etl import programmes
from etl.deliveries import commands, findings, values
from etl.deliveries.examining import Result, Wish
from etl.deliveries.format import CONTROL_LABELS, tables
from etl.programmes.file import codes
from etl.transform import REFERENCE
from tests.deliveries import (
    AS_OF,
    PROGRAMME,
    csv_of,
    deliver,
    found,
    good,
    grid,
    only,
    participation,
    text,
    xlsx,
)
from tests.soak import examples
from words.spelling import plain

FIRST = [
    "Jan",
    "Fatima",
    "Xenia",
    "Björn",
    "Krzysztof",
    "Aaltje",
    "D.",
    "J.P.",
    "Quirijn",
    "Mehmet",
]
LAST = [
    "Jansen",
    "van der Zwaluwe",
    "Yıldırım",
    "O'Connor",
    "Hofstra-Bik",
    "de Vries",
    "Ąbramowicz",
]
STREETS = ["Dorpsstraat", "Laan van Meerdervoort", "Hoge Brink", "Burgemeester Bosplein"]
NO_WORDS = "bcdfghjkmnpqvwxz"  # a word such as "result" also stands in what is said of any file
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)


def bsn_of(digits: list[int]) -> str:
    check = sum(w * d for w, d in zip(WEIGHTS, digits, strict=True)) % 11
    return "".join(map(str, digits)) + str(check % 10)


def iban_of(number: int) -> str:
    account = f"INGB{number:010}"
    digits = "".join(str(int(c, 36)) for c in account + "NL00")
    return f"NL{98 - int(digits) % 97:02}{account}"


NAMES = st.builds(lambda a, b: f"{a} {b}", st.sampled_from(FIRST), st.sampled_from(LAST))
MAILS = st.builds(
    lambda a, b: f"{a}@{b}.nl",
    st.text(NO_WORDS + ".", min_size=3, max_size=9),
    st.text(NO_WORDS, min_size=3, max_size=9),
)
BSNS = (
    st.lists(st.integers(0, 9), min_size=8, max_size=8)
    .map(bsn_of)
    .filter(lambda bsn: len(set(bsn)) > 3)
)
SPACED = BSNS.flatmap(
    lambda bsn: st.sampled_from(
        [bsn, f"{bsn[:3]} {bsn[3:6]} {bsn[6:]}", f"{bsn[:4]}.{bsn[4:6]}.{bsn[6:]}", bsn.lstrip("0")]
    )
).filter(lambda bsn: len(re.sub(r"\D", "", bsn)) >= 8)
PHONES = st.builds(
    lambda form, number: form.format(f"{number:08}"[:4], f"{number:08}"[4:]),
    st.sampled_from(["06{}{}", "06-{}{}", "06 {} {}", "+316{}{}", "+31 6 {} {}", "00316{}{}"]),
    st.integers(10_203_040, 98_765_432),
)
BIRTHS = st.dates(pd.Timestamp("1930-01-01").date(), pd.Timestamp("2004-12-31").date()).flatmap(
    lambda day: st.sampled_from(
        [
            day.isoformat(),
            f"{day.day}-{day.month}-{day.year}",
            f"{day:%d-%m-%Y}",
            f"{day:%d/%m/%Y}",
            f"{day.day} mei {day.year}",
        ]
    )
)
IBANS = st.integers(1_000_000, 9_999_999_999).map(iban_of)
IBANS_SPACED = IBANS.map(lambda iban: " ".join(iban[i : i + 4] for i in range(0, 18, 4)))
POSTCODES = st.builds(
    lambda number, letters, between: f"{number}{between}{letters}",
    st.integers(1011, 9999),
    st.text("ABCDEGHJKLMNPRTVWXZ", min_size=2, max_size=2),
    st.sampled_from(["", " "]),
)
ADDRESSES = st.builds(lambda a, n: f"{a} {n}", st.sampled_from(STREETS), st.integers(1, 999))
SECRETS = st.one_of(NAMES, MAILS, SPACED, PHONES, BIRTHS, IBANS, IBANS_SPACED, POSTCODES, ADDRESSES)
EVERY_COLUMN = [(name, column.name) for name, table in tables().items() for column in table.columns]


def everything_in(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        yield path.name
        if path.suffix == ".parquet":
            yield pd.read_parquet(path).to_csv()
        elif path.is_file():
            yield path.read_text("utf-8")


def said_of(result: Result, folder: Path) -> str:
    """Everything that comes out of an import, as one text."""
    outputs = [
        *everything_in(folder),
        *commands.lines(result, check_only=False),
        json.dumps(commands.as_data("proef", result, check_only=False), ensure_ascii=False),
        findings.as_csv(result.findings, dutch=True),
        repr(result),
    ]
    return "\n".join(outputs)


def forms_of(secret: str) -> set[str]:
    """A value and what would give it away just as well."""
    forms = {secret, secret.casefold(), re.sub(r"[\s.\-]", "", secret)}
    if day := values.day_of(secret):
        forms |= {day.isoformat(), f"{day.day}-{day.month}-{day.year}"}
    forms |= {word for word in re.findall(r"[^\W\d_]{6,}", secret) if word not in {"Meerdervoort"}}
    return {form for form in forms if len(form) > 4}


def require_unseen(secret: str, said: str) -> None:
    for form in forms_of(secret):
        assert form not in said and form.casefold() not in said.casefold(), form


@pytest.mark.slow
@pytest.mark.parametrize("where", EVERY_COLUMN, ids=".".join)
@settings(max_examples=examples(2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SECRETS, st.sampled_from(["csv", "xlsx"]), st.booleans())
def test_a_personal_value_in_any_column_refuses_the_file_and_is_never_seen(
    where: tuple[str, str], secret: str, form: str, accept_valid: bool
) -> None:
    name, column = where
    delivery = good()
    delivery[name][1][column] = secret
    content = xlsx(delivery) if form == "xlsx" else csv_of(name, delivery[name])
    with tempfile.TemporaryDirectory() as folder:
        result = deliver(content, Path(folder), accept_valid=accept_valid)
        require_unseen(secret, said_of(result, Path(folder)))
    assert result.state == "refused"
    label = tables()[name].by_name[column].label
    assert (tables()[name].label, 3, label, "personal") in found(result), found(result)


@settings(max_examples=examples(25))
@given(SECRETS, st.sampled_from(list(tables())), st.integers(0, 5), st.booleans())
def test_a_personal_value_in_a_heading_refuses_the_file_by_the_letter_of_its_column(
    secret: str, name: str, place: int, replaces: bool
) -> None:
    cells = grid(name, good()[name])
    if replaces:
        cells[0][place] = secret
    else:
        place = len(cells[0])
        cells[0].append(secret)
    with tempfile.TemporaryDirectory() as folder:
        result = deliver(text(cells), Path(folder), accept_valid=True)
        require_unseen(secret, said_of(result, Path(folder)))
    assert result.state == "refused"
    letter = string.ascii_uppercase[place]
    assert (tables()[name].label, 1, letter, "personal") in found(result)


@pytest.mark.slow
@settings(max_examples=examples(25))
@given(
    SECRETS,
    st.sampled_from(["uitleg", "voorbeeld", "codelijsten", "levering", "controle", "Blad1"]),
)
def test_a_personal_value_beside_the_tables_refuses_the_file(secret: str, sheet: str) -> None:
    content = xlsx(good(), **{sheet: [["Let op"], ["", secret]]})
    with tempfile.TemporaryDirectory() as folder:
        result = deliver(content, Path(folder), accept_valid=True)
        require_unseen(secret, said_of(result, Path(folder)))
    assert result.state == "refused"
    assert "personal" in {one.rule for one in result.findings}


@pytest.mark.slow
@settings(max_examples=examples(25))
@given(SECRETS, st.sampled_from(["Peildatum", *CONTROL_LABELS.values()]))
@example("1980-05-03", "Peildatum")
@example("123456782", "Som toegekend")
@example("123 456 782", "Som betaald")
def test_a_personal_value_in_place_of_a_day_or_a_total_is_never_seen(
    secret: str, label: str
) -> None:
    sheet = "levering" if label == "Peildatum" else "controle"
    content = xlsx(good(), **{sheet: [["Controletotaal", "Waarde"], [label, secret]]})
    with tempfile.TemporaryDirectory() as folder:
        day = None if sheet == "levering" else AS_OF
        result = deliver(content, Path(folder), accept_valid=True, as_of=day)
        require_unseen(secret, said_of(result, Path(folder)))
    assert result.state == "refused"


def test_a_large_total_is_no_number_of_a_person(tmp_path: Path) -> None:
    content = xlsx(good(), controle=[["Som toegekend", "123456782"]])
    assert only(deliver(content, tmp_path)).rule == "control_differs"


@pytest.mark.parametrize("secret", ["Jan Jansen", "Fatima de Vries", "jan@voorbeeld.nl"])
def test_the_name_of_a_sheet_is_not_repeated(secret: str, tmp_path: Path) -> None:
    result = deliver(xlsx(good(), **{secret: [["x"]]}), tmp_path)
    assert result.state == "refused"
    assert ("blad 4", 0, "", "unknown_sheet") in found(result)
    require_unseen(secret, said_of(result, tmp_path))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Naam", "een naam"),
        ("Achternaam deelnemer", "een naam"),
        ("BSN", "een burgerservicenummer"),
        ("Burgerservicenummer", "een burgerservicenummer"),
        ("Geboortedatum", "een geboortedatum"),
        ("E-mail", "een e-mailadres"),
        ("e_mailadres", "een e-mailadres"),
        ("Telefoonnummer", "een telefoonnummer"),
        ("Mobiel", "een telefoonnummer"),
        ("IBAN", "een rekeningnummer"),
        ("Adres", "een adres"),
        ("Straat en huisnummer", "een adres"),
        ("Postcode", "een postcode"),
    ],
)
def test_a_column_for_personal_data_is_refused_also_when_it_is_empty(
    heading: str, kind: str, tmp_path: Path
) -> None:
    cells = grid("participation", [participation()])
    cells[0].append(heading)
    one = only(deliver(text(cells), tmp_path, accept_valid=True))
    assert (one.line, one.column, one.rule) == (1, "U", "personal")
    assert f"persoonsgegeven: {kind}." in one.reason


def test_a_file_without_headings_says_nothing_of_its_first_row(tmp_path: Path) -> None:
    content = text([["Jan Jansen", "06-12345678", "x"], ["Piet de Vries", "06-87654321", "y"]])
    result = deliver(content, tmp_path)
    said = said_of(result, tmp_path)
    assert result.state == "refused"
    assert [one.rule for one in result.findings] == ["personal", "personal", "no_table"]
    for secret in ("Jansen", "Piet", "12345678", "87654321"):
        assert secret not in said


@pytest.mark.parametrize(
    ("column", "value", "shown", "rule"),
    [
        ("position_at_start", "werkloss", "werkloss", "code"),
        ("position_at_start", "bijstand", "een onbekende waarde (8 tekens)", "code"),
        ("position_at_start", "12", "12", "code"),
        (
            "position_at_start",
            "<script>alert(1)</script>",
            "een onbekende waarde (25 tekens)",
            "code",
        ),
        ("municipality_code", "Deventr", "Deventr", "region"),
        ("municipality_code", "bergen op zom", "bergen op zom", "region"),
        ("municipality_code", "Gronau", "een onbekende waarde (6 tekens)", "region"),
        ("aimed_occupation_code", "9999", "9999", "occupation"),
        ("target_groups", "vrouwen; vruwen", "vruwen", "code"),
        ("intake_on", "31-02-2020", "31-02-2020", "date"),
        ("intake_on", "01/02/2020", "01/02/2020", "date_slashes"),
        ("intake_on", "44000", "44000", "date_number"),
    ],
)
def test_what_cannot_be_personal_is_named_and_the_rest_by_its_length(
    column: str, value: str, shown: str, rule: str, tmp_path: Path
) -> None:
    delivery = good()
    delivery["participation"][0][column] = value
    one = only(deliver(xlsx(delivery), tmp_path))
    assert (one.rule, one.value, one.line) == (rule, shown, 2)


KEYS = ["D-1", "0001", "GV-2024-000123", "A12B34", "x7", "klant-0012", "1234567"]
KEYS += ["550e8400-e29b-41d4-a716-446655440000", "12345678-1234-1234-1234-123456789012"]
KEYS += ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_without_meaning_is_taken(key: str, tmp_path: Path) -> None:
    content = csv_of("participation", [participation(person_key=key)])
    assert deliver(content, tmp_path).state == "accepted"


@pytest.mark.parametrize(
    "key",
    ["jansen", "j.jansen", "JJansen1985", "12345678", "123456782", "D-12345678", "D 1", "Jan-1"]
    + ["1980-05-03", "P-03-05-1980", "7411AB", "7411AB-12", "D_0612345678", "a@b1", "geheim", "é1"]
    + ["12-34-56-78", "1" * 41, "NL91ABNA0417164300"],
)
def test_a_key_that_may_mean_somebody_refuses_the_file(key: str, tmp_path: Path) -> None:
    content = csv_of("participation", [participation(person_key=key)])
    result = deliver(content, tmp_path, accept_valid=True)
    assert found(result) == [("deelname", 2, "Sleutel deelnemer", "personal")]
    assert key not in said_of(result, tmp_path)


DAYS = st.dates(pd.Timestamp("2019-01-01").date(), pd.Timestamp("2022-12-31").date())
WRITTEN = st.sampled_from(["{0:%Y-%m-%d}", "{0:%d-%m-%Y}", "{0.day}-{0.month}-{0.year}"])
CENTS = st.integers(50_000, 500_000)


def amount(cents: int, form: str) -> str:
    whole, rest = divmod(cents, 100)
    grouped = f"{whole:,}".replace(",", ".")
    return f"{whole},{rest:02}" if form == "plain" else f"{form}{grouped},{rest:02}"


@pytest.mark.slow
@settings(max_examples=examples(50))
@given(
    st.lists(
        st.tuples(DAYS, WRITTEN, CENTS, st.sampled_from(["plain", "", "€ "])),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(KEYS),
    st.sampled_from(list(codes("position"))),
)
def test_no_valid_delivery_is_refused(
    rows: list[tuple[object, str, int, str]], key: str, position: str
) -> None:
    delivery = good(len(rows))
    for number, (day, form, cents, money) in enumerate(rows):
        written = form.format(day)
        delivery["participation"][number] |= {
            "intake_on": written,
            "start_on": written,
            "exit_on": written,
            "outcome_on": written,
            "at_work_24": "",
            "position_at_start": position,
            "person_key": key,
        }
        delivery["voucher"][number] |= {
            "granted_on": written,
            "paid_on": written,
            "granted_eur": amount(cents, money),
            "paid_eur": amount(cents, money),
        }
    with tempfile.TemporaryDirectory() as folder:
        result = deliver(xlsx(delivery), Path(folder))
    assert result.state == "accepted", found(result)


with (REFERENCE / "code_label.csv").open(encoding="utf-8", newline="") as rows:
    POSITIONS = {
        plain(row[column])
        for row in csv.DictReader(rows)
        if row["list"] == "position"
        for column in ("code", "label")
    }


@pytest.mark.slow
@settings(max_examples=examples(60))
@given(st.text(max_size=30))
@example("=HYPERLINK(1)")
@example("IN_EDUCATION")
def test_no_text_at_all_breaks_the_import_or_is_taken_for_a_code(value: str) -> None:
    cleaned = "".join(c for c in value if c.isprintable() and not 0xD800 <= ord(c) < 0xE000).strip()
    delivery = good()
    delivery["participation"][0]["position_at_start"] = cleaned
    with tempfile.TemporaryDirectory() as folder:
        result = deliver(csv_of("participation", delivery["participation"]), Path(folder))
    assert result.state == "refused" or plain(cleaned) in POSITIONS


@pytest.mark.parametrize("stage", ["checking.failures", "store.Store.add", "reading.read"])
def test_an_unexpected_error_shows_no_value(
    stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    secret = "Jan Jansen, BSN 123456782"

    def fails(*_: object) -> None:
        raise ValueError(secret)

    monkeypatch.setattr(f"etl.deliveries.{stage}", fails)
    monkeypatch.setattr(programmes, "find", lambda *_: PROGRAMME)
    path = tmp_path / "file.csv"
    path.write_bytes(csv_of("participation", good()["participation"]))
    told = io.StringIO()
    console = Console(file=told)
    try:
        commands.import_delivery(
            path,
            "proef",
            tmp_path / "to",
            Wish(as_of=AS_OF),
            report_to=None,
            as_json=False,
            consoles=(console, console),
        )
    except Exception as error:
        told.write("".join(traceback.format_exception(error)))
        told.write(repr(error) + repr(error.__context__) + repr(error.__cause__))
    else:
        pytest.fail("nothing was raised")
    out = capfd.readouterr()
    said = told.getvalue() + out.out + out.err + "".join(everything_in(tmp_path / "to"))
    assert "ValueError at test_personal.py" in said
    assert "Jansen" not in said and "123456782" not in said
    with contextlib.suppress(FileNotFoundError):
        assert not [p for p in (tmp_path / "to" / "proef").iterdir() if p.name.isdigit()]
