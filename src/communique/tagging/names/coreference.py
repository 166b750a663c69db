"""Which names of an article are one: a surname, a fuller form, an acronym."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.tagging.lexicon import words

Key = tuple[str, ...]


def is_shorter_form(short: Key, full: Key) -> bool:
    """Whether `short` keeps the last word of `full` and otherwise only words of it, in order."""
    rest = iter(full)
    return bool(short) and short[-1] == full[-1] and all(word in rest for word in short)


def entities(keys: Iterable[Key]) -> Mapping[Key, int]:
    """The number of each name's entity: by its last word, or by the first ones ("Azlan", "Nasser bin Salim").

    A form that fits two fuller names is an entity of its own.
    """
    numbers: dict[Key, int] = {}
    roots: dict[tuple[str, str], list[Key]] = defaultdict(list)
    given: dict[str, list[Key]] = defaultdict(list)
    count = 0
    for key in sorted(dict.fromkeys(keys), key=lambda key: -len(key)):
        fits = [root for root in roots[key[0], key[-1]] if is_shorter_form(key, root)]
        fits = fits or ([root for root in given[key[0]] if root[: len(key)] == key] if len(key) > 1 else given[key[0]])
        if len({numbers[root] for root in fits}) == 1:
            numbers[key] = numbers[fits[0]]
            continue
        for form in (key, without_article(key)):
            numbers.setdefault(form, count)
            for word in set(form):
                roots[word, form[-1]].append(form)
        count += 1
        given[key[0]].append(key)
    return numbers


def without_article(key: Key) -> Key:
    """The name without the Arabic article of its last word: "Omar el-Rashid" as "Omar Rashid"."""
    article, dash, bare = key[-1].partition("-")
    return (*key[:-1], bare) if dash and len(article) == len("el") and article[0] in "aeu" else key


def initials(key: Sequence[str]) -> str:
    """The first letters of the words without links, hyphenated words counted by part."""
    return "".join(part[0] for word in key if word not in words("links") for part in word.split("-") if part)
