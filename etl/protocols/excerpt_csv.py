"""Hand-made CSV files: figures transcribed from pages and news, in two dialects."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pyarrow as pa

from etl.errors import refusal
from etl.protocols import rows

refuse = partial(refusal, "Correct the file and run the same command again; nothing was changed.")


def extract(path: Path, columns: Sequence[str]) -> pa.Table:
    """Read one file, of which the header must have the columns, in any order.

    Returns:
        One row per record: ``line`` (int64, where the record ends in the file) and ``columns``,
        in the order asked for, as text; an empty field is an empty text.

    Raises:
        DataError: The file is missing or empty, its header differs, or a record has too few or too
            many fields.
    """
    records = rows.of_csv(path, refuse)
    line, header = next(records)
    missing = [column for column in columns if column not in header]
    unknown = [column for column in header if column not in columns]
    if missing or unknown or len(header) != len(set(header)):
        reason = (
            f"the header should have {', '.join(columns)}; "
            f"missing: {', '.join(missing) or 'none'}; unknown: {', '.join(unknown) or 'none'}"
        )
        raise refuse(path.name, reason, line, (missing or unknown or header)[0])
    lines, found = zip(*records, strict=True)
    values = dict(zip(header, zip(*found, strict=True), strict=True))
    return rows.table(lines, {column: values[column] for column in columns})
