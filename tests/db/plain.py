"""Decrypt a closed store's pages, to look for words that should be gone."""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from db.connection import PAGE
from db.place import STORE
from tests.conftest import StorePlace
from tests.db.cases import file_key

VECTOR_AT, MAC_AT = PAGE - 80, PAGE - 64


def plain_bytes(place: StorePlace) -> bytes:
    """Return every page of the file in clear, one after the other."""
    key, content = bytes(file_key(place)[:32]), (place.path / STORE).read_bytes()
    out = bytearray()
    for at in range(0, len(content), PAGE):
        page = content[at : at + PAGE]
        vector = page[VECTOR_AT:MAC_AT]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        out += decryptor.update(page[16 if at == 0 else 0 : VECTOR_AT])
    return bytes(out)
