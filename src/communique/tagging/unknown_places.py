"""Places that no list knows, told by the words around them: "in Putrajaya", "at Palazzo Chigi", "Tarabya'da"."""

from collections.abc import Sequence

from communique.article import Language
from communique.tagging.lexicon import is_name_word, words
from communique.tagging.mentions import PlaceMention
from communique.tagging.tokens import Token, adjoins
from communique.tagging.worded import WordedSentence

_LOCATIVES = ("da", "de", "ta", "te", "daki", "deki", "taki", "teki")
_LEADING = frozenset({"in", "at", "of"})
_LONGEST = 3
_LEAST_AT = 2
_SHORTEST = 3


def unknown_place(sentence: WordedSentence, at: int, language: Language) -> tuple[PlaceMention, int] | None:
    """The place whose name begins with the word at `at`, and the index after it; None where nothing tells of one."""
    tokens = sentence.tokens
    if language == "en" and (not at or tokens[at - 1].key not in _LEADING):
        return None
    end = _end(sentence, at)
    if end == at or any(map(str.isdigit, tokens[end - 1].text)):
        return None
    turkish = language != "en" and tokens[end - 1].suffix.lower() in _LOCATIVES
    if not turkish and not _is_located(tokens, at, end):
        return None
    return PlaceMention(tokens[at].span.to(tokens[end - 1].span)), end


def _end(sentence: WordedSentence, at: int) -> int:
    """The index after the capitalised words from `at` on that may be a place's name."""
    tokens, end = sentence.tokens, at
    while end < len(tokens) and end - at < _LONGEST and _may_name(sentence, end):
        if end > at and (not adjoins(tokens[end]) or not tokens[end - 1].is_open):
            break
        end += 1
    goes_on = end < len(tokens) and end > at and adjoins(tokens[end]) and tokens[end].is_capital
    return at if goes_on and tokens[end - 1].is_open else end


def _may_name(sentence: WordedSentence, at: int) -> bool:
    token = sentence.tokens[at]
    is_word = token.is_capital and not token.is_acronym and len(token.key) >= _SHORTEST and is_name_word(token.key)
    return is_word and token.span.start not in sentence.countries


def _is_located(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the words stand behind "in", or two or more behind "at", and nothing hangs on the last."""
    if not at or not adjoins(tokens[at]) or not tokens[end - 1].is_open:
        return False
    before = tokens[at - 1].key
    if before == "of":
        return at > 1 and tokens[at - 2].key in words("settlements")
    return before == "in" or (before == "at" and end - at >= _LEAST_AT)
