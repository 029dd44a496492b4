"""Which programme."""

from __future__ import annotations

import queries
from ui.filters.boxes import choose


def programme() -> str:
    """Let the reader choose a programme; return its id."""
    programmes = queries.filters_programmes().set_index("name")["programme_id"]
    return str(programmes[choose("Programma", "programma", list(programmes.index))])
