"""One consent form in the making: its view, its words with the places filled, its story so far."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from app.documents.blocks import Story
from app.documents.consent_wording import ConsentWording
from app.documents.fields import Choice
from app.documents.lettering import said
from app.view.papers import FormView

GAP = "________"  # a form without a name is filled in by pen


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPaper:
    """What every part of the form needs."""

    view: FormView
    wording: ConsentWording
    number: str
    made_on: date
    story: Story
    made_up: bool

    @property
    def called(self) -> str:
        """What the person is called in sentences."""
        return self.view.known_as or self.view.name or GAP

    @property
    def end(self) -> date:
        """The first day a yes given today no longer counts."""
        usual = months_later(self.made_on, self.view.months)
        return min(usual, self.view.last_day or usual)

    @property
    def own(self) -> bool:
        """Whether only the person signs, so that what is theirs alone may be asked."""
        return all(signer.standing in ("self", "gillick-competent") for signer in self.view.signers)

    def fill(self, text: str) -> str:
        """Return a sentence of the wording with its places filled."""
        return text.format(
            known_as=self.called,
            number=self.number,
            version=self.wording.about.version,
            date=said(self.wording.about.date),
            months=self.view.months,
            end=said(self.end),
            phone=self.view.sender.phone,
            page="",
        )

    def answers(self, question: str) -> Choice:
        """Return a question with its three boxes of one size: yes, no, not sure yet."""
        cards = self.wording.cards
        return Choice(self.story.styles, question, (cards.yes, cards.no, cards.unsure))


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
