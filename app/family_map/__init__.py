"""Where each person and agency sits in the household picture: pure geometry."""
