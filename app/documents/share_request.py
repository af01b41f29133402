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


def build_share_request(
    view: LetterView, wording: RequestWording, *, made_up: bool = False
) -> bytes:
    """Return letter and reply form as one PDF; the same arguments always give the same bytes.

    With `made_up` every page says that nothing on it is real.
    Raises ValueError for a code without wording.
    """
    story = Story(styles_for(POINTS))
    paper = RequestPaper(view=view, wording=wording, story=story, made_up=made_up)
    sheet = _sheet(paper)
    _add_top(paper, sheet)
    _add_person(paper)
    _add_questions(paper)
    _add_why(paper)
    _add_sender(paper)
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
        foot=(paper.fill(furniture.wording), *([furniture.made_up] if paper.made_up else [])),
        points=POINTS,
        language=paper.wording.about.language,
    )


def _add_top(paper: RequestPaper, sheet: Sheet) -> None:
    story, view, words = paper.story, paper.view, paper.wording.top
    due = said(view.due_on)
    facts = [
        (words.reply_by if due else "", due or words.no_reply),
        (words.urgency, pick(paper.wording.urgencies, view.urgency, "urgency")),
        (words.reference, view.number),
        (words.date, said(view.made_on)),
    ]
    to = view.to
    ods = words.ods.format(ods=to.ods) if to.ods else ""
    way = "\n".join(text for text in (ods, to.mailbox) if text)
    if way:
        facts.append((words.to, way))
    address = tuple(line for line in (to.contact, to.name, *to.lines) if line)
    story.add(Window(story.styles, words.title, address, facts, top=top_of(sheet)))
    count = len(view.questions)
    summary = {0: words.summary_none, 1: words.summary_one}.get(count, words.summary)
    story.add(story.words(paper.fill(summary)))


def _add_person(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.person
    match = pick(paper.wording.matches, view.match, "match grade") if view.match else ""
    legal = view.legal_name if view.legal_name != view.name else ""
    story.section(
        words.heading,
        *story.pairs(
            ((words.name, view.name), (words.legal_name, legal)),
            ((words.born, view.born), (words.nhs_number, nhs_shown(view.nhs_number))),
            ((words.address, one_line(view.address)),),
            ((words.match, match),),
            ((words.needs, paper.needs()),),
        ),
        story.words(words.cannot_find),
    )


def _add_why(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.why
    purpose = pick(paper.wording.purposes, view.purpose, "purpose")
    story.add(story.led(f"{words.heading}.", f"{purpose} {view.why}".strip()))
    if view.benefit:
        story.add(story.led(f"{paper.fill(words.helps)}.", view.benefit))


def _add_sender(paper: RequestPaper) -> None:
    story, sender, words = paper.story, paper.view.sender, paper.wording.sender
    parts = (sender.key_worker, sender.role, sender.team, sender.council)
    name = ", ".join(text for text in parts if text)
    story.section(
        words.heading,
        *([story.led(words.name, name)] if name else []),
        *story.pairs(
            ((words.phone, sender.phone), (words.manager, sender.manager)),
            ((words.officer, sender.data_protection_officer),),
        ),
        story.words(paper.fill(words.check)),
    )


def _add_questions(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.ask
    if not view.questions:
        return
    since = words.since.format(date=said(view.window_from)) if view.window_from else ""
    least = paper.wording.basis.least
    kinds = "; ".join(paper.kinds())
    story.section(
        words.heading,
        story.words(" ".join(text for text in (since, words.not_everything, least) if text)),
        *story.facts(((words.kinds, kinds),)),
        *story.numbered(paper.questions()),
    )


def _add_basis(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.basis
    version = words.law_version if view.law_approved else words.law_unapproved
    law = version.format(version=view.law_version) if view.law_version else ""
    confidentiality = pick(paper.wording.confidentialities, view.confidentiality, "confidentiality")
    story.section(
        words.heading,
        *story.pairs(
            ((words.confidentiality, confidentiality),),
            ((words.gateway, view.gateway),),
            ((words.gateway_does, view.gateway_does),),
            ((words.dp_basis, view.dp_basis), (words.law, law)),
            ((words.agreement, view.sender.agreement),),
        ),
        *([story.words(words.public_task)] if view.ask_is_public_task else []),
    )


def _add_evidence(paper: RequestPaper) -> None:
    story, view, words = paper.story, paper.view, paper.wording.evidence
    if not view.evidence:
        story.keep(story.bold(words.heading), story.words(words.none))
        return
    checked = words.checked.format(date=said(view.made_on))
    story.keep(
        story.bold(words.heading),
        *(part for evidence in view.evidence for part in _evidence(paper, evidence)),
        *story.facts(((words.categories, "; ".join(paper.kinds())),)),
        story.words(f"{checked} {words.changed}"),
    )


def _evidence(paper: RequestPaper, evidence: Evidence) -> list[Flowable]:
    words, wording = paper.wording.evidence, paper.wording
    standing = pick(wording.standings, evidence.standing, "standing")
    return paper.story.pairs(
        ((words.decider, f"{evidence.decider}, {standing}"),),
        ((words.decided_on, said(evidence.decided_on)), (words.ends, said(evidence.ends))),
        ((words.way, pick(wording.ways, evidence.way, "way")), (words.form, evidence.form)),
    )


def _add_use(paper: RequestPaper) -> None:
    story, use, safety = paper.story, paper.wording.use, paper.wording.safety
    story.section(use.heading, story.words(paper.fill(" ".join(use.points))))
    story.section(safety.heading, *story.bullets(map(paper.fill, safety.points)))


def _add_reply(paper: RequestPaper) -> None:
    story, words = paper.story, paper.wording.reply
    story.section(
        words.heading,
        *story.bullets(paper.routes()),
        story.words(f"{paper.fill(words.never)} {words.closing}"),
    )
