"""The recovery code: no slip of the pen gets past it."""

from __future__ import annotations

import pytest

from db.recovery import LETTERS, new_recovery_secret, read_recovery_code, recovery_code

SECRET = bytearray(range(100, 120))
CODE = recovery_code(SECRET)


def accepted(code: str) -> bool:
    try:
        read_recovery_code(code)
    except ValueError:
        return False
    return True


def test_a_code_gives_the_secret_back() -> None:
    secret = new_recovery_secret()

    code = recovery_code(secret)

    assert read_recovery_code(code) == secret
    assert [len(group) for group in code.split("-")] == [4] * 9


def test_every_single_wrong_letter_is_caught() -> None:
    letters = CODE.replace("-", "")
    wrong = [
        letters[:i] + letter + letters[i + 1 :]
        for i, was in enumerate(letters)
        for letter in LETTERS
        if letter != was
    ]

    missed = [code for code in wrong if accepted(code)]

    assert len(wrong) == 36 * 31
    assert missed == []


def test_every_swapped_pair_of_neighbours_is_caught() -> None:
    letters = CODE.replace("-", "")
    swapped = [
        letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :]
        for i in range(35)
        if letters[i] != letters[i + 1]
    ]

    missed = [code for code in swapped if accepted(code)]

    assert len(swapped) > 25
    assert missed == []


@pytest.mark.parametrize("cut", [CODE[:-1], CODE[1:], CODE + "0", ""])
def test_a_code_of_the_wrong_length_is_caught(cut: str) -> None:
    assert not accepted(cut)


def test_small_letters_spaces_and_misread_letters_do_not_matter() -> None:
    untidy = CODE.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    secret = read_recovery_code(f" {untidy}\n")

    assert secret == SECRET
