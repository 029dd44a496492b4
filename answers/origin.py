"""Where the figures of an answer come from, and what kind of figures they are."""

from __future__ import annotations

import re
from functools import cache

import pandas as pd

import queries
import words as nl
from etl.folders import ROOT
from etl.where import READ
from words.marks import SAMPLE, has_sample

CBS_NAME = "Centraal Bureau voor de Statistiek"
FACTS = "programmes"
MEASURES = sorted((ROOT / "etl" / "measures").glob("*.sql"))
QUOTED = re.compile(r"measure = '(\w+)'")
VIEW = re.compile(r"^create view (\w+) as.*?;", re.S | re.M)
WORST = ("published", "estimated", "sample")


def statuses_of(frame: pd.DataFrame) -> list[str]:
    """Return every status in a frame, the worst last: of ``published``, ``estimated``, ``sample``.

    A frame without a column ``status`` or ``…_status`` holds published facts about programmes.
    """
    columns = [
        column for column in frame if str(column).endswith("status") and column != "release_status"
    ]
    found = {value for column in columns for value in frame[column].dropna().unique()}
    return sorted(found or {"published"}, key=WORST.index)


def source_line(frame: pd.DataFrame) -> str:
    """Return the "Bron" line of a frame: who, which table, licence, and the date of the data."""
    said = _said_by(frame)
    is_told = SAMPLE in said or not has_sample(frame)
    return f"Bron: {said}" if is_told else f"Bron: {SAMPLE}, {said}"


def releases(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the raw files that the rows of a frame come from; see ``herkomst/releases``."""
    return queries.herkomst.releases(release_ids=_codes(frame, "release_id", "second_release_id"))


def publications(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the publications that a frame quotes; see ``herkomst/publications``."""
    found = _codes(frame, "source_id", "result_source_id")
    return queries.herkomst.publications(source_ids=found)


def sql(frame: pd.DataFrame) -> dict[str, str]:
    """Return the SQL behind an answer by its files: its question, views, measure and sources."""
    question = frame.attrs["question"]
    asked = queries.sql(question)
    views = _views(asked)
    measure = frame.attrs["parameters"].get("measure")
    about = {measure} if measure else set(QUOTED.findall("\n".join((asked, *views.values()))))
    found = _codes(frame, "release_id", "second_release_id")
    sources = {path.removeprefix("sample/").split("/")[0] for path in found}
    if _codes(frame, "source_id", "result_source_id"):
        sources.add(FACTS)
    files = [
        *(f"etl/measures/{path.name}" for path in MEASURES if path.stem in about),
        *(f"etl/sources/{source}.sql" for source in sorted(sources)),
    ]
    texts = {file: (ROOT / file).read_text("utf-8") for file in files if (ROOT / file).exists()}
    return {f"queries/{question}.sql": asked, **views, **texts}


@cache
def _known_views() -> dict[str, tuple[str, str]]:
    """Return each view of the database with its file and its SQL."""
    return {
        found[1]: (f"etl/schema/{path.name}: {found[1]}", found[0])
        for path in sorted((ROOT / "etl" / "schema").glob("*.sql"))
        for found in VIEW.finditer(path.read_text("utf-8"))
    }


def _views(asked: str) -> dict[str, str]:
    """Return the views that a question reads, and those that they read, by file and name."""
    views: dict[str, str] = {}
    todo = [asked]
    while todo:
        for name in READ.findall(todo.pop()):
            title, text = _known_views().get(name, ("", ""))
            if title and title not in views:
                views[title] = text
                todo.append(text)
    return views


def _said_by(frame: pd.DataFrame) -> str:
    facts = _codes(frame, "source_id", "result_source_id")
    sources = _codes(frame, "source")
    return _said_of(_codes(frame, "release_id", "second_release_id"), facts, sources)


@queries.once_per_database
def _said_of(release_ids: tuple[str, ...], facts: tuple[str, ...], sources: tuple[str, ...]) -> str:
    files = queries.herkomst.releases(release_ids=release_ids)
    names, own = _publishers(facts, registered=False), _publishers(facts, registered=True)
    if names or own:
        cited = f"{', '.join(names)}; overgenomen uit openbare publicaties." if names else ""
        told = f"pgave van {', '.join(own)}; niet nagekeken in een publicatie." if own else ""
        return f"{cited} O{told}" if names and own else cited or f"o{told}"
    if files.empty and sources:
        return f"{'; '.join(sources)}."
    if files.empty:
        return "geen cijfer beschikbaar."
    named = " en ".join(
        _named(str(publisher), own) for publisher, own in files.groupby("publisher", sort=False)
    )
    copies = set(files["copy"])
    copied = {2: " Deels overgenomen van derden.", 1: " Overgenomen van derden."}
    ending = copied[len(copies)] if "secondary" in copies else ""
    return f"{named}. {_data_dates(files)}{ending}"


def _named(publisher: str, files: pd.DataFrame) -> str:
    """Return a publisher with its tables and the licence of all of them, if there is one."""
    name = publisher.replace(f"{CBS_NAME} (CBS)", "CBS")
    tables = ", ".join(_known(files["table_id"]))
    licence = str(files["licence"].iloc[0]) if files["licence"].nunique() == 1 else ""
    parts = [name, tables, f"({licence})" if licence.startswith("CC") else ""]
    return " ".join(part for part in parts if part)


def _known(values: pd.Series) -> list[str]:
    return sorted(set(values.dropna()))


def _data_dates(files: pd.DataFrame) -> str:
    """Return of when the data is, and whether part of the files does not say so."""
    days = files["retrieved_on"].fillna(files["modified_on"])
    if days.isna().all():
        return "Datum van de gegevens: niet vermeld."
    dates = " en ".join(nl.date(day) for day in sorted(days.dropna().unique()))
    part = " Van een deel is de datum niet vermeld." if days.isna().any() else ""
    return f"Gegevens van {dates}.{part}"


def _publishers(facts: tuple[str, ...], *, registered: bool) -> list[str]:
    """Return who published the facts, or which registered programmes say them of themselves."""
    found = queries.herkomst.publications(source_ids=facts)
    return sorted(set(found.loc[found["is_registration"].eq(registered), "publisher"]))


def _codes(frame: pd.DataFrame, *columns: str) -> tuple[str, ...]:
    return tuple(
        sorted({v for name in columns if name in frame for v in frame[name].dropna().unique()})
    )
