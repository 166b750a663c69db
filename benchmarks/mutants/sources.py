"""The texts whose claims are checked: our own articles, and rows of the shared evaluation data."""

import json
import os
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from communique.spans import Span

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "articles"
SNAPSHOTS = ROOT / "tests" / "replay" / "snapshots"
SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", ROOT.parent / "shared")) / "data"

Row = dict[str, Any]
Kind = Literal["name", "date", "quote", "amount", "quantity", "place", "country"]

_PARAGRAPH = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True)
class Text:
    """A text and what is known of it from elsewhere than our taggers.

    `people` holds, for each person of the text, the forms known of the name; `dates` the EDTF values its expressions
    have, with `all_dates` where none is left out. What may be incomplete is looked for in the words of the text too.
    """

    file: str
    key: str
    text: str
    language: Literal["en", "tr"]
    published: date | None = None
    people: tuple[tuple[str, ...], ...] = ()
    dates: frozenset[str] = field(default_factory=frozenset)
    all_dates: bool = False

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of the text that hold anything."""
        breaks = [0, *(end for match in _PARAGRAPH.finditer(self.text) for end in match.span()), len(self.text)]
        spans = (Span(start, end) for start, end in zip(breaks[::2], breaks[1::2], strict=True) if start < end)
        return tuple(span for span in spans if span.of(self.text).strip())

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that holds the code point at `offset`."""
        return next(span for span in self.paragraphs if span.start <= offset < span.end)


@dataclass(frozen=True)
class Truth:
    """Something the text says: `at` is where, `speaker` who said it; without `evidence` the whole text counts."""

    source: Text
    kind: Kind
    value: str
    at: Span
    speaker: str | None = None
    evidence: Span | None = None


def rows(name: str) -> list[Row]:
    """The rows of one shared file; none where it is not there."""
    path = SHARED / f"{name}.dev.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
