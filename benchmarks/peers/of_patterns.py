"""Patterns of a few lines, as anybody would write them first: what a tool has to be better than."""

import re

from benchmarks.finds import FoundQuote

_QUOTE = re.compile(r'“([^“”]+)[”"]|"([^"“”]+)"')
_SAID = r"(?:said|says|told|added|wrote|tweeted|explained|argued|asked|noted|stated|continued)"
_NAME = r"((?:[A-Z][\w.’'-]+ ?){1,4}|he|she|they)"
_AFTER = re.compile(rf"^[,.]?\W{{0,3}}(?:{_SAID} {_NAME}|{_NAME} {_SAID})")
_BEFORE = re.compile(rf"{_NAME},? {_SAID}\b[^.“\"]{{0,30}}$")
_WINDOW = 80
_MONEY = re.compile(
    r"(?:\d[\d.,]*\s*)(?:(?:bin|milyon|milyar|trilyon)\s*)*(?:TL|lira|dolar|euro|avro|sterlin|\$|€)\w*"
    r"|[$€]\s*\d[\d.,]*(?:\s*(?:bin|milyon|milyar|trilyon))*"
)


def has_name(text: str, name: str) -> bool:
    """Whether the words of the name stand in the text after cutting each word at its apostrophe."""
    words = [re.split("['’]", word)[0] for word in re.findall(r"[\w'’.&-]+", text)]
    parts = name.split()
    return any(
        [*(word.rstrip(".,") for word in words[at : at + len(parts)])] == parts
        for at in range(len(words) - len(parts) + 1)
    )


def find_quotes(text: str) -> list[FoundQuote]:
    """What stands between quotation marks, and the name beside a verb of saying next to it."""
    found = []
    for match in _QUOTE.finditer(text):
        after = _AFTER.search(text[match.end() : match.end() + _WINDOW])
        before = _BEFORE.search(text[max(0, match.start() - _WINDOW) : match.start()])
        cue = after or before
        speaker = next((group for group in cue.groups() if group), None) if cue else None
        start, end = match.span(match.lastindex or 0)
        found.append(FoundQuote(start, end, direct=True, speaker=speaker))
    return found


def find_spans(text: str, _language: str, kind: str) -> list[tuple[int, int]] | None:
    """Digits with a Turkish word or sign of a currency."""
    return [match.span() for match in _MONEY.finditer(text)] if kind == "money" else None
