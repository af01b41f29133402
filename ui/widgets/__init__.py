"""The painted parts: tiles, pills, legend, canvas."""
