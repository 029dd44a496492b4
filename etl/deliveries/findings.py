"""What is wrong with a delivery, in the words of the bureau that reads it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from etl.deliveries.messages import LABELS, REASONS

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
PERSONAL = "personal"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        table: The Dutch name of the table, or of the sheet; empty for the whole file.
        line: Line of the csv file or row of the sheet; 0 for the whole of it.
        column: The Dutch heading, or the letter of a column that the format does not know.
        value: The value, only where it cannot be personal.
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
        return {name: getattr(self, name) for name in COLUMNS}

    def __str__(self) -> str:
        """Return the finding as one Dutch line."""
        line = f"regel {self.line}" if self.line else ""
        column = f"kolom {self.column}" if self.column else ""
        place = ", ".join(filter(None, (self.table, line, column))) or "bestand"
        value = f" {self.value}." if self.value else ""
        return f"{place}:{value} {self.reason} [{self.rule}]"


def finding(
    rule: str, table: str = "", line: int = 0, column: str = "", value: str = "", reason: str = ""
) -> Finding:
    """Return a finding, in the usual words of its rule unless a reason is given."""
    return Finding(table, line, column, value, rule, reason or REASONS[rule])


def personal_finding(kind: str, table: str, line: int, column: str) -> Finding:
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
    """A delivery that is refused as a whole, for what was found."""

    def __init__(self, findings: list[Finding]) -> None:
        """Keep why; the message of the exception says only how much."""
        self.findings = findings
        super().__init__(f"{len(findings)} findings")
