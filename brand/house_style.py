"""The house style: what slides, PDF and meeting mode look like, from one file."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VARIABLE = "VAKKRACHTMONITOR_HOUSE_STYLE"
OWN = Path(__file__).parent / "house_style.toml"
TEXT_CONTRAST = 4.5
DRAWN_CONTRAST = 3.0
ON = {
    "text": ("background", "band"),
    "muted": ("background", "band"),
    "accent": ("background", "band"),
    "on_accent": ("accent",),
}
COLOUR = "#[0-9a-fA-F]{6}"
CONTACT = r"https://[^\s]+|[^\s@/]+@[^\s@/]+"
COLOURS = ("background", "text", "muted", "accent", "on_accent", "band", "line")
KEYS = {
    "organisation",
    "contact",
    "logo.png",
    "logo.svg",
    "fonts.heading",
    "fonts.text",
    *(f"colours.{name}" for name in COLOURS),
    "colours.series",
}


class HouseStyleError(ValueError):
    """A house style file cannot be used; says which key, and what was expected."""


@dataclass(frozen=True)
class HouseStyle:
    """Organisation (author of the files, and beside the logo), logo, fonts and colours.

    Attributes:
        contact: An address of mail or of a page, or nothing; stands below every page.
        logo_png: Of slides.
        logo: Of a PDF and a screen: the SVG where there is one.
        heading_fonts: The first that is installed counts; so of ``text_fonts``.
        muted: Of footers and labels.
        accent: Of headings and rules, with text of ``on_accent``.
        band: Behind every other row and behind boxes.
        line: Of thin rules.
        series: Of lines and bars, in order.
    """

    organisation: str
    contact: str
    logo_png: Path
    logo: Path
    heading_fonts: tuple[str, ...]
    text_fonts: tuple[str, ...]
    background: str
    text: str
    muted: str
    accent: str
    on_accent: str
    band: str
    line: str
    series: tuple[str, ...]


def load(path: Path | None = None) -> HouseStyle:
    """Read and check a house style.

    Args:
        path: Of the file; without it, what ``VAKKRACHTMONITOR_HOUSE_STYLE`` says, or our own.

    Raises:
        HouseStyleError: On the first thing that is wrong.
    """
    file = path or Path(os.environ.get(VARIABLE) or OWN)
    found = _Found(file, _flat(_read(file)))
    for key in found.values:
        if key not in KEYS:
            raise found.wrong(key, f"one of {', '.join(sorted(KEYS))}")
    colours = {name: found.colour(f"colours.{name}") for name in COLOURS}
    series = found.colours("colours.series")
    found.check_contrast(colours, series)
    logo_png = found.picture("logo.png", ".png")
    has_svg = "logo.svg" in found.values
    return HouseStyle(
        organisation=found.text("organisation"),
        contact=found.contact("contact"),
        logo_png=logo_png,
        logo=found.picture("logo.svg", ".svg") if has_svg else logo_png,
        heading_fonts=found.names("fonts.heading"),
        text_fonts=found.names("fonts.text"),
        series=series,
        **colours,
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (``#rrggbb``, in any order), from 1 to 21.

    The ratio of relative luminances of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class _Found:
    """The keys of one file, each checked as it is taken."""

    file: Path
    values: dict[str, Any]

    def wrong(self, key: str, expected: str) -> HouseStyleError:
        given = repr(self.values[key]) if key in self.values else "missing"
        return HouseStyleError(f"{self.file}: {key} is {given}; expected {expected}.")

    def text(self, key: str) -> str:
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "a text that is not empty")
        return value.strip()

    def contact(self, key: str) -> str:
        value = self.values.get(key, "")
        if value and not _matches(CONTACT, value):
            raise self.wrong(key, "an address of mail, or of a page that begins with https://")
        return str(value)

    def names(self, key: str) -> tuple[str, ...]:
        return self._list(key, r"[\w -]+", 1, 'a list of font names, such as ["Arial"]')

    def colour(self, key: str) -> str:
        if not _matches(COLOUR, self.values.get(key)):
            raise self.wrong(key, 'a colour such as "#0b5a8a"')
        return str(self.values[key]).lower()

    def colours(self, key: str) -> tuple[str, ...]:
        expected = 'a list of at least three colours such as "#0b5a8a"'
        return tuple(colour.lower() for colour in self._list(key, COLOUR, 3, expected))

    def _list(self, key: str, pattern: str, least: int, expected: str) -> tuple[str, ...]:
        value = self.values.get(key)
        if not isinstance(value, list) or len(value) < least:
            raise self.wrong(key, expected)
        if not all(_matches(pattern, item) for item in value):
            raise self.wrong(key, expected)
        return tuple(value)

    def picture(self, key: str, suffix: str) -> Path:
        path = (self.file.parent / self.text(key)).resolve()
        if path.suffix.lower() != suffix or not path.is_file():
            raise self.wrong(key, f"the path of a {suffix} file that exists")
        return path

    def check_contrast(self, colours: dict[str, str], series: tuple[str, ...]) -> None:
        """Refuse text that is hard to read on what lies behind it, and pale lines."""
        for name, behind in ON.items():
            for other in behind:
                self._check(f"colours.{name}", colours[name], other, colours[other], TEXT_CONTRAST)
        paper = colours["background"]
        for colour in series:
            self._check("colours.series", colour, "background", paper, DRAWN_CONTRAST)

    def _check(self, key: str, colour: str, name: str, behind: str, least: float) -> None:
        found = contrast(colour, behind)
        if found < least:
            raise HouseStyleError(
                f"{self.file}: {key} is {colour!r}, with a contrast of {found:.1f} on "
                f"{name} {behind!r}; expected at least {least}."
            )


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise HouseStyleError(
            f"{file}: cannot be read ({error.strerror}); expected a house style in TOML, "
            f"see {OWN.name}."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HouseStyleError(f"{file}: is not TOML ({error}).") from error


def _flat(values: dict[str, Any], start: str = "") -> dict[str, Any]:
    """Return the keys of a file with their table before them, such as ``fonts.text``."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        name = f"{start}{key}"
        found |= _flat(value, f"{name}.") if isinstance(value, dict) else {name: value}
    return found


def _matches(pattern: str, value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
