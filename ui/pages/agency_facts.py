"""What the inspector says of one agency: how to reach it, how it works, who is there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.agency import Agency
from app.domain.partner import Channel, Profile
from app.domain.person import Allowed
from ui.agency_choices import channels
from ui.dates import long_date
from ui.present import Presented


def agency_facts(agency: Agency) -> list[tuple[str, str]]:
    """Return an icon and words for everything that is known of an agency."""
    tr = QCoreApplication.translate
    lines = [
        ("info", _said(tr("Inspector", "Also called {0}"), agency.alias)),
        ("phone", agency.phone),
        ("phone", _said(tr("Inspector", "Out of hours {0}"), agency.out_of_hours)),
        ("mail", agency.mailbox),
        ("map-pin", ", ".join((*agency.lines, *filter(None, (agency.postcode,))))),
        ("key-round", _said(tr("Inspector", "ODS code {0}"), agency.ods)),
        ("key-round", _said(tr("Inspector", "School URN {0}"), agency.urn)),
        ("info", agency.needs),
    ]
    if agency.closed_on is not None:
        closed = _said(tr("Inspector", "Closed on {0}"), long_date(agency.closed_on))
        lines.append(("circle-alert", closed))
    return [line for line in (*lines, *_profile_facts(agency.profile)) if line[1]]


def staff_lines(agency: Agency, presented: Presented) -> list[str]:
    """Return who works there and which teams there are, with how to reach them."""
    record = presented.record
    staff = [one for one in record.professionals if one.agency == agency.id and not one.left_on]
    teams = [team for team in record.teams if team.agency == agency.id]
    return [
        *(_and(one.name, one.role, one.phone) for one in staff),
        *(_and(team.name, team.phone) for team in teams),
    ]


def _profile_facts(profile: Profile) -> list[tuple[str, str]]:
    tr = QCoreApplication.translate
    lines = []
    if profile.channel is not Channel.NOT_SAID:
        lines.append(("send", _said(tr("Inspector", "Ask them: {0}"), channels()[profile.channel])))
    lines.append(("user", _said(tr("Inspector", "Ask for: {0}"), profile.contact_role)))
    if profile.turnaround is not None:
        said = tr("Inspector", "Usually take {0} working days")
        lines.append(("clock", said.replace("{0}", str(profile.turnaround))))
    if profile.wet_signature is Allowed.YES:
        lines.append(("signature", tr("Inspector", "They need a signature in ink")))
    if profile.typed_consent is Allowed.YES:
        lines.append(("file-check", tr("Inspector", "Typed consent is enough for them")))
    if profile.agreement:
        until = long_date(profile.agreed_until) if profile.agreed_until else ""
        agreed = _and(profile.agreement, _said(tr("Inspector", "until {0}"), until))
        lines.append(("file-text", _said(tr("Inspector", "Sharing agreement {0}"), agreed)))
    if profile.review_on is not None:
        again = tr("Inspector", "Look at the agreement again on {0}")
        lines.append(("calendar", again.replace("{0}", long_date(profile.review_on))))
    return lines


def _said(words: str, value: str) -> str:
    return words.replace("{0}", value) if value else ""


def _and(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
