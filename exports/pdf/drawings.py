"""Figures as pictures for a PDF, drawn in a Chromium of this computer, if it has one."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import kaleido
import plotly.graph_objects as go

NOWHERE = "http://127.0.0.1:9"
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "chrome",
)
TIMEOUT_S = 60
SCALE = 2.5


def browser() -> str | None:
    """Return where a Chromium stands, or nothing."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def pictures(figures: Sequence[go.Figure]) -> list[bytes]:
    """Return figures as PNG, all drawn in one start of the browser, which reaches no network.

    Raises:
        FileNotFoundError: When this computer has no Chromium.
    """
    path = browser()
    if path is None:
        raise FileNotFoundError("No Chromium found; ask drawings.browser() before drawing.")
    if not figures:
        return []
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _drawn(figures, path)).result()


async def _drawn(figures: Sequence[go.Figure], path: str) -> list[bytes]:
    """Draw figures one by one as PNG, as WeasyPrint leaves out the patterns of an SVG.

    Without MathJax, and with a proxy that leads nowhere.
    """
    options = {"mathjax": False, "proxy_server": NOWHERE, "timeout": TIMEOUT_S}
    async with kaleido.Kaleido(n=1, path=path, **options) as browser_tab:
        return [
            await browser_tab.calc_fig(
                figure,
                opts={
                    "format": "png",
                    "width": figure.layout.width,
                    "height": figure.layout.height,
                    "scale": SCALE,
                },
            )
            for figure in figures
        ]
