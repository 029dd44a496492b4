"""Notes beside a series: what the loader refuses, where a note shows, and how it is drawn."""

from __future__ import annotations

import csv
import io
import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import queries
import sentences
from drawings import multiples, tension_lines, timeline
from etl import transform
from etl.database import DATABASE_VARIABLE, build
from etl.errors import DataError
from tests.published import only_published
from tests.written import dutch_csv
from ui.parts import series_notes

FIELDS = (
    "starts_on",
    "ends_on",
    "region_codes",
    "occupation_code",
    "programme_id",
    "text",
    "author",
    "source",
    "publisher",
    "url",
    "published_on",
    "also_url",
)
GOOD = {
    "starts_on": "2020-03-15",
    "region_codes": "NL01",
    "text": "Er gebeurde iets.",
    "author": "Redactie",
    "source": "Een bericht",
    "publisher": "Een krant",
    "url": "https://example.org/bericht",
}
REFUSED = [
    ("starts_on", "15-03-2020", "a date such as 2020-03-15"),
    ("starts_on", "2020-02-30", "a date such as 2020-03-15"),
    ("starts_on", "", "a date such as 2020-03-15"),
    ("ends_on", "2020-13", "a date such as 2020-03-15"),
    ("ends_on", "2020-03-14", "the end comes before the start, 2020-03-15"),
    ("published_on", "gisteren", "a date such as 2020-03-15"),
    ("region_codes", "PV99", "the region is unknown"),
    ("region_codes", "", "the region is unknown"),
    ("occupation_code", "UWV-9999", "the occupation is unknown"),
    ("programme_id", "geen_programma", "the programme is unknown"),
    ("text", " ", "nothing stands here"),
    ("author", "", "nothing stands here"),
    ("source", "", "nothing stands here"),
    ("publisher", "", "nothing stands here"),
    ("url", "", "the address of the source was expected"),
    ("url", "een krant", "the address of the source was expected"),
    ("also_url", "www.krant.nl", "the address of the source was expected"),
]


