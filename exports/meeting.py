"""Command line: slides, a document or a factsheet about an area or a programme, in one file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import queries
from exports.packs import factsheets
from exports.packs.pack import pack_of


class Form(StrEnum):
    """What is made."""

    PPTX = "pptx"
    PDF = "pdf"
    FACTSHEET = "factsheet"
    PROGRAMME = "programme"


def main(
    about: Annotated[str, typer.Argument(help="Area as it can be chosen, or id of a programme.")],
    form: Annotated[Form, typer.Option(help="programme: the factsheet of a programme.")],
    to: Annotated[Path, typer.Option(help="The file to write.")],
    since: Annotated[str | None, typer.Option(help="Day of the previous meeting.")] = None,
) -> None:
    """Write the slides, the document or a factsheet."""
    try:
        to.write_bytes(_content(about, form, since))
    except (ValueError, RuntimeError, queries.NoDatabaseError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


def _content(about: str, form: Form, since: str | None) -> bytes:
    from exports.pdf.document import document, factsheet
    from exports.slides.deck import pptx

    if form is Form.PPTX:
        return pptx(pack_of(about, since))
    if form is Form.PDF:
        return document(pack_of(about, since))
    if form is Form.FACTSHEET:
        return factsheet(factsheets.region_factsheet(about))
    return factsheet(factsheets.programme_factsheet(about))


if __name__ == "__main__":
    typer.run(main)
