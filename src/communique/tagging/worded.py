"""A passage's words and the countries among them: read once, and handed to every tagger that goes by words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.article import Language
from communique.passage import Passage
from communique.spans import Span
from communique.tagging.countries import Countries, countries_in
from communique.tagging.mentions import CountryMention
from communique.tagging.tokens import Token, parts_of, tokens_of

Keys = Mapping[int, frozenset[str]]
"""The folded words of sentences and their parts, by where a sentence starts; of one without words nothing is known."""

_CLOSING = 3
_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class WordedSentence:
    """The words of one sentence, its countries by the offset of each of their words, and whether a full stop ends it.

    Headlines and captions have none. `keys` are the folded words and their parts: a tagger that goes by certain words
    passes over a sentence that has none of them.
    """

    span: Span
    tokens: tuple[Token, ...]
    keys: frozenset[str]
    countries: Countries
    is_closed: bool = False

    def places_of(self, *keys: str) -> Sequence[int]:
        """The indexes of the words that are one of `keys`, in order."""
        if self.keys.isdisjoint(keys):
            return ()
        return [at for at, token in enumerate(self.tokens) if token.key in keys]


@dataclass(frozen=True, slots=True)
class WordedPassage:
    """The words of each sentence shown to the model that has any, in text order."""

    passage: Passage
    sentences: tuple[WordedSentence, ...]

    @property
    def keys(self) -> Keys:
        """The folded words of each sentence by where it starts."""
        return {sentence.span.start: sentence.keys for sentence in self.sentences}


def worded_sentence(text: str, sentence: Span, language: Language) -> WordedSentence:
    """The words of one sentence of `text`."""
    tokens = tokens_of(text, sentence)
    behind = text[tokens[-1].end : tokens[-1].end + _CLOSING] if tokens else ""
    return WordedSentence(
        sentence, tokens, parts_of(tokens), countries_in(tokens, language), not _ENDS.isdisjoint(behind)
    )


def worded(passage: Passage) -> WordedPassage:
    """The words of the passage."""
    sentences = (worded_sentence(passage.text, sentence.span, passage.language) for sentence in passage.shown())
    return WordedPassage(passage, tuple(sentence for sentence in sentences if sentence.tokens))


def tag_countries(worded: WordedPassage) -> tuple[CountryMention, ...]:
    """The countries of the passage in text order: names, adjectives and capitals, without suffixes."""
    return tuple(mention for sentence in worded.sentences for mention in _in_order(sentence.countries))


def _in_order(countries: Countries) -> Iterator[CountryMention]:
    """Each country once, though several words hold it."""
    return iter(dict.fromkeys(countries.values()))
