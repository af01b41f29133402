"""What can be typed after `thinkfamily`, and what each part is for."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.domain.restricted import LookReason

PICTURES = (".svg", ".pdf", ".png", ".json")


def make_parser(version: str) -> argparse.ArgumentParser:
    """Return the parser. Wrong usage ends with status 2, as argparse does it."""
    parser = argparse.ArgumentParser(
        prog="thinkfamily",
        allow_abbrev=False,  # a passphrase typed after "--pass" must not be taken for a file
        description="Think Family: an offline, encrypted record of a family and the agencies "
        "round it. Without a command it opens the desk.",
        epilog="Exit status: 0 done, 1 refused or found bad (said in one line), 2 wrong usage. "
        "A passphrase is read from standard input or from --passphrase-file, never from an "
        "argument.",
    )
    parser.add_argument("--version", action="version", version=f"Think Family {version}")
    parser.add_argument("--store", type=Path, metavar="STORE", help="open the desk on this store")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    demo = commands.add_parser(
        "demo", help="open made-up families; nothing is kept", allow_abbrev=False
    )
    demo.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="open no window: write every family's papers into this folder",
    )

    new = commands.add_parser(
        "new", help="make a new store and print its recovery code", allow_abbrev=False
    )
    _store(new)

    take_in = commands.add_parser(
        "import", help="let a think-family/1 file in, all or nothing", allow_abbrev=False
    )
    _store(take_in)
    take_in.add_argument("file", type=Path, metavar="FILE", help="the file; - for standard input")

    give_out = commands.add_parser(
        "export", help="write everything as a think-family/1 file", allow_abbrev=False
    )
    _store(give_out)
    give_out.add_argument("file", type=Path, metavar="FILE", help="the file; - for standard output")
    _household(give_out, needed=False)
    give_out.add_argument(
        "--private",
        metavar="REASON",
        choices=[reason.value for reason in LookReason],
        help="with --household: flags and what is restricted or private as well, and why (it is "
        "written down): " + ", ".join(reason.value for reason in LookReason),
    )

    documents = commands.add_parser(
        "documents", help="write consent forms and share requests", allow_abbrev=False
    )
    _store(documents)
    documents.add_argument("--out", type=Path, required=True, metavar="DIR")
    _household(documents, needed=False)
    documents.add_argument(
        "--recipient",
        metavar="ID",
        help="only papers for this person or this agency",
    )

    picture = commands.add_parser(
        "picture", help="write one household's picture", allow_abbrev=False
    )
    _store(picture)
    _household(picture, needed=True)
    picture.add_argument(
        "--out",
        type=_picture_file,
        required=True,
        metavar="FILE",
        help="a file ending in .svg, .pdf, .png or .json",
    )
    picture.add_argument(
        "--recipient",
        metavar="ID",
        help="as this person may see it; without it, for the office only",
    )

    check = commands.add_parser(
        "check", help="check pages, journal chain and records", allow_abbrev=False
    )
    _store(check)
    households = commands.add_parser(
        "households", help="list each household's id and name", allow_abbrev=False
    )
    _store(households)
    return parser


def _store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", type=Path, metavar="STORE", help="the folder of the store")
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="read the passphrase from the first line of this file instead of standard input",
    )


def _household(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    parser.add_argument(
        "--household", metavar="ID", required=needed, help="the id of one household"
    )


def _picture_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in PICTURES:
        raise argparse.ArgumentTypeError(f"must end in {', '.join(PICTURES)}")
    return path
