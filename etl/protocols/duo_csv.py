"""DUO open data: a CSV with a column per year, found by its name in its package and read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow as pa

from etl.download import KEPT, Client, RefusedError
from etl.errors import DataError, Problem
from etl.protocols import staging
from etl.protocols.cbs_table import parse_object

YEAR = re.compile("JAAR_([0-9]{4})")
NEXT_STEP = "Fetch the file again from DUO; the figures already loaded stay as they are."


def fetch(client: Client, url: str, path: Path) -> None:
    """Download one file of a package; it is there whole or not at all.

    DUO gives a file a new address with each release, so it is looked up by its name.

    Args:
        client: To ask with.
        url: Of the package: ``https://onderwijsdata.duo.nl/dataset/<package>``.
        path: For the file; DUO's own name for it contains this name.

    Raises:
        DataError: The package has no such file, or it cannot be had whole.
    """
    site, _, package = url.rpartition("/dataset/")
    address = f"{site}/api/3/action/package_show?id={package}"
    offered = client.get(address, lambda text: _resources(address, text))
    found = [link for link in offered if path.stem in link.rsplit("/", 1)[-1]]
    if len(found) != 1:
        names = ", ".join(link.rsplit("/", 1)[-1] for link in offered) or "nothing"
        reason = f"{len(found) or 'no'} such files, one was expected; found {names}. {KEPT}"
        raise RefusedError([Problem(address, reason, value=path.stem)], "")
    link = f"{site}{urlsplit(found[0]).path}"
    text = client.get(link, lambda text: _checked(link, text))
    path.parent.mkdir(parents=True, exist_ok=True)
    staging.write(path, text)


def _resources(address: str, text: str) -> list[str]:
    try:
        return [str(entry["url"]) for entry in parse_object(address, text)["result"]["resources"]]
    except (KeyError, TypeError) as error:
        raise _refuse(address, "a package with its resources was expected") from error


def _checked(address: str, text: str) -> str:
    """Require a file that ends where its last line ends."""
    if text.lstrip().startswith("<"):
        raise _refuse(address, "this is a web page, a CSV file was expected")
    if not text.endswith("\n"):
        raise _refuse(address, "the file breaks off in its last line", text.count("\n") + 1)
    return text


def extract(path: Path, columns: Sequence[str]) -> pa.Table:
    """Read a file and set its years below each other.

    Args:
        path: A CSV file, UTF-8, separated by ``;``.
        columns: Its own columns, then ``JAAR`` and ``AANTAL``.

    Returns:
        One row per record and year: ``line`` (int64, of the record) and ``columns`` as text.

    Raises:
        DataError: The header differs, there is no year, or a record has another number of fields.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _refuse(path.name, f"the file cannot be read as UTF-8 ({error})") from error
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    header = [name.strip() for name in next(reader, [])]
    own = [column for column in columns if column not in ("JAAR", "AANTAL")]
    years = [(place, match[1]) for place, name in enumerate(header) if (match := YEAR.match(name))]
    if sorted(own) != sorted(name for name in header if not YEAR.match(name)) or not years:
        reason = f"the header should have {', '.join(own)} and JAAR_2021 and so on"
        raise _refuse(path.name, f"{reason}; found {', '.join(header)}", 1)
    places = [header.index(column) for column in own]
    rows: list[list[str]] = []
    lines: list[int] = []
    try:
        for record in reader:
            if len(record) != len(header):
                reason = f"{len(record)} fields found, {len(header)} were expected"
                raise _refuse(path.name, reason, reader.line_num)
            for place, year in years:
                rows.append([*(record[index] for index in places), year, record[place]])
                lines.append(reader.line_num)
    except csv.Error as error:
        raise _refuse(path.name, f"the record is damaged ({error})", reader.line_num) from error
    if not rows:
        raise _refuse(path.name, "the file has a header but no records, at least one was expected")
    values = dict(zip([*own, "JAAR", "AANTAL"], zip(*rows, strict=True), strict=True))
    return pa.table(
        {
            "line": pa.array(lines, pa.int64()),
            **{column: pa.array(values[column], pa.string()) for column in columns},
        }
    )


def _refuse(file: str, reason: str, line: int | None = None) -> DataError:
    return DataError([Problem(file, reason, line)], NEXT_STEP)
