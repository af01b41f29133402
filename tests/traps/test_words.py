"""Words that give a place or a person away: notes, covered words, his letters (3, 16 and 25)."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from app.domain.giveaways import Giveaway, giveaways
from app.domain.ids import AgencyId, PersonId
from app.domain.questions import usual_request
from app.errors import Invalid
from app.usecases.request_share import request_share
from app.view.recipient import OFFICE
from db.store import Store
from tests.app.wall_cases import (
    DANIEL,
    LOCATION,
    OTHER_SIDE,
    asked,
    printed_letter,
)
from tests.app.whole_paper import found_in_text
from tests.builders import TODAY, catalogue, family, law
from tests.traps.accessible import everything_told
from tests.traps.leaving import all_forms, leaks, pictures, text_of
from tests.ui.desk_builders import (
    FAMILY_B,
    OpenDesk,
    show_dialog,
)
from ui.dialogs.note_dialog import NoteDialog

pytestmark = pytest.mark.timeout(60)
ADDRESS = {name: LOCATION[name] for name in ("street", "street without number", "postcode")} | {
    "mobile": "07700 900411",
    "home phone": "01632 960411",
    "code word": "tulip",
}
P1 = AgencyId("P1")
TABS = ("household", "plan", "missing", "sharing", "timeline", "papers")


def test_trap_03_every_postcode_of_the_made_up_families_is_seen_in_free_text() -> None:
    codes = [home.postcode for letter in "abc" for home in family(letter).homes]
    codes += [code.replace(" ", "").lower() for code in codes]

    seen = [giveaways(f"They moved to {code} last week.") for code in codes if code]

    assert len(seen) >= 10
    assert all(Giveaway.POSTCODE in found for found in seen)
    assert giveaways("Attendance this term is 83% in Year 9.") == ()


def test_trap_03_an_address_typed_into_a_note_is_warned_of_on_the_screen(
    qtbot: QtBot, office: OpenDesk
) -> None:
    record = office.record(FAMILY_B)
    dialog = NoteDialog(
        office.desk,
        FAMILY_B,
        people={p.id: p.name for p in record.people},
        agencies={a.id: a.name for a in record.agencies},
        today=TODAY,
        guarded=True,
    )
    show_dialog(qtbot, dialog)
    before = everything_told(dialog)

    dialog.text.setPlainText("They live at 7 Larkfield Close now, ZZ99 4HH.")

    assert "This looks like an address." not in before
    assert "This looks like an address." in everything_told(dialog)


def test_trap_03_an_address_typed_into_a_request_does_not_leave(caseload_store: Store) -> None:
    usual = usual_request(family("b"), law(), catalogue().bank, person=DANIEL, agency=P1, on=TODAY)
    for typed in ("7 Larkfield Close", "ZZ994HH", "zz99-4hh", "Larkfield"):
        draft = replace(usual, benefit=f"So that help reaches {typed}.")
        with pytest.raises(Invalid):
            caseload_store.run(request_share(draft, law()))

    kept = caseload_store.ask(lambda work: work.record(FAMILY_B)).requests

    assert kept == ()


def test_trap_16_no_pdf_holds_anything_that_is_not_meant_to_be_read() -> None:
    made = {
        name: content
        for letter in "abc"
        for name, content in (
            all_forms(family(letter)) | pictures(family(letter), OFFICE)
        ).items()
        if content.startswith(b"%PDF")
    }  # fmt: skip

    for content in made.values():
        with pikepdf.open(BytesIO(content)) as pdf:
            assert "/OCProperties" not in pdf.Root
            assert len(pdf.attachments) == 0
            for page in pdf.pages:
                assert page.obj.get("/Annots", []) == []
                steps = pikepdf.parse_content_stream(page)
                modes = [s.operands[0] for s in steps if str(s.operator) == "Tr"]
                assert set(map(int, modes)) <= {0}  # no text is drawn so that it is not seen
                assert not any(
                    str(s.operator) in ("Do",) and "Im" in str(s.operands) for s in steps
                )

    assert len(made) > 10


def test_trap_16_a_black_box_over_a_word_hides_nothing_from_these_tests(
    daniels: dict[str, bytes],
) -> None:
    with pikepdf.open(BytesIO(daniels["consent-form.pdf"])) as pdf:
        first = pdf.pages[0]
        box = b"q 0 g 0 0 600 850 re f Q"
        first.contents_add(pdf.make_stream(box), prepend=False)
        out = BytesIO()
        pdf.save(out)
    covered = out.getvalue()

    assert leaks({"covered.pdf": covered}, {"name": "Daniel Hale"}) != {}
    assert leaks(daniels, OTHER_SIDE) == {}


def test_trap_25_his_practices_letter_names_nobody_he_must_be_kept_from(
    daniels: dict[str, bytes],
) -> None:
    letters = {n: c for n, c in daniels.items() if n.startswith(("share-request", "notice"))}

    assert len(letters) == 2
    assert leaks(letters, OTHER_SIDE | LOCATION) == {}
    assert set(leaks(letters, {"him": "Daniel Hale"})) == set(letters)


def test_trap_25_one_practice_of_two_families_reads_of_one_person_only(
    caseload_store: Store,
) -> None:
    view = asked(caseload_store, "a", PersonId("A1"), P1)

    said = text_of(printed_letter(view))

    people = (*family("a").people, *family("b").people)
    others: dict[str, str] = {p.id: p.name for p in people if p.name and p.id != "A1"}
    assert found_in_text(said, others) == []
    assert "Dana Whitfield" in said
