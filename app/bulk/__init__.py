"""Lists from outside: people, agencies and GP practices from a spreadsheet, line by line."""
