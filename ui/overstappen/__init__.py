"""Overstappen: from which occupation to which."""
