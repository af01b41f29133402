"""Papers: PDF and SVG made from a recipient's view and approved wording."""
