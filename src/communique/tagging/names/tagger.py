"""Passage -> the names that stand in it, with entities."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from communique.article import Language
from communique.spans import Span
from communique.tagging.gazetteer import is_place
from communique.tagging.lexicon import organisations, words
from communique.tagging.mentions import NameMention
from communique.tagging.names.candidates import Candidate, candidates, known_names
from communique.tagging.names.coreference import entities, initials, without_article
from communique.tagging.names.foretold import foretold
from communique.tagging.names.headlines import is_title_case
from communique.tagging.names.namesakes import told_apart
from communique.tagging.names.rows import in_a_row
from communique.tagging.names.shared import shared
from communique.tagging.worded import WordedPassage, WordedSentence

_WORD = re.compile(r"\S+")


def tag_names(worded: WordedPassage) -> tuple[NameMention, ...]:
    """The persons, bodies and designations of the passage in text order; each span is the bare name."""
    passage, sentences = worded.passage, worded.sentences
    # "el-Sisi" is no common word that "El-Sisi", which begins a sentence, might be
    lower = frozenset(token.key for sentence in sentences for token in sentence.tokens if token.text.islower())
    headlines = [not sentence.is_closed and is_title_case(sentence.tokens, lower) for sentence in sentences]
    plain = [sentence for sentence, headline in zip(sentences, headlines, strict=True) if not headline]
    found = [name for sentence in plain for name in _named(sentence, passage.language, lower)]
    kept = _proved(list(_parted(found, passage.text)))
    known = {name.key: name.kind for name in kept}
    known |= {name.key[-1:]: name.kind for name in kept if name.kind == "person"}
    for sentence, headline in zip(sentences, headlines, strict=True):
        kept += known_names(sentence, passage.language, known) if headline else ()
    numbers = _numbers(kept, _short_forms(kept, passage.text))
    mentions = [_mention(name, numbers) for name in sorted(kept, key=lambda name: name.span)]
    told = told_apart(mentions, passage.text)
    if passage.language == "tr":
        return told
    return tuple(in_a_row(passage.text, foretold(passage.text, sentences, told)))


def _named(sentence: WordedSentence, language: Language, lower: frozenset[str]) -> Iterable[Candidate]:
    found = candidates(sentence, language, lower)
    return found if language == "tr" or sentence.keys.isdisjoint(words("plurals")) else shared(sentence, found)


def _is_form(name: Candidate, parts: Set[str], things: Set[tuple[str, ...]]) -> bool:
    """Whether the name is a certain person's last word or given name, or a certain designation."""
    return name.key in things if name.kind == "other" else len(name.key) == 1 and name.key[0] in parts


def _parts(named: Sequence[Candidate]) -> frozenset[str]:
    """The words by which the certain persons may be called: the last one, or the first where it is one person's."""
    certain = {name.key for name in named if name.certain and name.kind == "person"}
    given = [full[0] for full in entities(certain) if len(full) > 1 and full[0] not in words("ordinary")]
    last = {form[-1] for key in certain for form in (key, without_article(key))}
    return frozenset(last) | {word for word in given if given.count(word) == 1}


def _parted(found: Sequence[Candidate], text: str) -> Iterator[Candidate]:
    """The names, with "Aksoy Yusuf" taken for two where both end other persons' full names."""
    endings: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for name in found:
        if name.kind == "person" and name.certain and len(name.key) > 1:
            for at in range(len(name.key)):
                endings[name.key[at:]].add(name.key)
    for name in found:
        cut = _cut(name, endings) if name.kind == "person" and not (name.title or name.office) else 0
        parts = list(_WORD.finditer(text, name.span.start, name.span.end)) if cut else []
        if not cut or len(parts) != len(name.key):
            yield name
            continue
        first, second = Span(parts[0].start(), parts[cut - 1].end()), Span(parts[cut].start(), parts[-1].end())
        yield name._replace(span=first, key=name.key[:cut], certain=cut > 1)
        yield name._replace(span=second, key=name.key[cut:], certain=len(name.key) - cut > 1)


