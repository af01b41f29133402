"""The papers that follow a change of mind: a letter to one partner, and the family’s own copy.

Each is made from its view and the approved wording only; neither holds anything of the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.blocks import Story
from app.documents.lettering import one_line, said, styles_for
from app.documents.notice_wording import WithdrawalWording
from app.documents.page import Sheet, build_pages, top_of
from app.documents.request_paper import nhs_shown
from app.documents.window import Window
from app.documents.wording_file import pick
from app.view.notices import FamilyNoticeView, NoticeView

POINTS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Partner:
    """The letter in the making."""

    view: NoticeView
    wording: WithdrawalWording
    story: Story

    def fill(self, text: str) -> str:
        return text.format(
            name=self.view.name,
            ended=said(self.view.ended_on),
            key_worker=self.view.sender.key_worker,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    """The family’s copy in the making."""

    view: FamilyNoticeView
    wording: WithdrawalWording
    story: Story

    def fill(self, text: str) -> str:
        return text.format(
            ended=said(self.view.ended_on),
            about=self.view.about,
            whom=self.view.about or self.wording.family.yourself,
        )


def build_withdrawal_notice(
    view: NoticeView, wording: WithdrawalWording, *, made_up: bool = False
) -> bytes:
    """Return the letter to a partner as a PDF; the same arguments always give the same bytes."""
    paper = _Partner(view=view, wording=wording, story=Story(styles_for(POINTS)))
    sheet = _sheet(
        wording,
        title=wording.partner.title,
        head=(wording.furniture.marking, view.sender.council),
        number=view.number,
        initials=view.initials,
        points=POINTS,
        made_up=made_up,
    )
    _add_top(paper, sheet)
    _add_person(paper)
    _add_changes(paper)
    _add_holding(paper)
    _add_law(paper)
    _add_sender(paper)
    return build_pages(sheet, paper.story.parts)


def build_family_notice(
    view: FamilyNoticeView, wording: WithdrawalWording, *, made_up: bool = False
) -> bytes:
    """Return the copy for whoever changed their mind, in the size of print they need.

    Raises ValueError for a kind of information or a reason without wording.
    """
    paper = _Copy(view=view, wording=wording, story=Story(styles_for(view.needs.points)))
    sheet = _sheet(
        wording,
        title=wording.family.title,
        head=(view.sender.council, view.sender.team),
        number=view.number,
        initials=view.initials,
        points=view.needs.points,
        made_up=made_up,
    )
    _add_opening(paper)
    _add_stops(paper)
    _add_told(paper)
    _add_undone(paper)
    _add_goes_on(paper)
    _add_again(paper)
    return build_pages(sheet, paper.story.parts)


def _sheet(
    wording: WithdrawalWording,
    *,
    title: str,
    head: tuple[str, ...],
    number: str,
    initials: str,
    points: int,
    made_up: bool,
) -> Sheet:
    furniture, about = wording.furniture, wording.about
    version = furniture.wording.format(version=about.version, date=said(about.date))
    return Sheet(
        number=number,
        title=title,
        head=tuple(line for line in head if line),
        initials=initials,
        form=furniture.form.format(number=number),
        page=furniture.page,
        foot=(version, *([furniture.made_up] if made_up else [])),
        points=points,
        language=about.language,
    )


def _add_top(paper: _Partner, sheet: Sheet) -> None:
    story, view, words = paper.story, paper.view, paper.wording.partner
    to = view.to
    facts = [
        (words.reference, view.number),
        (words.date, said(view.made_on)),
        (words.ended, said(view.ended_on)),
    ]
    address = tuple(line for line in (to.contact, to.name, *to.lines) if line)
    story.add(Window(story.styles, words.title, address, facts, top=top_of(sheet)))
    ods = words.ods.format(ods=to.ods) if to.ods else ""
    way = ", ".join(text for text in (to.mailbox, ods) if text)
    story.add(*story.facts(((words.to, way),)), story.words(paper.fill(words.summary)))


def _add_person(paper: _Partner) -> None:
    story, view, words = paper.story, paper.view, paper.wording.partner
    story.section(
        words.person,
        *story.pairs(
            ((words.name, view.name), (words.born, view.born)),
            ((words.nhs_number, nhs_shown(view.nhs_number)),),
            ((words.given, said(view.given_on)),),
        ),
        story.words(words.cannot_find),
    )


def _add_changes(paper: _Partner) -> None:
    story, view, words = paper.story, paper.view, paper.wording.partner
    story.section(words.changes, *story.bullets(map(paper.fill, words.changes_points)))
    if view.called_back:
        story.section(
            words.called_back,
            story.words(words.called_back_words),
            *story.facts(
                (
                    words.request.format(number=request.number),
                    words.request_made.format(date=said(request.made_on)),
                )
                for request in view.called_back
            ),
        )


def _add_holding(paper: _Partner) -> None:
    story, view, words = paper.story, paper.view, paper.wording.partner
    points = (*words.hold_points, *([words.hold_replied] if view.replied else []))
    story.section(words.hold, *story.bullets(points))


def _add_law(paper: _Partner) -> None:
    story, view, words = paper.story, paper.view, paper.wording.partner
    if view.other_law:
        story.section(
            words.other_law,
            story.words(words.other_law_words),
            *story.bullets(f"{law.citation}. {law.does}" for law in view.other_law),
        )
    story.section(words.safety, *story.bullets((*words.safety_points, words.duties)))


def _add_sender(paper: _Partner) -> None:
    story, sender, words = paper.story, paper.view.sender, paper.wording.partner
    parts = (sender.key_worker, sender.role, sender.team, sender.council)
    name = ", ".join(text for text in parts if text)
    story.section(
        words.sender,
        *([story.led(words.sender_name, name)] if name else []),
        *story.pairs(
            ((words.phone, sender.phone), (words.manager, sender.manager)),
            ((words.email, sender.email),),
            ((words.address, one_line(sender.lines)),),
            ((words.officer, sender.data_protection_officer),),
        ),
        *([story.words(paper.fill(words.check))] if sender.key_worker else []),
    )


def _add_opening(paper: _Copy) -> None:
    story, view, words = paper.story, paper.view, paper.wording.family
    opening = words.opening_about if view.about else words.opening
    story.keep(
        story.title(words.title),
        story.words(" ".join((paper.fill(opening), *words.paragraphs))),
        *story.pairs(((words.reader, view.name), (words.made, said(view.made_on)))),
    )


def _add_stops(paper: _Copy) -> None:
    story, view, words = paper.story, paper.view, paper.wording.family
    story.section(
        words.stops,
        story.words(paper.fill(words.stops_words if view.stops else words.stops_none)),
        *story.bullets(view.stops),
    )
    for text, services in ((words.called_back, view.called_back), (words.not_sent, view.not_sent)):
        if services:
            story.keep(story.space(), story.words(text), *story.bullets(services))


def _add_told(paper: _Copy) -> None:
    story, view, words = paper.story, paper.view, paper.wording.family
    if not view.stops and not view.told:
        return
    if not view.told:
        story.section(words.told, story.words(paper.fill(words.told_none)))
        return
    before = [story.heading(words.told), story.words(words.told_words)]
    for one in view.told:
        kinds = [pick(paper.wording.categories, code, "category") for code in one.categories]
        story.keep(
            *before,
            story.bold(one.agency),
            *story.facts(((words.since, said(one.since)), (words.kinds, "; ".join(kinds)))),
            *([story.words(words.replied)] if one.replied else []),
        )
        before = []


def _add_undone(paper: _Copy) -> None:
    story, words = paper.story, paper.wording.family
    story.section(words.undone, *story.bullets(words.undone_points))


def _add_goes_on(paper: _Copy) -> None:
    story, view, words = paper.story, paper.view, paper.wording.family
    parts = [story.words(words.other_law_words)] if view.other_law else []
    for law in view.other_law:
        reason = pick(paper.wording.reasons, law.reason, "reason")
        parts += [
            story.bold(law.agency or words.other_law_any),
            *story.facts(
                (
                    (words.other_law_rule, law.citation),
                    (words.other_law_why, reason),
                    (words.since, said(law.since)),
                )
            ),
        ]
    story.section(words.other_law, *parts, story.words(words.must), whole=False)


def _add_again(paper: _Copy) -> None:
    story, sender, words = paper.story, paper.view.sender, paper.wording.family
    worker = ", ".join(text for text in (sender.key_worker, sender.role) if text)
    story.section(
        words.again,
        *story.bullets(words.again_points),
        story.words(words.commissioner),
        *story.pairs(
            ((words.key_worker, worker), (words.phone, sender.phone)),
            ((words.email, sender.email),),
            ((words.address, one_line(sender.lines)),),
            (
                (words.complaints, sender.complaints),
                (words.officer, sender.data_protection_officer),
            ),
        ),
    )
