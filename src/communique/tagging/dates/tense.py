"""Whether the words around an expression look back or ahead."""

import re

from communique.tagging.dates.atoms import Atom
from communique.tagging.dates.lexicon import Lexicon
from communique.tagging.dates.readings import Calendar, Holiday, Ordinal
from communique.tagging.dates.recurring import Sense

_REACH = 120
_DOUBTED, _LIKELY, _SURE = 3, 6, 20
_PUT_OFF = re.compile(r"\s(?:kadar\s)?(?:ertele|ötele|bırakıl|sark|kaydırıl|uzatıl|kaldı(?!r))")
"""What is put off to a day lies ahead, though it is told as past: "cumaya ertelendi"."""
_WHEN = re.compile(r"(?:[dt][ae]|günü|gecesi|akşamı|sabahı)$")
_WHEN_BEHIND = re.compile(r" (?:tarih(?:in|lerin)de|gün(?:ü|lerinde))(?!\w)")
_NOUN_OF_VERB = re.compile(r"(?<!\w)\w+m[ae](?:s[ıi]\w*|k|ye|yı|yi)(?!\w)")
"""A verb that somebody decides on or waits for: "15 Haziran'da yapılmasını kararlaştırdı"."""
_AHEAD = re.compile(r"\b(?:will|shall|would|to)\s(?:also\s)?be\s$", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.!?]['\")]* |\n")
_SENTENCE_END = re.compile(r"[.!?;]['\")]* |\n")


class Tense:
    """The tense around an expression, looked for when it is first asked for."""

    def __init__(self, atom: Atom, words: str, lexicon: Lexicon, told: int = 0) -> None:
        """`told` is where the date named before ends."""
        self._around = atom, words, lexicon
        self._told = told
        self._found: Sense | None = None

    def __call__(self) -> Sense:
        if self._found is None:
            self._found = sense_at(*self._around)
        return self._found

    def weight(self) -> int:
        """How many times a day against the tense counts: a far one is named with its year, but what "will be" on a day
        is not over. "In February it was" of December differs from "the offer was extended to January"."""
        atom, words, lexicon = self._around
        around = _before(atom, words), _after(atom, words)
        if self() == "future":
            is_doubted = isinstance(atom.reading, Ordinal) or any(map(lexicon.unlike_future.search, around))
            return _DOUBTED if is_doubted else _SURE
        if any(map(lexicon.future.search, around)):
            return _DOUBTED
        is_sure = isinstance(atom.reading, (Calendar, Holiday)) and _is_deed(atom, words, lexicon)
        return _SURE if is_sure else _LIKELY

    def is_before_told(self) -> bool:
        """Whether a date stands before in the sentence, and the next verb is a pluperfect: "bir gün önce alınmıştı"."""
        atom, words, lexicon = self._around
        if lexicon.pluperfect is None or not self._told or atom.start - self._told > _REACH:
            return False
        if _FULL_STOP.search(words, self._told, atom.start):
            return False
        verb = lexicon.past.search(_after(atom, words))
        return verb is not None and lexicon.pluperfect.fullmatch(verb[0]) is not None


def sense_at(atom: Atom, words: str, lexicon: Lexicon) -> Sense:
    """The tense of the sentence's nearest cue: before it in English, after it in Turkish, else beyond."""
    before, after = _before(atom, words), _after(atom, words)
    if lexicon.looks_ahead and atom.case == "dative" and _PUT_OFF.match(after):
        return "future"
    if lexicon.looks_ahead:
        return _first(after, lexicon) or _last(before, lexicon) or "unknown"
    if after.startswith("'s ") and _first(after, lexicon) != "future":
        return "past"
    if lexicon.past.match(after, 1) and not _is_led_to(before, lexicon):
        return "past"
    return _last(before, lexicon) or _first(after, lexicon) or "unknown"


def _is_deed(atom: Atom, words: str, lexicon: Lexicon) -> bool:
    """Whether the date tells when the verb in the past was: "closed on 15 June", "15 Haziran'da kapandı"."""
    if not lexicon.looks_ahead:
        before = _before(atom, words)
        return any(not before[found.end() :].strip() for found in lexicon.past.finditer(before)) or not before.strip()
    after = _after(atom, words)
    verb = lexicon.past.search(after)
    is_when = _WHEN.search(words, atom.start, atom.end) is not None or _WHEN_BEHIND.match(after) is not None
    return is_when and verb is not None and _NOUN_OF_VERB.search(after, 0, verb.start()) is None


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
