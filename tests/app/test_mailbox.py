"""The list of secure mailboxes: its lights, its near misses, and what it refuses to be."""

from __future__ import annotations

import pytest

from app.domain.mailbox import Light, read_mail_domains
from tests.builders import caseload, catalogue

GREEN, AMBER, RED = Light.GREEN, Light.AMBER, Light.RED


@pytest.mark.parametrize(
    ("mailbox", "light", "near"),
    [
        ("practice@nhs.net", GREEN, ""),
        ("Practice@NHS.net ", GREEN, ""),
        ("desk@trust.nhs.net", GREEN, ""),
        ("desk@nhs.net.", GREEN, ""),
        ("team@northmarsh.gov.uk", AMBER, ""),
        ("team@gov.uk", AMBER, ""),
        ("practice@nhs.met", RED, "nhs.net"),
        ("practice@trust.nhs.met", RED, "nhs.net"),
        ("practice@nhs.ent", RED, "nhs.net"),
        ("practice@nhss.net", RED, "nhs.net"),
        ("practice@hs.net", RED, "nhs.net"),
        ("practice@nhѕ.net", RED, "nhs.net"),  # its third letter is Cyrillic
        ("practice@nhs.net.example.com", RED, "nhs.net"),
        ("practice@trust.nhs.uk", RED, "nhs.net"),
        ("practice@nhs.uk", RED, "nhs.net"),
        ("team@northmarsh.gov.ul", RED, "gov.uk"),
        ("team@northmarsh-gov.uk", RED, ""),
        ("practice@notnhs.net", RED, ""),
        ("somebody@post.example", RED, ""),
        ("x@evil.example;y.nhs.net", RED, "nhs.net"),  # a mail program splits here
        ("x@evil.example,.nhs.net", RED, "nhs.net"),
        ("x@evil.example/.nhs.net", RED, "nhs.net"),
        ("x@evil..nhs.net", RED, "nhs.net"),
        ("no domain at all", RED, ""),
        ("", RED, ""),
    ],
)
def test_a_mailbox_has_a_light_and_a_near_miss_is_named(
    mailbox: str, light: Light, near: str
) -> None:
    look = catalogue().mail.look(mailbox)

    assert (look.light, look.near) == (light, near)
    assert look.needs_second_look is (light is RED)


def test_a_domain_a_council_lists_goes_before_what_it_is_within() -> None:
    listed = {
        "domain": [
            {"name": "nhs.uk", "light": "red", "taken_for": "nhs.net"},
            {"name": "accredited.nhs.uk", "light": "green"},
        ]
    }

    look = read_mail_domains(listed).look("desk@ward.accredited.nhs.uk")

    assert (look.light, look.listed, look.near) == (GREEN, "accredited.nhs.uk", "")


@pytest.mark.parametrize(
    "names", [("nhs.net", "nhs.net"), ("NHS.net",), ("nhs",), (" nhs.net",)], ids=str
)
def test_a_list_with_a_domain_that_is_none_is_refused(names: tuple[str, ...]) -> None:
    listed = {"domain": [{"name": name, "light": "green"} for name in names]}

    with pytest.raises(ValueError, match=r"mail_domains\.toml"):
        read_mail_domains(listed)


def test_the_made_up_families_show_every_light_and_say_that_they_are_made_up() -> None:
    mail = catalogue().mail
    agencies = [one for record in caseload().records for one in record.agencies if one.mailbox]

    looks = [mail.look(one.mailbox) for one in agencies]

    assert {look.light for look in looks} == {GREEN, AMBER, RED}
    assert all(look.made_up for look in looks if look.light is not RED)
    assert all(one.made_up == one.name.endswith(".example") for one in mail.entries)
