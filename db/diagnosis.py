"""Say what is wrong with a store's file, and only what is proved."""

from __future__ import annotations

from pathlib import Path

from app.errors import StoreTrouble
from db.connection import PAGE, trouble_code
from db.keys import KEY_BYTES, SALT_BYTES
from db.pages import PageCheck, check_pages
from db.place import check_header
from db.slots import Document


def check_file(path: Path, key: bytearray, document: Document) -> bool:
    """Raise for a file that should not be opened; tell whether only its salt is damaged."""
    if not path.exists():
        raise StoreTrouble("store-missing", _last_seen(document))
    size = path.stat().st_size
    if size < PAGE:
        with path.open("rb") as file:
            check_header(file.read(SALT_BYTES))
        raise StoreTrouble("store-empty", _last_seen(document))
    with path.open("rb") as file:
        salt = file.read(SALT_BYTES)
    check_header(salt)
    if salt == key[KEY_BYTES:] and size % PAGE == 0:
        return False
    check = check_pages(path, key)
    if salt != key[KEY_BYTES:] and check.all_bad:
        raise StoreTrouble("other-store")
    if check.bad:
        raise _damaged(check)
    return True


def diagnosed(path: Path, key: bytearray, error: Exception) -> Exception:
    """Return what can be proved about a file that could not be read."""
    code = trouble_code(error)
    if code is None:
        return error
    if code != "store-damaged":
        return StoreTrouble(code)
    return _damaged(check_pages(path, key))


def _last_seen(document: Document) -> dict[str, str]:
    mark = document.get("high_water")
    if not isinstance(mark, dict):
        return {}
    return {"pages": str(mark["pages"]), "at": str(mark["at"])}


def _damaged(check: PageCheck) -> StoreTrouble:
    return StoreTrouble("store-damaged", {"bad": str(len(check.bad)), "of": str(check.total)})
