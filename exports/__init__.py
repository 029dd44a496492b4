"""Files that leave the monitor."""
