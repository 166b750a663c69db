"""Where sentences end inside one paragraph.

The rules are our own: the `sentencex` library needs quadratic time on a run of opening quotation marks (31 s for 400
kB), and splits after "Org.", "Sn.", "5. kez" and "5 p.m. Monday", so that most of its answers would have to be mended.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from communique._resources import read_toml
from communique.article import Language
from communique.quotation_marks import quotations
from communique.spans import Span

_STOP = re.compile(r"[.!?…。۔؟！？]++[\"'”’»›)\]]*+")
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W\d_]+)*+")
_BEFORE_TOKEN = re.compile(r"[\s\"'“‘«‹(\[/–—-]")
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_MARKS = ".!?…。۔؟！？"
_CLOSERS = "\"'”’»›)]"
_OPENERS = "\"'“‘«‹(["
_TOKEN_LENGTH = 24
_WORD_LENGTH = 40
_LONG_QUOTATION = 400
_WORDS_TO_SAYING = 5
_ORDINAL_DIGITS = 3
_WHOLE_WORD = 5
_GLUED_WORD = 2


class _Stop(NamedTuple):
    """A full stop (or ?, !, …) in its surroundings: `token` stands before it, `word` after the white space."""

    mark: str
    closers: str
    token: str
    word: str
    first: bool
    language: Language


@cache
def _words(*tables: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in read_toml("abbreviations.toml")[table])


def _listed(token: str, *tables: str) -> bool:
    words = _words(*tables)
    return token in words or (token[:1].lower() + token[1:]) in words


def _is_title(stop: _Stop) -> bool:
    """Whether the stop belongs to "Gen." or "Lt.Gen."."""
    return _listed(stop.token, "never") or all(_listed(part, "never") for part in stop.token.split("."))


def _is_numbered(stop: _Stop) -> bool:
    """Whether the stop belongs to "No. 5" or "Jan. 30"."""
    return stop.word[:1].isdigit() and _listed(stop.token, "before_number")


def _is_clock(stop: _Stop) -> bool:
    """Whether the stop belongs to "5 p.m. Monday"."""
    return _listed(stop.token, "clock") and stop.word in _words("after_clock")


def _is_abbreviation(stop: _Stop) -> bool:
    """Whether the stop belongs to "Inc.", "U.S." or an initial, before a word that begins no sentence."""
    if _listed(stop.token, "clock") or stop.word in _words("starters"):
        return False
    initial = len(stop.token) == 1 and stop.token.isupper()
    return initial or _listed(stop.token, "sometimes") or _ACRONYM.fullmatch(stop.token) is not None


def _is_ordinal(stop: _Stop) -> bool:
    """Whether the stop belongs to an ordinal: "5. kez", "II. Dönem", or the number of a list item."""
    if not (stop.token.isdecimal() and len(stop.token) <= _ORDINAL_DIGITS) and not _ROMAN.fullmatch(stop.token):
        return False
    return stop.first or (stop.language != "en" and stop.word not in _words("starters"))


def _goes_on(stop: _Stop) -> bool:
    """Whether a lower-case word follows; after a whole word of five letters that is only a slip of the writer."""
    if not stop.word[:1].islower():
        return False
    whole = len(stop.token) >= _WHOLE_WORD and stop.token.isalpha() and stop.token.islower()
    return not (whole and stop.mark == "." and not stop.closers)


_ABBREVIATED = ("never", "before_number", "clock", "sometimes")
_INNER: tuple[Callable[[_Stop], bool], ...] = (
    _is_title,
    _is_numbered,
    _is_clock,
    _is_abbreviation,
    _is_ordinal,
)


def _ends_sentence(stop: _Stop) -> bool:
    if _goes_on(stop):
        return False
    return stop.mark != "." or _is_plain(stop.token) or not any(rule(stop) for rule in _INNER)


def _is_plain(token: str) -> bool:
    """Whether the token is a whole word that no rule for a stop within a sentence looks at."""
    return len(token) > 1 and token.isalpha() and not token.isupper() and not _listed(token, *_ABBREVIATED)


def _token_before(text: str, end: int) -> str:
    """The characters before `end` back to white space or an opening mark."""
    return _BEFORE_TOKEN.split(text[max(0, end - _TOKEN_LENGTH) : end])[-1]


def _word_after(text: str, start: int) -> str:
    while start < len(text) and (text[start].isspace() or text[start] in _OPENERS):
        start += 1
    match = _WORD.match(text, start, start + _WORD_LENGTH)
    return match.group() if match else ""


def _is_glued(text: str, mark: re.Match[str]) -> bool:
    """Whether "nations.Pakistan, Turkiye" lost the space between two sentences."""
    if mark.group() not in {".", "?", "!"}:
        return False
    token, word = _token_before(text, mark.start()), _WORD.match(text, mark.end(), mark.end() + _WORD_LENGTH)
    whole = len(token) >= _GLUED_WORD and token.isalpha() and token[1:].islower()
    if word is None or not whole or _listed(token, "never"):
        return False
    found = word.group()
    return found[0].isupper() and found[1:].islower() and text[word.end() : word.end() + 1] not in {".", "/", "@", "_"}


def _is_said(text: str, start: int) -> bool:
    """Whether a verb of saying stands in the next few words: “… win.” General Bajwa said."""
    words = re.split(r"[\s,]+", text[start : start + 80].strip())[:_WORDS_TO_SAYING]
    for word in words:
        if word.rstrip(".:;") in _words("saying"):
            return True
        if word.endswith((".", "?", "!", ":")) or word[:1] in _OPENERS:
            return False
    return False


def _is_whole(text: str, quotation: Span) -> bool:
    """Whether no sentence ends inside the quotation: it is short, or its own sentence goes on after it."""
    if len(quotation) <= _LONG_QUOTATION:
        return True
    closed = text[quotation.end - 3 : quotation.end].rstrip(_CLOSERS)[-1:] in _MARKS
    return not closed or _word_after(text, quotation.end)[:1].islower() or _is_said(text, quotation.end)


def _stop(text: str, start: int, mark: re.Match[str], language: Language) -> _Stop:
    token = _token_before(text, mark.start())
    return _Stop(
        mark=mark.group().rstrip(_CLOSERS),
        closers=mark.group().lstrip(_MARKS),
        token=token,
        word=_word_after(text, mark.end()),
        first=mark.start() - len(token) == start,
        language=language,
    )


def _splits(text: str, start: int, mark: re.Match[str], language: Language) -> bool:
    """Whether the sentence that begins at `start` ends with `mark`."""
    end = mark.end()
    if end < len(text) and not text[end].isspace():
        return _is_glued(text, mark)
    stop = _stop(text, start, mark, language)
    return _ends_sentence(stop) and not (stop.closers.strip(")]") and _is_said(text, end))


def sentence_spans(text: str, language: Language = "other") -> Iterator[Span]:
    """The sentences of one paragraph, without the white space around them, in order."""
    start = _skip_space(text, 0)
    for mark in _marks_outside(text):
        if _splits(text, start, mark, language):
            yield Span(start, mark.end())
            start = _skip_space(text, mark.end())
    end = len(text.rstrip())
    if start < end:
        yield Span(start, end)


def _marks_outside(text: str) -> Iterator[re.Match[str]]:
    """The marks that may end a sentence: those outside quotations that stay whole."""
    marks = list(_STOP.finditer(text))
    whole = [quotation for quotation in quotations(text) if _is_whole(text, quotation)] if marks else []
    starts = [quotation.start for quotation in whole]
    for mark in marks:
        held = bisect_right(starts, mark.start()) - 1
        if held < 0 or mark.end() >= whole[held].end:
            yield mark


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
