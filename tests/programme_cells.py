"""Protected cells for tests, as the SQL that puts them into a copy of the database."""

from __future__ import annotations

from collections.abc import Callable

TWENTE = "twente_werkt"
Write = Callable[..., None]


def delivery(programme_id: str = TWENTE, as_of: str = "2019-12-31", base: int = 500) -> str:
    return (
        f"insert into programme_delivery values ('{programme_id}', 1, '{as_of}', 10, 5, {base}, "
        "'published', 'deliveries/x/1')"
    )


def cell(
    subject: str,
    number: int | None,
    *,
    programme_id: str = TWENTE,
    period: str = "",
    granted: int | None = None,
    paid: int | None = None,
    status: str = "published",
    **traits: str,
) -> str:
    """Write one cell; a number that is not there is withheld."""
    names, codes = [*traits, "", ""][:2], [*traits.values(), "", ""][:2]
    kind = "all" if not period else "year" if "JJ" in period else "until_quarter"
    values = [number, granted, paid, "withheld" if number is None else None]
    written = ["null" if v is None else repr(v) for v in values]
    return (
        f"insert into programme_cell values ('{programme_id}', '{subject}', '{names[0]}', "
        f"'{codes[0]}', '{names[1]}', '{codes[1]}', '{kind}', '{period}', {', '.join(written)}, "
        f"'{status}', 'deliveries/x/1')"
    )
