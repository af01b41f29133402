"""The entities of the record and the rules that belong to them."""
