"""Whether the words around an expression look back or ahead."""

import re

from communique.tagging.dates.atoms import Atom
from communique.tagging.dates.lexicon import Lexicon
from communique.tagging.dates.recurring import Sense

_REACH = 120
_AHEAD = re.compile(r"\b(?:will|shall|would|to)\s(?:also\s)?be\s$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;]['\")]* |\n")


class Tense:
    """The tense around an expression, looked for when it is first asked for."""

    def __init__(self, atom: Atom, words: str, lexicon: Lexicon) -> None:
        self._around = atom, words, lexicon
        self._found: Sense | None = None

    def __call__(self) -> Sense:
        if self._found is None:
            self._found = sense_at(*self._around)
        return self._found

    def is_certain(self) -> bool:
        """Whether the sentence has no cue that looks ahead."""
        atom, words, lexicon = self._around
        return not any(map(lexicon.future.search, (_before(atom, words), _after(atom, words))))


def sense_at(atom: Atom, words: str, lexicon: Lexicon) -> Sense:
    """The tense of the sentence's nearest cue: before it in English, after it in Turkish, else beyond."""
    before, after = _before(atom, words), _after(atom, words)
    if lexicon.looks_ahead:
        return _first(after, lexicon) or _last(before, lexicon) or "unknown"
    if after.startswith("'s ") and _first(after, lexicon) != "future":
        return "past"
    if lexicon.past.match(after, 1) and not _is_led_to(before, lexicon):
        return "past"
    return _last(before, lexicon) or _first(after, lexicon) or "unknown"


def _is_led_to(before: str, lexicon: Lexicon) -> bool:
    """Whether a cue that looks ahead stands right before: "planned for Friday was"."""
    return any(not before[found.end() :].strip() for found in lexicon.future.finditer(before))


def _before(atom: Atom, words: str) -> str:
    text = words[max(0, atom.start - _REACH) : atom.start]
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    return text[ends[-1] :] if ends else text


def _after(atom: Atom, words: str) -> str:
    text = words[atom.end : atom.end + _REACH]
    end = _SENTENCE_END.search(text)
    return text[: end.start()] if end else text


def _last(text: str, lexicon: Lexicon) -> Sense | None:
    ahead = max((found.end() for found in lexicon.future.finditer(text)), default=-1)
    back = max(
        (found.end() for found in lexicon.past.finditer(text) if not _is_governed(text, found.start())), default=-1
    )
    return _winner(ahead, back)


def _is_governed(text: str, start: int) -> bool:
    """Whether the participle that starts there stands in a future: "will be shipped"."""
    return _AHEAD.search(text, 0, start) is not None


def _first(text: str, lexicon: Lexicon) -> Sense | None:
    ahead, back = lexicon.future.search(text), lexicon.past.search(text)
    return _winner(-ahead.start() if ahead else -_REACH - 1, -back.start() if back else -_REACH - 1, floor=-_REACH)


def _winner(ahead: int, back: int, floor: int = 0) -> Sense | None:
    if max(ahead, back) < floor:
        return None
    return "future" if ahead >= back else "past"
