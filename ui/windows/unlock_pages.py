"""The six pages of the unlock window, with their words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from ui.widgets.card import Card
from ui.windows.door_page import DoorPage

GROUPS_IN_A_LINE = 3


class UnlockPages(QStackedWidget):
    """Unlock, recover, begin, choose a passphrase, see the recovery code, type it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_unlock_page()
        self._make_recovery_page()
        self._make_welcome_page()
        self._make_create_page()
        self._make_code_page()
        self._make_confirm_page()
        for page in self.all():
            self.addWidget(page)

    def all(self) -> tuple[DoorPage, ...]:
        """Return every page."""
        return (
            self.unlock_page,
            self.recovery_page,
            self.welcome_page,
            self.create_page,
            self.code_page,
            self.confirm_page,
        )

    def current(self) -> DoorPage:
        """Return the page now shown."""
        page = self.currentWidget()
        assert isinstance(page, DoorPage)
        return page

    def go_to(self, page: DoorPage) -> None:
        """Show a page with empty sentences, and put the focus where one types."""
        self.setCurrentWidget(page)
        page.trouble.say("", "")
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Empty every field on every page."""
        for page in self.all():
            page.clear()

    def show_code(self, code: str) -> None:
        """Put a recovery code on its page, or take it away."""
        groups = code.split("-")
        lines = [
            "  ".join(groups[at : at + GROUPS_IN_A_LINE])
            for at in range(0, len(groups), GROUPS_IN_A_LINE)
        ]
        self.code_label.setText("\n".join(lines))

    def _make_unlock_page(self) -> None:
        tr = QCoreApplication.translate
        page = DoorPage(heading="", sentence="", action=tr("Unlock", "Unlock"))
        self.passphrase, self.passphrase_row = page.add_field(tr("Unlock", "Passphrase"))
        self.unlock_page = page

    def _make_recovery_page(self) -> None:
        tr = QCoreApplication.translate
        page = DoorPage(
            heading=tr("Unlock", "Use the recovery code"),
            sentence=tr(
                "Unlock",
                "It is on the sheet you were asked to keep safe when the records were made.",
            ),
            action=tr("Unlock", "Unlock"),
        )
        self.recovery, self.recovery_row = page.add_field(
            tr("Unlock", "Recovery code"),
            hint=tr("Unlock", "Nine groups of four. Capitals and hyphens do not matter."),
            secret=False,
        )
        self.recovery_page = page

    def _make_welcome_page(self) -> None:
        tr = QCoreApplication.translate
        self.welcome_page = DoorPage(
            heading=tr("Unlock", "There are no records on this computer yet"),
            sentence=tr(
                "Unlock",
                "Records are kept on this computer only, and locked with a passphrase "
                "that only you know.",
            ),
            action=tr("Unlock", "Create a new store"),
        )

    def _make_create_page(self) -> None:
        tr = QCoreApplication.translate
        page = DoorPage(
            heading=tr("Unlock", "Choose a passphrase"),
            sentence=tr(
                "Unlock",
                "Use four words or more, or at least 15 characters. Spaces are welcome. "
                "It never runs out, and nobody can look it up for you.",
            ),
            action=tr("Unlock", "Create the store"),
        )
        self.new_passphrase, self.new_row = page.add_field(tr("Unlock", "New passphrase"))
        self.again, self.again_row = page.add_field(tr("Unlock", "The same again"))
        self.create_page = page

    def _make_code_page(self) -> None:
        tr = QCoreApplication.translate
        page = DoorPage(
            heading=tr("Unlock", "Write this recovery code down"),
            sentence=tr(
                "Unlock",
                "It opens the records if the passphrase is forgotten. Put it on paper, in a "
                "sealed envelope, away from this computer. It is shown only now.",
            ),
            action=tr("Unlock", "I have written it down"),
        )
        card = Card(ground="quiet")
        self.code_label = QLabel()
        self.code_label.setProperty("words", "heading")
        self.code_label.setWordWrap(True)
        self.code_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.column.addWidget(self.code_label)
        page.add_widget(card)
        self.code_page = page

    def _make_confirm_page(self) -> None:
        tr = QCoreApplication.translate
        page = DoorPage(
            heading=tr("Unlock", "Type the recovery code back"),
            sentence=tr("Unlock", "So that we both know it can be read from the paper."),
            action=tr("Unlock", "Check the code"),
        )
        self.typed_code, self.typed_row = page.add_field(
            tr("Unlock", "Recovery code"),
            hint=tr("Unlock", "Capitals and hyphens do not matter."),
            secret=False,
        )
        self.confirm_page = page
