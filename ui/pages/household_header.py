"""The top of the family desk: where one is, the family's name, facts, actions and tabs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.dates import short_date
from ui.present import Presented
from ui.theme import current_theme
from ui.widgets.buttons import Button, IconButton, LinkButton, PrimaryButton
from ui.widgets.pill import Pill
from ui.widgets.tabs import PageTabs
from ui.widgets.text import words

NARROW, LOW = 820, 640  # pixels of header and of window at text size 100 %


class HouseholdHeader(QFrame):
    """Says what is asked of the page; does nothing itself."""

    tab_chosen = Signal(str)
    print_asked = Signal()
    back_asked = Signal()
    add_asked = Signal(str)
    form_asked = Signal()
    request_asked = Signal()
    rename_asked = Signal()
    family_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setProperty("ground", "header")
        self.back_button = LinkButton(tr("Header", "Families"))
        self.where = words("", "secondary")
        self.rename_button = IconButton("pencil", tr("Header", "Edit the family"))
        self.title = words("", "title", wrap=True)
        self.print_button = IconButton("printer", tr("Header", "Print the household picture"))
        self.family_button = Button(tr("Header", "Family view"), icon_name="eye")
        self.family_button.setToolTip(tr("Header", "Family view, F9"))
        self.add_button = Button(tr("Header", "Add"), icon_name="plus")
        self.form_button = Button(tr("Header", "Consent form"), icon_name="file-text")
        self.request_button = PrimaryButton(tr("Header", "Ask a partner"), icon_name="send")
        self.facts_row = QWidget()
        self.facts = QHBoxLayout(self.facts_row)
        self.tabs = PageTabs(
            {
                "household": tr("Header", "Household"),
                "plan": tr("Header", "Plan"),
                "missing": tr("Header", "Who is missing"),
                "sharing": tr("Header", "Sharing"),
                "timeline": tr("Header", "Chronology"),
                "papers": tr("Header", "Papers"),
            },
            name=tr("Header", "Parts of the record"),
        )
        self._make_menu()
        self._arrange()
        self.tabs.chosen.connect(self.tab_chosen)
        self.family_button.clicked.connect(self.family_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.rename_button.clicked.connect(self.rename_asked)
        self.form_button.clicked.connect(self.form_asked)
        self.request_button.clicked.connect(self.request_asked)

    def show_household(self, presented: Presented) -> None:
        """Show the family's name and facts."""
        name = presented.record.household.name
        self.where.setText(f"›  {name}")
        self.title.setText(name)
        while self.facts.count() > 0:
            taken = self.facts.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.deleteLater()
        for pill in self._pills(presented):
            self.facts.addWidget(pill)
        self.facts.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Give way where there is little room: facts when low, buttons when narrow.

        Where it is both, the name in the path is the title and all is one row.
        """
        theme = current_theme()
        narrow = self.width() < theme.px(NARROW)
        low = self.window().height() < theme.px(LOW)
        for widget in (self.print_button, self.form_button, self.rename_button):
            widget.setVisible(not narrow)
        for action in self._narrow_actions:
            action.setVisible(narrow)
        self._name_family_button(narrow)
        one_row = low and narrow
        self.title.setVisible(not one_row)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(across if one_row else down)
        self.where.setVisible(not low or narrow)
        self.facts_row.setVisible(not low)

    def _name_family_button(self, narrow: bool) -> None:
        """Show its icon alone where there is no room for words; screen readers hear them."""
        button, kind = self.family_button, "icon" if narrow else "secondary"
        if button.property("kind") == kind:
            return
        button.setText("" if narrow else QCoreApplication.translate("Header", "Family view"))
        button.setProperty("kind", kind)
        button.style().unpolish(button)
        button.style().polish(button)
        button.show_icon("eye")

    def _make_menu(self) -> None:
        tr = QCoreApplication.translate
        self.add_menu = QMenu(self)
        self._narrow_actions: list[QAction] = []
        for key, text in (
            ("visit", tr("Header", "Record a visit")),
            ("note", tr("Header", "A note or an event")),
            ("person", tr("Header", "A person")),
            ("relationship", tr("Header", "A relationship")),
            ("responsibility", tr("Header", "Parental responsibility")),
            ("order", tr("Header", "Court orders")),
            ("competence", tr("Header", "A competence note")),
            ("limit", tr("Header", "Who must not be told")),
            ("home", tr("Header", "A home")),
            ("involvement", tr("Header", "An agency for a person")),
            ("agency", tr("Header", "An agency")),
            ("interest", tr("Header", "That I know this family")),
        ):
            action = QAction(text, self)
            action.setData(key)
            self.add_menu.addAction(action)
        for text, asked in (
            (tr("Header", "Make the consent form"), self.form_asked),
            (tr("Header", "Print the household picture"), self.print_asked),
            (tr("Header", "Edit the family"), self.rename_asked),
        ):
            action = QAction(text, self)
            action.triggered.connect(asked)
            action.setVisible(False)
            self.add_menu.addAction(action)
            self._narrow_actions.append(action)
        self.add_menu.triggered.connect(self._add_chosen)
        self.add_button.setMenu(self.add_menu)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 0)
        column.setSpacing(2)
        where = QHBoxLayout()
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(6)
        where.addWidget(self.back_button)
        where.addWidget(self.where)
        where.addWidget(self.rename_button)
        where.addStretch(1)
        actions = QHBoxLayout()
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(8)
        actions.addWidget(self.title, 1)
        actions.addStretch(0)
        for button in (
            *(self.print_button, self.family_button, self.add_button),
            *(self.form_button, self.request_button),
        ):
            actions.addWidget(button)
        self.facts.setContentsMargins(0, 2, 0, 2)
        self.facts.setSpacing(8)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(2)
        self._top.addLayout(where)
        self._top.addLayout(actions)
        column.addLayout(self._top)
        column.addWidget(self.facts_row)
        column.addWidget(self.tabs)

    def _pills(self, presented: Presented) -> list[Pill]:
        tr = QCoreApplication.translate
        view = presented.view
        main = [home for home in view.homes if home.main]
        at_home = len(main[0].members) if main else 0
        elsewhere = len(view.people) - at_home
        people = tr("Header", "{0} at home, {1} elsewhere")
        pills = [
            Pill(
                people.replace("{0}", str(at_home)).replace("{1}", str(elsewhere)),
                icon_name="users",
            ),
            Pill(
                tr("Header", "{0} agencies").replace("{0}", str(len(view.agencies))),
                icon_name="building-2",
            ),
        ]
        coming = [v.next_on for v in presented.record.visits if v.next_on]
        next_on = min((day for day in coming if day >= presented.today), default=None)
        if next_on is not None:
            said = tr("Header", "Next visit {0}").replace(
                "{0}", short_date(next_on, today=presented.today)
            )
            pills.append(Pill(said, tone="info", icon_name="calendar"))
        return pills

    def _add_chosen(self, action: QAction) -> None:
        if action.data():
            self.add_asked.emit(str(action.data()))
