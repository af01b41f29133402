"""The panel beside the pages: the ways, what goes and why, what was held back, and the one door."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ids import AgencyId, PersonId
from app.domain.person import Allowed, PersonDraft
from app.domain.sending_rules import Care, Stop
from app.domain.sharing import LeavesBy, PaperKind
from app.usecases.keep_people import change_person
from app.usecases.note_paper import MadePaper
from app.view.leaving import Goes, HeldBack, Leaving, Look, Sight
from app.view.recipient import RecipientKind
from app.view.rules import RULES, Group, Reach
from tests.ui.desk_audit import cut_off, hard_to_use
from tests.ui.desk_builders import (
    FAMILY_A,
    FAMILY_B,
    NOTHING_SAID,
    OpenDesk,
    choose_way,
    open_window,
    preview_of,
    settle,
    show_dialog,
)
from tests.ui.withdrawal_steps import request
from ui.dialogs.preview_dialog import PreviewDialog
from ui.goes_words import fact_words, goes_reason, group_words, held_reason, sight_sentence
from ui.leaving_words import care_sentence, channel_words, light_words, stop_sentence
from ui.press import Press

pytestmark = pytest.mark.timeout(90)
OUTSIDE = (RecipientKind.SELF, RecipientKind.PARENT, RecipientKind.PARTNER)
LEO, CAMHS = PersonId("A4"), AgencyId("camhs")
WHOLE = Leaving(
    goes=(
        Goes(person="Leo Reid", fact="name", text="Leo Reid", why="name"),
        Goes(person="Leo Reid", fact="born", text="9 January 2013", why="birth"),
        Goes(person="Dana Whitfield", fact="decider", text="Dana", why="decision"),
        Goes(person="Leo Reid", fact="why", text="He sleeps badly", why="decision", free=True),
    ),
    held=(
        HeldBack(person="Callum Reid", group="home", count=2, why="home"),
        HeldBack(person="Leo Reid", group="flag", count=1, why="flag"),
    ),
    looks=(Look(fact="why", sight=Sight.NAME, said="Callum"),),
)


def paper(**rest: object) -> MadePaper:
    made = MadePaper(
        household=FAMILY_A,
        number="WN-7K3Q-D9XM",
        kind=PaperKind.WITHDRAWAL_NOTICE,
        content=b"",
        pages=1,
        person=LEO,
        agency=CAMHS,
    )
    return replace(made, **rest)  # type: ignore[arg-type]


def make(office: OpenDesk, made: MadePaper, leaving: Leaving = WHOLE) -> PreviewDialog:
    press = Press(office.catalogue)
    picture = press.picture_pdf(press.draw(office.presented().view))
    return PreviewDialog(
        office.desk,
        office.catalogue,
        replace(made, content=picture),
        title="Letter about Leo Reid",
        about="For Northmarsh CAMHS.",
        file_name="notice-WN-7K3Q-D9XM.pdf",
        leaving=leaving,
    )


def shown(
    qtbot: QtBot, office: OpenDesk, made: MadePaper, leaving: Leaving = WHOLE
) -> PreviewDialog:
    preview = make(office, made, leaving)
    show_dialog(qtbot, preview)
    qtbot.waitUntil(lambda: bool(preview.pages and preview.before.ways.cards), timeout=10_000)
    return preview


def read(widget: QWidget) -> list[str]:
    """Return what can be read in a widget now, in order, line by line."""
    labels = [one for one in widget.findChildren(QLabel) if one.isVisible()]
    said = "\n".join(one.accessibleName() or one.text() for one in labels)
    return [line for line in said.split("\n") if line]


# --- What goes and what does not.


def test_every_person_field_and_reason_is_listed(qtbot: QtBot, office: OpenDesk) -> None:
    preview = shown(qtbot, office, paper())

    said = read(preview.before.goes)

    assert said == [
        *("Leo Reid", "Name: Leo Reid", "Why: a paper says whom it is about"),
        *("Date of birth: 9 January 2013", "Why: needed to know the right person"),
        *("Why we ask: He sleeps badly", "Why: typed by hand; the decision is between them"),
        *("Dana Whitfield", "Who decided: Dana", "Why: the decision is between them"),
    ]


def test_what_was_held_back_is_folded_until_the_worker_asks(qtbot: QtBot, office: OpenDesk) -> None:
    preview = shown(qtbot, office, paper())
    folded = read(preview.before.held)

    preview.before.held.heading.click()

    assert folded == []
    assert preview.before.held.heading.text() == "Held back: only you see this"
    assert read(preview.before.held)[1:] == [
        *("Callum Reid", "Homes: 2", "Why: an address is for those who live there"),
        *("Leo Reid", "Flags: 1", "Why: nobody outside learns that there is a flag"),
    ]


def test_where_nothing_was_held_back_there_is_no_heading_for_it(
    qtbot: QtBot, office: OpenDesk
) -> None:
    preview = shown(qtbot, office, paper(), NOTHING_SAID)

    assert not preview.before.held.isVisible()
    assert not preview.before.looks.isVisible()
    assert "What is on the pages, and no more." in read(preview.before)


# --- What is still to be done.


def test_one_sentence_says_what_is_missing_until_nothing_is(qtbot: QtBot, office: OpenDesk) -> None:
    samira = paper(household=FAMILY_B, person=PersonId("B1"), agency=None)
    preview = shown(qtbot, office, samira)
    said = [preview.missing.text()]

    choose_way(qtbot, preview, "post:B1:H4")
    said.append(preview.missing.text())
    choose_way(qtbot, preview)
    said.append(preview.missing.text())
    next(iter(preview.before.looks.ticks.values())).click()

    assert said == [
        "Choose how it goes first.",
        "This way is stopped. Choose another.",
        "Look at each marked text first, and tick it if it may go.",
    ]
    assert not preview.missing.isVisible()
    assert preview.print_button.isEnabled()
    assert preview.save_button.isEnabled()


def test_a_text_that_may_not_go_after_all_stops_it_again(qtbot: QtBot, office: OpenDesk) -> None:
    preview = shown(qtbot, office, paper())
    choose_way(qtbot, preview)
    (tick,) = preview.before.looks.ticks.values()
    tick.click()
    able = preview.print_button.isEnabled()

    tick.click()

    assert able
    assert not preview.print_button.isEnabled()
    assert preview.before.confirmed() is None


def test_what_changes_while_the_preview_is_open_stops_it_and_is_shown(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    dana = PersonId("A1")
    preview = shown(qtbot, office, paper(person=dana, agency=None), NOTHING_SAID)
    choose_way(qtbot, preview, "post:A1:H1")
    kept = office.person("A1")
    no_post = replace(kept.contact, post=Allowed.NO)
    draft = PersonDraft(given=kept.given, family=kept.family, born=kept.born, contact=no_post)
    office.run(change_person(dana, draft))

    preview.save_to(tmp_path / "notice.pdf")
    qtbot.waitUntil(preview.trouble.isVisible, timeout=10_000)
    settle(qtbot, office.desk)

    assert preview.trouble.accessibleName() == (
        "They said that post is not safe. Choose another way."
    )
    assert list(tmp_path.iterdir()) == []
    assert office.record().papers == ()
    posted = next(c for c in preview.before.ways.cards if c.way.by is LeavesBy.POST)
    assert Stop.POST_NOT_SAFE in posted.way.stops
    assert not preview.save_button.isEnabled()


# --- The words of the e-mail.


def test_the_words_of_the_e_mail_are_offered_for_e_mail_only(
    qtbot: QtBot, office: OpenDesk
) -> None:
    preview = shown(qtbot, office, paper(), NOTHING_SAID)
    seen = [preview.copy_button.isVisible()]

    for key in ("by-hand", "email:camhs", "post:camhs"):
        choose_way(qtbot, preview, key)
        seen.append(preview.copy_button.isVisible())

    assert seen == [False, False, True, False]


def test_the_words_of_the_e_mail_name_nobody_but_the_council(
    qtbot: QtBot, office: OpenDesk, tmp_path: Path
) -> None:
    window = open_window(office, tmp_path, FAMILY_A)
    window.papers.share_request(request(office, "A1", "P1", printed=False))
    preview = preview_of(office, window)
    choose_way(qtbot, preview, "email:P1")
    number = preview._made.number

    preview.copy_button.click()

    copied = QGuiApplication.clipboard().text()
    names = {"Dana", "Whitfield", "Shah", "Ashby", "Health Centre"}
    window.papers.clipboard.clear_if_ours()
    assert copied.splitlines()[0] == number
    assert "Northmarsh Council" in copied
    assert not [name for name in names if name in copied]
    assert QGuiApplication.clipboard().text() == ""
    assert office.record().papers == ()  # copied words are no paper
    preview.close_button.click()


# --- Everything has words, and can be used.


@pytest.mark.parametrize("code", [*Stop, *Care])
def test_every_stop_and_caution_has_a_sentence(code: Stop | Care) -> None:
    said = stop_sentence(code) if isinstance(code, Stop) else care_sentence(code)

    assert said.endswith(".")
    assert code.value not in said


def test_no_two_codes_are_told_in_the_same_words() -> None:
    said = [*map(stop_sentence, Stop), *map(care_sentence, Care)]

    assert len(set(said)) == len(said)


@pytest.mark.parametrize("sight", Sight)
def test_every_sight_is_told_with_the_words_found_and_where(sight: Sight) -> None:
    said = sight_sentence(Look(fact="benefit", sight=sight, said="Larkfield"))

    assert "“Larkfield”" in said
    assert "Why it helps" in said


def test_a_light_is_told_in_words_that_begin_with_its_colour(office: OpenDesk) -> None:
    for box in ("a@nhs.net", "a@x.gov.uk", "a@x.test"):
        light = office.catalogue.mail.look(box).light

        assert light_words(light).casefold().startswith(light.value)


@pytest.mark.parametrize("group", Group)
def test_every_group_has_a_name_and_a_reason_to_go_or_to_stay(group: Group) -> None:
    goes = goes_reason(Goes(person="Leo", fact="name", text="Leo", why=group))
    held = held_reason(HeldBack(person="Leo", group=group, count=1, why=group))

    lets_through = any(RULES[group].reach(kind) is not Reach.NO for kind in OUTSIDE)
    keeps_back = any(RULES[group].reach(kind) is not Reach.YES for kind in OUTSIDE)
    own_words = group_words(group).lower()
    assert goes != own_words or not lets_through
    assert held != own_words or not keeps_back


def test_a_name_is_told_from_an_agencys_name_and_from_our_own() -> None:
    said = [fact_words("name"), fact_words("name", "involvement"), fact_words("lines", "us")]

    assert said == ["Name", "Agency", "Our address"]


def test_a_way_and_a_fact_without_words_of_their_own_is_spelt_out() -> None:
    assert [channel_words(by) for by in LeavesBy][-1] == "By secure e-mail"
    assert fact_words("who-knows_it") == "Who knows it"


def test_a_way_tells_a_screen_reader_what_speaks_against_it(qtbot: QtBot, office: OpenDesk) -> None:
    preview = shown(qtbot, office, paper(household=FAMILY_B, person=PersonId("B1"), agency=None))

    posted = next(c for c in preview.before.ways.cards if c.way.by is LeavesBy.POST)

    assert "They said that post is not safe." in posted.pick.accessibleName()


def test_every_control_is_named_large_and_reached(qtbot: QtBot, office: OpenDesk) -> None:
    preview = shown(qtbot, office, paper())
    preview.before.held.set_open(True)
    choose_way(qtbot, preview, "email:camhs")

    assert hard_to_use(qtbot, preview) == {}


def test_nothing_is_cut_off_in_the_panel(qtbot: QtBot, office: OpenDesk) -> None:
    def panel() -> PreviewDialog:
        preview = make(office, paper(agency=AgencyId("primary"), person=PersonId("A5")))
        settle(qtbot, office.desk)
        choose_way(qtbot, preview, "email:primary")
        preview.before.held.set_open(True)
        return preview

    assert cut_off(qtbot, panel) == {}
