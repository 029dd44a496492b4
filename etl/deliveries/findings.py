"""What is wrong with a delivery, in the words of the bureau that reads it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from etl.deliveries.rule_labels import LABELS

COLUMNS = {
    "table": "onderdeel",
    "line": "regel",
    "column": "kolom",
    "value": "waarde",
    "rule": "controlecode",
    "label": "controle",
    "reason": "reden",
}
SHOWN = 20
START_OF_FORMULA = ("=", "+", "-", "@", "\t", "\r")
REASONS = {
    "too_large": "Het bestand is te groot.",
    "empty": "Het bestand is leeg.",
    "password": "Het bestand is beveiligd met een wachtwoord.",
    "other_kind": "Het bestand is geen xlsx of csv. Sla het zo op en lever dat aan.",
    "unpacks_too_large": "Het bestand wordt bij het uitpakken te groot.",
    "macros": "Het bestand heeft macro's. Sla het op als xlsx zonder macro's.",
    "comments": "Het bestand heeft opmerkingen bij cellen. Haal ze weg.",
    "too_many_sheets": "Het bestand heeft te veel bladen.",
    "too_wide_or_long": "Het bestand heeft te veel rijen of kolommen.",
    "too_many_cells": "Het bestand heeft te veel cellen.",
    "texts_too_long": "De teksten in het bestand zijn te lang.",
    "not_text": "Het bestand is geen leesbare tekst. Sla het op als xlsx of als csv (UTF-8).",
    "control_character": "Hier staat een teken dat niet in een tekst hoort.",
    "damaged": "Het bestand is beschadigd of onvolledig.",
    "no_table": "Geen blad heeft de koppen van het format; de eerste regel moet ze hebben.",
    "unknown_sheet": "Dit blad hoort niet bij het format.",
    "sheet_twice": "Dit onderdeel staat twee keer in het bestand.",
    "no_rows": "De aanlevering is leeg: er staat geen enkele rij in.",
    "unknown_column": "Deze kolom hoort niet bij het format.",
    "column_twice": "Deze kolom staat twee keer in het onderdeel.",
    "column_missing": "Deze verplichte kolom ontbreekt.",
    "no_heading": "Hier staat een waarde in een kolom zonder kop.",
    "formula": "Hier staat een formule. Plak de uitkomst als waarde.",
    "raised": "Hier staat een deel in superscript of subscript, zoals een noot. Haal dat deel weg.",
    "merged": "Hier zijn cellen samengevoegd. Splits ze.",
    "cell_error": "De cel toont een fout van Excel.",
    "required": "De waarde is verplicht en ontbreekt.",
    "date": "Een datum als 2024-02-01 of 1-2-2024 is verwacht.",
    "date_slashes": (
        "Met schuine strepen is niet zeker wat dag en maand zijn; schrijf 2024-02-01 of 1-2-2024."
    ),
    "date_number": "Excel geeft hier een getal; geef de cel de opmaak datum.",
    "money": "Een bedrag als 2500, 2500,00 of 2.500,00 is verwacht, van minder dan 10 miljoen.",
    "money_ambiguous": (
        "Dit bedrag kan op twee manieren gelezen worden; schrijf 2500, 2500,00 of 2.500,00."
    ),
    "whole": "Een geheel getal van 0 tot en met 9999 is verwacht.",
    "code": "De waarde staat niet in de codelijst van deze kolom.",
    "region": "De gemeente is niet bekend; schrijf de code (GM0150), de naam of onbekend.",
    "occupation": "De beroepsgroep is niet bekend; schrijf vier cijfers van de BRC 2014.",
    "sector": "De sector is niet bekend; schrijf een letter van de SBI 2008.",
    "funder": "Deze financier is niet opgegeven bij het programma.",
    "no_as_of": "De peildatum ontbreekt; vul hem in op het blad levering of geef --as-of.",
    "as_of": "De peildatum is geen datum als 2024-12-31.",
    "as_of_differs": "De peildatum op het blad levering is een andere dan die van --as-of.",
    "as_of_future": "De peildatum ligt in de toekomst.",
    "as_of_early": "De peildatum ligt voor de eerste dag van het programma.",
    "control": "Dit controletotaal is geen getal.",
    "participation_refused": "De deelname van deze voucher is niet overgenomen.",
    "voucher_left_over": (
        "De vouchers uit de vorige aanlevering horen bij deelnames die hier ontbreken; lever ook "
        "de vouchers opnieuw."
    ),
}
PERSONAL = "personal"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        table: The Dutch name of the table, or of the sheet; empty for the whole file.
        line: Line of the csv file or row of the sheet; 0 for the whole of it.
        column: The Dutch heading, or the letter of a column that the format does not know.
        value: The value, only where it cannot be personal.
        rule: The id of the rule.
        reason: A Dutch sentence.
    """

    table: str
    line: int
    column: str
    value: str
    rule: str
    reason: str

    @property
    def label(self) -> str:
        """Return what the rule is called in Dutch."""
        return LABELS[self.rule]

    def as_data(self) -> dict[str, str | int]:
        """Return what is said of the finding, by the names of ``COLUMNS``."""
        said = asdict(self) | {"label": self.label}
        return {name: said[name] for name in COLUMNS}

    def __str__(self) -> str:
        """Return the finding as one Dutch line."""
        places = [
            self.table,
            f"regel {self.line}" if self.line else "",
            f"kolom {self.column}" if self.column else "",
        ]
        place = ", ".join(place for place in places if place) or "bestand"
        value = f" {self.value}." if self.value else ""
        return f"{place}:{value} {self.reason} [{self.rule}]"


def finding(
    rule: str, table: str = "", line: int = 0, column: str = "", value: str = "", reason: str = ""
) -> Finding:
    """Return a finding, in the usual words of its rule unless a reason is given."""
    return Finding(table, line, column, value, rule, reason or REASONS[rule])


def personal(kind: str, table: str, line: int, column: str) -> Finding:
    """Return the finding that something personal stands here; what it is, is not said."""
    reason = (
        f"Hier staat mogelijk een persoonsgegeven: {kind}. De waarde is nergens bewaard. Haal dit "
        "uit het bestand en lever het opnieuw aan."
    )
    return finding(PERSONAL, table, line, column, reason=reason)


def as_csv(found: Iterable[Finding], *, dutch: bool) -> str:
    """Return findings as a csv file in which no cell is a formula for Excel."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if dutch else ",", lineterminator="\n")
    writer.writerow(COLUMNS.values() if dutch else COLUMNS)
    for one in found:
        writer.writerow([_neutral(str(value or "")) for value in one.as_data().values()])
    return text.getvalue()


def _neutral(text: str) -> str:
    return f"'{text}" if text.startswith(START_OF_FORMULA) else text


def lines(found: list[Finding]) -> list[str]:
    """Return the first findings as Dutch lines, and how many there are per rule."""
    said = [str(one) for one in found[:SHOWN]]
    if len(found) > SHOWN:
        counts = Counter(one.rule for one in found).most_common()
        said.append(f"… en nog {len(found) - SHOWN}. Per controle:")
        said += [f"  {LABELS[rule]} [{rule}]: {count}" for rule, count in counts]
    return said


class RefusedError(Exception):
    """A delivery that is refused as a whole.

    Attributes:
        findings: Why.
    """

    def __init__(self, findings: list[Finding]) -> None:
        """Keep why; the message of the exception says only how much."""
        self.findings = findings
        super().__init__(f"{len(findings)} findings")
