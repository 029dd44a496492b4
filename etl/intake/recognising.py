"""What a file is: by its content, never by its suffix alone."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from etl import raw
from etl.deliveries import headings
from etl.errors import DataError, refusal
from etl.folders import RAW
from etl.intake import cbs, statline
from etl.protocols import package, sheets, uwv_guess
from etl.protocols.xlsx import Sheet
from etl.register import REGISTER, RawFile, Source, uwv

ACCEPTED = (
    "Aangenomen wordt: een werkmap (xlsx) of csv van UWV, een download van StatLine (csv), de zip "
    "van een CBS-tabel van datasets.cbs.nl, pagina's van OData, een csv van DUO, en grenzen van "
    "gemeenten (GeoJSON, TopoJSON, GeoPackage)."
)
refuse = partial(refusal, ACCEPTED)
MOST_MEMBERS = 1_000
MOST_ZIPS = 1
MOST_BYTES = 2_000_000_000
OF_UWV = "Dit is een bestand van UWV."
WORKBOOK, CONTENT_TYPES = "xl/workbook", "[content_types].xml"
DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
HEADER_WITHIN_ROWS = 20
POLYGONS = ("FeatureCollection", "Topology")
KINDS = (
    (b"%PDF", "een PDF"),
    (b"\x89PNG", "een plaatje"),
    (b"\xff\xd8\xff", "een plaatje"),
    (b"\xd0\xcf\x11\xe0", "een oude of beveiligde werkmap (xls)"),
    (b"PAR1", "een Parquet-bestand"),
    (b"\x1f\x8b", "een gzip-bestand"),
    (b"7z\xbc\xaf", "een 7z-bestand"),
)


@dataclass(frozen=True)
class Found:
    """A file that was recognised.

    Attributes:
        name: The file, as its reader knows it; of a member of a zip with the zip before it.
        said: What it is, in a Dutch sentence.
        source: What the register calls the source; none of polygons.
        file: Which of its files it is.
        path: Where it lies.
        read: Returns its rows; none where its own importer reads it.
    """

    name: str
    said: str
    path: Path
    source: Source | None = None
    file: RawFile | None = None
    read: Callable[[], pa.Table] | None = None


class Places(NamedTuple):
    """Where to unpack a file, and the raw folder that knows the categories of tables."""

    scratch: Path
    raw: Path


@contextmanager
def looked_at(
    path: Path, raw_folder: Path = RAW, *, is_uwv: bool = False
) -> Iterator[list[Found | DataError]]:
    """Yield what a file, or each file of a zip or folder, is; or why it cannot be said.

    What was unpacked is removed afterwards. A single file may be known to be of UWV.
    """
    if is_uwv and path.is_file():
        yield [Found(path.name, OF_UWV, path, uwv.TENSION)]
        return
    with tempfile.TemporaryDirectory() as folder:
        yield list(_look(path.name, path, Places(Path(folder), raw_folder)))


def _look(name: str, path: Path, places: Places, depth: int = 0) -> Iterator[Found | DataError]:
    if path.is_dir():
        yield from _folder(name, path, places, depth)
    elif _is_zip(path):
        try:
            if depth > MOST_ZIPS:
                raise refuse(name, "dit is een zip in een zip in een zip")
            folder = _unpacked(name, path, places)
        except DataError as error:
            yield error
        else:
            yield from _folder(name, folder, places, depth + 1)
    else:
        yield _guarded(partial(_one, name, path, places))


def _is_zip(path: Path) -> bool:
    """Return whether a file holds others and is no workbook; what is damaged is told elsewhere."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [package.spelled(name) for name in archive.namelist()]
    except DAMAGED:
        return False
    return not any(name == CONTENT_TYPES or WORKBOOK in name for name in names)


def _unpacked(name: str, path: Path, places: Places) -> Path:
    folder = Path(tempfile.mkdtemp(dir=places.scratch)) / path.stem
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_MEMBERS or sum(e.file_size for e in entries) > MOST_BYTES:
                raise refuse(name, f"the zip unpacks to more than {MOST_BYTES // 10**9} GB")
            archive.extractall(folder)
    except DAMAGED as error:
        raise refuse(name, f"the zip cannot be unpacked ({error})") from error
    return folder


