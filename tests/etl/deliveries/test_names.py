"""Names of places, occupations, sectors and funders: known however they are written."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.deliveries import engine
from etl.deliveries.examining import Result, Wish
from etl.deliveries.format import tables
from etl.deliveries.store import Store
from etl.deliveries.values.codes import Vocabulary, vocabularies
from etl.raw import rows_of
from etl.transform import REFERENCE
from tests.deliveries import AS_OF, PROGRAMME, deliver, found, good, only, xlsx
from tests.etl.test_spelling import written
from words.spelling import plain

CASES = Path(__file__).parents[2] / "cases"
DUTCH = dataclasses.replace(PROGRAMME, region_codes=("NL01",))
COLUMNS = [column for table in tables().values() for column in table.columns]
KNOWN = vocabularies(COLUMNS, PROGRAMME)


def in_all_of_the_country(content: bytes, folder: Path) -> Result:
    own = Store(folder, DUTCH.programme_id)
    with own.locked(lambda: None):
        return engine.deliver(content, DUTCH, own, Wish(as_of=AS_OF))


def kept(folder: Path, table: str, column: str) -> list[str]:
    return list(pd.read_parquet(folder / "proef" / "1" / f"{table}.parquet")[column])


def test_a_name_without_its_hyphen_is_a_municipality(tmp_path: Path) -> None:
    result = deliver((CASES / "09_municipality_slip" / "deelname.csv").read_bytes(), tmp_path)
    assert result.state == "accepted", found(result)
    assert kept(tmp_path, "participation", "municipality_code") == ["GM0150", "GM1742"]


def test_names_as_excel_and_cbs_write_them_are_known(tmp_path: Path) -> None:
    case = CASES / "10_apostrophe_and_cbs_names" / "deelname.csv"
    result = in_all_of_the_country(case.read_bytes(), tmp_path)
    assert result.state == "accepted", found(result)
    assert kept(tmp_path, "participation", "municipality_code") == [
        *("GM0796", "GM0796", "GM0344", "GM0518")
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("'s Gravenhage (gemeente)", "GM0518"),
        ("\u00b4s-Gravenhage", "GM0518"),
        ("den bosch", "GM0796"),
        ("SHERTOGENBOSCH", "GM0796"),
        ("Bergen (NH)", "GM0373"),
        ("Bergen NH", "GM0373"),
        ("Bergen (N.H.)", "GM0373"),
        ("Bergen (L)", "GM0893"),
        ("Hengelo (O)", "GM0164"),
        ("Gemeente Zwolle", "GM0193"),
        ("Alphen a/d Rijn", "GM0484"),
        ("Nuenen Gerwen & Nederwetten", "GM0820"),
        ("Su\u0301dwest Fryslan", "GM1900"),
        ("De Friese Meren", "GM1940"),
        ("\u0132sselstein", "GM0353"),
        ("Rijs\u00adsen\u2011Holten\u200b", "GM1742"),
        ("GM14", "GM0014"),
        ("gm 0014", None),
        ("0014", None),
        ("Bergen", None),
        ("De Venter", None),
        ("D. Eventer", None),
        ("Zwolle*", None),
        ("GM001\u2074", None),
    ],
)
def test_a_municipality_is_known_by_its_names_and_by_no_other(text: str, code: str | None) -> None:
    assert KNOWN["municipality_code"].code(text) == code


NAMED = [
    (name, code, label)
    for name in ("municipality_code", "aimed_occupation_code", "from_sector_code", "funder")
    for code, label in KNOWN[name].labels.items()
]


@given(st.sampled_from(NAMED).flatmap(lambda one: st.tuples(st.just(one), written(one[2]))))
def test_each_name_is_known_however_it_is_written(pair: tuple[tuple[str, str, str], str]) -> None:
    (column, code, _), text = pair
    assert KNOWN[column].code(text) == code


def test_each_name_of_the_reviewed_list_is_that_of_a_municipality() -> None:
    places = KNOWN["municipality_code"]
    rows = [row for row in rows_of(REFERENCE / "region_name.csv") if row["kind"] == "gemeente"]
    assert len(rows) > 40
    for row in rows:
        assert row["region_code"] in places.labels and row["source"]
        assert places.code(row["name"]) == row["region_code"]


@pytest.mark.parametrize("name", KNOWN)
def test_no_two_codes_of_a_column_are_written_alike(name: str) -> None:
    vocabulary = KNOWN[name]
    assert {c: vocabulary.code(label) for c, label in vocabulary.labels.items()} == {
        code: code for code in vocabulary.labels
    }


@pytest.mark.parametrize(
    ("table", "column", "text", "meant"),
    [
        ("participation", "municipality_code", "Rijsen Holten", "Rijssen-Holten"),
        ("participation", "municipality_code", "Rijsen-Holte", "Rijssen-Holten"),
        ("participation", "municipality_code", "Deventr", "Deventer"),
        ("participation", "municipality_code", "Dev\u00adentr", "Deventer"),
        ("participation", "municipality_code", "Almeloo (gemeente)", "Almelo"),
        ("vacancy", "municipality_code", "Bergen", "Bergen (L.) of Bergen (NH.) of Bergen op Zoom"),
        ("vacancy", "municipality_code", "Alphen", "Alphen aan den Rijn of Alphen-Chaam"),
        ("vacancy", "occupation_code", "Lasers en plaatwerkers", "Lassers en plaatwerkers"),
        ("participation", "from_sector_code", "Bouwnijverheit", "Bouwnijverheid"),
        ("participation", "position_at_start", "werkloss", "werkloos"),
        ("participation", "target_groups", "vru\u00adwen", "vrouwen"),
    ],
)
def test_a_near_miss_refuses_its_row_and_asks_what_was_meant(
    table: str, column: str, text: str, meant: str, tmp_path: Path
) -> None:
    delivery = good()
    delivery[table][0][column] = text
    delivery["voucher"] = delivery["voucher"][1:]
    result = deliver(xlsx(delivery), tmp_path, accept_valid=True)
    one = only(result)
    assert one.reason.endswith(f"Bedoelt u {meant}?")
    assert one.value == text.replace("\u00ad", "<U+00AD>")
    assert (result.state, result.kept[table]) == ("accepted", 1)


def test_a_number_that_resembles_a_code_is_not_said_to_be_meant(tmp_path: Path) -> None:
    delivery = good()
    delivery["participation"][0]["municipality_code"] = "GM0151"
    assert "Bedoelt u" not in only(deliver(xlsx(delivery), tmp_path)).reason


@pytest.mark.parametrize(
    "text",
    ["Prov. Overijssel", "prov. Gelderland", "Prov. Gelderland", "Regio Zwolle", "Overijssel"]
    + ["Provincie Overijsel", "Deventer Regio"],
)
def test_an_unknown_funder_is_told_who_the_funders_are(text: str, tmp_path: Path) -> None:
    delivery = good()
    delivery["voucher"][0]["funder"] = text
    one = only(deliver(xlsx(delivery), tmp_path))
    assert (one.line, one.rule) == (2, "funder")
    assert one.reason.endswith("Dat zijn: Provincie Overijssel; Regio Deventer.")


@pytest.mark.parametrize(
    ("table", "column"),
    [("participation", "municipality_code"), ("voucher", "funder"), ("vacancy", "occupation_code")],
)
@pytest.mark.parametrize(
    "text",
    [
        *("Jan Deventer", "Jan Rijssen-Holten", "Jan-Rijssen Holten", "J. Jansen", "Piet Almelo"),
        *("Fatima Hengelo", "Jansen Deventer", "Jan\u00ad Jan\u200bsen", "Jan\u00a0Jansen"),
        *(
            "Bert en Dal",
            "Jan Provincie",
            "Peters Overijssel",
            "06\u200b12345678",
            "jan\u200b@voorbeeld.nl",
        ),
    ],
)
def test_who_is_called_after_a_place_is_a_person_all_the_same(
    table: str, column: str, text: str, tmp_path: Path
) -> None:
    delivery = good()
    delivery[table][0][column] = text
    result = deliver(xlsx(delivery), tmp_path, accept_valid=True)
    assert result.state == "refused"
    assert {one.rule for one in result.findings} == {"personal"}
    assert "Jan" not in str(result.findings) and "Piet" not in str(result.findings)


LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=2)


PLACES = sorted(map(plain, KNOWN["municipality_code"].labels.values()))


@given(st.sampled_from(PLACES), LETTERS, st.data())
def test_one_or_two_letters_are_a_slip_and_more_are_not(
    name: str, letters: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(1, len(name)))
    text = name[:place] + letters + name[place:]
    near = KNOWN["municipality_code"].nearest(text)
    vocabulary: Vocabulary = KNOWN["municipality_code"]
    if len(name) > 6 and vocabulary.code(text) is None:
        assert vocabulary.code(name) in {vocabulary.known[one] for one in near}
    assert vocabulary.nearest(name[:3] + "qqq" + name[3:]) == []
