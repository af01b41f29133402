"""Non-interference: what a recipient gets never depends on what they may not see (traps, 1)."""
