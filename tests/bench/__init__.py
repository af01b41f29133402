"""Benchmarks: print figures beside a peer, never fail for time."""
