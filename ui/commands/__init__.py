"""The command line, for IT staff and for checks, over the same use-cases as the windows."""
