"""What is derived from the sources: region shapes here, estimates and cells in SQL."""
