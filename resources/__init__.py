"""Data only: wording, law, symbols, icons, fonts, colours, the demo caseload."""
