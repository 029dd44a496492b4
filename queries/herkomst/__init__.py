"""The questions of where figures come from; one function per ``.sql`` beside this file."""

from __future__ import annotations

import pandas as pd

from queries.question import question


@question
def releases(*, release_ids: tuple[str, ...]) -> pd.DataFrame:
    """Return the provenance of these files."""


@question
def publications(*, source_ids: tuple[str, ...]) -> pd.DataFrame:
    """Return these publications."""


@question
def definitions(*, terms: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Return the definitions of these terms, or of all."""
