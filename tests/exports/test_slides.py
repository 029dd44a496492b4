from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

import queries
from answers import parts
from answers.content import Chart, Slide
from answers.origin import source_line
from brand import house_style
from drawings import points as charted
from etl.database import DATABASE_VARIABLE
from exports.slides import deck as slides
from tests import office, packs
from words import fitting
from words.marks import SAMPLE


@pytest.fixture(autouse=True)
def _read(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


def opened(*told: Slide) -> Any:
    return Presentation(io.BytesIO(slides.pptx(packs.pack(*told))))


def named(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def description(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr", ""))


def text_of(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_each_message_is_a_slide_with_its_finding_as_title_that_is_read_first() -> None:
    told = (packs.vacancies(), packs.targets(), packs.to_fill_in())
    deck = opened(*told)
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    assert [slide.shapes.title.text for slide in deck.slides] == [slide.title for slide in told]
    for slide in deck.slides:
        first = slide.shapes[0]
        assert first.is_placeholder and first.placeholder_format.type is not None
        assert first._element.find(f".//{qn('p:ph')}").get("type") == "title"
    assert named(deck.slides[0], "Onderwerp").text_frame.text == told[0].topic


def test_a_line_has_the_figures_of_the_answer_and_gaps_where_there_are_none() -> None:
    told = packs.vacancies()
    assert told.chart is not None
    chart = named(opened(told).slides[0], "Grafiek").chart
    frame = told.chart.frame
    for series in chart.plots[0].series:
        rows = frame[frame["region_name"] == series.name]
        expected = [None if pd.isna(value) else value for value in rows["open_vacancies"]]
        assert list(series.values) == expected
        assert None in expected
    assert [series.name for series in chart.plots[0].series] == ["Gelderland", "Overijssel"]
    assert chart._chartSpace.find(f".//{qn('c:dispBlanksAs')}").get("val") == "gap"
    assert chart.value_axis.axis_title.text_frame.text == "openstaande vacatures"
    assert chart.value_axis.tick_labels.number_format == "#,##0"


def test_lines_differ_in_more_than_colour() -> None:
    drawn = named(opened(packs.vacancies()).slides[0], "Grafiek").chart.plots[0].series
    assert len({series.marker.style for series in drawn}) == 2
    assert len({series.format.line.dash_style for series in drawn}) == 2


@pytest.mark.parametrize("kind", ["bars", "stacked"])
def test_bars_can_be_edited_and_differ_in_more_than_colour(kind: str) -> None:
    told = packs.sectors(kind)
    slide = opened(told).slides[0]
    chart = named(slide, "Grafiek").chart
    assert told.chart is not None
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    inside = {
        (row[0].value, heading.value): cell.value
        for row in book.active.iter_rows(min_row=2)
        for heading, cell in zip(book.active[1][1:], row[1:], strict=True)
    }
    expected = {
        (row["region_name"], row["sector_label"]): row["open_vacancies"]
        for _, row in told.chart.frame.iterrows()
    }
    assert inside == expected
    fills = [series._element.find(f".//{qn('c:spPr')}")[0].tag for series in chart.plots[0].series]
    assert fills == [qn("a:solidFill"), qn("a:pattFill")]


def test_quarters_are_an_axis_of_years_and_few_periods_are_named() -> None:
    told = packs.vacancies()
    assert told.chart is not None
    many = named(opened(told).slides[0], "Grafiek").chart
    assert many._chartSpace.find(f".//{qn('c:dateAx')}") is not None
    frame = told.chart.frame
    years = frame[frame["quarter"].isin(["2016KW04", "2017KW04", "2018KW04"])]
    few = Chart("lines", years, *vars_of(told.chart))
    assert charted.points(few).days == ()
    assert charted.points(few).categories[0] == "4e kwartaal 2016"


def vars_of(chart: Chart) -> tuple[str, str, str, str, str, str]:
    return (chart.category, chart.series, chart.value, chart.unit, chart.about, chart.alt)


def test_two_figures_for_one_point_are_refused() -> None:
    told = packs.vacancies()
    assert told.chart is not None
    twice = pd.concat([told.chart.frame, told.chart.frame.head(1)])
    with pytest.raises(ValueError, match="has two figures for 1e kwartaal 2011"):
        charted.points(Chart("lines", twice, *vars_of(told.chart)))


def test_labels_of_lines_never_lie_over_each_other() -> None:
    found = charted.Points(("a", "b", "c"), {"x": (1, 2, 3), "y": (2, 2, None)}, 0, False)
    assert charted.label_places(found) == {"x": ("below", "above", "above"), "y": ("above", "", "")}


def test_charts_tables_and_logo_say_what_they_show() -> None:
    deck = opened(packs.vacancies(), packs.sectors(), packs.to_fill_in())
    alt = description(named(deck.slides[0], "Grafiek"))
    assert alt.startswith("Openstaande vacatures in de bouw, een lijn per provincie.")
    assert "Overijssel: 1e kwartaal 2011 500, 2e kwartaal 2026 2.600." in alt
    assert description(named(deck.slides[1], "Tabel")).endswith(
        "6 regels; kolommen: Gebied, Sector, Openstaande vacatures."
    )
    assert "Besluit, Wie, Wanneer" in description(named(deck.slides[2], "In te vullen"))
    for slide in deck.slides:
        assert description(named(slide, "Logo")) == "Logo Vakkrachtmonitor"


def test_a_table_says_its_cells_in_dutch_and_how_many_rows_are_left_out() -> None:
    deck = opened(packs.sectors(), packs.long_table())
    table = named(deck.slides[0], "Tabel").table
    assert table.first_row
    assert [cell.text for cell in table.rows[0].cells][2] == "Openstaande vacatures"
    assert [cell.text for cell in table.rows[1].cells] == ["Gelderland", "Industrie", "3.900"]
    long = named(deck.slides[1], "Tabel").table
    shown = len(long.rows) - 2
    total = len(packs.long_table().frames[0])
    said = long.cell(len(long.rows) - 1, 0).text
    assert said == f"… en {total - shown} regels meer: zie de monitor"


def test_the_meeting_gets_an_empty_table_to_fill_in() -> None:
    table = named(opened(packs.to_fill_in()).slides[0], "In te vullen").table
    assert [cell.text for cell in table.rows[0].cells] == ["Besluit", "Wie", "Wanneer"]
    assert len(table.rows) == 6
    assert all(cell.text == "" for row in list(table.rows)[1:] for cell in row.cells)


def test_a_slide_without_figures_says_why() -> None:
    told = packs.empty()
    slide = opened(told).slides[0]
    assert told.why_empty in text_of(slide)
    assert not [shape for shape in slide.shapes if shape.has_chart]


def test_the_footer_says_filters_period_sources_status_and_number() -> None:
    told = packs.vacancies()
    deck = opened(packs.targets(), told)
    footer = named(deck.slides[1], "Voettekst").text_frame.text
    assert told.filters in footer and told.period in footer
    assert "Cijfers: gepubliceerd" in footer
    assert footer.count(source_line(told.frames[0])) == 1
    assert "modelschatting" in named(deck.slides[0], "Voettekst").text_frame.text
    number = named(deck.slides[1], "Paginanummer")._element
    assert number.find(f".//{qn('a:fld')}").get("type") == "slidenum"
    assert number.find(f".//{qn('a:t')}").text == "2"


def test_a_source_that_is_named_twice_stands_there_once() -> None:
    told = packs.vacancies()
    twice = Slide(**{**vars(told), "frames": (told.frames[0], told.frames[0])})
    assert parts.sources(twice) == [source_line(told.frames[0])]


def test_sources_that_do_not_fit_are_in_the_notes() -> None:
    told = Slide(**{**vars(packs.vacancies()), "filters": "Gebied: " + "Overijssel, " * 120})
    slide = opened(told).slides[0]
    assert named(slide, "Voettekst").text_frame.text.endswith("(verder: zie de notities)")
    notes = slide.notes_slide.notes_text_frame.text
    assert source_line(told.frames[0]) in notes and told.filters in notes


def test_text_is_dutch_and_the_file_has_a_title_and_an_organisation() -> None:
    deck = opened(packs.vacancies(), packs.sectors(), packs.to_fill_in())
    for slide in deck.slides:
        charts = [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
        for element in (slide._element, *charts):
            for run in element.iter(qn("a:r"), qn("a:fld")):
                assert run.find(qn("a:rPr")).get("lang") == "nl-NL"
            for properties in element.iter(qn("a:defRPr"), qn("a:endParaRPr")):
                assert properties.get("lang") == "nl-NL"
    said = deck.core_properties
    assert (said.title, said.author, said.last_modified_by, said.language) == (
        "Twente in beeld",
        "Vakkrachtmonitor",
        "Vakkrachtmonitor",
        "nl-NL",
    )
    assert said.created == said.modified == pd.Timestamp("2026-07-30")


def test_the_same_pack_is_the_same_file() -> None:
    pack = packs.pack()
    first = slides.pptx(pack)
    time.sleep(2.1)
    assert slides.pptx(pack) == first
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert not [name for name in file.namelist() if "thumbnail" in name or "printer" in name]
        assert any(name.endswith(".xlsx") for name in file.namelist())


def test_nothing_lies_outside_a_slide_or_over_other_text() -> None:
    deck = opened()
    for slide in deck.slides:
        boxes = [
            (shape.name, shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
            for shape in slide.shapes
        ]
        for name, left, top, right, bottom in boxes:
            assert left >= 0 and top >= 0 and right <= Pt(960) and bottom <= Pt(540), name
        body = [box for box in boxes if box[0] in ("Tekst", "Grafiek", "Tabel", "In te vullen")]
        for name, _, top, _, bottom in body:
            assert bottom <= Pt(466) and top >= Pt(70), (slide.name, name)
        for place, one in enumerate(body):
            for other in body[place + 1 :]:
                apart = one[3] <= other[1] or other[3] <= one[1]
                assert apart or one[4] <= other[2] or other[4] <= one[2], (one, other)


def notes_of(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""


def test_long_text_goes_on_in_the_notes_and_is_never_smaller_than_14_points() -> None:
    told = packs.long_text()
    (slide,) = opened(told).slides
    assert told.title in text_of(slide)
    frame = named(slide, "Tekst").text_frame
    *shown, more = frame.text.split("\n")
    assert more == slides.MORE
    assert (*shown, *notes_of(slide).split("\n")) == (told.title, *told.sentences)
    assert all(run.font.size >= Pt(14) for part in frame.paragraphs for run in part.runs)


def test_one_paragraph_that_is_too_long_loses_no_words() -> None:
    told = packs.one_paragraph()
    (long,) = told.sentences
    (slide,) = opened(told).slides
    said = named(slide, "Tekst").text_frame.text.removesuffix(slides.MORE) + notes_of(slide)
    assert [word for word in said.split() if word != "…"] == long.split()


def test_the_estimate_of_text_is_on_the_wide_side() -> None:
    from PIL import ImageFont

    try:
        font = ImageFont.truetype("DejaVuSans.ttf", 100)
    except OSError:
        pytest.skip("DejaVu Sans is not installed")
    text = packs.long_text().sentences[0]
    assert font.getlength(text) <= fitting.width(text, 100) <= 1.25 * font.getlength(text)


def test_fictitious_figures_are_called_so_everywhere() -> None:
    frame = queries.mbo.supply(
        counted="students",
        region_codes=("PV23",),
        field_code="07",
        school_year="2025SJ00",
        with_sample=True,
    )
    frame = frame[frame["learning_path"] == "bol"]
    chart = Chart(
        "bars",
        frame,
        "level_label",
        "learning_path_label",
        "persons",
        "studenten",
        "Studenten",
        "Studenten per niveau.",
    )
    slide = opened(
        Slide(key="x", topic="Mbo", title="Studenten", frames=(frame,), chart=chart)
    ).slides[0]
    drawn = named(slide, "Grafiek")
    assert slide.shapes.title.text.startswith(SAMPLE)
    assert description(drawn).startswith(SAMPLE)
    assert drawn.chart.chart_title.text_frame.text.startswith(SAMPLE)
    assert drawn.chart.value_axis.axis_title.text_frame.text.startswith(SAMPLE)
    assert SAMPLE in named(slide, "Voettekst").text_frame.text


def test_the_colours_fonts_and_logo_of_another_house_style_are_used(tmp_path: Path) -> None:
    own = house_style.OWN.read_text(encoding="utf-8")
    Image.new("RGB", (40, 20), "red").save(tmp_path / "logo.png")
    other = (
        own.replace("../static/icon.png", "logo.png")
        .replace('organisation = "Vakkrachtmonitor"', 'organisation = "Provincie"')
        .replace("#0b5a8a", "#7a1f5c")
        .replace('"Arial"', '"Verdana"')
    )
    file = tmp_path / "style.toml"
    file.write_text(other, encoding="utf-8")
    style = house_style.load(file)
    deck = Presentation(io.BytesIO(slides.pptx(packs.pack(packs.sectors()), style)))
    slide = deck.slides[0]
    assert deck.core_properties.author == "Provincie"
    assert named(slide, "Logo").image.blob == (tmp_path / "logo.png").read_bytes()
    assert str(named(slide, "Tabel").table.cell(0, 0).fill.fore_color.rgb) == "7A1F5C"
    theme = deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    ).blob.decode()
    assert '<a:latin typeface="Verdana"' in theme and "7A1F5C" in theme


@pytest.mark.slow
@pytest.mark.skipif(office.path() is None, reason=office.MISSING)
def test_libreoffice_opens_the_slides_and_shows_each(tmp_path: Path) -> None:
    file = tmp_path / "pack.pptx"
    crowded = Slide(**{**vars(packs.vacancies()), "sentences": packs.long_text().sentences})
    told = (*packs.all_slides(), packs.one_paragraph(), crowded)
    file.write_bytes(slides.pptx(packs.pack(*told)))
    shown = office.pages(file, tmp_path)
    deck = Presentation(str(file))
    assert len(shown) == len(deck.slides)
    for page in shown:
        with Image.open(page) as image:
            width, height = image.size
            assert abs(width / height - 16 / 9) < 0.02
            grey = image.convert("L")
            margin = grey.crop((0, 0, int(width * 0.03), height))
            ink = grey.crop((0, 0, width, height // 4)).getextrema()[0]
        assert margin.getextrema()[0] > 230, f"{page.name}: something runs into the left margin"
        assert ink < 100, f"{page.name}: no title is drawn"
    for slide, words in zip(deck.slides, office.words(tmp_path / "pack.pdf"), strict=True):
        below = [text for text, _, bottom in words if bottom > 466]
        footer = [shape.text_frame.text for shape in slide.shapes if shape.name == "Voettekst"]
        number = str(deck.slides.index(slide) + 1)
        assert sorted(below) == sorted([*" ".join(footer).split(), number]), slide.name


def test_a_gap_lies_between_two_figures_with_none_of_any_series_between() -> None:
    found = charted.Points(
        tuple("abcdef"), {"x": (1, None, None, 2, None, 3), "y": (None,) * 4 + (1, None)}, 0, False
    )
    assert found.gaps == [(0, 3)]