def _cut(name: Candidate, endings: Mapping[tuple[str, ...], Set[tuple[str, ...]]]) -> int:
    """How many words belong to the first of two persons; 0 where it is one."""
    for cut in range(1, len(name.key)):
        first, second = endings.get(name.key[:cut], set()), endings.get(name.key[cut:], set())
        others = [key for key in second if not set(name.key) <= set(key)]
        if first and others:
            return cut
    return 0


def _proved(found: Sequence[Candidate]) -> list[Candidate]:
    """The certain names, and the single words that are a certain person's last; none inside an office, no places."""
    named = [name for name in found if name.kind == "other" or not is_place(name.key)]
    parts = _parts(named)
    things = {name.key for name in named if name.certain and name.kind == "other"}
    named = [_singular(name, things) for name in named]
    models = _models(named)
    named = [name._replace(kind="other") if name.key in models else name for name in named]
    kept = [name for name in named if name.certain or _is_form(name, parts, things)]
    roles = {at for name in kept if name.office for at in range(name.office.role.start, name.office.role.end)}
    return [name for name in kept if name.span.start not in roles]


def _models(named: Sequence[Candidate]) -> Set[tuple[str, ...]]:
    """The acronyms that stand at least as often right before a thing ("KITE fighters") as alone, like a body."""
    alone = [name.key for name in named if name.kind == "organisation" and len(name.key) == 1]
    models = [name.key for name in named if name.kind == "other" and name.certain and len(name.key) == 1]
    return {key for key in models if key not in organisations() and models.count(key) >= alone.count(key)}


def _singular(name: Candidate, things: Set[tuple[str, ...]]) -> Candidate:
    """The name of a thing without the plural's s, where the article has the thing by its name: "Kestrels"."""
    word = name.key[0]
    if len(name.key) > 1 or name.certain or not word.endswith("s") or (word[:-1],) not in things:
        return name
    return name._replace(span=Span(name.span.start, name.span.end - 1), key=(word[:-1],), kind="other")


def _short_forms(names: Iterable[Candidate], text: str) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The acronyms in brackets right behind a body's name, with that: "the Harbour Works Group (GHW)"."""
    bodies = sorted((name for name in names if name.kind == "organisation"), key=lambda name: name.span)
    return {
        short.key: body.key
        for body, short in pairwise(bodies)
        if len(short.key) == 1 < len(body.key) and text[body.span.end : short.span.start] == " ("
    }


def _numbers(
    names: Iterable[Candidate], short: Mapping[tuple[str, ...], tuple[str, ...]]
) -> Mapping[tuple[str, tuple[str, ...]], int]:
    """Entity numbers by kind and key; an acronym shares that of the body whose initials it is, or that it stands by."""
    held = tuple(names)
    persons = entities(name.key for name in held if name.kind == "person")
    numbers = {("person", key): number for key, number in persons.items()}
    free = len(persons)
    bodies = sorted({(n.kind, n.key) for n in held if n.kind != "person"}, key=lambda item: (-len(item[1]), item))
    by_initials: dict[str, int] = {}
    for kind, key in bodies:
        same = by_initials.get(key[0], numbers.get((kind, short.get(key, ())))) if len(key) == 1 else None
        numbers[kind, key] = free if same is None else same
        by_initials.setdefault(initials(key), numbers[kind, key])
        free += same is None
    return numbers


def _mention(name: Candidate, numbers: Mapping[tuple[str, tuple[str, ...]], int]) -> NameMention:
    office = name.office
    return NameMention(
        span=name.span,
        kind=name.kind,
        entity=numbers[name.kind, name.key],
        title=name.title,
        role=office.role if office else None,
        organisation=office.organisation if office else None,
        country=office.country if office and office.country else name.country,
    )
