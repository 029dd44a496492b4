"""What a coded column may hold: codes and Dutch labels, of lists, occupations, sectors, places."""

from __future__ import annotations

import difflib
import functools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from etl.deliveries.format import UNKNOWN, Column, plain
from etl.folders import RAW
from etl.programmes import Programme, region_rows
from etl.raw import rows_of
from etl.transform import REFERENCE
from words import codes

CLOSE = 0.84
SHORTEST = 5


@dataclass(frozen=True)
class Vocabulary:
    """The values that a column knows: label by code as offered, code by each way to write it."""

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


def vocabularies(columns: Iterable[Column], programme: Programme | None) -> dict[str, Vocabulary]:
    """Return the vocabulary of each coded column by its technical name."""
    found: dict[str, Vocabulary] = {}
    for column in columns:
        if column.kind in ("code", "codes", "occupation", "sector"):
            found[column.name] = _listed(column.kind, column.list_name)
        elif column.kind == "region":
            found[column.name] = _places()
        elif column.kind == "funder" and programme:
            funders = {funder: funder for funder in programme.funders}
            found[column.name] = Vocabulary(funders, {plain(name): name for name in funders})
    return found


@functools.cache
def _listed(kind: str, list_name: str) -> Vocabulary:
    if kind == "occupation":
        rows = rows_of(REFERENCE / "occupation.csv")
        labels = {r["occupation_code"]: r["label"] for r in rows if r["kind"] == "brc_group"}
        lost = {code[1:]: code for code in labels if code.startswith("0")}  # a lost leading zero
        return Vocabulary(labels, _known(labels) | lost)
    labels = codes(list_name)
    if kind == "sector":
        rows = rows_of(REFERENCE / "sector.csv")
        labels = {row["sbi"]: row["label"] for row in rows if len(row["sbi"]) == 1}
    return Vocabulary(labels, _known(labels))


@functools.cache
def _places() -> Vocabulary:
    mergers = rows_of(REFERENCE / "municipality_merger.csv")
    former = {row["from_code"]: row["from_name"] for row in mergers}
    in_2022 = region_rows(RAW, "municipalities_2022")
    older = {row["statcode"]: row["statnaam"] for row in in_2022}
    today = {row["gm"]: row["gm_naam"] for row in region_rows(RAW)}
    current = dict(sorted(today.items(), key=lambda item: plain(item[1])))
    labels = {UNKNOWN: "onbekend"} | current | older | former | current
    known = _known(former) | _known(older) | _known(labels)
    short = {code: plain(name.partition(" (")[0]) for code, name in labels.items()}
    bearers = Counter(short.values())
    for code, name in short.items():  # Hengelo (O.) is called Hengelo where it is the only one
        if bearers[name] == 1:
            known.setdefault(name, code)
    return Vocabulary(labels, known)


def _known(labels: dict[str, str]) -> dict[str, str]:
    """Return each way to write a code: as code, as label, and as both."""
    known = {plain(f"{code} {label}"): code for code, label in labels.items()}
    known |= {plain(label): code for code, label in labels.items()}
    return known | {plain(code): code for code in labels}
