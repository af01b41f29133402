"""The question to information governance: the facts, the question, and no name but initials."""

from __future__ import annotations

from reportlab.platypus import Paragraph

from app.documents.blocks import Story
from app.documents.fields import WriteLine
from app.documents.lettering import said, styles_for
from app.documents.notice_wording import GovernanceWording
from app.documents.page import Sheet, build_pages
from app.documents.wording_file import pick
from app.view.question import GovernanceView

POINTS = 14


def build_governance_question(
    view: GovernanceView, wording: GovernanceWording, *, made_up: bool = False
) -> bytes:
    """Return the question as a PDF; the same arguments always give the same bytes.

    Raises ValueError for a code without wording.
    """
    story, words = Story(styles_for(POINTS)), wording.words
    _add_top(story, view, wording)
    story.section(words.question, *_paragraphs(story, view.question), whole=False)
    _add_subject(story, view, wording)
    facts = story.bullets(view.facts) if view.facts else [story.words(words.no_facts)]
    story.section(words.facts, *facts, whole=False)
    story.section(
        words.answer,
        story.words(words.answer_words),
        WriteLine(story.styles, "", lines=4),
        WriteLine(story.styles, words.answer_by),
        WriteLine(story.styles, words.answer_on),
    )
    return build_pages(_sheet(view, wording, made_up=made_up), story.parts)


def _sheet(view: GovernanceView, wording: GovernanceWording, *, made_up: bool) -> Sheet:
    furniture, about = wording.furniture, wording.about
    version = furniture.wording.format(version=about.version, date=said(about.date))
    return Sheet(
        number=view.number,
        title=wording.words.title,
        head=tuple(line for line in (furniture.marking, view.sender.council) if line),
        initials=view.initials,
        form=furniture.form.format(number=view.number),
        page=furniture.page,
        foot=(version, *([furniture.made_up] if made_up else [])),
        points=POINTS,
        language=about.language,
    )


def _add_top(story: Story, view: GovernanceView, wording: GovernanceWording) -> None:
    words, sender = wording.words, view.sender
    parts = (sender.key_worker, sender.role, sender.team)
    story.keep(
        story.title(words.title),
        *story.pairs(
            ((words.reference, view.number), (words.date, said(view.made_on))),
            ((words.asked_by, ", ".join(text for text in parts if text)),),
            ((words.phone, sender.phone), (words.manager, sender.manager)),
            ((words.email, sender.email),),
        ),
        story.words(words.no_names),
    )


def _add_subject(story: Story, view: GovernanceView, wording: GovernanceWording) -> None:
    words = wording.words
    kinds = "; ".join(pick(wording.categories, code, "category") for code in view.categories)
    partner = pick(wording.kinds, view.partner_kind, "kind") if view.partner_kind else ""
    law = words.law_version.format(version=view.law_version) if view.law_version else ""
    story.section(
        words.whom,
        *story.pairs(
            (
                (words.initials, view.initials),
                (words.age, pick(wording.ages, view.age_band, "age band")),
            ),
            ((words.partner, partner or words.any_partner),),
            ((words.kinds, kinds),),
            ((words.purpose, pick(wording.purposes, view.purpose, "purpose")),),
            ((words.law, law),),
        ),
    )


def _paragraphs(story: Story, text: str) -> list[Paragraph]:
    return [story.words(line) for line in text.splitlines() if line.strip()]
