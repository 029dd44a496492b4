"""The classes of UWV's tension, as ``data/reference/tension_class.csv`` lists them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent.parent / "data" / "reference" / "tension_class.csv"


class TensionClass(NamedTuple):
    """A class, from so many vacancies per jobseeker.

    Its sign stands for it where there is no room for its name; its ink is written on its colour.
    """

    code: str
    label: str
    sign: str
    from_ratio: float
    is_tight: bool
    colour: str
    ink: str

    @property
    def edge(self) -> str:
        """Return from where it begins, in Dutch: ``1,5``."""
        return f"{self.from_ratio:g}".replace(".", ",")


with FILE.open(encoding="utf-8", newline="") as _rows:
    CLASSES = tuple(
        TensionClass(
            row["tension_class"],
            row["label"],
            row["sign"],
            float(row["from_ratio"]),
            row["is_tight"] == "yes",
            row["colour"],
            row["ink"],
        )
        for row in csv.DictReader(_rows)
    )
EDGES = CLASSES[1:]
TIGHT = " of ".join(one.label for one in CLASSES if one.is_tight)


def style(rule: str) -> str:
    """Return a rule of CSS with ``NUMBER``, counted from 1, ``COLOUR`` and ``INK`` per class."""
    return "\n".join(
        rule.replace("NUMBER", str(number)).replace("COLOUR", one.colour).replace("INK", one.ink)
        for number, one in enumerate(CLASSES, start=1)
    )
