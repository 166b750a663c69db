"""Definite descriptions ("the Turkish general", "his counterpart") and the pronouns he, she and him, resolved to the
one person they fit; those that may be two stay unresolved."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, partial

from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention, NameMention
from communique.tagging.names.abbreviated import abbreviated
from communique.tagging.names.facts import Facts, listed
from communique.tagging.names.leads import going_on, is_quoted, is_speaking, still
from communique.tagging.names.turkish_references import turkish_references
from communique.tagging.tokens import Token, adjoins, whole
from communique.tagging.worded import WordedPassage, WordedSentence

_LONGEST, _LONGEST_ROLE = 7, 14
_SUBJECTS, _OBJECTS = frozenset({"he", "she"}), frozenset({"him"})
_PRONOUNS = _SUBJECTS | _OBJECTS
_OPENING = frozenset('“"‘')


def tag_references(worded: WordedPassage, names: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """The descriptions and pronouns of the passage that fit exactly one named person, in text order."""
    persons = [name for name in names if name.kind == "person"]
    starts = [name.span.start for name in persons]
    facts = Facts(worded.passage.text, persons, partial(_capitals, worded))
    found: list[NameMention] = []
    before: set[int] = set()
    earlier: set[int] = set()
    lead: int | None = None
    she: int | None = None
    speaks = False
    is_first = False  # one sentence without anybody, such as the first of a quote, may stand between
    for sentence in worded.sentences:
        tokens = sentence.tokens
        here = persons[bisect_left(starts, tokens[0].span.start) : bisect_left(starts, tokens[-1].end)]
        _note_men(sentence, here, facts)
        described = _described(sentence, facts, Known(here, before, earlier), worded.passage.language)
        pronouns = _pronouns_in(sentence, sorted((*here, *described), key=_start), before, facts)
        if not pronouns and lead in before:
            pronouns = tuple(going_on(tokens, lead, facts, speaks=speaks))
        if not pronouns and she is not None:
            pronouns = tuple(still(tokens, she))
        she = next((one.entity for one in pronouns if one.span.of(worded.passage.text).lower() == "she"), None)
        lead = next((name.entity for name in sorted((*here, *described, *pronouns), key=_start)), lead)
        speaks = is_speaking(tokens, sorted((*here, *pronouns), key=_start))
        found += (*described, *pronouns)
        told = pronouns if pronouns and not _has_other(tokens, described) else ()
        named = {name.entity for name in (*here, *described, *told)}
        before = named or (before if is_first else set())
        is_first = bool(named)
        earlier |= before
    return tuple(sorted(found, key=lambda mention: mention.span))


def _capitals(worded: WordedPassage) -> frozenset[str]:
    """The countries whose capital the passage names."""
    told = (country for sentence in worded.sentences for country in sentence.countries.values())
    return frozenset(country.code for country in told if country.form == "capital")


@dataclass(frozen=True, slots=True)
class Known:
    """Who was named up to a sentence: in it, in the sentence before, and anywhere before."""

    here: Sequence[NameMention]
    before: Set[int]
    earlier: Set[int]

    def until(self, start: int) -> set[int]:
        """Who is named in the sentence before the offset."""
        return {name.entity for name in self.here if name.span.start < start}

    def last(self, start: int) -> int | None:
        """Who is named last before the offset: in the sentence, else alone in the one before."""
        named = [name.entity for name in self.here if name.span.start < start]
        if named:
            return named[-1]
        return next(iter(self.before)) if len(self.before) == 1 else None


def _has_other(tokens: Sequence[Token], described: Sequence[NameMention]) -> bool:
    """Whether an office is told of somebody who is not known by name."""
    heads = words("heads")
    others = (token.span for at, token in enumerate(tokens) if token.key in heads and not _is_of_name(tokens, at))
    return any(not any(one.span.contains(span) for one in described) for span in others)


def _is_of_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the office is in capitals, or a name follows: "his Georgian counterpart David X"."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].is_capital or (follows is not None and follows.is_capital and follows.gap.strip() in ("", ","))


def _start(name: NameMention) -> int:
    return name.span.start


def _described(sentence: WordedSentence, facts: Facts, known: Known, language: str) -> list[NameMention]:
    if language == "tr":
        return list(turkish_references(sentence, facts, known))
    found = (
        *_descriptions(sentence, facts, known),
        *(one for one in abbreviated(sentence, facts) if not _is_beside(one, known.here)),
        *_guests(sentence, facts, known),
        *_counterparts(sentence, facts, known),
    )
    return list({mention.span: mention for mention in found}.values())


def _guests(sentence: WordedSentence, facts: Facts, known: Known) -> Iterator[NameMention]:
    """Whom the sentence before names alone, or alone of those from abroad: "the delegation", "the dignitary"."""
    fits = known.before if len(known.before) == 1 else facts.foreigners(known.before)
    if len(fits) != 1:
        return
    tokens = sentence.tokens
    for at in sentence.places_of("the"):
        for length in (2, 1):
            end = at + 1 + length
            key = " ".join(token.key for token in tokens[at + 1 : end])
            if end <= len(tokens) and key in listed("en", "guests") and _is_whole(tokens, end, tokens[end - 1].key):
                yield NameMention(whole(tokens[at:end]), "person", next(iter(fits)))
                break


def _note_men(sentence: WordedSentence, here: Sequence[NameMention], facts: Facts) -> None:
    """Notes who is told of by "for his part" or "for her part", or had it from "his counterparts"."""
    _note_owner(sentence, here, facts)
    if len({name.entity for name in here}) != 1:
        return
    tokens = sentence.tokens
    for at in sentence.places_of("part"):
        before = [token.key for token in tokens[max(0, at - 2) : at]]
        if before in (["for", "his"], ["for", "her"]):
            facts.is_called(here[0].entity, "he" if before[1] == "his" else "she")


def _note_owner(sentence: WordedSentence, here: Sequence[NameMention], facts: Facts) -> None:
    tokens = sentence.tokens
    for at in sentence.places_of("counterpart", "counterparts"):
        owners = [token for token in tokens[max(0, at - 2) : at] if token.key in ("his", "her")]
        named = {name.entity for name in here if owners and name.span.start < owners[0].span.start}
        if len(named) == 1:
            facts.is_called(next(iter(named)), "he" if owners[0].key == "his" else "she")


def _descriptions(sentence: WordedSentence, facts: Facts, known: Known) -> Iterator[NameMention]:
    tokens, heads = sentence.tokens, _heads()
    for at in sentence.places_of("the"):
        following = tokens[at + 1 : at + 1 + _LONGEST_ROLE]
        may_be = bool(following) and following[0].key in facts.role_beginnings
        office = facts.by_role([token.key for token in following]) if may_be else None
        if office is not None:
            yield from (found for found in _by_role(tokens, at, office) if not _is_beside(found, known.here))
            continue
        end, country, keys = _description(sentence, at + 1)
        if not keys or keys[-1] not in heads:
            continue
        if country is not None and (facts.holders(keys, country.code) or at):
            entity = facts.only(country.code, keys)
        else:  # "The Omani minister" may be the one whose country nothing has told
            entity = _plain(tokens, at, end, keys, (facts, known))
            entity = entity if country is None or entity in facts.stateless else None
        if entity is not None:
            yield NameMention(whole(tokens[at:end]), "person", entity, country=country)


def _is_beside(found: NameMention, here: Sequence[NameMention]) -> bool:
    """Whether the words are the apposition of a name, which tells of it already."""
    return any(name.role is not None and name.role.overlaps(found.span) for name in here)


def _by_role(tokens: Sequence[Token], at: int, office: tuple[int, int]) -> Iterator[NameMention]:
    """The bearer of an office that is told whole, where no name follows: it is another's mention, or this one's."""
    size, entity = office
    end = at + 1 + size
    if end == len(tokens) or not (tokens[end].is_capital and tokens[end].gap.strip() in ("", ",")):
        yield NameMention(whole(tokens[at:end]), "person", entity)


def _description(sentence: WordedSentence, first: int) -> tuple[int, CountryMention | None, list[str]]:
    """Where the words of an office end, with their country and the other words."""
    tokens, end, offices = sentence.tokens, first, _office_words()
    country: CountryMention | None = None
    keys: list[str] = []
    while end < len(tokens) and end - first < _LONGEST - 1:
        here = sentence.countries.get(tokens[end].span.start)
        is_plain = not tokens[end].is_capital or (tokens[first].is_capital and not tokens[end].is_acronym)
        if here is None and not (is_plain and tokens[end].key in offices):
            break
        country = here or country
        keys += [] if here else [tokens[end].key]
        end += 1
    return end, country, keys


@cache
def _heads() -> frozenset[str]:
    return words("heads") | listed("en", "ranks")


@cache
def _office_words() -> frozenset[str]:
    return words("modifiers") | _heads()


def _plain(tokens: Sequence[Token], at: int, end: int, keys: Sequence[str], asked: tuple[Facts, Known]) -> int | None:
    """Whom a description without a country means: the one named before who fits, and not in the same sentence."""
    facts, known = asked
    if not _is_whole(tokens, end, keys[-1]):
        return None
    holders = facts.holders(keys)
    holders = holders if len(holders) == 1 else facts.literal(keys) & holders or holders
    fits = holders if len(holders) == 1 else holders & known.before
    if len(fits) != 1 or not fits <= known.earlier or fits & known.until(tokens[at].span.start):
        return None
    return next(iter(fits))


def _is_whole(tokens: Sequence[Token], end: int, head: str) -> bool:
    """Whether the description ends there: no name, complement or noun of its own follows."""
    if end == len(tokens) or not adjoins(tokens[end]):
        return True
    following = tokens[end]
    if following.is_capital or following.key in listed("en", "complements"):
        return False
    is_verb = following.key in listed("en", "follows") or following.key.endswith("ed")
    return is_verb or head not in listed("en", "adjectival")


def _counterparts(sentence: WordedSentence, facts: Facts, known: Known) -> Iterator[NameMention]:
    """The counterparts of somebody named before, where nobody is named right behind."""
    tokens = sentence.tokens
    for at in sentence.places_of(*listed("en", "counterparts")):
        first, country = at, None
        while first and at - first < _LONGEST and tokens[first].key not in listed("en", "determiners"):
            first -= 1
            country = country or sentence.countries.get(tokens[first].span.start)
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        is_named = follows is not None and follows.is_capital and follows.gap.strip() in ("", ",")
        of_whom = known.last(tokens[first].span.start)
        if is_named or of_whom is None or tokens[first].key not in listed("en", "determiners"):
            continue
        entity = facts.counterpart(of_whom, country.code if country else "")
        if entity is not None:
            yield NameMention(whole(tokens[first : at + 1]), "person", entity, country=country)


def _pronouns_in(
    sentence: WordedSentence, here: Sequence[NameMention], before: set[int], facts: Facts
) -> Sequence[NameMention]:
    if _PRONOUNS.isdisjoint(sentence.keys):
        return ()
    return tuple(_pronouns(sentence.tokens, here, before, facts))


def _pronouns(
    tokens: Sequence[Token], here: Sequence[NameMention], before: set[int], facts: Facts
) -> Iterator[NameMention]:
    near: set[int] = set()
    coming = iter((*here, None))
    following = next(coming)
    unknown, heads = False, words("heads")
    for at, token in enumerate(tokens):
        while following is not None and following.span.start < token.span.start:
            near.add(following.entity)
            following = next(coming)
        unknown = unknown or (token.key in heads and not token.is_capital)
        if token.suffix or token.key not in _PRONOUNS:
            continue
        if is_quoted(token):
            near = _outside(tokens[:at], here)
        behind = set() if unknown else before
        fits = behind - near if token.key in _OBJECTS else _of_gender(near, token.key, facts) or behind
        fits = _of_gender(fits, token.key, facts) if near or token.key in _SUBJECTS else set()
        if len(fits) == 1:
            (entity,) = fits
            facts.is_called(entity, token.key)
            yield NameMention(token.span, "person", entity)


def _outside(tokens: Sequence[Token], here: Sequence[NameMention]) -> set[int]:
    """Who is named in front of the quote that ends behind the tokens: whoever says it is none of those in it."""
    opened = next((token.span.start for token in reversed(tokens) if not _OPENING.isdisjoint(token.gap)), 0)
    return {name.entity for name in here if name.span.start < opened}


def _of_gender(entities: Set[int], pronoun: str, facts: Facts) -> set[int]:
    return {entity for entity in entities if facts.may_be(entity, pronoun)}
