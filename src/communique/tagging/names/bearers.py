"""Who bears the names of an article: its mentions by their words, found without going through all of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from communique.spans import Span
from communique.tagging.lexicon import words as lexicon_words
from communique.tagging.mentions import NameMention
from communique.tagging.names.coreference import initials
from communique.tagging.names.name_words import NameWords

Keys = tuple[str, ...]


class Bearers:
    """The tagged names of an article in text order, with the folded words of each."""

    def __init__(self, words: NameWords, names: Sequence[NameMention]) -> None:
        self.words, self.names = words, names
        self._starts = [name.span.start for name in names]

    def keys(self, mention: NameMention) -> Keys:
        """The folded words of a mention; those joined by a hyphen count apart."""
        first, end = self.words.inside(mention.span)
        return tuple(self.words.keys[first:end])

    def touching(self, span: Span) -> list[NameMention]:
        """The names that share a character with the span."""
        first = max(bisect_left(self._starts, span.start) - 1, 0)
        return [name for name in self.names[first : bisect_left(self._starts, span.end)] if name.span.overlaps(span)]

    def holding(self, span: Span) -> NameMention | None:
        """The name that has this span, or holds it."""
        touching = self.touching(span)
        exact = next((name for name in touching if name.span == span), None)
        return exact or next((name for name in touching if name.span.contains(span)), None)

    @cached_property
    def by_initials(self) -> Mapping[str, Sequence[NameMention]]:
        """The first mention of each body by its initials."""
        found: dict[str, dict[Keys, NameMention]] = defaultdict(dict)
        for name in self.names:
            keys = self.keys(name)
            if name.kind == "organisation" and len(keys) > 1:
                found[initials(keys)].setdefault(keys, name)
        return {short: tuple(forms.values()) for short, forms in found.items()}

    @cached_property
    def _full_persons(self) -> Mapping[str, Mapping[Keys, int]]:
        """The entities of persons with two names or more, by each word of the name, and by its words."""
        found: dict[str, dict[Keys, int]] = defaultdict(dict)
        for name in self.names:
            keys = self.keys(name)
            if name.kind == "person" and len(keys) > 1:
                for key in {keys[0], keys[-1]}:
                    found[key][keys] = name.entity
        return dict(found)

    def surnamed(self, keys: Keys) -> set[int]:
        """The persons whose fuller name ends with these words."""
        full = self._full_persons.get(keys[-1], {})
        return {entity for name, entity in full.items() if len(name) > len(keys) and name[-len(keys) :] == keys}

    def is_full(self, keys: Keys) -> bool:
        """Whether the words are a person's whole name, of two or more."""
        return keys in self._full_persons.get(keys[-1], {})

    def splits(self, keys: Keys) -> bool:
        """Whether one person's full name ends amid the words, and another's begins or ends with the rest."""
        return any(
            one != other
            for cut in range(1, len(keys))
            for one in self._with_edge(keys[:cut], keys, head=False)
            for other in self._with_edge(keys[cut:], keys, head=False) | self._with_edge(keys[cut:], keys, head=True)
        )

    def _with_edge(self, edge: Keys, keys: Keys, *, head: bool) -> set[int]:
        """The persons whose full name begins or ends with the words, and does not hold all of `keys`."""
        full = self._full_persons.get(edge[0] if head else edge[-1], {})
        return {
            entity
            for name, entity in full.items()
            if (name[: len(edge)] if head else name[-len(edge) :]) == edge and not set(keys) <= set(name)
        }


def is_acronym(key: str, written: str) -> bool:
    """Whether the word may stand for a body's initials."""
    return written.isupper() and 2 < len(key) <= 8 and key not in lexicon_words("titles", "function")  # noqa: PLR2004
