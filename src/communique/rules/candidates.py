"""The closed vocabulary of a small form: what the sentence holds for a field, as unique labels mapped to spans.

Closed means local: a model picks wrong but existing names out of a long list, and no check can see that. A sentence's
neighbours are asked only where it holds nothing itself, and never for lists of those who took part.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.characters import one_line
from communique.drafts import DraftValue, Proposed
from communique.fields import Amount, GroundedValue, Name, Place, Quantity, When
from communique.forms import Candidate
from communique.rules.onlookers import onlookers
from communique.shapes import FieldShape, shape_of
from communique.source import fold
from communique.spans import Span
from communique.tagging.gazetteer import listed
from communique.tagging.here import DATELINE
from communique.tagging.lexicon import is_name_word
from communique.tagging.lexicon import words as tag_words
from communique.tagging.mentions import NameMention

_LOOK_BACK = 30
_MOST_WIDE = 10
_WHERE = re.compile(
    r"(?<!['’])\b(?:in|to|reached|reaches|visit|visits|visited|visiting|capital,?|(?:city|town|port|resort) of|"
    r"(?:left|leaves?|leaving|departed|departs)(?:\s[A-Z]\w+)? for)\s(?:the\s)?$",
    re.IGNORECASE,
)
_LOCATIVE = re.compile(r"[’'](?:n?[dt][ae](?:ki)?|[yn]?[ae]|y?[ıiuü](?=\s(?:[^\W\d_]+\s){0,4}?(?:ziyaret|gez)))\b")

_VISIT = re.compile(r"\s(?:resm[iî]\s|çalışma\s)?(?:ziyaret|gezisi|seyahat|temas)")
"""What makes the bare country before it the one that is visited: "Peru ziyareti"."""

_SEVERAL = 2
_NUMBERED = re.compile(r"\d\S*\s$")
_SEATED = re.compile(r"['’]?n?[dt][ae](?!\w)(?!\s(?:görev|çalış|yer\salan))")

Finder = Callable[[AnnotatedArticle, FieldShape, Span], Iterator[Candidate]]


def candidates(
    article: AnnotatedArticle, shape: FieldShape, focus: Span, neighbours: Iterable[Span]
) -> tuple[Candidate, ...]:
    """The options for a field, those of the sentence `focus` first; () where nothing fits or the type is not closed."""
    finder = _finder(shape)
    if finder is None:
        return ()
    own = _distinct(finder(article, shape, focus))
    if own or (shape.group is not None and shape.many):
        return own
    return _distinct(found for span in neighbours for found in finder(article, shape, span))


def wide_candidates(
    article: AnnotatedArticle, shape: FieldShape, focus: Span, neighbours: Iterable[Span]
) -> tuple[Candidate, ...]:
    """The options of the sentence `focus` and then those of its neighbours, in the order given and boundedly many."""
    finder = _finder(shape)
    if finder is None:
        return ()
    found = (found for span in (focus, *neighbours) for found in finder(article, shape, span))
    return _distinct(found)[:_MOST_WIDE]


def is_closed(shape: FieldShape) -> bool:
    """Whether the field is asked as a choice among candidates."""
    return _finder(shape) is not None


def _distinct(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    by_key: dict[object, Candidate] = {}
    for candidate in found:
        by_key.setdefault(candidate.key, candidate)
    labelled: dict[str, Candidate] = {}
    for candidate in by_key.values():
        label, number = candidate.label, 2
        while label in labelled:
            label, number = f"{candidate.label} ({number})", number + 1
        labelled[label] = replace(candidate, label=label)
    return tuple(labelled.values())


def _proposed(article: AnnotatedArticle, span: Span) -> Proposed:
    return Proposed(text=span.of(article.text), span=span)


def _names(article: AnnotatedArticle, shape: FieldShape, span: Span) -> Iterator[Candidate]:
    described = tuple(reference.span for reference in article.references)
    for mention in named_inside(article, (span,)):
        is_part = any(words.contains(mention.span) and words != mention.span for words in described)
        is_dateline = article.dateline is not None and article.dateline.contains(mention.span)
        if shape.takes(mention.kind) and not is_part and not is_dateline:
            yield _name(article, mention)


def _name(article: AnnotatedArticle, mention: NameMention) -> Candidate:
    label, words = one_line(article.canonical(mention)), one_line(mention.span.of(article.text))
    return Candidate(
        label,
        _proposed(article, mention.span),
        "" if words in label else words,
        ("name", mention.entity),
        mention.span.start,
    )


def _members(article: AnnotatedArticle, shape: FieldShape, span: Span) -> Iterator[Candidate]:
    """Whoever may be a member of a group: its names, and countries where its `name` takes them."""
    if shape.group is None or (name := shape_of(shape.group, "name")) is None:
        return
    aside = onlookers(article, span)
    for found in _names(article, name, span):
        if found.key not in aside:
            yield Candidate(found.label, {"name": found.value}, found.hint, found.key, found.start)
    if shape.many and name.takes("person"):
        yield from _of_groups(article, span, aside)
    if not name.takes("country"):
        return
    taken = [mention.span for mention in inside(article.names, (span,)) if mention.kind != "country"]
    roles = [mention.role for mention in inside(article.names, (span,)) if mention.role is not None]
    roles += [amount.span for amount in inside(article.amounts, (span,)) if amount.kind == "money"]
    forms = ("name", "capital") if taken else ("name", "capital", "adjective")
    # a country's own name before its capital ("DOHA — Qatar has signed"), so that the label is the name
    for country in sorted(inside(article.countries, (span,)), key=lambda found: found.form != "name"):
        if country.form not in forms or any(words.overlaps(country.span) for words in (*taken, *roles)):
            continue
        words = _proposed(article, country.span)
        value: Mapping[str, DraftValue] = (
            {"country": words} if country.form == "adjective" else {"name": words, "country": words}
        )
        yield Candidate(one_line(words.text), value, "", ("country", country.code), country.span.start)


def _of_groups(article: AnnotatedArticle, span: Span, aside: frozenset[object]) -> Iterator[Candidate]:
    """The people for whom "the two generals" or "both sides" stands, where none of them is told of aside."""
    for group in inside(article.groups, (span,)):
        if any(("name", entity) in aside for entity in group.entities):
            continue
        for entity in group.entities:
            name = article.fullest[entity].span.of(article.text)
            value = {"name": Proposed(name, rule="coreference")}
            words = one_line(group.span.of(article.text))
            yield Candidate(one_line(name), value, words, ("name", entity), group.span.start)


def _dates(article: AnnotatedArticle, _: FieldShape, span: Span) -> Iterator[Candidate]:
    for mention in inside(article.dates, (span,)):
        words = _proposed(article, mention.span)
        yield Candidate(
            one_line(words.text),
            words,
            mention.value or "",
            ("date", mention.value or mention.span),
            mention.span.start,
        )


def _places(article: AnnotatedArticle, _: FieldShape, span: Span) -> Iterator[Candidate]:
    taken = tuple(mention.span for mention in named_inside(article, (span,)))
    roles = tuple(mention.role for mention in inside(article.names, (span,)) if mention.role is not None)
    here = (place for place in inside(article.places, (span,)) if not _is_bare_country(article, place.span))
    here = (place for place in here if place.span != article.sent_from)
    found = tuple(place for place in here if fold(place.span.of(article.text)) not in tag_words("regions"))
    houses = [place.span for place in found if _is_house(place.span.of(article.text))]
    offices = tuple(_offices(article, span))
    houses += offices
    if not houses and article.is_here((span,)) and article.sent_from is not None:
        yield _place_sent_from(article, article.sent_from)
        return
    # a house with a name of its own says more than its city, which says more than a common building
    known = set(houses) if len(houses) == 1 else {place.span for place in found if place.country is not None}
    countries = (country.span for country in inside(article.countries, (span,)) if country.form == "name")
    named = {at for at in countries if not _is_bare_country(article, at)}
    for at in sorted(known or {place.span for place in found} or named):
        if at not in offices and any(at.overlaps(other) for other in (*taken, *roles)):
            continue
        words = _proposed(article, at)
        yield Candidate(one_line(words.text), words, "", ("place", words.text), at.start)


def _offices(article: AnnotatedArticle, span: Span) -> Iterator[Span]:
    """The bodies in whose Turkish house several meet: "Savunma Bakanlığında"; none with a number before its name."""
    text, language = article.text, article.passage.language
    people = {name.entity for name in named_inside(article, (span,)) if name.kind == "person"}
    for name in inside(article.names, (span,)) if language == "tr" and len(people) >= _SEVERAL else ():
        is_office = name.kind == "organisation" and fold(name.span.of(text)).split()[-1] in tag_words("offices")
        is_whole = _NUMBERED.search(text, span.start, name.span.start) is None
        if is_office and is_whole and _SEATED.match(text, name.span.end) is not None:
            yield name.span


def _place_sent_from(article: AnnotatedArticle, at: Span) -> Candidate:
    """The place that "here" stands for: where the article was sent from."""
    words = at.of(article.text)
    return Candidate(one_line(words), Proposed(words, at, rule=DATELINE), "", ("place", words), at.start)


def _is_house(words: str) -> bool:
    key = tuple(fold(words).split())
    is_proper = all(word[0].isupper() for word in words.split())
    is_building = key[-1] in tag_words("buildings") or key[0] in tag_words("house_starts")
    if key[-1] == "headquarters":
        is_building = any(is_name_word(word) for word in key[:-1])
    return is_proper and len(key) > 1 and is_building and key not in listed()


def _is_bare_country(article: AnnotatedArticle, span: Span) -> bool:
    """Whether the words are a country that is not said to be a place: "ties between Pakistan and Türkiye"."""
    if not any(country.span.contains(span) for country in article.countries):
        return False
    before = _WHERE.search(article.text, max(0, span.start - _LOOK_BACK), span.start)
    behind = (_LOCATIVE.match(article.text, span.end), _VISIT.match(article.text, span.end))
    return before is None and behind == (None, None)


def _amounts_of(kinds: tuple[str, ...]) -> Finder:
    def find(article: AnnotatedArticle, _: FieldShape, span: Span) -> Iterator[Candidate]:
        for mention in inside(article.amounts, (span,)):
            if mention.kind in kinds:
                whole = mention.span if mention.noun is None else mention.span.to(mention.noun)
                words = _proposed(article, whole)
                yield Candidate(one_line(words.text), words, "", ("amount", mention.span), mention.span.start)

    return find


_FINDERS: tuple[tuple[type[GroundedValue], Finder], ...] = (
    (Name, _names),
    (When, _dates),
    (Place, _places),
    (Quantity, _amounts_of(("count",))),
    (Amount, _amounts_of(("money",))),
)


def _finder(shape: FieldShape) -> Finder | None:
    if shape.group is not None:
        return _members
    return next(
        (finder for wanted, finder in _FINDERS if shape.is_a(wanted)),
        None,
    )
