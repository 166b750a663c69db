"""Which names of an article are one: a surname, a fuller form, an acronym."""

from collections.abc import Iterable, Mapping, Sequence

Key = tuple[str, ...]


def is_shorter_form(short: Key, full: Key) -> bool:
    """Whether `short` keeps the last word of `full` and otherwise only words of it, in order."""
    rest = iter(full)
    return bool(short) and short[-1] == full[-1] and all(word in rest for word in short)


def entities(keys: Iterable[Key]) -> Mapping[Key, int]:
    """The number of each name's entity; a form that fits two fuller names is an entity of its own."""
    numbers: dict[Key, int] = {}
    roots: dict[int, Key] = {}
    for key in sorted(dict.fromkeys(keys), key=lambda key: -len(key)):
        fits = [number for number, root in roots.items() if is_shorter_form(key, root)]
        numbers[key] = fits[0] if len(fits) == 1 else len(roots)
        roots.setdefault(numbers[key], key)
    return numbers


def initials(key: Sequence[str]) -> str:
    """The first letters of the words, hyphenated words counted by part."""
    return "".join(part[0] for word in key for part in word.split("-") if part)
