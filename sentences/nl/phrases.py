"""What sentences are built of: numbers with their noun, lists, and what may not be said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import pandas as pd

import words as nl
from words.marks import SAMPLE, has_sample

VACANCY = ("vacature", "vacatures")
MOST_NAMED = 4
NOTHING_TO_SAY = f"{SAMPLE}: over verzonnen cijfers is geen uitspraak mogelijk."

Rows = TypeVar("Rows", pd.Series, pd.DataFrame)
More = ParamSpec("More")


def of_real_figures(
    sentence: Callable[Concatenate[Rows, More], str],
) -> Callable[Concatenate[Rows, More], str]:
    """Let a sentence about a frame or a row say of a fictitious one only that it is invented."""

    @wraps(sentence)
    def said(rows: Rows, /, *args: More.args, **more: More.kwargs) -> str:
        return NOTHING_TO_SAY if has_sample(rows) else sentence(rows, *args, **more)

    return said


def season(row: pd.Series) -> str:
    """Return of a row with ``is_other_season`` that its begin and end are of other seasons."""
    if nl.is_missing(row["is_other_season"]) or not row["is_other_season"]:
        return ""
    start, end = (str(row[f"{when}_label"]).rsplit(" ", 1)[0] for when in ("start", "end"))
    return (
        f" Het begin is een {start} en het einde een {end}: het jaargetijde kan meespelen, want "
        "deze cijfers zijn er niet voor gecorrigeerd."
    )


def each(sentence: Callable[[pd.Series], str], rows: pd.DataFrame) -> list[str]:
    """Return what is said of each row."""
    return [sentence(row) for _, row in rows.iterrows()]


def count(value: object, words: tuple[str, str] = VACANCY) -> str:
    """Return a number with its word in singular or plural: ``1 vacature``, ``1.400 vacatures``."""
    return f"{nl.number(value)} {agreeing(value, words)}"


def agreeing(value: object, words: tuple[str, str]) -> str:
    """Return the first of two words for one, the second for any other number."""
    return words[0] if value == 1 else words[1]


def more_or_less(
    change: float, decimals: int = 0, unit: str = "", words: tuple[str, str] = ("meer", "minder")
) -> str:
    """Return a difference that is not nothing: ``40 meer``, ``0,3 procentpunt lager``."""
    return f"{nl.number(abs(change), decimals=decimals)}{unit} {words[0 if change > 0 else 1]}"


def impossible(about: str, why: str) -> str:
    """Return finding 10: that nothing can be said about a subject, and why."""
    return f"Over {about} is geen uitspraak mogelijk: {why}."


NONE_DELIVERED = impossible(
    "waar vouchers en plaatsingen terechtkwamen", "geen programma leverde gegevens aan"
)


def in_sector(label: str) -> str:
    """Return the place of a sector in a sentence: ``in de bouw``, ``in alle sectoren samen``."""
    articles = {"Bouw": "in de bouw", "Industrie": "in de industrie", "Horeca": "in de horeca"}
    if label == "Alle sectoren":
        return "in alle sectoren samen"
    return articles.get(label, f"in de sector {label[0].lower()}{label[1:]}")


def bullets(lines: Iterable[str]) -> str:
    """Return sentences as one list, each said once."""
    return "\n".join(f"- {line}" for line in dict.fromkeys(lines))


def paragraphs(lines: Iterable[str]) -> str:
    """Return sentences below each other, each said once; an empty one is left out."""
    return "\n\n".join(line for line in dict.fromkeys(lines) if line)


def listed(names: Sequence[str]) -> str:
    """Return names as one enumeration: ``Drenthe, Groningen en Utrecht``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def in_period(label: str) -> str:
    """Return a period in a sentence: ``in het 2e kwartaal 2026``, ``in 2022``."""
    return f"in {'het ' if 'kwartaal' in label else ''}{label}"


def by_province(name: str, provinces: Sequence[str]) -> str:
    """Return which provinces, largest part first, stand in for a region without figures."""
    return (
        f"{name} ligt in {listed(provinces)}. Deze cijfers verschijnen per provincie: u "
        f"ziet {listed(provinces)} als geheel."
    )


def lowered(subject: str) -> str:
    """Return words as they stand within a sentence; an abbreviation keeps its capitals."""
    return subject if subject[:2].isupper() else subject[0].lower() + subject[1:]


def as_published(text: object) -> str:
    """Return a day, month or year of a source in Dutch."""
    return nl.published_date(text)


def plain(text: str) -> str:
    """Return a sentence without the marks that make part of it bold or slanted on screen."""
    return text.replace("**", "").replace("*", "")
