"""What a command says at its end: its lines, and its exit status."""

from __future__ import annotations

from dataclasses import dataclass

DONE, BAD, USAGE = 0, 1, 2
LONGEST = 2000  # characters


@dataclass(frozen=True, slots=True)
class Said:
    """Lines for standard output, or one line for standard error with status 1."""

    status: int
    lines: tuple[str, ...] = ()

    @classmethod
    def done(cls, *lines: str) -> Said:
        """Return a good end."""
        return cls(DONE, lines)

    @classmethod
    def bad(cls, line: str) -> Said:
        """Return a refusal or a finding, in one line that cannot steer a terminal."""
        plain = one_line(line)
        return cls(BAD, (plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…",))


def one_line(text: str) -> str:
    """Return a text without line ends, and without anything else that steers a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
