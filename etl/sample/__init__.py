"""Fictitious figures, made by formulas with a fixed seed: the same ones every time."""

from __future__ import annotations

SEED = 20261123
RELEASE = "2026-11-23"
MARK = "VOORBEELD (fictief)"


def provenance(title: str, publisher: str) -> dict[str, str]:
    """Return what the provenance says in place of that of the real figures with this title."""
    return {
        "publisher": f"Vakkrachtmonitor, {MARK}",
        "title": f"{MARK}: {title}",
        "licence": "MIT",
        "note": f"{MARK}: verzonnen cijfers volgens een formule; geen cijfers van {publisher}.",
    }
