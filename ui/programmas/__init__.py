"""Programma's: what they aimed at, did, cost and reached, and whether it landed."""
