"""Figures drawn: charts, maps and drawings as pure functions of a frame; no Streamlit."""
