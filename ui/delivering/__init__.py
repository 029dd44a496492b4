"""Aanleveren: programmes register and deliver."""
