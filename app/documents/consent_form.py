"""The consent form: one person, one decision for each agency, nothing ticked beforehand.

Made from a `FormView` and the approved wording only: an agency, a place or another person that
the view does not hold cannot be printed.
"""

from __future__ import annotations

from datetime import date

from reportlab.platypus import Flowable

from app.documents.arranging import Rule
from app.documents.blocks import Fact, Story
from app.documents.consent_paper import ConsentPaper
from app.documents.consent_signing import add_contact, add_signing
from app.documents.consent_wording import ConsentWording
from app.documents.fields import Ticks, WriteLine
from app.documents.lettering import one_line, said, styles_for
from app.documents.page import Sheet, body_of, build_pages
from app.documents.wording_file import pick
from app.view.papers import AgencyCard, FormView

APART = "sexual-health"  # asked of the person alone, never of a parent (traps, row 9)


def build_consent_form(
    view: FormView,
    wording: ConsentWording,
    *,
    number: str,
    made_on: date,
    made_up: bool = False,
) -> bytes:
    """Return the form as PDF; the same arguments always give the same bytes.

    With `made_up` every page says that nothing on it is real.
    Raises ValueError when nobody can sign, or for a code without wording.
    """
    if not view.signers:
        raise ValueError("a consent form needs somebody who can sign it")
    paper = ConsentPaper(
        view=view,
        wording=wording,
        number=number,
        made_on=made_on,
        story=Story(styles_for(view.needs.points)),
        made_up=made_up,
    )
    sheet = _sheet(paper)
    _add_notices(paper)
    _add_person(paper)
    add_contact(paper)
    _add_cards(paper)
    _add_kinds(paper)
    add_signing(paper, body=body_of(sheet))
    return build_pages(sheet, paper.story.parts)


def _sheet(paper: ConsentPaper) -> Sheet:
    sender, furniture = paper.view.sender, paper.wording.furniture
    return Sheet(
        number=paper.number,
        title=paper.wording.decide.title,
        head=tuple(line for line in (sender.council, sender.team) if line),
        initials=paper.view.initials,
        form=paper.fill(furniture.form),
        page=furniture.page,
        foot=(paper.fill(furniture.wording), *([furniture.made_up] if paper.made_up else [])),
        points=paper.view.needs.points,
        language=paper.wording.about.language,
    )


def _add_notices(paper: ConsentPaper) -> None:
    story, wording, sender = paper.story, paper.wording, paper.view.sender
    story.keep(
        story.title(wording.decide.title),
        *(story.words(paper.fill(text)) for text in wording.decide.paragraphs),
    )
    worker = ", ".join(text for text in (sender.key_worker, sender.role) if text)
    who = wording.who
    story.section(
        who.heading,
        *_facts_or_lines(
            story,
            ((who.key_worker, worker, True), (who.phone, sender.phone, True)),
            ((who.council, sender.council, False), (who.team, sender.team, False)),
            ((who.email, sender.email, False),),
            ((who.address, one_line(sender.lines), False),),
        ),
    )
    story.section(wording.why.heading, story.words(paper.fill(" ".join(wording.why.points))))
    without = wording.without
    story.section(
        without.heading,
        story.words(without.intro),
        *story.bullets(without.points),
        story.words(without.after),
    )
    rights = wording.rights
    story.section(
        rights.heading,
        *story.bullets((*rights.points, rights.privacy)),
        whole=False,
    )
    story.add(story.words(rights.complaint))
    story.keep(
        *story.pairs(
            (
                (rights.complaints_to, sender.complaints),
                (rights.officer, sender.data_protection_officer),
            )
        )
    )
    story.section(wording.change.heading, *story.bullets(map(paper.fill, wording.change.points)))


def _add_person(paper: ConsentPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.person
    called = view.known_as if view.known_as != view.name else ""
    story.section(
        words.heading,
        *_facts_or_lines(
            story,
            ((words.name, view.name, True), (words.born, view.born, True)),
            ((words.known_as, called, False), (words.made, said(paper.made_on), False)),
            ((words.address, one_line(view.address), False),),
        ),
        Ticks(story.styles, (f"{words.right}. {words.check}",)),
        story.words(paper.fill(pick(paper.wording.rules, view.rule, "rule"))),
    )


def _add_cards(paper: ConsentPaper) -> None:
    story, words = paper.story, paper.wording.cards
    cards = [card for card in paper.view.cards if paper.own or card.kind != APART]
    before: list[Flowable] = [
        story.heading(words.heading),
        story.words(words.intro if cards else words.none),
    ]
    for card in cards:
        story.keep(*before, *_card(paper, card))
        before = []
    story.keep(
        *before,
        Rule(story.styles),
        story.named(words.another, words.another_hint),
        WriteLine(story.styles, words.another_name),
        paper.answers(words.question_other),
        WriteLine(story.styles, words.leave_out),
    )
    story.keep(
        Rule(story.styles),
        story.named(words.limits, words.limits_hint),
        WriteLine(story.styles, "", lines=2),
    )


def _card(paper: ConsentPaper, card: AgencyCard) -> list[Flowable]:
    story, words = paper.story, paper.wording.cards
    agency = paper.wording.agencies.get(card.kind)
    if agency is None:
        raise ValueError(f"no wording for agency kind {card.kind!r}")
    return [
        Rule(story.styles),
        story.named(card.name, agency.what),
        *story.facts(
            (
                (words.ask, agency.ask),
                (words.tell, agency.tell),
                (words.why, agency.why),
            )
        ),
        paper.answers(paper.fill(words.question)),
        WriteLine(story.styles, words.leave_out),
    ]


def _add_kinds(paper: ConsentPaper) -> None:
    story, words = paper.story, paper.wording.kinds
    labels = [label for code, label in paper.wording.categories.items() if code != APART]
    story.section(
        words.heading,
        story.words(words.intro),
        Ticks(story.styles, labels, columns=2),
        WriteLine(story.styles, words.since),
    )
    apart: list[Flowable] = [story.words(words.apart_other)]
    if paper.own:
        led = story.led(f"{words.apart_heading}.", words.apart_own)
        apart = [led, Ticks(story.styles, (words.apart_tick,))]
    story.keep(*apart)


def _facts_or_lines(story: Story, *rows: tuple[tuple[str, str, bool], ...]) -> list[Flowable]:
    """Return facts, and lines to write on for those that must not stay empty."""
    known: list[tuple[Fact, ...]] = [
        tuple((label, value) for label, value, _ in row) for row in rows
    ]
    empty = [label for row in rows for label, value, needed in row if needed and not value]
    return [*story.pairs(*known), *(WriteLine(story.styles, label) for label in empty)]
