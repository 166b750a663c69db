"""English offices that stand for their bearer as the press of South Asia writes them.

By their initials ("the COAS said"), or in capitals without an article to open a sentence ("Naval Chief called on").
"""

from collections.abc import Iterator, Sequence

from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention
from communique.tagging.names.facts import Facts, listed
from communique.tagging.tokens import Token, adjoins, whole
from communique.tagging.worded import WordedSentence

_SHORTEST, _LONGEST = 3, 6
_SHORTEST_TITLE, _LONGEST_TITLE = 2, 4
_LONGEST_ROLE = 10


def abbreviated(sentence: WordedSentence, facts: Facts) -> Iterator[NameMention]:
    """The bearers of offices told by their initials, or by a bare title that opens the sentence."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if not token.is_acronym or not _SHORTEST <= len(token.key) <= _LONGEST or _is_beside_name(tokens, at):
            continue
        entity = facts.by_initials(token.key)
        if entity is not None:
            first = at - (at > 0 and tokens[at - 1].key == "the" and adjoins(token))
            yield NameMention(whole(tokens[first : at + 1]), "person", entity)
    yield from _turned(tokens, sentence.places_of("the"), facts)
    yield from _opening(sentence, facts)


def _is_beside_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the initials stand at the name itself: "COAS General Yusuf", "Chief of Army Staff (COAS)"."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    is_before = follows is not None and follows.is_capital and adjoins(follows) and tokens[at].is_open
    return is_before or tokens[at].gap.strip().endswith("(")


def _turned(tokens: Sequence[Token], places: Sequence[int], facts: Facts) -> Iterator[NameMention]:
    """Offices whose words are turned: "the Omani Fleet Commander" of the "Commander of the Omani Fleet"."""
    for at in places:
        end = at + 1
        while (
            end < len(tokens) and adjoins(tokens[end]) and (tokens[end].is_capital or tokens[end].key in ("of", "the"))
        ):
            end += 1
            if tokens[end - 1].key in words("heads") and end - at > _SHORTEST_TITLE + 1:
                break
        is_bare = end == len(tokens) or not tokens[end].is_capital or not adjoins(tokens[end])
        entity = facts.by_words(token.key for token in tokens[at + 1 : end]) if end - at > _SHORTEST_TITLE + 1 else None
        if entity is not None and is_bare and facts.by_role([token.key for token in tokens[at + 1 : end]]) is None:
            yield NameMention(whole(tokens[at:end]), "person", entity)


def _opening(sentence: WordedSentence, facts: Facts) -> Iterator[NameMention]:
    tokens = sentence.tokens
    for at in sentence.places_of(*facts.role_beginnings):
        is_first = tokens[at].is_capital and (not at or tokens[at - 1].key != "the")
        size, entity = (is_first and facts.by_role([one.key for one in tokens[at : at + _LONGEST_ROLE]])) or (0, 0)
        follows = tokens[at + size] if at + size < len(tokens) else None
        if size > _SHORTEST_TITLE and (follows is None or not follows.is_capital):
            yield NameMention(whole(tokens[at : at + size]), "person", entity)
    end = 0
    while end < min(len(tokens), _LONGEST_TITLE) and _is_of_title(tokens[end]) and (not end or adjoins(tokens[end])):
        end += 1
    if (
        end < _SHORTEST_TITLE
        or end == len(tokens)
        or tokens[end - 1].key not in words("heads")
        or not adjoins(tokens[end])
    ):
        return
    follows = tokens[end]
    is_verb = follows.key in listed("en", "follows") | words("sayings") or follows.key.endswith("ed")
    keys = [token.key for token in tokens[:end]]
    holders = facts.holders(keys)
    holders = holders if len(holders) == 1 else facts.literal(keys) & holders
    if is_verb and not follows.is_capital and len(holders) == 1:
        yield NameMention(whole(tokens[:end]), "person", next(iter(holders)))


def _is_of_title(token: Token) -> bool:
    return token.is_capital and token.key in words("heads", "modifiers") and token.is_open
