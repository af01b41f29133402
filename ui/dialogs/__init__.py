"""Forms that collect a draft and send a command."""
