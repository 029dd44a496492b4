"""Which files a figure goes through, from its raw file to the screen and the slide.

Files are read as text and nothing of them is imported, so that this also tells the way of what
does not run.
"""

from __future__ import annotations

import csv
import difflib
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from etl.errors import DataError, Problem
from etl.folders import ROOT

SHOWN = 8
LISTS = frozenset({"notes", "reference", "regions", "register"})
SHARED = 5
MAKERS = ("etl/sources/", "etl/derive/", "etl/schema/")
EVERYWHERE = ("ui/parts/", "ui/frame/", "ui/filters/")
READ = re.compile(r"\b(?:from|join|table)\s+(?:private\.)?([a-z_]\w*)")
MADE = re.compile(r"\b(?:insert into|create (?:or replace )?(?:table|view))\s+([a-z_]\w*)")
ASKED = re.compile(r"\bqueries\.(\w+)\.(\w+)\(")
IMPORTED = re.compile(r"^from ([\w.]+) import ([\w, ]+)", re.M)

Way = dict[str, list[str]]


class House:
    """The files of the monitor, as text.

    Args:
        root: The folder that holds ``etl``, ``queries`` and the other rooms.
    """

    def __init__(self, root: Path) -> None:
        """Read them, and find which SQL makes which tables."""
        self.text = {
            path.relative_to(root).as_posix(): path.read_text("utf-8")
            for room in ("etl", "queries", "pages", "ui", "drawings", "exports")
            for path in sorted((root / room).rglob("*"))
            if path.suffix in {".sql", ".py"}
        }
        with (root / "data" / "reference" / "measure.csv").open(encoding="utf-8") as file:
            self.source_of = {row["measure"]: row["source_id"] for row in csv.DictReader(file)}
        self.statements = [
            (path, set(MADE.findall(statement)), set(READ.findall(statement)))
            for path in self.naming("", *MAKERS)
            for statement in self.text[path].split(";")
        ]
        in_sources = [(path, made) for path, made, _ in self.statements if "/sources/" in path]
        filled = Counter(table for _, made in in_sources for table in made)
        lists = {table for path, made in in_sources if Path(path).stem in LISTS for table in made}
        self.shared = {table for table, times in filled.items() if times >= SHARED}
        self.lists = lists | self.shared

    def naming(self, pattern: str, *rooms: str) -> list[str]:
        """Return the files of rooms in which a pattern stands."""
        return [p for p in self.text if p.startswith(rooms) and re.search(pattern, self.text[p])]

    def at(self, path: str, pattern: str) -> str:
        """Return a file with the first line in which a pattern stands."""
        found = re.search(pattern, self.text[path])
        return f"{path}:{self.text[path][: found.start() if found else 0].count(chr(10)) + 1}"

    def makers(self, paths: Iterable[str]) -> dict[str, str]:
        """Return the SQL that fills what files read, each with what to look for in it."""
        todo = [table for path in paths for table in READ.findall(self.text[path])]
        figures = [table for table in todo if table not in self.lists]
        seen, found = set(self.lists if figures else self.shared), dict[str, str]()
        while todo:
            if (table := todo.pop(0)) in seen:
                continue
            seen.add(table)
            if table == "region_figure":
                measures = self.naming("", "etl/measures/")
                found |= dict.fromkeys(measures, r"\A")
                todo += [read for path in measures for read in READ.findall(self.text[path])]
            for path, made, read in self.statements:
                if table in made:
                    found.setdefault(path, rf"\b(into|table|view) {table}\b")
                    todo += [] if "/sources/" in path else read
        return found

    def imported(self, path: str) -> list[str]:
        """Return the files that a module imports from."""
        names = [
            name.replace(".", "/")
            for room, modules in IMPORTED.findall(self.text[path])
            for module in re.split(r",\s*", modules.strip())
            for name in (room, f"{room}.{module}")
            if "." in name
        ]
        files = [f"{name}{end}" for name in names for end in (".py", "/__init__.py")]
        return [file for file in dict.fromkeys(files) if file in self.text]


