"""Pages of OData in whatever form they were written give the same rows, or are refused by name."""

from __future__ import annotations

import json
import random
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.errors import DataError
from etl.intake import cbs
from etl.register import RawFile
from tests.cbs_server import Row
from tests.etl.intake.reading import read
from tests.soak import examples

ENTRIES = {str(file.table_id): file for _, file in cbs.tables()}
V3, V4 = ENTRIES["83599NED"], ENTRIES["85554NED"]
CODES = {
    "BedrijfstakkenBranchesSBI2008": ["T001081", "350000", "307500"],
    "RegioS": ["NL01", "PV23", "PV25"],
    "Perioden": ["2013MM01", "2013MM02", "2013MM03"],
}
FAULTS = ("a page is lost", "a page comes twice", "figures of another type")


@dataclass(frozen=True)
class Form:
    """How pages are written; ``fault`` is what nobody can read right."""

    seed: int
    page_rows: int
    has_bom: bool
    ids_as_text: bool
    is_padded: bool
    is_shuffled: bool
    has_extra_keys: bool
    has_empty_end: bool
    is_counted: bool
    count_as_text: bool
    fault: str


FORMS = st.builds(
    Form,
    seed=st.integers(0, 1000),
    page_rows=st.integers(1, 12),
    fault=st.sampled_from(["", "", *FAULTS]),
    **dict.fromkeys(
        ("has_bom", "ids_as_text", "is_padded", "is_shuffled", "has_extra_keys", "has_empty_end")
        + ("is_counted", "count_as_text"),
        st.booleans(),
    ),
)


def figures(file: RawFile) -> dict[tuple[str, ...], str]:
    combinations: list[tuple[str, ...]] = [()]
    for dimension in file.dimensions:
        combinations = [(*one, code) for one in combinations for code in CODES[dimension]]
    return {key: f"{number}.5" for number, key in enumerate(combinations)}


def pages(file: RawFile, form: Form) -> list[Row]:
    """The rows of a table in pages, each with the address of the next."""
    is_v4 = file is V4
    [measure] = file.units
    chance = random.Random(form.seed)
    rows: list[Row] = []
    for number, (key, value) in enumerate(figures(file).items()):
        codes = [f"{code:<8}" if form.is_padded else code for code in key]
        is_text = is_v4 == (form.fault == "figures of another type")
        row: Row = dict(zip(file.dimensions, codes, strict=True))
        row["Id" if is_v4 else "ID"] = str(number) if form.ids_as_text else number
        padded = measure + " " * form.is_padded
        row |= {"Measure": padded, "ValueAttribute": "None"} if is_v4 else {}
        row["Value" if is_v4 else measure] = value if is_text else float(value)
        row |= {"Toelichting": None, "Extra": [1]} if form.has_extra_keys else {}
        rows.append(row)
    if form.is_shuffled:
        rows = [dict(chance.sample([*row.items()], len(row))) for row in rows]
        rows = chance.sample(rows, len(rows)) if is_v4 else rows
    at = f"https://opendata.cbs.nl/{'v1/CBS' if is_v4 else 'ODataFeed/odata'}/{file.table_id}/"
    name = "Observations" if is_v4 else "UntypedDataSet"
    dot = "@odata." if is_v4 else "odata."
    starts = [*range(0, len(rows) + (form.page_rows if form.has_empty_end else 0), form.page_rows)]
    made = []
    for start in starts:
        context = {f"{dot}{'context' if is_v4 else 'metadata'}": f"{at}$metadata#{name}"}
        count = str(len(rows)) if form.count_as_text else len(rows)
        counted = {"@odata.count": count} if form.is_counted and is_v4 and not start else {}
        link = {f"{dot}nextLink": f"{at}{name}?$skip={start + form.page_rows}"}
        more = link if start != starts[-1] else {}
        made.append({**context, **counted, "value": rows[start : start + form.page_rows], **more})
    return made


@pytest.mark.parametrize("file", [V3, V4], ids=["v3", "v4"])
@given(form=FORMS)
@settings(max_examples=examples(15), deadline=None)
def test_the_same_rows_arrive_or_the_pages_are_refused_by_name(file: RawFile, form: Form) -> None:
    chance = random.Random(form.seed)
    made = pages(file, form)
    if form.fault == "a page is lost" and len(made) > 3:
        made.pop(chance.randrange(len(made) - 2))  # nothing tells it before an empty end
    elif form.fault == "a page comes twice":
        made.append(made[chance.randrange(len(made))])
    chance.shuffle(made)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "pages"
        folder.mkdir()
        for number, page in enumerate(made):
            encoding = "utf-8-sig" if form.has_bom else "utf-8"
            (folder / f"{number}.json").write_text(json.dumps(page), encoding)
        try:
            found = read(folder)
        except DataError as error:
            assert form.fault, error
            assert all(one.file and one.reason for one in error.problems)
            return
    [measure] = file.units
    had = {
        tuple(row[one].strip() for one in file.dimensions): row[measure].strip() for row in found
    }
    assert len(found) == len(had)
    assert had == figures(file)
