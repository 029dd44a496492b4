"""How traces, shapes and axes of a Plotly figure with several panels refer to each other."""

from __future__ import annotations

from typing import Any

Spec = dict[str, Any]


def reference(letter: str, number: int) -> str:
    """Return how a trace or shape refers to the axis of a panel, such as ``x2``."""
    return letter if number == 1 else f"{letter}{number}"


def axis(letter: str, number: int) -> str:
    """Return the name of the axis of a panel in a layout, such as ``xaxis2``."""
    return f"{letter}axis" if number == 1 else f"{letter}axis{number}"


def axes(number: int) -> Spec:
    """Return the two axes of a panel, for a trace."""
    return {"xaxis": reference("x", number), "yaxis": reference("y", number)}
