"""What the rows are made of, beside the builders: a no, an order, a ruling, a partner that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.agency import AgencyKind
from app.domain.consent import Answer, CompetenceKind, Consent, Limit, Standing
from app.domain.dates import PartialDate
from app.domain.household import ConsentModel, Office
from app.domain.ids import AgencyId, ConsentId, GroundId, OrderId, PersonId, RulingId
from app.domain.record import Record
from app.domain.responsibility import Order, OrderKind
from app.domain.sharing import Choice, Ruling
from tests.app.sharing_cases import JO, KIT, ROWAN, ground
from tests.builders import ASH, GP, OFFICE, ash, competent, holds, involved, person, yes

TEEN, GROWN = "2012-05-05", "1996-05-05"  # Kit at 14, and at 30
VOLUNTARY, POLICE, HOUSING = AgencyId("volunteers"), AgencyId("police"), AgencyId("housing")
GUARDIAN = PersonId("guardian")


def day(text: str) -> date:
    """Return a day."""
    return date.fromisoformat(text)


def no(who: str, by: str | None = None, **rest: Any) -> Consent:
    """Return a refusal."""
    return yes(who, by, answer=Answer.REFUSED, **({"id": f"no-{who}-{by or who}"} | rest))


def back(who: str, by: str | None = None, on: str = "2026-10-01", **rest: Any) -> Consent:
    """Return a change of mind, by default a month after the yes."""
    usual = {"id": f"back-{who}-{by or who}"}
    return yes(who, by, on=on, answer=Answer.WITHDRAWN, **(usual | rest))


def less(who: str, by: str | None = None, on: str = "2026-10-01", **rest: Any) -> Consent:
    """Return a yes to less than before."""
    usual = {"id": f"less-{who}-{by or who}"}
    return yes(who, by, on=on, answer=Answer.NARROWED, **(usual | rest))


def undated(consent: Consent) -> Consent:
    """Return a decision of which nobody wrote down the day."""
    return replace(consent, decided_on=None)


def for_kit(by: PersonId, **rest: Any) -> Consent:
    """Return what an attorney or a deputy agreed to for Kit."""
    return yes("kit", by, standing=Standing.DEPUTY, **rest)


def kit(born: str | None, *consents: Consent, **parts: Any) -> Record:
    """Return the family with Kit born on a day; Rowan and Jo hold responsibility."""
    people = (person("rowan"), person("jo"), person("kit", born=born))
    return ash(**({"people": people, "consents": consents} | parts))


def dead(who: str, died: str = "2026-01", born: str = "1990-01-31") -> Any:
    """Return somebody who has died."""
    return person(who, born=born, died=PartialDate.read(died))


def able(who: str = "kit", **rest: Any) -> Any:
    """Return a note that a child can make this decision."""
    return competent(who, **rest)


def unable(who: str = "kit", **rest: Any) -> Any:
    """Return a note that somebody of 16 or over cannot make this decision."""
    usual: dict[str, Any] = {"able": False, "kind": CompetenceKind.CAPACITY}
    return competent(who, **(usual | rest))


def order(kind: OrderKind, **rest: Any) -> Order:
    """Return a court order, or a power."""
    return Order(id=OrderId(rest.pop("id", kind.value)), household=ASH, kind=kind, **rest)


def power(kind: OrderKind = OrderKind.LASTING_POWER, **rest: Any) -> Order:
    """Return what lets Jo decide for Kit, who cannot."""
    return order(kind, **({"holder": JO, "about": (KIT,)} | rest))


def restricted(**span: Any) -> Record:
    """Return Kit with Rowan as special guardian; Jo's responsibility is restricted by it."""
    guardianship = order(OrderKind.SPECIAL_GUARDIANSHIP, holder=ROWAN, about=(KIT,), **span)
    rows = (holds("kit", "rowan"), holds("kit", "jo", restricted_by=guardianship.id))
    return ash(orders=(guardianship,), responsibilities=rows)


def limit(who: PersonId = ROWAN, agency: AgencyId = GP) -> Limit:
    """Return that somebody asked that a partner is not told."""
    return Limit(id="limit", household=ASH, person=who, decided_by=who, not_agency=agency)


def ruling(share: bool, *settles: str, on: str = "2026-11-01", **rest: Any) -> Ruling:
    """Return what a manager decided about Kit."""
    usual: dict[str, Any] = {"id": RulingId(f"ruling-{share}"), "manager": "Helen Marsh"}
    return Ruling(
        household=ASH,
        person=KIT,
        agency=GP,
        share=share,
        settles=tuple(ConsentId(one) for one in settles),
        decided_on=day(on),
        **(usual | rest),
    )


def not_to(on: str | None = "2026-11-01", **rest: Any) -> Any:
    """Return a decision not to share."""
    usual: dict[str, Any] = {"id": GroundId("not-to"), "gateway": "", "choice": Choice.NOT_SHARE}
    return ground(decided_on=day(on) if on else None, **(usual | rest))


def public_task(**rest: Any) -> Office:
    """Return the office of a council that goes by public task first."""
    return replace(OFFICE, consent_model=ConsentModel.PUBLIC_TASK_FIRST, **rest)


def with_partner(kind: AgencyKind, *, public: bool = True, who: str = "rowan", **parts: Any) -> Any:
    """Return the family with one more partner, of a kind, for one person."""
    found = ash(**parts)
    partner = next(a for a in found.agencies if a.id == GP)
    one = replace(partner, id=AgencyId(kind.value), name="Partner", kind=kind, public=public)
    return replace(
        found,
        agencies=(*found.agencies, one),
        involvements=(*found.involvements, involved(who, one.id)),
    )
