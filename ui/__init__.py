"""What the key worker sees: windows over the use-cases, and the command line."""
