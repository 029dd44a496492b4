"""What the register says of a source and of its files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Protocol = Literal[
    "cbs_odata3", "cbs_odata4", "duo_csv", "excerpt_csv", "municipality_polygons", "uwv_workbook"
]
Copy = Literal["primary", "secondary"]


@dataclass(frozen=True)
class RawFile:
    """One file of a source: where it comes from and which columns it must have.

    Attributes:
        stem: Name of the extract, without suffix.
        title: What the publisher calls it.
        url: Where a reader finds it.
        protocol: The extractor that reads it.
        path: Where it stands below the folder given to ``etl extract``.
        columns: Its columns, by the publisher's names. Of a CBS table: its dimensions, what is
            known about their categories (``Perioden:Status``), and its measures.
        table_id: The publisher's table id, if it has one.
        units: The measures, each with its unit where the publisher states it beside the figures;
            none where every column is compared as it stands.
        only: Of a dimension that is no column, the one category that is taken: code or title.
        constants: Columns that hold for the whole file because only its title says so.
        copy: Whether it is the publisher's own file or figures taken over by somebody else.
        period: The periods it covers, as its publisher names them.
        modified: When the publisher last changed it (ISO date), if known.
        note: What a reader must know about it, in Dutch.
        optional: Whether the monitor works without it; until there is a release, it has no rows.
        every_release: Whether each release adds to the earlier ones, as deliveries per quarter do;
            otherwise the newest replaces them.
    """

    stem: str
    title: str
    url: str
    protocol: Protocol
    path: str
    columns: tuple[str, ...]
    table_id: str | None = None
    units: dict[str, str] = field(default_factory=dict)
    only: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    copy: Copy = "primary"
    period: str | None = None
    modified: str | None = None
    note: str | None = None
    optional: bool = False
    every_release: bool = False

    @property
    def attributes(self) -> tuple[str, ...]:
        """Columns that tell something about a category, such as ``Perioden:Status``."""
        return tuple(column for column in self.columns if ":" in column)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Columns that hold the code of a category."""
        return tuple(c for c in self.columns if c not in self.units and ":" not in c)

    @property
    def listed(self) -> tuple[str, ...]:
        """Dimensions whose list of categories is needed."""
        described = [column.split(":")[0] for column in self.attributes]
        return tuple(dict.fromkeys([*self.only, *described]))


@dataclass(frozen=True)
class Source:
    """A source: its name at every stage and on screen, who answers for its figures, its files.

    One Dutch sentence is about it.
    """

    source_id: str
    title: str
    publisher: str
    licence: str
    files: tuple[RawFile, ...]
    about: str


def excerpt(path: str, title: str, columns: str, **more: Any) -> RawFile:
    """Return a csv file, of figures taken over from a publication unless ``more`` says otherwise.

    The path has no suffix; the columns have spaces between them.
    """
    said = {"stem": path.split("/")[-1], "url": "", "copy": "secondary", **more}
    names = tuple(columns.split())
    return RawFile(title=title, protocol="excerpt_csv", path=f"{path}.csv", columns=names, **said)
