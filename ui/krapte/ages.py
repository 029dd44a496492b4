"""The age of a period on screen: amber, so that an old figure does not look new."""

from words.periods import AGE


def amber(text: str) -> str:
    """Return a text in which each age of ``words.aged`` stands out."""
    return AGE.sub(r":orange-badge[\1]", text)
