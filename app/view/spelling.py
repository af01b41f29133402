"""Whether a text holds a secret however it is spelt: spacing, hyphens, accents, capitals, width."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

# Letters with a stroke that Unicode does not take apart: "Łukasz" is typed "Lukasz".
ONE_STROKE = str.maketrans("øØłŁđĐðÐıħĦ", "oOlLdDdDihH")
LONG = 6  # letters from which a secret is found inside longer words as well
SHORTEST = 2
BETWEEN = r"[\W_]*"
NOT_BEFORE, NOT_AFTER = r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True)
class Spelling:
    """A text made ready to be searched."""

    text: str

    @cached_property
    def plain(self) -> str:
        """The text without accents and invisible characters."""
        return plain_letters(self.text)

    @cached_property
    def small(self) -> str:
        """The same in small letters."""
        return self.plain.casefold()

    def find(self, secret: str) -> str:
        """Return the secret as it stands in the text, whatever stands between its letters.

        A short one must stand alone, so that "R9D" is not found in "for 9 days". Empty if it is
        not there.
        """
        pattern = _pattern(plain_letters(secret).casefold())
        found = re.search(pattern, self.small) if pattern is not None else None
        if found is None:
            return ""
        as_typed = self.plain if len(self.plain) == len(self.small) else self.small
        return as_typed[found.start() : found.end()]

    def find_name(self, word: str) -> str:
        """Return a word that is in the text as a name, with a capital: "Will" and not "will"."""
        letters = plain_letters(word)
        for way in (letters.title(), letters.upper()):
            if len(way) >= SHORTEST and re.search(
                NOT_BEFORE + re.escape(way) + NOT_AFTER, self.plain
            ):
                return way
        return ""

    def holds(self, secret: str) -> bool:
        """Say whether the secret is in the text."""
        return bool(self.find(secret))

    def names(self, word: str) -> bool:
        """Say whether a word is in the text as a name."""
        return bool(self.find_name(word))


def plain_letters(text: str) -> str:
    """Return a text without accents, invisible characters and other widths of letter."""
    wide = unicodedata.normalize("NFKD", text).translate(ONE_STROKE)
    return "".join(c for c in wide if unicodedata.category(c) not in ("Mn", "Cf", "Me"))


def words_of(text: str) -> list[str]:
    """Return the words of a text, as written."""
    return re.findall(r"[^\W_]+", plain_letters(text))


def _pattern(secret: str) -> str | None:
    letters = [re.escape(character) for character in secret if character.isalnum()]
    if len(letters) < SHORTEST:
        return None
    spaced = BETWEEN.join(letters)
    return spaced if len(letters) >= LONG else NOT_BEFORE + spaced + NOT_AFTER
