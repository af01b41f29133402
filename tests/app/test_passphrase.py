"""Which passphrases may lock a store."""

from __future__ import annotations

import pytest

from app.domain.passphrase import passphrase_problems
from app.domain.problems import Problem, Why
from db.passphrase import blocked_passphrases

BLOCKED = frozenset({"correct horse battery staple", "qwertyuiopasdfgh"})


@pytest.mark.parametrize(
    "text",
    [
        "nine lanterns under the bridge",
        "owl hat jam pie",
        "fifteen-letters",
        "zażółć gęślą jaźń",
        "x7#kQ2!mP9$vL4@w",
        "a passphrase of more than sixty-four characters, which NIST says must be allowed too",
    ],
)
def test_long_or_wordy_passphrases_are_accepted(text: str) -> None:
    assert passphrase_problems(text, blocked=BLOCKED) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Why.MISSING),
        ("   ", Why.MISSING),
        ("Tr0ub4dor&3", Why.TOO_SHORT),
        ("fourteen chars", Why.TOO_SHORT),
        ("a b c d e", Why.TOO_SHORT),
        ("jam jam jam jam", Why.TOO_COMMON),
        ("aaaaaaaaaaaaaaaaaaaa", Why.TOO_COMMON),
        ("1111222233331111", Why.TOO_COMMON),
        ("passwordpassword", Why.TOO_COMMON),
        ("horse horse horse horse", Why.TOO_COMMON),
        ("Correct-Horse Battery, Staple!", Why.TOO_COMMON),
        ("QWERTYUIOPASDFGH", Why.TOO_COMMON),
        ("................", Why.TOO_COMMON),
    ],
)
def test_short_repeated_and_well_known_passphrases_are_refused(text: str, why: Why) -> None:
    assert passphrase_problems(text, blocked=BLOCKED) == (Problem("passphrase", why),)


def test_the_list_that_ships_refuses_what_people_would_try_first() -> None:
    blocked = blocked_passphrases()

    refused = [
        passphrase_problems(text, blocked=blocked)
        for text in ("Key worker password", "Safeguarding children", "thisismypassword123")
    ]

    assert len(blocked) > 100
    assert all(refused)


def test_every_entry_of_the_list_that_ships_is_of_use() -> None:
    idle = [text for text in blocked_passphrases() if passphrase_problems(text)]

    assert idle == []
