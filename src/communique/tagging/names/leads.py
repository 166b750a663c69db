"""Who opened the sentence before, where a pronoun goes on with it: "He also met X", "She will then travel to Y"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention
from communique.tagging.names.facts import Facts, listed
from communique.tagging.tokens import Token

_LEADING, _LONGEST = 6, 7
_CLOSING = ("”", '"', "’", "'")
_SUBJECTS = frozenset({"he", "she"})


def going_on(tokens: Sequence[Token], lead: int | None, facts: Facts, *, speaks: bool) -> Iterator[NameMention]:
    """Who opens the sentence before, where a pronoun goes on with it: "He also met X"."""
    at = _behind_quote(tokens) or next(
        (at for at, token in enumerate(tokens[:_LEADING]) if token.key in _SUBJECTS), None
    )
    if lead is None or at is None or at + 1 >= len(tokens) or not facts.may_be(lead, tokens[at].key):
        return
    is_opening = at == 0 or at > _LEADING or is_quoted(tokens[at])
    is_later = not is_opening and _is_later(tokens, at)
    if is_later or (_is_continuing(tokens[at:], speaks=speaks) if is_opening else _is_travelling(tokens[at:])):
        facts.is_called(lead, tokens[at].key)
        yield NameMention(tokens[at].span, "person", lead)


def _behind_quote(tokens: Sequence[Token]) -> int | None:
    """The pronoun right behind the words that it says: "“…,” he said"."""
    return next((at for at, token in enumerate(tokens) if at and token.key in _SUBJECTS and is_quoted(token)), None)


def is_quoted(token: Token) -> bool:
    """Whether words in quotation marks end right before."""
    return token.gap.strip().rstrip(",")[-1:] in _CLOSING


def is_speaking(tokens: Sequence[Token], here: Sequence[NameMention]) -> bool:
    """Whether the first who is named says something right behind the name, or "was speaking"."""
    if not here:
        return False
    first = bisect_left(tokens, here[0].span.end, key=_begin)
    behind = [token.key for token in tokens[first : first + 2]]
    if behind in (["was", "speaking"], ["is", "speaking"]):
        return True
    return bool(behind) and (behind[0] in words("sayings") or behind[0] in listed("en", "voicing"))


def _begin(token: Token) -> int:
    return token.span.start


def still(tokens: Sequence[Token], she: int) -> Iterator[NameMention]:
    """Who was called "she" in the sentence before: of several people there she is the one so called."""
    yield from (NameMention(token.span, "person", she) for token in tokens if token.key == "she" and not token.suffix)


def _is_continuing(tokens: Sequence[Token], *, speaks: bool) -> bool:
    """Whether the subject of the sentence before goes on: "He also …", "He will then travel to …", or "He added" where
    that subject `speaks`."""
    if tokens[1].key in listed("en", "continuing"):
        return True
    if tokens[1].key in words("sayings"):
        return speaks
    return _is_travelling(tokens)


def _is_later(tokens: Sequence[Token], at: int) -> bool:
    """Whether only a time stands before the pronoun, and it goes on with its round: "In the evening he met X"."""
    times = listed("en", "times") | words("calendar")
    return all(token.key in times for token in tokens[:at]) and tokens[at + 1].key in listed("en", "rounds")


def _is_travelling(tokens: Sequence[Token]) -> bool:
    """Whether the pronoun goes somewhere next: "From Doha he flies to …"."""
    following = {token.key for token in tokens[1:_LONGEST]}
    return tokens[1].key in listed("en", "ahead") and not following.isdisjoint(listed("en", "travels"))
