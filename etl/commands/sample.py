"""The command that makes the fictitious figures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl import database
from etl.commands.console import say, say_imported
from etl.sample import deliveries, mbo, programmes, tension


def sample(
    to: Annotated[Path, typer.Option(help="The folder with fictitious figures.")] = database.SAMPLE,
    workbook: Annotated[
        Path | None, typer.Option(help="Also keep the fictitious workbook here.")
    ] = None,
) -> None:
    """Make the fictitious figures anew: the same seed gives the same figures."""
    say_imported(tension.make(to, workbook))
    made = [*mbo.make(to), *programmes.make(to), *deliveries.make(to)]
    for path in [*made, *deliveries.audit(to)]:
        say(f"Wrote {path}")