def way(name: str, root: Path = ROOT) -> Way:
    """Return per stage the files of a measure, column, dataset or page, each with its line.

    The name stands in ``measure.csv``, in SQL, in ``queries/downloads/`` or in ``pages/``.

    Raises:
        DataError: Nothing has this name; the nearest ones are told.
    """
    house = House(root)
    screens, asked, made = _start(house, name)
    word = rf"\b{re.escape(name)}\b"
    asked = [path for path in asked if path in house.text and path.endswith(".sql")]
    made = {path: pattern for path, pattern in made.items() if path.endswith(".sql")}
    if not made or not asked:
        raise _unknown(name, house)
    found = [Path(path).stem for path in made if path.startswith("etl/sources/")]
    sources = [house.source_of[name]] if name in house.source_of else found
    questions = [path.removesuffix(".sql").split("/")[-2:] for path in asked]
    calls_of = "|".join(
        rf"\bqueries\.{room}\.{question}\("
        rf"|(?s:\bfrom queries import {room}\b.*\b(?:ask|{room})\.{question}\b)"
        for room, question in questions
    )
    if asked == [f"queries/downloads/{name}.sql"]:
        calls_of += r"|\bqueries\.downloads\b"
    screens = screens or house.naming(calls_of, "pages/", "ui/")
    slides = house.naming(calls_of, "exports/")
    drawn = {module for path in [*screens, *slides] for module in house.imported(path)}
    ways = {
        "raw": [path for source in sources for path in _raw(root, source)],
        "register": [
            house.at(path, f'"{source}",')
            for source in sources
            for path in house.naming(f'"{source}",', "etl/register/")
        ],
        "source": [
            house.at(path, made.get(path, word))
            for path in (f"etl/sources/{source}.sql" for source in sources)
        ],
        **{
            stage: [house.at(p, made[p]) for p in sorted(made) if p.startswith(f"etl/{stage}/")]
            for stage in ("private", "derive", "schema", "measures")
        },
        "question": [house.at(path, word) for path in asked],
        "screen": [house.at(path, calls_of) for path in screens],
        "drawing": sorted(module for module in drawn if module.startswith("drawings/")),
        "slide and file": [house.at(path, calls_of) for path in slides],
    }
    return {stage: places for stage, places in ways.items() if places}


def _start(house: House, name: str) -> tuple[list[str], list[str], dict[str, str]]:
    """Return the modules of a page, the questions, and the SQL behind with what to look for."""
    word = rf"\b{re.escape(name)}\b"
    page, dataset = f"pages/{name}.py", f"queries/downloads/{name}.sql"
    own = f"etl/measures/{name}.sql"
    if page in house.text:
        opened = [path for path in house.imported(page) if path.startswith("ui/")]
        screens = [page, *(path for path in opened if not path.startswith(EVERYWHERE))]
        calls = dict.fromkeys(call for path in screens for call in ASKED.findall(house.text[path]))
        asked = [f"queries/{room}/{question}.sql" for room, question in calls]
        return screens, asked, house.makers(path for path in asked if path in house.text)
    if name in house.source_of:
        generic = house.naming(r"\$measure\b", "queries/")
        literal = house.naming(f"'{name}'", "queries/")
        tables = set(READ.findall(house.text[own])) - house.lists
        read = house.naming(rf"(?s)\b(from|join) ({'|'.join(tables)})\b.*{word}", "queries/")
        read += house.naming(rf"(?s){word}.*\b(from|join) ({'|'.join(tables)})\b", "queries/")
        asked = list(dict.fromkeys([*generic, *literal, *read]))
        return [], asked, {own: word, **dict.fromkeys(house.makers([own]), word)}
    if dataset in house.text:
        return [], [dataset], house.makers([dataset])
    return [], house.naming(word, "queries/"), dict.fromkeys(house.naming(word, "etl/"), word)


def _raw(root: Path, source: str) -> list[str]:
    """Return the newest releases of a source, published and fictitious, or where they belong."""
    folders = [root / "data" / room / source for room in ("raw", "sample")]
    releases = [
        max(filter(Path.is_dir, folder.iterdir()), key=lambda path: path.name[0] < "a")
        for folder in folders
        if folder.is_dir()
    ]
    told = [f"{path.relative_to(root).as_posix()}/" for path in releases]
    return told or ["data/reference/" if source in LISTS else f"data/raw/{source}/"]


def _unknown(name: str, house: House) -> DataError:
    """Return the refusal of a name that stands nowhere, with the nearest ones."""
    rooms = house.naming("", "pages/", "queries/downloads/")
    names = {*house.source_of, *(Path(path).stem for path in rooms)}
    for path in house.naming("", "etl/schema/"):
        names |= set(re.findall(r"^    ([a-z]\w+) \w+", house.text[path], re.M))
    near = difflib.get_close_matches(name, sorted(names), n=5, cutoff=0.4)
    advice = f"Nearest: {', '.join(near)}." if near else "Give a measure, column, dataset or page."
    return DataError([Problem(name, "no measure, column, dataset or page has this name")], advice)
