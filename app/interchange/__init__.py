"""The file format think-family/1, in and out."""
