"""Half-open intervals [start, end) in Unicode code points of `Article.text`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """The characters from `start` up to and without `end`, in code points of the article's text."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Sets the slots directly: an article has thousands of spans, and this halves the time that each takes."""
        _set_start(self, start)
        _set_end(self, end)
        if not 0 <= start <= end:
            self.__post_init__()

    def __post_init__(self) -> None:
        """Refuses ends out of order; Pydantic, which fills the fields of what it reads itself, calls it too."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words this span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: "Span") -> "Span":
        """The smallest span over both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


_set_start: Callable[[Span, int], None] = vars(Span)["start"].__set__
_set_end: Callable[[Span, int], None] = vars(Span)["end"].__set__


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that overlap or touch as one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in place of the spans' characters, line ends kept: its offsets are the same."""
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += text[at : span.start], "".join(c if c in "\r\n" else " " for c in span.of(text))
        at = span.end
    return "".join((*parts, text[at:])) if parts else text
