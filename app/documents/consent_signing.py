"""The parts of the consent form the signer fills in: safe contact, signatures, the slip."""

from __future__ import annotations

from reportlab.platypus import Flowable

from app.documents.arranging import Beside, Rule
from app.documents.consent_paper import ConsentPaper
from app.documents.fields import SIGNING, Boxes, Choice, Slot, Ticks, WriteLine
from app.documents.lettering import one_line
from app.documents.wording_file import pick
from app.view.papers import Signer

SIGNATURE = 0.66
DATE = 0.34


def add_signing(paper: ConsentPaper, *, body: float) -> None:
    """Add everything that is filled in once the choices are made. `body`: height of a page."""
    story = paper.story
    begin = len(story.parts)
    _add_explained(paper)
    _add_signatures(paper)
    last = len(story.parts)
    _add_worker(paper)
    end = len(story.parts)
    _add_slip(paper, body)
    story.facing(begin, last, end, body=body)


def add_contact(paper: ConsentPaper) -> None:
    """Add how the signer may be reached; a form for several signers says where that is asked."""
    story, words, cards = paper.story, paper.wording.contact, paper.wording.cards
    if len(paper.view.signers) > 1:
        # one block on a paper that two people hold would show each how the other is reached
        story.add(story.led(f"{words.heading}.", words.elsewhere))
        return
    pairs = ((words.phone, words.text), (words.email, words.post), (words.voicemail,))
    story.section(
        words.heading,
        story.words(words.intro),
        *(
            Beside(
                story.styles,
                *(Choice(story.styles, question, (cards.yes, cards.no)) for question in pair),
            )
            for pair in pairs
        ),
        Beside(
            story.styles,
            WriteLine(story.styles, words.number),
            WriteLine(story.styles, words.times),
        ),
        WriteLine(story.styles, words.word),
    )


def _add_explained(paper: ConsentPaper) -> None:
    story, words, needs = paper.story, paper.wording.explained, paper.view.needs
    alone = len(paper.view.signers) == 1  # one reader's needs are no business of another's
    known = story.facts(
        (
            (words.needs_language, needs.language),
            (words.needs_interpreter, words.needs_interpreter_yes if needs.interpreter else ""),
            (words.needs_wish, needs.interpreter_wish),
            (words.needs_hearing, needs.hearing),
        )
    )
    story.section(
        words.heading,
        *([story.bold(words.needs), *known] if known and alone else []),
        story.words(words.intro),
        Ticks(story.styles, words.points, columns=2),
        Beside(
            story.styles,
            WriteLine(story.styles, words.language),
            WriteLine(story.styles, words.interpreter),
        ),
    )


def _add_signatures(paper: ConsentPaper) -> None:
    story, words, view = paper.story, paper.wording.sign, paper.view
    lasts = words.lasts_sixteen if paper.end == view.last_day else words.lasts
    before: list[Flowable] = [
        story.heading(words.heading),
        story.words(f"{paper.fill(lasts)} {paper.fill(words.review)}"),
    ]
    if len(view.signers) > 1:
        before.append(story.words(words.one_enough))
    for signer in view.signers:
        story.keep(*before, *_signature(paper, signer))
        before = []
    if view.asked_too:
        story.keep(
            story.named(paper.fill(words.asked_heading), words.asked_hint),
            paper.answers(words.asked_question),
            _signing_boxes(paper, words.asked_line),
        )
    story.keep(
        story.words(words.mark_hint),
        *story.tied(
            WriteLine(story.styles, words.mark_name), _signing_boxes(paper, words.signature)
        ),
    )


def _signature(paper: ConsentPaper, signer: Signer) -> list[Flowable]:
    story, words = paper.story, paper.wording.sign
    standing = paper.fill(pick(paper.wording.standings, signer.standing, "standing"))
    if signer.name:
        named = [story.led(signer.name, standing)]
    else:
        named = [WriteLine(story.styles, paper.wording.person.name), story.words(standing)]
    return story.tied(*named, _signing_boxes(paper, words.signature))


def _add_worker(paper: ConsentPaper) -> None:
    story, words, sender = paper.story, paper.wording.worker, paper.view.sender
    checks = [*words.checks, words.spoken]
    if paper.view.asked_too:
        checks.insert(-1, paper.fill(words.asked))
    known = sender.key_worker
    story.section(
        f"{words.heading}: {known}" if known else words.heading,
        Ticks(story.styles, checks, columns=2),
        WriteLine(story.styles, words.later),
        *([] if known else [WriteLine(story.styles, words.name)]),
        _signing_boxes(paper, paper.wording.sign.signature),
    )


def _add_slip(paper: ConsentPaper, body: float) -> None:
    story, words, sender = paper.story, paper.wording.slip, paper.view.sender
    way = one_line(sender.lines)
    lines = [f"{paper.fill(words.form)}. {words.hint}"]
    if sender.phone:
        lines.append(paper.fill(words.phone))
    story.at_foot(
        Rule(story.styles, words=words.cut, weight=0.8),
        story.heading(words.heading),
        story.words(" ".join(lines)),
        WriteLine(story.styles, words.name),
        Ticks(story.styles, (words.everything,)),
        Beside(
            story.styles,
            Ticks(story.styles, (words.only,)),
            WriteLine(story.styles, words.which),
        ),
        _signing_boxes(paper, paper.wording.sign.signature),
        *([story.words(f"{words.give} {way}.")] if way else []),
        body=body,
    )


def _signing_boxes(paper: ConsentPaper, label: str) -> Boxes:
    date = paper.wording.sign.date
    tall = max(SIGNING, paper.view.needs.points * 2.4)
    return Boxes(
        paper.story.styles,
        (Slot(label=label, share=SIGNATURE, tall=tall), Slot(label=date, share=DATE, tall=tall)),
    )
