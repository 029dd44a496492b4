"""The columns of an answer in Dutch, as ``data/reference/label.csv`` lists them."""

from __future__ import annotations

from typing import NamedTuple

from words.reference import reference

MADE_OF = {
    "": "{}",
    "_low": "{}, ten minste",
    "_high": "{}, ten hoogste",
    "_low_pct": "{}, ten minste",
    "_high_pct": "{}, ten hoogste",
    "_code": "{}, code",
}
SAYS_OF = {
    "sign": "Waarom {} ontbreekt",
    "status": "Soort cijfer van {}",
    "precision": "Precisie van {}",
}
SAME_AS = ("", "_label", "_name", "_ratio", "_text", "_pct")


class Label(NamedTuple):
    """What a column holds.

    Attributes:
        label: Its name.
        unit: What its figures count; empty for text and codes.
        description: What the name does not say; empty when it says it all.
    """

    label: str
    unit: str
    description: str


_LABELS = {
    (row["column_name"], row["scope"]): Label(row["label"], row["unit"], row["description"])
    for row in reference("label")
}


def label(column: str, question: str = "") -> Label | None:
    """Return what a column of an answer holds; None where nobody named it.

    A row for the question goes before one for its page, and that before one for all. The range and
    the code of a figure, and what is said of it, are named after that figure.

    Args:
        column: Such as ``open_vacancies_low``.
        question: Such as ``regios/ranking``.
    """
    for suffix, words in MADE_OF.items():
        found = _named(column, suffix, question)
        if found is not None:
            return found._replace(label=words.format(found.label))
    for kind, words in SAYS_OF.items():
        if column.endswith(f"_{kind}"):
            about, found = _named(column, f"_{kind}", question), _LABELS[kind, ""]
            return found._replace(label=words.format(about.label)) if about else found
    return None


def heading(column: str, question: str) -> str:
    """Return the name of a column of an answer.

    Raises:
        KeyError: Nobody named it.
    """
    found = label(column, question)
    if found is None:
        raise KeyError(column)
    return found.label


def described(column: str, question: str) -> str:
    """Return what the name of a column does not say; empty when it says it all."""
    found = label(column, question)
    return found.description if found else ""


def _named(column: str, suffix: str, question: str) -> Label | None:
    if column.endswith(suffix):
        for same_as in ("_pct", *SAME_AS) if suffix.endswith("_pct") else SAME_AS:
            for scope in (question, question.split("/")[0], ""):
                found = _LABELS.get((column.removesuffix(suffix) + same_as, scope))
                if found is not None:
                    return found
    return None
