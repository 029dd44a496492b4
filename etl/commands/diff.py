"""The command that compares two releases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.commands.console import say
from etl.releases import diff as differences


def diff(
    old: Annotated[Path, typer.Argument(help="The folder of the earlier release.")],
    new: Annotated[Path, typer.Argument(help="The folder of the later release.")],
) -> None:
    """Say in Dutch what a new release of a source changes, short enough to mail."""
    for line in differences.report(old, new):
        say(line)
