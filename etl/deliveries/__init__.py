"""What programmes deliver: records of persons, kept apart from everything that is published."""

from etl.transform import ETL

DELIVERIES = ETL.parent / "data" / "deliveries"
