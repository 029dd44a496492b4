"""Vakkrachtmonitor: run with ``streamlit run app.py``."""

from exports.tables.files import FORMATS
from ui.frame import shell

shell.run(FORMATS)
