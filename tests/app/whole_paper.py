"""Open a paper completely: drawn text, every string and stream of the file, and its metadata."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2


def drawn_text(pdf: bytes) -> str:
    """Return the words of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def everything_in(pdf: bytes) -> str:
    """Return the drawn text, and every name, string and decompressed stream of a PDF."""
    with pikepdf.open(BytesIO(pdf)) as document:
        inside = [text for thing in document.objects for text in _texts(thing)]
        inside += list(_texts(document.trailer))
    return "\n".join([drawn_text(pdf), *inside])


def spelt_out(text: str) -> str:
    """Return a text with nothing but its letters and figures, small: spacing hides nothing."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def found_in(pdf: bytes, sentinels: dict[str, str]) -> list[str]:
    """Return the names of the sentinels that are anywhere in a paper, however spaced."""
    return found_in_text(everything_in(pdf), sentinels)


def found_in_text(text: str, sentinels: dict[str, str]) -> list[str]:
    """Return the names of the sentinels that are anywhere in a text, however spaced."""
    letters, words = spelt_out(text), set(re.findall(r"\w+", text.casefold()))
    return [
        name
        for name, sentinel in sentinels.items()
        if (
            spelt_out(sentinel) in letters
            if len(spelt_out(sentinel)) > 4
            else sentinel.casefold() in words
        )
    ]


def _content(stream: pikepdf.Stream) -> str:
    """Return a stream without its compression; that of a photograph stays as it is."""
    try:
        return stream.read_bytes().decode("latin-1")
    except pikepdf.PdfError:
        return stream.read_raw_bytes().decode("latin-1")


def _texts(thing: object, depth: int = 0) -> Iterator[str]:
    if not isinstance(thing, pikepdf.Object) or (thing.is_indirect and depth):
        return  # every indirect object is looked at by itself
    if isinstance(thing, pikepdf.Stream):
        yield _content(thing)
        yield from _texts(pikepdf.Dictionary(dict(thing.stream_dict.items())), depth + 1)
    elif isinstance(thing, pikepdf.Dictionary):
        for name, value in thing.items():
            yield name
            yield from _texts(value, depth + 1)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from _texts(value, depth + 1)
    elif isinstance(thing, pikepdf.String | pikepdf.Name):
        yield str(thing)
