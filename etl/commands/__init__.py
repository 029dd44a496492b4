"""The commands of ``python -m etl``, a module per family."""
