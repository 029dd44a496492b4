"""Tables of CBS as files: the answers of its services under any name, and its zip of all figures.

Both are laid out as ``etl fetch`` keeps what it downloads, and are read in the same way.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import duckdb

from etl import raw
from etl.errors import refusal
from etl.protocols.cbs_odata3 import OData3
from etl.protocols.cbs_table import parse, taken
from etl.register import REGISTER, RawFile, Source
from etl.register.model import Protocol

KEY = "Identifier"
OBSERVATIONS = "Observations.csv"
SKIP = re.compile(r"\$skip=([0-9]+)")
FIGURES = ("UntypedDataSet", "TypedDataSet", "Observations")
refuse = partial(refusal, "Download the table again from CBS; nothing was changed.")
ADDRESS = re.compile(
    r"/(?P<table>\d{5}[A-Za-z]{3})/(?:\$metadata#(?:Cbs\.OData\.WebAPI\.)?)?(?P<name>\w+)"
)


class Part(NamedTuple):
    """An answer of a service: about which table, and what of it, such as ``PeriodenCodes``."""

    table_id: str
    name: str
    answer: dict[str, Any]


def entry_of(table_id: str) -> tuple[Source, RawFile] | None:
    """Return the entry of the register about a table of CBS."""
    return next((e for e in tables() if str(e[1].table_id).lower() == table_id.lower()), None)


def tables() -> list[tuple[Source, RawFile]]:
    """Return the tables that the register reads from the services of CBS."""
    return [(s, file) for s in REGISTER for file in s.files if file.protocol in raw.TABLES]


def part_of(answer: dict[str, Any], path: Path) -> Part | None:
    """Return what an answer of a service tells of which table; none when it is no such answer.

    It says so in its context or in the address of the next page; where it does not, its file or
    folder is called after the table.
    """
    rows = answer.get("value")
    row = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else {}
    is_page = {"Perioden"} < row.keys() and bool({"ID", "Measure"} & row.keys())
    said = " ".join(str(text) for key, text in answer.items() if key.startswith(("odata.", "@")))
    if found := ADDRESS.search(said):
        return Part(found["table"], found["name"], answer)
    named = next((text for text in (path.stem, path.parent.name) if entry_of(text)), "")
    name = "Observations" if "Measure" in row else "UntypedDataSet"
    return Part(named, name, answer) if named and is_page else None


def lay_out_answers(parts: Iterable[Part], to: Path) -> Protocol:
    """Write what the services answered about one table under the names that ``etl fetch`` gives.

    Return the protocol that reads it.
    """
    to.mkdir()
    pages: list[dict[str, Any]] = []
    protocol: Protocol = "cbs_odata3"
    for part in parts:
        if part.name in FIGURES:
            pages.append(part.answer)
            protocol = "cbs_odata4" if part.name == "Observations" else protocol
        else:
            kept = part.name if part.name == "MeasureCodes" else part.name.removesuffix("Codes")
            (to / f"{kept}.json").write_text(json.dumps(part.answer), "utf-8")
    service = raw.TABLES[protocol]
    for number, page in enumerate(_in_order(pages, service), start=1):
        (to / service.page.format(number)).write_text(json.dumps(page), "utf-8")
    return protocol


def _in_order(pages: list[dict[str, Any]], service: OData3) -> Iterator[dict[str, Any]]:
    """Yield pages in the order of their links, the last has none, when none is missing between.

    What has no link either is in the order of its first row. An empty page may follow where a full
    page would have ended.
    """
    had, full, begin, ends = 0, 0, 0.0, 0.0
    for page in sorted(pages, key=lambda page: (_following(page, service), _first(page, service))):
        rows = page.get("value")
        came = len(rows) if isinstance(rows, list) else 0
        if begin not in (had, math.inf) and (came or begin > ends):
            reason = f"{had} rows came before row {begin:.0f}: a page is missing or repeated"
            raise refuse("the pages", reason)
        yield page
        ends, begin = begin + (full or math.inf), _following(page, service)
        had, full = had + came, full or came
    counts = {str(page["@odata.count"]) for page in pages if "@odata.count" in page}
    if counts and counts != {str(had)}:
        reason = f"{', '.join(sorted(counts))} rows were announced, {had} came"
        raise refuse("the pages", reason)


def _following(page: dict[str, Any], service: OData3) -> float:
    """Return the number of rows that come before the next page."""
    found = SKIP.search(unquote(str(page.get(service.link))))
    return int(found[1]) if found else math.inf


def _first(page: dict[str, Any], service: OData3) -> float:
    rows = page.get("value")
    row = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else {}
    number = str(row.get(service.row_id))
    return int(number) if number.isdecimal() else math.inf


def id_in(folder: Path) -> str:
    """Return the id that a whole table calls itself by; empty when it says none."""
    path = folder / "Properties.csv"
    found = _rows(path) if path.exists() else []
    return str(next((row["Identifier"] for row in found if row.get("Identifier")), ""))


def lay_out_bulk(folder: Path, file: RawFile, to: Path) -> None:
    """Write the csv files of a whole table as the answers of the service with the same figures.

    Raises:
        DataError: A file is missing or damaged, or has not the columns of such a file.
    """
    lists = {
        name: {"value": _rows(folder / f"{name}.csv")}
        for name in ("Dimensions", "MeasureCodes", *(f"{one}Codes" for one in file.listed))
    }
    codes = {one: parse(one, json.dumps(lists[f"{one}Codes"]), [KEY]) for one in file.only}
    wanted = taken(file, codes, KEY)
    figures = _rows(folder / OBSERVATIONS, wanted)
    for line, row in enumerate(figures, start=2):
        if not str(row.get("Id")).isdigit() or "Value" not in row:
            reason = "an Id that is a number, and a Value, were expected"
            raise refuse(OBSERVATIONS, reason, line, "Id", row.get("Id"))
        row |= {"Id": int(row["Id"]), "Value": _number(row["Value"])}
    lists["Observations"] = {"value": figures}
    lay_out_answers([Part(file.stem, name, answer) for name, answer in lists.items()], to)


def _number(text: str | None) -> Any:
    """Return a figure as the service gives it: a number, or nothing."""
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text


def _rows(path: Path, wanted: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Return the records of a file, of which some columns hold a wanted code."""
    if not path.exists():
        raise refuse(path.parent.name, f"{path.name} is not in it, but it was expected")
    codes = {name: code.strip() for name, code in (wanted or {}).items()}
    where = "".join(f' and trim("{name}") = ?' for name in codes)
    question = (
        "select * from read_csv(?, all_varchar = true, header = true, delim = ';', quote = '\"', "
        f"escape = '\"') where true{where}"
    )
    try:
        with duckdb.connect() as connection:
            found = connection.execute(question, [str(path), *codes.values()])
            names = [column[0] for column in found.description or []]
            rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    except duckdb.Error as error:
        reason = f"the file cannot be read ({str(error).splitlines()[0]})"
        raise refuse(path.name, reason) from error
    if not rows:
        raise refuse(path.name, "at least one record was expected")
    return rows
