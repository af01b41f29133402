"""What is one person's or the office's alone, taken out of any record without a trace."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings

from app.domain.consent import Category
from app.domain.consistency import misfits
from app.domain.ids import AgencyId, ConsentId, GroundId, RequestId
from app.domain.person import Safety
from app.domain.private import without_private
from app.domain.sharing import ShareRequest
from tests.app.chance_records import files
from tests.app.sharing_cases import ground
from tests.builders import ASH, GP, TODAY, agency, ash, family, involved, yes

SEXUAL = frozenset({Category.SEXUAL_HEALTH})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=files())
def test_any_record_holds_together_without_it_and_nothing_of_it_is_left(
    parts: dict[str, Any],
) -> None:
    for record in parts["records"]:
        whole = misfits(record, TODAY)
        left = without_private(record)

        own = [i for i in record.involvements if i.safety is Safety.OWN]
        alone = {i.agency for i in own} - {i.agency for i in left.involvements}
        kept = {misfit.why for misfit in misfits(left, TODAY)} - {misfit.why for misfit in whole}
        assert kept == set()
        assert (left.restricted, left.flags) == ((), ())
        assert not {a.id for a in left.agencies} & alone
        assert without_private(left) == left


def test_what_rests_on_something_hidden_rests_on_it_no_more() -> None:
    hidden = replace(yes("rowan"), categories=SEXUAL)
    shown = yes("rowan", on="2026-10-01", replaces=hidden.id)
    secret = replace(ground(agency=None), categories=SEXUAL)
    request = ShareRequest(
        id=RequestId("r"), household=ASH, number="SR-AAAA-BBBB", agency=GP, person=shown.person,
        made_on=TODAY, consents=(hidden.id, shown.id), ground=GroundId(secret.id),
        categories=frozenset({Category.CONTACT, Category.SEXUAL_HEALTH}),
    )  # fmt: skip
    record = ash(consents=(hidden, shown), grounds=(secret,), requests=(request,))

    left = without_private(record)

    (asked,) = left.requests
    assert [(c.id, c.replaces) for c in left.consents] == [(ConsentId(shown.id), None)]
    assert left.grounds == ()
    assert (asked.consents, asked.ground, asked.categories) == (
        (shown.id,), None, frozenset({Category.CONTACT}),
    )  # fmt: skip


def test_an_agency_that_another_has_openly_stays_for_them_alone() -> None:
    clinic = AgencyId("clinic")
    record = ash(
        agencies=(agency(), agency(clinic, "Larkspur Clinic")),
        involvements=(involved("kit", clinic, safety=Safety.OWN), involved("jo", clinic)),
        consents=(yes("kit", agency=clinic), yes("jo", agency=clinic)),
    )

    left = without_private(record)

    assert [(i.person, i.agency) for i in left.involvements] == [("jo", clinic)]
    assert [c.person for c in left.consents] == ["jo"]
    assert clinic in {a.id for a in left.agencies}


def test_a_family_without_any_is_left_as_it_is() -> None:
    assert without_private(family("a")) == family("a")
