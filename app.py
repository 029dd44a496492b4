"""Vakkrachtmonitor: run with ``streamlit run app.py``."""

from ui import shell

shell.run()
