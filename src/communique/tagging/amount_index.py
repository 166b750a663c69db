"""An article's amounts by value, by kind and by the noun they count, to look one up without reading all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from communique.source import fold
from communique.tagging.measures import symbol_of
from communique.tagging.mentions import AmountKind, AmountMention
from communique.tagging.suffixes import inflection_of

_LETTERS = 3
_HUNDREDTHS = 100
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person", "feet": "foot",
    "servicemen": "serviceman", "policemen": "policeman", "fishermen": "fisherman", "lives": "life", "knives": "knife",
    "countrymen": "countryman", "wives": "wife", "halves": "half", "crises": "crisis", "bases": "base",
}  # fmt: skip


def key_of(mention: AmountMention) -> float:
    """The value to compare by: hundredths of a currency as parts of it."""
    value = mention.value / _HUNDREDTHS if mention.kind == "money" and mention.unit else mention.value
    return round(value, 6) if abs(value) < 1e6 else float(f"{value:.12g}")  # noqa: PLR2004 - as many digits as are printed


def same_number(one: AmountMention, other: AmountMention) -> bool:
    """Whether both values agree, and both upper ends; the end of a range alone is not the range."""
    if (one.maximum is None) != (other.maximum is None) or key_of(one) != key_of(other):
        return False
    return one.maximum is None or other.maximum is None or abs(one.maximum - other.maximum) <= 1e-9 * abs(one.maximum)


def same_noun(one: str, other: str) -> bool:
    """Whether two printed nouns or units are the same but for number and case: "km" and "kilometres", "korvetin".

    Vowel harmony is that of the letters as printed: folding makes the ı of "uçağı" an i.
    """
    if (symbol := symbol_of(one)) is not None:
        return symbol == symbol_of(other)
    first, second = _last(one), _last(other)
    if _singular(first) == _singular(second) or inflection_of(first, second) or inflection_of(second, first):
        return True
    printed, other_printed = one.split()[-1:], other.split()[-1:]
    return any(
        inflection_of(base, word) or inflection_of(word, base)
        for base, word in zip(printed, other_printed, strict=False)
    )


def _last(words: str) -> str:
    return fold(words).split()[-1] if words.strip() else ""


def _singular(noun: str) -> str:
    """The singular of an English noun in lower case; another word is given back as it is."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > len("flies") - 1:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


class AmountIndex:
    """The amounts of one article."""

    def __init__(self, amounts: tuple[AmountMention, ...]) -> None:
        self._values: dict[float, list[AmountMention]] = defaultdict(list)
        self._kinds: dict[AmountKind, list[AmountMention]] = defaultdict(list)
        self._nouns: dict[str, list[AmountMention]] = defaultdict(list)
        for mention in amounts:
            self._values[key_of(mention)].append(mention)
            self._kinds[mention.kind].append(mention)
            if mention.kind == "count":
                self._nouns[_initials(mention.unit or "")].append(mention)

    def of_value(self, claimed: AmountMention) -> Iterable[AmountMention]:
        """The amounts with the claimed number."""
        return self._values.get(key_of(claimed), ())

    def of_kind(self, kind: AmountKind) -> Iterable[AmountMention]:
        """The amounts of a kind."""
        return self._kinds.get(kind, ())

    def of_noun(self, noun: str) -> Iterator[AmountMention]:
        """The counts of a noun."""
        return (mention for mention in self._nouns.get(_initials(noun), ()) if same_noun(noun, mention.unit or ""))


def _initials(noun: str) -> str:
    return symbol_of(noun) or _last(noun)[:_LETTERS]
