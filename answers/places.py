"""Which area a file is about, and where its figures can be found."""

from __future__ import annotations

from dataclasses import dataclass

import queries
from answers.tables import slug

COALITION = "Techniekcoalitie Oost"
COALITION_CODES = ("PV25", "PV23")
KINDS = {
    "provincie": "provincie {}",
    "arbeidsmarktregio": "arbeidsmarktregio {}",
    "corop": "COROP-gebied {}",
}


@dataclass(frozen=True)
class Place:
    """A region that can be chosen, or the Techniekcoalitie Oost.

    Attributes:
        label: As it can be chosen, such as ``Twente (arbeidsmarktregio)``.
        name: As people call it.
        kind: Of its regions: ``provincie``, ``arbeidsmarktregio`` or ``corop``.
        codes: Of its regions.
        provinces: Codes of the provinces that these lie in, largest part first.
        stem: Its part of the name of a file; no two areas share one.
    """

    label: str
    name: str
    kind: str
    codes: tuple[str, ...]
    provinces: tuple[str, ...]
    province_names: tuple[str, ...]
    stem: str

    @property
    def is_whole(self) -> bool:
        """Return whether the area consists of whole provinces."""
        return self.kind == "provincie"

    @property
    def spoken(self) -> str:
        """Return the name as it stands in a sentence."""
        return f"de {self.name}" if self.label == COALITION else self.name

    @property
    def about(self) -> str:
        """Return the area as the reader knows it."""
        if self.label == COALITION:
            return f"{COALITION} ({' en '.join(self.province_names)})"
        return KINDS[self.kind].format(self.name)


def place(label: str) -> Place:
    """Return the area with this label.

    Raises:
        ValueError: There is none.
    """
    regions = queries.filters.regions()
    if label == COALITION:
        names = tuple(regions.loc[regions["region_code"].isin(COALITION_CODES), "name"])
        codes = COALITION_CODES
        return Place(label, label, "provincie", codes, codes, names, slug(label))
    found = regions[regions["label"].eq(label)]
    if found.empty:
        raise ValueError(f"Het gebied ‘{label}’ bestaat niet.")
    row = found.iloc[0]
    namesakes = list(regions.loc[regions["name"].eq(row["name"]), "kind"])
    is_first = row["kind"] == namesakes[0] and row["kind"] != "corop"
    return Place(
        label,
        row["name"],
        row["kind"],
        (row["region_code"],),
        tuple(row["province_codes"]),
        tuple(row["province_names"]),
        slug(row["name"] if is_first else f"{row['name']} {row['kind']}"),
    )
