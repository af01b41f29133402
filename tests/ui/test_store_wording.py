"""Every trouble has a sentence of what is proved and a next step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.problems import Why
from app.errors import StoreTrouble
from ui.store_wording import passphrase_sentence, trouble_sentence

ROOT = Path(__file__).parents[2]
UNKNOWN = trouble_sentence(StoreTrouble("nobody-knows-this"))


def codes_of_the_store() -> set[str]:
    found = set()
    for path in (ROOT / "db").rglob("*.py"):
        text = path.read_text("utf-8")
        found |= set(re.findall(r'StoreTrouble\(\s*"([a-z-]+)"', text))
        found |= set(re.findall(r'warnings(?: =|\.append\()\s*\[?"([a-z-]+)"', text))
    return found


def test_every_code_of_the_store_has_a_sentence(qapp: QApplication) -> None:
    codes = codes_of_the_store()

    unsaid = {code for code in codes if trouble_sentence(StoreTrouble(code)) == UNKNOWN}

    assert len(codes) > 12
    assert unsaid == set()


def test_facts_are_put_into_the_sentence(qapp: QApplication) -> None:
    damaged = trouble_sentence(StoreTrouble("store-damaged", {"bad": "1", "of": "137"}))
    missing = trouble_sentence(
        StoreTrouble("store-missing", {"pages": "120", "at": "2026-11-22T09:30:00+00:00"})
    )

    assert "1 of 137 pages" in damaged[0]
    assert "22 November 2026" in missing[0]


def test_a_fact_that_is_not_known_is_said_to_be_so(qapp: QApplication) -> None:
    sentence, step = trouble_sentence(StoreTrouble("in-use"))

    assert "(not known)" in sentence
    assert step != ""


@pytest.mark.parametrize("why", [Why.MISSING, Why.TOO_SHORT, Why.TOO_COMMON])
def test_a_passphrase_that_will_not_do_has_its_own_sentence(qapp: QApplication, why: Why) -> None:
    sentence = passphrase_sentence(why)

    assert sentence != passphrase_sentence(Why.BAD_ID)
