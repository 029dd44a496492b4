"""Records of persons, and the protected cells that are all that becomes public of them.

The records live in memory while a database is built; on disk they are only in the deliveries.
"""
