"""Runs every tagger once an article: prompts draw candidates from the result, checks and audits compare with it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar

from communique.passage import Passage, Sentence
from communique.source import SourceText, fold
from communique.spans import Span
from communique.tagging.amount_index import AmountIndex
from communique.tagging.amounts import tag_amounts
from communique.tagging.dates import DateIndex, tag_dates, unborne
from communique.tagging.here import dateline, sent_from, tag_here
from communique.tagging.mentions import (
    AmountMention,
    CountryMention,
    DateMention,
    GroupMention,
    NameMention,
    PlaceMention,
    QuoteMention,
)
from communique.tagging.names import tag_firms, tag_groups, tag_names, tag_references
from communique.tagging.names.bearers import Bearers
from communique.tagging.names.name_words import NameWords
from communique.tagging.places import tag_places
from communique.tagging.quotes import Utterance, attributed, tag_quotes, utterances
from communique.tagging.worded import WordedPassage, tag_countries, worded
from communique.tracing import traced
from communique.word_index import Run, WordIndex

Mention = TypeVar(
    "Mention",
    NameMention,
    GroupMention,
    DateMention,
    AmountMention,
    PlaceMention,
    CountryMention,
    QuoteMention,
)

_KINDS = ("names", "references", "groups", "dates", "amounts", "places", "countries", "quotes")


@dataclass(frozen=True)
class AnnotatedArticle:
    """An article with all that can be found in it without a model; mentions in text order.

    A tagger runs when what it finds is first asked for: who checks a name has no need of the dates.
    """

    passage: Passage

    @cached_property
    def source(self) -> SourceText:
        """The article folded."""
        return SourceText(self.passage)

    @cached_property
    def _worded(self) -> WordedPassage:
        return worded(self.passage)

    @cached_property
    def names(self) -> tuple[NameMention, ...]:
        """The names of persons, bodies and things."""
        return tag_names(self._worded)

    @cached_property
    def _described(self) -> tuple[NameMention, ...]:
        return tag_references(self._worded, self.names)

    @cached_property
    def references(self) -> tuple[NameMention, ...]:
        """Definite descriptions ("the Turkish general") whose `entity` is that of the one name they fit."""
        return tuple(sorted((*self._described, *tag_firms(self._worded, self.names)), key=lambda found: found.span))

    @cached_property
    def groups(self) -> tuple[GroupMention, ...]:
        """Words for several people ("the two generals") who are known."""
        return tag_groups(self._worded, self.names, self._described)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates and periods."""
        return unborne(tag_dates(self.passage), self.passage.text, lambda: self.names)

    @cached_property
    def amounts(self) -> tuple[AmountMention, ...]:
        """Money, percentages, counts and bare numbers."""
        return tag_amounts(self.passage, self._worded.keys)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The places."""
        return tag_places(self._worded, self.names)

    @cached_property
    def sent_from(self) -> Span | None:
        """The city that the article was sent from, as its dateline has it."""
        return sent_from(self.passage)

    @cached_property
    def dateline(self) -> Span | None:
        """Where the dateline stands."""
        return dateline(self.passage)

    @cached_property
    def _here(self) -> tuple[Span, ...]:
        return tuple(tag_here(self._worded)) if self.sent_from is not None else ()

    def is_here(self, spans: Iterable[Span]) -> bool:
        """Whether one of the spans says "here" of where the article was sent from, in no words that somebody spoke."""
        found = [here for span in spans for here in self._here if span.contains(here)]
        spoken = [quote.span for quote in self.quotes if quote.form == "direct"] if found else []
        return any(not any(words.contains(here) for words in spoken) for here in found)

    @cached_property
    def countries(self) -> tuple[CountryMention, ...]:
        """The countries: names, adjectives and capitals."""
        return tag_countries(self._worded)

    @cached_property
    def quotes(self) -> tuple[QuoteMention, ...]:
        """Direct and reported speech, with who said it."""
        found = tag_quotes(self.passage, self.names, self._worded.keys)
        return attributed(self.passage, found, self._described, self.names)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.source.text

    @cached_property
    def words(self) -> WordIndex:
        """The article's words, to look for others in order."""
        return WordIndex.of(self.source)

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """The quotes, put together by their attributions."""
        return utterances(self.quotes, self._paragraph)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The words of utterances that their attributions divide."""
        return tuple(self.words.run(parts) for said in self.utterances for parts in said.runs(self.text))

    def _paragraph(self, offset: int) -> int:
        sentence = self.source.sentence_at(offset)
        return -1 if sentence is None else sentence.paragraph

    @cached_property
    def numbered(self) -> dict[int, Sentence]:
        """The sentences shown to the model by their number."""
        return {sentence.number: sentence for sentence in self.passage.shown()}

    @cached_property
    def date_index(self) -> DateIndex:
        """The dates by their words and by their days."""
        return DateIndex(self.text, self.dates)

    @cached_property
    def name_words(self) -> NameWords:
        """The article's words, to look for names in."""
        return NameWords(self.source)

    @cached_property
    def bearers(self) -> Bearers:
        """The names by their words."""
        return Bearers(self.name_words, self.names)

    @cached_property
    def amount_index(self) -> AmountIndex:
        """The amounts by value, kind and noun."""
        return AmountIndex(self.amounts)

    @cached_property
    def fullest(self) -> dict[int, NameMention]:
        """The longest mention of each entity: its canonical form."""
        longest: dict[int, NameMention] = {}
        for mention in self.names:
            known = longest.get(mention.entity)
            if known is None or len(mention.span) > len(known.span):
                longest[mention.entity] = mention
        return longest

    def printed(self, span: Span) -> str:
        """The words as the article has them, with any injection that stands between them."""
        return span.of(self.passage.article.text)

    @cached_property
    def _borne(self) -> dict[int, list[tuple[int, NameMention]]]:
        """The mentions of each entity with their places: names, and behind them descriptions."""
        held: dict[int, list[tuple[int, NameMention]]] = {}
        for place, mention in enumerate((*self.names, *self.references)):
            held.setdefault(mention.entity, []).append((place, mention))
        return held

    def mentions_of(self, entities: Iterable[int]) -> tuple[NameMention, ...]:
        """All mentions of the entities: names, and behind them descriptions."""
        found = {place: mention for entity in entities for place, mention in self._borne.get(entity, ())}
        return tuple(found[place] for place in sorted(found))

    @cached_property
    def people_of_rank(self) -> frozenset[int]:
        """The entities that have a title or an office, or to whom something is attributed."""
        titled = (name.entity for name in self.names if name.kind == "person" and (name.title or name.role))
        speaking = (quote.speaker_entity for quote in self.quotes if quote.speaker_entity is not None)
        return frozenset((*titled, *speaking))

    @cached_property
    def entities_by_words(self) -> dict[str, frozenset[int]]:
        """The entities that some words, folded, stand for anywhere."""
        held: dict[str, set[int]] = {}
        for mention in (*self.names, *self.references):
            held.setdefault(fold(mention.span.of(self.text)), set()).add(mention.entity)
        return {words: frozenset(entities) for words, entities in held.items()}

    def canonical(self, mention: NameMention) -> str:
        """The longest form of the mention's name in the article."""
        return self.fullest.get(mention.entity, mention).span.of(self.text)


