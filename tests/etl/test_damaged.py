"""Whatever a file holds, a command says what is wrong with it in words and changes nothing halfway.

A seeded sample: a few of each command here, two hundred in a soak.
"""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from etl.database import RAW
from tests.deliveries import csv_of as delivery_csv
from tests.deliveries import good, xlsx
from tests.published import etl
from tests.soak import IS_SOAK
from tests.workbooks import csv_of, table, xlsx_of

CASES = Path(__file__).parents[1] / "cases"
EACH = 200 if IS_SOAK else 8
HUGE = 300_000

Damage = Callable[[bytes, random.Random], bytes]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 5, 50])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def shuffled(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def turned(content: bytes, chance: random.Random) -> bytes:
    """Columns in another place, some of them in a few lines only."""
    delimiter = chance.choice([b";", b","])
    lines = [line.split(delimiter) for line in content.split(b"\n")]
    for line in chance.sample(lines, chance.randrange(len(lines)) + 1):
        chance.shuffle(line)
    return b"\n".join(map(delimiter.join, lines))


def stuffed(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    filling = chance.choice([b"9", b'"', b"\x00", b"\xff", b"[", b"=1+1\n", b"\r", "é".encode()])
    return content[:place] + filling * chance.choice([1, 3, HUGE]) + content[place:]


def doubled(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    place = chance.randrange(len(lines))
    return b"".join([*lines[:place], *[lines[place]] * chance.choice([2, 1000]), *lines[place:]])


def emptied(content: bytes, chance: random.Random) -> bytes:
    return chance.choice([b"", b"\n", b"\xef\xbb\xbf", b" " * 100, b"\x00" * 100])


MAPPING = b"""
sheet = ""
header_row = 1
quarter = ""
[columns]
region = "Arbeidsmarktregio"
occupation = "Beroepsgroep"
quarter = "Kwartaal"
vacancies = "Openstaande vacatures"
ww_under_6_months = "WW korter dan zes maanden"
"""
DAMAGES: tuple[Damage, ...] = (cut, flipped, shuffled, turned, stuffed, doubled, emptied)


def page_of_odata() -> bytes:
    rows = [
        {
            "ID": number,
            "RegioS": "PV23  ",
            "BedrijfstakkenBranchesSBI2008": "350000 ",
            "Perioden": f"{2012 + number}KW01",
            "OpenstaandeVacatures_1": f"     {number}.5",
        }
        for number in range(5)
    ]
    at = "https://opendata.cbs.nl/ODataFeed/odata/83599NED/$metadata#Cbs.OData.UntypedDataSet"
    return json.dumps({"odata.metadata": at, "value": rows}).encode()


def programme() -> bytes:
    return etl("programme", "example").stdout.encode()


def published() -> list[bytes]:
    files = [
        path for name in ("01_duo_comma", "17_cbs_by_hand") for path in (CASES / name).iterdir()
    ]
    made = [csv_of(table()), xlsx_of(table()), page_of_odata()]
    return [*made, *(path.read_bytes() for path in sorted(files))]


def deliveries() -> list[bytes]:
    rows = good()
    return [*(delivery_csv(name, some) for name, some in rows.items()), xlsx(rows)]


def polygons() -> list[bytes]:
    return [path.read_bytes() for path in sorted((CASES / "05_geometry").iterdir())]


COMMANDS: dict[
    str, tuple[Callable[[], list[bytes]], Callable[[Path, Path], tuple[object, ...]]]
] = {
    "import": (published, lambda file, to: ("import", file, "--raw", to / "raw")),
    "import with a mapping": (
        lambda: [MAPPING],
        lambda file, to: (
            *("import", CASES / "13_quarter_label" / "uwv.csv", "--mapping", file),
            *("--raw", to / "raw"),
        ),
    ),
    "deliver": (
        deliveries,
        lambda file, to: (
            *("import", file, "--programme", "overijssels_vakmanschap", "--check"),
            *("--deliveries", to / "deliveries"),
        ),
    ),
    "register": (
        lambda: [programme()],
        lambda file, to: ("programme", "add", file, "--raw", to / "raw"),
    ),
    "geometry": (
        polygons,
        lambda file, to: (
            *("geometry", file, "--to", to / "geo", "--maps", to / "maps"),
            *("--neighbours", to / "neighbours.csv"),
        ),
    ),
}


def samples(command: str) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(command)
    bases = COMMANDS[command][0]()
    for number in range(EACH):
        damage = chance.choice(DAMAGES)
        content = damage(chance.choice(bases), chance)
        yield f"{number} {damage.__name__}", content


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_no_damaged_file_ends_in_a_traceback(command: str, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    for name in ("programmes", "regions"):
        shutil.copytree(RAW / name, raw / name)
    for label, content in samples(command):
        with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
            file = Path(folder) / "file.csv"
            file.write_bytes(content)
            done = etl(*COMMANDS[command][1](file, tmp_path))
        assert done.returncode in (0, 1), f"{label}: {done.stderr}"
        assert done.returncode == 0 or (done.stdout + done.stderr).strip(), label
        assert "Traceback" not in done.stderr, label
        assert len(done.stderr) < 50_000, f"{label}: {len(done.stderr)} characters were said"
