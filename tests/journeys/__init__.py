"""Whole days, through the windows and the command line."""
