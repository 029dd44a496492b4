"""Deliveries of programme bureaus: read, checked, kept in numbered folders."""