def _folder(name: str, folder: Path, places: Places, depth: int) -> Iterator[Found | DataError]:
    """Look at what lies in a folder: tables of CBS that are several files, or files one by one."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name[0] != ".")
    bulks = [path.parent for path in paths if path.name == cbs.OBSERVATIONS]
    answers: dict[str, list[cbs.Part]] = {}
    for path in paths:
        if part := cbs.part_of(_json(path), path):
            answers.setdefault(part.table_id, []).append(part)
        elif path.parent not in bulks:
            called = f"{name}/{path.relative_to(folder).as_posix()}"
            yield from _look(called, path, places, depth)
    for bulk in bulks:
        yield _guarded(partial(_bulk, name, bulk, places))
    for table_id, parts in answers.items():
        yield _guarded(partial(_pages, name, table_id, parts, places))


def _guarded(look: Callable[[], Found]) -> Found | DataError:
    try:
        return look()
    except DataError as error:
        return error


def _bulk(name: str, folder: Path, places: Places) -> Found:
    """Recognise a whole table of datasets.cbs.nl by its own id, or by that of its folder."""
    known = [text for text in (cbs.id_in(folder), folder.name, Path(name).stem) if text]
    source, file = _entry(name, "de zip van een CBS-tabel", known[0], known)
    pages = Path(tempfile.mkdtemp(dir=places.scratch)) / file.stem
    cbs.lay_out_bulk(folder, file, pages)
    said = f"Dit is de zip van CBS-tabel {file.table_id} ({file.title})."
    read = partial(raw.read, replace(file, protocol="cbs_odata4"), pages)
    return Found(name, said, folder, source, file, read)


def _pages(name: str, table_id: str, parts: list[cbs.Part], places: Places) -> Found:
    source, file = _entry(name, "een antwoord van OData", table_id, [table_id])
    pages = Path(tempfile.mkdtemp(dir=places.scratch)) / file.stem
    protocol = cbs.lay_out_answers(parts, pages)
    said = f"Dit zijn pagina's van OData van CBS-tabel {file.table_id} ({file.title})."
    read = partial(raw.read, replace(file, protocol=protocol), pages)
    return Found(name, said, pages, source, file, read)


def _entry(name: str, kind: str, table_id: str, known: list[str]) -> tuple[Source, RawFile]:
    """Return the entry of the first table that the register has."""
    if entry := next(filter(None, map(cbs.entry_of, known)), None):
        return entry
    tables = ", ".join(sorted({str(file.table_id) for _, file in cbs.tables()}))
    reason = f"dit is {kind}, van {table_id}; de monitor leest van CBS {tables}"
    raise refuse(name, reason)


def _one(name: str, path: Path, places: Places) -> Found:
    with path.open("rb") as file:
        head = file.read(64)
    if kind := next((kind for mark, kind in KINDS if head.startswith(mark)), None):
        raise refuse(name, f"dit is {kind}")
    answer = _json(path)
    if head.startswith(b"SQLite format 3") or answer.get("type") in POLYGONS:
        return Found(name, "Dit zijn grenzen van gebieden.", path)
    if part := cbs.part_of(answer, path):
        return _pages(name, part.table_id, [part], places)
    return _table(name, path, places)


def _json(path: Path) -> dict[str, Any]:
    """Return the object that a file of JSON holds; empty for any other file."""
    with path.open("rb") as file:
        if file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"{":
            return {}
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _table(name: str, path: Path, places: Places) -> Found:
    """Recognise a csv file or workbook by its title and the names in its first rows."""
    unknown = "dit is een tabel die de monitor niet herkent"
    for reading in sheets.readings(name, path.read_bytes()):
        for sheet in reading:
            if not sheet.rows:
                continue
            if found := _statline(name, path, sheet, places) or _of_register(name, path, sheet):
                return found
            for line, found_cells in sheet.rows[:HEADER_WITHIN_ROWS]:
                cells = sheet.headings(line, found_cells)
                if table := headings.table_of(cells):
                    reason = f"dit is een aanlevering ({table.label}) van een programma"
                    raise refusal("Voeg --programme en zijn naam toe.", name, reason)
                if len({field for cell in cells if (field := uwv_guess.guess(cell))}) > 1:
                    return Found(name, OF_UWV, path, uwv.TENSION, uwv.TENSION.files[0])
            if statline.is_download(sheet):
                unknown = (
                    "dit lijkt een StatLine-download, maar de titel is van geen tabel die de "
                    "monitor leest; leest hij haar wel, zet dan haar nummer in de bestandsnaam "
                    "(83599NED.csv)"
                )
    raise refuse(name, unknown)


def _statline(name: str, path: Path, sheet: Sheet, places: Places) -> Found | None:
    if not (entry := statline.table_of(name, sheet)):
        return None
    source, file = entry
    said = f"Dit is een StatLine-download van {file.table_id} ({file.title})."
    read = partial(statline.read, name, sheet, file, places.raw)
    return Found(name, said, path, source, file, read)


def _of_register(name: str, path: Path, sheet: Sheet) -> Found | None:
    """Recognise a csv file by exactly the columns that the register gives a file."""
    header = sheet.headings(*sheet.rows[0])
    for source in REGISTER:
        for file in source.files:
            own = {*file.columns} - {"JAAR", "AANTAL"}
            is_duo = file.protocol == "duo_csv" and own < {*header}
            is_copy = file.protocol == "excerpt_csv" and {*header} == {*file.columns}
            if is_duo or (is_copy and file.stem in name):
                said = f"Dit is {file.title} ({source.publisher})."
                return Found(name, said, path, source, file, partial(raw.read, file, path))
    return None
