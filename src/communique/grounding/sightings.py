"""Where a name stands in the article: as it is printed, inflected, shortened, or in another spelling or script."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.annotation import AnnotatedArticle
from communique.grounding.short_forms import other_forms
from communique.grounding.writing import bounds, is_joined, is_name, is_row, is_word_of_its_own
from communique.source import fold, tier_of
from communique.spans import Span
from communique.tagging.lexicon import words as lexicon_words
from communique.tagging.names.bearers import is_acronym
from communique.tagging.names.name_words import NameWords, Part, parts_of
from communique.tagging.names.spelling import is_same_word
from communique.tagging.suffixes import inflection_of
from communique.verdicts import Tier

_FEWEST_SOUNDS = 4
_PLURAL = 3
_PAIR = 2
_MOST_WORDS = 6
_DERIVED = re.compile("l[ae]r|li|lu|siz|suz|c[ae]|ci|cu")
"""The plural and what makes another word, folded: "Kayalar" and "Kayalı" are no "Kaya" in a case."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a name stands, and the weakest step that was needed to find it."""

    span: Span
    tier: Tier


def sightings(name: str, article: AnnotatedArticle) -> tuple[Sighting, ...]:
    """Where the name stands, by the strongest kind of step that finds it."""
    parts = parts_of(name)
    for step in (_standing, _rejoined, _turned, _otherwise_begun, _shortened, _respelled) if parts else ():
        if found := tuple(step(parts, article)):
            return found
    return ()


