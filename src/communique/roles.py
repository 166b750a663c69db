"""What a paragraph of a page is: body, heading, caption or boilerplate."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique._resources import read_toml
from communique.datelines import behind_dateline, is_dateline
from communique.passage import Role

_MARKS_AROUND = " \t\r\n\f\v\xa0:;,.!?…*#>»«›‹→▶►•·|-–—_=+[]()\"'“”‘’"
_NUMBER = re.compile(r"\d++")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,80})[)\]]")
_CREDIT_AT_END = re.compile(r"[/|–—-]\s*([^/|–—.-]{1,40})$")
_LONGEST_LINE = 300
_LONGEST_NUMBER = 20
_LONGEST_CAPTION = 500
_LONGEST_HEADING = 160
_FINAL = tuple(".!?…。۔؟:;,")
_TRAILING = "\"'”’»›)]*"


def fold(line: str) -> str:
    """The line in lower case, with I, İ and ı all as i, and one space for each white space."""
    plain = line if line.isascii() else line.replace("İ", "i").replace("ı", "i")
    return " ".join(plain.lower().split())


@cache
def _folded(table: str) -> tuple[str, ...]:
    return tuple(fold(entry) for entry in read_toml("boilerplate.toml")[table])


@cache
def _folded_set(table: str) -> frozenset[str]:
    return frozenset(_folded(table))


def _bare(folded: str) -> str:
    return folded.strip(_MARKS_AROUND)


def _begins(folded: str, table: str) -> bool:
    """Whether an entry begins the line and ends there with a whole word."""
    line = folded.lstrip("*#>»→▶►•·|-–—[( ").replace(" :", ":")
    if not line.startswith(_folded(table)):
        return False
    return any(line.startswith(entry) and not line[len(entry) : len(entry) + 1].isalnum() for entry in _folded(table))


def is_boilerplate(line: str) -> bool:
    """Whether the line is a button, a link to another article, a notice or a reading time."""
    return len(line) <= _LONGEST_LINE and _is_boilerplate(fold(line))


def _is_boilerplate(folded: str) -> bool:
    return _is_line(_bare(folded)) or _begins(folded, "starts")


def _is_line(bare: str) -> bool:
    """Whether the line is one of those listed, its numbers apart."""
    if bare in _folded_set("lines"):
        return True
    return len(bare) <= _longest_count() and _NUMBER.sub("0", bare) in _folded_set("counts")


@cache
def _longest_count() -> int:
    return _LONGEST_NUMBER + max(map(len, _folded("counts")))


def _opens_block(line: str) -> bool:
    """Whether the line is the heading of a block of links or of a comment form."""
    return len(line) <= _LONGEST_HEADING and _bare(fold(line)) in _folded_set("blocks")


def _names_places_or_credit(folded: str) -> bool:
    """Whether the line tells where people stand in a photo, "(L)", or ends with a credit."""
    brackets = list(_BRACKETED.finditer(folded)) if "(" in folded or "[" in folded else []
    if any(_NUMBER.sub("0", match.group(1).strip()) in _folded_set("caption_places") for match in brackets):
        return True
    return _ends_with_credit(folded, brackets)


def _ends_with_credit(folded: str, brackets: Sequence[re.Match[str]]) -> bool:
    """Whether the line ends with "[… via Getty Images]", "(AP Photo/…)" or "… / AFP"."""
    line = folded.rstrip(" .")
    if brackets and brackets[-1].end() >= len(line):
        return _names_credit(brackets[-1].group(1))
    match = _CREDIT_AT_END.search(line[-60:])
    return match is not None and match.group(1).strip() in _folded_set("caption_credits")


def _names_credit(words: str) -> bool:
    padded = f" {re.sub(r'[^0-9a-zçğöşü]+', ' ', words)} "
    return any(f" {credit} " in padded for credit in _folded("caption_credits"))


def _is_title_shaped(line: str) -> bool:
    """Whether the line is short and without final punctuation."""
    return len(line) <= _LONGEST_HEADING and not line.rstrip().rstrip(_TRAILING).endswith(_FINAL)


def _line_role(line: str) -> Role:
    if len(line) > _LONGEST_CAPTION:
        return "body"
    folded = fold(line)
    if len(line) <= _LONGEST_LINE and _is_boilerplate(folded):
        return "boilerplate"
    if _begins(folded, "caption_starts"):
        return "caption"
    if is_dateline(line):
        return "heading"
    if _names_places_or_credit(folded):
        return "caption"
    return "heading" if _is_title_shaped(line) and not behind_dateline(line) else "body"


def _blocks(lines: Sequence[str], roles: Sequence[Role]) -> Iterator[int]:
    """The indexes of lines in a block of links: to the end of the page, once more text stands before the block than
    behind it."""
    behind = sum(len(line) for line in lines)
    before = body = 0
    inside = False
    for index, line in enumerate(lines):
        behind -= len(line)
        if _opens_block(line):
            inside = body > 0 and before >= behind
            yield index
        elif inside:
            yield index
        before += len(line)
        body += roles[index] == "body"


def paragraph_roles(lines: Sequence[str]) -> list[Role]:
    """The role of each paragraph of an article, in order. A last line or an only line is no heading."""
    roles = [_line_role(line) for line in lines]
    for index in _blocks(lines, roles):
        roles[index] = "boilerplate"
    _end_with_body(lines, roles)
    return roles


def _end_with_body(lines: Sequence[str], roles: list[Role]) -> None:
    """A heading without text behind it is text, unless it is a dateline."""
    for index in reversed(range(len(roles))):
        if roles[index] == "body":
            return
        if roles[index] == "heading" and not is_dateline(lines[index]):
            roles[index] = "body"
            return