def inside(mentions: Sequence[Mention], spans: Iterable[Span]) -> Iterator[Mention]:
    """Those of an article's mentions, which are in text order, that stand wholly in one of the spans."""
    found = {place for span in spans for place in _inside(mentions, span)}
    return (mentions[place] for place in sorted(found))


def _inside(mentions: Sequence[Mention], span: Span) -> Iterator[int]:
    """The places of the mentions in the span, looked up by where they start."""
    place = bisect_left(mentions, span.start, key=_start)
    while place < len(mentions) and mentions[place].span.start <= span.end:
        if mentions[place].span.end <= span.end:
            yield place
        place += 1


def _start(mention: Mention) -> int:
    return mention.span.start


def named_inside(article: AnnotatedArticle, spans: Iterable[Span]) -> Iterator[NameMention]:
    """The names in the spans, and behind them the descriptions that stand for one."""
    held = tuple(spans)
    return chain(inside(article.names, held), inside(article.references, held))


@traced("annotate")
def annotate(passage: Passage) -> AnnotatedArticle:
    """The passage with all mentions, each tagger run once."""
    article = AnnotatedArticle(passage)
    tag_all(article)
    return article


def tag_all(article: AnnotatedArticle) -> None:
    """Has every tagger run that did not yet."""
    for kind in _KINDS:
        getattr(article, kind)
