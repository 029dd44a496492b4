"""How the cells of a programme are protected."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from etl.private.solver import Floats

AMOUNTS = ("granted_eur", "paid_eur")


@dataclass(frozen=True)
class Rules:
    """How the cells of a programme are protected (docs/privacy.md).

    Attributes:
        voucher_min_eur: The least that a voucher can be.
        voucher_max_eur: The most that a voucher can be.
        small: Counts under this one are not shown.
        base: Counts are shown as a multiple of this; amounts as a multiple of this many vouchers.
        width: How far the bounds of a hidden count lie apart at least.
        as_of: The day whose state was delivered, as ISO date; empty where that is not public.
        audit: Number of the way of auditing; a higher one makes every release be audited again.
    """

    voucher_min_eur: float = 0.0
    voucher_max_eur: float = 1.0
    small: int = 10
    base: int = 5
    width: int = 5
    as_of: str = ""
    audit: int = 2

    @property
    def euro_base(self) -> float:
        """Return the multiple that amounts are rounded to."""
        return self.base * self.voucher_max_eur

    def rounded(self, number: Floats) -> Floats:
        """Return counts as they are shown: the nearest multiple."""
        return self.base * np.floor(number / self.base + 0.5)

    def rounded_euros(self, amount: Floats) -> Floats:
        """Return amounts as they are shown: the nearest multiple."""
        return self.euro_base * np.floor(amount / self.euro_base + 0.5)

    def least(self, shown: Floats) -> Floats:
        """Return the least that a shown count can be."""
        return np.maximum(shown - self.base // 2, self.small)

    def most(self, shown: Floats) -> Floats:
        """Return the most that a shown count can be."""
        return shown + (self.base - 1) // 2
