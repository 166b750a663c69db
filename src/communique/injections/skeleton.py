"""A text as it is looked through for words to a machine: in plain lower-case Latin letters, with the way back."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from communique._resources import read_toml
from communique.characters import is_hidden
from communique.spans import Span

_LOOK_ALIKES = read_toml("injections.toml")["look_alikes"]
_TO_LATIN = str.maketrans(_LOOK_ALIKES["from"], _LOOK_ALIKES["to"])
_MARKS = str.maketrans(
    {**dict.fromkeys("“”„‟«»″〝〞", '"'), **dict.fromkeys("‘’‚‛`´′ʼ", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "ı": "i"}
)


def _plain(character: str) -> str:
    if character in "\n\r\v\f\x85\u2028\u2029":
        return "\n"
    if character.isspace():
        return " "
    if is_hidden(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    parts = unicodedata.normalize("NFKD", character.casefold().translate(_MARKS))
    plain = "".join(c for c in parts if not unicodedata.category(c).startswith("M"))
    return plain.translate(_MARKS).translate(_TO_LATIN)


class _Table(dict[int, str]):
    """The plain form of each character seen so far; `uneven` are those whose form is not one character."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain(chr(code))
        if len(plain) != 1:
            self.uneven.add(chr(code))
        return plain


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The plain form of a text, and for each of its characters, and its end, the offset in the text."""

    text: str
    offsets: Sequence[int]

    def part(self, span: Span) -> "Skeleton":
        """The plain form of a part of the text."""
        if isinstance(self.offsets, range):
            return Skeleton(span.of(self.text), range(len(span) + 1))
        first, last = bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)
        offsets = (offset - span.start for offset in self.offsets[first:last])
        return Skeleton(self.text[first:last], (*offsets, len(span)))

    def span(self, start: int, end: int) -> Span:
        """The characters of the text that the plain ones stand for, with the hidden ones beside them."""
        return Span(self.offsets[start - 1] + 1 if start else 0, self.offsets[end])


def skeleton(text: str) -> Skeleton:
    """The text without hidden characters, accents and case, look-alike letters written in Latin."""
    lines = text.splitlines(keepends=True)  # a line of plain ASCII is translated in a tenth of the time of another
    plain_text = "".join([line.translate(_TABLE) for line in lines])
    if _TABLE.uneven.isdisjoint(text):
        return Skeleton(plain_text, range(len(text) + 1))
    out: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        plain = _TABLE[ord(character)]
        out.append(plain)
        offsets.extend([offset] * len(plain))
    return Skeleton("".join(out), (*offsets, len(text)))
