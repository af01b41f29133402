"""The 45 ways to harm a family, each with tests at the level of what really leaves."""
