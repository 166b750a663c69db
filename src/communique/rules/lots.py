"""Several lots of one purchase, each a deal of its own: "ordered two corvettes and four helicopters".

A lot is a counted thing of the required phrase. Lots stand in one list and differ by their things; what only goes with
one ("and 15 launchers") is none. A sentence that opens with the thing of one lot goes on telling of that one alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import DraftValue, Proposed
from communique.events import Event
from communique.fields import Amount, Name, Quantity
from communique.passage import Sentence
from communique.rules.cues import CompiledCues
from communique.rules.designations import name_before
from communique.rules.slotted import counted
from communique.shapes import typed
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words

_RULE = "lot"
_LINK = re.compile(
    r"\)?[’']?[^\W\d_]{0,4}(?:,|,?\s(?:and|plus|as well as|along with|ve|ile|artı))\s"
    r"(?:(?:and|ve|up to|about|around|some|another|a further|yaklaşık|toplam)\s)?"
)
"""What stands between two lots; their prices apart."""
_PRICED = re.compile(r"(?:,?\s(?:for|at|worth|valued at|costing)\s|\s\()(?:(?:about|around|some|an estimated)\s)?")
_STEM = 4
_OPENING = 32

Lot = tuple[Mapping[str, DraftValue], tuple[Sentence, ...]]
"""What is given of a deal, and the sentences that tell of it."""


@dataclass(frozen=True, slots=True)
class _Lot:
    count: Span
    thing: Span
    price: Span | None


def lots(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: tuple[Sentence, ...]
) -> Iterator[Lot]:
    """Each lot of the first sentence with the sentences that tell of it; all of them, with nothing given, where there
    is but one."""
    found = tuple(_listed(article, event, cues, sentences[0].span))
    if len(found) <= 1:
        yield {}, sentences
        return
    for lot in found:
        others = {_kind(article, one.thing) for one in found} - {_kind(article, lot.thing)}
        further = (one for one in sentences[1:] if _opening(article, cues, one).isdisjoint(others))
        given = dict(_given(article, event, cues, lot, sentences[0].span))
        yield given, (sentences[0], *further)


def _listed(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Span) -> Iterator[_Lot]:
    """The counted things of the first list of several different ones in the sentence."""
    every = list(_counted(article, cues, sentence)) if any(typed(event, Quantity)) else []
    if len({_kind(article, lot.thing) for lot in every}) <= 1:
        return
    chain = every[:1]
    for before, behind in pairwise(every):
        if _LINK.fullmatch(article.text, _end(before), behind.count.start):
            chain.append(behind)
        elif len(chain) > 1:
            break
        else:
            chain = [behind]
    kinds: set[str] = set()
    for lot in chain:
        kind = _kind(article, lot.thing)
        if kind not in kinds and (not kinds or not words("accessories").intersection(_words(article, lot.thing))):
            yield lot
        kinds.add(kind)


def _counted(article: AnnotatedArticle, cues: CompiledCues, sentence: Span) -> Iterator[_Lot]:
    """Each counted thing of the sentence with the price right behind it."""
    things = tuple(thing for name in cues.requires for thing in cues.things(article.source, name, sentence))
    sums = [one.span for one in inside(article.amounts, (sentence,)) if one.kind == "money"]
    for mention in inside(article.amounts, (sentence,)):
        if (found := counted(article, mention, things)) is not None:
            count, thing = found
            price = (one for one in sums if _PRICED.fullmatch(article.text, thing.end, max(thing.end, one.start)))
            yield _Lot(count, thing, next(price, None))


def _end(lot: _Lot) -> int:
    return lot.thing.end if lot.price is None else lot.price.end


def _given(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, lot: _Lot, sentence: Span
) -> Iterator[tuple[str, Proposed]]:
    """The values of the lot's own: how many of what, by what name, at what price."""
    own: dict[str, Span | None] = dict.fromkeys(cues.requires, lot.thing)
    own |= {shape.name: lot.price for shape in typed(event, Amount)}
    own |= {shape.name: lot.count for shape in typed(event, Quantity)}
    named = (shape for shape in typed(event, Name) if shape.of is not None and shape.of.kinds == ("other",))
    own |= {shape.name: name_before(article, lot.thing, sentence) for shape in named}
    yield from ((name, Proposed(span.of(article.text), span, rule=_RULE)) for name, span in own.items() if span)


def _opening(article: AnnotatedArticle, cues: CompiledCues, sentence: Sentence) -> set[str]:
    """The kinds of thing with which the sentence opens."""
    opening = Span(sentence.span.start, min(sentence.span.end, sentence.span.start + _OPENING))
    return {_kind(article, thing) for name in cues.requires for thing in cues.things(article.source, name, opening)}


def _kind(article: AnnotatedArticle, thing: Span) -> str:
    """The beginning of the last word, in which number and case do not show."""
    return _words(article, thing)[-1][:_STEM].rstrip("s")


def _words(article: AnnotatedArticle, thing: Span) -> Sequence[str]:
    return fold(thing.of(article.text)).split()
