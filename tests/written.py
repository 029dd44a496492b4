from __future__ import annotations

import io

import pandas as pd

from exports.tables import files, streams


def dutch_csv(frame: pd.DataFrame) -> bytes:
    to = io.BytesIO()
    streams.write_dutch_csv([frame], to)
    return to.getvalue()


def made(key: str, table: files.Export) -> bytes:
    return files.BY_KEY[key].made(table)
