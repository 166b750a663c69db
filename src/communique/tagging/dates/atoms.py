"""Date expressions as they stand in the text: a form's words and their reading."""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from communique.tagging.dates.building import reading_of
from communique.tagging.dates.homographs import is_homograph, is_other_word
from communique.tagging.dates.lexicon import Lexicon, Rule
from communique.tagging.dates.readings import Reading
from communique.tagging.dates.scanning import starts_of

_NUMBERS = re.compile(r"\d+(?: ?[-–—/~] ?\d+)*")
_FREE = re.compile(r"(?<![\w$€£₺#.,])(?<!\d:)(?<!\d/)(?<!/(?=\d))(?!(?<=\w-)(?!(?:19|20)\d\d-\d\d-\d\d(?!\d))\d)")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'-]*)[^\w\n]{0,2}\Z")
_WORD_AFTER = re.compile(r"[ -]{1,2}([^\W\d_]+)")
_RATIO = re.compile(r"[%°]| ?/")
_DIGIT = re.compile(r"\d")
_MINUS = re.compile(r"\d +[-–] +\Z")
_SPACE = re.compile(r"[^\S\n ]")
_LINE = re.compile(r"\n(?! {0,8}\n)")
_CLAUSE = re.compile(r"[^\n.,;:!?()“”\"]*\Z")
_LOOK, _RANKED = 24, 48
_TURKISH = (("I", "ı"), ("İ", "i"))
_SAME = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("‐", "-"), ("‑", "-"), ("\u2212", "-"))


class Atom(NamedTuple):
    """One expression [start, end) of the folded text; `needs` tells that it means nothing without its neighbour."""

    start: int
    end: int
    reading: Reading
    needs: bool = False
    case: str = ""
    edge: int = 0


def folded(text: str, *, turkish: bool) -> str:
    """The text in lower case, of the same length: a blank for each white space, a line feed where a paragraph ends."""
    plain = text
    for letter, same in (_TURKISH + _SAME) if turkish else _SAME:
        plain = plain.replace(letter, same)
    lowered = plain.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)
    return _LINE.sub(" ", _SPACE.sub(" ", lowered))


def atoms_of(text: str, words: str, lexicon: Lexicon) -> Iterator[Atom]:
    """The expressions of the folded text `words`, in order and apart from one another."""
    for rule, match in _matches(words, lexicon):
        slots = lexicon.filled(match)
        case = str(slots.get("case", ""))
        if is_other_word(text, words, match, rule, case, lexicon) or not _stands(text, words, match, rule, lexicon):
            continue
        if rule.reading == "later" and _measures(words, match.start(), lexicon):
            continue
        reading = reading_of(rule.reading, slots | {"day_first": int(lexicon.day_first)})
        if reading is not None:
            edge = cast("int", slots.get("edge", 0))
            yield Atom(match.start(), match.end(), reading, rule.needs, _case(case, lexicon), edge)


def _matches(words: str, lexicon: Lexicon) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The forms from left to right, of those at one place the first."""
    position = 0
    for start in starts_of(words, lexicon.vocabulary):
        if start < position or not _FREE.match(words, start):
            continue
        for rule in lexicon.rules_at(words, start):
            if match := rule.pattern.match(words, start):
                position = match.end()
                yield rule, match
                break


def _case(ending: str, lexicon: Lexicon) -> str:
    return next((name for name, pattern in lexicon.cases.items() if pattern.fullmatch(ending)), "")


def _stands(text: str, words: str, match: re.Match[str], rule: Rule, lexicon: Lexicon) -> bool:
    if not (rule.needs or _DIGIT.search(match[0])) and is_homograph(text, words, match, lexicon):
        return False
    if not (rule.capital or rule.prepositions or rule.alone):
        return True
    start, end = match.span()
    before = _WORD_BEFORE.search(words, max(0, start - _LOOK), start)
    word = before[1] if before else ""
    if rule.alone and _is_designated(words, match, word, lexicon):
        return False
    if rule.alone and match[0].isdigit() and not _is_year(words, match):
        return False
    if rule.capital and not lexicon.designations["led"].isdisjoint((words[start:end],)):
        return word in lexicon.designations["prepositions"]
    return not rule.prepositions or " " in words[start:end] or word in lexicon.designations["prepositions"]


def _measures(words: str, start: int, lexicon: Lexicon) -> bool:
    """Whether the words say how long nothing was like it, and name no day: "its largest order in three years"."""
    clause = _CLAUSE.search(words, max(0, start - _RANKED), start)
    said = clause[0].split() if clause else []
    ranks = lexicon.designations.get("ranks", frozenset())
    at = next((place for place in range(len(said) - 1, -1, -1) if said[place] in ranks), None)
    return at is not None and not lexicon.future.search(" ".join(said[at:]))


def _is_designated(words: str, match: re.Match[str], word: str, lexicon: Lexicon) -> bool:
    """Whether a bare number counts or numbers the thing named beside it; words say that they are a date."""
    after = _WORD_AFTER.match(words, match.end())
    if not _NUMBERS.fullmatch(match[0]):
        return False
    return word in lexicon.designations["before"] or bool(after and after[1] in lexicon.designations["after"])


def _is_year(words: str, match: re.Match[str]) -> bool:
    if _MINUS.search(words, max(0, match.start() - _LOOK), match.start()):
        return False
    follower = words[match.end() : match.end() + 2]
    if _RATIO.match(words, match.end()) or (follower[:1] in (",", ".", "-") and follower[1:].isdigit()):
        return False
    return 1800 <= int(match[0]) < 2100  # noqa: PLR2004 - years in news
