"""Which passphrases may lock a store.

NIST SP 800-63B-4 for a password used alone: 15 characters or more, no rules about kinds of
characters, no expiry, a blocklist. Four or more words are accepted instead of 15 characters,
because people remember words and type them without mistakes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from app.domain.problems import Problem, Why

FIELD = "passphrase"
FEWEST_CHARACTERS = 15
FEWEST_WORDS = 4
SHORTEST_WORD = 3
FEWEST_DIFFERENT = 5


def passphrase_problems(text: str, *, blocked: Collection[str] = ()) -> tuple[Problem, ...]:
    """Return why a passphrase cannot be used; nothing if it can.

    `blocked` holds well-known passphrases; capitals, spaces and punctuation make no difference.
    """
    plain = unicodedata.normalize("NFKC", text)
    if not plain.strip():
        return (Problem(FIELD, Why.MISSING),)
    words = {word.casefold() for word in plain.split() if len(word) >= SHORTEST_WORD}
    if len(plain) < FEWEST_CHARACTERS and len(words) < FEWEST_WORDS:
        return (Problem(FIELD, Why.TOO_SHORT),)
    bare = _bare(plain)
    if len(set(bare)) < FEWEST_DIFFERENT or _repeats(bare):
        return (Problem(FIELD, Why.TOO_COMMON),)
    if bare in {_bare(known) for known in blocked}:
        return (Problem(FIELD, Why.TOO_COMMON),)
    return ()


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _repeats(bare: str) -> bool:
    """Tell whether the text is one shorter text again and again."""
    return bare in (bare + bare)[1:-1]
