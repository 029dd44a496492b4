"""What a CBS table says about itself: its measures, its units and the categories to take."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from etl.download import RefusedError
from etl.errors import refusal
from etl.register import RawFile

Row = dict[str, Any]
refuse = partial(
    refusal, "Fetch the table again from CBS; the figures already loaded stay as they are."
)


class TableInfo(NamedTuple):
    """When a table changed (``2026-07-30T02:00:00``), its periods in words, its observations."""

    modified: str
    period: str
    rows: int | None = None


class Measure(NamedTuple):
    """One measure of a table; the key names its figures: ``Werkzame_3`` or ``3000795_2``."""

    key: str
    title: str
    group: str
    unit: str


def keys_of(file: RawFile, measures: Iterable[Measure], place: str) -> dict[str, str]:
    """Return under which key the table has each measure of the register.

    A measure is called by its key, with or without the number that CBS puts behind it and that
    differs per table, or by its title; ``group/title`` where titles alone are not unique.

    Raises:
        RefusedError: A measure is missing, found more than once, or has another unit.
    """
    known = list(measures)
    keys = {}
    for name, unit in file.units.items():
        found = [measure for measure in known if measure.key == name]
        found = found or [measure for measure in known if is_called(measure, name)]
        if len(found) != 1:
            offered = ", ".join(f"{measure.key} ({measure.title})" for measure in known)
            reason = f"{len(found) or 'no'} such measures, one was expected; found {offered}"
            raise RefusedError(place, reason, column=name)
        if unit and plain(found[0].unit) != plain(unit):
            reason = f"the unit is {found[0].unit!r}, {unit!r} was expected"
            raise RefusedError(place, reason, column=name)
        keys[name] = found[0].key
    return keys


def is_called(measure: Measure, name: str) -> bool:
    """Return whether the register calls a measure so; see ``keys_of``."""
    group, _, title = name.rpartition("/")
    is_group = not group or plain(group) == plain(measure.group)
    return is_group and _stem(title) in {_stem(measure.key), plain(measure.title)}


def _stem(key: str) -> str:
    return plain(re.sub(r"_[0-9]+$", "", key))


def plain(text: object) -> str:
    """Return the letters, digits and percent signs of a name, in small letters."""
    return re.sub(r"[^0-9a-z%]", "", str(text).lower())


def require_dimensions(file: RawFile, dimensions: Iterable[str], place: str) -> None:
    """Refuse a table that has other dimensions than the register says.

    An unknown dimension would repeat every figure once per category.

    Raises:
        RefusedError: A dimension is missing or unknown.
    """
    wanted, found = {*file.dimensions, *file.only}, set(dimensions)
    if wanted != found:
        reason = (
            f"the dimensions should be {', '.join(sorted(wanted))}; "
            f"missing: {', '.join(sorted(wanted - found)) or 'none'}; "
            f"unknown: {', '.join(sorted(found - wanted)) or 'none'}"
        )
        raise RefusedError(place, reason, column=min(wanted ^ found))


def taken(file: RawFile, lists: Mapping[str, Row], key: str) -> dict[str, str]:
    """Return the code of the one category that is taken of each dimension that is no column.

    The register calls a category by its code, which stands in the field ``key``, or its title.

    Raises:
        RefusedError: A category is not in its list.
    """
    found = {}
    for dimension, wanted in file.only.items():
        codes = [
            entry[key]
            for entry in lists[dimension]["value"]
            if wanted in (entry[key].strip(), str(entry.get("Title")).strip())
        ]
        if len(codes) != 1:
            reason = f"{len(codes) or 'no'} such categories, one was expected"
            raise RefusedError(file.stem, reason, column=dimension, value=wanted)
        found[dimension] = codes[0]
    return found


def attributes(file: RawFile, folder: Path, key: str) -> dict[str, dict[str, str]]:
    """Return per column such as ``Perioden:Status`` what each category of the dimension has.

    The folder holds ``<dimension>.json``; without it the column stays empty.
    """
    found = {}
    for column in file.attributes:
        dimension, attribute = column.split(":")
        path = folder / f"{dimension}.json"
        entries = _list_in(path, key) if path.exists() else []
        found[column] = {
            entry[key].strip(): str(entry.get(attribute) or "").strip() for entry in entries
        }
    return found


def _list_in(path: Path, key: str) -> list[Row]:
    entries: list[Row] = parse(path.name, path.read_text("utf-8"), [key])["value"]
    return entries


def parse(name: str, text: str, fields: Iterable[str] = ()) -> Row:
    """Read an answer as JSON with a list called ``value``, each entry with text in these fields.

    Raises:
        DataError: It is empty, HTML, cut off, or something else.
    """
    answer = parse_object(name, text)
    entries = answer.get("value")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise refuse(name, "an object with a list of objects called 'value' was expected")
    for number, entry in enumerate(entries, start=1):
        for field in fields:
            if not isinstance(entry.get(field), str):
                found = str(entry.get(field))
                raise refuse(name, "a text was expected", number, column=field, value=found)
    return answer


def count_of(name: str, field: str, found: object) -> int:
    """Read a whole number that a publisher gives, also as text.

    Raises:
        DataError: It is something else.
    """
    text = str(found)
    if isinstance(found, bool) or not re.fullmatch("[0-9]+", text):
        raise refuse(name, "a whole number was expected", column=field, value=text)
    return int(text)


def parse_object(name: str, text: str) -> Row:
    """Read an answer as a JSON object; see ``parse``."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise refuse(name, "the file is empty, a JSON page was expected")
    if text.lstrip().startswith("<"):
        raise refuse(name, "this is an HTML page, a JSON page was expected")
    try:
        answer = json.loads(text)
    except json.JSONDecodeError as error:
        reason = f"the JSON breaks off or is damaged at character {error.pos} ({error.msg})"
        raise refuse(name, reason, line=error.lineno) from error
    if not isinstance(answer, dict):
        raise refuse(name, "a JSON object was expected")
    return answer
