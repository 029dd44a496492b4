"""Text of somebody else, such as that of an address, as the letters it is made of."""

from __future__ import annotations

import re

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# The screen also makes links, icons, emoji and arrows of text that is escaped: a word joiner, which
# nobody sees, keeps the letters of those apart.
APART = re.compile(r"(?<=:)(?=//|[\w+-])|(?<=www)(?=\.)|(?=@)|(?<=[<>~-])(?=[>=-])", re.IGNORECASE)
JOINER = "\u2060"


def letters(text: object) -> str:
    """Return Markdown that shows a text as it is: no link, picture, markup, formula or icon."""
    return PUNCTUATION.sub(r"\\\1", APART.sub(JOINER, " ".join(str(text).split())))
