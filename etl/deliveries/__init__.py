"""What programmes deliver: records of persons, kept apart from everything that is published."""

from etl.folders import DELIVERIES

__all__ = ["DELIVERIES"]
