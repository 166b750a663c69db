"""Clauses that somebody does not say, cut out of a sentence that says so: "I cannot say that we are satisfied"."""

import re
from functools import cache

from communique._resources import read_toml
from communique.late_patterns import late
from communique.spans import Span

_LONGEST_LED, _LONGEST_TAIL = 80, 40
_NEGATED = late(
    r"(?:\b(?:not|never|cannot|hardly|nor|nobody|no\s+one|nothing)|n['’]t)\s+(?:\w+ly\s+|ever\s+|be\s+|have\s+|been\s+)*"
    r"(?P<verb>[a-z]+)(?P<whom>\s+\w+)?(?:\s+that)?\s+\Z",
    re.IGNORECASE,
)
_DOUBTED = late(r"(?<!\w)(?P<verb>[a-z]+)(?:\s+that)?\s+\Z", re.IGNORECASE)
_BEHIND = late(r"\s+(?:diye\s+)?(?P<verb>\w+(?:\s+\w+)?)")


@cache
def _verbs(language: str, name: str) -> re.Pattern[str]:
    words: list[str] = read_toml(f"quotes.{language}.toml")[name]
    return re.compile("|".join(word.replace("*", r"\w*") for word in words), re.IGNORECASE)


def withheld(text: str, span: Span, language: str) -> Span | None:
    """The span with the words that take it back, None where none do."""
    if language == "tr":
        found = _BEHIND.match(text, span.end, span.end + _LONGEST_TAIL)
        verbs = _verbs("tr", "withholding")
        match = found and verbs.match(text, found.start("verb"), found.end())
        return Span(span.start, match.end()) if match else None
    start = max(0, span.start - _LONGEST_LED)
    for pattern, name in ((_NEGATED, "asserting"), (_DOUBTED, "withholding")):
        led = pattern.search(text, start, span.start)
        if led and _verbs("en", name).fullmatch(led["verb"]):
            return Span(led.start(), span.end)
    return None
