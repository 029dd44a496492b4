"""The palette of the monitor; slides and PDFs have that of ``house_style.toml``."""

from __future__ import annotations

WHITE = "#ffffff"
INK = "#1f2933"
MUTED = "#4a545d"
BLUE, RUST, GREY = "#0b5a8a", "#b3480b", "#4d4d4d"
ORANGE, BROWN, PURPLE, GREEN = "#e0905a", "#8a3a06", "#7a3e8f", "#2f7d4f"
EDGE = "#6b7780"
AXIS, GRID, GAP = "#b9c2c9", "#dfe4e8", "#e6e9ec"
BAR = "#9fb8c9"
CLASS_EDGE = "#9aa5ad"
NOTE = "#5b4b8a"
WARNING = "#a1260d"
# From few to much, where a measure has no classes of its own.
RAMP = ("#e3eef6", "#b7d3e6", "#7fb0d0", "#2f79a8", "#0b4a73")
UNSURE = "#d5dade"
