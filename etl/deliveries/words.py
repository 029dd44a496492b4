"""Days and amounts as a Dutch reader writes them."""

from __future__ import annotations

import datetime
from decimal import Decimal


def counted(count: int, one: str, more: str) -> str:
    """Return a number with what it counts: 1 rij, 2 rijen."""
    return f"{count} {one if count == 1 else more}"


def dutch_day(day: datetime.date) -> str:
    """Return a day as 1-2-2024."""
    return f"{day.day}-{day.month}-{day.year}"


def dutch_amount(amount: Decimal) -> str:
    """Return an amount as € 2.500,00."""
    text = f"{amount:,.2f}"
    return "€ " + text.replace(",", " ").replace(".", ",").replace(" ", ".")
