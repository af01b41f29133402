"""The words on the screen at a visit: plain, complete, and bound to a version by their hash."""

from __future__ import annotations

import re
import tomllib
from hashlib import sha256
from importlib.resources import files
from typing import Any

import pytest

from app.capture_wording import read_capture_wording
from app.domain.consent import Category
from tests.app.test_wording import ACCUSING, BANNED, LATIN, MOST_WORDS, REPLACED, sentences
from tests.builders import catalogue

FILE = files("resources").joinpath("forms", "en_GB", "capture.toml")


def parsed() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def test_every_sentence_is_short_and_plain() -> None:
    long, hard = [], []
    for text in sentences(parsed()):
        for sentence in re.split(r"(?<=[.?!])\s", text):
            if len(sentence.split()) > MOST_WORDS:
                long.append(sentence)
        lower = f" {text.casefold()} "
        words = (*BANNED, *REPLACED, *ACCUSING)
        hard += [word for word in words if word in lower]
        hard += [word for word in LATIN if re.search(rf"\b{re.escape(word)}\b", lower)]

    assert (long, hard) == ([], [])


def test_the_version_is_given_out_with_the_hash_of_the_very_words() -> None:
    version = next(
        v for v in catalogue().versions if v.version == catalogue().capture.about.version
    )

    assert version.sha256 == sha256(FILE.read_bytes()).hexdigest()


def test_the_printed_form_stays_the_newest_wording_on_the_list() -> None:
    assert catalogue().versions[0].version == catalogue().consent.about.version


@pytest.mark.parametrize("code", ["sexual-health", "everything"])
def test_what_is_no_basic_kind_is_refused(code: str) -> None:
    words = parsed()
    words["kinds"]["basic"] = [code]

    with pytest.raises(ValueError, match=r"kinds\.basic"):
        read_capture_wording(words)


def test_basic_kinds_are_kinds_of_information() -> None:
    assert {*catalogue().capture.kinds.basic} < {kind.value for kind in Category}
