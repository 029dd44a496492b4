"""Dutch sentences, one subject per module."""
