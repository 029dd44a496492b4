"""What programmes deliver: records of persons, kept apart from everything that is published."""
