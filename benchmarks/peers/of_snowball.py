"""The snowball stemmer for Turkish, over the words of a text in lower case, dotted and dotless i kept apart."""

import re

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("turkish")
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def stem_is_name(text: str, name: str) -> bool:
    """Whether some words of the text, the last of them stemmed, are the name."""
    return _stands(text, _lower(name))


def stems_agree(text: str, name: str) -> bool:
    """Whether some words of the text and the name have the same stems."""
    *first, last = _lower(name).split()
    return _stands(text, " ".join([*first, _stem(last)]))


def _stands(text: str, wanted: str) -> bool:
    words = _WORD.findall(_lower(text))
    length = len(wanted.split())
    runs = (words[at : at + length] for at in range(len(words) - length + 1))
    return any(" ".join([*run[:-1], _stem(run[-1])]) == wanted for run in runs)


def _lower(words: str) -> str:
    return words.replace("İ", "i").replace("I", "ı").lower()


def _stem(word: str) -> str:
    stemmed: str = _STEMMER.stemWord(word.replace("’", "'"))
    return stemmed
