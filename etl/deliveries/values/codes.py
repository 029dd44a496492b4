"""What a coded column may hold: codes and Dutch labels, of lists, occupations, sectors, places."""

from __future__ import annotations

import csv
import difflib
import functools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.deliveries.format import UNKNOWN, Column, codes, plain, reference
from etl.folders import RAW
from etl.programmes import Programme

CLOSE = 0.84
SHORTEST = 5


@dataclass(frozen=True)
class Vocabulary:
    """The values that a column knows.

    Attributes:
        labels: Dutch label by code, in the order to offer them.
        known: Code by each way to write it, in plain text.
    """

    labels: dict[str, str]
    known: dict[str, str]

    def code(self, text: str) -> str | None:
        """Return the code that a text stands for, if it is known."""
        return self.known.get(plain(text))

    def nearest(self, text: str) -> str | None:
        """Return the known text that an unknown one is a slip of, if there is one."""
        wanted = plain(text)
        if len(wanted) < SHORTEST:
            return None
        near = difflib.get_close_matches(wanted, self.known, 1, CLOSE)
        alike = (w for w in near if w[0] == wanted[0] and len(w.split()) == len(wanted.split()))
        return next(alike, None)

    def shown(self, code: str) -> str:
        """Return how a drop-down offers a code: the label, after a code that people know."""
        label = self.labels[code]
        return f"{code} {label}" if re.fullmatch("[0-9]{4}|[A-Z]", code) else label


def vocabularies(
    columns: Iterable[Column], programme: Programme | None, raw: Path = RAW
) -> dict[str, Vocabulary]:
    """Return the vocabulary of each coded column by its technical name."""
    found: dict[str, Vocabulary] = {}
    for column in columns:
        if column.kind in ("code", "codes"):
            found[column.name] = _listed(column.list_name)
        elif column.kind == "occupation":
            found[column.name] = _occupations()
        elif column.kind == "sector":
            found[column.name] = _sectors()
        elif column.kind == "region":
            found[column.name] = _places(raw)
        elif column.kind == "funder" and programme:
            funders = {funder: funder for funder in programme.funders}
            found[column.name] = Vocabulary(funders, {plain(name): name for name in funders})
    return found


@functools.cache
def _listed(list_name: str) -> Vocabulary:
    labels = dict(codes(list_name))
    return Vocabulary(labels, _known(labels))


@functools.cache
def _occupations() -> Vocabulary:
    labels = {
        row["occupation_code"]: row["label"]
        for row in reference("occupation")
        if row["kind"] == "brc_group"
    }
    known = _known(labels)
    known |= {code[1:]: code for code in labels if code.startswith("0")}  # a lost leading zero
    return Vocabulary(labels, known)


@functools.cache
def _sectors() -> Vocabulary:
    labels = {row["sbi"]: row["label"] for row in reference("sector") if len(row["sbi"]) == 1}
    return Vocabulary(labels, _known(labels))


@functools.cache
def _places(raw: Path) -> Vocabulary:
    former = {row["from_code"]: row["from_name"] for row in reference("municipality_merger")}
    older = {row["statcode"]: row["statnaam"] for row in _regions(raw, "municipalities_2022")}
    today = {row["gm"]: row["gm_naam"] for row in _regions(raw, "municipality_regions_2026")}
    current = dict(sorted(today.items(), key=lambda item: plain(item[1])))
    labels = {UNKNOWN: "onbekend"} | current | older | former | current
    known = _known(former) | _known(older) | _known(labels)
    short = {code: plain(name.partition(" (")[0]) for code, name in labels.items()}
    bearers = Counter(short.values())
    for code, name in short.items():  # Hengelo (O.) is called Hengelo where it is the only one
        if bearers[name] == 1:
            known.setdefault(name, code)
    return Vocabulary(labels, known)


def _regions(raw: Path, stem: str) -> list[dict[str, str]]:
    path = max((raw / "regions").glob(f"*/{stem}.csv"))
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _known(labels: dict[str, str]) -> dict[str, str]:
    """Return each way to write a code: as code, as label, and as both."""
    known = {plain(f"{code} {label}"): code for code, label in labels.items()}
    known |= {plain(label): code for code, label in labels.items()}
    return known | {plain(code): code for code in labels}
