"""Settles who said the quoted words, once the article's definite descriptions and pronouns are resolved."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from communique._resources import read_toml
from communique.passage import Passage
from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import NameMention, QuoteMention
from communique.tagging.quotes.cues import words

_DATELINE = re.compile(r"[^\W\d_a-zçğıöşü][^\W\d_a-zçğıöşü ,./()-]{2,40}\s?(?:—|–|:|--)\s+")
_BEHIND = re.compile(r"\b(?:to|of|for|with|by|from)\s+$")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for name in ("en", "tr") for word in read_toml(f"quotes.{name}.toml")[kind])


def is_pronoun(phrase: str) -> bool:
    """Whether the phrase is a pronoun, which stands for somebody named before."""
    return fold(phrase) in _words("pronouns")


def is_denied(text: str, quote: QuoteMention) -> bool:
    """Whether the speaker says the contrary of the reported clause: "denied that the port was sold"."""
    return quote.form == "reported" and quote.cue is not None and fold(quote.cue.of(text)) in _words("denials")


def attributed(
    passage: Passage,
    quotes: Iterable[QuoteMention],
    references: Iterable[NameMention],
    names: Iterable[NameMention] = (),
) -> tuple[QuoteMention, ...]:
    """The quotes without datelines and last commas, each with the speaker that its attribution refers to, or none."""
    known, officers = sorted(references, key=_start), _officers(names)
    return tuple(
        quote._replace(
            span=_said(passage.text, quote),
            speaker_entity=_bearer(quote, _entity(passage.text, quote, known), officers),
        )
        for quote in quotes
    )


def _officers(names: Iterable[NameMention]) -> dict[Span, int]:
    """The entities that are named before their office, by where that stands."""
    found: dict[Span, int] = {}
    for name in names:
        if name.role is not None and name.span < name.role:
            found.setdefault(name.role, name.entity)
    return found


def _bearer(quote: QuoteMention, entity: int | None, officers: Mapping[Span, int]) -> int | None:
    """Whoever is named right before the office that speaks: "Ada Kent, head of Delta Marine, said"."""
    return entity if entity is not None or quote.speaker is None else officers.get(quote.speaker)


def _entity(text: str, quote: QuoteMention, references: Sequence[NameMention]) -> int | None:
    """A description or pronoun is what it refers to; a pronoun that refers to nobody for certain names nobody.

    What is rejected was not said, but the contrary; a wire credited with its report says nothing of its own.
    """
    cue = "" if quote.cue is None else fold(quote.cue.of(text))
    if quote.form == "reported" and cue in _words("not_said"):
        return None
    if quote.speaker is None:
        return quote.speaker_entity
    first, last = (bisect_left(references, at, key=_start) for at in (quote.speaker.start, quote.speaker.end))
    referred = next((one.entity for one in references[first:last] if _is_head(text, quote.speaker, one)), None)
    phrase = quote.speaker.of(text)
    goes_on = cue in words("en", "going_on")  # "he added" is whoever spoke before
    refers_to_person = is_pronoun(phrase) and fold(phrase) not in words("en", "impersonal") and not goes_on
    return referred if referred is not None or refers_to_person else quote.speaker_entity


def _start(mention: NameMention) -> int:
    return mention.span.start


def _is_head(text: str, speaker: Span, found: NameMention) -> bool:
    """Whether the description is the speaker, and not whose the speaker is: "an aide to the minister"."""
    if not speaker.contains(found.span):
        return False
    return found.kind != "person" or _BEHIND.search(text, speaker.start, found.span.start) is None


def _said(text: str, quote: QuoteMention) -> Span:
    said = quote.span.of(text)
    dateline = _DATELINE.match(said) if quote.form == "reported" else None
    skipped = 0 if dateline is None else dateline.end()
    return Span(quote.span.start + skipped, quote.span.start + max(skipped, len(said.rstrip(" ,"))))
