"""Vakkrachtmonitor: run with ``streamlit run app.py``."""

from ui.frame import shell

shell.run()
