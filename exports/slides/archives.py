"""Office files that are the same bytes whenever they are made of the same content."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

ZIP_START = (1980, 1, 1, 0, 0, 0)
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def steady(file: bytes, day: datetime.datetime) -> bytes:
    """Return an Office file, and any in it, with this day for the time it was made."""
    out = io.BytesIO()
    said = day.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for part in parts.infolist():
            content = parts.read(part)
            if part.filename.endswith(".xlsx"):
                content = steady(content, day)
            if part.filename == "docProps/core.xml":
                content = STAMP.sub(rb"\g<1>" + said + rb"\g<2>", content)
            entry = zipfile.ZipInfo(part.filename, ZIP_START)
            entry.external_attr = part.external_attr
            written.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
