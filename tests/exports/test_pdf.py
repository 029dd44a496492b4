from __future__ import annotations

import builtins
import io
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from answers import parts
from answers.content import Pack, Slide
from brand import house_style
from drawings import plot
from drawings import points as charted
from etl.database import DATABASE_VARIABLE
from exports.pdf import document as pdf
from exports.pdf import drawings
from tests import office, packs

needs_chromium = pytest.mark.skipif(
    drawings.browser() is None, reason="no Chromium on this computer"
)


@pytest.fixture(autouse=True)
def _read(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database))


@pytest.fixture
def _no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "browser", lambda: None)


def opened(file: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(file))


def tags(file: pikepdf.Pdf) -> list[Any]:
    """Return all elements of the tag tree, in the order they are read."""

    def below(element: Any) -> Iterator[Any]:
        if not isinstance(element, pikepdf.Dictionary):
            return
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from below(kid)

    return list(below(file.Root.StructTreeRoot.K[0]))


def kinds(file: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in tags(file)]


def headings(file: pikepdf.Pdf) -> list[str]:
    with file.open_outline() as outline:
        found = []
        for item in outline.root:
            found += [str(item.title), *(str(child.title) for child in item.children)]
    return found


def words(file: bytes, tmp_path: Path) -> str:
    import shutil
    import subprocess

    if shutil.which("pdftotext") is None:
        pytest.skip(office.MISSING)
    path = tmp_path / "words.pdf"
    path.write_bytes(file)
    said = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True
    )
    return said.stdout


def sheet_pack() -> Pack:
    return packs.pack(packs.vacancies(), packs.sectors(), packs.targets(), packs.empty())


@pytest.mark.usefixtures("_no_browser")
def test_a_document_can_be_read_aloud() -> None:
    told = (packs.sectors(), packs.targets(), packs.to_fill_in())
    file = opened(pdf.document(packs.pack(*told)))
    assert bool(file.Root.MarkInfo.Marked)
    assert str(file.Root.Lang) == "nl"
    assert str(file.docinfo.Title) == "Twente in beeld"
    assert str(file.docinfo.Author) == "Vakkrachtmonitor"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    with file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    found = kinds(file)
    assert found.count("/H1") == 3
    assert found.count("/Table") == 4
    assert {"/TH", "/TD", "/Caption", "/P"} <= set(found)
    headings_of_tables = {str(cell.ID) for cell in tags(file) if str(cell.S) == "/TH"}
    cells = [cell for cell in tags(file) if str(cell.S) == "/TD"]
    for cell in cells:
        assert {str(heading) for heading in cell.A.Headers} <= headings_of_tables
        assert len(cell.A.Headers) > 0


@pytest.mark.usefixtures("_no_browser")
def test_a_document_has_a_landscape_page_and_a_bookmark_per_message() -> None:
    told = (packs.vacancies(), packs.sectors(), packs.targets(), packs.long_table(), packs.empty())
    file = opened(pdf.document(packs.pack(*told)))
    assert len(file.pages) == len(told)
    for page in file.pages:
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        assert (round(width), round(height)) == (842, 595)
    assert headings(file) == [slide.title for slide in told]


@pytest.mark.usefixtures("_no_browser")
def test_without_a_browser_a_chart_is_a_table_and_says_why(tmp_path: Path) -> None:
    told = packs.sectors()
    file = pdf.document(packs.pack(Slide(**{**vars(told), "table": None})))
    said = " ".join(words(file, tmp_path).split())
    assert pdf.NO_BROWSER in said
    assert "Gelderland 3.900 4.100" in said
    assert "/Figure" not in kinds(opened(file))


@pytest.mark.usefixtures("_no_browser")
def test_each_page_says_filters_period_status_and_sources(tmp_path: Path) -> None:
    told = packs.vacancies()
    said = " ".join(words(pdf.document(packs.pack(told)), tmp_path).split())
    assert told.filters in said and told.period in said
    assert "Cijfers: gepubliceerd" in said
    for line in parts.sources(told):
        assert said.count(line) == 1
    assert "1/1" in said.replace(" ", "")


@pytest.mark.usefixtures("_no_browser")
def test_rows_that_do_not_fit_are_counted(tmp_path: Path) -> None:
    said = words(pdf.document(packs.pack(packs.long_table())), tmp_path)
    shown = said.count("Overijssel    ") or said.count("Overijssel ") - 1
    total = len(packs.long_table().frames[0])
    assert 10 < shown < total
    assert f"… en {total - shown} regels meer: zie de monitor" in said


@pytest.mark.usefixtures("_no_browser")
def test_text_that_is_too_long_for_a_page_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    told = packs.long_text()
    file = pdf.document(packs.pack(told))
    said = " ".join(words(file, tmp_path).split())
    assert said.count(told.sentences[0]) >= len(told.sentences)


@pytest.mark.usefixtures("_no_browser")
@pytest.mark.parametrize(
    "told",
    [
        sheet_pack,
        lambda: packs.pack(packs.empty()),
        lambda: packs.pack(*[packs.long_table()] * 4),
        lambda: packs.pack(*[packs.long_text()] * 3, *[packs.targets()] * 5),
    ],
    ids=["usual", "nearly empty", "long tables", "far too much"],
)
def test_a_factsheet_is_exactly_one_portrait_page(told: Any) -> None:
    file = opened(pdf.factsheet(told()))
    assert len(file.pages) == 1
    box = file.pages[0].mediabox
    assert (round(float(box[2])), round(float(box[3]))) == (595, 842)


