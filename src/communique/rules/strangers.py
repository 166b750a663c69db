"""Names without title or office that no tagger takes for a body: firms, where they stand as ones."""

import re
from collections.abc import Iterator

from communique.annotation import AnnotatedArticle, inside
from communique.late_patterns import late
from communique.rules.actor import Actor
from communique.rules.bystanders import is_deciding, is_medium
from communique.rules.cues import CompiledCues
from communique.rules.designations import is_kind_of_thing, names_thing
from communique.rules.phrasing import actor_of, country_of, names_trade
from communique.source import fold
from communique.spans import Span
from communique.tagging.gazetteer import is_place
from communique.tagging.lexicon import words
from communique.tagging.names import is_trading

_RUN = re.compile(
    r"(?<![\w-])[A-ZÇĞİÖŞÜ][\w&-]*(?:\s(?:&\s)?[A-ZÇĞİÖŞÜ][\w&-]*){0,3}(?:(?:(?<=\sCo)|(?<=\sInc)|(?<=\sLtd)|(?<=\sCorp))\.)?"
)
_SEAT = re.compile(r",\s[A-Z][a-z]+,\s$")
"""What stands before the region of a firm's seat: "…, Tucson, Arizona,"."""
_SIGNS = late(
    r"(?:,[^,.;]{3,80},)?\s(?:(?:has|have|had|also|today|recently|then|announced|announces|said|says|confirmed|that|it|on)\s"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri)day,?\s)*(?:signed|signs|inked|inks|sealed|concluded|entered\sinto|won|wins|received|secured)"
    r"\s(?:[^\s;.]+\s|[^\s;]+\.[^\s;]+\s){0,8}?(?:contracts?|deals?|orders?|agreements?)(?!\w)"
)
_OWNED = re.compile(r"['’]s\s$")
_NO_FIRM = re.compile(r"\d|-[a-z]|^[A-Z][a-z]+-[A-Z][a-z]+$")


def strangers(article: AnnotatedArticle, cues: CompiledCues, sentence: Span, taken: list[Span]) -> Iterator[Actor]:
    """The names of the sentence that nothing else in the article claims; `taken` is claimed before."""
    claimed = tuple(_claimed(article, sentence))
    for run in _RUN.finditer(article.text, sentence.start, sentence.end):
        span = _without_origin(article, Span(*run.span()))
        is_told = names_trade(article, span, sentence)
        is_owned = _OWNED.search(article.text, sentence.start, span.start) is not None
        known = taken if is_told else (*taken, *claimed)
        if any(span.overlaps(other) for other in known) or _is_no_name(article, span, sentence):
            continue
        if _is_whereabouts(article, span, sentence) or names_thing(article, cues, span, sentence):
            continue
        country = country_of(article, span, sentence)
        is_sure = is_told or (is_owned and country is not None) or _signs(article, span, sentence)
        kind = "name" if is_sure else "run"
        yield actor_of(article, span, country, sentence, (kind, fold(span.of(article.text))))


def _signs(article: AnnotatedArticle, name: Span, sentence: Span) -> bool:
    """Whether the words behind the name tell that it signs or wins a contract: "X said it has signed a deal with …"."""
    return article.passage.language == "en" and _SIGNS.match(article.text, name.end, sentence.end) is not None


def _claimed(article: AnnotatedArticle, sentence: Span) -> Iterator[Span]:
    """The countries, dates, things and offices of the sentence, and its people who have an office or speak."""
    names = tuple(inside(article.names, (sentence,)))
    yield from (country.span for country in inside(article.countries, (sentence,)))
    yield from (date.span for date in inside(article.dates, (sentence,)))
    yield from (span for name in names for span in (name.title, name.role) if span is not None)
    yield from (name.span for name in names if name.kind == "other" or name.entity in article.people_of_rank)


def _is_no_name(article: AnnotatedArticle, span: Span, sentence: Span) -> bool:
    """Whether the words are those of a thing, a paper, or no name at all: a sentence's first word, "the Western"."""
    name = span.of(article.text)
    first = fold(name.split()[0])
    if is_kind_of_thing(name) or is_medium(name) or is_deciding(name) or _NO_FIRM.search(name):
        return True
    if _is_of_another(article, span):
        return True
    if " " in name:
        return span.start == sentence.start and any(first.startswith(firm) for firm in words("turkish_firms"))
    if first in words("no_firms") or (article.passage.language == "en" and first in words("function")):
        return True
    is_first = span.start == sentence.start and not article.text.startswith(("'s ", "’s "), span.end)
    return is_first and not _is_named_elsewhere(article, span, sentence)


def _is_named_elsewhere(article: AnnotatedArticle, span: Span, sentence: Span) -> bool:
    """Whether the first word of a sentence is a firm's name: its country is told beside it, it signs a contract, or it
    stands within another sentence, too."""
    name = span.of(article.text)
    if not is_trading(name) or name.endswith("s"):
        return False
    if country_of(article, span, sentence) is not None or _signs(article, span, sentence):
        return True
    if article.passage.language != "en":
        return False
    others = (match.span for match in article.source.find(name) if match.span.of(article.text) == name)
    starts = {one.span.start for one in article.passage.sentences}
    return any(other.start not in starts for other in others)


def _is_of_another(article: AnnotatedArticle, span: Span) -> bool:
    """Whether the words name a thing or, as the last name, a person of rank elsewhere: "Yıldız" of "Yıldız uçağı"."""
    key = fold(span.of(article.text))
    return any(
        key == (known := fold(other.span.of(article.text))) or (other.kind == "person" and known.endswith(f" {key}"))
        for other in article.names
        if other.kind == "other" or (other.entity in article.people_of_rank and not other.span.overlaps(span))
    )


def _is_whereabouts(article: AnnotatedArticle, span: Span, sentence: Span) -> bool:
    """Whether the words are a place, or the region of a firm's seat."""
    if any(place.span.contains(span) for place in article.places) or is_place(
        tuple(fold(span.of(article.text)).split())
    ):
        return True
    is_region = _SEAT.search(article.text, sentence.start, span.start) is not None
    return is_region and article.text.startswith(",", span.end)


def _without_origin(article: AnnotatedArticle, run: Span) -> Span:
    """The capitalised words without the adjective that tells where a firm is from: "İtalyan Aquila Elicotteri"."""
    for country in inside(article.countries, (run,)):
        if country.form == "adjective" and country.span.start == run.start and country.span.end + 1 < run.end:
            return Span(country.span.end + 1, run.end)
    return run
