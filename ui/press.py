"""The press: every paper and picture, made from a view and the approved wording.

It brings in ReportLab and PDFium, so only `ui.__main__` loads it, after the first window is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.calendar_words import long_date
from app.catalogue import Catalogue
from app.documents.consent_form import build_consent_form
from app.documents.family_map_page import build_family_map_page
from app.documents.family_map_svg import family_map_svg
from app.documents.governance_question import build_governance_question
from app.documents.map_style import MapWords, paper_sizes, read_theme
from app.documents.notice_paper import build_family_notice, build_withdrawal_notice
from app.documents.share_request import build_share_request
from app.family_map.as_json import picture_json
from app.family_map.describe import relations_in_words
from app.family_map.family import ChildKind, CoupleKind, Family, Symbol, TieState
from app.family_map.lay_out import lay_out
from app.family_map.picture import Picture
from app.family_map.read_view import family_from
from app.view.household import HouseholdView
from app.view.notices import FamilyNoticeView, NoticeView
from app.view.papers import FormView, LetterView
from app.view.question import GovernanceView
from ui.pdf_pages import first_page_png, page_count

PNG_DPI = 144


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A household picture laid out for paper."""

    family: Family
    picture: Picture
    words: MapWords


class Press:
    """Makes papers. Use it from one thread at a time: ReportLab and PDFium keep state."""

    def __init__(self, catalogue: Catalogue, *, made_up: bool = False) -> None:
        self._catalogue = catalogue
        self._made_up = made_up  # said on every page

    def consent_form(self, view: FormView, *, number: str, made_on: date) -> bytes:
        """Return one consent form as a PDF."""
        return build_consent_form(
            view,
            self._catalogue.consent,
            number=number,
            made_on=made_on,
            made_up=self._made_up,
        )

    def share_request(self, view: LetterView) -> bytes:
        """Return one request, letter and reply form, as a PDF."""
        return build_share_request(view, self._catalogue.request, made_up=self._made_up)

    def withdrawal_notice(self, view: NoticeView) -> bytes:
        """Return the letter to a partner after a change of mind as a PDF."""
        return build_withdrawal_notice(view, self._catalogue.withdrawal, made_up=self._made_up)

    def family_notice(self, view: FamilyNoticeView) -> bytes:
        """Return the copy of whoever changed their mind as a PDF."""
        return build_family_notice(view, self._catalogue.withdrawal, made_up=self._made_up)

    def governance_question(self, view: GovernanceView) -> bytes:
        """Return a question to information governance as a PDF."""
        return build_governance_question(view, self._catalogue.governance, made_up=self._made_up)

    def draw(self, view: HouseholdView, *, office_only: bool = True) -> Drawing:
        """Lay a household picture out for paper."""
        family = family_from(view, self._catalogue.picture)
        return Drawing(
            family=family,
            picture=lay_out(family, paper_sizes()),
            words=self._words(view, office_only=office_only),
        )

    def picture_pdf(self, drawing: Drawing) -> bytes:
        """Return the picture as a PDF, with the same facts as a table."""
        return build_family_map_page(drawing.picture, drawing.family, drawing.words)

    def picture_svg(self, drawing: Drawing) -> bytes:
        """Return the picture as a stand-alone SVG."""
        return family_map_svg(
            drawing.picture, drawing.family, drawing.words, read_theme(), sizes=paper_sizes()
        ).encode()

    def picture_png(self, drawing: Drawing) -> bytes:
        """Return the first page of the picture as a PNG."""
        return first_page_png(self.picture_pdf(drawing), dpi=PNG_DPI)

    def picture_facts(self, drawing: Drawing) -> dict[str, object]:
        """Return where every node and line of the picture is."""
        return picture_json(drawing.picture, drawing.family)

    def pages(self, pdf: bytes) -> int:
        """Return how many pages a paper has."""
        return page_count(pdf)

    def _words(self, view: HouseholdView, *, office_only: bool) -> MapWords:
        words = self._catalogue.picture
        paper = words.paper
        foot = [words.plain["for_office"]] if office_only else []
        foot += [words.plain["made_up"]] if self._made_up else []
        return MapWords(
            title=words.plain["title"],
            description=paper["description"],
            drawn_on=words.plain["drawn"].format(date=long_date(view.on)),
            legend=paper["legend"],
            symbols={symbol: words.symbols[symbol] for symbol in Symbol},
            couples={kind: words.couples[kind] for kind in CoupleKind},
            children={kind: words.children[kind] for kind in ChildKind},
            states={state: words.short(state) for state in TieState},
            deceased=paper["deceased"],
            index=paper["index"],
            home=paper["home"],
            other_home=paper["other_home"],
            part=paper["part"],
            page=paper["page"],
            table_title=paper["table_title"],
            table_headings=(
                paper["person"],
                paper["relation"],
                paper["lives"],
                paper["agencies"],
            ),
            no_relation=paper["no_relation"],
            no_home=paper["no_home"],
            no_agency=paper["no_agency"],
            relations=relations_in_words(view, words),
            footer=" ".join(foot),
        )
