"""DUO open data: a CSV with a column per year, found by its name in its package and read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow as pa

from etl.download import Client, RefusedError
from etl.errors import refusal
from etl.protocols import rows, staging
from etl.protocols.cbs_table import parse_object

YEAR = re.compile("JAAR_([0-9]{4})")
refuse = partial(
    refusal, "Fetch the file again from DUO; the figures already loaded stay as they are."
)


def fetch(client: Client, url: str, path: Path) -> None:
    """Download one file of a package (``https://onderwijsdata.duo.nl/dataset/<package>``), whole.

    DUO gives a file a new address with each release, so it is looked up by the name of the path.

    Raises:
        DataError: The package has no such file, or it cannot be had whole.
    """
    site, _, package = url.rpartition("/dataset/")
    address = f"{site}/api/3/action/package_show?id={package}"
    offered = client.get(address, partial(_resources, address))
    found = [link for link in offered if path.stem in link.rsplit("/", 1)[-1]]
    if len(found) != 1:
        names = ", ".join(link.rsplit("/", 1)[-1] for link in offered) or "nothing"
        reason = f"{len(found) or 'no'} such files, one was expected; found {names}"
        raise RefusedError(address, reason, value=path.stem)
    link = f"{site}{urlsplit(found[0]).path}"
    text = client.get(link, partial(_checked, link))
    staging.write(path, text)


def _resources(address: str, text: str) -> list[str]:
    try:
        return [str(entry["url"]) for entry in parse_object(address, text)["result"]["resources"]]
    except (KeyError, TypeError) as error:
        raise refuse(address, "a package with its resources was expected") from error


def _checked(address: str, text: str) -> str:
    """Require a file that ends where its last line ends."""
    if text.lstrip().startswith("<"):
        raise refuse(address, "this is a web page, a CSV file was expected")
    if not text.endswith("\n"):
        raise refuse(address, "the file breaks off in its last line", text.count("\n") + 1)
    return text


def extract(path: Path, columns: Sequence[str]) -> pa.Table:
    """Read a file and set its years below each other.

    Args:
        path: A CSV file, UTF-8.
        columns: Its own columns, then ``JAAR`` and ``AANTAL``.

    Returns:
        One row per record and year: ``line`` (int64, of the record) and ``columns`` as text.

    Raises:
        DataError: The header differs, there is no year, or a record has another number of fields.
    """
    records = rows.of_csv(path, refuse)
    line, header = next(records)
    own = [column for column in columns if column not in ("JAAR", "AANTAL")]
    years = [(place, match[1]) for place, name in enumerate(header) if (match := YEAR.match(name))]
    if sorted(own) != sorted(name for name in header if not YEAR.match(name)) or not years:
        reason = f"the header should have {', '.join(own)} and JAAR_2021 and so on"
        raise refuse(path.name, f"{reason}; found {', '.join(header)}", line)
    places = [header.index(column) for column in own]
    found = [
        (line, *(record[index] for index in places), year, record[place])
        for line, record in records
        for place, year in years
    ]
    values = dict(zip(["line", *own, "JAAR", "AANTAL"], zip(*found, strict=True), strict=True))
    return rows.table(values["line"], {column: values[column] for column in columns})
