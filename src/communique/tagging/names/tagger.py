"""Passage -> the names that stand in it, with entities."""

from collections.abc import Iterable, Mapping

from communique.article import Language
from communique.passage import Passage
from communique.spans import Span
from communique.tagging.mentions import NameMention
from communique.tagging.names.candidates import Candidate, candidates
from communique.tagging.names.coreference import entities, initials
from communique.tagging.places import is_place
from communique.tagging.tokens import sentence_tokens, tokens_of


def tag_names(passage: Passage) -> tuple[NameMention, ...]:
    """The persons, bodies and designations of the passage in text order; each span is the bare name."""
    sentences = tuple(sentence_tokens(passage))
    lower = frozenset(token.key for tokens in sentences for token in tokens if not token.is_capital)
    found = [name for tokens in sentences for name in candidates(tokens, passage.language, lower)]
    found = [name for name in found if not is_place(name.key)]
    proved = {name.key for name in found if name.certain and name.kind == "person"}
    surnames = {key[-1] for key in proved}
    kept = [name for name in found if name.certain or (len(name.key) == 1 and name.key[0] in surnames)]
    roles = {at for name in kept if name.office for at in range(name.office.role.start, name.office.role.end)}
    kept = [name for name in kept if name.span.start not in roles]
    numbers = _numbers(kept)
    return tuple(_mention(name, numbers) for name in kept)


def _numbers(names: Iterable[Candidate]) -> Mapping[tuple[str, tuple[str, ...]], int]:
    """Entity numbers by kind and key; an acronym shares that of the body whose initials it is."""
    held = tuple(names)
    persons = entities(name.key for name in held if name.kind == "person")
    numbers = {("person", key): number for key, number in persons.items()}
    free = len(persons)
    bodies = sorted({(n.kind, n.key) for n in held if n.kind != "person"}, key=lambda item: (-len(item[1]), item))
    by_initials: dict[str, int] = {}
    for kind, key in bodies:
        same = by_initials.get(key[0]) if len(key) == 1 else None
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
        country=office.country if office else None,
    )


def strip_titles(text: str, language: Language = "other") -> str:
    """The name without titles, ranks and offices; the text itself where no name is found in it."""
    found = list(candidates(tokens_of(text, Span(0, len(text))), language, frozenset()))
    persons = [name for name in found if name.kind == "person"]
    return persons[-1].span.of(text) if persons else text.strip()
