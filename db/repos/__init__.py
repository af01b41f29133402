"""Rows to entities and back, in plain SQL."""
