"""What a key worker does, one module a duty; each passes through the one door."""
