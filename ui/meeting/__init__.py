"""Vergadering: slides, documents, what changed since."""
