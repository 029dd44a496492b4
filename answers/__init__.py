"""A frame on its way out: where it comes from, what was chosen, its rows as they leave."""
