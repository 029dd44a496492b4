"""Every table of CBS that the register has comes in as a download of StatLine too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest

from etl import raw
from etl.database import RAW
from etl.intake import cbs
from etl.register import RawFile
from tests.cbs_server import Row, table_like, title_of
from tests.etl.intake.reading import read
from tests.etl.intake.test_cbs_by_hand import ALL_REGIONS, ALL_SECTORS, as_csv
from tests.etl.sources.test_sources import CATEGORIES
from tests.releases import write
from tests.soak import quick

PLACES = {
    "NL01": "Nederland",
    "LD02": "Oost-Nederland (LD)",
    "PV23": "Overijssel (PV)",
    "PV99": "Niet in te delen (PV)",
    "CR12": "Twente (CR)",
    "AM05": "Twente (AM)",
    "AM04": "IJsselvechtstreek (AM)",
    "AM36": "Regio Zwolle (AM)",
    "GM0014": "Groningen (gemeente)",
    "GM0150": "Deventer",
    "GM0373": "Bergen (NH.)",
    "GM0003": "Appingedam",
}
TIMES = {
    "2022KW02": ("2022 2e kwartaal", "Definitief"),
    "2022JJ00": ("2022", "Definitief"),
    "2026MM03": ("2026 maart**", "NaderVoorlopig"),
    "2025SJ00": ("2025/'26*", "Voorlopig"),
}
STARS = {"Voorlopig": "*", "NaderVoorlopig": "**"}
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
ENTRIES = {str(file.table_id): (source, file) for source, file in cbs.tables()}
TOTALS = {"Marges": ["Waarde", "Ondergrens 95%-interval"]}
Labels = dict[str, dict[str, str]]
Layout = Callable[[RawFile, list[Row], Labels], list[list[str]]]


def made(file: RawFile, folder: Path) -> pa.Table:
    """What is stored of a table after a fetch: all combinations of some categories."""
    places = [{"Key": f"{code:<8}", "Title": title} for code, title in PLACES.items()]
    if len(file.dimensions) == 1:
        places = places[-4:]
    times = [
        {"Key": code, "Title": title.rstrip("*"), "Status": status}
        for code, (title, status) in TIMES.items()
    ]
    own = {"RegioS": places, "Regio": places[:4], "Perioden": times}
    table = table_like(file, {**CATEGORIES, **own})
    for number, row in enumerate(table.rows):
        for place, measure in enumerate(table.measures):
            row[measure] = "." if number % 7 == 3 else f"{number}.{place}"
    figures = "Observations" if file.protocol == "cbs_odata4" else "UntypedDataSet"
    lists = [*(("MeasureCodes",) if file.protocol == "cbs_odata4" else ("DataProperties",))]
    parts = [cbs.Part(file.stem, figures, table.answer(figures, {}) or {})]
    parts += [cbs.Part(file.stem, one, table.answer(one, {}) or {}) for one in lists]
    ending = "Codes" if file.protocol == "cbs_odata4" else ""
    parts += [
        cbs.Part(file.stem, f"{one}{ending}", table.answer(f"{one}{ending}", {}) or {})
        for one in file.listed
    ]
    cbs.lay_out_answers(parts, folder)
    return raw.read(file, folder)


def stored(table_id: str, raw_folder: Path) -> list[Row]:
    """The rows of the release in data/raw, and where there is none of one that is made."""
    source, file = ENTRIES[table_id]
    path = raw.newest(RAW, source, file)
    table = pyarrow.parquet.read_table(path) if path else made(file, raw_folder.parent / "pages")
    rows = [
        {k: (v or "").strip() if k != "line" else v for k, v in row.items()}
        for row in table.to_pylist()
    ]
    write(raw_folder, source.source_id, file.stem, "2026-11-01", table.to_pylist())
    return rows


def labels_of(rows: list[Row], file: RawFile) -> Labels:
    """The label of each category: its title where that is stored, else that of the other lists."""
    known = PLACES | ALL_REGIONS | ALL_SECTORS
    known |= {row["Perioden"]: period(row) for row in rows if "Perioden" in row}
    return {
        dimension: {
            row[dimension]: row.get(f"{dimension}:Title") or known[row[dimension]] for row in rows
        }
        for dimension in file.dimensions
    }


def period(row: Row) -> str:
    """The label of its quarter, month, year or school year, with the stars of its status."""
    code = row["Perioden"]
    stars = STARS.get(row.get("Perioden:Status") or "", "")
    behind = {
        "MM": f" {MONTHS[int(code[6:]) - 1]}",
        "KW": f" {code[-1]}e kwartaal",
        "SJ": f"/'{int(code[2:4]) + 1:02d}",
    }
    return code[:4] + behind.get(code[4:6], "") + stars


def topic(name: str, unit: str) -> str:
    group, _, key = name.rpartition("/")
    path = [group, title_of(key)] if group else [title_of(key)]
    return "/".join(path) + (f" ({unit})" if unit else "")


def long(file: RawFile, rows: list[Row], labels: Labels) -> list[list[str]]:
    header = [*file.only, *file.dimensions, *(topic(*one) for one in file.units.items())]
    totals = [TOTALS.get(one, ["Totaal", "Mannen"]) for one in file.only]
    return [
        [*header, "Een ander onderwerp (%)"],
        *(
            [
                *(total[place] for total in totals),
                *(labels[one][row[one]] for one in file.dimensions),
                *(
                    row[one].replace(".", ",") if len(row[one]) > 1 else row[one]
                    for one in file.units
                ),
                "1",
            ]
            for row in rows
            for place in ((0, 1) if file.only else (0,))
        ),
    ]


def wide(file: RawFile, rows: list[Row], labels: Labels) -> list[list[str]]:
    """Topics above, below them the periods; of a table without periods groups and topics."""
    found = long(file, rows, labels)
    header = found[0]
    first = len(file.only) + len(file.dimensions)
    if "Perioden" not in file.dimensions:
        above = [one.rpartition("/") for one in header[first:-1]]
        groups = [group for group, _, _ in above]
        return [
            [*header[:1], *groups],
            ["", *(title for _, _, title in above)],
            *(row[:-1] for row in found[1:]),
        ]
    at = header.index("Perioden")
    if first == 1:
        times = [row[at] for row in found[1:]]
        figures = zip(header[1:], *(row[1:] for row in found[1:]), strict=True)
        return [["Perioden", *times], ["Onderwerp", *[""] * len(times)], *map(list, figures)]
    times = list(dict.fromkeys(row[at] for row in found[1:]))
    cells: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for row in found[1:]:
        key = (*row[:at], *row[at + 1 : first])
        cells.setdefault(key, {})[row[at]] = row[first:]
    topics = header[first:]
    above = [""] * (first - 2)
    blank = [""] * len(topics)
    return [
        [*above, "Onderwerp", *(one for one in topics for _ in times)],
        [*above, "Perioden", *(time for _ in topics for time in times)],
        [*header[:at], *header[at + 1 : first]],
        *(
            [*key, *(by.get(time, blank)[place] for place in range(len(topics)) for time in times)]
            for key, by in cells.items()
        ),
    ]


@pytest.mark.parametrize("layout", [long, wide])
@pytest.mark.parametrize("table_id", quick(ENTRIES, {*ENTRIES} - {"83599NED"}))
def test_a_download_gives_what_the_stored_file_gives(
    table_id: str, layout: Layout, tmp_path: Path
) -> None:
    _, file = ENTRIES[table_id]
    rows = stored(table_id, tmp_path / "raw")
    path = tmp_path / "download.csv"
    table = layout(file, rows, labels_of(rows, file))
    path.write_text(as_csv([[file.title], *table, ["© CBS"]], ";"), "utf-8-sig")
    for known in (tmp_path / "raw", tmp_path / "nothing"):
        named = [one for one in file.dimensions if f"{one}:Title" in file.columns]
        hidden = {"line", *(() if known.name == "raw" else named)}
        if not rows[0].get("Perioden:Status"):
            hidden.add("Perioden:Status")

        def key(row: Row, hidden: set[str] = hidden) -> list[tuple[str, Any]]:
            return sorted((name, value) for name, value in row.items() if name not in hidden)

        found = read(path, known)
        if layout is wide:
            found, rows = ([row for row in some if holds(row, file)] for some in (found, rows))
        assert sorted(map(key, found)) == sorted(map(key, rows))


def holds(row: Row, file: RawFile) -> bool:
    """Whether a row has a figure: side by side stand also periods that a part does not have."""
    return any(row[one] for one in file.units)
