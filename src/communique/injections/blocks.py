"""Parts of a text that no reader of a newspaper sees as text: chat turns, comments, code, answers in JSON, encoded
runs.

Each look is linear in the text: what is opened and never closed ends with its line, and is not looked at again.
"""

import re
from collections.abc import Iterator

from communique._resources import read_toml
from communique.injections.skeleton import Skeleton
from communique.late_patterns import late
from communique.spans import Span

_LONGEST = 5000
_TAGS = (
    r"system|instructions?|prompt|assistant|user|article|document|data|output|answer|response|tool\w*|function\w*|script|style|"
    r"iframe|template|hidden|secret|admin|context|sentences?|json|schema|important|thinking|result|untrusted\w*"
)
_UNSEEN = r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0|\shidden\b"
_PAIRS = (
    # a chat turn; behind a token that ends one, another begins
    (
        r"<\|[^|<>\n]{0,40}(?:start|system|user|assistant)[^|<>\n]{0,40}\|>",
        r"<\|[^|<>\n]{0,20}(?:end|eot)[^|<>\n]{0,20}\|>[^\n]*",
    ),
    (r"\[inst\]", r"\[/inst\][^\n]*"),
    (r"<<sys>>", r"<</sys>>[^\n]*"),
    (r"<start_of_turn>", r"<end_of_turn>[^\n]*"),
    (r"(?:<\|[^|<>\n]{1,60}\|>|\[/inst\]|<</sys>>|<end_of_turn>|</?s>|<(?:bos|eos|pad|unk)>)", r"$"),
    # markup that a page does not show
    (r"<!--", r"-->"),
    (rf"</?(?P<tag>{_TAGS})\b[^<>\n]*>", r"</(?P=tag)\s*>"),
    (rf"<(?P<tag>\w{{1,12}})\b[^<>\n]*(?:{_UNSEEN})[^<>\n]*>", r"</(?P=tag)\s*>"),
    (r"```|~~~", r"```|~~~"),
)
_OPENINGS = tuple((late(opening), closing) for opening, closing in _PAIRS)
_KEYS = "|".join(read_toml("injections.toml")["answers"]["keys"])
_LINES = tuple(
    late(pattern, re.MULTILINE)
    for pattern in (
        r"<(?:img|a|input|meta|object|embed)\b[^<>\n]*>",
        r"^[ \t]*\[(?://|comment|_|\^?\w{1,20})\]\s*:[^\n]*",
        r"!\[[^\]\n]{0,200}\]\([^)\n]*\)",
        rf"\"(?:{_KEYS})\\?\"\s*:\s*(?:[\[{{\"\d]|null|true|false)[^\n]*",
    )
)
_ESCAPED = late(r"(?:%[0-9a-f]{2}){10,}|(?:\\u[0-9a-f]{4}){6,}|(?:\\x[0-9a-f]{2}){10,}|(?:&#x?[0-9a-f]{1,6};){8,}")
_OBJECT = late(
    r"[\[{]\s{0,20}(?:\{\s{0,20})?\\?[\"']?[a-z_$][\w$ ]{0,40}\\?[\"']?\s{0,20}:\s{0,20}"
    r"(?:[\[{\"'\d]|null|true|false|none)"
)
_TAGS_RUN = late("[\U000e0000-\U000e007f]{4,}")
_IS_HEX = late(r"[0-9A-Fa-f]{48,}")
_SHORTEST_CODE = 40
_ENCODED = late(rf"(?<![A-Za-z0-9+/.:])[A-Za-z0-9+/]{{{_SHORTEST_CODE},}}={{0,2}}(?![A-Za-z0-9])")
_MIXED = (re.compile("[a-z]"), re.compile("[A-Z]"), re.compile(r"\d"))


def blocks(text: str, plain: Skeleton) -> Iterator[Span]:
    """The blocks of a text; they may overlap."""
    if any(mark in plain.text for mark in '<[{`~\\%&#=*!"'):
        for opening, closing in _OPENINGS if any(mark in plain.text for mark in "<[`~") else ():
            yield from _paired(plain, opening, closing)
        for pattern in _LINES:
            yield from (plain.span(*match.span()) for match in pattern.finditer(plain.text))
        yield from _objects(plain)
    if any(mark in plain.text for mark in "%\\&"):
        yield from (plain.span(*match.span()) for match in _ESCAPED.finditer(plain.text))
    yield from (Span(*match.span()) for match in _TAGS_RUN.finditer(text))
    is_long = max(map(len, text.split()), default=0) >= _SHORTEST_CODE
    for match in _ENCODED.finditer(text) if is_long else ():
        if _IS_HEX.fullmatch(match.group()) or all(kind.search(match.group()) for kind in _MIXED):
            yield Span(*match.span())


def _paired(plain: Skeleton, opening: re.Pattern[str], closing: str) -> Iterator[Span]:
    """From each opening to what closes it, else to the line's end."""
    end = 0
    for match in opening.finditer(plain.text):
        if match.start() < end:
            continue
        ends = closing.replace("(?P=tag)", match.groupdict().get("tag") or "")
        closed = re.compile(ends).search(plain.text, match.end(), match.end() + _LONGEST) if ends != "$" else None
        end = closed.end() if closed else _line_end(plain.text, match.end())
        yield plain.span(match.start(), end)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _objects(plain: Skeleton) -> Iterator[Span]:
    """JSON objects, from the bracket that opens to the one that closes, else to the line's end."""
    end = 0
    found = [match.start() for match in _OBJECT.finditer(plain.text)]
    closings = _closings(plain.text) if found else {}
    for start in found:
        if start >= end:
            end = closings.get(start) or _line_end(plain.text, start)
            yield plain.span(start, end)


def _closings(text: str) -> dict[int, int]:
    """Where the bracket that closes each opening one ends."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for bracket in re.finditer(r"[\[\]{}]", text):
        if bracket.group() in "[{":
            opened.append(bracket.start())
        elif opened:
            closed[opened.pop()] = bracket.end()
    return closed
