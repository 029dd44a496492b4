"""From published files to the database; the only package that changes figures, and only in SQL."""
