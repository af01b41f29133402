"""The drawn and the native parts, one file a module."""
