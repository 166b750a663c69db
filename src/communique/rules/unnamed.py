"""English actors without a name of their own ("three Peruvian firms", the "It" that opens a sentence), and whoever got
what is now replaced."""

import re
from collections.abc import Iterator

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import Proposed
from communique.rules.actor import Actor
from communique.rules.bearings import bearing_of
from communique.spans import Span

_FIRMS = re.compile(
    r"\s(?:(?:state-owned|state-run|private|defen[cs]e|arms|aerospace|aviation|shipbuilding|industrial)\s){0,2}"
    r"(?:companies|company|firms?|shipyards?|shipbuilders?|manufacturers?|contractors?|producers?|makers?|giants?)(?![\w-])(?!\s[A-Z])"
)
_IT = re.compile(r"It\s(?:(?:has|had|is|was|will|would|also|later|then|recently|already|earlier)\s)*[a-z]")
_MARKS = re.compile(
    r"(?:^|\s)(?:to|from|with|for|by|of|in|at|on|after|between|against|than|as)\s(?:the\s)?$", re.IGNORECASE
)
_REPLACED = re.compile(
    r"\b(?:replac|replenish|substitut|backfill)\w*\s[^.;]{0,60}?\s(?:to|in|for|by|with)\s(?:the\s)?$"
)
_LOOK_BACK = 90


def firms(article: AnnotatedArticle, sentence: Span) -> Iterator[Actor]:
    """Firms that are told by their country alone: "three Peruvian firms won"."""
    if article.passage.language != "en":
        return
    for country in inside(article.countries, (sentence,)):
        firm = _FIRMS.match(article.text, country.span.end, sentence.end) if country.form == "adjective" else None
        if firm is not None:
            words = Proposed(country.span.of(article.text), country.span, rule="word_order")
            bearing = bearing_of(article, Span(country.span.start, firm.end()), sentence)
            yield Actor({"country": words}, bearing, ("firms", country.code), country.code)


def opens_with_it(article: AnnotatedArticle, sentence: Span) -> bool:
    """Whether "It" is the subject of the sentence: "It also ordered ten", not "It is worth …"."""
    return article.passage.language == "en" and _IT.match(article.text, sentence.start, sentence.end) is not None


def sentence_before(article: AnnotatedArticle, sentence: Span) -> Span | None:
    """The sentence before in the same paragraph."""
    spans = [one.span for one in article.passage.sentences if one.span.start < sentence.start]
    if not spans or "\n" in article.text[spans[-1].end : sentence.start]:
        return None
    return spans[-1]


def may_open(article: AnnotatedArticle, actor: Actor) -> bool:
    """Whether the actor is a subject: no preposition stands before it."""
    before = article.text[actor.bearing.sentence.start : actor.begin]
    return _MARKS.search(before) is None


def is_replaced(article: AnnotatedArticle, actor: Actor) -> bool:
    """Whether the actor got what is now replaced: "to replace the arms shipped to Oman"."""
    start = max(actor.bearing.sentence.start, actor.begin - _LOOK_BACK)
    return article.passage.language == "en" and _REPLACED.search(article.text, start, actor.begin) is not None
