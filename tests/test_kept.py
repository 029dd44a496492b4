"""What is kept between runs is made again as soon as it would be another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import kept


def test_it_is_made_once_until_its_inputs_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    (data / "raw").mkdir(parents=True)
    (data / "raw" / "figures.csv").write_text("1")
    monkeypatch.setattr(kept, "MADE_FROM", (data,))
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "result").write_text((data / "raw" / "figures.csv").read_text())

    def result() -> str:
        kept.fingerprint.cache_clear()
        return (kept.kept("proof", make, tmp_path / "kept") / "result").read_text()

    assert [result(), result()] == ["1", "1"]
    (data / "monitor.duckdb").write_text("a database is no input")
    assert len(made) == 1 and result() == "1"
    for text in "234":
        (data / "raw" / "figures.csv").write_text(text)
        assert result() == text
    assert len(made) == 4
    assert len(list((tmp_path / "kept" / "proof").glob("*/"))) == kept.NEWEST
    kept.fingerprint.cache_clear()


def test_what_failed_is_not_kept(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise ValueError("halfway")

    for _ in range(2):
        with pytest.raises(ValueError, match="halfway"):
            kept.kept("proof", fail, tmp_path)


def test_a_build_reads_nothing_else() -> None:
    """The rooms whose files are part of the key are all that the ETL imports."""
    own = {path.name for path in kept.ROOT.iterdir() if path.is_dir()}
    known = {folder.name for folder in kept.MADE_FROM}
    for path in (kept.ROOT / "etl").rglob("*.py"):
        for line in path.read_text("utf-8").splitlines():
            words = line.split()
            if words and words[0] in ("from", "import"):
                room = words[1].split(".")[0]
                assert room not in own - known, f"{path}: {line}"
