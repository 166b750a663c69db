"""The country of a person whose office opened an earlier sentence without the name: "Oman's new defence minister held
talks … Defence Minister Salim Harthi"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention, NameMention
from communique.tagging.names.facts import office_words
from communique.tagging.tokens import Token, adjoins
from communique.tagging.worded import WordedSentence

_LONGEST = 7
Office = frozenset[str]


def foretold(text: str, sentences: Sequence[WordedSentence], names: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """The names; the first mention of whoever alone has an office without a country gets that of the earlier sentence
    that opens with the office, unless somebody of that country is known to have it."""
    held: dict[Office, list[NameMention]] = defaultdict(list)
    for name in _without_country(names):
        held[_office_of(text, name)].append(name)
    opened = _openings(sentences) if held else {}
    known = {(name.country.code, _office_of(text, name)) for name in names if name.country is not None and name.role}
    alone = {holders[0].span: opened[one] for one, holders in held.items() if len(holders) == 1 and one in opened}
    own = {
        name.span: alone[name.span][1]
        for name in names
        if name.span in alone
        and alone[name.span][0] <= name.span.start
        and not any(code == alone[name.span][1].code and _office_of(text, name) <= office for code, office in known)
    }
    return tuple(name._replace(country=own[name.span]) if name.span in own else name for name in names)


def _office_of(text: str, name: NameMention) -> Office:
    return frozenset() if name.role is None else frozenset(office_words(fold(name.role.of(text)).split()))


def _without_country(names: Sequence[NameMention]) -> Iterator[NameMention]:
    """The first mention of each person of whom no mention tells a country, where it has an office."""
    persons = [name for name in names if name.kind == "person"]
    seen = {name.entity for name in persons if name.country is not None}
    for name in persons:
        if name.entity not in seen and name.role is not None:
            yield name
        seen.add(name.entity)


def _openings(sentences: Sequence[WordedSentence]) -> dict[Office, tuple[int, CountryMention]]:
    """The offices without a name that open a sentence, with its end and their countries; of one office the first."""
    found: dict[Office, tuple[int, CountryMention]] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        first = next((token for token in tokens[:2] if token.key != "the"), None)
        country = sentence.countries.get(first.span.start) if first is not None else None
        office = _office(tokens, country) if country is not None else frozenset()
        if country is not None and office:
            found.setdefault(office, (sentence.span.end, country))
    return found


def _office(tokens: Sequence[Token], country: CountryMention) -> Office:
    """The words of the office behind the country, where no name follows it."""
    first = next(at for at, token in enumerate(tokens) if token.span.end >= country.span.end) + 1
    for end in range(first, min(len(tokens), first + _LONGEST)):
        if not adjoins(tokens[end]):
            break
        if tokens[end].key in words("heads"):
            is_named = end + 1 < len(tokens) and tokens[end + 1].is_capital
            return frozenset() if is_named else frozenset(office_words(token.key for token in tokens[first : end + 1]))
        if tokens[end].key not in words("modifiers"):
            break
    return frozenset()
