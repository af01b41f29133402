"""What the family desk asks about orders, competence, limits, staff and replies."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.domain.agency import Agency, Professional, Team
from app.domain.consent import Limit
from app.domain.responsibility import Order
from app.domain.sharing import RequestState
from app.ports import Work
from app.usecases.keep_competence import lift_limit
from app.usecases.keep_orders import remove_order
from ui.agency_choices import order_kinds
from ui.dates import long_date
from ui.desk import Desk
from ui.dialogs.competence_dialog import CompetenceDialog
from ui.dialogs.draft_dialog import DraftDialog
from ui.dialogs.limit_dialog import LimitDialog
from ui.dialogs.lines_dialog import AddWay, LinesDialog, Listed, RecordLine
from ui.dialogs.order_dialog import OrderDialog
from ui.dialogs.outcome_dialog import OutcomeDialog
from ui.dialogs.professional_dialog import ProfessionalDialog
from ui.dialogs.team_dialog import TeamDialog
from ui.pages.household_page import HouseholdPage
from ui.present import Presented
from ui.windows.errands import Errands

STILL_GOING = (RequestState.OPEN, RequestState.PARTLY_ANSWERED)


class RecordErrands(QObject):
    """Listens to one page and opens its lists and forms over a window."""

    def __init__(self, desk: Desk, page: HouseholdPage, errands: Errands, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._page = page
        self._errands = errands
        self._window = window
        self.list: LinesDialog | None = None
        page.add_asked.connect(self.add)
        page.outcome_asked.connect(self.outcome)
        page.inspector.staff_asked.connect(self.staff)

    def add(self, what: str) -> None:
        """Open the list or the form for one kind of record, if it is one of ours."""
        presented = self._page.presented
        opened = {"order": self._orders, "competence": self._competence, "limit": self._limits}
        if presented is not None and what in opened:
            opened[what](presented)

    def outcome(self, person: str, agency: str) -> None:
        """Say what became of the newest request about a person to an agency."""
        tr = QCoreApplication.translate
        presented = self._page.presented
        if presented is None:
            return
        open_ones = [
            request
            for request in presented.record.requests
            if (request.person, request.agency) == (person, agency) and request.state in STILL_GOING
        ]
        if not open_ones:
            self._errands.refused.emit(
                tr("Done", "No request about them to this partner is open. Ask the partner first.")
            )
            return
        dialog = OutcomeDialog(
            self._desk,
            open_ones[-1],
            agency=presented.record.agency(open_ones[-1].agency).name,
            parent=self._window,
        )
        self._errands.open_form(dialog, tr("Done", "What came back is kept."))

    def staff(self, agency: str) -> None:
        """List the people and teams of an agency."""
        presented = self._page.presented
        known = [a for a in presented.record.agencies if a.id == agency] if presented else []
        if known:
            self._show(_staff_list(self._desk, known[0]))

    def _orders(self, presented: Presented) -> None:
        self._show(_order_list(self._desk, presented))

    def _limits(self, presented: Presented) -> None:
        self._show(_limit_list(self._desk, presented, self._page.inspector.shown))

    def _competence(self, presented: Presented) -> None:
        alive = {p.id for p in presented.record.people if p.died is None and not p.unborn}
        dialog = CompetenceDialog(
            self._desk,
            presented.record.household.id,
            people={key: name for key, name in _people(presented).items() if key in alive},
            agencies=_agencies(presented),
            today=presented.today,
            person=self._page.inspector.shown,
            parent=self._window,
        )
        self._errands.open_form(dialog, QCoreApplication.translate("Done", "The note is kept."))

    def _show(self, listed: Listed) -> None:
        self.list = LinesDialog(self._desk, listed, self._window)
        self.list.finished.connect(self.list.deleteLater)
        self.list.finished.connect(self._forget)
        self.list.open()

    def _forget(self) -> None:
        self.list = None


def _order_list(desk: Desk, presented: Presented) -> Listed:
    tr = QCoreApplication.translate
    household, people = presented.record.household.id, _people(presented)

    def form(order: Order | None, parent: QWidget) -> DraftDialog:
        return OrderDialog(desk, household, people=people, order=order, parent=parent)

    def read(work: Work) -> tuple[RecordLine, ...]:
        said = order_kinds()
        return tuple(
            RecordLine(
                order,
                ": ".join(part for part in (said[order.kind], _about(order, people)) if part),
                tr("Orders", "to {0}").replace("{0}", long_date(order.until))
                if order.until
                else tr("Orders", "no end recorded"),
            )
            for order in work.kept(Order).of(household)
        )

    return Listed(
        title=tr("Orders", "Court orders"),
        introduction=tr("Orders", "Orders stay in the office. Papers never speak of them."),
        headings=(tr("Orders", "Order"), tr("Orders", "Binds")),
        read=read,
        add=(AddWay(text=tr("Orders", "Add an order"), form=partial(form, None)),),
        change=lambda parent, order: form(order, parent),
        remove=lambda order: remove_order(order.id),
        kinds=frozenset({"court_order"}),
    )


def _limit_list(desk: Desk, presented: Presented, chosen: str) -> Listed:
    tr = QCoreApplication.translate
    household, people, agencies = (
        presented.record.household.id,
        _people(presented),
        _agencies(presented),
    )

    def form(limit: Limit | None, parent: QWidget) -> DraftDialog:
        return LimitDialog(
            desk,
            household,
            people=people,
            agencies=agencies,
            today=presented.today,
            person=chosen,
            limit=limit,
            parent=parent,
        )

    def read(work: Work) -> tuple[RecordLine, ...]:
        """Leave out what an agency is in that is no agency of this screen (trap 9)."""
        kept = work.kept(Limit).of(household)
        return tuple(
            RecordLine(
                limit,
                tr("Limits", "{0}: do not tell {1}")
                .replace("{0}", people[limit.person])
                .replace(
                    "{1}",
                    people.get(limit.not_person or "", agencies.get(limit.not_agency or "", "")),
                ),
                limit.about,
            )
            for limit in kept
            if limit.not_agency is None or limit.not_agency in agencies
        )

    return Listed(
        title=tr("Limits", "Who must not be told"),
        introduction=tr("Limits", "A limit never leaves the office, not even that there is one."),
        headings=(tr("Limits", "Limit"), tr("Limits", "About")),
        read=read,
        add=(AddWay(text=tr("Limits", "Add a limit"), form=partial(form, None)),),
        change=lambda parent, limit: form(limit, parent),
        remove=lambda limit: lift_limit(limit.id),
        kinds=frozenset({"agreed_limit"}),
    )


def _staff_list(desk: Desk, agency: Agency) -> Listed:
    tr = QCoreApplication.translate
    teams: dict[str, Team] = {}

    def form(item: Professional | Team | None, parent: QWidget) -> DraftDialog:
        if isinstance(item, Team):
            return TeamDialog(desk, agency, item, parent)
        return ProfessionalDialog(desk, agency, tuple(teams.values()), item, parent)

    def read(work: Work) -> tuple[RecordLine, ...]:
        teams.clear()
        teams.update({t.id: t for t in work.kept(Team).every() if t.agency == agency.id})
        staff = [p for p in work.kept(Professional).every() if p.agency == agency.id]
        return (
            *(RecordLine(p, _and(p.name, p.role), _reached(p)) for p in staff),
            *(
                RecordLine(t, tr("Staff", "Team: {0}").replace("{0}", t.name), t.phone)
                for t in teams.values()
            ),
        )

    return Listed(
        title=tr("Staff", "People and teams at {0}").replace("{0}", agency.name),
        headings=(tr("Staff", "Who"), tr("Staff", "How to reach them")),
        read=read,
        add=(
            AddWay(text=tr("Staff", "Add a person"), form=partial(form, None)),
            AddWay(
                text=tr("Staff", "Add a team"),
                form=lambda parent: TeamDialog(desk, agency, None, parent),
            ),
        ),
        change=lambda parent, item: form(item, parent),
        kinds=frozenset({"professional", "team"}),
    )


def _about(order: Order, people: dict[str, str]) -> str:
    named = (*order.about, *order.protects)
    return ", ".join(dict.fromkeys(people[person] for person in named))


def _reached(one: Professional) -> str:
    tr = QCoreApplication.translate
    if one.left_on is not None:
        return tr("Staff", "no longer there since {0}").replace("{0}", long_date(one.left_on))
    late = tr("Staff", "out of hours {0}").replace("{0}", one.out_of_hours)
    return _and(one.phone, one.email, late if one.out_of_hours else "")


def _and(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _people(presented: Presented) -> dict[str, str]:
    return {person.id: person.name for person in presented.family.people}


def _agencies(presented: Presented) -> dict[str, str]:
    return {agency.id: agency.name for agency in presented.view.agencies}
