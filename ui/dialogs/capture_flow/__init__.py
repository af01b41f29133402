"""One person is asked about one or several partners: one question a screen, for a home visit."""
