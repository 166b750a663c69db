"""Who or what a text names only to say that it was another: "not two", "instead of Ankara", "Ankara'da değil"."""

import re

from communique.late_patterns import late
from communique.spans import Span

_BEFORE, _BEHIND = 40, 24
_DENIED = late(
    r"(?:(?P<verb>\w+(?:['’]t)?)[ ]+)?(?<!\w)(?:not|(?:instead[ ]of|rather[ ]than)(?:[ ]\w+ing)?)[ ]+"
    r"(?:(?:in|on|at|from|to|for|with|the|an?)[ ]+){0,2}$",
    re.IGNORECASE,
)
_ASKING = frozenset(("or", "if", "whether", "why"))
"""What makes "not" no denial: "2,000 if not 3,000"."""
_AUXILIARY = frozenset(
    ("do", "does", "did", "has", "have", "had", "could", "would", "will", "can", "should", "may", "might", "must")
)
"""What "not" denies a deed with, so that words of time may stand between: "could not on Friday confirm"."""
_DENIED_BEHIND = late(
    r"(?:['’]?[^\W\d_]{1,6})?[ ]+(?:(?:gün\w*|ile)[ ]+)?(?:değil|yerine(?![ ]+(?:get|gel)))(?!\w)", re.IGNORECASE
)
_ONLY = late(r"(?<!\w)(?:sadece|yalnız|yalnızca|salt)[ ]+$", re.IGNORECASE)


def is_excluded(text: str, language: str, span: Span) -> bool:
    """Whether the words beside the span deny it: "three, not two"; in Turkish "iki değil üç" and "iki yerine üç"."""
    if language == "tr":
        denied = _DENIED_BEHIND.match(text, span.end, span.end + _BEHIND)
        return denied is not None and _ONLY.search(text, max(0, span.start - _BEFORE), span.start) is None
    match = _DENIED.search(text, max(0, span.start - _BEFORE), span.start)
    return match is not None and (match["verb"] or "").lower() not in _ASKING | _AUXILIARY
