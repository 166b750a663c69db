"""Whether two names are those of one person, body or thing, after folding and without titles."""

from functools import cache, lru_cache

from communique._resources import read_toml
from communique.evaluation.words import ends_with, holds, words_of
from communique.tagging.countries import country_code
from communique.tagging.lexicon import is_office_word, words
from communique.tagging.names.coreference import initials
from communique.tagging.names.titles import bare_name
from communique.tagging.suffixes import split_apostrophe

_TWO = 2


def is_same_name(gold: str, predicted: str) -> bool:
    """Whether the predicted name is gold's, or a shorter form of it: the surname alone, a middle name left out, the
    initials of a body.

    A longer form than gold's is another name: gold has the longest that the article prints.
    """
    full, given = _keys(gold), _keys(predicted)
    if not full or not given:
        return False
    if full == given or "".join(full) == "".join(given):
        return True
    code = country_code(gold)
    if code is not None and code == country_code(predicted):
        return True
    return _is_surname(full, given) or _is_acronym(full, predicted)


def is_same_thing(gold: str, predicted: str) -> bool:
    """Whether two names of things are one: the words of one stand in the other, class words and plurals aside."""
    return holds(gold, predicted) or holds(predicted, gold)


@lru_cache(maxsize=5_000)
def _keys(name: str) -> tuple[str, ...]:
    """The folded words of the name without titles, article, possessive or Turkish suffix, and what a firm is called."""
    stem, suffix = split_apostrophe(name.strip())
    bare = words_of(bare_name(name if " " in suffix else stem))
    named = bare[1:] if len(bare) > 1 and bare[0] == "the" else bare
    return _without_trade(named) or named


def _without_trade(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a legal form behind them and "Turkish company" before them."""
    for form in _trade_words():
        if keys[-len(form) :] == form:
            keys = keys[: -len(form)]
    for at, key in enumerate(keys):
        if (key,) in _trade_words():
            return keys[at + 1 :]
        if country_code(key) is None:
            break
    return keys


@cache
def _trade_words() -> tuple[tuple[str, ...], ...]:
    return tuple(words_of(word) for word in read_toml("evaluation.toml")["trade_words"])


def _is_surname(full: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether the words are the end of the full name, and more than one word of offices ("the Ministry")."""
    own = [key for key in given if key not in words("links")]
    return ends_with(full, given) and (len(own) >= _TWO or not is_office_word(given[-1]))


def _is_acronym(full: tuple[str, ...], predicted: str) -> bool:
    short = predicted.strip().replace(".", "")
    return short.isupper() and len(short) >= _TWO and short.lower() == initials(full)