def _standing(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    yield from _printed(parts, article)
    if article.passage.language != "en":
        yield from _inflected(parts, article)
    else:
        yield from _plural(parts, article)


def _printed(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    """The words as printed; a suffix may follow behind an apostrophe."""
    words, more = article.name_words, len(parts) - 1
    for last in words.positions.get(parts[-1].key, ()):
        first = last - more
        if first < 0 or not is_row(parts, first, article):
            continue
        suffixed = bounds(first, last, article)
        if suffixed is not None and is_name(first, last, article):
            tier = _tier(parts, first, article)
            yield Sighting(words.span(first, last), weaker(tier, Tier.SUFFIX) if suffixed else tier)


def _plural(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    """The singular of a model or an acronym in its plural: "F-16" of "F-16s"."""
    last = parts[-1]
    if not (any(map(str.isdigit, last.key)) or is_acronym(last.key, last.written)):
        return
    for found in _printed((*parts[:-1], replace(last, key=f"{last.key}s", written=f"{last.written}s")), article):
        yield Sighting(Span(found.span.start, found.span.end - 1), weaker(found.tier, Tier.SUFFIX))


def weaker(one: Tier, other: Tier) -> Tier:
    """The weaker of two tiers."""
    return one if one.rank >= other.rank else other


def _tier(parts: Sequence[Part], first: int, article: AnnotatedArticle) -> Tier:
    """The weakest step between the words as given and as printed."""
    words = article.name_words
    tier = Tier.VERBATIM
    for at, part in enumerate(parts, first):
        tier = weaker(tier, tier_of(words.written(at), part.written))
        if at + 1 < first + len(parts) and words.raw_between(at) != part.raw:
            tier = weaker(tier, Tier.TYPOGRAPHY)
    return tier


def _inflected(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    """The words with a Turkish suffix at the last one, without apostrophe."""
    words, wanted = article.name_words, parts[-1]
    for key in words.alike(wanted.key):
        if key == wanted.key or is_word_of_its_own(key):
            continue
        if not inflection_of(wanted.written, words.written(words.positions[key][0])):
            continue
        for last in words.positions[key]:
            first = last - len(parts) + 1
            if first < 0 or not is_row(parts, first, article) or bounds(first, last, article) is None:
                continue
            if _DERIVED.match(key, len(wanted.key)) and _is_of_person(first, last, article):
                continue
            short = len(words.keys[last]) - len(wanted.key) < _PLURAL
            if is_name(first, last, article) and not (short and _is_first_name(last, article)):
                yield Sighting(_stem(wanted, first, last, article), Tier.SUFFIX)


def _is_of_person(first: int, last: int, article: AnnotatedArticle) -> bool:
    """Whether the words are of a person's name: of several words, or within a tagged one."""
    held = article.bearers.holding(article.name_words.span(first, last))
    return last > first if held is None else held.kind == "person"


def _is_first_name(at: int, article: AnnotatedArticle) -> bool:
    """Whether another word of a person's name follows: "Emine Aksoy" has no dative of "Emin"."""
    span = article.name_words.span(at, at)
    held = article.bearers.holding(span)
    return held is not None and held.kind == "person" and held.span.end > span.end


def _stem(part: Part, first: int, last: int, article: AnnotatedArticle) -> Span:
    """The words cut of the suffix, where the base form stands in the last one unchanged."""
    words = article.name_words
    whole, start = words.span(first, last), words.span(last, last).start
    cut = Span(whole.start, min(start + len(part.written), whole.end))
    return cut if fold(article.text[start : cut.end]) == part.key else whole


def _rejoined(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    """The words with two of them, or with none, joined by the hyphen that the article has otherwise: "Kim Jongsu" where
    it writes "Kim Jong-su", and the reverse."""
    if len(parts) < _PAIR:
        return
    for form in _hyphenations(parts, article):
        yield from (Sighting(seen.span, weaker(seen.tier, Tier.TYPOGRAPHY)) for seen in _standing(form, article))


def _hyphenations(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sequence[Part]]:
    words = article.name_words
    for at, part in enumerate(parts):
        for first in words.hyphened.get(part.key, ())[:1]:
            halves = (
                replace(part, key=words.keys[place], written=words.written(place)) for place in (first, first + 1)
            )
            one, other = halves
            yield (*parts[:at], replace(one, gap="-", raw="-"), other, *parts[at + 1 :])
        if part.gap == "-" and (joint := part.key + parts[at + 1].key) in words.positions:
            whole = replace(parts[at + 1], key=joint, written=part.written + parts[at + 1].written)
            yield (*parts[:at], whole, *parts[at + 2 :])


def _turned(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    """The words of "Surname, Given name" in their usual order."""
    comma = next((at for at, part in enumerate(parts[:-1]) if part.gap.strip() == ","), None)
    if comma is None:
        return
    behind, before = parts[comma + 1 :], parts[: comma + 1]
    turned = (*behind[:-1], replace(behind[-1], gap=" ", raw=" "), *before)
    for found in _standing(turned, article):
        yield Sighting(found.span, weaker(found.tier, Tier.ALIAS))


def _otherwise_begun(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    """The name with "United Nations" for its "UN", or the reverse."""
    for form in other_forms(parts):
        yield from (Sighting(found.span, weaker(found.tier, Tier.ALIAS)) for found in _standing(form, article))


def _shortened(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    """A fuller form of the name, of which some words are left out or given by their initials; a body by its own."""
    if len(parts) > 1:
        for last in article.name_words.positions.get(parts[-1].key, ()):
            yield from _abridged(parts, last, article, _is_abbreviation, Tier.ALIAS)
    elif is_acronym(parts[0].key, parts[0].written):
        for mention in article.bearers.by_initials.get(parts[0].key, ()):
            yield Sighting(mention.span, Tier.ALIAS)


Alike = Callable[[Part, int, AnnotatedArticle], bool]


def _abridged(
    parts: Sequence[Part], last: int, article: AnnotatedArticle, alike: Alike, tier: Tier
) -> Iterator[Sighting]:
    """The words that end with `last` and have the parts among them in order, the first part first."""
    words, at = article.name_words, last
    for part in reversed(parts[:-1]):
        if part.key in lexicon_words("particles"):
            continue
        kept, at = at, at - 1
        while at >= 0 and _leads_on(at, last, article) and not alike(part, at, article):
            at -= 1
        if at < 0 or not _leads_on(at, last, article) or _is_cut(at, kept, article):
            return
    shorter = last - at >= len(parts) or tier is not Tier.ALIAS or any(len(part.key) == 1 for part in parts)
    if shorter and bounds(at, last, article) is not None and is_name(at, last, article):
        yield Sighting(words.span(at, last), tier)


def _is_cut(at: int, kept: int, article: AnnotatedArticle) -> bool:
    """Whether the words between two that are kept leave half of a hyphened name: "Ada Nagy" of "Ada Kent-Nagy"."""
    words = article.name_words
    left = [word for word in (at, kept - 1) if kept - at > 1 and words.between(word) == "-"]
    return any(words.keys[word] not in lexicon_words("particles") for word in left)


def _leads_on(at: int, last: int, article: AnnotatedArticle) -> bool:
    """Whether the word belongs to the same name as the next one does."""
    if last - at >= _MOST_WORDS:
        return False
    words = article.name_words
    key = words.keys[at]
    if len(key) > 1 and key in lexicon_words("titles", "heads", "function", "links"):
        return False
    if not words.written(at)[0].isupper() and key not in lexicon_words("particles"):
        return False
    return _goes_on(at, "-" if words.between(at) == "-" else "", article)


def _is_abbreviation(part: Part, at: int, article: AnnotatedArticle) -> bool:
    """Whether the part is the word, or its first letter."""
    key = article.name_words.keys[at]
    return part.key == key or (len(part.key) == 1 and key.startswith(part.key))


def _respelled(parts: Sequence[Part], article: AnnotatedArticle) -> Iterator[Sighting]:
    """As many words side by side, each the same name in another spelling or script."""
    words = article.name_words
    wanted = [part for part in parts if part.key not in lexicon_words("particles")]
    if not wanted or (len(wanted) == 1 and len(wanted[0].key) < _FEWEST_SOUNDS):
        return
    for first in words.sounding(wanted[0].written):
        last = _row_of_sounds(wanted, first, article)
        if last is not None and bounds(first, last, article) is not None and is_name(first, last, article):
            yield Sighting(words.span(first, last), Tier.TRANSLITERATION)
    for last in words.sounding(parts[-1].written) if len(wanted) > 1 else ():
        if _is_spelling(parts[-1], last, article):
            yield from _abridged(parts, last, article, _is_spelling, Tier.TRANSLITERATION)


def _row_of_sounds(wanted: Sequence[Part], first: int, article: AnnotatedArticle) -> int | None:
    """The last of the words from `first` on that are spellings of the wanted ones; particles may stand between."""
    words, at = article.name_words, first
    for number, part in enumerate(wanted):
        if number:
            if not _goes_on(at, wanted[number - 1].gap, article):
                return None
            at += 1
            if words.keys[at] in lexicon_words("particles") and _goes_on(at, "", article):
                at += 1
        if not _is_spelling(part, at, article):
            return None
    return at


def _goes_on(at: int, gap: str, article: AnnotatedArticle) -> bool:
    return at + 1 < len(article.name_words) and is_joined(at, gap, article)


def _is_spelling(part: Part, at: int, article: AnnotatedArticle) -> bool:
    words = article.name_words
    if words.keys[at] == part.key:
        return True
    return words.is_capital(at) and not _is_another(part, words) and is_same_word(part.written, words.written(at))


def _is_another(part: Part, words: NameWords) -> bool:
    """Whether the article has the word as a name itself, so that a like one is no other spelling of it."""
    return any(map(words.is_capital, words.positions.get(part.key, ())[:_PAIR]))
