"""The share request: a letter to one agency about one person, with its reply form behind it.

Made from a `LetterView` and the approved wording only. What the partner needs first stands first:
marking, urgency, reply-by day, reference; the address lies in the window of a DL envelope.
"""

from __future__ import annotations

from reportlab.platypus import Flowable, PageBreak

from app.documents.blocks import Story
from app.documents.lettering import one_line, said, styles_for
from app.documents.page import Sheet, build_pages, top_of
from app.documents.reply_form import add_reply_form
from app.documents.request_paper import RequestPaper, nhs_shown
from app.documents.request_wording import RequestWording
from app.documents.window import Window
from app.documents.wording_file import pick
from app.view.papers import Evidence, LetterView

POINTS = 12  # clear print, for a professional reader; at 14 the letter is two pages longer


def build_share_request(view: LetterView, wording: RequestWording) -> bytes:
    """Return letter and reply form as one PDF; the same arguments always give the same bytes.

    Raises ValueError for a code without wording.
    """
    story = Story(styles_for(POINTS))
    paper = RequestPaper(view=view, wording=wording, story=story)
    sheet = _sheet(paper)
    _add_top(paper, sheet)
    _add_sender(paper)
    _add_person(paper)
    _add_why(paper)
    _add_questions(paper)
    _add_basis(paper)
    _add_evidence(paper)
    _add_use(paper)
    _add_reply(paper)
    story.add(PageBreak())
    add_reply_form(paper)
    return build_pages(sheet, story.parts)


def _sheet(paper: RequestPaper) -> Sheet:
    furniture = paper.wording.furniture
    return Sheet(
        number=paper.view.number,
        title=paper.wording.top.title,
        head=tuple(line for line in (furniture.marking, paper.view.sender.council) if line),
        initials=paper.view.initials,
        form=paper.fill(furniture.form),
        page=furniture.page,
        foot=(paper.fill(furniture.wording),),
        points=POINTS,
        language=paper.wording.about.language,
    )


def _add_top(paper: RequestPaper, sheet: Sheet) -> None:
    story, view, words = paper.story, paper.view, paper.wording.top
    due = said(view.due_on)
    facts = (
        (words.reply_by if due else "", due or words.no_reply),
        (words.urgency, pick(paper.wording.urgencies, view.urgency, "urgency")),
        (words.reference, view.number),
        (words.date, said(view.made_on)),
    )
    to = view.to
    address = tuple(line for line in (to.contact, to.name, *to.lines) if line)
    story.add(Window(story.styles, address, facts, top=top_of(sheet)))
    count = len(view.questions)
    summary = {0: words.summary_none, 1: words.summary_one}.get(count, words.summary)
    ods = words.ods.format(ods=to.ods) if to.ods else ""
    story.add(
        story.title(words.title),
        story.words(paper.fill(summary)),
        *story.facts(((words.to, one_line(tuple(t for t in (to.name, ods, to.mailbox) if t))),)),
    )


def _add_sender(paper: RequestPaper) -> None:
    story, sender, words = paper.story, paper.view.sender, paper.wording.sender
    parts = (sender.key_worker, sender.role, sender.team, sender.council)
    name = ", ".join(text for text in parts if text)
    story.section(
        words.heading,
        *story.facts(
            (
                (words.name, name),
                (words.phone, sender.phone),
                (words.email, sender.email),
                (words.address, one_line(sender.lines)),
                (words.manager, sender.manager),
                (words.officer, sender.data_protection_officer),
            )
        ),
        story.words(paper.fill(words.check)),
    )


def _add_person(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.person
    match = pick(paper.wording.matches, view.match, "match grade") if view.match else ""
    legal = view.legal_name if view.legal_name != view.name else ""
    story.section(
        words.heading,
        *story.facts(
            (
                (words.name, view.name),
                (words.legal_name, legal),
                (words.born, view.born),
                (words.nhs_number, nhs_shown(view.nhs_number)),
                (words.address, one_line(view.address)),
                (words.match, match),
                (words.needs, paper.needs()),
            )
        ),
        story.words(words.cannot_find),
    )


def _add_why(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.why
    story.section(
        words.heading,
        story.words(pick(paper.wording.purposes, view.purpose, "purpose")),
        *([story.words(view.why)] if view.why else []),
    )
    if view.benefit:
        story.section(paper.fill(words.helps), story.words(view.benefit))


def _add_questions(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.ask
    if not view.questions:
        return
    since = words.since.format(date=said(view.window_from)) if view.window_from else ""
    kinds = "; ".join(paper.kinds())
    story.section(
        words.heading,
        story.words(" ".join(text for text in (since, words.not_everything) if text)),
        *story.facts(((words.kinds, kinds),)),
        *story.numbered(paper.questions()),
    )


def _add_basis(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.basis
    version = words.law_version if view.law_approved else words.law_unapproved
    law = version.format(version=view.law_version) if view.law_version else ""
    story.section(
        words.heading,
        *story.facts(
            (
                (
                    words.confidentiality,
                    pick(paper.wording.confidentialities, view.confidentiality, "confidentiality"),
                ),
                (words.gateway, view.gateway),
                (words.gateway_does, view.gateway_does),
                (words.dp_basis, view.dp_basis),
                (words.agreement, view.sender.agreement),
                (words.law, law),
            )
        ),
        *([story.words(words.public_task)] if view.ask_is_public_task else []),
        story.words(words.least),
    )


def _add_evidence(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.evidence
    if not view.evidence:
        story.section(words.heading, story.words(words.none))
        return
    parts: list[Flowable] = []
    for evidence in view.evidence:
        parts += _evidence(paper, evidence)
    story.section(
        words.heading,
        *parts,
        story.words(words.checked.format(date=said(view.made_on))),
        story.words(words.changed),
    )


def _evidence(paper: RequestPaper, evidence: Evidence) -> list[Flowable]:
    words, wording = paper.wording.evidence, paper.wording
    standing = pick(wording.standings, evidence.standing, "standing")
    return paper.story.facts(
        (
            (words.decider, f"{evidence.decider}, {standing}"),
            (words.decided_on, said(evidence.decided_on)),
            (words.ends, said(evidence.ends)),
            (words.way, pick(wording.ways, evidence.way, "way")),
            (words.form, evidence.form),
            (words.categories, "; ".join(paper.kinds())),
        )
    )


def _add_use(paper: RequestPaper) -> None:
    story, wording = paper.story, paper.wording
    for part in (wording.use, wording.safety):
        story.section(part.heading, *story.bullets(map(paper.fill, part.points)))


def _add_reply(paper: RequestPaper) -> None:
    story, sender, words = paper.story, paper.view.sender, paper.wording.reply
    role = ", ".join(text for text in (sender.role, sender.council) if text)
    story.section(
        words.heading,
        *story.bullets(paper.routes()),
        story.words(paper.fill(words.never)),
        story.words(words.closing),
        story.words("\n".join(text for text in (sender.key_worker, role) if text)),
    )
