"""The age of a period on screen: amber, so that an old figure does not look new."""

import re

AGE = re.compile(r"\((\d+ jaar oud)\)")


def amber(text: str) -> str:
    """Return a text in which each age of ``words.aged`` stands out."""
    return AGE.sub(r":orange-badge[\1]", text)
