"""The command that tells where a figure comes from."""

from __future__ import annotations

from typing import Annotated

import typer

from etl.commands.console import say
from etl.where import SHOWN, way


def where(
    name: Annotated[str, typer.Argument(help="A measure, column, dataset or page.")],
    whole: Annotated[bool, typer.Option("--whole", help="Every file of every stage.")] = False,
) -> None:
    """Print the files of the way of a figure, from its raw file to the screen and the slide."""
    for stage, places in way(name).items():
        say(stage)
        for place in places if whole else places[:SHOWN]:
            say(f"  {place}")
        if len(places) > SHOWN and not whole:
            say(f"  and {len(places) - SHOWN} more: --whole")
