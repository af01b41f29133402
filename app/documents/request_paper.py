"""One share request in the making: its view, its words with the places filled, its story so far."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.blocks import Story
from app.documents.lettering import one_line, said
from app.documents.request_wording import RequestWording
from app.documents.wording_file import pick
from app.view.papers import LetterView

USUAL_POINTS = 14
NHS_DIGITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPaper:
    """What every part of the letter and of the reply form needs."""

    view: LetterView
    wording: RequestWording
    story: Story
    made_up: bool

    def fill(self, text: str) -> str:
        """Return a sentence of the wording with its places filled."""
        sender = self.view.sender
        return text.format(
            name=self.view.name,
            key_worker=sender.key_worker,
            number=self.view.number,
            version=self.wording.about.version,
            date=said(self.wording.about.date),
            count=len(self.view.questions),
            email=sender.email,
            phone=sender.phone,
            address=one_line(sender.lines),
        )

    def questions(self) -> tuple[str, ...]:
        """Return the questions asked, in words; an unknown code is a ValueError that names it."""
        bank = self.wording.questions
        for code in self.view.questions:
            if code not in bank:
                raise ValueError(f"no wording for question {code!r}")
        return tuple(self.fill(bank[code].words) for code in self.view.questions)

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of information asked for, in words."""
        table = self.wording.categories
        return tuple(pick(table, code, "category") for code in self.view.categories)

    def routes(self) -> tuple[str, ...]:
        """Return the ways to reply that this sender has."""
        sender, words = self.view.sender, self.wording.reply
        ways = (
            (sender.email, words.email),
            (one_line(sender.lines), words.post),
            (sender.phone, words.phone),
        )
        return tuple(self.fill(text) for have, text in ways if have)

    def needs(self) -> str:
        """Return how the person must be written and spoken to, as the standard wants it passed on.

        Source: Accessible Information Standard, DCB1605.
        """
        needs, words = self.view.needs, self.wording.person
        large = words.large_print.format(points=needs.points)
        said_needs = (
            large if needs.points > USUAL_POINTS else "",
            words.easy_read if needs.easy_read else "",
            words.language.format(language=needs.language) if needs.language else "",
            words.interpreter if needs.interpreter else "",
            words.interpreter_wish.format(wish=needs.interpreter_wish)
            if needs.interpreter_wish
            else "",
            words.hearing.format(hearing=needs.hearing) if needs.hearing else "",
        )
        return ". ".join(text for text in said_needs if text)


def nhs_shown(number: str) -> str:
    """Return an NHS number as it is written, 3-3-4; anything else unchanged."""
    digits = number.replace(" ", "")
    if len(digits) != NHS_DIGITS or not digits.isdigit():
        return number
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
