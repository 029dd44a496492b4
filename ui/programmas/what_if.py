"""What if vouchers went to another techniekdomein: arithmetic with the programme's own rates.

The interval is computed here, not in SQL: it depends on what is typed in.
"""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

import pandas as pd
import streamlit as st

import sentences
import words as nl
from ui.filters import boxes
from ui.parts import figures
from words.marks import SAMPLE, has_sample

LEAST_EXITS = 50
CONFIDENCE = 0.95


class Interval(NamedTuple):
    """A figure with the least and the most that it can be."""

    middle: float
    low: float
    high: float


def rate(number: int, placed: int, half: int) -> Interval:
    """Return the rate of a cohort, a share, with Wilson's interval widened by the rounding.

    Args:
        number: How many left, rounded.
        placed: How many of these were placed, rounded.
        half: How far a rounded number lies from the real one at most.

    Raises:
        ValueError: The cohort is smaller than ``LEAST_EXITS``.
    """
    if number < LEAST_EXITS:
        raise ValueError(f"{number} exits are too few: at least {LEAST_EXITS} are needed")

    low = wilson(max(0, placed - half), number + half)[0]
    high = wilson(min(placed + half, number - half), number - half)[1]
    return Interval(placed / number, low, high)


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the score interval of a share (Wilson, 1927, JASA 22: 209-212)."""
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    share, weight = successes / trials, z * z / trials
    middle = share + weight / 2
    spread = z * sqrt((share * (1 - share) + weight / 4) / trials)
    return (middle - spread) / (1 + weight), (middle + spread) / (1 + weight)


def moved(vouchers: int, source: Interval, target: Interval) -> Interval:
    """Return how many more results follow from moving vouchers, if every rate stays what it is."""
    return Interval(
        vouchers * (target.middle - source.middle),
        vouchers * (target.low - source.high),
        vouchers * (target.high - source.low),
    )


def show(frame: pd.DataFrame, name: str) -> None:
    """Let the reader move vouchers between two techniekdomeinen (``krapte_en_inzet/rates``)."""
    st.markdown(
        "Een **rekensom, geen effect**: wie aan een ander techniekdomein begint, is een ander mens "
        "op een andere arbeidsmarkt. De uitkomst zegt alleen wat er volgt als ieder techniekdomein "
        "zijn aandeel nieuwe banen houdt en elke voucher tot één uitstroom leidt."
    )
    enough = frame[frame["placed_pct_sign"].isna()]
    if len(enough) < 2:
        st.info(
            f"Te klein om te rekenen: van minder dan twee techniekdomeinen zijn er ten minste "
            f"{nl.number(LEAST_EXITS)} uitgestroomden met een getoond aantal nieuwe banen.",
            icon=":material/block:",
        )
    else:
        _sum(enough)
    rates = frame.assign(rate_text=[_rate_text(row) for _, row in frame.iterrows()])
    figures.show_table(
        rates,
        ["field_label", "number", "placed", "rate_text"],
        "Uitgestroomd naar beoogd techniekdomein, en hoeveel een nieuwe baan kregen",
        terms=("what_if", "protected_cells"),
        file_name=f"{name}_wat_als",
        said=f"Aandeel met een interval van {nl.number(100 * CONFIDENCE)}% (Wilson), verbreed met "
        f"wat de afronding openlaat. Onder {nl.number(LEAST_EXITS)} uitgestroomden staan alleen "
        "de aantallen er en wordt niet gerekend. Bruto; netto-effect niet vastgesteld.",
    )


def _sum(enough: pd.DataFrame) -> None:
    names = [str(name) for name in enough["field_label"]]
    left, middle, right = st.columns(3)
    with left:
        source = boxes.choose("Van", "van", names)
    with middle:
        target = boxes.choose("Naar", "naar", [name for name in names if name != source])
    with right:
        vouchers = int(
            st.number_input(
                "Aantal vouchers", 1, 1_000, 10, key="vouchers", bind="query-params", step=5
            )
        )
    by_name = enough.set_index("field_label")
    rows = [by_name.loc[name] for name in (source, target)]
    rates = [rate(int(row["number"]), int(row["placed"]), int(row["half"])) for row in rows]
    found = moved(vouchers, *rates)
    mark = f":red-badge[{SAMPLE}] " if has_sample(enough) else ""
    st.markdown(mark + sentences.supposed(vouchers, source, target, found))


def _rate_text(row: pd.Series) -> str:
    if not nl.is_missing(row["placed_pct_sign"]):
        return nl.rate(row, "placed", "placed", "number") or nl.SIGNS["withheld"]
    found = rate(int(row["number"]), int(row["placed"]), int(row["half"]))
    return f"{nl.number(100 * found.low)}–{nl.number(100 * found.high)}%"
