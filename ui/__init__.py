"""The screen: shell, filters, charts, map, tables, notes and sentences."""
