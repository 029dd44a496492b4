"""What a coded column may hold: codes and Dutch labels, of lists, occupations, sectors, places."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from etl.deliveries.format import UNKNOWN, Column
from etl.folders import RAW
from etl.programmes import Programme, region_rows
from etl.raw import rows_of
from etl.transform import REFERENCE
from words import codes
from words.spelling import plain, spellings

SHORTEST = 5
LONG = 6


@dataclass(frozen=True)
class Vocabulary:
    """The values that a column knows: label by code as offered, code by each way to write it."""

    labels: dict[str, str]
    known: dict[str, str]

    def code(self, text: str) -> str | None:
        """Return the code that a text stands for, if it is known."""
        return self.known.get(plain(text))

    def nearest(self, text: str) -> list[str]:
        """Return the known texts that an unknown one may be meant as: a slip, or a part of them.

        A slip is one letter, in a longer text two, but not the first; and no word more or less.
        """
        wanted = plain(text)
        if len(wanted) < SHORTEST:
            return []
        if longer := [known for known in self.known if known.startswith(f"{wanted} ")]:
            return longer
        allowed = 2 if len(wanted) > LONG else 1
        near = {
            known: slips(wanted, known)
            for known in self.known
            if known[0] == wanted[0]
            and abs(len(known) - len(wanted)) <= allowed
            and len(known.split()) == len(wanted.split())
        }
        nearest = min(near.values(), default=allowed + 1)
        return [known for known, count in near.items() if count == nearest <= allowed]

    def labels_of(self, near: list[str]) -> list[str]:
        """Return the labels of known texts, but not of a code: each number is another one."""
        named = [known for known in near if not re.search("[0-9]", known)]
        return sorted({self.labels[self.known[known]] for known in named})

    def says(self, text: str) -> bool:
        """Return whether each word of a text, or what it abbreviates, is a word of the known."""
        words = {word for known in self.known for word in known.split()}
        return all(
            word in words or any(len(word) > 2 and other.startswith(word) for other in words)
            for word in plain(text).split()
        )

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
            known = {one: name for name in funders for one in spellings(name)}
            found[column.name] = Vocabulary(funders, known)
    return found


@functools.cache
def _listed(kind: str, list_name: str) -> Vocabulary:
    if kind == "occupation":
        rows = rows_of(REFERENCE / "occupation.csv")
        labels = {r["occupation_code"]: r["label"] for r in rows if r["kind"] == "brc_group"}
        return Vocabulary(labels, _known(labels))
    labels = codes(list_name)
    if kind == "sector":
        rows = rows_of(REFERENCE / "sector.csv")
        labels = {row["sbi"]: row["label"] for row in rows if len(row["sbi"]) == 1}
        short = {row["sbi"]: row["short_label"] for row in rows if len(row["sbi"]) == 1}
        return Vocabulary(labels, _known(short) | _known(labels))
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
    for code, name in list(labels.items()):  # as CBS tells a municipality from its province
        for said in (f"{name} (gemeente)", f"gemeente {name}"):
            known |= dict.fromkeys(spellings(said), code)
    for row in rows_of(REFERENCE / "region_name.csv"):
        if row["kind"] == "gemeente":
            known |= dict.fromkeys(spellings(row["name"]), row["region_code"])
    short = {code: plain(name.partition(" (")[0]) for code, name in labels.items()}
    bearers = Counter(short.values())
    for code, name in short.items():  # Hengelo (O.) is called Hengelo where it is the only one
        if bearers[name] == 1:
            known.setdefault(name, code)
    return Vocabulary(labels, known)


def _known(labels: dict[str, str]) -> dict[str, str]:
    """Return each way to write a code: as code, as label, and as both.

    A code may have lost the zero that its number begins with, as 731 for 0731 and GM14 for GM0014.
    """
    known: dict[str, str] = {}
    for code, label in labels.items():
        lost = re.sub("^([A-Z]*)0+(?=[1-9])", r"\1", code)
        for said in (f"{lost} {label}", lost, f"{code} {label}", label, code):
            known |= dict.fromkeys(spellings(said), code)
    return known


def slips(text: str, other: str) -> int:
    """Return how many letters of a text are wrong, missing or too many beside another."""
    row = list(range(len(other) + 1))
    for above, letter in enumerate(text, start=1):
        before, row[0] = row[0], above
        for place, one in enumerate(other, start=1):
            before, row[place] = (
                row[place],
                min(before + (letter != one), row[place] + 1, row[place - 1] + 1),
            )
    return row[-1]
