"""Reads the published database: which file it is, a locked connection to it, and answers."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, NamedTuple, ParamSpec, TypeVar

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from etl import folders

FOLDER = Path(__file__).parent
MEMORY_LIMIT = "1GB"
STREAM_MEMORY_LIMIT = "100MB"
NEWEST = "9999KW04"
OF_THE_QUESTION = (
    duckdb.DataError,
    duckdb.InvalidInputException,
    duckdb.OutOfMemoryException,
    duckdb.InterruptException,
)
Asked = ParamSpec("Asked")
Made = TypeVar("Made")
_TYPES = {
    pa.int8(): pd.Int8Dtype(),
    pa.int16(): pd.Int16Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
    pa.string(): pd.StringDtype(na_value=np.nan),
}
Parameter = str | int | float | bool | tuple[str, ...] | None


class NoDatabaseError(Exception):
    """There is no database to read; build one first."""

    next_step = "python -m etl build"


class UnreadableDatabaseError(NoDatabaseError):
    """The file is damaged, no database, or of another version; build it as a whole.

    Attributes:
        file: Which database it is.
    """

    next_step = "python -m etl build --whole"

    def __init__(self, file: Identity, why: str) -> None:
        """Keep which database it is."""
        super().__init__(f"{file.path}: this database cannot be read ({why.splitlines()[0]})")
        self.file = file


class Identity(NamedTuple):
    """What tells one published database file from the next."""

    path: str
    inode: int
    modified_ns: int
    size: int


def identity() -> Identity:
    """Return the identity of the database as it is now.

    Raises:
        NoDatabaseError: The file does not exist.
    """
    path = folders.default_path()
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise NoDatabaseError(f"{path}: there is no database here") from error
    return Identity(str(path), found.st_ino, found.st_mtime_ns, found.st_size)


def require_readable() -> None:
    """Require a database of the layout that the questions are about.

    Raises:
        NoDatabaseError: There is none, or it is another.
    """
    _connection(identity())


def sql(question: str) -> str:
    """Return the SQL of a question, such as ``regios/ranking``."""
    return (FOLDER / f"{question}.sql").read_text("utf-8")


@lru_cache(maxsize=1)
def _connection(file: Identity) -> duckdb.DuckDBPyConnection:
    """Return a locked, read-only connection to this very file."""
    return _opened(file, f"memory_limit = '{MEMORY_LIMIT}'")


def _opened(file: Identity, *settings: str) -> duckdb.DuckDBPyConnection:
    """Open a locked, read-only connection to this very file.

    A fresh in-memory connection attaches the file: a connection by path would go on reading the
    previous file after a build has replaced it.
    """
    connection = duckdb.connect(":memory:")
    quoted = file.path.replace("'", "''")
    with _reading(file):
        connection.execute(f"attach '{quoted}' as monitor (read_only)")
        steps = dict(connection.table("monitor.load_step").fetchall())
    if steps.get("layout") != folders.layout():
        raise UnreadableDatabaseError(file, "another version of the monitor built it")
    for setting in (
        *settings,
        "autoinstall_known_extensions = false",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {setting}")
    return connection


@contextmanager
def _reading(file: Identity) -> Iterator[None]:
    """Tell a database that cannot be read from a question that it cannot answer."""
    try:
        yield
    except OF_THE_QUESTION:
        raise
    except duckdb.Error as error:
        raise UnreadableDatabaseError(file, str(error)) from error


class Parameters(dict[str, Any]):
    """Parameters of a question: nothing changes them, so that a copy of a frame shares them."""

    def __deepcopy__(self, _memo: object) -> Parameters:
        """Return these: pandas copies what describes a frame at each step that it takes."""
        return self


def answer(file: Identity, question: str, asked: tuple[tuple[str, Parameter], ...]) -> pd.DataFrame:
    """Return the rows of a question.

    Args:
        file: The database.
        question: Such as ``regios/ranking``.
        asked: Its parameters, name and value.

    Returns:
        Its frame; ``attrs`` hold ``question`` and ``parameters``, so that a screen can show where
        it came from.
    """
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in asked}
    with _reading(file), _connection(file).cursor() as cursor:
        cursor.execute("use monitor")
        frame: pd.DataFrame = cursor.execute(sql(question), values).df()
    frame.attrs = {"question": question, "parameters": Parameters(values)}
    return frame


def once_per_database(function: Callable[Asked, Made], size: int = 64) -> Callable[Asked, Made]:
    """Return a function that makes the same only once per database, and keeps ``size`` of them.

    Once a day, too: what it makes may say how old a figure is.
    """

    @lru_cache(size)
    def kept(
        _file: Identity, _day: datetime.date, *args: Asked.args, **asked: Asked.kwargs
    ) -> Made:
        return function(*args, **asked)

    @wraps(function)
    def made(*args: Asked.args, **asked: Asked.kwargs) -> Made:
        return kept(identity(), datetime.date.today(), *args, **asked)  # type: ignore[arg-type]

    return made


def stream(question: str, rows: int = 50_000, **parameters: Parameter) -> Iterator[pd.DataFrame]:
    """Yield the answer in frames of at most ``rows`` rows, at least one, and hold no more of it.

    Every frame has the same types: those of the function of this question, save that whole numbers
    and yes or no can be missing in each.

    Args:
        question: Such as ``downloads/vacancies``.
        rows: How many rows a frame may have.
        parameters: As the function of the question takes them.
    """
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in parameters.items()
    }
    settings = (
        f"memory_limit = '{STREAM_MEMORY_LIMIT}'",
        "threads = 1",
        # As written: rows flow past the labels, which are few, and are not gathered to be joined.
        "disabled_optimizers = 'join_order'",
    )
    file = identity()
    with closing(_opened(file, *settings)) as connection, _reading(file):
        connection.execute("use monitor")
        reader = connection.sql(sql(question), params=values).to_arrow_reader(rows)
        is_empty = True
        for batch in reader:
            yield typed(pa.Table.from_batches([batch]))
            is_empty = False
        if is_empty:
            yield typed(reader.schema.empty_table())


def parameters(question: str) -> set[str]:
    """Return the names of what a question asks for."""
    return set(duckdb.extract_statements(sql(question))[0].named_parameters)


def typed(table: pa.Table) -> pd.DataFrame:
    """Return Arrow rows as a frame whose types do not depend on what is missing in it."""
    columns = []
    for field, values in zip(table.schema, table.columns, strict=True):
        if pa.types.is_decimal(field.type):
            # By way of text, as 3.4 is then the float that is written 3.4.
            values = values.cast(pa.string()).cast(pa.float64())
        elif pa.types.is_date(field.type):
            values = values.cast(pa.timestamp("us"))
        columns.append(values)
    frame: pd.DataFrame = pa.table(columns, names=table.column_names).to_pandas(
        types_mapper=_TYPES.get, use_threads=False
    )
    return frame
