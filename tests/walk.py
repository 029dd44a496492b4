"""Walks the pages with published figures only: ``python -m tests.walk`` prints what each shows.

One row per page, view and area, with one figure that stands there, its source and its period. What
shows no figure stands in ``WITHOUT``, with the reason.
"""

from __future__ import annotations

import csv
import os
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
from streamlit.testing.v1 import AppTest

import words as nl
from answers import origin, parts, tables
from answers.content import Slide
from etl.folders import ROOT
from exports.packs.pack import pack_of
from ui.parts import shown
from words.marks import SAMPLE

AREAS = (
    "Techniekcoalitie Oost",
    "Overijssel",
    "Gelderland",
    "Utrecht",
    "Noord-Holland",
    "Twente (arbeidsmarktregio)",
    "Achterhoek (arbeidsmarktregio)",
    "Nederland",
)
"""The areas of the visit."""
