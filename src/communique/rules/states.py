"""States that take part without a name: "Turkish and Pakistani ministers met", "talks between Oman and Iran".

A country is such a party only in a construction that says so: before the delegates it has sent, behind them with "of",
or as one of two that hold talks with each other. Who is named stands for the own country.
"""

import re
from collections.abc import Iterator

from communique.annotation import AnnotatedArticle, inside
from communique.rules.cues import CompiledCues
from communique.rules.office_holders import meeting_holder
from communique.spans import Span
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention
from communique.tagging.tokens import tokens_of

Chain = tuple[CountryMention, ...]
_LINK = re.compile(r"(?:,|,?\s(?:and|ve|ile))\s(?:the\s)?|['’]?[a-zıü]{0,2}\s(?:ile|ve)\s|[-–]")
_OF = re.compile(r"\s(?:of|from)\s(?:the\s)?$")
_SUFFIX = re.compile(r"['’][a-zçğıöşü]{1,4}|")
_AUXILIARIES = re.compile(r"(?:\s(?:will|to|are|were|set|due|have|had|also|jointly))*\s")
_BETWEEN = re.compile(r"\sbetween\s(?:the\s)?")
_ARASINDA = re.compile(r"['’]?\w{0,3}\sarasında(?!\w)")
_OCCASION = re.compile(r"(?:\s(?:[A-ZÇĞİÖŞÜ\d][\w’']*|üçlü|dörtlü|ikili|ortak))*\s")
"""What may stand between countries in one word and their occasion: "Peru-Umman Askeri Diyalog toplantısı"."""
_TEAM, _INDEFINITE = re.compile(r"\s(?:[a-z-]+\s){0,3}delegation(?=\s)"), re.compile(r"\b[Aa]n?\s(?:[a-z-]+\s){0,2}$")
_AND = re.compile(r"\sand\s(?:the\s)?$")
_NEAR = 60
_PAIR = 2


def states(article: AnnotatedArticle, cues: CompiledCues, sentence: Span) -> tuple[CountryMention, ...]:
    """The countries that take part as such in what the sentence tells, each once, without those of its source."""
    told = tuple(cues.hits(article.source, cues.triggers, sentence))
    sources = [
        quote.speaker
        for quote in article.quotes
        if quote.speaker is not None and all(quote.span.contains(hit) for hit in told)
    ]
    found: dict[str, CountryMention] = {}
    for chain in _chains(article, sentence):
        is_source = any(source.overlaps(one.span) for source in sources for one in chain)
        by_office = len(chain) == 1 and meeting_holder(article, cues, sentence, chain[0]) is not None
        if not is_source and (by_office or _acts(article, cues, sentence, chain)):
            found.update({one.code: one for one in chain if one.code not in found})
    return tuple(found.values())


def _chains(article: AnnotatedArticle, sentence: Span) -> Iterator[Chain]:
    """The countries of the sentence, those that "and", "ve" or a comma joins together."""
    chain: Chain = ()
    for country in inside(article.countries, (sentence,)):
        if chain and not _LINK.fullmatch(article.text, chain[-1].span.end, country.span.start):
            yield chain
            chain = ()
        chain = (*chain, country)
    if chain:
        yield chain


def _acts(article: AnnotatedArticle, cues: CompiledCues, sentence: Span, chain: Chain) -> bool:
    before = Span(max(sentence.start, chain[0].span.start - _NEAR), chain[0].span.start)
    behind = Span(chain[-1].span.end, min(sentence.end, chain[-1].span.end + _NEAR))
    is_pair = len(chain) >= _PAIR
    if _is_sent(article, cues, chain, behind) or _is_of(article, cues, before):
        return is_pair or _is_met(article, cues, before, behind) or _comes(article, cues, before, behind)
    is_joint = any(article.text[one.span.end] in "-–" for one in chain[:-1])
    if is_pair and is_joint and _is_occasion(article, cues, behind):
        return True
    if not is_pair:
        return _is_beside_body(article, cues, before)
    return _hold(article, cues, behind) or _is_between(article, cues, before, behind)


def _is_occasion(article: AnnotatedArticle, cues: CompiledCues, behind: Span) -> bool:
    """Whether the countries stand in the name of the Turkish occasion that follows."""
    hits = article.source.search(cues.between, within=behind) if article.passage.language == "tr" else ()
    return any(_OCCASION.fullmatch(article.text, behind.start, hit.start) for hit in hits)


def _is_sent(article: AnnotatedArticle, cues: CompiledCues, chain: Chain, behind: Span) -> bool:
    """Whether delegates follow, perhaps behind what they are delegates for: "… defence ministers", "… heyetleri"."""
    if chain[-1].form == "capital":
        return False
    hit = next(article.source.search(cues.delegates, within=behind), None)
    if hit is None:
        return False
    start = _SUFFIX.match(article.text, behind.start, hit.start)
    between = tokens_of(article.text, Span(start.end() if start else behind.start, hit.start))
    return all(token.key in words("modifiers") and token.gap.isspace() for token in between)


def _is_of(article: AnnotatedArticle, cues: CompiledCues, before: Span) -> bool:
    """Whether delegates stand before: "the leaders of …"."""
    of = _OF.search(article.text, before.start, before.end)
    hits = article.source.search(cues.delegates, within=before)
    return of is not None and any(hit.end == of.start() for hit in hits)


def _is_met(article: AnnotatedArticle, cues: CompiledCues, before: Span, behind: Span) -> bool:
    """Whether somebody meets the delegates: "met …", "talks with …", "… heyetiyle"."""
    if article.passage.language == "tr":
        return any(True for _ in article.source.search(cues.company, within=behind))
    met = article.source.search(cues.company, within=before)
    return any(not article.text[hit.end : before.end].strip() for hit in met)


def _comes(article: AnnotatedArticle, cues: CompiledCues, before: Span, behind: Span) -> bool:
    """Whether a delegation of which nothing else is told meets somebody: "an Omani military delegation met …"."""
    team = _TEAM.match(article.text, behind.start, behind.end)
    if team is None or _INDEFINITE.search(article.text, before.start, before.end) is None:
        return False
    return _hold(article, cues, Span(team.end(), behind.end))


def _hold(article: AnnotatedArticle, cues: CompiledCues, behind: Span) -> bool:
    """Whether the countries are the subject of what tells of it: "… will hold a round of talks"."""
    hits = cues.hits(article.source, cues.triggers, behind)
    return any(_AUXILIARIES.fullmatch(article.text, behind.start, hit.start) for hit in hits)


def _is_beside_body(article: AnnotatedArticle, cues: CompiledCues, before: Span) -> bool:
    """Whether it is told as something between a body and the country: "talks between the Port League and Oman"."""
    and_ = _AND.search(article.text, before.start, before.end)
    bodies = inside(article.names, (before,)) if and_ is not None else ()
    body = next((one for one in bodies if and_ and one.span.end == and_.start() and one.kind == "organisation"), None)
    return body is not None and _is_between(article, cues, Span(before.start, body.span.start), before)


def _is_between(article: AnnotatedArticle, cues: CompiledCues, before: Span, behind: Span) -> bool:
    """Whether it is told as something between them: "talks between …", "… arasında yapılan görüşme"."""
    if article.passage.language != "tr":
        told = article.source.search(cues.between, within=before)
        return any(_BETWEEN.fullmatch(article.text, hit.end, before.end) for hit in told)
    is_between = _ARASINDA.match(article.text, behind.start, behind.end) is not None
    return is_between and any(True for _ in article.source.search(cues.between, within=behind))
