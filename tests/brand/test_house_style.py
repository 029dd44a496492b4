from __future__ import annotations

from pathlib import Path

import pytest

from brand import house_style
from brand.house_style import HouseStyleError


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    text = house_style.OWN.read_text(encoding="utf-8")
    text = text.replace("../static/icon.png", str(house_style.load().logo_png))
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = folder / "style.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_our_own_house_style_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(house_style.VARIABLE, raising=False)
    style = house_style.load()
    assert style.organisation == "Vakkrachtmonitor"
    assert style.logo_png.is_file() and style.logo == style.logo_png
    assert len(style.series) >= 3


def test_a_variable_points_at_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, ('"Vakkrachtmonitor"', '"Provincie Overijssel"'))
    monkeypatch.setenv(house_style.VARIABLE, str(file))
    assert house_style.load().organisation == "Provincie Overijssel"


def test_a_pdf_takes_the_svg_of_a_logo_and_slides_the_png(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    style = house_style.load(written(tmp_path, ("[logo]", '[logo]\nsvg = "logo.svg"')))
    assert style.logo.name == "logo.svg" and style.logo_png.name == "icon.png"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"Vakkrachtmonitor"', '" "', r"organisation is ' '; expected a text that is not empty"),
        ("organisation = ", "organization = ", "organization is 'Vakkrachtmonitor'; expected one"),
        ("[logo]", '[logo]\njpg = "x.jpg"', r"logo\.jpg is 'x\.jpg'; expected one of"),
        ("icon.png", "none.png", r"logo\.png is '.*none\.png'; expected the path of a \.png file"),
        ('"#1f2933"', '"black"', r"colours\.text is 'black'; expected a colour such as"),
        ('"#1f2933"', '"#1f29331"', r"colours\.text is '#1f29331'; expected a colour"),
        ('"#52606d"', '"#a0aab4"', r"colours\.muted is '#a0aab4', with a contrast of 2\.\d on "),
        ('on_accent = "#ffffff"', 'on_accent = "#4499cc"', "expected at least 4.5"),
        ('"#2d6a4f", ', '"#ffee00", ', r"colours\.series is '#ffee00'.*expected at least 3\.0"),
        ('["#0b5a8a", "#b3480b", "#4d4d4d", "#6b4c9a", "#2d6a4f", "#8a6d00"]', "[]", "at least"),
        ('text = ["Arial"', 'text = ["Arial;x"', r"fonts\.text is .*; expected a list of font"),
        ("[fonts]", "[fonts", "is not TOML"),
    ],
)
def test_a_bad_file_is_refused_in_one_message(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    file = written(tmp_path, (old, new))
    with pytest.raises(HouseStyleError, match=said) as refused:
        house_style.load(file)
    assert str(refused.value).startswith(str(file))
    assert "\n" not in str(refused.value).replace(str(file), "") or "TOML" in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(HouseStyleError, match="nothing.toml: cannot be read"):
        house_style.load(tmp_path / "nothing.toml")


def test_contrast_is_counted_as_wcag_does() -> None:
    assert house_style.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert house_style.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
