"""A pack as slides that the reader can edit."""