@pytest.mark.usefixtures("_no_browser")
def test_a_factsheet_has_its_subjects_and_names_those_that_do_not_fit(tmp_path: Path) -> None:
    file = pdf.factsheet(sheet_pack())
    assert headings(opened(file)) == ["Twente in beeld", *(s.title for s in sheet_pack().slides)]
    said = " ".join(words(file, tmp_path).split())
    assert "Bijgewerkt tot en met 30 juli 2026." in said
    crowded = pdf.factsheet(packs.pack(*[packs.long_text()] * 6, packs.targets()))
    said = " ".join(words(crowded, tmp_path).split())
    assert "Niet op deze pagina, wel in de monitor:" in said and "Wat deden we" in said


@pytest.mark.usefixtures("_no_browser")
def test_the_same_pack_is_the_same_file() -> None:
    pack = packs.pack(packs.sectors(), packs.targets(), packs.empty())
    document = pdf.document(pack)
    assert document == pdf.document(pack)
    assert pdf.factsheet(pack) == pdf.factsheet(pack)
    file = opened(document)
    assert "20260730" in str(file.docinfo.CreationDate)
    assert "20260730" in str(file.docinfo.ModDate)


@pytest.mark.slow
@needs_chromium
def test_a_chart_is_a_picture_with_its_figures_as_alt_text(tmp_path: Path) -> None:
    told = (packs.vacancies(), packs.sectors("stacked"))
    pack = packs.pack(*told)
    first, again = pdf.document(pack), pdf.document(pack)
    file = opened(first)
    figures = [element for element in tags(file) if str(element.S) == "/Figure"]
    assert len(figures) == 2
    for slide, figure in zip(told, figures, strict=True):
        assert slide.chart is not None
        assert str(figure.Alt) == charted.alt(slide.chart)
    assert "2e kwartaal 2026 2.600" in str(figures[0].Alt)
    assert pdf.NO_BROWSER not in words(first, tmp_path)
    assert words(first, tmp_path) == words(again, tmp_path)


@pytest.mark.slow
@needs_chromium
def test_all_charts_of_a_document_start_one_browser_that_reaches_no_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bytes] = []
    started: list[str | None] = []
    found = drawings.browser

    def counted() -> str | None:
        started.append(found())
        return started[-1]

    with closing(socket.create_server(("127.0.0.1", 0))) as proxy:
        proxy.settimeout(1)
        is_done = threading.Event()

        def listen() -> None:
            while not is_done.is_set():
                try:
                    with closing(proxy.accept()[0]) as caller:
                        asked.append(caller.recv(1000))
                except TimeoutError:
                    continue

        listener = threading.Thread(target=listen)
        listener.start()
        monkeypatch.setattr(drawings, "NOWHERE", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        monkeypatch.setattr(drawings, "browser", counted)
        style = house_style.load()
        charts = [packs.vacancies().chart, packs.sectors().chart]
        figures = [
            plot.figure(chart, style, width=600, height=300, size=14) for chart in charts if chart
        ]
        drawn = drawings.pictures(figures)
        is_done.set()
        listener.join()
    assert len(drawn) == 2 and len(started) == 1
    assert all(picture.startswith(b"\x89PNG") for picture in drawn)
    outside = [line for line in asked if b"plot.ly" in line or b"cloudflare" in line]
    assert outside == []


def test_drawing_without_a_browser_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "browser", lambda: None)
    with pytest.raises(FileNotFoundError, match="No Chromium found"):
        drawings.pictures([])


def test_a_line_is_drawn_with_gaps_and_the_figures_of_the_answer() -> None:
    chart = packs.vacancies().chart
    assert chart is not None
    figure = plot.figure(chart, house_style.load(), width=600, height=300, size=14)
    rows = chart.frame[chart.frame["region_name"] == "Overijssel"]["open_vacancies"]
    line = next(trace for trace in figure.data if trace.name == "Overijssel")
    assert line.connectgaps is False
    assert [None if value is None else int(value) for value in line.y] == [
        None if missing else int(value)
        for value, missing in zip(rows.fillna(0), rows.isna(), strict=True)
    ]
    assert figure.layout.separators == ",."
    assert figure.layout.yaxis.title.text == "openstaande vacatures"


def test_nothing_is_read_that_does_not_stand_in_the_text(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(house_style.load().logo_png.read_bytes())
    body = f'<section class="page"><img alt="x" src="{secret.as_uri()}"></section>'
    file = opened(pdf._write(body, packs.pack(packs.empty()), house_style.load()))
    inside = file.pages[0].Resources.get("/XObject", {})
    logo_only = opened(
        pdf._write(
            '<section class="page">x</section>', packs.pack(packs.empty()), house_style.load()
        )
    )
    assert len(inside) == len(logo_only.pages[0].Resources.get("/XObject", {}))


def test_without_pango_one_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(pdf.MissingPangoError, match="apt install libpango-1.0-0 libpangoft2-1.0-0"):
        pdf.document(packs.pack(packs.empty()))


def test_text_of_a_pack_is_never_read_as_html(tmp_path: Path) -> None:
    told = Slide(key="x", topic="a & b", title="<b>vet</b>", sentences=("1 < 2",))
    said = words(pdf.document(packs.pack(told)), tmp_path).replace(" ", "")
    assert "<b>vet</b>" in said and "a&b" in said and "1<2" in said
