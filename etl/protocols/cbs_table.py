"""What a CBS table says about itself: its measures, its units and the categories to take."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from etl.download import KEPT, RefusedError
from etl.errors import DataError, Problem
from etl.register import RawFile

Row = dict[str, Any]
NEXT_STEP = "Fetch the table again from CBS; the figures already loaded stay as they are."


class TableInfo(NamedTuple):
    """What CBS says about a table as a whole.

    Attributes:
        modified: When it last changed, as CBS writes it: ``2026-07-30T02:00:00``.
        period: The periods it covers, in words.
        rows: How many observations it holds, where CBS says so.
    """

    modified: str
    period: str
    rows: int | None = None


class Measure(NamedTuple):
    """One measure of a table.

    Attributes:
        key: The name of its figures in the data: ``WerkzameBeroepsbevolking_3`` or ``3000795_2``.
        title: Its name for people.
        group: Title of the group it belongs to, if any.
        unit: Such as ``x 1 000``; empty where CBS states none.
    """

    key: str
    title: str
    group: str
    unit: str


def keys_of(file: RawFile, measures: Iterable[Measure], place: str) -> dict[str, str]:
    """Return under which key the table has each measure of the register.

    A measure is called by its key, with or without the number that CBS puts behind it and that
    differs per table, or by its title; ``group/title`` where titles alone are not unique.

    Args:
        file: The entry of the table.
        measures: What the table has.
        place: Where that was read, for the message.

    Raises:
        RefusedError: A measure is missing, found more than once, or has another unit.
    """
    known = list(measures)
    return {name: _measure(name, unit, known, place).key for name, unit in file.units.items()}


def _measure(name: str, unit: str, known: list[Measure], place: str) -> Measure:
    found = [measure for measure in known if measure.key == name] or [
        measure for measure in known if _is_called(measure, name)
    ]
    if len(found) != 1:
        offered = ", ".join(f"{measure.key} ({measure.title})" for measure in known)
        reason = f"{len(found) or 'no'} such measures, one was expected; found {offered}. {KEPT}"
        raise RefusedError([Problem(place, reason, column=name)], "")
    if unit and _plain(found[0].unit) != _plain(unit):
        reason = f"the unit is {found[0].unit!r}, {unit!r} was expected. {KEPT}"
        raise RefusedError([Problem(place, reason, column=name)], "")
    return found[0]


def _is_called(measure: Measure, name: str) -> bool:
    group, _, title = name.rpartition("/")
    stem = re.sub(r"_[0-9]+$", "", measure.key)
    return _plain(title) in {_plain(stem), _plain(measure.title)} and (
        not group or _plain(group) == _plain(measure.group)
    )


def _plain(text: object) -> str:
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
            f"unknown: {', '.join(sorted(found - wanted)) or 'none'}. {KEPT}"
        )
        raise RefusedError([Problem(place, reason, column=min(wanted ^ found))], "")


def condition(file: RawFile, lists: Mapping[str, Row], key: str) -> str:
    """Return the OData condition that takes only the categories of the register.

    Args:
        file: The entry of the table; ``only`` names a category by its code or its title.
        lists: The categories per dimension, as CBS gives them.
        key: The field of a category that holds its code.

    Raises:
        RefusedError: A category is not in its list.
    """
    parts = []
    for dimension, wanted in file.only.items():
        codes = [
            entry[key]
            for entry in lists[dimension]["value"]
            if wanted in (entry[key].strip(), str(entry.get("Title")).strip())
        ]
        if len(codes) != 1:
            reason = f"{len(codes) or 'no'} such categories, one was expected. {KEPT}"
            raise RefusedError([Problem(file.stem, reason, column=dimension, value=wanted)], "")
        parts.append(f"{dimension} eq '{codes[0]}'")
    return " and ".join(parts)


def attributes(file: RawFile, folder: Path, key: str) -> dict[str, dict[str, str]]:
    """Return per column such as ``Perioden:Status`` what each category of the dimension has.

    Args:
        file: The entry of the table.
        folder: Holds ``<dimension>.json``; without it the column stays empty.
        key: The field of a category that holds its code.
    """
    found = {}
    for column in file.attributes:
        dimension, attribute = column.split(":")
        path = folder / f"{dimension}.json"
        entries = json.loads(path.read_text("utf-8"))["value"] if path.exists() else []
        found[column] = {
            entry[key].strip(): str(entry.get(attribute) or "").strip() for entry in entries
        }
    return found


def parse(name: str, text: str) -> Row:
    """Read an answer as JSON with a list called ``value``.

    Raises:
        DataError: It is empty, HTML, cut off, or something else.
    """
    answer = parse_object(name, text)
    if not isinstance(answer.get("value"), list):
        raise refuse(name, "an object with a list called 'value' was expected")
    return answer


def parse_object(name: str, text: str) -> Row:
    """Read an answer as a JSON object.

    Raises:
        DataError: It is empty, HTML, cut off, or something else.
    """
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


def refuse(
    file: str,
    reason: str,
    *,
    line: int | None = None,
    column: str | None = None,
    value: str | None = None,
) -> DataError:
    """Return the error that says what is wrong with a page and what to do."""
    return DataError([Problem(file, reason, line, column, value)], NEXT_STEP)
