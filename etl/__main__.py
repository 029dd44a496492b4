"""The command line: ``python -m etl <command>``; without one it names them all."""

from __future__ import annotations

import itertools

import typer

from etl.commands import (
    build,
    deliveries,
    diff,
    fetch,
    geometry,
    import_,
    programme,
    releases,
    sample,
    where,
)
from etl.commands.console import err
from etl.errors import DataError, disk_problem, first_of

app = typer.Typer(
    help="Vakkrachtmonitor: from published files to the database.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(build.build)
app.command()(build.check)
app.command()(fetch.sources)
app.command()(fetch.fetch)
app.command()(fetch.extract)
app.command("import")(import_.import_)
app.command()(releases.releases)
app.command()(releases.withdraw)
app.command()(deliveries.template)
app.command()(deliveries.deliveries)
app.command()(deliveries.rollback)
app.command()(deliveries.remove)
app.command()(sample.sample)
app.command()(diff.diff)
app.command()(geometry.geometry)
app.command()(where.where)
app.add_typer(programme.app, name="programme")


def main() -> None:
    """Run the command line; bad data ends in exit code 1, wrong use in 2."""
    try:
        app()
    except (DataError, OSError) as error:
        said = error if isinstance(error, DataError) else DataError([disk_problem(error)], "")
        for _, problems in itertools.groupby(said.problems, key=lambda problem: problem.file):
            for problem in first_of(list(problems)):
                err.print(str(problem), style="red", soft_wrap=True, markup=False)
        if said.next_step:
            err.print(said.next_step, soft_wrap=True, markup=False)
        raise SystemExit(1) from error


if __name__ == "__main__":
    main()
