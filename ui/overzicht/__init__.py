"""The first page: what is tight here, and what was done about it."""
