"""A share without agreement about Yusuf, by the keys alone: the guide, the form, what it opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.consent import Category
from app.domain.decision import Reason, Verdict
from app.domain.gateway import may_share
from app.domain.ids import AgencyId, PersonId
from app.domain.sharing import Choice, Confidentiality
from tests.builders import family, law
from tests.journeys.grid_walk import walk_to
from tests.journeys.typist import Typist
from tests.ui.desk_builders import FAMILY_B, TODAY, OpenDesk, open_desk, open_window, settle, show

pytestmark = [
    pytest.mark.timeout(200),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
SAMIRA, DANIEL, YUSUF, P4 = PersonId("B1"), PersonId("B2"), PersonId("B4"), AgencyId("P4")
QUESTIONS = (
    ("Is anybody’s life in danger now?", "No"),
    ("Might a child be suffering serious harm?", "No"),
    ("Does a court order or a formal demand tell you to share?", "No"),
    ("Would you share it even if they said no?", "Yes"),
    ("Would sharing help to keep a child safe or well?", "Yes"),
)
REASONS = (
    ("Why it matters to them", "The practice treats his asthma and must know who cares for him."),
    ("Why it is needed", "He has moved, and his inhaler has not been reviewed."),
    ("Why it is not more than needed", "His health only, and no address."),
    ("What harm sharing could do", "Little: the practice keeps where he lives confidential."),
    ("What else was considered", "Asking both parents, which is not safe."),
)


@pytest.fixture
def typist(qtbot: QtBot, tmp_path: Path) -> Iterator[Typist]:
    """Give somebody at a window with family B in it."""
    with open_desk(qtbot) as office:
        window = open_window(office, tmp_path, FAMILY_B)
        yield Typist(qtbot, office, window, family("b"))


def go_to_the_cell(typist: Typist) -> None:
    """Go by keys to where Yusuf and his practice meet."""
    show(typist.qtbot, typist.window)
    settle(typist.qtbot, typist.office.desk)
    typist.window.sidebar.search.setFocus()
    walk_to(typist.keys, typist.window, YUSUF, P4)


def grounds(office: OpenDesk) -> int:
    return len(office.record(FAMILY_B).grounds)


def test_yusufs_practice_is_told_under_the_new_duty_samira_knows_and_daniel_does_not(
    typist: Typist,
) -> None:
    office, keys = typist.office, typist.keys
    before = grounds(office)
    go_to_the_cell(typist)
    keys.pick("More", "Which law allows it?")
    typist.wait_for_form()

    for question, reply in QUESTIONS:
        keys.pick_one(f"{question} {reply}")
    typist.qtbot.wait(1)
    assert grounds(office) == before  # the guide keeps nothing
    keys.push("Record this decision: Children Act 2004, section 16LA")
    typist.wait_for_form()

    keys.tick("Contact and household", "Physical health")
    keys.tick("Told: Samira Begum", "Not told: Daniel Hale")
    for name, said in REASONS:
        keys.type(name, said)
    keys.type("Why not told", "An order keeps him away, and he may not learn where they live.")
    keys.type("How it is shared", "By secure e-mail")
    keys.type("Look at it again on", "22 May 2027")
    typist.keep("Keep the decision")

    record = office.record(FAMILY_B)
    made = record.grounds[-1]
    assert grounds(office) == before + 1
    assert (made.choice, made.person, made.agency) == (Choice.SHARE, YUSUF, P4)
    assert (made.gateway, made.confidentiality) == ("CWS16LA", Confidentiality.PUBLIC_INTEREST)
    assert (made.told, made.not_told) == ((SAMIRA,), (DANIEL,))
    assert made.why_not_told == "An order keeps him away, and he may not learn where they live."
    assert (made.decided_by, made.decided_on, made.law_pack) == (
        "Robin Ashby",
        TODAY,
        law().version,
    )
    decision = may_share(
        record,
        law(),
        person=YUSUF,
        agency=P4,
        categories=frozenset({Category.PHYSICAL_HEALTH}),
        on=TODAY,
    )
    assert (decision.verdict, decision.reasons) == (Verdict.YES, (Reason.LAW_ALLOWS,))
    assert decision.ground == made.id


def test_what_is_half_written_when_somebody_leaves_by_escape_is_not_lost(typist: Typist) -> None:
    go_to_the_cell(typist)
    typist.keys.pick("More", "Decide without agreement")
    typist.wait_for_form()
    typist.keys.pick_one("Do not share")
    typist.keys.type("Why it is not shared", "They know already what they need.")
    typist.keys.press(Qt.Key.Key_Escape)
    settle(typist.qtbot, typist.office.desk)

    (draft,) = typist.office.ask(lambda work: work.drafts(FAMILY_B))
    assert (draft.kind, draft.content["choice"]) == ("ground", ["not-share"])
    assert draft.content["necessity"] == "They know already what they need."
