"""The bundled printing fonts, and which of them has the letters of a given text.

Atkinson Hyperlegible Next prints everything it can; words with letters it lacks (Yoruba and Igbo
dots, Vietnamese) are printed whole in Inter. ReportLab does not look for another font by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLAIN = "ThinkFamily"
BOLD = "ThinkFamily-Bold"
OTHER_PLAIN = "ThinkFamily-Other"
OTHER_BOLD = "ThinkFamily-Other-Bold"

FILES = {
    PLAIN: "AtkinsonHyperlegibleNext-Regular.ttf",
    BOLD: "AtkinsonHyperlegibleNext-Bold.ttf",
    OTHER_PLAIN: "Inter-Regular.ttf",
    OTHER_BOLD: "Inter-SemiBold.ttf",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that one face can print."""

    text: str
    face: str


def register_fonts() -> None:
    """Make the bundled fonts known to ReportLab, once; later calls do nothing."""
    known = set(pdfmetrics.getRegisteredFontNames())
    if known.issuperset(FILES):
        return
    for face, file in FILES.items():
        if face not in known:
            data = files("resources").joinpath("fonts", file).read_bytes()
            pdfmetrics.registerFont(TTFont(face, BytesIO(data)))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
    pdfmetrics.registerFontFamily(
        OTHER_PLAIN,
        normal=OTHER_PLAIN,
        bold=OTHER_BOLD,
        italic=OTHER_PLAIN,
        boldItalic=OTHER_BOLD,
    )


def face_for(text: str, *, bold: bool = False) -> str:
    """Return the face that prints the whole of a text.

    Where no face has every letter, the one that lacks fewer; see `missing_from`.
    """
    register_fonts()
    first, other = (BOLD, OTHER_BOLD) if bold else (PLAIN, OTHER_PLAIN)
    lacking = _lacking(text, first)
    if not lacking or len(_lacking(text, other)) >= len(lacking):
        return first
    return other


def runs_of(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Split a text into runs of one face each, changing face between words only."""
    runs: list[Run] = []
    for nth, word in enumerate(text.split(" ")):
        piece = word if nth == 0 else " " + word
        face = face_for(word, bold=bold)
        if runs and runs[-1].face == face:
            runs[-1] = Run(runs[-1].text + piece, face)
        else:
            runs.append(Run(piece, face))
    return tuple(run for run in runs if run.text)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text prints, in the unit of `size`."""
    return float(
        sum(pdfmetrics.stringWidth(run.text, run.face, size) for run in runs_of(text, bold=bold))
    )


def missing_from(text: str) -> str:
    """Return the letters of a text that no bundled face has, each once."""
    register_fonts()
    lacking = set(_lacking(text, PLAIN)) & set(_lacking(text, OTHER_PLAIN))
    return "".join(sorted(lacking))


def markup_of(text: str, *, bold: bool = False) -> str:
    """Return a text for a ReportLab paragraph: escaped, with a face set where another is needed."""
    ordinary = BOLD if bold else PLAIN
    pieces = []
    for run in runs_of(text, bold=bold):
        words = escape(run.text)
        if run.face != ordinary or bold:
            words = f'<font name="{run.face}">{words}</font>'
        pieces.append(words)
    return "".join(pieces)


def _lacking(text: str, face: str) -> list[str]:
    glyphs = pdfmetrics.getFont(face).face.charToGlyph
    return [letter for letter in text if ord(letter) not in glyphs and letter not in "\n\t"]
