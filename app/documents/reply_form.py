"""The reply form behind a share request: tick first, and every kind of no has its own box.

Three absences are told apart: nobody asked (the question is not on the form), no answer (an empty
row), and looked for but not held (its own box). Fields for filling on screen go over these places.
"""

from __future__ import annotations

from reportlab.lib.units import mm

from app.documents.arranging import Beside
from app.documents.fields import Boxes, Choice, Slot, Ticks, WriteLine
from app.documents.lettering import one_line, said
from app.documents.request_paper import RequestPaper, nhs_shown

TALL = 10 * mm
FEW = 3  # so few questions leave room for longer comments


def add_reply_form(paper: RequestPaper) -> None:
    """Add the reply form to the story of its letter."""
    _add_known(paper)
    _add_share(paper)
    _add_answers(paper)
    _add_reading(paper)
    _add_completed(paper)


def _add_known(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.form
    person = paper.wording.person
    story.keep(
        story.title(words.title),
        *story.pairs(
            ((words.send_by, said(view.due_on)),),
            ((person.name, view.name),),
            ((person.born, view.born), (person.nhs_number, nhs_shown(view.nhs_number))),
        ),
        Beside(
            story.styles,
            Choice(story.styles, paper.fill(words.known), (words.known_yes, words.known_no)),
            WriteLine(story.styles, words.known_moved),
        ),
        story.words(words.looked),
        Ticks(story.styles, (words.looked_found, words.looked_nothing, words.looked_not)),
    )


def _add_share(paper: RequestPaper) -> None:
    story, words = paper.story, paper.wording.form
    story.keep(
        Choice(story.styles, words.share, (words.share_full, words.share_part, words.share_no)),
        story.words(words.reasons),
        Ticks(story.styles, words.reason_list, columns=2),
        WriteLine(story.styles, words.other),
    )


def _add_answers(paper: RequestPaper) -> None:
    story, words = paper.story, paper.wording.form
    before = [story.heading(words.answers), story.words(words.answers_hint)]
    options = (words.yes, words.no, words.unknown, words.not_appropriate)
    lines = 2 if len(paper.view.questions) <= FEW else 1
    for number, question in enumerate(paper.questions(), start=1):
        story.keep(
            *before,
            story.bold(f"{number}. {question}"),
            Ticks(story.styles, options, columns=4),
            WriteLine(story.styles, words.comment, lines=lines),
        )
        before = []


def _add_reading(paper: RequestPaper) -> None:
    story, words = paper.story, paper.wording.form
    yes_no = (words.yes, words.no)
    story.keep(
        story.heading(words.reading),
        Choice(
            story.styles, words.nature, (words.nature_fact, words.nature_opinion, words.nature_both)
        ),
        WriteLine(story.styles, words.nature_which),
        WriteLine(story.styles, words.caveats, lines=2),
    )
    story.keep(
        Choice(story.styles, paper.fill(words.shown), yes_no),
        Choice(story.styles, words.team, yes_no),
        Choice(story.styles, words.meeting, yes_no),
        Beside(
            story.styles,
            Ticks(story.styles, (words.phone_me,)),
            WriteLine(story.styles, words.phone_number),
            WriteLine(story.styles, words.phone_times),
        ),
        Ticks(story.styles, (words.fee,)),
    )


def _add_completed(paper: RequestPaper) -> None:
    story, sender, words = paper.story, paper.view.sender, paper.wording.form
    way = "\n".join(text for text in (sender.email, one_line(sender.lines)) if text)
    story.section(
        words.completed,
        Boxes(
            story.styles,
            (
                Slot(label=words.name, share=0.5, tall=TALL),
                Slot(label=words.role, share=0.5, tall=TALL),
            ),
        ),
        Boxes(story.styles, (Slot(label=words.organisation, share=1.0, tall=TALL),)),
        Boxes(
            story.styles,
            (Slot(label=words.signature, share=0.66), Slot(label=words.date, share=0.34)),
        ),
        *story.facts(((words.send_to, way),)),
    )