def with_notes(rows: list[dict[str, str]], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Use reference tables in which these are the only notes."""
    reference = folder / "reference"
    shutil.copytree(transform.REFERENCE, reference)
    with (reference / "note.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(rows)
    monkeypatch.setattr(transform, "REFERENCE", reference)
    return folder / "monitor.duckdb"


def shown(*region_codes: str, occupations: tuple[str, ...] = ()) -> pd.DataFrame:
    return queries.notes.shown(
        region_codes=region_codes,
        occupation_codes=occupations,
        first_day="2010-01-01",
        last_day="2026-12-31",
        with_programmes=True,
        with_sample=False,
    )


def texts(*region_codes: str, occupations: tuple[str, ...] = ()) -> list[str]:
    return list(shown(*region_codes, occupations=occupations)["note_text"])


@pytest.fixture
def use(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def test_every_bad_value_is_refused_by_file_line_column_and_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [GOOD, *({**GOOD, column: value} for column, value, _ in REFUSED)]
    path = with_notes(rows, tmp_path, monkeypatch)
    with pytest.raises(DataError) as refused:
        build(path, only_published())
    assert not path.exists()
    found = {(problem.line, problem.column): problem for problem in refused.value.problems}
    assert {problem.file for problem in found.values()} == {"data/reference/note.csv"}
    assert len(refused.value.problems) == len(REFUSED)
    for line, (column, value, reason) in enumerate(REFUSED, start=3):
        problem = found[line, column]
        assert (problem.value or "") == value.strip()
        assert reason in problem.reason


def test_a_note_shows_where_it_is_about_and_what_it_is_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {"land": "NL01", "provincie": "PV23", "regio": "AM05", "twee": "AM07;AM08"}
    rows = [{**GOOD, "region_codes": code, "text": name} for name, code in places.items()]
    rows.append({**GOOD, "occupation_code": "metal_machinery", "text": "metaal"})
    path = with_notes(rows, tmp_path, monkeypatch)
    build(path, only_published())
    monkeypatch.setenv(DATABASE_VARIABLE, str(path))
    mine = {"land", "provincie", "regio", "twee", "metaal"}

    def told(*codes: str, occupations: tuple[str, ...] = ()) -> set[str]:
        return set(texts(*codes, occupations=occupations)) & mine

    assert told("NL01") == {"land"}
    assert told("PV23") == {"land", "provincie", "regio"}
    assert told("AM05") == {"land", "provincie", "regio"}
    assert told("CR12") == told("AM05"), "the COROP area Twente is the arbeidsmarktregio"
    assert told("AM08") == {"land", "twee"}
    assert told("PV24") == {"land"}
    assert told("NL01", occupations=("UWV-0742",)) == {"land", "metaal"}
    assert told("NL01", occupations=("UWV-0811",)) == {"land"}
    both = shown("PV25", "NL01").set_index("note_text")
    assert both.loc["twee", "shown_for"].tolist() == ["PV25"]
    assert both.loc["land", "shown_for"].tolist() == ["NL01", "PV25"]
    assert both.loc["twee", "region_names"] == "Midden-Gelderland, Rijk van Nijmegen"


def test_programmes_begin_and_end_as_their_table_says(use: None, database: Path) -> None:
    frame = shown("AM05").set_index("note_text")
    start = frame.loc["Start van Twente Werkt! (Sectorplan Twente)"]
    end = frame.loc["Einde van Twente Werkt! (Sectorplan Twente)"]
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        told = connection.execute(
            "select starts_on_text, ends_on_text from programme where programme_id = 'twente_werkt'"
        ).fetchone()
    assert (start["starts_on_text"], end["starts_on_text"]) == told
    assert start["publisher"] and len(start["urls"]) > 0
    assert not any("fictief" in text for text in texts("PV23", "PV25"))
    everything = queries.notes.shown(
        region_codes=("PV23",),
        occupation_codes=(),
        first_day="2010-01-01",
        last_day="2026-12-31",
        with_programmes=True,
        with_sample=True,
    )
    marked = everything[everything["status"] == "sample"]
    assert len(marked) > 0 and marked["note_text"].str.contains("fictief").all()
    assert sentences.note(marked.iloc[0]) == sentences.NOTHING_TO_SAY


def test_no_start_or_end_of_a_programme_is_typed() -> None:
    with (transform.REFERENCE / "note.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 10
    assert all(row["url"].startswith("http") and row["publisher"] for row in rows)
    with (transform.REFERENCE.parent / "raw/programmes/2026-11-22/programmes.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert [row["text"] for row in rows for name in names if name in row["text"]] == []


def test_a_note_says_its_dates_no_more_precise_than_they_are(use: None) -> None:
    said = {sentences.note(row) for _, row in shown("AM05").iterrows()}
    assert (
        "15 maart 2020 – 31 mei 2020, Nederland: Eerste coronalockdown: horeca, scholen en "
        "sportclubs gingen dicht; de horeca ging op 1 juni 2020 weer open." in said
    )
    assert (
        "juli 2019, Twente: Regio Deal Twente: akkoord over 150 miljoen euro in drie jaar, "
        "waarvan 30 miljoen van het Rijk." in said
    )
    assert "1 februari 2016, Twente: Start van Twente Werkt! (Sectorplan Twente)." in said


def test_numbers_and_texts_stand_beside_the_periods_that_they_touch(use: None) -> None:
    series = queries.overzicht.vacancy_series(region_codes=("PV23",), sector_codes=("350000",))
    notes = series_notes.about(series, with_programmes=False)
    beside = series_notes.beside(series, notes).set_index("quarter")
    lockdown = notes[notes["note_text"].str.startswith("Eerste coronalockdown")].iloc[0]
    number = str(lockdown["note_number"])
    for quarter, is_in in (
        ("2019KW04", False),
        ("2020KW01", True),
        ("2020KW02", True),
        ("2020KW03", False),
    ):
        told = beside.loc[quarter, "note_numbers_label"]
        assert (number in str(told).split(", ")) is is_in, quarter
    assert beside["open_vacancies"].tolist() == series["open_vacancies"].tolist()
    assert beside.attrs == series.attrs
    text = dutch_csv(beside.reset_index()).decode("utf-8-sig")
    row = next(
        row
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
        if row["quarter"] == "2020KW02"
    )
    assert f"{number}. 15 maart 2020" in row["notes_text"]
    assert "https://www.volkskrant.nl/" in row["notes_text"]


def test_the_alt_text_tells_every_note_and_nothing_when_there_is_none(use: None) -> None:
    notes = shown("NL01")
    told = sentences.noted(notes)
    for _, note in notes.iterrows():
        assert f"{note['note_number']}: {sentences.note(note)}" in told
    assert sentences.noted(notes.head(0)) == ""


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([4], "4"), ([4, 5], "4, 5"), ([4, 9], "4, 9"), ([4, 5, 6], "4–6"), ([4, 6, 9], "4…9")],
)
def test_numbers_take_little_room(numbers: list[int], text: str) -> None:
    assert timeline.compact(numbers) == text


def labels_of(layout: object, x: str) -> list[object]:
    return [
        label
        for label in layout.annotations  # type: ignore[attr-defined]
        if label.xref == x and label.font.color == timeline.MARK
    ]


def test_marks_stand_behind_and_above_the_lines_and_their_numbers_apart(use: None) -> None:
    series = queries.regios.series(
        measure="open_vacancies",
        breakdown="350000",
        region_codes=("PV23",),
        period="2026KW02",
        with_sample=False,
    ).assign(figure_text="x")
    notes = series_notes.about(series)
    figure = multiples.draw(series, notes)
    lines = [shape for shape in figure.layout.shapes if shape.line.color == timeline.MARK]
    assert len(lines) > 5 and {shape.layer for shape in lines} == {"below"}
    top = figure.layout.yaxis.range[1]
    assert series["figure"].max() < (1 - timeline.STRIP) * top
    labels = labels_of(figure.layout, "x")
    first, last = figure.layout.xaxis.range
    day_px = timeline.WIDE_PX / (pd.Timestamp(last) - pd.Timestamp(first)).days
    for left, right in zip(labels, labels[1:], strict=False):
        gap = (pd.Timestamp(right.x) - pd.Timestamp(left.x)).days * day_px
        assert gap > 6 * (len(left.text) - len("<b></b>"))
    told = " ".join(label.text for label in labels)
    assert str(notes["note_number"].min()) in told and str(notes["note_number"].max()) in told


def test_a_panel_has_the_notes_of_its_region_only(use: None) -> None:
    series = queries.regios.series(
        measure="open_vacancies",
        breakdown="T001081",
        region_codes=("PV23", "NL01"),
        period="2026KW02",
        with_sample=False,
    ).assign(figure_text="x")
    notes = series_notes.about(series)
    figure = multiples.draw(series, notes, own_scale=("NL01",))
    country = timeline.of_region(notes, "NL01")
    assert 0 < len(country) < len(timeline.of_region(notes, "PV23"))
    starts = {pd.Timestamp(day) for day in country["starts_on"]}
    drawn = {
        pd.Timestamp(shape.x0)
        for shape in figure.layout.shapes
        if shape.xref == "x2" and shape.line.color == timeline.MARK and shape.y0 == 0
    }
    assert drawn and drawn <= starts


def test_the_lines_of_an_occupation_have_marks_too(use: None) -> None:
    series = queries.beroepen.series(
        uwv_group_codes=("UWV-0742",), region_codes=("AM05", "NL01"), with_sample=True
    )
    notes = series_notes.about(series, occupation_codes=("UWV-0742",))
    figure = tension_lines.draw(series, notes)
    assert labels_of(figure.layout, "x")
    plain = tension_lines.draw(series, pd.DataFrame())
    assert not labels_of(plain.layout, "x")
    assert figure.layout.yaxis.range[1] > plain.layout.yaxis.range[1]
