"""A hash of every kind of paper of one family, so that two runs of the program can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from random import Random

from tests.noninterference.casework import family
from tests.noninterference.outputs import REGISTER, view_of

MOST_FAMILIES = 60


def digests(seed: int) -> Iterator[tuple[str, str]]:
    """Return each kind of output and paper, with the hash of the first that is made of it."""
    for output in REGISTER:
        for number in range(MOST_FAMILIES):
            record = family(Random(f"{seed}/{number}"))  # noqa: S311
            views = (view_of(output, record, key, nothing=True) for key in output.keys(record))
            view = next((view for view in views if view is not None), None)
            if view is not None:
                break
        else:
            raise LookupError(output.name)
        yield output.name, sha256(repr(view).encode()).hexdigest()
        for name, make in output.papers.items():
            yield f"{output.name}, {name}", sha256(make(view)).hexdigest()
