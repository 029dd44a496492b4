"""A release beside the others: importing one, and what one changes."""
