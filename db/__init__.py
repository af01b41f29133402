"""The encrypted store: keys, one guarded connection, journal, records."""
