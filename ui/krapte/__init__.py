"""Krapte: regions, occupations, mbo levels."""
