"""Read-only Qt models over tuples."""
