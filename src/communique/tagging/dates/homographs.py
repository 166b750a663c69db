"""Words that look like dates and are none: "pazarda" (the market), "Martin", "Eylül Kaya", "her salı", "may"."""

import re
from collections.abc import Iterator

from communique.late_patterns import late
from communique.tagging.dates.lexicon import Lexicon, Rule

_WORD = late(r"[^\W\d_]+")
_PREVIOUS = late(r"([\w'.]+) {1,2}\Z")
_NEXT = late(r" {1,2}([^\W\d_]+)(?!')")
_MATE_AFTER = late(r"(?: {0,2}[-–/,] {0,2}| {1,2}(?:ve|ile|veya|ila) {1,2})([^\W\d_]+)")
_MATE_NEXT = late(r"(?<=[dt][ae]n) {1,2}([^\W\d_]+)")
_NTH = late(
    r"(?<=[ıiuü]n) {1,2}(?:ilk|son|birinci|ikinci|üçüncü|dördüncü) {1,2}(?:hafta|pazar|salı|çarşamba|perşembe|cuma)"
)
_MATE_BEFORE = late(
    r"(?<![^\W\d_])([^\W\d_]+)(?: {0,2}[-–/,] {0,2}| {1,2}(?:ve|ile|veya|ila) {1,2}|(?<=[dt][ae]n) {1,2})\Z"
)
_SURE = late(r" (?:günü|günleri|gün$|gecesi|sabahı|akşamı|ayı|ayları)|^(?:geçen|geçtiğimiz|önümüzdeki|gelecek) ")
_OWNER = late(r"yıl(?:ın)?ın|senenin|\d+'?n?[ıiuü]n")
_POSSESSIVE = late(r"s?[ıiuü](?:n[dt].*)?")
_FRONT, _BACK = frozenset("eiöü"), frozenset("aıou")
_AT_MARKET = late(r"pazar'?da(?:ki)?(?!\w)")
_LOOK, _SHORTEST = 24, 3


def is_homograph(text: str, words: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the match holds a word that is also no date ("may", "pazar") and stands here as such."""
    capital = lexicon.designations["capital"]
    return not _SURE.search(match[0]) and any(
        stem in capital and _is_common(text, words, word, stem, lexicon)
        for word in _WORD.finditer(words, *match.span())
        if (stem := _stem(word[0], lexicon))
    )


def is_other_word(text: str, words: str, match: re.Match[str], rule: Rule, case: str, lexicon: Lexicon) -> bool:
    """Whether an ending does not fit its word, or the words around a bare month or weekday make it another thing."""
    previous = _previous(words, match)
    if previous in lexicon.designations.get("every", ()):
        return True
    if not lexicon.cases:
        return False
    if rule.reading != "holiday" and not all(_agrees(*parts) for parts in _inflected(words, match, case, lexicon)):
        return True
    if rule.proper:
        return _is_small(text, words, match, lexicon)
    return rule.bare and (
        _is_counted(previous, rule, lexicon)
        or (_POSSESSIVE.fullmatch(case) is not None and not _OWNER.fullmatch(previous))
        or _is_named(text, words, match, rule, lexicon)
    )


def _previous(words: str, match: re.Match[str]) -> str:
    before = _PREVIOUS.search(words, max(0, match.start() - _LOOK), match.start())
    return before[1] if before else ""


def _stem(word: str, lexicon: Lexicon) -> str:
    """The longest month or weekday that the word begins with; English words have no endings and are their own."""
    names = (lexicon.slots["month"], lexicon.slots["weekday"])
    sizes = range(len(word), (_SHORTEST if lexicon.cases else len(word)) - 1, -1)
    return next((word[:size] for size in sizes if any(word[:size] in table for table in names)), "")


def _is_common(text: str, words: str, word: re.Match[str], stem: str, lexicon: Lexicon) -> bool:
    written = text[word.start() : word.end()]
    inflected = word[0] != stem and not written.isupper()
    at_market = _AT_MARKET.match(words, word.start()) is not None
    return at_market or ((written[0].islower() or inflected) and not _has_mate(words, word, lexicon))


def _has_mate(words: str, word: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether another month or weekday stands beside it: "ocak-mart", "pazardan salıya", or an ordinal."""
    mates = (
        _MATE_NEXT.match(words, word.end()),
        _MATE_AFTER.match(words, word.end()),
        _MATE_BEFORE.search(words, max(0, word.start() - _LOOK), word.start()),
    )
    return bool(_NTH.match(words, word.end())) or any(mate and _stem(mate[1], lexicon) for mate in mates)


def _inflected(words: str, match: re.Match[str], case: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The stems and endings in the match: that of the whole, and those of its months and weekdays."""
    if case:
        yield match[0].removesuffix(case), case
    for word in _WORD.finditer(words, *match.span()):
        if stem := _stem(word[0], lexicon):
            yield stem, word[0][len(stem) :]


def _agrees(stem: str, case: str) -> bool:
    """Vowel harmony: an ending without an apostrophe has a front vowel after a front one, else a back one."""
    if case.startswith("'"):
        return True
    ours = next((letter for letter in case if letter in _FRONT or letter in _BACK), "")
    theirs = next((letter for letter in reversed(stem) if not letter.isalpha() or letter in _FRONT | _BACK), "")
    return not (ours and theirs.isalpha()) or case.startswith("k") or (ours in _FRONT) == (theirs in _FRONT)


def _is_small(text: str, words: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    short = lexicon.slots.get("monthabbr", {})
    return any(text[word.start()].islower() for word in _WORD.finditer(words, *match.span()) if word[0] in short)


def _is_counted(previous: str, rule: Rule, lexicon: Lexicon) -> bool:
    """A unit's end that is counted ("5 yıl sonunda") is a duration."""
    return rule.reading == "this" and (previous[-1:].isdigit() or previous in lexicon.slots["num"])


def _is_named(text: str, words: str, match: re.Match[str], rule: Rule, lexicon: Lexicon) -> bool:
    word, follower = match[0], _NEXT.match(words, match.end())
    if " " in word or not follower:
        return False
    designations = lexicon.designations
    if rule.reading == "weekday" and word not in designations["names"]:
        return False
    if follower[1] in designations["compounds"]:
        return True
    name = text[follower.start(1)].isupper() and not text[match.start() : match.end()].isupper()
    bare = any(word in lexicon.slots[table] for table in ("month", "weekday"))
    return bare and name and not _stem(follower[1], lexicon)
