"""Layouts of UWV files: the same rows arrive whatever the layout, or they are refused by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import transform
from etl.errors import DataError
from etl.protocols import uwv_quarter, uwv_workbook
from etl.protocols.uwv_mapping import Mapping
from etl.releases import importing
from tests.published import etl
from tests.soak import examples
from tests.workbooks import HEADER, ROWS, Row, csv_of, table, text_of, xlsx_of
from words import reference

CASES = Path(__file__).parents[2] / "cases" / "16_uwv_layouts"
FACTS = (
    "region_code, uwv_group_code, quarter, open_vacancies, vacancies_sign, ww_under_6_months, "
    "ww_sign, cast(tension_ratio as double)"
)
VACANCIES, WW, RATIO = HEADER[3:6]
Fact = tuple[object, ...]


def loaded(content: bytes, mapping: Mapping | None = None, name: str = "uwv") -> list[Fact]:
    """What arrives of a file, in order."""
    read = uwv_workbook.read(name, content, mapping).table
    with transform.scratch(importing.SOURCE, importing.FILE, read, name) as connection:
        return connection.execute(
            f"select {FACTS} from occupation_tension order by 1, 2, 3"
        ).fetchall()


def import_(content: bytes, folder: Path, mapping: str = "", blanks: int = 0) -> importing.Imported:
    path, toml = folder / "uwv.csv", folder / "mapping.toml"
    path.write_bytes(content)
    toml.write_text(mapping)
    return importing.import_workbook(
        path, folder / "raw", "2026-01-01", toml if mapping else None, blanks=blanks
    )


@pytest.mark.parametrize(
    ("name", "rows", "first", "last"),
    [
        ("uwv1_flat.xlsx", 72, ("2025KW04", 90, 190, 0.47), ("2025KW04", 420, 60, 7.0)),
        ("uwv2_merged_sheets.xlsx", 144, ("2025KW03", 110, 170, 0.6), ("2025KW04", 460, 290, 1.6)),
        ("uwv3_wide.xlsx", 288, ("2025KW01", 320, 250, 1.28), ("2025KW04", 160, 210, 0.76)),
        ("uwv4_comma.csv", 72, ("2025KW04", 1010, 140, 7.21), ("2025KW04", 1290, 170, 7.59)),
    ],
)
def test_files_as_people_get_them_load_as_they_are(
    name: str, rows: int, first: Fact, last: Fact
) -> None:
    """The first row is of electricians in the Achterhoek, the last of painters in Rivierenland."""
    found = loaded((CASES / name).read_bytes(), name=name)
    assert len(found) == rows
    facts = {row[:3]: (row[2], row[3], row[5], row[7]) for row in found}
    assert facts["AM09", "UWV-0761", first[0]] == first
    assert facts["AM10", "UWV-0735", last[0]] == last


def test_an_import_says_what_gave_the_quarter(tmp_path: Path) -> None:
    result = etl("import", CASES / "uwv2_merged_sheets.xlsx", "--raw", tmp_path)
    assert result.returncode == 0, result.stderr
    assert "Note: sheet 2025 Q3, quarter 2025KW03, by the name of the sheet\n" in result.stdout
    assert "9 regions x 8 occupation groups x 2 quarters" in result.stdout


REGIONS = {"Twente": "AM05", "Achterhoek": "AM09", "FoodValley": "AM38"}
GROUP_CODES = {"Lassers en plaatwerkers": "UWV-0742", "Timmerlieden": "UWV-0732"}
SIGNS = {"x": "secret", ".": "missing", "<10": "below_ten", "": "missing", "n.b.": "missing"}
SPELLINGS = (
    *("{y}KW0{q}", "{y} {q}e kwartaal", "{y}-Q{q}", "{y}Q{q}*", "{y}-K{q}", "{y} kw {q}"),
    *("{q}e kwartaal {y}", "{q}e kw. {y}", "Q{q} {y}", "{q}Q{y}", "kwartaal {q}, {y}"),
    *(
        "{y} {q}e kwartaal (voorlopig)",
        "{y}Q{q} v",
        "{w} kwartaal van {y}",
        "{y} {q}e kwartaal**",
        "{d}-{y}",
        "{q}de kwartaal {y}",
    ),
    *("{s}Q{q}", "Q{q}-{s}", "{q}e kw '{s}", "Q{q} {s}", "{s}-K{q}", "{w} kwartaal van {s} (v)"),
)
WORDS = ("eerste", "tweede", "derde", "vierde")
DAYS = ("31-03", "30-06", "30-09", "31-12")
Count = int | str


def spelled(spelling: str, quarter: str) -> str:
    number = int(quarter[-1])
    words = {
        "y": quarter[:4],
        "s": quarter[2:4],
        "q": number,
        "w": WORDS[number - 1],
        "d": DAYS[number - 1],
    }
    return spelling.format(**words)


@dataclass(frozen=True)
class Figures:
    """Vacancies and jobseekers of each region, group and quarter."""

    counts: dict[tuple[str, str, str], tuple[Count, Count]]
    spelling: str = "{y}KW0{q}"
    regions: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    quarters: list[str] = field(default_factory=list)

    def row(self, region: str, group: str, quarter: str) -> list[str]:
        """The figures as a file has them, with their ratio."""
        vacancies, ww = self.counts[region, group, quarter]
        both = isinstance(vacancies, int) and isinstance(ww, int) and ww > 0
        ratio = f"{vacancies / ww:.2f}" if both else ""  # type: ignore[operator]
        return [str(vacancies), str(ww), ratio]

    def expected(self) -> list[Fact]:
        found = []
        for (region, group, quarter), counts in self.counts.items():
            said = [(c, None) if isinstance(c, int) else (None, SIGNS[c]) for c in counts]
            key = REGIONS[region], GROUP_CODES[group], quarter
            ratio = self.row(region, group, quarter)[2]
            found.append((*key, *said[0], *said[1], float(ratio) if ratio else None))
        return sorted(found, key=lambda fact: fact[:3])


COUNT = st.integers(0, 30_000) | st.sampled_from(["x", ".", "<10", "n.b."])
JOBSEEKERS = st.integers(1, 3_000) | st.sampled_from(["x", "<10", "n.b."])


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    def some(values: Sequence[str]) -> list[str]:
        return draw(st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True))

    regions, groups = some(list(REGIONS)), some(list(GROUP_CODES))
    quarters = some(["2024KW04", "2025KW01", "2025KW02", "2025KW03"])
    counts = {
        (region, group, quarter): draw(st.tuples(COUNT, JOBSEEKERS))
        for region in regions
        for group in groups
        for quarter in quarters
    }
    return Figures(counts, draw(st.sampled_from(SPELLINGS)), regions, groups, quarters)


Sheets = dict[str, list[Row]]


class Laid(NamedTuple):
    """Sheets with their tables, and the cells that are merged: top, left, bottom, right."""

    sheets: Sheets
    merged: list[tuple[int, int, int, int]]


def flat(of: Figures) -> Laid:
    rows = [
        [region, group, spelled(of.spelling, quarter), *of.row(region, group, quarter)]
        for region, group, quarter in of.counts
    ]
    return Laid({"Tabel": [HEADER[:6], *rows]}, [])


def a_year_and_a_quarter(of: Figures) -> Laid:
    """The name of a region has its code beside it."""
    header = ["Jaar", "Kwartaal", "Regiocode", *HEADER[:2], *HEADER[3:6]]
    rows = [
        [quarter[:4], quarter[-1], REGIONS[region], region, group, *of.row(region, group, quarter)]
        for region, group, quarter in of.counts
    ]
    return Laid({"Tabel": [header, *rows]}, [])


def merged(of: Figures) -> Laid:
    """A region stands in the first of its rows; so does a quarter in those of a group."""
    rows: list[Row] = [HEADER[:6]]
    cells = []
    for region in of.regions:
        cells.append((len(rows), 0, len(rows) + len(of.groups) * len(of.quarters) - 1, 0))
        for group in of.groups:
            cells.append((len(rows), 1, len(rows) + len(of.quarters) - 1, 1))
            for quarter in of.quarters:
                first = quarter == of.quarters[0]
                names = [
                    region if first and group == of.groups[0] else "",
                    group if first else "",
                    spelled(of.spelling, quarter),
                ]
                rows.append([*names, *of.row(region, group, quarter)])
    return Laid({"Tabel": rows}, [cell for cell in cells if cell[0] < cell[2]])


def a_sheet_per_quarter(of: Figures) -> Laid:
    """A name of a sheet holds no star."""
    names = {quarter: spelled(of.spelling, quarter).strip("*") for quarter in of.quarters}
    return Laid({name: without_quarter(of, quarter) for quarter, name in names.items()}, [])


def a_title_per_sheet(of: Figures) -> Laid:
    return Laid(
        {
            f"Blad{number}": [
                [f"Peilmoment: {spelled(of.spelling, quarter)}"],
                [],
                *without_quarter(of, quarter),
            ]
            for number, quarter in enumerate(of.quarters)
        },
        [],
    )


def without_quarter(of: Figures, quarter: str) -> list[Row]:
    header = [*HEADER[:2], *HEADER[3:6]]
    rows = [[r, g, *of.row(r, g, quarter)] for r in of.regions for g in of.groups]
    return [header, *rows]


def quarters_above(of: Figures) -> Laid:
    above = ["", ""]
    for quarter in of.quarters:
        above += [spelled(of.spelling, quarter), "", ""]
    header = [*HEADER[:2], *[VACANCIES, WW, RATIO] * len(of.quarters)]
    merges = [(0, 2 + 3 * n, 0, 4 + 3 * n) for n in range(len(of.quarters))]
    return Laid({"Data": [above, header, *wide_rows(of)]}, merges)


def quarters_below(of: Figures) -> Laid:
    """Region and occupation stand above too, as in a header that is merged over two rows."""
    above, below = [*HEADER[:2]], ["", ""]
    for name in (VACANCIES, WW, RATIO):
        above += [name, *[""] * (len(of.quarters) - 1)]
        below += [spelled(of.spelling, quarter) for quarter in of.quarters]
    rows: list[Row] = [
        [r, g, *(of.row(r, g, q)[n] for n in range(3) for q in of.quarters)]
        for r in of.regions
        for g in of.groups
    ]
    return Laid({"Data": [above, below, *rows]}, [])


def quarters_in_names(of: Figures) -> Laid:
    names = [
        f"{name} {spelled(of.spelling, quarter)}"
        for quarter in of.quarters
        for name in ("Vacatures", "WW < 6 mnd", "Spanning")
    ]
    return Laid({"Data": [[*HEADER[:2], *names], *wide_rows(of)]}, [])


def wide_rows(of: Figures) -> list[Row]:
    return [
        [r, g, *(cell for q in of.quarters for cell in of.row(r, g, q))]
        for r in of.regions
        for g in of.groups
    ]


def merged_under_quarters(of: Figures) -> Laid:
    """A region stands in the first of its rows, under a header of two rows."""
    above, *cells = quarters_above(of)
    rows = above["Data"]
    size = len(of.groups)
    blanked = [["" if n % size else row[0], *row[1:]] for n, row in enumerate(rows[2:])]
    merges = [
        *cells[0],
        *((2 + n * size, 0, 1 + (n + 1) * size, 0) for n in range(len(of.regions))),
    ]
    return Laid(
        {"Data": [*rows[:2], *blanked]}, [cell for cell in merges if size > 1 or cell[0] == 0]
    )


def a_sheet_per_region(of: Figures) -> Laid:
    """The last column but three is not read."""
    header = [*HEADER[1:3], "Opmerking", *HEADER[3:6]]
    return Laid(
        {
            region: [
                header,
                *(
                    [g, spelled(of.spelling, q), "", *of.row(region, g, q)]
                    for g in of.groups
                    for q in of.quarters
                ),
            ]
            for region in of.regions
        },
        [],
    )


def a_region_in_titles(of: Figures) -> Laid:
    """The quarters stand in a row above the columns."""
    [(_, (above, header, *rows))] = quarters_above(of).sheets.items()
    return Laid(
        {
            f"Blad{number}": [
                [f"Spanning per beroep, arbeidsmarktregio {region}"],
                above[1:],
                header[1:],
                *(row[1:] for row in rows if row[0] == region),
            ]
            for number, region in enumerate(of.regions)
        },
        [],
    )


def quarters_in_names_per_region(of: Figures) -> Laid:
    [[header, *rows]] = quarters_in_names(of).sheets.values()
    return Laid(
        {r: [header[1:], *(row[1:] for row in rows if row[0] == r)] for r in of.regions}, []
    )


LAYOUTS = [
    *(a_sheet_per_region, a_region_in_titles, quarters_in_names_per_region),
    *(
        flat,
        a_year_and_a_quarter,
        merged,
        merged_under_quarters,
        a_sheet_per_quarter,
        a_title_per_sheet,
    ),
    *(quarters_above, quarters_below, quarters_in_names),
]
WITH_MARK = Mapping(marks={"N.B.": "missing"})


def as_xlsx(laid: Laid, is_numeric: bool) -> bytes:
    def merge(workbook: xlsxwriter.Workbook) -> None:
        for number, rows in enumerate(laid.sheets.values()):
            for top, left, bottom, right in laid.merged:
                workbook.worksheets()[number].merge_range(top, left, bottom, right, rows[top][left])

    def cell(value: str) -> str | float:
        try:
            return float(value) if is_numeric else value
        except ValueError:
            return value

    sheets = {
        name: [[cell(str(value)) for value in row] for row in rows]
        for name, rows in laid.sheets.items()
    }
    return xlsx_of(sheets, merge)


def as_csv(laid: Laid, delimiter: str) -> list[bytes]:
    """Of each sheet a file, with its name above it and each cell in quotes."""
    return [
        text_of([[f'"{cell}"' for cell in row] for row in [[name], *rows]], delimiter).encode()
        for name, rows in laid.sheets.items()
    ]


def texts(content: bytes) -> list[list[str]]:
    """What is read of a file, each quarter in one spelling."""
    rows = uwv_workbook.read("uwv", content, WITH_MARK).table.to_pylist()
    return [
        [
            row["region"],
            row["occupation"],
            uwv_quarter.only_quarter(row["quarter"]),
            *(row[name] for name in ("vacancies", "ww_under_6_months", "ratio")),
        ]
        for row in rows
    ]


def as_read(of: Figures) -> list[list[str]]:
    rows = [[*key, *of.row(*key)] for key in of.counts]
    return sorted([cell.replace("n.b.", ".") for cell in row] for row in rows)


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=examples(15))
@given(of=figures())
def test_every_layout_of_a_workbook_is_read_as_the_same_rows(
    layout: Callable[[Figures], Laid], of: Figures
) -> None:
    assert sorted(texts(as_xlsx(layout(of), is_numeric=False))) == as_read(of)


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=examples(15))
@given(of=figures(), delimiter=st.sampled_from(";,\t"))
def test_every_layout_of_csv_files_is_read_as_the_same_rows(
    layout: Callable[[Figures], Laid], of: Figures, delimiter: str
) -> None:
    found = [row for content in as_csv(layout(of), delimiter) for row in texts(content)]
    assert sorted(found) == as_read(of)


@pytest.mark.slow
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow])
@given(layout=st.sampled_from(LAYOUTS), of=figures(), is_numeric=st.booleans())
def test_every_layout_of_a_workbook_gives_the_same_figures(
    layout: Callable[[Figures], Laid], of: Figures, is_numeric: bool
) -> None:
    assert loaded(as_xlsx(layout(of), is_numeric), WITH_MARK) == of.expected()


KEYS_OF = {"T": "Twente", "A": "Achterhoek", "F": "FoodValley", "l": "Lassers en plaatwerkers"}
KEYS_OF |= {"t": "Timmerlieden", "k": "Koks", "-": "", "S": "Totaal"}


def keyed(text: str) -> bytes:
    """A csv of rows such as Tl4: Twente, lassers, the fourth quarter of 2025."""
    rows = [
        [*(KEYS_OF[one] for one in row[:2]), row[2].strip("-") and f"2025KW0{row[2]}"]
        for row in text.split()
    ]
    return csv_of([HEADER[:5], *([*row, 10, 20 + n] for n, row in enumerate(rows))])


@pytest.mark.parametrize(
    ("found", "filled"),
    [
        ("Tl4 -t4 Al4 -t4", "Tl4 Tt4 Al4 At4"),
        ("Tl4 A-4 Tt4 A-4", "Tl4 Al4 Tt4 At4"),
        ("Tl3 --4 -t3 --4 Al3 --4", "Tl3 Tl4 Tt3 Tt4 Al3 Al4"),
        ("Tl3 -t- Al- -t- Tl4 -t- Al- -t-", "Tl3 Tt3 Al3 At3 Tl4 Tt4 Al4 At4"),
        ("Tl4 -t4 -S4 Al4 -t4 -S4 S-4", "Tl4 Tt4 Al4 At4"),
        ("Tl4 -t4 Al4 -t4 Sl4 -t4 -k4", "Tl4 Tt4 Al4 At4"),
        ("Sl4 -t4 -k4 Tl4 -t4", "Tl4 Tt4"),
        ("Tl4 Tt4 S-4", "Tl4 Tt4"),
    ],
)
def test_blank_cells_below_a_name_are_filled_where_cells_were_merged(
    found: str, filled: str
) -> None:
    assert [row[:3] for row in loaded(keyed(found))] == [row[:3] for row in loaded(keyed(filled))]


@pytest.mark.parametrize(
    "found",
    [
        *("-l4 -t4", "Tl4 -l4", "Tl4 Tt4 -k4", "Tl4 Tt4 Al4 At4 -k4", "Tl4 T-4 Tk4"),
        *("Tl4 Tt4 Al4 At4 F-4", "Tl4 -t4 -k4 Tl3 -l4", "Tl4 -t4 Tk4", "Sl4 Tt4 -t4"),
    ],
)
def test_blank_cells_that_may_be_names_that_lack_are_refused_by_name(found: str) -> None:
    with pytest.raises(DataError, match="found ''; the (region|occupation) is unknown"):
        loaded(keyed(found))


def test_what_stands_alone_in_a_row_ends_what_is_filled_down(tmp_path: Path) -> None:
    rows: list[Row] = [["Twente", "Koks", "2025KW04", 1, 2], ["", "Timmerlieden", "2025KW04", 1, 2]]
    with pytest.raises(DataError, match="row 4, .* found ''; the region is unknown"):
        loaded(csv_of([HEADER[:5], rows[0], ["Achterhoek"], rows[1]]))
    note: Row = ["* voorlopig"]
    content = csv_of([HEADER[:5], *rows, note])
    assert import_(content, tmp_path).notes == [
        "column Arbeidsmarktregio: blank cells filled down: 1"
    ]
    wide = [[*HEADER[:2], "Vacatures 25Q4", "WW < 6 mnd 25Q4"]]
    wide += [["Twente", "Koks", 1, 2], ["", "Timmerlieden", 1, 2]]
    wide += [["Achterhoek", "Koks", 1, 2], ["", "Timmerlieden", "", ""], ["Bron: UWV", "", "", ""]]
    facts = {row[:3]: row[3:5] for row in loaded(csv_of(wide))}
    assert facts["AM09", "UWV-0732", "2025KW04"] == (None, "missing")


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("quarter", ["2024KW01", "2025KW02", "2025KW03", "2025KW04"])
def test_a_quarter_is_the_same_in_a_column_a_header_and_a_title(
    spelling: str, quarter: str
) -> None:
    text = spelled(spelling, quarter)
    assert uwv_quarter.only_quarter(text) == quarter
    assert uwv_quarter.quarter_in(f"Vacatures {text}") == (quarter, "Vacatures")
    assert uwv_quarter.quarter_of_title(f"Spanning, stand {text}") == quarter


def test_every_spelling_is_read_in_a_column() -> None:
    days = ["31 december 2025", "31/12/2025", "31.12.2025", "2025-12-31 00:00:00", "31 dec 2025"]
    days += ["31-12-2025 0:00", "12/31/2025", "2025-12-31T00:00:00.000Z"]
    short = ["'25 Q4", "25 kwartaal 4", "4Q25", "kw4/25", "4e kw. ’25", "Q4_25*"]
    spellings = [*(spelled(one, "2025KW04") for one in SPELLINGS), *days, *short]
    codes = [row["uwv_group_code"] for row in reference("uwv_group")]
    rows = [["Twente", code, text, 1, 1] for code, text in zip(codes, spellings, strict=False)]
    assert {row[2] for row in loaded(csv_of([HEADER[:5], *rows]))} == {"2025KW04"}
    assert {uwv_quarter.only_quarter(text) for text in spellings} == {"2025KW04"}


@pytest.mark.parametrize(
    "text",
    [
        *("2025", "Q4", "Q1-Q4 2025", "1e t/m 4e kwartaal 2025", "vanaf Q1 2024", "2025KW05"),
        *("Q3 2025 en Q4 2025", "12025KW04", "2025KW045", "30-12-2025", "2025-10-01", "4 2025"),
        *("31-12-25", "25/4", "Q425", "Tabel 12 Q4", "Q4 10 regio's", "Q1-Q4 25", "24/25-Q3"),
        *("24 Q1 25", "254e kw", "dec-25", "1e t/m 4e kwartaal 25", "4e kwartaal", "2025-25Q4"),
    ],
)
def test_a_text_without_exactly_one_quarter_gives_none(text: str) -> None:
    assert uwv_quarter.quarter_in(text)[0] == ""


def test_years_of_two_digits_are_told_and_those_to_come_refused_by_name(tmp_path: Path) -> None:
    rows = [["Twente", "Timmerlieden", text, 1, 1] for text in ("25Q4", "Q3 '25", "2025KW02")]
    assert import_(csv_of([HEADER[:5], *rows]), tmp_path).notes == [
        "years of two digits: 25Q4 is 2025KW04, Q3 '25 is 2025KW03"
    ]
    rows += [["Twente", "Timmerlieden", text, 1, 1] for text in ("27Q1", "99Q4")]
    with pytest.raises(DataError, match="after 2026, the year of the import") as caught:
        import_(csv_of([HEADER[:5], *rows]), tmp_path)
    [problem] = caught.value.problems
    assert (problem.line, problem.column) == (5, "Kwartaal")
    assert problem.reason.endswith("2 times: '27Q1' in row 5; '99Q4' in row 6")


def test_a_year_that_contradicts_the_quarter_beside_it_is_refused() -> None:
    header = ["Jaar", *HEADER[2:3], *HEADER[:2], *HEADER[3:5]]
    found = [(y, q) for y in ("2025", "25") for q in ("4", "2025KW04", "25Q4", "Q4")]
    for year, quarter in found:
        [row] = loaded(csv_of([header, [year, quarter, "Twente", "Timmerlieden", 1, 1]]))
        assert row[2] == "2025KW04"
    with pytest.raises(DataError, match="found '2024 25Q4'; a quarter such as"):
        loaded(csv_of([header, ["2024", "25Q4", "Twente", "Timmerlieden", 1, 1]]))


@pytest.mark.parametrize(
    "title",
    ["Gepubliceerd in Q1 2026", "Publicatiedatum 31-12-2025", "31-12-2025, versie 2", "Jaar 2025"],
)
def test_the_day_of_publication_is_no_quarter_of_the_figures(title: str) -> None:
    rows: list[Row] = [[title], [*HEADER[:2], *HEADER[3:5]], ["Twente", "Koks", 10, 10]]
    with pytest.raises(DataError, match="no column was recognised as quarter") as caught:
        loaded(xlsx_of(rows))
    assert 'quarter = ""' in caught.value.next_step
    assert 'vacancies = "Openstaande vacatures"' in caught.value.next_step


def test_sheets_without_a_quarter_are_refused_together_and_a_mapping_names_each() -> None:
    rows: list[Row] = [[*HEADER[:2], *HEADER[3:5]], ["Twente", "Timmerlieden", 10, 20]]
    content = xlsx_of({"2025KW02": rows, "Blad1": rows, "Blad2": rows})
    with pytest.raises(DataError) as caught:
        loaded(content)
    assert [problem.file for problem in caught.value.problems] == [
        "uwv, sheet Blad1",
        "uwv, sheet Blad2",
    ]
    assert "name with sheet, as a list, the sheets to read" in str(caught.value)
    assert 'quarter = {"Blad1" = "", "Blad2" = ""}' in caught.value.next_step
    read = uwv_workbook.read("uwv", content, Mapping(sheet=["2025KW02"]))
    assert read.left_out == [
        f"sheet Blad{number}: not named by the mapping, not read" for number in (1, 2)
    ]
    found = loaded(content, Mapping(quarter={"Blad1": "2025KW03", "Blad2": "Q4 2025"}))
    assert [row[2] for row in found] == ["2025KW02", "2025KW03", "2025KW04"]


def test_the_sheet_or_a_title_gives_the_region_that_no_column_has(tmp_path: Path) -> None:
    rows: list[Row] = [[HEADER[1], *HEADER[3:5]], ["Timmerlieden", 10, 20]]
    book = xlsx_of({"Twente 25Q4": rows, "AM09, Q4 2025": rows, "Nederland 2025KW04": rows})
    assert [row[0] for row in loaded(book)] == ["AM05", "AM09", "NL01"]
    assert uwv_workbook.read("uwv", book).notes[:2] == [
        "sheet Twente 25Q4, region Twente, by the name of the sheet",
        "sheet Twente 25Q4, quarter 2025KW04, by the name of the sheet",
    ]
    total = xlsx_of({"Twente 25Q4": rows, "Totaal 25Q4": rows})
    assert [row[0] for row in loaded(total)] == ["AM05"]
    csv = csv_of([["Spanning Rijk van Nijmegen, stand 4e kw '25"], ["Bron: UWV Twente"], *rows])
    result = import_(csv, tmp_path)
    assert result.notes == ["region Rijk van Nijmegen, by row 1", "quarter 2025KW04, by row 1"]


@pytest.mark.parametrize(
    "title",
    [
        *("Spanning per beroep", "Spanning in Twente en Achterhoek", "Bewerking: Regio Zwolle"),
        *("Provincie Groningen", "Gemeente Amersfoort", "Twentenaren", "Niet in te delen"),
    ],
)
def test_sheets_without_a_region_are_refused_together_and_a_mapping_names_each(title: str) -> None:
    rows: list[Row] = [[title], HEADER[1:5], ["Timmerlieden", "25Q4", 10, 20]]
    content = xlsx_of({"Twente": rows[1:], "Blad1": rows, "Blad2": rows})
    with pytest.raises(DataError, match="no column was recognised as region, and no") as caught:
        loaded(content)
    assert [problem.file[-5:] for problem in caught.value.problems] == ["Blad1", "Blad2"]
    assert 'region = {"Blad1" = "", "Blad2" = ""}' in caught.value.next_step
    found = loaded(content, Mapping(region={"Blad1": "Achterhoek", "Blad2": "AM38"}))
    assert [row[0] for row in found] == ["AM05", "AM09", "AM38"]


def test_a_region_is_not_taken_from_a_sheet_whose_column_may_have_it() -> None:
    rows: list[Row] = [["Gebied", *HEADER[1:5]], ["Achterhoek", "Timmerlieden", "25Q4", 10, 20]]
    with pytest.raises(DataError, match="no column was recognised as region"):
        loaded(xlsx_of({"Twente": rows}))
    rows[0][0], rows[1][0] = "Regionaam", "Voorst"
    with pytest.raises(DataError, match="'Regionaam' is probably region"):
        loaded(xlsx_of({"Twente": rows}))
    without: list[Row] = [HEADER[1:5], ["Timmerlieden", "25Q4", 10, 20]]
    read = uwv_workbook.read("uwv", xlsx_of({"Tabel": table(), "Twente": without}))
    assert read.left_out == ["sheet Twente: not recognised, not read"]
    with pytest.raises(DataError, match="the name of the sheet says Twente and this row Achterho"):
        loaded(xlsx_of({"Twente": [["Arbeidsmarktregio Achterhoek"], *without]}))
    with pytest.raises(DataError, match="the table and the mapping both give the region"):
        loaded(xlsx_of(table()), Mapping(region="Twente"))


def test_a_table_with_a_column_of_quarters_may_have_a_quarter_as_its_title() -> None:
    content = xlsx_of([["2025 Q4"], *table()])
    assert {row[2] for row in loaded(content)} == {"2025KW02"}


def test_a_title_that_contradicts_the_name_of_its_sheet_is_refused() -> None:
    rows: list[Row] = [["Stand 3e kwartaal 2025"], [*HEADER[:2], *HEADER[3:5]], ["Twente"] * 4]
    with pytest.raises(DataError, match=r"row 1: the name of the sheet says 2025KW04 and this"):
        loaded(xlsx_of({"2025 Q4": rows}))


def test_quarters_above_that_are_not_understood_are_asked_for() -> None:
    rows: list[Row] = [
        ["", "", "25/4", "", "26/1", ""],
        [*HEADER[:2], *[VACANCIES, WW] * 2],
        ["Twente", "Timmerlieden", 1, 2, 3, 4],
    ]
    with pytest.raises(DataError, match="columns of several quarters each need the quarter"):
        loaded(xlsx_of(rows))


def test_a_quarter_with_too_few_columns_is_refused_and_one_without_figures_left_out() -> None:
    names = [*HEADER[:2], "Vacatures 2025KW01", "WW < 6 mnd 2025KW01", "Vacatures 2025KW02"]
    with pytest.raises(DataError, match="recognised as ww_under_6_months of 2025KW02"):
        loaded(xlsx_of([names, ["Twente", "Timmerlieden", 1, 2, 3]]))
    names.append("WW < 6 mnd 2025KW02")
    read = uwv_workbook.read("uwv", xlsx_of([names, ["Twente", "Timmerlieden", 1, 2, "", ""]]))
    assert read.left_out == ["sheet Tabel, quarter 2025KW02: no figures"]
    assert read.table["quarter"].to_pylist() == ["2025KW01"]


def test_a_refusal_in_a_wide_table_names_the_column_of_its_quarter(tmp_path: Path) -> None:
    names = [
        *HEADER[:2],
        *(f"{n} 2025KW0{q}" for q in (1, 2) for n in ("Vacatures", "WW < 6 mnd")),
    ]
    rows: list[Row] = [names, ["Twente", "Timmerlieden", 1, 2, "veel", 3]]
    with pytest.raises(DataError) as caught:
        import_(csv_of(rows), tmp_path)
    [problem] = caught.value.problems
    assert (problem.line, problem.column, problem.value) == (2, "Vacatures 2025KW02", "veel")


def test_a_merged_figure_is_refused_and_a_merged_remark_is_none() -> None:
    def merge(book: xlsxwriter.Workbook, cells: str, text: str) -> None:
        book.worksheets()[0].merge_range(cells, text)

    with pytest.raises(DataError, match=r"row 2, column Openstaande vacatures: .* are merged"):
        loaded(xlsx_of(table(), lambda book: merge(book, "D2:D3", "120")))
    content = xlsx_of(table(), lambda book: merge(book, "A6:G7", "Bron: UWV"))
    assert uwv_workbook.read("uwv", content).left_out == [
        "sheet Tabel, row 6: a remark, 'Bron: UWV'"
    ]


def test_title_lines_and_footnotes_around_a_csv_are_no_figures() -> None:
    rows = [list(HEADER[:2]) + list(HEADER[3:5]), ["Twente", "Timmerlieden", "10", "20"]]
    for delimiter in ";,\t":
        text = (
            "Spanning per regio, beroep\nStand 4e kwartaal 2025\n\n"
            + text_of(rows, delimiter)
            + "Bron: UWV, bewerking provincie; zie toelichting\n"
        )
        found = loaded(text.encode())
        assert [row[:4] for row in found] == [("AM05", "UWV-0732", "2025KW04", 10)]


@pytest.mark.parametrize(
    "units",
    [
        ["", "", "", "aantal", "aantal", "ratio"],
        ["Eenheid", "", "", "(aantal)", "(aantal)", "(ratio)"],
        ["naam", "naam", "", "aantal vacatures", "aantal personen", ""],
        ["", "", "", "x 1", "", ""],
    ],
)
def test_a_row_of_units_is_no_figure(units: Row) -> None:
    good = ["Twente", "Timmerlieden", "2025KW04", 10, 20, 0.5]
    for content in (xlsx_of([HEADER[:6], units, good]), csv_of([HEADER[:6], units, good])):
        assert [row[3:6] for row in loaded(content)] == [(10, None, 20)]
    [told] = uwv_workbook.read("uwv", csv_of([HEADER[:6], units, good])).left_out
    assert told == f"row 2: units, no figures: {', '.join(str(cell) for cell in units if cell)}"


def test_merged_units_are_units() -> None:
    rows: list[Row] = [HEADER[:6], ["", "", "", "aantal", "", "ratio"], [*ROWS[0][:5], 3.0]]
    merged = Laid({"Tabel": rows}, [(1, 3, 1, 4)])
    assert len(loaded(as_xlsx(merged, is_numeric=True))) == 1


@pytest.mark.parametrize("multiple", ["x 1.000", "(x 1 000)", "× 1000", "in duizenden", "x1.000,"])
@pytest.mark.parametrize(
    "where", ["a row", "one cell", "a name", "a title", "a remark", "a column"]
)
def test_figures_in_thousands_are_refused_by_name_wherever_it_stands(
    where: str, multiple: str
) -> None:
    header, title, units, remark = [*HEADER[:6], "Eenheid"], [], [], []
    good = ["Twente", "Timmerlieden", "2025KW04", 10, 20, 0.5, ""]
    if where == "a row":
        units = ["", "", "", multiple, multiple.strip(","), "ratio", ""]
    elif where == "one cell":
        units = ["", "", "", multiple, "", "", ""]
    elif where == "a name":
        header[4] = f"{header[4]} {multiple}".strip(",")
    elif where == "a title":
        title = [f"Spanning, {multiple}"]
    elif where == "a remark":
        remark = [f"Bron: UWV, aantallen {multiple}"]
    else:
        good[6] = multiple
    rows = [row for row in (title, header, units, good, remark) if row]
    for content in (xlsx_of(rows), csv_of(rows)):
        with pytest.raises(DataError, match="says that the figures are not in units"):
            loaded(content)


def test_a_ratio_in_per_cent_is_refused_and_an_unread_column_may_be_anything() -> None:
    header, good = [*HEADER[:6], "Banen (x 1.000)"], ["Twente", "Koks", "2025KW04", 1, "x", 12, 3]
    units = ["", "", "", "aantal", "aantal", "ratio", "x 1.000"]
    assert len(loaded(xlsx_of([header, units, good]))) == 1
    units[5] = "%"
    with pytest.raises(DataError, match="row 2, column Spanningsindicator: '%' says"):
        loaded(xlsx_of([header, units, good]))
    header[5] = "Spanning (%)"
    with pytest.raises(DataError, match=r"row 1, column Spanning \(%\): 'Spanning \(%\)' says"):
        loaded(xlsx_of([header, good]))


@pytest.mark.parametrize("text", ["* 100 gemeenten", "Stand per 10 oktober", "2 x 15 regio's"])
def test_a_remark_with_a_number_is_no_unit(text: str) -> None:
    assert len(loaded(csv_of([*table(), [text]]))) == 3


def grouped(mark: str, *counts: tuple[str, str, str]) -> list[Fact]:
    rows = [
        ["Twente", group, "2025KW04", vacancies.replace("_", mark), ww.replace("_", mark), ratio]
        for group, (vacancies, ww, ratio) in zip(GROUP_CODES, counts, strict=False)
    ]
    return [(row[3], row[5]) for row in loaded(csv_of([HEADER[:6], *rows]))]


@pytest.mark.parametrize("mark", [".", ",", "\u202f"])
def test_a_mark_of_thousands_is_read_where_a_ratio_shows_it(mark: str) -> None:
    assert grouped(mark, ("1_010", "140", "7,21")) == [(1010, 140)]
    assert grouped(mark, ("1_000", "2_500", "0,40")) == [(1000, 2500)]
    both = grouped(mark, ("1_010", "140", "7,21"), ("2_000", "x", ""))
    assert sorted(both, key=str) == [(1010, 140), (2000, None)]


@pytest.mark.parametrize(
    "counts",
    [
        ("1_010", "140", ""),
        ("1_000", "2_000", "0,50"),
        ("10", "40_000", "0"),
        ("1_010", "140", "0,01"),
        ("1_2345", "140", "88,18"),
    ],
)
def test_a_mark_that_may_be_of_decimals_is_refused(counts: tuple[str, str, str]) -> None:
    with pytest.raises(DataError, match="a whole number"):
        grouped(".", counts)


@settings(max_examples=examples(6))
@given(
    vacancies=st.integers(0, 2_000_000), ww=st.integers(1, 2_000_000), mark=st.sampled_from(".,' ")
)
def test_a_count_with_a_mark_arrives_as_it_was_written_or_not_at_all(
    vacancies: int, ww: int, mark: str
) -> None:
    cells = [f"{count:,}".replace(",", mark) for count in (vacancies, ww)]
    rows = [HEADER[:6], ["Twente", "Koks", "2025KW04", *cells, f"{vacancies / ww:.2f}"]]
    try:
        [row] = loaded(csv_of(rows))
    except DataError as error:
        assert {problem.column for problem in error.problems} <= {"vacancies", "ww_under_6_months"}
    else:
        assert (row[3], row[5]) == (vacancies, ww)


def test_a_mark_that_a_mapping_explains_is_the_sign_that_it_says(tmp_path: Path) -> None:
    rows = table((1, 3, "n.b."), (2, 3, "n.v.t."), (3, 3, "–"), (1, 5, ""), (1, 6, ""))
    rows = [row[:5] for row in rows]
    with pytest.raises(DataError, match=r"\[marks\] of a mapping") as caught:
        import_(csv_of(rows), tmp_path)
    [problem] = caught.value.problems
    assert problem.reason.endswith("3 times: 'n.b.' in row 2; 'n.v.t.' in row 3; '–' in row 4")
    marks = '[marks]\n"N.B." = "secret"\n"n.v.t." = "below_ten"\n"–" = "nil"\n'
    assert import_(csv_of(rows), tmp_path, marks).is_new
    found = loaded(
        csv_of(rows), Mapping(marks={"n.b.": "secret", "n.v.t.": "below_ten", "–": "nil"})
    )
    assert [row[3:5] for row in found] == [(None, "secret"), (None, "below_ten"), (0, "nil")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[marks]\n"n.b." = "onbekend"', "one of the signs missing, secret, nil, below_ten"),
        ('[marks]\n"5" = "nil"', "a mark was expected, and this is a number"),
        ('[marks]\n"n.b." = 3', "text between quotes was expected"),
        ("quarter = {Blad1 = 4}", "text between quotes was expected"),
    ],
)
def test_a_wrong_mark_or_quarter_in_a_mapping_is_named(
    text: str, says: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=says):
        import_(csv_of(table()), tmp_path, text)


def test_many_refusals_of_two_kinds_are_two_messages(tmp_path: Path) -> None:
    rows = [
        ["Twente", group, f"20{year}-4", 10, "veel"]
        for group in GROUP_CODES
        for year in range(12, 25)
    ]
    with pytest.raises(DataError) as caught:
        import_(csv_of([HEADER[:5], *rows]), tmp_path)
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == 2
    assert "uwv.csv, row 2, column WW korter dan zes maanden: found 'veel';" in said[1]
    assert "; 26 times: 'veel' in rows 2, 3, 4, 5, 6 and 21 more" in said[1]


def test_an_old_name_of_a_region_is_read_and_told(tmp_path: Path) -> None:
    old = "Stedendriehoek en Noordwest Veluwe"
    rows = [
        [old, "Timmerlieden", quarter, 1, 1] for quarter in ("2023KW04", "2024KW01", "2025KW01")
    ]
    assert import_(csv_of([HEADER[:5], *rows]), tmp_path).notes == [
        f"{old} was the name of AM06 up to 2023 and is read as AM06 in 2024KW01 to 2025KW01; check "
        "that the figures are of the region with its borders of then"
    ]
    assert import_(csv_of([HEADER[:5], rows[0]]), tmp_path).notes == []
