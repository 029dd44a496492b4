"""A pack as a tagged PDF."""
