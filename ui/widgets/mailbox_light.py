"""What the list of secure mailboxes says of an address, under the field it is typed into."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from app.domain.mailbox import MailDomains
from app.domain.reach import email_fits
from ui.leaving_words import light_look, mail_words
from ui.widgets.card import IconLabel
from ui.widgets.text import announce, words


class MailboxLight(QFrame):
    """Watches a field. It warns by colour and words, and refuses nothing (trap 38)."""

    def __init__(self, field: QLineEdit, mail: MailDomains, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._mail = field, mail
        self.sentence = words("", "secondary", wrap=True)
        self._mark = IconLabel("info", "info")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        self.hide()
        field.textChanged.connect(self._look)
        field.editingFinished.connect(self._tell)

    def _look(self) -> None:
        """Show the light of an address as soon as it is one."""
        mailbox = self._field.text().strip()
        self.setVisible(email_fits(mailbox))
        if not email_fits(mailbox):
            return
        look = self._mail.look(mailbox)
        tone, icon_name = light_look(look.light)
        self.sentence.setText(mail_words(look))
        self.setAccessibleName(self.sentence.text())
        self._mark.show_icon(icon_name, tone)
        self.setProperty("ground", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _tell(self) -> None:
        """Have it said once the whole address is there, and not at every letter."""
        if not self.isHidden():
            announce(self, self.sentence.text())
