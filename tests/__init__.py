"""Tests of everything, laid out as the packages are."""
